"""Which files a user's words stand for, and one file → Document."""

from __future__ import annotations

import glob
from collections.abc import Iterable
from pathlib import Path

from mtaudit.errors import InputError
from mtaudit.ingest.plain import decode, document
from mtaudit.records import Document

MAX_BYTES = 500_000
"""A longer file is refused: the longest news features run to some 100,000 bytes, so this is no article."""

TEXT_SUFFIXES = (".txt", ".text", ".md")
"""What is read out of a folder; a file that is named outright may have any suffix."""


def expand(patterns: Iterable[str]) -> tuple[Path, ...]:
    """Files, folders and globs → files, each once, in the order given; a folder's files sorted by name.

    A pattern that names nothing is returned as it is, so that reading it reports the error.
    """
    found: dict[Path, None] = {}
    for pattern in patterns:
        path = Path(pattern)
        if path.is_dir():
            inside = sorted(p for p in path.iterdir() if p.is_file() and p.suffix.lower() in TEXT_SUFFIXES)
        elif path.exists() or not glob.has_magic(pattern):
            inside = [path]
        else:
            inside = [Path(p) for p in sorted(glob.glob(pattern, recursive=True)) if Path(p).is_file()] or [path]
        found.update(dict.fromkeys(inside))
    return tuple(found)


def read(path: Path) -> Document:
    """One file of plain text → Document.

    Raises InputError when it is missing, unreadable, too long, binary or empty.
    """
    try:
        if path.is_dir():
            raise InputError(f"{path}: is a folder, a file is needed here")
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise InputError(f"{path}: has {size:,} bytes; an article may have {MAX_BYTES:,}")
        data = path.read_bytes()
    except FileNotFoundError:
        raise InputError(f"{path}: no such file") from None
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: cannot be read ({getattr(error, 'strerror', None) or error})") from None
    try:
        text, remarks = decode(data)
        return document(text, id=path.as_posix(), path=path.as_posix(), remarks=remarks)
    except InputError as error:
        raise InputError(f"{path}: {error}") from None
