"""What an equivalence looks like: a reason why a difference is harmless."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Protocol

from mtaudit.records import ComparedBead, Difference


@dataclass(frozen=True, slots=True)
class Same:
    """Two texts that differ harmlessly, at least once for this reason."""

    original: str
    copy: str


@dataclass(frozen=True, slots=True)
class Unlike:
    """Two texts with a difference that this equivalence must not explain."""

    original: str
    copy: str


class Equivalence(Protocol):
    """Says whether one difference of a bead is harmless for one reason.

    An implementation is a frozen dataclass alone in a file named after it; its docstring is its manual page.
    """

    cases: ClassVar[tuple[Same | Unlike, ...]]

    def __call__(self, bead: ComparedBead, difference: Difference) -> bool:
        """Whether the difference changes nothing for a reader."""
        ...
