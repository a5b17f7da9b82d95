"""Sense reversed: a word became its opposite."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.lingua.closed_class import is_function_word
from mtaudit.lingua.gaps import steadiness
from mtaudit.lingua.negation import negators
from mtaudit.lingua.wordnet import Relation, opposite, relation
from mtaudit.lingua.words import joined
from mtaudit.mqm import Category, Severity
from mtaudit.records import ComparedBead, Comparison, Difference, DifferenceKind, Span, Suspicion, Word

PHRASES = frozenset(
    frozenset(pair.split("/"))
    for pair in (
        "in favor of/against",
        "in favour of/against",
        "in support of/against",
        "at least/at most",
        "more than/less than",
        "more than/fewer than",
        "over/less than",
        "over/fewer than",
        "up to/at least",
        "as well as/instead of",
        "on air/off air",
        "because of/despite",
        "in addition to/instead of",
        "prior to/after",
        "before/following",
        "ahead of/after",
        "ahead of/behind",
    )
)
"""Small phrases of which one turns the sense of the other round; the lexicon has only words."""

HARMLESS = frozenset(
    frozenset(pair.split("/"))
    for pair in """
    this/that these/those and/or in/out into/from onto/off up/down here/there little/much if/unless under/upon
    some/none go/come bring/take come/leave may/must
    """.split()
)
"""Pairs that idiom exchanges freely ("fill in", "fill out"), so that they prove nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SenseReversed:
    """A word or small phrase of the original stands in the copy as its opposite.

    "Closed" becomes "opened", "after" becomes "before", "at least" becomes "at most": the reader learns the
    contrary. Opposites come from WordNet's antonyms, from negative prefixes and from lists of our own for
    function words. Where the other side carries a negator in exchange ("illegal", "not legal"), the sense is
    kept and nothing is reported. Adjectives and verbs that are opposite only through words they resemble ("quick",
    "leisurely") count where the rest of the sentence was kept.
    """

    close: float = 0.75
    """Share of the other words that must have been kept for indirect opposites to count: of 2,500 exchanged words in
    harmless edits and second translations (SummEdits, WMT, PAWS) two stand in that relation, of DEMETR's antonyms
    seven of a hundred beyond the direct ones."""

    category: ClassVar[Category] = Category.POLARITY
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case("The bridge was [[closed]] on Sunday.", "The bridge was [[opened]] on Sunday."),
        Case("He arrived [[after]] the vote.", "He arrived [[before]] the vote."),
        Case("Analysts spoke [[in favor of]] the merger.", "Analysts spoke [[against]] the merger."),
        Case("The search was [[lawful]], the court said.", "The search was [[unlawful]], the court said."),
        Case("Sales [[rose]] in the north.", "Sales [[fell]] in the north."),
        Case("The search was illegal.", "The search was not legal."),
        Case("Sales rose in the north.", "Sales climbed in the north."),
        Case("She filled in the form.", "She filled out the form."),
        Case("This is the end.", "That is the end."),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Differences whose two sides are opposites."""
        for bead in comparison.beads:
            if len(negators(bead.original)) != len(negators(bead.copy)):
                continue
            for difference in bead.differences:
                if difference.kind is DifferenceKind.REPLACED and difference.equivalence is None:
                    yield from self._in_difference(bead, difference)

    def _in_difference(self, bead: ComparedBead, difference: Difference) -> Iterator[Suspicion]:
        lost, gained = bead.lost(difference), bead.gained(difference)
        if _phrases(lost, gained):
            yield _suspicion(lost, gained)
            return
        for link in bead.links:
            if link.original in difference.original and link.copy in difference.copy:
                a, b = bead.original[link.original], bead.copy[link.copy]
                if _both(bead.original, a, b) and _both(bead.copy, a, b):
                    continue
                if frozenset((a.form, b.form)) not in HARMLESS and self._opposed(bead, difference, a, b):
                    yield _suspicion((a,), (b,))

    def _opposed(self, bead: ComparedBead, difference: Difference, a: Word, b: Word) -> bool:
        """Whether the words are opposites, or in a sentence otherwise kept resemble words that are."""
        if opposite(a.form, b.form):
            return True
        if relation(a.form, b.form) is not Relation.ANTONYM or is_function_word(a.form) or is_function_word(b.form):
            return False
        return steadiness(bead, difference.original, difference.copy) >= self.close


def _both(side: tuple[Word, ...], a: Word, b: Word) -> bool:
    """Whether both words stand on this side, so that a turned sentence may have them change places."""
    forms = [w.form for w in side]
    return a.form in forms and b.form in forms


def _phrases(lost: tuple[Word, ...], gained: tuple[Word, ...]) -> bool:
    return frozenset((" ".join(w.form for w in lost), " ".join(w.form for w in gained))) in PHRASES


def _suspicion(lost: tuple[Word, ...], gained: tuple[Word, ...]) -> Suspicion:
    was, became = joined(lost), joined(gained)
    return Suspicion(
        original=Span.cover(*(w.span for w in lost)),
        copy=Span.cover(*(w.span for w in gained)),
        severity=Severity.CRITICAL,
        message=f"“{was}” became its opposite, “{became}”.",
        explanation="The reader is told the contrary of what the original says.",
        confidence=0.85,
    )
