"""Which words deny, and what makes up for a denial that is gone."""

from __future__ import annotations

import pytest

from mtaudit.text.negation import is_denying, made_up_for, negators, prefixed
from mtaudit.text.words import words


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


@pytest.mark.parametrize("form", ["unlawful", "unlit", "nonbinding", "homeless", "disagree", "impossible"])
def test_a_prefix_or_ending_makes_up_for_a_negator(form: str) -> None:
    assert made_up_for(words(form), ())


@pytest.mark.parametrize("form", ["discuss", "increase", "income", "union", "improve", "invest", "display"])
def test_what_only_begins_like_a_denial_does_not(form: str) -> None:
    assert not made_up_for(words(form), ())


@pytest.mark.parametrize(
    ("text", "bases"),
    [
        ("non-union men", ["union"]),
        ("a nonbinding vote", ["binding"]),
        ("the anti-war march", ["war"]),
        pytest.param("the anti-terror unit", [], id="named by what it fights"),
        pytest.param("the UN-backed force", [], id="an organisation"),
        pytest.param("none of them", [], id="no prefix"),
    ],
)
def test_words_turned_round_by_a_prefix(text: str, bases: list[str]) -> None:
    assert [denied.base for denied in prefixed(words(text))] == bases
