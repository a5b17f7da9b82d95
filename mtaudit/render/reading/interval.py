"""How far a copy's fidelity can be relied on, as an interval around it."""

from __future__ import annotations

from mtaudit.judging.segment_score import by_bead
from mtaudit.mqm import WEIGHT
from mtaudit.records import Audit
from mtaudit.render.reading.verdict import fidelity

SHARE = 95
"""Per cent of the drawn texts whose fidelity lies within the interval."""

MEANING = (
    f"The {SHARE}\u00a0% interval says how far the fidelity would move if the article had consisted of other sentences "
    "like these: its sentences are drawn again and again, with replacement, and each draw is scored (percentile "
    "bootstrap). Short articles and few grave findings make it wide. It does not say how sure the findings are."
)
"""What it is, for a reader."""

_DRAWS = 500
_MOST = 2_000_000  # sentences drawn in all, so that a book takes no longer than an article; at least 200 draws
_FEWEST = 5  # beads below which drawing them again says nothing


def interval(audit: Audit) -> tuple[float, float] | None:
    """Low and high end of the fidelity, 0 to 100; None without fidelity, for a few sentences, and where no finding
    weighs anything, since drawing sentences without fault again proves nothing about others.

    Percentile bootstrap over the beads (Efron & Tibshirani 1993, ch. 13), each with its MQM penalty and the words of
    the original; the seed is fixed, so that the same audit has the same interval.
    """
    value = fidelity(audit)
    if value is None or audit.comparison is None or len(audit.comparison.beads) < _FEWEST:
        return None
    beads = audit.comparison.beads
    lying = by_bead(beads, audit.findings)
    penalties = [sum(WEIGHT[f.severity] for f in lying[number]) for number in range(len(beads))]
    lengths = [sum(word.text[0].isalnum() for word in bead.original) for bead in beads]
    if not sum(penalties) or not sum(lengths):
        return None
    scale = (100 - value) * sum(lengths) / sum(penalties) if value > 0 else 100.0
    return _percentiles(penalties, lengths, scale)


def _percentiles(penalties: list[int], lengths: list[int], scale: float) -> tuple[float, float]:
    """The ends of the interval of 100 - scale * penalty / words over draws of the beads."""
    import numpy as np

    number = len(penalties)
    draws = max(200, min(_DRAWS, _MOST // number))
    drawn = np.random.default_rng(0).integers(number, size=(draws, number))
    lost, words = (np.array(each)[drawn].sum(axis=1) for each in (penalties, lengths))
    values = np.clip(100 - scale * lost / np.maximum(1, words), 0, 100)
    tail = (100 - SHARE) / 2
    low, high = np.percentile(values, (tail, 100 - tail))
    return float(low), float(high)
