"""TER (Snover et al. 2006) through sacreBLEU."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.metrics.base import streams
from mtaudit.records import Comparison, Finding, Score

NEAR = 20
"""Edits up to which sacreBLEU, which searches within 25 words of the diagonal, finds the fewest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ter:
    """Edits per word of the original, in percent: 0 is verbatim, and more than 100 is possible."""

    needs_verdicts: ClassVar[bool] = False

    longest: int = 400
    """Words of a bead up to which shifts are searched for; the time that takes grows with their cube."""

    def __call__(self, comparison: Comparison, findings: Sequence[Finding]) -> Score:
        """Translation edit rate of the copy against the original, a bead as a segment.

        Where no shift can help the edits are only counted. In longer segments than `longest` a shift counts as the
        edits that it takes, and the signature says so.
        """
        from rapidfuzz.distance import Levenshtein
        from sacrebleu.metrics.ter import TER

        metric = TER()
        hypotheses, (references,) = streams(comparison.alignment)
        plain, long, scored = [], [], []
        for pair in zip(hypotheses, references, strict=True):
            h, r = (side.lower().split() for side in pair)
            if pair[0] != pair[1] and max(len(h), len(r)) > self.longest:
                long.append((h, r))
            elif _no_shift_helps(h, r):
                plain.append((h, r))
            else:
                scored.append(pair)
        score = metric.corpus_score([h for h, _ in scored] or [""], [[r for _, r in scored] or [""]])
        edits = score.num_edits + sum(Levenshtein.distance(h, r) for h, r in plain + long)
        length = score.ref_length + sum(len(r) for _, r in plain + long)
        signature = f"{metric.get_signature()}" + (f"|shifts:{self.longest}w" if long else "")
        return Score("ter", round(100 * edits / length if length else 100.0 * bool(edits), 4), signature)


def _no_shift_helps(hypothesis: Sequence[str], reference: Sequence[str]) -> bool:
    """Whether all edits but one at most are of words that one side lacks: no order saves these, and a shift costs one.

    So it is with nine in ten segments; the search for shifts takes a tenth of an audit.
    """
    from rapidfuzz.distance import Levenshtein

    lacking = max(len(hypothesis), len(reference)) - (Counter(hypothesis) & Counter(reference)).total()
    return Levenshtein.distance(hypothesis, reference) <= min(lacking + 1, NEAR)
