"""Spelling: British and American."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mtaudit.equivalences.base import Same, Unlike
from mtaudit.lexicon.spelling import same_word
from mtaudit.records import ComparedBead, Difference


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """One word in its British and its American spelling.

    "Labour" and "labor", "organise" and "organize", "travelled" and "traveled", "while" and "whilst": rules
    of spelling relate them, and a short list holds what no rule covers.
    """

    cases: ClassVar[tuple[Same | Unlike, ...]] = (
        Same("The labour movement organised a theatre programme.", "The labor movement organized a theater program."),
        Same("She travelled towards the grey harbour.", "She traveled toward the gray harbor."),
        Same("The defence analysed its dialogue.", "The defense analyzed its dialog."),
        Unlike("Four men were on the tour.", "For men were on the tour."),
        Unlike("They filled the hole and hopped on.", "They filed the hole and hoped on."),
        Unlike("A rise of the price", "A raise of the price"),
        Unlike("The judge was principal there.", "The judge was principle there."),
    )

    def __call__(self, bead: ComparedBead, difference: Difference) -> bool:
        """Whether both sides are the same words, each in some spelling."""
        lost, gained = bead.lost(difference), bead.gained(difference)
        return (
            [w.form for w in lost] != [w.form for w in gained]
            and len(lost) == len(gained)
            and all(same_word(a.form, b.form) for a, b in zip(lost, gained, strict=True))
        )
