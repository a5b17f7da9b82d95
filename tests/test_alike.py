"""How alike two words are in meaning, and whether one stands where the other stood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.lexicon.alike import (
    BOTH_CAPITAL,
    BY_KIND,
    FORM,
    OPPOSED,
    UNRELATED,
    Kind,
    correspondence,
    kind,
    similarity,
)
from mtaudit.pair.comparison import ALONE, MOVED
from mtaudit.records import Word
from mtaudit.text.words import words

ANY = st.sampled_from(
    "ferry boat Pell Orr the a not no 12 3.5 twelve hot cold sank sink sinks . , “ doctor physician zorb".split()
)


def word(text: str) -> Word:
    (only,) = words(text)
    return only


@pytest.mark.parametrize(
    ("a", "b", "low", "high"),
    [
        pytest.param("Ferry", "ferry", 1, 1, id="capitals do not count"),
        pytest.param("sank", "sink", 0.85, 0.95, id="an inflection"),
        pytest.param("doctor", "physician", 0.65, 0.95, id="a synonym"),
        pytest.param("hot", "cold", 0, 0, id="an opposite is as unlike as can be"),
        pytest.param("ferry", "violin", 0, 0.2, id="unlike words"),
        pytest.param("zorb", "quib", 0, 0.2, id="unknown words"),
    ],
)
def test_similarity_is_of_meaning(a: str, b: str, low: float, high: float) -> None:
    assert low <= similarity(word(a), word(b)) <= high


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("ferry", Kind.CONTENT),
        ("the", Kind.FUNCTION),
        ("12", Kind.FIGURE),
        ("5m", Kind.FIGURE),
        (",", Kind.MARK),
        ("$", Kind.MARK),
    ],
)
def test_kinds(form: str, expected: Kind) -> None:
    assert kind(form) is expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param("ferry", "Ferry", 1.0, id="the same word"),
        pytest.param("hot", "cold", OPPOSED, id="an opposite plainly stands for the other"),
        pytest.param("ferry", "12", BY_KIND[Kind.CONTENT][Kind.FIGURE], id="a word for a number"),
        pytest.param("12", "21", BY_KIND[Kind.FIGURE][Kind.FIGURE], id="a number for a number"),
        pytest.param("the", "12", 0.0, id="a number for a function word"),
        pytest.param("the", "a", BY_KIND[Kind.FUNCTION][Kind.FUNCTION], id="a function word for another"),
        pytest.param("the", "ferry", BY_KIND[Kind.FUNCTION][Kind.CONTENT], id="a content word for a function word"),
        pytest.param(".", ",", BY_KIND[Kind.MARK][Kind.MARK], id="a mark for a mark"),
        pytest.param(".", "ferry", 0.0, id="a word for a mark"),
        pytest.param("Pell", "Quib", BOTH_CAPITAL, id="both capitalised"),
        pytest.param("pell", "Quib", UNRELATED, id="one capitalised"),
    ],
)
def test_correspondence_is_of_place(a: str, b: str, expected: float) -> None:
    assert correspondence(word(a), word(b)) == expected


def test_a_likelier_kind_of_word_corresponds_more() -> None:
    row = BY_KIND[Kind.CONTENT]
    assert row[Kind.MARK] < row[Kind.FUNCTION] < UNRELATED < BOTH_CAPITAL < OPPOSED
    assert [list(column) for column in zip(*BY_KIND, strict=True)] == [list(row) for row in BY_KIND]


def test_a_misspelling_corresponds_though_it_means_nothing() -> None:
    a, b = word("receive"), word("recieve")
    assert similarity(a, b) < 0.2
    assert ALONE < correspondence(a, b) == pytest.approx(0.7 * 0.967, abs=0.01)
    assert 0.7 * FORM < ALONE < MOVED, "being alike in form alone is never enough to have moved"


@given(ANY, ANY)
def test_both_lie_between_0_and_1_and_know_no_direction(a: str, b: str) -> None:
    for measured in (similarity, correspondence):
        assert 0 <= measured(word(a), word(b)) <= 1
        assert measured(word(a), word(b)) == pytest.approx(measured(word(b), word(a)))
        assert measured(word(a), word(a)) == 1
