"""Condition changed: "unless" became "if", or the condition is gone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import became, both, lost
from mtaudit.lexicon.connectives import Connective, Tie, exchanged, untied
from mtaudit.mqm import Category, Severity
from mtaudit.pair.bead import steadiness
from mtaudit.records import ComparedBead, Comparison, Suspicion
from mtaudit.text.negation import negators

CONDITIONS = frozenset((Tie.IF, Tie.UNLESS, Tie.UNTIL))
TURNING = frozenset((Tie.IF, Tie.UNLESS, Tie.WHEN))
"""Of these, what holds on the condition holds with the exception only where it fails."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionChanged:
    """Something holds on another condition, or on none, where the original names one.

    "The deal fails unless the court agrees" and "the deal fails if the court agrees" are contrary news. Many languages
    make "unless" of several words with a negator that a machine loses ("a menos que", "es sei denn"), and one word of
    theirs is both "if" and "when". A condition turned into its exception, or back, misleads about whether: critical.
    A condition that became an end ("until"), an obstacle or a fact told without it is major, "if" told as "when" minor.
    "Unless it rains" as "if it does not rain" is spared, and other words for the same condition.
    """

    verbatim: float = 0.9
    """Share of the other words that must have been kept for a "when" instead of an "if" to be worth a remark: in freer
    rewordings the two are exchanged at will."""

    close: float = 0.75
    """The same for a condition that is gone: a person who rewrites puts it elsewhere."""

    category: ClassVar[Category] = Category.POLARITY
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "The merger fails [[unless]] the court agrees.",
            "The merger fails [[if]] the court agrees.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "Flights resume [[if]] the ash clears.",
            "Flights resume [[unless]] the ash clears.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The truce holds [[unless]] rebels attack.",
            "The truce holds [[when]] rebels attack.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The ward stays shut [[until]] tests are done.",
            "The ward stays shut [[if]] tests are done.",
            severity=Severity.MAJOR,
        ),
        Case(
            "He pays [[provided that]] the club signs.",
            "He pays [[unless]] the club signs.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "Farmers get aid [[if]] the harvest fails.",
            "Farmers get aid [[when]] the harvest fails.",
            severity=Severity.MINOR,
        ),
        Case(
            "The vote is void [[if]] turnout is low.",
            "The vote is void [[although]] turnout is low.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The pilot will land at noon [[if the fog lifts]].", "The pilot will land at noon.", severity=Severity.MAJOR
        ),
        Case(
            "Shares will be sold in May [[unless a buyer steps in]].",
            "Shares will be sold in May.",
            severity=Severity.MAJOR,
        ),
        Case("The merger fails unless the court agrees.", "The merger fails if the court does not agree."),
        Case(
            "The truce holds as long as both agree.", "The truce holds provided that both agree.", why="one condition"
        ),
        Case("The ward stays shut until tests are done.", "The ward stays shut till tests are done."),
        Case("The jury asked if he was ill.", "The jury asked whether he was ill.", why="a question"),
        Case("Once the fog lifts, flights resume.", "As soon as the fog lifts, flights resume.", why="a time"),
        Case("If the fog lifts, flights resume.", "Flights resume if the fog lifts.", why="moved"),
        Case(
            "Aid comes if crops fail, ministers say.",
            "When there is a poor harvest, ministers send aid.",
            why="rewritten",
        ),
        Case("The vote was close until the last hour.", "The vote was close up to the last hour."),
        Case("Even if it rains, they play.", "They play even if it rains."),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Connectives of condition that others stand for, then conditions that are gone."""
        for bead in comparison.beads:
            if bead.original and bead.copy and bead.differences:
                yield from self._exchanged(bead)
                yield from self._lost(bead)

    def _exchanged(self, bead: ComparedBead) -> Iterator[Suspicion]:
        for a, b in exchanged(bead):
            severity = self._severity(bead, a, b)
            if severity:
                means = "The copy says that it holds on another condition than the original does."
                confidence = 0.85 if severity is Severity.CRITICAL else 0.7
                yield became(*both(bead, a.words, b.words), severity, means, confidence)

    def _severity(self, bead: ComparedBead, a: Connective, b: Connective) -> Severity | None:
        says = a.says | b.says
        if says.isdisjoint(CONDITIONS) or len(negators(bead.original)) != len(negators(bead.copy)):
            return None
        steady = steadiness(bead, a.words, b.words)
        if Tie.UNLESS in says and not TURNING.isdisjoint(says - {Tie.UNLESS}):
            return Severity.CRITICAL
        if Tie.WHEN in says:
            if Tie.UNTIL in says:
                return Severity.MAJOR if steady >= self.close else None
            return Severity.MINOR if steady >= self.verbatim else None
        return Severity.MAJOR if steady >= self.close else None

    def _lost(self, bead: ComparedBead) -> Iterator[Suspicion]:
        for connective, words in untied(bead):
            conditional = connective.says <= {Tie.IF, Tie.UNLESS}
            if conditional and len(words) > 2 and steadiness(bead, words, range(0)) >= self.close:
                yield lost(
                    bead.original[words.start : words.stop],
                    Severity.MAJOR,
                    "What the original says only on a condition the copy says without one.",
                    0.8,
                    message="The condition “{}” was lost.",
                )
