"""Clause omitted: a sentence or clause of the original is missing from the copy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.lingua.closed_class import content
from mtaudit.lingua.negation import negators
from mtaudit.lingua.words import excerpt
from mtaudit.mqm import Category, Severity
from mtaudit.records import ComparedBead, Comparison, DifferenceKind, Role, Span, Suspicion, Word

MINOR_ROLES = frozenset((Role.DEBRIS, Role.BYLINE, Role.CAPTION, Role.HEADING, Role.HEADLINE))
"""What a repost may leave out without loss to the story."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseOmitted:
    """Words of the original have no counterpart: a sentence, or a stretch with several content words.

    A machine drops what it cannot parse, a scraper what it takes for decoration. What is lost decides how bad
    it is: a denial that is cut out of a sentence may turn the rest round and is critical. Two or three words
    are left to the detectors that look at what they say.
    """

    least: int = 3
    """Content words that make an omission a clause: human rewriting of the round-trip corpus drops fewer."""

    category: ClassVar[Category] = Category.OMISSION
    general: ClassVar[bool] = True
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "The bank[[, which had lost millions in risky bonds,]] was sold on Friday.",
            "The bank was sold on Friday.",
        ),
        Case(
            "Rain fell for days. [[The mayor did not ask the army for help.]] Roads were closed.",
            "Rain fell for days. Roads were closed.",
        ),
        Case(
            "The vaccine works [[in children under five years of age]], doctors said.",
            "The vaccine works, doctors said.",
        ),
        Case("The bank was sold on Friday.", "The bank was sold."),
        Case("In order to win, they had to score.", "To win, they had to score."),
        Case("Yesterday the bank, sadly, was sold.", "Yesterday the bank was sold."),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Omitted segments, and omitted stretches inside segments that were kept."""
        for bead in comparison.beads:
            if not bead.bead.copy:
                if bead.bead.original[0].role not in MINOR_ROLES:
                    yield self._whole(comparison, bead)
                continue
            for difference in bead.differences:
                if difference.equivalence is None and difference.kind in (
                    DifferenceKind.OMITTED,
                    DifferenceKind.REPLACED,
                ):
                    lost = bead.lost(difference)
                    surplus = len(content(lost)) - len(content(bead.gained(difference)))
                    if surplus >= self.least:
                        copy = bead.copy_span(difference.copy)
                        yield _suspicion(bead.original_span(difference.original), copy, lost)

    def _whole(self, comparison: Comparison, bead: ComparedBead) -> Suspicion:
        return _suspicion(Span.cover(*(s.span for s in bead.bead.original)), None, bead.original)


def _suspicion(original: Span | None, copy: Span | None, lost: tuple[Word, ...]) -> Suspicion:
    denies = bool(negators(lost)) or any(w.form in ("fail", "failed", "denied", "refused") for w in lost)
    figures = any(c.isdigit() for w in lost for c in w.text)
    what = "a denial" if denies else "a figure" if figures else "a part of the sentence"
    return Suspicion(
        original=original,
        copy=copy,
        severity=Severity.CRITICAL if denies and copy else Severity.MAJOR,
        message=f"The copy leaves out “{excerpt(lost)}”.",
        explanation=f"What is lost is {what}; the reader does not learn it, or reads the rest otherwise.",
        confidence=0.75,
    )
