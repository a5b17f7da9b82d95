"""The words of a bead → links, many to many, each with the probability that a person would draw it.

Two steps. First every word chooses among the words of the other side, or none: by its contextual vector and those of
its neighbours, brought into a space in which words that translators put for each other lie close (`Space`), or, without
vectors, by form, lexical relation and place. Then a logistic model looks at each pair with what both sides chose, at
form and place, and at what their neighbours are linked with, twice, so that links support each other and a phrase
grows around its head. Swapping the sides swaps the links and changes nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from mtaudit.lexicon.alike import Kind, correspondence, kind, same_forms
from mtaudit.model.fitted import Logistic, load
from mtaudit.records import Link, Word

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float32]

LINKED = 0.6
"""Probability from which two words are linked.

Measured on the half of MTRef dev to fit on: F1 against sure and possible links is best from 0.5, F1 against sure links
alone from 0.75. From 0.6 neither is more than 0.004 below that, and F1 that lets possible links pass is best.
"""

WINDOW = 1
"""Neighbours on either side whose vectors a word brings along."""

ALIKE, APART, NOTHING = 9.0, 5.0, 5.0
"""Without vectors a pair scores ALIKE · correspondence − APART · distance, and no partner NOTHING; chosen by hand."""

ROUNDS = 2
"""How often links are judged by their neighbours: a third time adds 0.001 to F1."""

NEAR = 3.0
"""Words over which the pull of a link on its neighbours falls to 1/e."""

FARTHEST = 8.0
"""Words off the course of the neighbours beyond which it no longer matters how far."""

WIDEST = 400
"""Words a side; in a longer bead (a list, a table) only equal words are linked."""


@dataclass(frozen=True, slots=True, eq=False)
class Space:
    """A linear map of contextual vectors, in which the product of two words says how well they go together.

    `mean` is of shape (hidden), `weights` of (hidden · words of a window, width); `nothing` is the score of no partner.
    """

    mean: Array
    weights: Array
    nothing: float

    def __call__(self, vectors: Array) -> Array:
        """Words (words, hidden) in their order → (words, width). Raises ValueError for vectors of another model."""
        import numpy as np

        if vectors.shape[1] != len(self.mean):
            raise ValueError(f"vectors of {vectors.shape[1]} numbers; this space was made for {len(self.mean)}")
        return with_neighbours(np.asarray(vectors, dtype=np.float32) - self.mean) @ self.weights


def with_neighbours(vectors: Array) -> Array:
    """Each row brought to length 1, followed by those of the words before and behind it, zeros at the edges."""
    import numpy as np

    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    padded = np.zeros((len(vectors) + 2 * WINDOW, vectors.shape[1]), dtype=vectors.dtype)
    padded[WINDOW : WINDOW + len(vectors)] = vectors / np.maximum(length, 1e-6)
    places = sorted(range(-WINDOW, WINDOW + 1), key=abs)
    joined: Array = np.concatenate([padded[WINDOW + k : WINDOW + k + len(vectors)] for k in places], axis=1)
    return joined


@cache
def space() -> Space:
    """The space that comes with mtaudit, for layer 3 of all-MiniLM-L6-v2."""
    import numpy as np

    with files("mtaudit.model.fitted").joinpath("word-space.npz").open("rb") as file, np.load(file) as held:
        weights = held["weights"].astype(np.float32) * held["steps"].astype(np.float32)
        return Space(held["mean"].astype(np.float32), weights, float(held["nothing"]))


def word_links(
    original: Sequence[Word], copy: Sequence[Word], a: Array | None = None, b: Array | None = None
) -> tuple[Link, ...]:
    """The links between two sides, in order; their similarity is a probability from LINKED to 1.

    `a` and `b` are the contextual vectors of the words, a row each, from the layer that `space` was made for; without
    them words are linked by form, lexical relation and place. Equal sides are linked word by word.
    """
    if not original or not copy:
        return ()
    if len(original) == len(copy) and all(x.form == y.form for x, y in zip(original, copy, strict=True)):
        return tuple(Link(k, k, 1.0) for k in range(len(original)))
    if max(len(original), len(copy)) > WIDEST:
        return _equal_only(original, copy)
    return probable_links(probabilities(original, copy, a, b))


def probable_links(found: Array) -> tuple[Link, ...]:
    """The links between words that are LINKED or surer, in order."""
    rows, columns = (found >= LINKED).nonzero()
    return tuple(Link(i, j, round(float(found[i, j]), 4)) for i, j in zip(rows.tolist(), columns.tolist(), strict=True))


def probabilities(
    original: Sequence[Word], copy: Sequence[Word], a: Array | None = None, b: Array | None = None
) -> Array:
    """How probably two words are linked: a row per word of the original, a column per word of the copy."""
    if a is None or b is None:
        model, scores = load("word-alignment-lexical"), lexical_scores(original, copy)
    else:
        model, scores = load("word-alignment"), contextual_scores(a, b, space())
    choice = choices(scores)
    known = log_odds(model, pair_features(original, copy, choice))
    found = seed(choice)
    for _ in range(ROUNDS):
        found = judged(log_odds(model, neighbour_features(found), known))
    return found


def contextual_scores(a: Array, b: Array, space: Space) -> Array:
    """How well words go together by their vectors; above 0 they are likelier partners than none."""
    scores: Array = space(a) @ space(b).T - space.nothing
    return scores


def lexical_scores(original: Sequence[Word], copy: Sequence[Word]) -> Array:
    """The same by form, lexical relation and place."""
    import numpy as np

    alike = np.array([[correspondence(x, y) for y in copy] for x in original], dtype=np.float32)
    alike *= ALIKE
    alike -= APART * _distance(len(original), len(copy)) + NOTHING
    return alike


def choices(scores: Array) -> tuple[Array, Array]:
    """For every pair how probably the original's word chooses the copy's, and how probably that one chooses it."""
    import numpy as np

    def chosen(axis: int) -> Array:
        top = np.maximum(scores.max(axis=axis, keepdims=True), 0.0)
        weight = np.exp(scores - top)
        return np.asarray(weight / (weight.sum(axis=axis, keepdims=True) + np.exp(-top)), dtype=np.float32)

    return chosen(1), chosen(0)


def seed(choice: tuple[Array, Array]) -> Array:
    """How probably both words choose each other: what the links are grown from."""
    import numpy as np

    return np.asarray(np.sqrt(choice[0] * choice[1]), dtype=np.float32)


def pair_features(original: Sequence[Word], copy: Sequence[Word], choice: tuple[Array, Array]) -> dict[str, Array]:
    """What is known of each pair by itself: a matrix (original, copy) per feature."""
    import numpy as np
    from rapidfuzz.distance import JaroWinkler
    from rapidfuzz.process import cdist

    forms = [w.form for w in original], [w.form for w in copy]
    kinds = [np.array([kind(form) for form in side]) for side in forms]
    equal = same_forms(original, copy)
    marks = (kinds[0] == Kind.MARK)[:, None], (kinds[1] == Kind.MARK)[None, :]
    content = (kinds[0] == Kind.CONTENT)[:, None] & (kinds[1] == Kind.CONTENT)[None, :]
    function = (kinds[0] == Kind.FUNCTION)[:, None] & (kinds[1] == Kind.FUNCTION)[None, :]
    elsewhere = equal.any(axis=1, keepdims=True).astype(np.float32) + equal.any(axis=0, keepdims=True)
    spelt = np.maximum(cdist(*forms, scorer=JaroWinkler.similarity, dtype=np.float32) - 0.6, 0.0) / 0.4
    row, column = choice
    return {
        "equal content": equal * content,
        "equal": equal,
        "unlike content": (1 - equal) * content,
        "unlike function words": (1 - equal) * function,
        "mark against word": (marks[0] ^ marks[1]).astype(np.float32),
        "spelt alike": (1 - equal) * spelt,
        "equal one elsewhere": (1 - equal) * elsewhere,
        "distance": _distance(len(original), len(copy)),
        "chosen, log": np.log(row + 1e-5) + np.log(column + 1e-5),
        "chosen": row + column,
        "chosen by both": np.sqrt(row * column),
    }


def neighbour_features(links: Array) -> dict[str, Array]:
    """What the other links say of each pair, `links` being how probable they are."""
    import numpy as np

    before, behind = _moved(links, 0.5, (-1, -1), (1, 1))
    beside = _moved(links, 0.0, (0, -1), (0, 1), (-1, 0), (1, 0))
    rest = links.sum(axis=1, keepdims=True) + links.sum(axis=0, keepdims=True) - 2 * links
    row, column = _best_other(links, 1), _best_other(links, 0)
    off = _off_course(links), _off_course(links.T).T
    return {
        "before and behind": before + behind,
        "before or behind": np.maximum(before, behind),
        "beside": np.maximum.reduce(beside),
        "crossing": np.maximum(*_moved(links, 0.0, (-1, 1), (1, -1))),
        "best other links": row + column,
        "both linked otherwise": np.minimum(row, column),
        "other links": np.minimum(rest, 4.0),
        "off course": off[0] + off[1],
        "least off course": np.minimum(off[0], off[1]),
    }


def log_odds(model: Logistic, features: Mapping[str, Array], known: Array | None = None) -> Array:
    """What the model makes of these features of every pair, added to the log-odds `known` from others."""
    import numpy as np

    logit = np.full_like(next(iter(features.values())), model.bias) if known is None else known.copy()
    for name, values in features.items():
        logit += np.float32(model.weights[name]) * values
    return logit


def judged(logit: Array) -> Array:
    """The probability of every pair at once."""
    import numpy as np

    return np.asarray(1 / (1 + np.exp(-np.clip(logit, -40, 40))), dtype=np.float32)


def _distance(rows: int, columns: int) -> Array:
    """How far apart two words stand, each place as a share of its side."""
    import numpy as np

    places = [(np.arange(n, dtype=np.float32) + 0.5) / n for n in (rows, columns)]
    distance: Array = np.abs(places[0][:, None] - places[1][None, :])
    return distance


def _moved(matrix: Array, beyond: float, *steps: tuple[int, int]) -> list[Array]:
    """For each step, rows and columns on, the value that each pair finds there; `beyond` where that lies outside."""
    import numpy as np

    rows, columns = matrix.shape
    padded = np.full((rows + 2, columns + 2), beyond, dtype=matrix.dtype)  # np.pad takes ten times as long
    padded[1:-1, 1:-1] = matrix
    return [padded[1 + down : 1 + down + rows, 1 + right : 1 + right + columns] for down, right in steps]


def _best_other(links: Array, axis: int) -> Array:
    """For each pair the most probable other link in its row (axis 1) or column (axis 0)."""
    import numpy as np

    if links.shape[axis] == 1:
        return np.zeros_like(links)
    ranked = np.partition(links, -2, axis=axis)
    first, second = (ranked.take([k], axis=axis) for k in (-1, -2))
    return np.where(links >= first, second, first)


def _off_course(links: Array) -> Array:
    """How many words a pair stands off the course that the links of the rows around it hold."""
    import numpy as np

    rows, columns = (np.arange(n, dtype=np.float32) for n in links.shape)
    course = columns[None, :] - rows[:, None]
    trusted = links * links
    near = _nearness(len(rows))
    expected = (near @ (trusted * course).sum(axis=1)) / (near @ trusted.sum(axis=1) + 1e-3)
    off: Array = np.minimum(np.abs(course - expected[:, None]), FARTHEST)
    return off


@lru_cache(maxsize=128)
def _nearness(rows: int) -> Array:
    """How much the links of each row pull on those of each other one."""
    import numpy as np

    places = np.arange(rows, dtype=np.float32)
    near: Array = np.exp(-np.abs(places[:, None] - places[None, :]) / NEAR)
    np.fill_diagonal(near, 0.0)
    return near


def _equal_only(original: Sequence[Word], copy: Sequence[Word]) -> tuple[Link, ...]:
    from rapidfuzz.distance import Indel

    codes = Indel.opcodes([w.form for w in original], [w.form for w in copy])
    return tuple(
        Link(i, j, 1.0)
        for code in codes
        if code.tag == "equal"
        for i, j in zip(range(code.src_start, code.src_end), range(code.dest_start, code.dest_end), strict=True)
    )
