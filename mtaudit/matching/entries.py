"""The documents of an archive, kept beside its index: merging the index, which is done again and again, moves no text.

On disk they stand one behind the other in a file that only grows. What a crash left half-written at its end is pointed
at by nothing, since the index is committed after them.
"""

from __future__ import annotations

import os
import struct
from io import BufferedWriter
from pathlib import Path
from typing import Protocol

from mtaudit.errors import InputError
from mtaudit.records import Document
from mtaudit.records.packing import packed, unpacked

FAST = 1
"""How hard entries are compressed: a million of them must be packed within minutes."""

_PLACE = struct.Struct("<QI")
"""Where an entry begins, and how many bytes it has."""


class Entries(Protocol):
    """Keeps documents, each at a place that the index remembers."""

    def add(self, document: Document) -> bytes:
        """Keeps a document and tells its place."""
        ...

    def settle(self) -> None:
        """Makes sure that what was added outlives a crash."""
        ...

    def get(self, place: bytes) -> Document:
        """The document at a place. Raises InputError where it cannot be read."""
        ...


class Held:
    """Entries in memory, as they are."""

    def __init__(self) -> None:
        self._documents: list[Document] = []

    def add(self, document: Document) -> bytes:
        """Keeps a document and tells its place."""
        self._documents.append(document)
        return _PLACE.pack(len(self._documents) - 1, 0)

    def settle(self) -> None:
        """Nothing here outlives the process."""

    def get(self, place: bytes) -> Document:
        """The document at a place."""
        number, _ = _PLACE.unpack(place)
        return self._documents[int(number)]


class Filed:
    """Entries in a file; it is opened for writing by the first addition, which only one process may make at a time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._end: BufferedWriter | None = None

    def add(self, document: Document) -> bytes:
        """Writes a document at the end and tells its place."""
        if self._end is None:
            self._end = self._path.open("ab")
        data = packed(document, FAST)
        place = _PLACE.pack(self._end.tell(), len(data))
        self._end.write(data)
        return place

    def settle(self) -> None:
        """Makes sure that all is on the disk, and closes the file."""
        if self._end is not None:
            with self._end as end:
                end.flush()
                os.fsync(end.fileno())
            self._end = None

    def get(self, place: bytes) -> Document:
        """The document at a place. Raises InputError where it cannot be read."""
        try:
            start, length = _PLACE.unpack(place)
            with self._path.open("rb") as file:
                return unpacked(os.pread(file.fileno(), length, start), Document)
        except (OSError, OverflowError, ValueError, struct.error) as error:
            raise InputError(f"{self._path}: an entry of the archive is damaged ({error})") from None
