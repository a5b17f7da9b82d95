"""Compressed bytes, taken apart no further than a limit: a small file may hold a very large one."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import cast

from mtaudit.errors import InputError

GZIP_MAGIC = b"\x1f\x8b"

PIECE = 65_536
"""Bytes that are taken apart at a time."""

_WINDOW = {"gzip": 16 + zlib.MAX_WBITS, "x-gzip": 16 + zlib.MAX_WBITS, "deflate": zlib.MAX_WBITS}


def inflated(pieces: Iterable[bytes], encoding: str = "gzip") -> Iterator[bytes]:
    """The bytes of which these are the compressed form, never more than `PIECE` at a time.

    Several gzip files in a row are one. Raises InputError for a damaged or unfinished file and an unknown encoding.
    """
    if encoding not in _WINDOW:
        raise InputError(f"is encoded as {encoding}, which is not read")
    window, fresh = _WINDOW[encoding], True
    stream = zlib.decompressobj(window)
    for piece in pieces:
        while piece:
            try:
                out = stream.decompress(piece, PIECE)
            except zlib.error as error:
                if encoding != "deflate" or not fresh or window < 0:
                    raise InputError(f"is damaged ({error})") from None
                window = -zlib.MAX_WBITS  # some servers send deflate without its frame
                stream = zlib.decompressobj(window)
                continue
            fresh = False
            yield out
            piece = stream.unconsumed_tail
            if stream.eof:
                piece = stream.unused_data
                if not piece.startswith(GZIP_MAGIC):  # padding, or another file's end
                    break
                stream, fresh = zlib.decompressobj(window), True
    while not stream.eof and (out := stream.decompress(b"", PIECE)):
        yield out
    if not stream.eof and not fresh:
        raise InputError("is cut short")


def at_most(pieces: Iterable[bytes], limit: int) -> bytes:
    """All pieces as one. Raises InputError as soon as they are longer than the limit."""
    data = bytearray()
    for piece in pieces:
        data += piece
        if len(data) > limit:
            raise InputError(f"has more than {limit:,} bytes")
    return bytes(data)


def uncompressed(stream: io.BufferedReader) -> io.BufferedReader:
    """The stream, or what is in it where that is gzip; read it under `reading`."""
    if stream.peek(2)[:2] == GZIP_MAGIC:
        return io.BufferedReader(cast(io.RawIOBase, gzip.GzipFile(fileobj=stream)))
    return stream


@contextmanager
def reading() -> Iterator[None]:
    """Turns what a stream may fail with, while it is read, into InputError."""
    try:
        yield
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise InputError(f"is damaged ({error})") from None
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror or error})") from None
