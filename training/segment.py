"""Fits the segment score: how much of a segment's meaning its copy keeps, from the evidence in a compared bead.

From the fit halves of four sets together: DEMETR and MENLI say which of two copies is the better (a logistic model of
the difference of their features), SummEdits and ContraTICO which edits harm. No weight may raise the score: with free
signs the explained differences did, since in SummEdits who rewords much rewords harmlessly, and its balanced accuracy
was .78 instead of .74; but on the round-trip corpus, which nothing is fitted on, the area under the curve was .83
instead of .91. Boosted trees on the same features rank none of the four sets better.
Run last of all, since it builds on every detector: `python -m training.segment`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache, partial
from statistics import mean

import numpy as np
from numpy.typing import NDArray

from mtaudit.calibration import Logistic
from mtaudit.judging import Plugins
from mtaudit.segment_score import features
from training.judging import area, audited, plugins, write_model
from training.sets import Half, Row, sample

Array = NDArray[np.float64]
Features = Mapping[str, float]

SIDES = {"demetr": ("ref", "good", "bad"), "menli": ("ref", "good", "bad"), "contratico_rt": ("orig", "rt")}
"""The original and its copies in a row, the better one first; ref and hyp in the other sets."""

SIZES = {"demetr": 2800, "menli": 1500, "summedits": 1543, "contratico_rt": 2800}
"""Rows to fit on; to report on, half as many."""

WEIGHTS = {"demetr": 5.0, "menli": 1.0, "summedits": 1.0, "contratico_rt": 1.0}
"""What a set counts for: DEMETR ranks by far the finest differences, of which a little weight would see nothing."""

SEVERITIES = {"critical": 2.0, "major": 2.0, "minor": 1.5, "base": 0.3}
"""What a row of DEMETR counts for; its base cases (an empty or unrelated text, the original itself) are no errors."""

RIDGE, LASSO = 1e-4, 1e-3
"""Penalties on squared and absolute standardised weights, chosen on the fit halves among powers of ten."""

LEAST = 1e-3
"""Standardised weight below which a feature is left out."""


@dataclass(frozen=True, slots=True)
class Example:
    """A row with the features of its copies: the good and the bad one in DEMETR and MENLI, the only one elsewhere."""

    row: Row
    copies: tuple[Features, ...]

    @property
    def harmless(self) -> bool:
        """Whether people hold that the only copy's edits do not harm."""
        return bool(self.row["faithful"] if "faithful" in self.row else self.row["severity"] == "minor")


Sets = Mapping[str, Sequence[Example]]


def evidence(original: str, copy: str, judges: Plugins) -> Features:
    """The features of one text held against another, read as one passage."""
    audit = audited(original, copy, judges)
    assert audit.comparison is not None
    return features(audit.comparison.beads, audit.findings)


def examples(name: str, given: Iterable[Row], judges: Plugins) -> list[Example]:
    """The rows of a set with their features."""
    original, *copies = SIDES.get(name, ("ref", "hyp"))
    read = cache(partial(evidence, judges=judges))  # DEMETR has one good copy to many bad ones
    return [Example(row, tuple(read(row[original], row[copy]) for copy in copies)) for row in given]


def chosen(name: str, half: Half, size: int) -> list[Row]:
    """A sample of a set without the rows that its makers say to leave out."""
    return sample(name, half, size, **({"unchanged_foreign": False} if name == "contratico_rt" else {}))


def figures(sets: Sets, model: Logistic, border: float = 0.5) -> dict[str, float]:
    """Share of pairs ranked rightly (ties are misses), balanced accuracy at `border`, and area under the curve."""
    scores = {
        name: [[model.logit(defaultdict(float, c)) for c in e.copies] for e in given] for name, given in sets.items()
    }
    found = {}
    for severity in SEVERITIES:
        pairs = zip(sets["demetr"], scores["demetr"], strict=True)
        found[f"demetr {severity}"] = mean(good > bad for e, (good, bad) in pairs if e.row["severity"] == severity)
    found["menli"] = mean(good > bad for good, bad in scores["menli"])
    harmless = {name: np.array([e.harmless for e in sets[name]]) for name in ("summedits", "contratico_rt")}
    edits, trips = (np.array([s for (s,) in scores[name]]) for name in harmless)
    found["summedits balanced accuracy"] = _balanced(edits, harmless["summedits"], float(np.log(border / (1 - border))))
    found["summedits area"] = area(edits, harmless["summedits"])
    found["contratico area"] = area(trips, harmless["contratico_rt"])
    return {name: round(float(value), 4) for name, value in found.items()}


def _balanced(scores: Array, harmless: NDArray[np.bool_], border: float) -> float:
    return float(((scores[harmless] >= border).mean() + (scores[~harmless] < border).mean()) / 2)


def fit(sets: Sets) -> tuple[float, dict[str, float]]:
    """Bias and weights; the bias puts the border of harmless edits, on SummEdits, at probability 0.5."""
    from scipy.optimize import minimize  # of the group `train`, which reading the figures does not need

    names = sorted({name for given in sets.values() for e in given for c in e.copies for name in c})
    tables = {n: np.array([[[c.get(k, 0.0) for k in names] for c in e.copies] for e in sets[n]]) for n in sets}
    scale = _scale(tables)
    rows, wanted, weights = (np.concatenate(part) for part in zip(*_problems(sets, tables, scale), strict=True))
    sign = 2 * wanted - 1

    def loss(w: Array) -> tuple[float, Array]:
        margins = sign * (rows @ w)
        wrong = 1 / (1 + np.exp(np.clip(margins, -40, 40)))
        value = float(weights @ np.logaddexp(0, -margins)) + RIDGE * float(w @ w) - LASSO * float(w.sum())
        return value, -(rows.T @ (weights * wrong * sign)) + 2 * RIDGE * w - LASSO

    lowering = [(None, 0.0)] * len(names)
    best = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", bounds=lowering, options={"maxiter": 1000})
    found = {k: round(float(w / s), 4) for k, w, s in zip(names, best.x, scale, strict=True) if abs(w) >= LEAST}
    return round(-_border(sets["summedits"], found), 4), found


def _scale(tables: Mapping[str, Array]) -> Array:
    """A feature's spread: between that over all texts and that within DEMETR's pairs, which differ in little else."""
    everything = np.concatenate([table.reshape(-1, table.shape[-1]) for table in tables.values()])
    pairs = tables["demetr"][:, 0] - tables["demetr"][:, 1]
    spread: Array = np.sqrt((everything.std(axis=0) + 1e-9) * (np.sqrt((pairs**2).mean(axis=0)) + 1e-3))
    return spread


def _problems(sets: Sets, tables: Mapping[str, Array], scale: Array) -> Iterable[tuple[Array, Array, Array]]:
    """Each set as (features, wanted answer, weight of each row); the weights of all sets add up to 1."""
    for name, table in tables.items():
        share = WEIGHTS[name] / sum(WEIGHTS.values())
        if table.shape[1] == 2:
            pairs = (table[:, 0] - table[:, 1]) / scale
            counts = np.array([SEVERITIES.get(e.row.get("severity", ""), 1.0) for e in sets[name]])
            counts *= share / counts.sum() / 2
            yield np.concatenate([pairs, -pairs]), np.repeat([1.0, 0.0], len(pairs)), np.tile(counts, 2)
        else:
            wanted = np.array([e.harmless for e in sets[name]])
            single = table[:, 0] / scale
            middle = (single[wanted].mean(axis=0) + single[~wanted].mean(axis=0)) / 2
            counts = np.where(wanted, share / wanted.sum() / 2, share / (~wanted).sum() / 2)
            yield single - middle, wanted.astype(float), counts


def _border(given: Sequence[Example], weights: Mapping[str, float]) -> float:
    """The sum of weighted features that parts harmless edits from harmful ones best."""
    sums = np.array([sum(w * e.copies[0].get(k, 0.0) for k, w in weights.items()) for e in given])
    harmless = np.array([e.harmless for e in given])
    borders: list[float] = sums.tolist()
    return max(borders, key=lambda border: _balanced(sums, harmless, border))


def make(contextual: bool) -> str:
    """Fits and writes the model with the language model, or the one without; says how well it ranks."""
    judges = plugins(model=contextual)
    if contextual and judges.encoder is None:
        raise SystemExit("the language model is not installed: mtaudit model install")
    fitted_on = {s: examples(s, chosen(s, "fit", size), judges) for s, size in SIZES.items()}
    reported = {s: examples(s, chosen(s, "report", size // 2), judges) for s, size in SIZES.items()}
    bias, weights = fit(fitted_on)
    made = Logistic("1", "training/segment.py", f"fit halves of {', '.join(SIZES)}", {}, bias, weights)
    name = "segment" if contextual else "segment-lexical"
    write_model(name, replace(made, figures=figures(reported, made)))
    return f"{name}: {len(weights)} features\n  {figures(fitted_on, made)}\n  {figures(reported, made)}"


def main() -> None:
    """Makes both models side by side."""
    with ProcessPoolExecutor() as pool:
        for told in pool.map(make, (True, False)):
            print(told)


if __name__ == "__main__":
    main()
