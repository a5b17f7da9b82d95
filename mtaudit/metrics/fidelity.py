"""Fidelity: the MQM score of the findings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.mqm import WEIGHT, Severity
from mtaudit.records import Comparison, Finding, Score
from mtaudit.text.words import words


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
        """The score; an original without words scores 100 or 0."""
        penalty = sum(WEIGHT[f.severity] for f in findings)
        length = max(1, sum(not w.is_punctuation for w in words(comparison.original.text)))
        value = max(0.0, 100.0 - penalty * self.per_words / length)
        weights = "/".join(str(WEIGHT[s]) for s in (Severity.MINOR, Severity.MAJOR, Severity.CRITICAL))
        return Score("fidelity", round(value, 4), f"fidelity|mqm:{weights}|per:{self.per_words}w|clip:0")
