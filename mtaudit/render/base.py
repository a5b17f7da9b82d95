"""What a renderer looks like."""

from __future__ import annotations

from typing import Protocol

from mtaudit.records import Run


class Renderer(Protocol):
    """Turns a run into the text of one file.

    An implementation is a frozen dataclass in a file named after its format; its fields are its options.
    Same run, same options, same text: no clock, no environment.
    """

    def __call__(self, run: Run) -> str:
        """The whole file."""
        ...
