"""List order: "cats and dogs", "dogs and cats"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.equivalences.base import Same, Unlike
from mtaudit.records import ComparedBead, Difference, DifferenceKind, Word

JOINTS = frozenset((",", "and", "or", "as well as", "&", ";"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOrder:
    """The members of a list stand in another order.

    "Abusive, violent content" is "violent and abusive content". Moved words count as members of a list where
    a comma or "and" stands beside them on both sides.
    """

    cases: ClassVar[tuple[Same | Unlike, ...]] = (
        Same("a cold, windy, wet night", "a windy, wet, cold night"),
        Same("Ants, bees and wasps sting.", "Bees, wasps and ants sting."),
        Same("They sold apples, plums and pears.", "They sold apples, pears and plums."),
        Unlike("The dog bit the man.", "The man bit the dog."),
        Unlike("public interest", "interest public"),
        Unlike("rain and wind", "rain and hail"),
    )

    def __call__(self, bead: ComparedBead, difference: Difference) -> bool:
        """Whether the words only changed places within a list."""
        return (
            difference.kind is DifferenceKind.MOVED
            and _in_list(bead.original, difference.original)
            and _in_list(bead.copy, difference.copy)
        )


def _in_list(side: Sequence[Word], where: range) -> bool:
    before = side[where.start - 1].form if where.start else ""
    behind = side[where.stop].form if where.stop < len(side) else ""
    return before in JOINTS or behind in JOINTS
