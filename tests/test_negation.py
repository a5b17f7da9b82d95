"""Which words deny, and what makes up for a denial that is gone."""

from __future__ import annotations

import pytest

from mtaudit.lingua.negation import is_denying, made_up_for, negators
from mtaudit.lingua.words import words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry did not sail.", ["not"]),
        ("The ferry didn’t sail.", ["n’t"]),
        ("They can't and won't sail", ["n't", "n't"]),
        ("Nobody saw it and nothing was left", ["Nobody", "nothing"]),
        ("It sailed without lights, never to return", ["without", "never"]),
        pytest.param("It sailed not only by night", [], id="not only denies nothing"),
        pytest.param("no later than noon, no fewer than six", [], id="bounds deny nothing"),
        pytest.param("The ferry sailed.", [], id="nothing denied"),
        pytest.param("It was not", ["not"], id="at the end"),
        pytest.param("his no. 1 hit, not long ago", [], id="a rank, and a time"),
        ("They have yet to sail", ["yet"]),
    ],
)
def test_negators(text: str, expected: list[str]) -> None:
    tokens = words(text)
    assert [tokens[k].text for k in negators(tokens)] == expected


@pytest.mark.parametrize(
    ("form", "denying"), [("failed", True), ("refuses", True), ("unable", True), ("sailed", False)]
)
def test_denying_words(form: str, denying: bool) -> None:
    assert is_denying(form) is denying


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("failed to sail", "did not sail", True, id="a denying verb"),
        pytest.param("an unlit dock", "a dock that was not lit", True, id="a prefix"),
        pytest.param("homeless men", "men with no home", True, id="an ending"),
        pytest.param("dead", "not alive", True, id="an opposite"),
        pytest.param("a blue dock", "not red", False, id="another word"),
        pytest.param("a pinless uncle", "not red", True, id="an ending of any known word"),
        pytest.param("his uncle", "not red", False, id="a word that only begins like a prefix"),
        pytest.param("; !", "not .", False, id="marks"),
        pytest.param("", "not", False, id="nothing"),
    ],
)
def test_what_makes_up_for_a_denial(one: str, other: str, expected: bool) -> None:
    assert made_up_for(words(one), words(other)) is expected
