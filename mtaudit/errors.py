"""Errors meant for the user: what went wrong, where, and what is allowed.

MtauditError
├── InputError      a document that cannot be read
├── UsageError      arguments that make no sense together
└── UnknownName     a detector, equivalence, metric or format that does not exist
"""


class MtauditError(Exception):
    """Base of all errors whose text is written for a user; anything else is a bug."""


class InputError(MtauditError):
    """A document could not be read; the message names it and says why."""


class UsageError(MtauditError):
    """The arguments make no sense together; the message says what is allowed."""


class UnknownName(MtauditError):
    """No detector, equivalence, metric or format has this name; the message lists the known ones."""
