"""Fits the probability that a text was machine translated, from the text alone (mtaudit/judging/translated.py).

Machine translated are the rough and the hybrid copies of the round-trip corpus (rt, hy); not translated are their
originals, the copies with harmless edits (cl) and, with little weight, sound prose of the public sets (human_refs, both
sides; fifteen sentences of the half to fit on make a text). A lasso keeps few features, so that each can be read. The
figures are of five-fold cross-validation by story. Run: `python -m training.translated`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

import mtaudit
from mtaudit.ingest import document
from mtaudit.judging.judges import Plugins
from mtaudit.judging.pipeline import audit_text
from mtaudit.judging.translated import MODEL, features
from mtaudit.lexicon.closed_class import PERSONAL_PRONOUNS, Person
from mtaudit.model.fitted import Logistic
from mtaudit.text.segmentation import parsed
from training.judging import area, write_model
from training.sets import SHARED, rows

KINDS = {"orig": False, "cl": False, "rt": True, "hy": True}
"""Whether a text of this kind is machine translated."""

WEIGHTS = {"orig": 1.0, "cl": 0.5, "rt": 1.0, "hy": 1.0}
"""What a text counts for. Copies with harmless edits (cl) have the same leftovers of web pages as the hybrid ones: they
teach that these show a repost and not a translation. Without them a sound article with a page's calls to the reader
(one of the samples) was .96 machine translated; with them .40, and the area of hybrid copies is the same."""

FOLDS = 5

SENTENCES = 15
"""Of a text made of single sentences."""

BACKGROUND = 0.3
"""What all made texts together count for, the originals being one; 0, .1, .3 and 1 were tried."""

SUPPORT = 8
"""Texts in which a feature must stand."""

PENALTY = 0.3
"""Inverse strength of the lasso; of .1, .3, 1 and 3 the best area on hybrid copies, and the fewest features."""


@dataclass(frozen=True, slots=True)
class Example:
    """A text's features, where it comes from, and the story that it tells."""

    kind: str
    story: str
    features: dict[str, float]

    @property
    def fold(self) -> int:
        """The part in which it is held out."""
        return sha256(self.story.encode()).digest()[0] % FOLDS


def example(kind: str, story: str, text: str, judges: Plugins) -> Example:
    """The text, with what its detectors find."""
    made = parsed(document(text))
    return Example(kind, story, features(made, audit_text(made, judges).findings))


def round_trips(judges: Plugins) -> list[Example]:
    """The originals and the copies of the round-trip corpus."""
    found = []
    for path in sorted((SHARED / "roundtrip" / "originals").glob("*.txt")):
        for kind in KINDS:
            here = path if kind == "orig" else SHARED / "roundtrip" / "copies" / f"{path.stem}.{kind}.txt"
            found.append(example(kind, path.stem, here.read_text("utf-8"), judges))
    return found


def background(judges: Plugins) -> list[Example]:
    """Sound prose of others, in made texts."""
    found = []
    for side in ("ref", "hyp"):
        sentences = [row[side] for row in rows("human_refs", "fit") if row[side]]
        for start in range(0, len(sentences) - SENTENCES, SENTENCES):
            text = "\n\n".join(sentences[start : start + SENTENCES])
            found.append(example("background", f"human_refs {start}", text, judges))
    return found


class Table:
    """The features of examples as an array, those that stand in enough of them."""

    def __init__(self, given: Sequence[Example]) -> None:
        support = Counter(name for e in given if e.kind != "background" for name in e.features)
        self.names = sorted(n for n, number in support.items() if number >= SUPPORT and not _of_persons(n))
        self.values = np.array([[e.features.get(name, 0.0) for name in self.names] for e in given])
        made = sum(e.kind == "background" for e in given)
        originals = sum(e.kind == "orig" for e in given)
        weights = WEIGHTS | {"background": BACKGROUND * originals / max(1, made)}
        self.weights = np.array([weights[e.kind] for e in given])
        self.wanted = np.array([KINDS.get(e.kind, False) for e in given])

    def fitted(self, which: NDArray[np.bool_]) -> LogisticRegression:
        """The model of some of the examples."""
        model = LogisticRegression(C=PENALTY, l1_ratio=1, solver="liblinear", max_iter=3000)
        return model.fit(self.values[which], self.wanted[which], sample_weight=self.weights[which])


def _of_persons(name: str) -> bool:
    """Whether a pair of shapes has a pronoun of the first or second person, which tells who speaks, not how well."""
    return any(p.person is not Person.THIRD for form in name.split() for p in PERSONAL_PRONOUNS.get(form, ()))


def figures(given: Sequence[Example], table: Table) -> dict[str, float]:
    """Of held-out stories: areas under the curve of each kind against the originals, and how well it is calibrated."""
    folds = np.array([e.fold for e in given])
    told = np.zeros(len(given))
    for fold in range(FOLDS):
        told[folds == fold] = table.fitted(folds != fold).predict_proba(table.values[folds == fold])[:, 1]
    kinds = np.array([e.kind for e in given])
    found = {}
    for kind in ("rt", "hy"):
        both = (kinds == kind) | (kinds == "orig")
        found[f"{kind} area"] = round(area(told[both], kinds[both] == kind), 4)
    both = (kinds == "hy") | (kinds == "cl")
    found["hy against cl area"] = round(area(told[both], kinds[both] == "hy"), 4)
    found["originals above one half"] = round(float(np.mean(told[kinds == "orig"] > 0.5)), 4)
    found["copies above one half"] = round(float(np.mean(told[table.wanted] > 0.5)), 4)
    clear = kinds != "background"
    found["Brier"] = round(float(np.average((told - table.wanted)[clear] ** 2, weights=table.weights[clear])), 4)
    return found


def main() -> None:
    """Fits the model and writes it; prints its figures."""
    judges = mtaudit.plugins(False)
    given = round_trips(judges) + background(judges)
    table = Table(given)
    model = table.fitted(np.full(len(given), True))
    weights = {
        name: round(float(weight), 4) for name, weight in zip(table.names, model.coef_[0], strict=True) if weight
    }
    data = (
        "round-trip corpus (originals, rt, hy, cl), human_refs (half to fit on); figures cross-validated over stories"
    )
    told = figures(given, table)
    write_model(
        MODEL, Logistic("1", "training/translated.py", data, told, round(float(model.intercept_[0]), 4), weights)
    )
    print(MODEL, len(given), "texts,", len(weights), "features", told)


if __name__ == "__main__":
    main()
