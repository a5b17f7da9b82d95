"""Fits the probability that a compound with a changed word is a ruined term, which `term-reworded` goes by.

Positives are the terms that spinners of synonyms ruined in papers (tortured phrases), put into sentences of ours;
negatives what SummEdits' people call harmless and what two sound translations word differently (human_refs). All from
the halves to fit on; the round-trip corpus, whose synonyms are the test of false alarms, is not looked at. Run:
`python -m training.term_reworded`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from mtaudit.detectors.pair.terms._wording import features, rewordings
from mtaudit.judging.judges import Plugins
from mtaudit.model.fitted import Logistic
from mtaudit.records import ComparedBead
from training.judging import area, audited, plugins, write_model
from training.ruined_terms import ruined
from training.sets import Half, sample

NAME = "term-reworded"

WEIGHTS = {"ruined": 0.5, "summedits": 3.0, "human_refs": 0.5}
"""What a rewording counts for, by where it comes from: single edits are what false alarms are made of, and translations
that word everything anew are quieted elsewhere. With edits weighing 1 the same recall costs twice as many false alarms
on the hybrid copies of the round-trip corpus."""

TIMES = 2
"""Sentences for each term."""

SIZES = {"summedits": 2000, "human_refs": 500}

CONTEXTUAL = ("support original", "support copy", "unsupported original", "unsupported copy")
"""Features that need a language model."""


@dataclass(frozen=True, slots=True)
class Example:
    """A rewording, where it comes from, and its features."""

    group: str
    features: Mapping[str, float]


def examples(half: Half, judges: Plugins) -> list[Example]:
    """All rewordings of a half."""
    found = [Example("ruined", f) for pair in ruined(half, TIMES) for f in _of(pair.original, pair.copy, judges)]
    for name, size in SIZES.items():
        for row in sample(name, half, size):
            if row.get("faithful", True):
                found += [Example(name, f) for f in _of(row["ref"], row["hyp"], judges)]
    return found


def _of(original: str, copy: str, judges: Plugins) -> Iterator[Mapping[str, float]]:
    comparison = audited(original, copy, judges).comparison
    beads: Sequence[ComparedBead] = comparison.beads if comparison else ()
    for bead in beads:
        for found in rewordings(bead):
            yield features(bead, found)


def fit(given: Sequence[Example], names: Sequence[str]) -> tuple[float, dict[str, float]]:
    """Bias and weights."""
    table = np.array([[e.features[name] for name in names] for e in given])
    scaler = StandardScaler().fit(table)
    model = LogisticRegression(max_iter=3000).fit(
        scaler.transform(table),
        [e.group == "ruined" for e in given],
        sample_weight=[WEIGHTS[e.group] for e in given],
    )
    weights = model.coef_[0] / np.maximum(scaler.scale_, 1e-9)
    bias = model.intercept_[0] - weights @ scaler.mean_
    return round(float(bias), 4), {n: round(float(w), 4) for n, w in zip(names, weights, strict=True)}


def figures(given: Sequence[Example], model: Logistic) -> dict[str, float]:
    """Area under the curve: of ruined terms against the harmless rewordings of each set."""
    told = {}
    for group in SIZES:
        clear = [e for e in given if e.group in ("ruined", group)]
        told[f"{group} area"] = area((model(e.features) for e in clear), (e.group == "ruined" for e in clear))
    return {name: round(value, 4) for name, value in told.items()}


def main() -> None:
    """Fits both models and writes them; prints figures on the other half."""
    for name, reader in ((NAME, True), (f"{NAME}-lexical", False)):
        judges = replace(plugins(model=reader), detectors={})
        given, held = examples("fit", judges), examples("report", judges)
        names = [n for n in given[0].features if reader or n not in CONTEXTUAL]
        data = "tortured phrases, SummEdits, human_refs: halves to fit on"
        model = Logistic("1", "training/term_reworded.py", data, {}, *fit(given, names))
        model = replace(model, figures=figures(held, model))
        write_model(name, model)
        print(name, len(given), "to fit on,", len(held), "to report on", model.figures)


if __name__ == "__main__":
    main()
