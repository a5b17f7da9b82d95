"""Which files a user's words stand for, and the bytes in them."""

from __future__ import annotations

import glob
import io
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import cast

from mtaudit.errors import InputError
from mtaudit.ingest.compression import reading
from mtaudit.ingest.resources import FOLDER_SUFFIXES, LONGEST_COLLECTION, bare_suffix
from mtaudit.ingest.web.addresses import is_address
from mtaudit.records import Url

STANDARD_INPUT = "-"

_NONE_TO_READ = f"is a folder without a file to read; read are {', '.join(FOLDER_SUFFIXES)}, also with .gz behind"

Source = Path | Url | str
"""A file, or a web address, or `STANDARD_INPUT`."""


def named(word: str) -> Source:
    """What one word of a user stands for."""
    if word == STANDARD_INPUT:
        return word
    return Url(word) if is_address(word) else Path(word)


def expand(words: Iterable[str]) -> tuple[Source, ...]:
    """Files, folders, globs and addresses → sources, each once, in the order given; a folder's files sorted by name.

    A word that names nothing is returned as the path that it is, so that reading it reports the error.
    """
    found: dict[Source, None] = {}
    for word in words:
        found.update(dict.fromkeys(_expanded(word)))
    return tuple(found)


def _expanded(word: str) -> list[Source]:
    path = named(word)
    if not isinstance(path, Path):
        return [path]
    if path.is_dir():
        return [*_read_in(path)] or [path]
    if path.exists() or not glob.has_magic(word):
        return [path]
    return [Path(p) for p in sorted(glob.glob(word, recursive=True)) if Path(p).is_file()] or [path]


def _read_in(folder: Path) -> list[Path]:
    """The files of a folder that are read, by name."""
    return sorted(p for p in folder.iterdir() if p.is_file() and bare_suffix(p.name) in FOLDER_SUFFIXES)


def opened(path: Path) -> io.BufferedReader:
    """The file, to be closed. Raises InputError, without the file's name, when it cannot be opened."""
    try:
        if path.is_dir():
            raise InputError("is a folder, a file is needed here" if _read_in(path) else _NONE_TO_READ)
        return path.open("rb")
    except FileNotFoundError:
        raise InputError("matches no file" if glob.has_magic(str(path)) else "no such file") from None
    except (OSError, ValueError) as error:  # the latter for a name that no file can have
        raise InputError(f"cannot be read ({getattr(error, 'strerror', None) or error})") from None


def standard_input() -> io.BufferedReader:
    """What standard input holds. Raises InputError, without its name, when that is closed or over the limit."""
    if sys.stdin is None:
        raise InputError("is closed")
    with reading():
        data = sys.stdin.buffer.read(LONGEST_COLLECTION + 1)
    if len(data) > LONGEST_COLLECTION:
        raise InputError(f"has more than {LONGEST_COLLECTION:,} bytes; give the name of a file")
    return held(data)


def held(data: bytes) -> io.BufferedReader:
    """Bytes at hand as a stream."""
    return io.BufferedReader(cast(io.RawIOBase, io.BytesIO(data)))
