"""How strong a statement is, and which modal verbs are exchanged freely."""

from __future__ import annotations

import pytest

from mtaudit.lexicon.modality import HEDGES, NEAR, STRENGTH, changed, strength


@pytest.mark.parametrize(
    ("form", "expected"),
    [("may", "possible"), ("would", "likely"), ("will", "certain"), ("must", "obliged"), ("ferry", None)],
)
def test_strength(form: str, expected: str | None) -> None:
    assert strength(form) == expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param("may", "will", True, id="a possibility made certain"),
        pytest.param("alleged", "proven", True, id="a suspicion made a fact"),
        pytest.param("must", "may", True, id="a duty made a choice"),
        pytest.param("will", "shall", False, id="equally strong"),
        pytest.param("could", "would", False, id="tense and idiom exchange them"),
        pytest.param("may", "ferry", False, id="no word of modality"),
        pytest.param("ferry", "dock", False, id="neither"),
    ],
)
def test_changed(a: str, b: str, expected: bool) -> None:
    assert changed(a, b) is expected
    assert changed(b, a) is expected


def test_every_hedge_has_a_strength() -> None:
    assert set(STRENGTH) >= HEDGES


def test_pairs_exchanged_freely_are_pairs_of_words_of_modality() -> None:
    assert [sorted(pair) for pair in NEAR if len(pair) != 2 or not pair <= set(STRENGTH)] == []
