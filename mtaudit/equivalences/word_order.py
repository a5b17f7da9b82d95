"""Word order: an adverb, a time or a speaker's tag stands elsewhere in the sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mtaudit.equivalences.base import Same, Unlike
from mtaudit.lexicon.wordnet import parts_of_speech
from mtaudit.records import ComparedBead, Difference, DifferenceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class WordOrder:
    """The same words stand in another place of the same sentence.

    English lets adverbs, times and tags of speech move ("he said yesterday", "yesterday he said"). An
    adjective that ends up behind its noun ("interest public") or a name that moves is not excused: the one
    is broken English, the other may have changed who did what.
    """

    cases: ClassVar[tuple[Same | Unlike, ...]] = (
        Same("The board repeatedly warned the owners.", "The board warned the owners repeatedly."),
        Same("“It is over,” said the coach.", "“It is over,” the coach said."),
        Same("Today the council met in private.", "The council met in private today."),
        Unlike("It was in the public interest to stop.", "It was in the interest public to stop."),
        Unlike("Brook beat Hale in the final.", "Hale beat Brook in the final."),
        Unlike("The board warned the owners.", "The board threatened the owners."),
    )

    def __call__(self, bead: ComparedBead, difference: Difference) -> bool:
        """Whether words only moved, none of them a name, none of them an adjective torn from its noun."""
        if difference.kind is not DifferenceKind.MOVED:
            return False
        for a, b in zip(bead.lost(difference), bead.gained(difference), strict=True):
            if a.form != b.form or (a.text[0].isupper() and b.text[0].isupper()) or not a.form.isalpha():
                return False
        return not _swapped_with_neighbour(bead, difference)


def _swapped_with_neighbour(bead: ComparedBead, difference: Difference) -> bool:
    """Whether an adjective and the noun beside it changed places."""
    before = bead.original[difference.original.start - 1] if difference.original.start else None
    behind = bead.original[difference.original.stop] if difference.original.stop < len(bead.original) else None
    first = bead.copy[difference.copy.start - 1] if difference.copy.start else None
    last = bead.copy[difference.copy.stop] if difference.copy.stop < len(bead.copy) else None
    moved = bead.lost(difference)[0].form
    if behind and first and behind.form == first.form:
        return "a" in parts_of_speech(moved) and "n" in parts_of_speech(behind.form)
    if before and last and before.form == last.form:
        return "a" in parts_of_speech(before.form) and "n" in parts_of_speech(moved)
    return False
