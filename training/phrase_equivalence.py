"""Fits how probably two phrases say the same: EQUI against every other relation of two phrases.

From the half of iSTS (SemEval 2016: news headlines, captions of pictures, pupils' answers) to fit on; the links are
those that mtaudit draws. Run after `training.word_alignment`: `python -m training.phrase_equivalence`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from mtaudit.model.encoder import load
from mtaudit.model.fitted import Logistic
from mtaudit.model.links import word_links
from mtaudit.model.phrases import equivalence, phrase_features, with_vectors
from mtaudit.records import Link, Word
from training.judging import area, write_model
from training.sets import Half, Row, rows
from training.word_alignment import tokens

if TYPE_CHECKING:
    from mtaudit.model.encoder.encoder import Encoder
    from mtaudit.model.links import Array


@dataclass(frozen=True, slots=True, eq=False)
class Phrases:
    """Two phrases in their sentences, and whether annotators hold that they say the same.

    `links` and the vectors are those of the sentences; without vectors the links are those by form.
    """

    original: tuple[Word, ...]
    copy: tuple[Word, ...]
    left: range
    right: range
    links: tuple[Link, ...]
    a: Array | None
    b: Array | None
    same: bool

    @property
    def changed(self) -> bool:
        """Whether they differ in a word, capitals aside."""
        forms = [
            [w.form for w in side[k.start : k.stop]]
            for side, k in ((self.original, self.left), (self.copy, self.right))
        ]
        return forms[0] != forms[1]

    def features(self) -> dict[str, float]:
        """What the model is given."""
        known = phrase_features(self.original, self.copy, self.left, self.right, self.links)
        if self.a is None or self.b is None:
            return known
        return with_vectors(known, self.original, self.copy, self.left, self.right, self.a, self.b)

    def judged(self) -> float:
        """The probability that mtaudit gives."""
        return equivalence(self.original, self.copy, self.left, self.right, self.links, self.a, self.b)


def phrases(given: Iterable[Row], encoder: Encoder | None) -> Iterator[Phrases]:
    """All pairs of phrases that annotators aligned, a phrase with a gap from its first word to its last."""
    chosen = list(given)
    sides = [[tokens(row[side]) for row in chosen] for side in ("a", "b")]
    read = [encoder.tokens([text for text, _ in side]) if encoder else [None] * len(chosen) for side in sides]
    for row, (_, original), (_, copy), of_a, of_b in zip(chosen, *sides, *read, strict=True):
        a = of_a.over(w.span for w in original) if of_a else None
        b = of_b.over(w.span for w in copy) if of_b else None
        links = word_links(original, copy, a, b)
        for here, there, relation, _ in row["align"]:
            if here and there:
                left, right = range(here[0], here[-1] + 1), range(there[0], there[-1] + 1)
                yield Phrases(original, copy, left, right, links, a, b, relation.split("_")[0] == "EQUI")


def figures(half: Half, encoder: Encoder | None) -> dict[str, float]:
    """AUC over all aligned phrases of a half, and over those alone that differ in a word."""
    found = list(phrases(rows("ists16", half), encoder))
    parts = {"all": found, "changed": [p for p in found if p.changed]}
    return {f"AUC {half} {k}": round(area([p.judged() for p in v], [p.same for p in v]), 4) for k, v in parts.items()}


AGAINST = frozenset(
    (
        "not linked on both sides",
        "not meant on both sides",
        "turned round",
        "of one kind",
        "numbers differ",
        "number on one side",
    )
)
"""Features that may only speak against two phrases, as all others but EITHER may only speak for them."""

EITHER = frozenset(("one word each",))

PENALTY, STEPS = 1.0, 5000


def fit(given: Sequence[Phrases]) -> tuple[float, dict[str, float]]:
    """Bias and weights of the model: maximum likelihood with a penalty on squares, by Nesterov's projected gradient.

    Every feature keeps to its side, so that no phrase is judged the likelier for a number that differs or a cosine that
    falls, however much the features have in common. Without that AUC on the half to fit on is 0.006 more.
    """
    features = [p.features() for p in given]
    names = list(features[0])
    matrix = np.array([[f[name] for name in names] for f in features])
    spread = matrix.std(axis=0) + 1e-6
    inputs = np.c_[matrix / spread, np.ones(len(matrix))]
    signs = np.array([1.0 if p.same else -1.0 for p in given])
    least = np.array([-np.inf if n in AGAINST | EITHER else 0.0 for n in names] + [-np.inf])
    most = np.array([0.0 if n in AGAINST else np.inf for n in names] + [np.inf])
    penalty = np.array([PENALTY] * len(names) + [0.0])
    pace = 1 / (float(np.linalg.eigvalsh(inputs.T @ inputs)[-1]) / 4 + PENALTY)
    found = ahead = np.zeros(len(names) + 1)
    for step in range(STEPS):
        slopes = inputs.T @ (-signs / (1 + np.exp(signs * (inputs @ ahead)))) + penalty * ahead
        before, found = found, np.clip(ahead - pace * slopes, least, most)
        ahead = found + step / (step + 3) * (found - before)
    weights = {name: round(float(w), 4) for name, w in zip(names, found[:-1] / spread, strict=True)}
    return round(float(found[-1]), 4), {name: weight for name, weight in weights.items() if weight}


def main() -> None:
    """Fits and writes both models, and prints how well they tell EQUI from all other relations."""
    encoder = load()
    if encoder is None:
        raise SystemExit("the language model is not installed: mtaudit model install")
    by, on = "training/phrase_equivalence.py", "iSTS 2016, half to fit on"
    made = {}
    for name, reader in (("phrase-equivalence", encoder), ("phrase-equivalence-lexical", None)):
        made[name] = fit(list(phrases(rows("ists16", "fit"), reader)))
        write_model(name, Logistic("1", by, on, {}, *made[name]))
    for name, reader in (("phrase-equivalence", encoder), ("phrase-equivalence-lexical", None)):
        print(name, figures("fit", reader), reported := figures("report", reader))
        write_model(name, Logistic("1", by, on, reported, *made[name]))


if __name__ == "__main__":
    main()
