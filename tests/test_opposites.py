"""Our own list of opposites, and what the lexicon makes of it."""

from __future__ import annotations

import pytest

from mtaudit.lexicon.opposites import OPPOSED
from mtaudit.lexicon.wordnet import known, opposite, opposite_in_kind


def test_every_pair_is_of_two_known_words() -> None:
    assert all(len(pair) == 2 for pair in OPPOSED)
    assert {word for pair in OPPOSED for word in pair if not known(word)} == set()


def test_every_pair_is_opposite() -> None:
    assert [sorted(pair) for pair in OPPOSED if not opposite(*sorted(pair))] == []


@pytest.mark.parametrize(
    ("a", "b"),
    [("supporters", "opponents"), ("protected", "endangered"), ("lenders", "borrowers"), ("upheld", "overturned")],
)
def test_inflections_and_derivations_are_opposites_too(a: str, b: str) -> None:
    assert opposite(a, b)
    assert opposite(b, a)


@pytest.mark.parametrize(("a", "b"), [("hired", "dismissal"), ("rose", "climbed"), ("unit", "division")])
def test_what_is_not_opposed(a: str, b: str) -> None:
    assert not opposite(a, b)


def test_what_is_a_kind_of_an_opposite() -> None:
    assert opposite_in_kind("dropped", "ascended")
    assert not opposite_in_kind("walked", "talked")
