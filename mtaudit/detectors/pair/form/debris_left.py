"""Debris left: what a scraper or content system leaves behind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.mqm import Category, Severity
from mtaudit.records import Comparison, Role, Suspicion


@dataclass(frozen=True, slots=True, kw_only=True)
class DebrisLeft:
    """A shortcode, an ad slot, a footer or a syndication notice stands in the copy as if it were text.

    Scrapers take along what surrounds an article: "[ad_1]", "Source link", "Related Story". It misleads
    nobody, but it shows that no person looked at the copy. The same paragraph in the original is its own
    affair and is not reported.
    """

    category: ClassVar[Category] = Category.BOILERPLATE
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case("The dam broke at noon.", "[[[ad_1]]]\n\nThe dam broke at noon.", severity=Severity.MINOR),
        Case("The dam broke at noon.", "The dam broke at noon.\n\n[[Source link]]", severity=Severity.MINOR),
        Case("Rates rose on Monday.", "Rates rose on Monday.\n\n[[Related Story]]", severity=Severity.MINOR),
        Case(
            "Rates rose on Monday.",
            "Rates rose on Monday.\n\n[[(This story was automatically generated from a syndicated feed.)]]",
            severity=Severity.MINOR,
        ),
        Case("The keeper was sold.", "The keeper was sold.\n\n[[Advertisement]]", severity=Severity.MINOR),
        Case(
            "The court freed him.",
            "The court freed him.\n\n[[Read more: Ten trials that shook Riga]]",
            severity=Severity.MINOR,
        ),
        Case(
            "Snow closed the pass.",
            "Snow closed the pass.\n\n[[Share this article on Facebook]]",
            severity=Severity.MINOR,
        ),
        Case("Voters chose Hale.", "Voters chose Hale.\n\n[[Subscribe to our newsletter]]", severity=Severity.MINOR),
        Case("The probe landed.", "The probe landed.\n\n[[Filed under: Space, Moon]]", severity=Severity.MINOR),
        Case("Rates rose on Monday.\n\nSource link", "Rates rose on Monday.\n\nSource link"),
        Case("The source of the link is unknown.", "The source of the link is unknown."),
        Case("Share prices fell.", "Share prices fell again.", why="begins like a call"),
        Case("Sign language was taught.", "Sign language was taught in May.", why="begins like a call"),
        Case("Posted sentries fled.", "Posted sentries fled at dawn.", why="begins like a byline"),
        Case("Subscribers left the paper in May.", "In May subscribers left the paper.", why="a sentence"),
        Case("The bank [see note] was sold.", "The bank [see note] was sold.", why="brackets in a sentence"),
        Case(
            "Advertisement for the drug was banned.", "Advertisement for the drug was banned in May.", why="a sentence"
        ),
        Case("He read more books than others.", "He read more books than others."),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Every debris paragraph of the copy that the original has not."""
        known = {s.span.of(comparison.original.text).casefold() for b in comparison.alignment.beads for s in b.original}
        for bead in comparison.alignment.beads:
            for segment in bead.copy:
                text = segment.span.of(comparison.copy.text)
                if segment.role is Role.DEBRIS and text.casefold() not in known:
                    yield Suspicion(
                        original=None,
                        copy=segment.span,
                        severity=Severity.MINOR,
                        message=f"“{text[:80]}” is no part of the article.",
                        explanation="It was left by a scraper or a content system when the copy was made.",
                        confidence=0.95,
                    )
