"""The dictionaries of FreeDict (freedict.org), read where Debian or the user has put them, never brought along.

They are under the GPL: `dict-freedict-fra-eng` and its like put `freedict-fra-eng.dict.dz` under /usr/share/dictd. An
entry is a line with the word, its pronunciation between slashes and its grammar, and lines with the translations,
numbered where there are several senses.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import zlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from mtaudit.errors import InputError
from mtaudit.lexicon.pivots.lexicon import Entry, Lexicon

FOLDER = Path("/usr/share/dictd")
VARIABLE = "MTAUDIT_DICTIONARIES"
"""The environment variable that names another folder; empty, it forbids their use."""

LANGUAGES = {"fra": "French", "spa": "Spanish", "por": "Portuguese", "ita": "Italian", "deu": "German"}
"""The languages by their codes in ISO 639-3, as the files are named."""

LARGE = 5_000_000
"""Bytes from which a dictionary takes seconds to read (the German one), so that it is read only with a reason."""

EXAMPLE = "   "
"""Begins the lines with examples and notes."""

_HEAD = re.compile(r"([^\s/]+) /[^/]*/(?: <[^>]*>)?$")
_NUMBER = re.compile(r"^ *(?:\d+\. *)?")
_NOTE = re.compile(r"<[^>]*>|\[[^]]*\]|\([^)]*\)|\{[^}]*\}")
_NO_SENSE = ("see:", "Synonym", "Note:", "Antonym", '"')


def folder() -> Path | None:
    """Where the dictionaries are looked for; None where the environment forbids it."""
    named = os.environ.get(VARIABLE)
    if named is None:
        return FOLDER
    return Path(named) if named else None


def installed(where: Path | None) -> dict[str, Path]:
    """The dictionaries in a folder by language, in the order of `LANGUAGES`."""
    if where is None:
        return {}
    found = {}
    for code, language in LANGUAGES.items():
        for name in (f"freedict-{code}-eng.dict.dz", f"freedict-{code}-eng.dict"):
            if (where / name).is_file():
                found[language] = where / name
                break
    return found


def signatures() -> tuple[str, ...]:
    """The installed dictionaries, each by its language and a hash of its content."""
    return tuple(
        f"{language.casefold()}-{hashlib.sha256(path.read_bytes()).hexdigest()[:8]}"
        for language, path in installed(folder()).items()
    )


def quick() -> tuple[Lexicon, ...]:
    """The installed dictionaries that are read in no time."""
    return tuple(lexicon(*found) for found in installed(folder()).items() if not _is_large(found[1]))


def everything() -> tuple[Lexicon, ...]:
    """All installed dictionaries; the large ones take some seconds, once."""
    return tuple(lexicon(*found) for found in installed(folder()).items())


def is_slow(language: str) -> bool:
    """Whether the language's dictionary is installed and a large one."""
    path = installed(folder()).get(language)
    return path is not None and _is_large(path)


def _is_large(path: Path) -> bool:
    return path.stat().st_size >= LARGE


@cache
def lexicon(language: str, path: Path) -> Lexicon:
    """One dictionary; raises InputError where it cannot be read."""
    try:
        data = gzip.decompress(path.read_bytes()) if path.suffix == ".dz" else path.read_bytes()
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(f"{path}: no dictionary can be read ({error})") from None
    entries = _entries(language, data.decode(errors="replace"))
    return Lexicon(e for e in entries if not _is_large(path) or sum(map(len, e.senses)) > 1)


def _entries(language: str, text: str) -> Iterator[Entry]:
    """The entries of single words."""
    word, senses = "", list[frozenset[str]]()
    for line in text.split("\n"):
        if line.startswith(EXAMPLE):
            continue
        if " /" in line and (head := _HEAD.match(line) or line[0] != " "):
            if word and senses:
                yield Entry(language, word, tuple(senses))
            word, senses = head[1].casefold() if isinstance(head, re.Match) else "", []
        elif word and (sense := _sense(line)):
            senses.append(sense)
    if word and senses:
        yield Entry(language, word, tuple(senses))


def _sense(line: str) -> frozenset[str]:
    """The words of a line of translations; one of more than three words explains and is no word to find."""
    if not line or line.lstrip().startswith(_NO_SENSE):
        return frozenset()
    plain = _NUMBER.sub("", line)
    if any(mark in plain for mark in "<[({"):
        plain = _NOTE.sub("", plain)
    words = (" ".join(w.split()).casefold() for w in plain.split(","))
    return frozenset(w for w in words if w and w.count(" ") < 3)
