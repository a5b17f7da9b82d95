"""Words of change and of rest."""

from __future__ import annotations

import pytest

from mtaudit.lexicon.changes import direction, moves, rests
from mtaudit.text.words import words


@pytest.mark.parametrize(
    ("text", "way"), [("rose", 1), ("improvement", 1), ("falling", -1), ("reduced", -1), ("varied", 0), ("flat", 0)]
)
def test_direction(text: str, way: int) -> None:
    (word,) = words(text)
    assert direction(word) == way


@pytest.mark.parametrize(
    ("text", "resting"),
    [
        ("was unchanged", ["unchanged"]),
        ("remained the same next spring", ["same"]),
        ("were the same", ["same"]),
        ("stabilised", ["stabilised"]),
        pytest.param("in the same towns", [], id="which towns"),
    ],
)
def test_rests(text: str, resting: list[str]) -> None:
    side = words(text)
    assert [w.text for k, w in enumerate(side) if rests(side, k)] == resting
    assert not any(moves(side, k) for k in range(len(side)))
