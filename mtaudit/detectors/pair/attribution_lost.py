"""Attribution lost: the copy no longer says who says it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.lingua.speech import is_attribution, is_speech
from mtaudit.lingua.words import joined
from mtaudit.mqm import Category, Severity
from mtaudit.records import Comparison, DifferenceKind, Span, Suspicion


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionLost:
    """A tag that names the source of a statement is missing.

    Without "according to the police" or "the mayor said" an outlet states in its own voice what somebody
    claimed. The tag may move within its sentence or change its verb; only its absence is reported.
    """

    category: ClassVar[Category] = Category.ATTRIBUTION
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case("Two men fled, [[according to the police]].", "Two men fled."),
        Case("“We lost money,” [[Brook said]].", "“We lost money.”"),
        Case("[[According to Hale]], prices will fall.", "Prices will fall."),
        Case("Two men fled, the police said.", "The police said two men fled."),
        Case("Two men fled, according to the police.", "Two men fled, the police said."),
        Case("“We lost money,” Brook said.", "“We lost money,” Brook stated."),
        Case("The man, who was from Hale, fled.", "The man fled.", "no attribution"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Omitted stretches that attribute, in beads whose copy has no verb of speech or "according to" instead."""
        for bead in comparison.beads:
            if not bead.original or not bead.copy:
                continue
            added = [w for d in bead.differences for w in bead.gained(d)]
            if any(is_speech(w.form) or w.form in ("according", "reportedly") for w in added):
                continue
            for difference in bead.differences:
                lost, gained = bead.lost(difference), bead.gained(difference)
                if difference.kind is DifferenceKind.MOVED or any(not w.is_punctuation for w in gained):
                    continue
                while lost and lost[0].is_punctuation and lost[0].form != ",":
                    lost = lost[1:]
                if lost and is_attribution(lost):
                    words = [w for w in lost if not w.is_punctuation]
                    yield Suspicion(
                        original=Span(words[0].span.start, words[-1].span.end),
                        copy=None,
                        severity=Severity.MAJOR,
                        message=f"“{joined(words)}” was lost: the copy no longer says who says it.",
                        explanation="The outlet states in its own voice what somebody else claimed.",
                        confidence=0.8,
                    )
