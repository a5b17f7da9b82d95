"""Change confused: "rose by 5 percent" became "rose to 5 percent"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.lingua.closed_class import is_function_word
from mtaudit.lingua.figures import matched_quantities
from mtaudit.lingua.wordnet import lemma
from mtaudit.mqm import Category, Severity
from mtaudit.records import ComparedBead, Comparison, Suspicion, Word

MOVING = frozenset(
    """
    rise fall grow shrink increase decrease decline drop climb slip slide jump soar surge plunge slump plummet tumble
    sink gain lose raise lower cut reduce boost widen narrow lengthen shorten extend expand contract swell dwindle
    advance retreat recover rebound ease edge inch dip lift hike trim slash push bring go come move widening rate
    growth
    """.split()
)
"""Verbs and nouns (base forms) of change, behind which a figure says how far or to where."""

REACH = 5
"""Words before the preposition among which the change stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeConfused:
    """How far something moved is told as where it got to, or the other way round.

    "Shares fell by a fifth" is a bad day, "shares fell to a fifth" ruin; "from 5 percent" for "to 5 percent" turns the
    end into the start. A preposition is all that tells them apart, and others are used in other languages (German
    "um" and "auf", Spanish "en" and "a"). The same figure then says another amount: critical. Where none stood
    ("rose 5 percent") one that says the same may come ("by"), but not another.
    """

    category: ClassVar[Category] = Category.NUMBER
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case("Shares in the mill fell [[by]] a fifth.", "Shares in the mill fell [[to]] a fifth."),
        Case("The river rose [[to]] nine metres.", "The river rose [[by]] nine metres."),
        Case("Turnout dropped [[by]] 12 percent in the north.", "Turnout dropped [[to]] 12 percent in the north."),
        Case("The jury cut the fine [[to]] $3,000.", "The jury cut the fine [[by]] $3,000."),
        Case("The death toll climbed [[to]] 40.", "The death toll climbed [[from]] 40."),
        Case("Infections grew [[from]] 300 a day.", "Infections grew [[by]] 300 a day."),
        Case("The club’s lead shrank [[to]] two points.", "The club’s lead shrank [[by]] two points."),
        Case("The army was reduced [[by]] 9,000 men.", "The army was reduced [[to]] 9,000 men."),
        Case("The glacier widened [[by]] 30 metres.", "The glacier widened [[from]] 30 metres."),
        Case("Shares fell by 4 percent.", "Shares fell 4 percent.", "the same without a preposition"),
        Case("The toll rose to 40.", "The toll climbed to 40."),
        Case("He was hit by two cars.", "He was led to two cars.", "no change"),
        Case("It was signed by 40 states.", "It was sent to 40 states.", "nothing moves"),
        Case("Fares rose from 2 to 4 euros.", "Fares rose to 4 euros from 2.", "the ends moved together"),
        Case("The toll rose by May 4.", "The toll rose to May 4.", "a date is no figure"),
        Case("Prices rose in 40 towns.", "Prices rose across 40 towns."),
        Case("The lead shrank to two points.", "The lead shrank down to two points."),
        Case("Turnout fell by a tenth.", "Turnout fell by 10 percent.", "one share"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Figures that are the same behind unlike prepositions of change."""
        for bead in comparison.beads:
            if not (bead.original and bead.copy and bead.differences):
                continue
            for a, b in matched_quantities(bead).same:
                i, j = a.extent.start - 1, b.extent.start - 1
                if i > 0 and j > 0 and _confused(bead, i, j):
                    yield _suspicion(bead, i, j)


def _confused(bead: ComparedBead, i: int, j: int) -> bool:
    """Whether a change is told up to these two prepositions, which are not the same."""
    forms = bead.original[i].form, bead.copy[j].form
    ways = frozenset(("by", "to", "from"))
    if forms[0] == forms[1] or not ways.issuperset(forms):
        return False
    return _moves(bead.original, i) and _moves(bead.copy, j)


def _moves(side: Sequence[Word], k: int) -> bool:
    """Whether a verb or noun of change stands shortly before, with no other figure's preposition between."""
    for word in reversed(side[max(0, k - REACH) : k]):
        if word.form in ("by", "to", "from") or word.form[0].isdigit():
            return False
        if not is_function_word(word.form) and lemma(word.form) in MOVING:
            return True
    return False


def _suspicion(bead: ComparedBead, i: int, j: int) -> Suspicion:
    return Suspicion(
        original=bead.original[i].span,
        copy=bead.copy[j].span,
        severity=Severity.CRITICAL,
        message=f"“{bead.original[i].text}” became “{bead.copy[j].text}” before the figure.",
        explanation="By how much something changed, to what and from what are three amounts.",
        confidence=0.85,
    )
