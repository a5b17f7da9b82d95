"""Clause added: the copy says something that the original does not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.lingua.closed_class import content
from mtaudit.lingua.words import excerpt
from mtaudit.mqm import Category, Severity
from mtaudit.records import Comparison, DifferenceKind, Role, Span, Suspicion, Word


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseAdded:
    """Words of the copy have no counterpart in the original: a sentence, or several content words.

    Scrapers join sentences from elsewhere to an article, and machine translation invents words where it lost
    the thread. A whole sentence is major, a stretch inside a sentence minor, since it mostly belongs to a
    rewording.
    """

    least: int = 4
    """Content words that make an addition a clause."""

    category: ClassVar[Category] = Category.ADDITION
    general: ClassVar[bool] = True
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "Rain fell for days. Roads were closed.",
            "Rain fell for days. [[A new phone goes on sale in every shop next week.]] Roads were closed.",
        ),
        Case(
            "The bank was sold on Friday.",
            "The bank[[, known for generous bonuses among senior traders,]] was sold on Friday.",
        ),
        Case("The coach left the club.", "The coach left the club [[after bitter weeks full of angry letters]]."),
        Case("The bank was sold.", "The big bank was sold."),
        Case("To win, they had to score.", "In order to win, they had to score."),
        Case("Rain fell for days.", "Rain fell for days.\n\nSource link", "debris is another detector's"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Added segments that are no debris, and added stretches inside segments that correspond."""
        for bead in comparison.beads:
            if not bead.bead.original:
                if bead.bead.copy[0].role is not Role.DEBRIS and len(content(bead.copy)) >= self.least:
                    yield _suspicion(Span.cover(*(s.span for s in bead.bead.copy)), None, bead.copy, Severity.MAJOR)
                continue
            for difference in bead.differences:
                if difference.equivalence is None and difference.kind in (
                    DifferenceKind.ADDED,
                    DifferenceKind.REPLACED,
                ):
                    gained = bead.gained(difference)
                    if len(content(gained)) - len(content(bead.lost(difference))) >= self.least:
                        original = bead.original_span(difference.original)
                        yield _suspicion(bead.copy_span(difference.copy), original, gained, Severity.MINOR)


def _suspicion(copy: Span | None, original: Span | None, gained: tuple[Word, ...], severity: Severity) -> Suspicion:
    return Suspicion(
        original=original,
        copy=copy,
        severity=severity,
        message=f"The copy adds “{excerpt(gained)}”.",
        explanation="The original does not say this.",
        confidence=0.7,
    )
