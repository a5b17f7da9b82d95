"""What a renderer looks like."""

from __future__ import annotations

from typing import Protocol

from mtaudit.records import Run
from mtaudit.records.rulings import Checked


class Renderer(Protocol):
    """Turns a run into the text of one file.

    An implementation is a frozen dataclass in a file named after its format; its fields are its options.
    Same run, same options, same text: no clock, no environment.
    """

    def __call__(self, run: Run) -> str:
        """The whole file."""
        ...


class GateRenderer(Protocol):
    """Turns what the gate has to say into the text of one file; otherwise as `Renderer`."""

    def __call__(self, checked: Checked) -> str:
        """The whole file; nothing where there is nothing to say and the format allows it."""
        ...
