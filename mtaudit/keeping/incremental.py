"""A run of which only what changed is done: the rest was found before, in the same texts, by the same judges.

A copy is unchanged where its text is, all the originals, and what judges. Copies without an original are held against
one another, so that they are unchanged together or not at all. What is kept of an audit is what a gate needs: neither
the words of the comparison nor the verdict on each difference.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import msgspec

from mtaudit.judging.runs import Bench
from mtaudit.keeping.cache import Cache
from mtaudit.lexicon import tables
from mtaudit.lexicon.pivots import freedict
from mtaudit.model import encoder
from mtaudit.records import Audit, Document, Trace
from mtaudit.records.packing import packed, unpacked
from mtaudit.version import __version__

FAST = 1
"""Level of compression: an audit takes a tenth more room and half the time."""


class Remembered:
    """What the same judges found before in the same texts, held against the same originals.

    `judges` is another wherever they might judge otherwise; `folders` are those of archives.
    """

    def __init__(self, kept: Cache, judges: bytes, originals: Sequence[Document], folders: Sequence[Path]) -> None:
        states = (str(folder).encode() + b"\0" + _state(folder) for folder in folders)
        self._kept = kept
        self._judges = _digest(judges)
        self._against = _digest(judges, *states, *map(_digested, originals))

    def found(self, *documents: Document) -> Trace | None:
        """What was found in these documents together; None where there is nothing that this version can read."""
        data = self._asked(self._key(documents))
        try:
            return None if data is None else unpacked(data, Trace)
        except ValueError:
            return None

    def keep(self, found: Trace, *documents: Document) -> Trace:
        """Keeps what a gate needs of it, and returns that; nothing where something broke, which may work next time."""
        if found.failures:
            return found
        slim = replace(found, audits=tuple(map(_slim, found.audits)))
        self._kept.put(self._key(documents), packed(slim, FAST))
        return slim

    def signature(self, bench: Bench) -> str:
        """What names the judges in a report; making it takes longer than remembering it."""
        data = self._asked(self._judges)
        try:
            if data is not None:
                return data.decode()
        except UnicodeDecodeError:
            pass
        self._kept.put(self._judges, bench.signature.encode())
        return bench.signature

    def _asked(self, key: bytes) -> bytes | None:
        return self._kept.get([key]).get(key)

    def _key(self, documents: Sequence[Document]) -> bytes:
        return _digest(self._against, *map(_digested, documents))


def stamp(model: Path | bool, settings: str) -> bytes:
    """Another wherever judging might find otherwise: by this package's files, the model, dictionaries and settings."""
    dictionaries = [(path.as_posix(), path.stat()) for path in freedict.installed(freedict.folder()).values()]
    named = (
        __version__,
        encoder.engine(None if model is True else model) if model else "",
        settings,
        tables.changes(),
        *(f"{name}:{stat.st_size}:{stat.st_mtime_ns}" for name, stat in dictionaries),
    )
    return source_stamp() + "|".join(named).encode("utf-8", "surrogatepass")


def source_stamp() -> bytes:
    """Another for every state of this package's own files, so that no development version meets what another kept."""
    root = Path(__file__).parent.parent
    files = sorted((path.relative_to(root).as_posix(), path.stat()) for path in root.rglob("*.*") if path.is_file())
    return repr([(name, stat.st_size, stat.st_mtime_ns) for name, stat in files if not name.endswith(".pyc")]).encode()


def _slim(audit: Audit) -> Audit:
    return replace(audit, comparison=None, verdicts=(), bead_scores=())


def _state(folder: Path) -> bytes:
    """Another wherever an archive on the disk has changed."""
    files = sorted((path.name, path.stat()) for path in folder.iterdir() if path.is_file())
    return repr([(name, stat.st_size, stat.st_mtime_ns) for name, stat in files if not name.endswith(".lock")]).encode()


def _digested(document: Document) -> bytes:
    return _digest(json.dumps(msgspec.to_builtins(document)).encode())


def _digest(*parts: bytes) -> bytes:
    """A hash of the parts, each of which tells its own length."""
    made = hashlib.sha256()
    for part in parts:
        made.update(len(part).to_bytes(8, "big") + part)
    return made.digest()
