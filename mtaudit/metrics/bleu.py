"""BLEU (Papineni et al. 2002) through sacreBLEU."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.metrics.base import streams
from mtaudit.records import Comparison, Finding, Score


@dataclass(frozen=True, slots=True, kw_only=True)
class Bleu:
    """Overlap of word sequences of up to four words, 0–100: how much of the wording was kept."""

    needs_verdicts: ClassVar[bool] = False

    def __call__(self, comparison: Comparison, findings: Sequence[Finding]) -> Score:
        """Corpus BLEU of the copy against the original, a bead as a segment, with sacreBLEU's defaults."""
        from sacrebleu.metrics.bleu import BLEU

        metric = BLEU()
        value = metric.corpus_score(*streams(comparison.alignment)).score
        return Score("bleu", round(value, 4), str(metric.get_signature()))
