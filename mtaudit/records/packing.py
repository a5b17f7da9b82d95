"""Records as bytes: deflated JSON of ASCII, so that no character is lost, not even half a surrogate pair."""

from __future__ import annotations

import json
import zlib
from typing import Any, TypeVar

import msgspec

Value = TypeVar("Value")


def packed(value: object, level: int = -1) -> bytes:
    """Any of the records; `level` is zlib's, from 1 (fast) to 9 (small)."""
    return zlib.compress(json.dumps(msgspec.to_builtins(value, enc_hook=_plain)).encode(), level)


def unpacked(data: bytes, kind: type[Value]) -> Value:
    """What was packed. Raises ValueError where it is of another form, or damaged."""
    try:
        return msgspec.convert(json.loads(zlib.decompress(data)), kind, dec_hook=_made)
    except (zlib.error, RecursionError, TypeError, OverflowError) as error:
        raise ValueError(f"damaged: {error}") from None


def decoded(data: bytes, kind: type[Value]) -> Value:
    """JSON → a value of this kind. Raises ValueError where it is of another form, or no JSON."""
    try:
        return msgspec.json.decode(data, type=kind)
    except RecursionError as error:
        raise ValueError(f"nested too deeply: {error}") from None


def _plain(value: Any) -> list[int]:
    if isinstance(value, range):
        return [value.start, value.stop]
    raise NotImplementedError(type(value))


def _made(kind: type, value: Any) -> range:
    if kind is range:
        return range(*value)
    raise NotImplementedError(kind)
