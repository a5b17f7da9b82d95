"""Modality changed: "may" becomes "will", "alleged" becomes "proven"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.lingua.modality import HEDGES, changed
from mtaudit.lingua.words import joined
from mtaudit.mqm import Category, Severity
from mtaudit.records import ComparedBead, Comparison, DifferenceKind, Span, Suspicion

TOLD = frozenset("thought believed said alleged reported rumoured rumored supposed understood suspected feared".split())
"""Participles that hedge in the passive: "is thought to be hiding"."""

@dataclass(frozen=True, slots=True, kw_only=True)
class ModalityChanged:
    """A statement became surer, less sure, or an order.

    "May" and "will", "alleged" and "proven" are not the same news. Pairs that tense and
    idiom exchange freely ("can", "could") are left alone; so is a hedge said in another way.
    """

    category: ClassVar[Category] = Category.MODALITY
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case("The storm [[may]] reach the coast.", "The storm [[will]] reach the coast."),
        Case("The [[alleged]] thief was held.", "The [[convicted]] thief was held."),
        Case("Troops were [[reportedly]] seen near the border.", "Troops were seen near the border."),
        Case("He said the bank [[would]] pay.", "He said the bank [[must]] pay."),
        Case("The boss is [[thought to be]] hiding.", "The boss is hiding."),
        Case("The storm could reach the coast.", "The storm might reach the coast."),
        Case("The alleged thief was held.", "The suspected thief was held."),
        Case("She can swim.", "She could swim."),
        Case("Troops were reportedly seen.", "According to reports, troops were seen."),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Linked words of unlike strength, and hedges that were lost."""
        for bead in comparison.beads:
            yield from self._exchanged(bead)
            yield from self._lost(bead)

    def _exchanged(self, bead: ComparedBead) -> Iterator[Suspicion]:
        for link in bead.links:
            a, b = bead.original[link.original], bead.copy[link.copy]
            if a.form != b.form and changed(a.form, b.form):
                yield Suspicion(
                    original=a.span,
                    copy=b.span,
                    severity=Severity.MAJOR,
                    message=f"“{a.text}” became “{b.text}”.",
                    explanation="The statement is surer or less sure, or an order, where the original's was not.",
                    confidence=0.8,
                )

    def _lost(self, bead: ComparedBead) -> Iterator[Suspicion]:
        hedged = any(
            w.form in HEDGES or w.form in ("reports", "report", "claims", "appears", "seems") for w in bead.copy
        )
        for difference in bead.differences:
            if difference.kind is DifferenceKind.OMITTED and not hedged:
                words = [w for w in bead.lost(difference) if not w.is_punctuation]
                told = [w for w in words if w.form in TOLD]
                if (len(words) == 1 and words[0].form in HEDGES) or (
                    told and [w.form for w in words][-2:] == ["to", "be"]
                ):
                    yield Suspicion(
                        original=Span(words[0].span.start, words[-1].span.end),
                        copy=None,
                        severity=Severity.MAJOR,
                        message=f"“{joined(words)}” was lost.",
                        explanation="What was a suspicion or a report reads as a plain fact.",
                        confidence=0.75,
                    )
