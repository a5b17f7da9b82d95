"""A run of which only what changed is done: the rest was found before, in the same texts, by the same judges.

A copy is unchanged where its text is, all the originals, and what judges. Copies without an original are held against
one another, so that they are unchanged together or not at all. What is kept of an audit is what a gate needs: neither
the words of the comparison nor the verdict on each difference.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

from mtaudit.judging.runs import Progress, assembled
from mtaudit.keeping.cache import Cache
from mtaudit.records import Audit, Document, Failure, Run, Trace
from mtaudit.records.packing import packed, unpacked

if TYPE_CHECKING:
    from mtaudit.judging.judges import Plugins
    from mtaudit.matching import Archive

Value = TypeVar("Value")

NOBODY = Document("", "")
"""Stands between documents of two kinds, so that one moved from the first to the second makes another key."""

FAST = 1
"""Level of compression: an audit takes a tenth more room and half the time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judges:
    """What judges, made only where something changed. `key` is another wherever they might judge otherwise."""

    key: bytes
    load: Callable[[], Plugins]
    signature: Callable[[], str]


class _Lasting:
    """The judges and the originals of one run, each made when first needed, and the keys of what they find."""

    def __init__(self, judges: Judges, originals: Sequence[Document], folders: Sequence[Path]) -> None:
        self.plugins = cache(judges.load)
        self.archives = cache(partial(_archives, originals, folders))
        states = (str(folder).encode() + b"\0" + _state(folder) for folder in folders)
        self.judges = _digest(judges.key)
        self._key = _digest(judges.key, *states, *map(_digested, originals))

    def key(self, *documents: Document) -> bytes:
        """Under which the finding in these documents is kept."""
        return _digest(self._key, *map(_digested, documents))


def audit_changed(
    copies: Sequence[Document],
    originals: Sequence[Document],
    folders: Sequence[Path],
    *,
    judges: Judges,
    kept: Cache,
    coverage: Sequence[Document] = (),
    failures: Iterable[Failure] = (),
    progress: Progress | None = None,
) -> Run:
    """As `audit_all`, with archives in `folders`; what was found before is taken from `kept`, what is new put there."""
    lasting = _Lasting(judges, originals, folders)
    keys = {copy: lasting.key(copy) for copy in copies}
    known = kept.get([*keys.values(), lasting.judges])
    return assembled(
        copies,
        lambda copy: _read(known.get(keys[copy]), Trace) or _traced(keys[copy], copy, lasting, kept),
        lambda orphans, related, broken: _alone(orphans, [*coverage, *related], lasting, kept, broken),
        sought=bool(originals or folders),
        signature=lambda: _signature(known.get(lasting.judges), lasting.judges, judges, kept),
        failures=failures,
        progress=progress,
    )


def _archives(originals: Sequence[Document], folders: Sequence[Path]) -> list[Archive]:
    from mtaudit.matching import Archive

    return [*map(Archive, folders), *([Archive.of(originals)] if originals else [])]


def source_stamp() -> bytes:
    """Another for every state of this package's own files, so that no development version meets what another kept."""
    root = Path(__file__).parent.parent
    files = sorted((path.relative_to(root).as_posix(), path.stat()) for path in root.rglob("*.*") if path.is_file())
    return repr([(name, stat.st_size, stat.st_mtime_ns) for name, stat in files if not name.endswith(".pyc")]).encode()


def _traced(key: bytes, copy: Document, lasting: _Lasting, kept: Cache) -> Trace | Failure:
    from mtaudit.judging.pipeline import trace  # whatever judges takes its time to load

    found = trace(copy, lasting.archives(), lasting.plugins())
    if isinstance(found, Failure):
        return found
    slim = Trace(tuple(map(_slim, found.audits)), found.related)
    kept.put(key, packed(slim, FAST))
    return slim


def _alone(
    unmatched: Sequence[Document], coverage: Sequence[Document], lasting: _Lasting, kept: Cache, broken: list[Failure]
) -> Sequence[Audit]:
    """The audits of the copies without an original."""
    if not unmatched:
        return ()
    key = lasting.key(*unmatched, NOBODY, *coverage)
    known = _read(kept.get([key]).get(key), tuple[Audit, ...])
    if known is not None:
        return known
    from mtaudit.judging.alone import audits_alone

    before = len(broken)
    sought = sum(map(len, lasting.archives()))
    found = tuple(audits_alone(unmatched, coverage, lasting.plugins(), broken, sought=sought))
    if len(broken) == before:
        kept.put(key, packed(found, FAST))
    return found


def _signature(known: bytes | None, key: bytes, judges: Judges, kept: Cache) -> str:
    """What names the judges in the report; making it takes longer than remembering it."""
    with suppress(UnicodeDecodeError):
        if known is not None:
            return known.decode()
    signature = judges.signature()
    kept.put(key, signature.encode())
    return signature


def _slim(audit: Audit) -> Audit:
    return replace(audit, comparison=None, verdicts=(), bead_scores=())


def _read(data: bytes | None, kind: type[Value]) -> Value | None:
    """What was kept; None where there is nothing, or nothing that this version can read."""
    try:
        return None if data is None else unpacked(data, kind)
    except ValueError:
        return None


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
