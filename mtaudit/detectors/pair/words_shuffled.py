"""Words shuffled: the words of a sentence stand in no order that makes one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.mqm import Category, Severity
from mtaudit.records import Comparison, Span, Suspicion, Word


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsShuffled:
    """A sentence of the copy has the original's words in an order of which nothing is left.

    People who reword move phrases, and within a phrase its words stay side by side. Where a sentence keeps its words
    and loses nearly all of its neighbourhoods, a machine has shuffled them, and no reader can tell what was said.
    """

    kept: float = 0.9
    """Share of the words, on both sides, that must stand on the other."""

    beside: float = 0.3
    """Share of the pairs of neighbours that may be left: of 1,445 rewordings that keep as many words (WMT's second
    references, PAWS, SummEdits; the halves to fit on) the lowest has 0.36."""

    least: int = 8
    """Words from which neighbourhoods say something."""

    category: ClassVar[Category] = Category.FLUENCY
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "[[The mayor of the town was arrested on Friday night.]]",
            "[[Friday of arrested the on town night was the mayor.]]",
        ),
        Case(
            "[[Heavy rain closed three roads in the north before dawn.]]",
            "[[Before north in the rain dawn roads heavy three closed.]]",
        ),
        Case(
            "[[She told reporters that her son had never owned a gun.]]",
            "[[Gun son reporters had told a she owned that never her.]]",
        ),
        Case("On Friday night the mayor of the town was arrested.", "The mayor of the town was arrested Friday night."),
        Case("Heavy rain closed three roads before dawn in May.", "Before dawn in May heavy rain closed three roads."),
        Case("She lost it.", "It she lost.", "too short to tell"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Beads that keep their words and lose their neighbourhoods."""
        for bead in comparison.beads:
            mine, theirs = _spoken(bead.original), _spoken(bead.copy)
            if min(len(mine), len(theirs)) < self.least or mine == theirs:
                continue
            if _shared(mine, theirs) < self.kept:
                continue
            if _shared(list(pairwise(mine)), list(pairwise(theirs))) <= self.beside:
                yield Suspicion(
                    original=Span.cover(*(s.span for s in bead.bead.original)),
                    copy=Span.cover(*(s.span for s in bead.bead.copy)),
                    severity=Severity.CRITICAL,
                    message="The words of the sentence were shuffled.",
                    explanation="The words are the original's, in an order from which nobody can tell what was said.",
                    confidence=0.9,
                )


def _spoken(words: Sequence[Word]) -> list[str]:
    return [w.form for w in words if not w.is_punctuation]


def _shared(a: Sequence[object], b: Sequence[object]) -> float:
    """What two lists have in common, counted as often as it stands in both, as a share of both."""
    return 2 * (Counter(a) & Counter(b)).total() / (len(a) + len(b))
