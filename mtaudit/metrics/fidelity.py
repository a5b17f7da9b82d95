"""Fidelity: the MQM score of the findings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.mqm import WEIGHT, Severity
from mtaudit.pair.bead import by_bead
from mtaudit.records import ComparedBead, Comparison, Finding, Score
from mtaudit.text.words import words

SHARE = 95
"""Per cent of the drawn texts whose fidelity lies within the interval."""

FEWEST_BEADS = 5
"""Beads below which drawing them again says nothing."""

FEWEST_DRAWS, MOST_DRAWS = 200, 500
"""Texts that are drawn: the fewer, the longer the article."""

MOST_DRAWN = 2_000_000
"""Sentences drawn in all, so that a book takes no longer than an article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fidelity:
    """How much of the original's meaning the copy keeps, 0–100: 100 less the MQM penalty per 100 words.

    Each finding counts with its weight (minor 1, major 5, critical 25, after Freitag et al. 2021), also
    where several are one group, since each misleads at its place.
    """

    needs_verdicts: ClassVar[bool] = True

    per_words: int = 100
    """Words of the original to which the penalty is related."""

    def __call__(self, comparison: Comparison, findings: Sequence[Finding]) -> Score:
        """The score; an original without words scores 100 or 0.

        Its interval is None for a few sentences, and where no finding weighs anything, since drawing sentences without
        fault again proves nothing about others.
        """
        penalty = sum(WEIGHT[f.severity] for f in findings)
        length = max(1, sum(not w.is_punctuation for w in words(comparison.original.text)))
        value = round(max(0.0, 100.0 - penalty * self.per_words / length), 4)
        weights = "/".join(str(WEIGHT[s]) for s in (Severity.MINOR, Severity.MAJOR, Severity.CRITICAL))
        signature = f"fidelity|mqm:{weights}|per:{self.per_words}w|clip:0"
        return Score("fidelity", value, signature, _interval(comparison.beads, findings, value))


def _interval(beads: Sequence[ComparedBead], findings: Sequence[Finding], value: float) -> tuple[float, float] | None:
    """Percentile bootstrap over the beads (Efron & Tibshirani 1993, ch. 13), each with its MQM penalty and the words of
    the original; the seed is fixed, so that the same audit has the same interval."""
    if len(beads) < FEWEST_BEADS:
        return None
    lying = by_bead(beads, findings)
    penalties = [sum(WEIGHT[f.severity] for f in lying[number]) for number in range(len(beads))]
    lengths = [sum(word.text[0].isalnum() for word in bead.original) for bead in beads]
    if not sum(penalties) or not sum(lengths):
        return None
    scale = (100 - value) * sum(lengths) / sum(penalties) if value > 0 else 100.0
    low, high = _percentiles(penalties, lengths, scale)
    return round(low, 4), round(high, 4)


def _percentiles(penalties: list[int], lengths: list[int], scale: float) -> tuple[float, float]:
    """The ends of the interval of 100 - scale * penalty / words over draws of the beads."""
    import numpy as np

    number = len(penalties)
    draws = max(FEWEST_DRAWS, min(MOST_DRAWS, MOST_DRAWN // number))
    drawn = np.random.default_rng(0).integers(number, size=(draws, number))
    lost, words = (np.array(each)[drawn].sum(axis=1) for each in (penalties, lengths))
    values = np.clip(100 - scale * lost / np.maximum(1, words), 0, 100)
    tail = (100 - SHARE) / 2
    low, high = np.percentile(values, (tail, 100 - tail))
    return float(low), float(high)
