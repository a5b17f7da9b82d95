"""Errors meant for the user: what went wrong, where, and what is allowed.

MtauditError
├── InputError      a document that cannot be read
├── UsageError      arguments that make no sense together
│   ├── ConfigError a file of settings that makes no sense
│   └── LexiconError a list of words that makes no sense
└── UnknownName     a detector, equivalence, metric or format that does not exist
"""

from __future__ import annotations

from collections.abc import Iterable


def allowed(name: str, known: Iterable[str]) -> str:
    """What to say to one who wrote a name that is not known: the close ones, and all the known ones."""
    import difflib

    names = sorted(known)
    close = difflib.get_close_matches(name, names, n=3)
    hint = f"did you mean {' or '.join(close)}? " if close else ""
    return f"{hint}known are {', '.join(names)}"


class MtauditError(Exception):
    """Base of all errors whose text is written for a user; anything else is a bug."""


class InputError(MtauditError):
    """A document could not be read; the message names it and says why."""


class UsageError(MtauditError):
    """The arguments make no sense together; the message says what is allowed."""


class ConfigError(UsageError):
    """A file of settings makes no sense; the message names file and key and says what is allowed."""


class LexiconError(UsageError):
    """A list of words makes no sense; the message names file and line and says what is allowed."""


class UnknownName(MtauditError):
    """No detector, equivalence, metric or format has this name; the message lists the known ones."""
