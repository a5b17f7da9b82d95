"""TER (Snover et al. 2006) through sacreBLEU."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mtaudit.metrics.base import streams
from mtaudit.records import Alignment, Finding, Score


@dataclass(frozen=True, slots=True, kw_only=True)
class Ter:
    """Edits per word of the original, in percent: 0 is verbatim, and more than 100 is possible."""

    def __call__(self, alignment: Alignment, findings: Sequence[Finding]) -> Score:
        """Translation edit rate of the copy against the original, a bead as a segment."""
        from sacrebleu.metrics.ter import TER

        metric = TER()
        value = metric.corpus_score(*streams(alignment)).score
        return Score("ter", round(value, 4), str(metric.get_signature()))
