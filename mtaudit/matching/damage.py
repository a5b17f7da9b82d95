"""Archives whose files are cut short or otherwise damaged, as after a failing disk or an unfinished copy.

tantivy maps the files of its index into memory and trusts them: what is damaged makes it panic, which is no error of
Python, and tells itself on standard error. So its checksums, which it writes and does not look at, are held first.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from mtaudit.errors import InputError
from mtaudit.records.packing import decoded

META = "meta.json"
"""Where the index says of which segments it is made."""

PARTS = ("term", "idx", "pos", "store", "fast", "fieldnorm")
"""The files of a segment."""

REMEDY = "move it away and build it anew with `mtaudit index`"

PIECE = 1 << 22
"""Bytes that are read at a time."""

_END = struct.Struct("<II")
"""How a file ends: the length of its footer, which lies before, and a number by which it is known."""

_KNOWN = 1337

LONGEST_FOOTER = 10_000
"""Bytes; they are about a hundred."""


class Damaged(InputError):
    """An archive cannot be used; the message names it."""

    def __init__(self, folder: Path, why: str) -> None:
        super().__init__(f"{folder}: the archive is damaged ({why}); {REMEDY}")
        self.folder = folder


class _Segment(msgspec.Struct):
    segment_id: str


class _Meta(msgspec.Struct):
    segments: list[_Segment]


class _Footer(msgspec.Struct):
    crc: int


def damaged(folder: Path) -> str | None:
    """What is wrong with the index in a folder, by the checksums of its files; None where nothing is known to be.

    Left to tantivy is what it sees by itself: damage to the list of segments or to a checksum, and a file that is gone,
    as it may be while another process adds to the archive.
    """
    try:
        meta = decoded((folder / META).read_bytes(), _Meta)
    except (FileNotFoundError, ValueError):
        return None
    for segment in meta.segments:
        for part in PARTS:
            path = folder / f"{segment.segment_id.replace('-', '')}.{part}"
            if _is_other(path):
                return f"{path.name} is not as it was written"
    return None


def _is_other(path: Path) -> bool:
    """Whether the file is too short for a checksum, or its own is another than it was."""
    try:
        with path.open("rb") as file:
            size = file.seek(0, 2)
            file.seek(max(0, size - _END.size))
            end = file.read()
            if len(end) < _END.size:
                return True
            length, known = _END.unpack(end)
            if known != _KNOWN or length > LONGEST_FOOTER:
                return False
            left = size - _END.size - length
            if left < 0:
                return True
            file.seek(left)
            footer = decoded(file.read(length), _Footer)
            file.seek(0)
            found = 0
            while left and (piece := file.read(min(left, PIECE))):
                found, left = zlib.crc32(piece, found), left - len(piece)
            return found != footer.crc
    except (FileNotFoundError, ValueError):
        return False


@contextmanager
def sheltered(folder: Path | None) -> Iterator[None]:
    """Turns what a damaged index does to tantivy into Damaged: its errors, and the panics that no checksum foretold."""
    try:
        yield
    except BaseException as error:
        broken = isinstance(error, ValueError) or type(error).__name__ == "PanicException"
        if folder is None or not broken:
            raise
        raise Damaged(folder, str(error).partition("\n")[0]) from None
