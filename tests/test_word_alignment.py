"""Links between the words of two sentences, by form alone and by vectors made up for the words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtaudit.model.links import (
    FARTHEST,
    LINKED,
    NEAR,
    WIDEST,
    contextual_scores,
    neighbour_features,
    probabilities,
    space,
    with_neighbours,
    word_links,
)
from mtaudit.records import Word
from mtaudit.text.words import words

if TYPE_CHECKING:
    from mtaudit.model.links import Array

VOCABULARY = """
the a of in on and to was were not , . " minister ministers court ruled decided harbour port 12 twelve ships sank fire
killed people quickly fast new big large government cabinet rose fell
""".split()

sentences = st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=14).map(lambda forms: words(" ".join(forms)))
both_ways = pytest.mark.parametrize("by_vectors", [False, True], ids=["by form", "by vectors"])


@cache
def axes() -> Array:
    """Directions in which the space tells words apart."""
    return np.linalg.svd(space().weights[: len(space().mean)])[0][:, :48]


def vectors(side: Sequence[Word], **alias: str) -> Array:
    """A vector for each word by its form, or by the form that it is an alias of, whatever stands around it."""
    rows = []
    for word in side:
        seed = crc32(alias.get(word.form, word.form).encode())
        rows.append(space().mean + axes() @ np.random.default_rng(seed).normal(size=axes().shape[1]))
    return np.array(rows, dtype=np.float32).reshape(len(side), len(space().mean))


def linked(original: str, copy: str) -> set[tuple[str, str]]:
    left, right = words(original), words(copy)
    return {(left[k.original].form, right[k.copy].form) for k in word_links(left, right)}


def matrix(left: Sequence[Word], right: Sequence[Word], by_vectors: bool) -> Array:
    return probabilities(left, right, *((vectors(left), vectors(right)) if by_vectors else (None, None)))


@pytest.mark.parametrize(
    ("original", "copy", "pairs"),
    [
        pytest.param(
            "The court ruled against the port.",
            "Against the port ruled the court.",
            {("court", "court"), ("ruled", "ruled"), ("port", "port"), ("against", "against")},
            id="words that moved",
        ),
        pytest.param(
            "Two ministers resign tonight.",
            "Two ministers resigned tonight.",
            {("resign", "resigned"), ("ministers", "ministers"), ("tonight", "tonight")},
            id="an inflection",
        ),
        pytest.param(
            "They bought an automobile in Lyon.",
            "They bought a car in Lyon.",
            {("automobile", "car"), ("lyon", "lyon"), ("bought", "bought")},
            id="a synonym",
        ),
    ],
)
def test_without_vectors_words_are_linked_by_form_and_meaning(
    original: str, copy: str, pairs: set[tuple[str, str]]
) -> None:
    assert pairs <= linked(original, copy)


@pytest.mark.parametrize(
    ("original", "copy", "pair"),
    [
        pytest.param("He paid 12 euros.", "He paid 12 euros in cash.", ("euros", "cash"), id="what was added"),
        pytest.param(
            "Rain fell, and roads were shut.", "Rain fell; roads shut.", ("and", "roads"), id="what was left out"
        ),
    ],
)
def test_what_stands_on_one_side_alone_is_not_linked(original: str, copy: str, pair: tuple[str, str]) -> None:
    assert pair not in linked(original, copy)


def test_words_with_like_vectors_are_linked_and_others_are_not() -> None:
    left, right = words("Doctors closed the ward before noon."), words("Doctors closed the station before noon.")
    like = probabilities(left, right, vectors(left), vectors(right, station="ward"))
    unlike = probabilities(left, right, vectors(left), vectors(right))
    assert like[3, 3] >= LINKED
    assert like[3, 3] > unlike[3, 3]


def test_one_word_may_be_linked_with_several() -> None:
    left, right = words("Trade talks resumed today in Geneva."), words("Trade talks began again today in Geneva.")
    found = word_links(left, right, vectors(left), vectors(right, began="resumed", again="resumed"))
    assert {k.copy for k in found if k.original == 2} == {2, 3}


@both_ways
@given(side=sentences)
@settings(deadline=None)
def test_equal_sentences_are_linked_word_by_word(by_vectors: bool, side: tuple[Word, ...]) -> None:
    of_words = (vectors(side), vectors(side)) if by_vectors else ()
    found = word_links(side, side, *of_words)
    assert [(k.original, k.copy, k.similarity) for k in found] == [(n, n, 1.0) for n in range(len(side))]


@both_ways
@given(left=sentences, right=sentences)
@settings(deadline=None)
def test_swapping_the_sides_swaps_the_links(by_vectors: bool, left: tuple[Word, ...], right: tuple[Word, ...]) -> None:
    np.testing.assert_allclose(matrix(left, right, by_vectors), matrix(right, left, by_vectors).T, atol=1e-3)


@both_ways
@given(left=sentences, right=sentences)
@settings(deadline=None)
def test_links_lie_inside_and_are_probabilities(
    by_vectors: bool, left: tuple[Word, ...], right: tuple[Word, ...]
) -> None:
    of_words = (vectors(left), vectors(right)) if by_vectors else ()
    found = word_links(left, right, *of_words)
    places = [(k.original, k.copy) for k in found]
    assert places == sorted(set(places))
    assert all(0 <= i < len(left) and 0 <= j < len(right) for i, j in places)
    assert all(LINKED <= k.similarity <= 1 for k in found)
    everything = matrix(left, right, by_vectors)
    assert everything.shape == (len(left), len(right))
    assert ((everything >= 0) & (everything <= 1)).all()


def test_a_side_without_words_has_no_links() -> None:
    assert word_links((), words("Rain fell.")) == word_links(words("Rain fell."), ()) == ()


def test_in_a_very_long_bead_only_equal_words_are_linked() -> None:
    left, right = words("Rain fell. " * (WIDEST // 3 + 1)), words("Rain came. " * (WIDEST // 3 + 1))
    found = word_links(left, right)
    assert {(left[k.original].form, right[k.copy].form) for k in found} == {("rain", "rain"), (".", ".")}
    assert {k.similarity for k in found} == {1.0}


def test_vectors_of_another_model_are_refused() -> None:
    narrow = np.zeros((2, 3), dtype=np.float32)
    with pytest.raises(ValueError, match="3 numbers"):
        contextual_scores(narrow, narrow, space())


def test_a_word_brings_its_neighbours_along() -> None:
    rows = np.array([[3.0, 0.0], [0.0, 2.0], [0.0, 0.0]], dtype=np.float32)
    expected = [[1, 0, 0, 0, 0, 1], [0, 1, 1, 0, 0, 0], [0, 0, 0, 1, 0, 0]]
    np.testing.assert_array_equal(with_neighbours(rows), expected)


@given(rows=st.integers(1, 6), columns=st.integers(1, 6), seed=st.integers(0, 1000))
@settings(deadline=None)
def test_what_other_links_say_is_what_a_slow_count_says(rows: int, columns: int, seed: int) -> None:
    links = np.random.default_rng(seed).random((rows, columns)).astype(np.float32)
    found = neighbour_features(links)

    def at(i: int, j: int, beyond: float = 0.0) -> float:
        return float(links[i, j]) if 0 <= i < rows and 0 <= j < columns else beyond

    def off(i: int, j: int, table: Array) -> float:
        pull = weight = 0.0
        for k in range(table.shape[0]):
            for n in range(table.shape[1]):
                if k != i:
                    near = np.exp(-abs(i - k) / NEAR) * table[k, n] ** 2
                    pull, weight = pull + near * (n - k), weight + near
        return min(abs(j - i - pull / (weight + 1e-3)), FARTHEST)

    for i in range(rows):
        for j in range(columns):
            row = max((at(i, n) for n in range(columns) if n != j), default=0.0)
            column = max((at(n, j) for n in range(rows) if n != i), default=0.0)
            rest = float(links[i].sum() + links[:, j].sum()) - 2 * at(i, j)
            before, behind = at(i - 1, j - 1, 0.5), at(i + 1, j + 1, 0.5)
            courses = off(i, j, links), off(j, i, links.T)
            expected = {
                "before and behind": before + behind,
                "before or behind": max(before, behind),
                "beside": max(at(i, j - 1), at(i, j + 1), at(i - 1, j), at(i + 1, j)),
                "crossing": max(at(i - 1, j + 1), at(i + 1, j - 1)),
                "best other links": row + column,
                "both linked otherwise": min(row, column),
                "other links": min(rest, 4.0),
                "off course": sum(courses),
                "least off course": min(courses),
            }
            assert {name: float(f[i, j]) for name, f in found.items()} == pytest.approx(expected, abs=1e-3)
