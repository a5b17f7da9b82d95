"""The libraries that read for us, which an installation may lack or have in a state that cannot be used."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from mtaudit.errors import InputError


@contextmanager
def installed() -> Iterator[None]:
    """Turns the want of a library, or of a part of one, into InputError: other inputs may do without it."""
    try:
        yield
    except ImportError as error:
        why = " ".join(str(error).split()).rstrip(".")
        raise InputError(f"cannot be read, as a library is missing or broken: {why}; install mtaudit anew") from error
