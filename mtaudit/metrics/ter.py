"""TER (Snover et al. 2006) through sacreBLEU."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.metrics.base import streams
from mtaudit.records import Comparison, Finding, Score


@dataclass(frozen=True, slots=True, kw_only=True)
class Ter:
    """Edits per word of the original, in percent: 0 is verbatim, and more than 100 is possible."""

    needs_verdicts: ClassVar[bool] = False

    longest: int = 400
    """Words of a bead up to which shifts are searched for; the time that takes grows with their cube."""

    def __call__(self, comparison: Comparison, findings: Sequence[Finding]) -> Score:
        """Translation edit rate of the copy against the original, a bead as a segment.

        Equal segments have no edits and are only counted. In longer ones than `longest` a shift counts as the
        edits that it takes, and the signature says so.
        """
        from rapidfuzz.distance import Levenshtein
        from sacrebleu.metrics.ter import TER

        metric = TER()
        hypotheses, (references,) = streams(comparison.alignment)
        verbatim, long, scored = [], [], []
        for pair in zip(hypotheses, references, strict=True):
            h, r = (side.casefold().split() for side in pair)
            if pair[0] == pair[1]:
                verbatim.append(r)
            elif max(len(h), len(r)) > self.longest:
                long.append((h, r))
            else:
                scored.append(pair)
        score = metric.corpus_score([h for h, _ in scored] or [""], [[r for _, r in scored] or [""]])
        edits = score.num_edits + sum(Levenshtein.distance(h, r) for h, r in long)
        length = score.ref_length + sum(map(len, verbatim)) + sum(len(r) for _, r in long)
        signature = f"{metric.get_signature()}" + (f"|shifts:{self.longest}w" if long else "")
        return Score("ter", round(100 * edits / length if length else 100.0 * bool(edits), 4), signature)
