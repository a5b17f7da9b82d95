"""What the training scripts share: audits of single texts, and models written to their place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import msgspec
import numpy as np

import mtaudit
from mtaudit.judging.judges import Plugins
from mtaudit.judging.pipeline import audit_pair
from mtaudit.model import fitted as calibration
from mtaudit.model.fitted import Boosted, Logistic
from mtaudit.records import Audit, Document, Pair

FOLDER = Path(calibration.__file__).parent


def plugins(*, model: mtaudit.Model = True) -> Plugins:
    """What judges a pair, without the metrics."""
    return replace(mtaudit.plugins(model), metrics={})


def audited(original: str, copy: str, judges: Plugins) -> Audit:
    """One text held against another, both in English."""
    return audit_pair(Pair(Document("o", original, language="en"), Document("c", copy, language="en")), judges)


def area(scores: Iterable[float], wanted: Iterable[bool]) -> float:
    """The area under the ROC curve: how often a wanted one scores above one that is not, ties by half."""
    found, chosen = np.fromiter(scores, float), np.fromiter(wanted, bool)
    above, below = np.sort(found[chosen]), np.sort(found[~chosen])
    beaten = np.searchsorted(below, above, "left").sum() + np.searchsorted(below, above, "right").sum()
    return float(beaten) / (2 * len(above) * len(below))


def write_model(name: str, model: Logistic) -> None:
    """The model in its file."""
    (FOLDER / f"{name}.json").write_bytes(msgspec.json.format(msgspec.json.encode(model), indent=1) + b"\n")


def write_trees(name: str, trees: Boosted) -> None:
    """The trees that go with a model in their file."""
    (FOLDER / f"{name}-trees.json").write_bytes(msgspec.json.encode(trees) + b"\n")
