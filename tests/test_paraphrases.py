"""Small phrases that say the same, and those that only look it."""

from __future__ import annotations

import pytest

from mtaudit.lexicon.opposites import OPPOSITES
from mtaudit.lexicon.paraphrases import LONGEST, same_sense


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("more than", "over"),
        ("due to", "because of"),
        ("at once", "immediately"),
        ("in order to", "to"),
        ("percent", "per cent"),
        ("called off", "called off"),
    ],
)
def test_the_same(a: str, b: str) -> None:
    assert same_sense(a, b) is (a != b), "a phrase that is not listed is related to nothing"
    assert same_sense(b, a) is same_sense(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("more than", "less than", id="opposites"),
        pytest.param("because of", "despite", id="reason and obstacle"),
        pytest.param("at least", "at most", id="bounds"),
        pytest.param("below", "over", id="related to the same phrases, but not to each other"),
        pytest.param("ferry", "boat", id="not listed"),
    ],
)
def test_not_the_same(a: str, b: str) -> None:
    assert not same_sense(a, b)


def test_no_class_holds_opposites() -> None:
    assert [sorted(pair) for pair in OPPOSITES if len(pair) == 2 and same_sense(*pair)] == []


def test_the_longest_phrase_bounds_the_search() -> None:
    assert LONGEST == 4, "as many words as in 'at the end of'"
