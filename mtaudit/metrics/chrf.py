"""ChrF++ (Popović 2017) through sacreBLEU."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.metrics.base import streams
from mtaudit.records import Comparison, Finding, Score


@dataclass(frozen=True, slots=True, kw_only=True)
class Chrf:
    """F-score over character and word n-grams, 0–100: like BLEU, but kind to inflections."""

    needs_verdicts: ClassVar[bool] = False

    word_order: int = 2
    """Words an n-gram may have; 2 makes it chrF++, which agrees best with people (Popović 2017)."""

    def __call__(self, comparison: Comparison, findings: Sequence[Finding]) -> Score:
        """ChrF++ of the copy against the original, a bead as a segment."""
        from sacrebleu.metrics.chrf import CHRF

        metric = CHRF(word_order=self.word_order)
        value = metric.corpus_score(*streams(comparison.alignment)).score
        return Score("chrf", round(value, 4), str(metric.get_signature()))
