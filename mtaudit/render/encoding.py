"""Values as JSON, for every format that is some."""

from __future__ import annotations

import msgspec

from mtaudit.render.reading.text import writable

DIGITS = 4
"""Of similarities, confidences and scores: finer than any of them is meant, coarse enough to diff."""


def formatted(value: object, indent: int = 1) -> str:
    """One key per line, indented by so many spaces per level."""
    return msgspec.json.format(encoded(value), indent=indent).decode()


def encoded(value: object) -> bytes:
    """All on one line; lone surrogates, which UTF-8 cannot carry, are U+FFFD, so that no span of a text shifts."""
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        return msgspec.json.encode(_writable(msgspec.to_builtins(value)))


def _writable(value: object) -> object:
    match value:
        case str():
            return writable(value)
        case dict():
            return {_writable(key): _writable(inner) for key, inner in value.items()}
        case list() | tuple():
            return [_writable(inner) for inner in value]
        case _:
            return value
