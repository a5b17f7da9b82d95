"""What befalls people, read from a word."""

from __future__ import annotations

import pytest

from mtaudit.lexicon.fates import Fate, fate
from mtaudit.text.words import words


@pytest.mark.parametrize(
    ("text", "fates"),
    [
        ("forty were killed", [Fate.KILLING]),
        ("her death and his suicide", [Fate.DEATH, Fate.SUICIDE]),
        ("nine wounded, two missing", [Fate.INJURY, Fate.DISAPPEARANCE]),
        ("the murders", [Fate.MURDER]),
        pytest.param("passing a law", [], id="a law is passed"),
        pytest.param("a dead end", [], id="a road"),
    ],
)
def test_reads(text: str, fates: list[Fate]) -> None:
    side = words(text)
    assert [found for k in range(len(side)) if (found := fate(side, k))] == fates
