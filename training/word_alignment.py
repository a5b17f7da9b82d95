"""Fits what links words: the space in which they choose each other, and the models that judge a pair.

From the sentences of MultiMWA that two translators made of one (MTRef; its part for training, the half to fit on).
Links that the annotators were sure of and possible ones count alike, for that part does not tell them apart. The model
is fitted on choices that a space fitted on other sentences made. Run: `python -m training.word_alignment`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from mtaudit.model.encoder import load
from mtaudit.model.fitted import Logistic
from mtaudit.model.links import (
    LINKED,
    ROUNDS,
    Space,
    choices,
    contextual_scores,
    judged,
    lexical_scores,
    log_odds,
    neighbour_features,
    pair_features,
    seed,
    with_neighbours,
    word_links,
)
from mtaudit.records import Link, Span, Word
from mtaudit.text.words import words
from training.judging import FOLDER, write_model
from training.sets import Row, rows

if TYPE_CHECKING:
    from mtaudit.model.encoder.encoder import Encoder
    from mtaudit.model.links import Array

VERSION = "1"
WIDTH = 160
"""Numbers of a word in the space; with 96 F1 is 0.002 less."""

PASSES, RATE, BATCH, DROPPED, SHARPNESS = 6, 2e-3, 8, 0.1, 10.0
"""How the space is fitted: passes over the sentences, Adam's rate, sentences a step, inputs left out, first scale."""

FOLDS = 4


@dataclass(frozen=True, slots=True, eq=False)
class Sentences:
    """Two sentences with their words, vectors and links."""

    original: tuple[Word, ...]
    copy: tuple[Word, ...]
    a: Array
    b: Array
    sure: frozenset[tuple[int, int]]
    possible: frozenset[tuple[int, int]]

    def links(self) -> Array:
        """1 where there is a link, sure or possible."""
        matrix = np.zeros((len(self.original), len(self.copy)), dtype=np.float32)
        for i, j in self.sure | self.possible:
            matrix[i, j] = 1.0
        return matrix


@dataclass(frozen=True, slots=True)
class Agreement:
    """How well links agree with a person's: F1 against the sure ones, against all, and as Och and Ney (2003) have it.

    In the last a possible link is neither asked for nor held against one: precision is counted against sure and
    possible links, recall against the sure ones.
    """

    sure: float
    all: float
    either: float


def tokens(given: Sequence[str]) -> tuple[str, tuple[Word, ...]]:
    """Words that stand apart by spaces as one text and as `Word`s, in the forms that mtaudit gives them."""
    made, start = [], 0
    for text in given:
        form = "".join(w.form for w in words(text)) or text.casefold()
        made.append(Word(Span(start, start + len(text)), text, form, spaced=True))
        start += len(text) + 1
    return " ".join(given), tuple(made)


def prepared(given: Iterable[Row], encoder: Encoder | None) -> list[Sentences]:
    """Rows of MultiMWA with the vectors of their words; with none of them where there is no encoder."""
    chosen = list(given)
    sides = [[tokens(row[side].split()) for row in chosen] for side in ("a", "b")]
    if encoder:
        vectors = [
            [
                found.over(w.span for w in side)
                for found, (_, side) in zip(encoder.tokens([t for t, _ in s]), s, strict=True)
            ]
            for s in sides
        ]
    else:
        vectors = [[np.zeros((len(side), 0), dtype=np.float32) for _, side in s] for s in sides]
    return [
        Sentences(left[1], right[1], a, b, *(frozenset((i, j) for i, j in row[k]) for k in ("sure", "poss")))
        for row, left, right, a, b in zip(chosen, *sides, *vectors, strict=True)
    ]


def agreement(sentences: Sequence[Sentences], linked: Callable[[Sentences], Iterable[Link]]) -> Agreement:
    """How well these links agree with the annotators', counted over all sentences."""
    hits = sure_hits = made = sure = every = 0
    for one in sentences:
        found = {(link.original, link.copy) for link in linked(one)}
        made += len(found)
        sure_hits += len(found & one.sure)
        hits += len(found & (one.sure | one.possible))
        sure += len(one.sure)
        every += len(one.sure | one.possible)
    return Agreement(
        sure=2 * sure_hits / (made + sure),
        all=2 * hits / (made + every),
        either=2 / (made / max(hits, 1) + sure / max(sure_hits, 1)),
    )


def in_context(one: Sentences) -> tuple[Link, ...]:
    """The links by vectors."""
    return word_links(one.original, one.copy, one.a, one.b)


def by_form(one: Sentences) -> tuple[Link, ...]:
    """The links without vectors."""
    return word_links(one.original, one.copy)


def fit_space(sentences: Sequence[Sentences]) -> Space:
    """The space in which words best choose their partners: cross entropy, both ways, by Adam.

    Starts from the principal axes of the vectors, where a score is about their cosine.
    """
    random = np.random.default_rng(0)
    mean = np.concatenate([one.a for one in sentences]).mean(axis=0)
    given = [(with_neighbours(s.a - mean), with_neighbours(s.b - mean), s.links()) for s in sentences]
    centre = np.concatenate([a[:, : len(mean)] for a, _, _ in given])
    axes = np.linalg.eigh(centre.T @ centre)[1][:, ::-1][:, :WIDTH]
    weights = np.zeros((given[0][0].shape[1], WIDTH), dtype=np.float32)
    weights[: len(mean)] = axes * np.sqrt(SHARPNESS)
    values = [weights, np.array(3.0, dtype=np.float32)]
    moments = [[np.zeros_like(v), np.zeros_like(v)] for v in values]
    steps, step = PASSES * (len(given) // BATCH + 1), 0
    for _ in range(PASSES):
        order = random.permutation(len(given))
        for start in range(0, len(order), BATCH):
            kept = (random.random(len(weights)) > DROPPED).astype(np.float32) / (1 - DROPPED)
            slopes = [np.zeros_like(v) for v in values]
            for k in order[start : start + BATCH]:
                _add_slopes(slopes, values, given[k], kept)
            step += 1
            for value, slope, (first, second), pace in zip(values, slopes, moments, (1, 3), strict=True):
                first += 0.1 * (slope - first)
                second += 0.01 * (slope * slope - second)
                scale = np.sqrt(second / (1 - 0.99**step)) + 1e-8
                value -= pace * RATE * (1 - step / (steps + 1)) * (first / (1 - 0.9**step)) / scale
    return Space(mean, values[0], float(values[1]))


def _add_slopes(slopes: list[Array], values: list[Array], given: tuple[Array, Array, Array], kept: Array) -> None:
    weights, nothing = values
    a, b, links = given[0] * kept, given[1] * kept, given[2]
    left, right = a @ weights, b @ weights
    chosen = choices(np.asarray(left @ right.T - nothing, dtype=np.float32))
    error = np.zeros_like(links)
    for axis, share in zip((1, 0), chosen, strict=True):
        count = links.sum(axis=axis, keepdims=True)
        error += share - links / np.maximum(count, 1)
        slopes[1] += ((1 - share.sum(axis=axis, keepdims=True)) - (count == 0)).sum() / (20 * BATCH)
    slopes[0] += (a.T @ (error @ right) + b.T @ (error.T @ left)) / (20 * BATCH)


def fit_model(sentences: Sequence[Sentences], chosen: Sequence[tuple[Array, Array]]) -> tuple[float, dict[str, float]]:
    """Bias and weights of the logistic model, fitted round by round on links that a model fitted on others found."""
    from sklearn.linear_model import LogisticRegression

    fixed = [pair_features(s.original, s.copy, c) for s, c in zip(sentences, chosen, strict=True)]
    links = [s.links().ravel() for s in sentences]
    found = [seed(c) for c in chosen]

    def fitted(some: Sequence[int]) -> tuple[float, dict[str, float]]:
        features = [fixed[k] | neighbour_features(found[k]) for k in some]
        names = list(features[0])
        matrix = np.concatenate([np.stack([f[n].ravel() for n in names], axis=1) for f in features])
        spread = matrix.std(axis=0) + 1e-6
        model = LogisticRegression(C=1.0, max_iter=400).fit(matrix / spread, np.concatenate([links[k] for k in some]))
        weights = {n: round(float(w), 4) for n, w in zip(names, model.coef_[0] / spread, strict=True)}
        return round(float(model.intercept_[0]), 4), weights

    for _ in range(ROUNDS - 1):
        halves = [range(side, len(sentences), 2) for side in (0, 1)]
        models = [_logistic(*fitted(halves[1 - side])) for side in (0, 1)]
        found = [
            judged(log_odds(models[k % 2], fixed[k] | neighbour_features(found[k]))) for k in range(len(sentences))
        ]
    return fitted(range(len(sentences)))


def _logistic(bias: float, weights: dict[str, float], figures: dict[str, float] | None = None) -> Logistic:
    fitted_on = "MultiMWA, MTRef, rows for training, half to fit on"
    return Logistic(VERSION, "training/word_alignment.py", fitted_on, figures or {}, bias, weights)


def write_space(made: Space) -> None:
    """The space in a file, its weights as whole numbers of -127 to 127 and a step per column."""
    steps = (np.abs(made.weights).max(axis=0) / 127).astype(np.float32)
    np.savez_compressed(
        FOLDER / "word-space.npz",
        mean=made.mean.astype(np.float16),
        weights=np.rint(made.weights / steps).astype(np.int8),
        steps=steps,
        nothing=np.float32(made.nothing),
    )


def main() -> None:
    """Fits and writes the space and both models, and prints how well they agree with people."""
    encoder = load()
    if encoder is None:
        raise SystemExit("the language model is not installed: mtaudit model install")
    train = prepared((r for r in rows("multimwa", "fit") if (r["domain"], r["split"]) == ("mtref", "train")), encoder)
    chosen: dict[int, tuple[Array, Array]] = {}
    for fold in range(FOLDS):
        part = fit_space([s for k, s in enumerate(train) if k % FOLDS != fold])
        chosen |= {k: choices(contextual_scores(s.a, s.b, part)) for k, s in enumerate(train) if k % FOLDS == fold}
    write_space(fit_space(train))
    fits = {
        "word-alignment": (fit_model(train, [chosen[k] for k in range(len(train))]), in_context),
        "word-alignment-lexical": (
            fit_model(train, [choices(lexical_scores(s.original, s.copy)) for s in train]),
            by_form,
        ),
    }
    for name, (made, _) in fits.items():
        write_model(name, _logistic(*made))
    measured = {
        f"{domain} dev {half}": prepared(
            (r for r in rows("multimwa", half) if (r["domain"], r["split"]) == (domain, "dev")), encoder
        )
        for domain in ("mtref", "wiki")
        for half in ("fit", "report")
    }
    for name, (made, linked) in fits.items():
        figures: dict[str, float] = {}
        for part_name, sentences in measured.items():
            found = agreement(sentences, linked)
            figures |= {f"{part_name} {k}": round(getattr(found, k), 4) for k in ("sure", "all", "either")}
        print(name, f"linked from {LINKED}", *(f"  {k}: {v}" for k, v in figures.items()), sep="\n")
        write_model(name, _logistic(*made, {k: v for k, v in figures.items() if "report" in k}))


if __name__ == "__main__":
    main()
