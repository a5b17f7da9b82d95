"""Fits the probability that a replaced phrase is a grave error, which `phrase-mistranslated` goes by.

From the fit halves of two sets: the errors that experts marked in translations of news (WMT 2020 and 2021, Chinese to
English), each replacement with the share of experts who saw a major error on it; and single edits of summaries that
people called harmless or not (SummEdits). Replacements that an equivalence or another detector claims are left out, as
they are there. Run: `python -m training.phrase_mistranslated`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from mtaudit.detectors.pair._replacement import features, judgeable
from mtaudit.judging.judges import Plugins
from mtaudit.judging.signing import REWORDED
from mtaudit.model.fitted import Logistic
from training.judging import area, audited, plugins, write_model
from training.sets import Half, Row, sample

Array = NDArray[np.float64]

NAME = "phrase-mistranslated"
VERSION = "1"

TRANSLATIONS, SUMMARIES = ("wmt20_zhen_mqm", "wmt21_zhen_mqm"), "summedits"
SIZES = {"fit": 3500, "report": 1000}

LONG = 80
"""Code points of a marked error from which it does not tell which of its words is wrong."""

EDITS = 0.3
"""What all edits of summaries count for beside all translations, which are what mtaudit is for."""

CONTEXTUAL = ("similarity", "support original", "support copy")
"""Features that need a language model."""


@dataclass(frozen=True, slots=True)
class Replacement:
    """A replaced phrase with how likely it is an error: the share of experts who say so, or 0 and 1."""

    group: str
    features: Mapping[str, float]
    wrong: float
    original: str
    copy: str


def replacements(half: Half) -> list[Replacement]:
    """All that are left to judge in a half's sample."""
    given = [(name, row) for name in TRANSLATIONS for row in sample(name, half, SIZES[half], human=False)]
    given += [(SUMMARIES, row) for row in sample(SUMMARIES, half, SIZES[half])]
    with ProcessPoolExecutor() as pool:
        return [found for of_row in pool.map(_of_row, given, chunksize=100) for found in of_row]


@cache
def _judges() -> Plugins:
    """All but the detector whose verdict is fitted here."""
    everything = plugins()
    return replace(everything, detectors={n: d for n, d in everything.detectors.items() if n != NAME})


def _of_row(given: tuple[str, Row]) -> list[Replacement]:
    name, row = given
    if name in TRANSLATIONS:
        return _of(name, row.get("ref2") or row["ref"], row["hyp"], row["raters"])
    found = _of(name, row["ref"], row["hyp"], None)
    if row["faithful"]:
        return found
    return [replace(found[0], wrong=1.0)] if len(found) == 1 else []  # of several nobody says which one harms


def _of(group: str, original: str, copy: str, raters: Sequence[Row] | None) -> list[Replacement]:
    audit = audited(original, copy, _judges())
    assert audit.comparison is not None
    found = []
    for verdict in audit.verdicts:
        bead, difference = audit.comparison.beads[verdict.bead], verdict.difference
        if verdict.reason == REWORDED and judgeable(bead, difference):
            span = bead.copy_span(difference.copy)
            assert span is not None
            wrong = 0.0 if raters is None else _marked(raters, span.start, span.end)
            lost, gained = (" ".join(w.text for w in side) for side in (bead.lost(difference), bead.gained(difference)))
            found.append(Replacement(group, features(bead, difference), wrong, lost, gained))
    return found


def _marked(raters: Sequence[Row], start: int, end: int) -> float:
    """The share of experts who marked a major error on the words."""
    marked = [
        any(
            e["sev"] in ("Major", "Critical") and e["start"] < end and e["end"] > start and e["end"] - e["start"] < LONG
            for e in rater["errors"]
        )
        for rater in raters
    ]
    return sum(marked) / len(marked)


def fit(found: Sequence[Replacement], names: Sequence[str]) -> tuple[float, dict[str, float]]:
    """Bias and weights; an expert's share counts as that much of a case for and the rest against.

    How often edits of summaries are wrong was decided by who made the set: it has a weight of its own in the fit, so
    that the bias is that of translations.
    """
    edits = np.array([r.group == SUMMARIES for r in found])
    table = np.column_stack([[[r.features[name] for name in names] for r in found], edits])
    wrong = np.array([r.wrong for r in found])
    weight = np.where(edits, EDITS * (~edits).sum() / edits.sum(), 1.0)
    scaler = StandardScaler().fit(table)
    scaled = scaler.transform(table)
    model = LogisticRegression(max_iter=2000).fit(
        np.concatenate([scaled, scaled]),
        np.repeat([1, 0], len(found)),
        sample_weight=np.concatenate([weight * wrong, weight * (1 - wrong)]),
    )
    weights = model.coef_[0] / scaler.scale_
    bias = model.intercept_[0] - weights @ scaler.mean_
    return round(float(bias), 4), {n: round(float(w), 4) for n, w in zip(names, weights[:-1], strict=True)}


def figures(found: Sequence[Replacement], model: Logistic) -> dict[str, float]:
    """Area under the curve by set: of phrases that most experts call wrong against those that none does."""
    told = {}
    for group in dict.fromkeys(r.group for r in found):
        clear = [r for r in found if r.group == group and (r.wrong == 0 or r.wrong >= 0.5)]
        told[f"{group} area"] = area((model(r.features) for r in clear), (r.wrong > 0 for r in clear))
    told["calibration error"] = _miscalibration(found, model)
    return {name: round(float(value), 4) for name, value in told.items()}


def reliability(found: Iterable[Replacement], model: Logistic, bins: int = 10) -> list[tuple[float, float, int]]:
    """Mean probability, share of wrong ones and number, over translations in equally large groups by probability."""
    judged = sorted(((model(r.features), r.wrong) for r in found if r.group != SUMMARIES), key=itemgetter(0))
    return [
        (float(np.mean([p for p, _ in part])), float(np.mean([w for _, w in part])), len(part))
        for k in range(bins)
        if (part := judged[k * len(judged) // bins : (k + 1) * len(judged) // bins])
    ]


def _miscalibration(found: Iterable[Replacement], model: Logistic) -> float:
    """Expected calibration error: how far probability and share lie apart, on average."""
    told = reliability(found, model)
    return sum(abs(p - share) * n for p, share, n in told) / sum(n for _, _, n in told)


def main() -> None:
    """Fits both models and writes them; prints figures on the other half, and the reliability."""
    fitted, held = replacements("fit"), replacements("report")
    print(f"{len(fitted)} replacements to fit on, {len(held)} to report on")
    names = list(fitted[0].features)
    for name, used in ((NAME, names), (f"{NAME}-lexical", [n for n in names if n not in CONTEXTUAL])):
        bias, weights = fit(fitted, used)
        data = "WMT MQM 2020 and 2021, SummEdits: halves to fit on"
        model = Logistic(VERSION, "training/phrase_mistranslated.py", data, {}, bias, weights)
        model = replace(model, figures=figures(held, model))
        write_model(name, model)
        print(name, model.figures)
        for expected, share, size in reliability(held, model):
            print(f"  expected {expected:.3f}  wrong {share:.3f}  of {size}")


if __name__ == "__main__":
    main()
