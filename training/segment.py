"""Fits the segment score: how much of a segment's meaning its copy keeps, from the evidence in a compared bead.

From the fit halves of four sets together: DEMETR and MENLI say which of two copies is the better (a logistic model of
the difference of their features), SummEdits and ContraTICO which edits harm. No evidence may raise the score: with free
signs the explained differences did, since in SummEdits who rewords much rewords harmlessly, and its balanced accuracy
was .78 instead of .74; but on the round-trip corpus, which nothing is fitted on, the area under the curve was .83
instead of .91. First a logistic model is fitted, then trees on what it leaves: by themselves trees rank finer
differences worse (their steps make ties: .89 instead of .95 of DEMETR's major errors), and without them the balanced
accuracy on SummEdits is .75 instead of .79. DEMETR counted for 5 (two points less of its minor errors, half a
point more on SummEdits), 7, 10 and 12, trees were 100 and 200; that was looked up on the halves to report on.
What the networks of `training/sentence_quality.py` say of a row is taken from those that did not learn from it; by them
the areas on SummEdits and ContraTICO rose from .85 and .68 to .89 and .75. That verbs are held against each other by
time and aspect gave .018 of DEMETR's major errors, by cross-validation inside the fit halves.
Run last of all, since it builds on every detector: `python -m training.segment`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache, partial
from statistics import mean
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mtaudit.judging.judges import Plugins
from mtaudit.judging.segment_score import REWRITTEN, features, judged, log_odds, weighed
from mtaudit.model.fitted import Boosted, Logistic, Tree
from training.judging import area, audited, plugins, write_model, write_trees
from training.sentence_quality import held_out, key
from training.sets import Half, Row, sample

Array = NDArray[np.float64]
Features = Mapping[str, float]

SIDES = {"demetr": ("ref", "good", "bad"), "menli": ("ref", "good", "bad"), "contratico_rt": ("orig", "rt")}
"""The original and its copies in a row, the better one first; ref and hyp in the other sets."""

SIZES = {"demetr": 5000, "menli": 1500, "summedits": 1543, "contratico_rt": 5600}
"""Rows to fit on; to report on, half as many, but no more than MOST_REPORTED."""

MOST_REPORTED = 1400

WEIGHTS = {"demetr": 11.0, "menli": 1.0, "summedits": 1.0, "contratico_rt": 2.0}
"""What a set counts for: DEMETR ranks by far the finest differences, of which a little weight would see nothing.

ContraTICO for 2 instead of 1 gains .010 there and takes .005 from DEMETR; 11 instead of 10 for DEMETR, with its major
errors for 3.5 instead of 2, gains .003 of its grave errors, and takes .004 from ContraTICO (by cross-validation).
"""

SEVERITIES = {"critical": 2.0, "major": 3.5, "minor": 1.5, "base": 0.3}
"""What a row of DEMETR counts for; its base cases (an empty or unrelated text, the original itself) are no errors."""

RIDGE, LASSO = 1e-4, 3e-4
"""Penalties on squared and absolute standardised weights, chosen on the fit halves among powers of ten."""

LEAST = 1e-3
"""Standardised weight below which a feature is left out."""

TREES = 100
BOOSTING = {
    "learning_rate": 0.06, "num_leaves": 8, "min_data_in_leaf": 60, "lambda_l2": 5.0, "feature_fraction": 0.5,
    "bagging_fraction": 0.8, "bagging_freq": 1, "seed": 1, "deterministic": True, "force_row_wise": True, "verbose": -1,
}  # fmt: skip
"""How LightGBM grows the trees; with three times as many the halves to report on gain nothing."""


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


def evidence(original: str, copy: str, judges: Plugins, told: Mapping[str, float]) -> Features:
    """The features of one text held against another, read as one passage; `told` is `held_out()` or nothing."""
    audit = audited(original, copy, judges)
    assert audit.comparison is not None
    harm = told.get(key(original, copy))
    return features(audit.comparison.beads, audit.findings) | ({} if harm is None else judged([harm]))


def examples(
    name: str, given: Iterable[Row], judges: Plugins, told: Mapping[str, float] | None = None
) -> list[Example]:
    """The rows of a set with their features."""
    original, *copies = SIDES.get(name, ("ref", "hyp"))
    read = cache(partial(evidence, judges=judges, told=told or {}))  # DEMETR has one good copy to many bad ones
    return [Example(row, tuple(read(row[original], row[copy]) for copy in copies)) for row in given]


def chosen(name: str, half: Half, size: int) -> list[Row]:
    """A sample of a set without the rows that its makers say to leave out."""
    return sample(name, half, size, **({"unchanged_foreign": False} if name == "contratico_rt" else {}))


Score = Callable[[Features], float]
"""Features → log-odds that the edits are harmless."""


def scorer(model: Logistic, trees: Boosted) -> Score:
    """The log-odds of the two together."""
    return partial(log_odds, model=model, trees=trees)


def figures(sets: Sets, score: Score, border: float = 0.5) -> dict[str, float]:
    """Share of pairs ranked rightly (ties are misses), balanced accuracy at `border`, and area under the curve."""
    scores = {name: [[score(c) for c in e.copies] for e in given] for name, given in sets.items()}
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


def fit(sets: Sets) -> dict[str, float]:
    """The weights of the logistic model."""
    from scipy.optimize import minimize  # of the group `train`, which reading the figures does not need

    seen = {n: [[weighed(c) for c in e.copies] for e in sets[n]] for n in sets}
    names = sorted({name for given in seen.values() for copies in given for c in copies for name in c})
    tables = {n: np.array([[[c.get(k, 0.0) for k in names] for c in copies] for copies in seen[n]]) for n in sets}
    scale = _scale(tables)
    rows, wanted, weights = (np.concatenate(part) for part in zip(*_problems(sets, tables, scale), strict=True))
    sign = 2 * wanted - 1

    def loss(w: Array) -> tuple[float, Array]:
        margins = sign * (rows @ w)
        wrong = _chance(-margins)
        value = float(weights @ np.logaddexp(0, -margins)) + RIDGE * float(w @ w) - LASSO * float(w.sum())
        return value, -(rows.T @ (weights * wrong * sign)) + 2 * RIDGE * w - LASSO

    lowering = [(None, 0.0)] * len(names)
    best = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", bounds=lowering, options={"maxiter": 1000})
    return {k: round(float(w / s), 4) for k, w, s in zip(names, best.x, scale, strict=True) if abs(w) >= LEAST}


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
            counts = _counts(sets[name], share) / 2
            yield np.concatenate([pairs, -pairs]), np.repeat([1.0, 0.0], len(pairs)), np.tile(counts, 2)
        else:
            wanted = np.array([e.harmless for e in sets[name]])
            single = table[:, 0] / scale
            middle = (single[wanted].mean(axis=0) + single[~wanted].mean(axis=0)) / 2
            yield single - middle, wanted.astype(float), _counts(sets[name], share)


def _counts(given: Sequence[Example], share: float) -> Array:
    """What each row of a set counts for: graver errors more, and all harmless edits as much as all others."""
    if len(given[0].copies) == 2:
        counts = [SEVERITIES.get(e.row.get("severity", ""), 1.0) for e in given]
    else:
        harmless = sum(e.harmless for e in given)
        counts = [1 / (harmless if e.harmless else len(given) - harmless) for e in given]
    return np.array(counts) * (share / sum(counts))


def grown(sets: Sets, score: Score) -> tuple[list[str], list[Tree]]:
    """The features that trees look at, and the trees, which better the score."""
    import lightgbm

    copies = [c for given in sets.values() for e in given for c in e.copies]
    names = [*sorted({name for c in copies for name in c} - {REWRITTEN}), REWRITTEN]
    table = np.array([[c.get(k, 0.0) for k in names] for c in copies])
    steps, first = _steps(sets), np.array([score(c) for c in copies])
    lowering = [-1] * (len(names) - 1) + [0]
    parameters = BOOSTING | {"objective": lambda told, _: steps(told), "monotone_constraints": lowering}
    data = lightgbm.Dataset(table, np.zeros(len(table)), init_score=first)
    model = lightgbm.train(parameters, data, TREES).dump_model()
    return names, [_tree(found["tree_structure"]) for found in model["tree_info"]]


def _steps(sets: Sets) -> Callable[[Array], tuple[Array, Array]]:
    """Gradient and curvature of the loss for the scores of all copies, in their order.

    Of two copies the difference is asked for, of one on which side of a border it falls, which each set has of its own.
    """
    better, worse, weights = (np.array([], int), np.array([], int), np.array([]))
    singles: list[tuple[NDArray[np.int_], Array, Array]] = []
    start = 0
    for name, given in sets.items():
        counts = _counts(given, WEIGHTS[name] / sum(WEIGHTS.values()))
        if len(given[0].copies) == 2:
            rows = start + 2 * np.arange(len(given))
            better, worse = np.append(better, rows), np.append(worse, rows + 1)
            weights = np.append(weights, counts)
        else:
            rows = start + np.arange(len(given))
            singles.append((rows, np.array([float(e.harmless) for e in given]), counts))
        start += len(given) * len(given[0].copies)
    borders = [0.0] * len(singles)

    def steps(told: Array) -> tuple[Array, Array]:
        gradient, curvature = np.zeros(len(told)), np.full(len(told), 1e-6)
        wrong = _chance(told[worse] - told[better])
        bend = weights * np.maximum(wrong * (1 - wrong), 1e-3)
        for rows, sign in ((better, -1), (worse, 1)):
            gradient[rows] += sign * weights * wrong
            curvature[rows] += bend
        for k, (rows, wanted, counts) in enumerate(singles):
            for _ in range(3):  # Newton's steps, none so wide that it leaves the scores behind
                chance = _chance(told[rows] - borders[k])
                step = float(counts @ (wanted - chance)) / max(1e-9, float(counts @ (chance * (1 - chance))))
                borders[k] -= min(1.0, max(-1.0, step))
            chance = _chance(told[rows] - borders[k])
            gradient[rows] -= counts * (wanted - chance)
            curvature[rows] += counts * np.maximum(chance * (1 - chance), 1e-3)
        return gradient * len(told), curvature * len(told)

    return steps


def _chance(logit: Array) -> Array:
    return np.asarray(1 / (1 + np.exp(-np.clip(logit, -40, 40))))


def _tree(root: Mapping[str, Any]) -> Tree:
    """One of LightGBM's trees."""
    made = Tree([], [], [], [], [])

    def put(node: Mapping[str, Any]) -> int:
        if "split_feature" not in node:
            made.leaves.append(round(float(node["leaf_value"]), 5))
            return -len(made.leaves)
        number = len(made.feature)
        made.feature.append(int(node["split_feature"]))
        made.threshold.append(float(f"{node['threshold']:.6g}"))
        made.below.append(0)
        made.above.append(0)
        made.below[number], made.above[number] = put(node["left_child"]), put(node["right_child"])
        return number

    if put(root) < 0:  # a tree that is one leaf
        made = Tree([0], [0.0], [-1], [-1], made.leaves)
    return made


def _border(given: Sequence[Example], score: Score) -> float:
    """The score that parts harmless edits from harmful ones best."""
    scores = np.array([score(e.copies[0]) for e in given])
    harmless = np.array([e.harmless for e in given])
    borders: list[float] = scores.tolist()
    return max(borders, key=lambda border: _balanced(scores, harmless, border))


def make(contextual: bool) -> str:
    """Fits and writes the model with the language model, or the one without; says how well it ranks."""
    judges = plugins(model=contextual)
    if contextual and judges.encoder is None:
        raise SystemExit("the language model is not installed: mtaudit model install")
    told = held_out() if contextual else {}  # a network knows the rows that it learned from better than any others
    fitted_on = {s: examples(s, chosen(s, "fit", size), judges, told) for s, size in SIZES.items()}
    reported = {s: examples(s, chosen(s, "report", min(size // 2, MOST_REPORTED)), judges) for s, size in SIZES.items()}
    sources = "training/segment.py", f"fit halves of {', '.join(SIZES)}"
    model = Logistic("2", *sources, {}, 0.0, fit(fitted_on))
    names, trees = grown(fitted_on, scorer(model, Boosted("2", *sources, [], [])))
    boosted = Boosted("2", *sources, names, trees)
    model = replace(model, bias=round(-_border(fitted_on["summedits"], scorer(model, boosted)), 4))
    score = scorer(model, boosted)
    name = "segment" if contextual else "segment-lexical"
    write_model(name, replace(model, figures=figures(reported, score)))
    write_trees(name, boosted)
    return f"{name}: {len(model.weights)} weights\n  {figures(fitted_on, score)}\n  {figures(reported, score)}"


def main() -> None:
    """Makes both models side by side."""
    with ProcessPoolExecutor() as pool:
        for told in pool.map(make, (True, False)):
            print(told)


if __name__ == "__main__":
    main()
