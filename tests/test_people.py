"""Kin, offices and words of status, and what they are said of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.lexicon.closed_class import Gender
from mtaudit.lexicon.tables import classes
from mtaudit.text.people import (
    CLASS_OF,
    Kin,
    equivalents,
    kin,
    kin_at,
    persons,
    role_of,
    same_portfolio,
    same_role,
    singular,
    stands_in,
    statuses,
)
from mtaudit.text.words import words


def said(text: str) -> list[tuple[str, str]]:
    """Each status with the noun that it is said of."""
    side = words(text)
    return [(status.kind, side[status.head].form) for status in statuses(side)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The former mayor spoke.", [("former", "mayor")]),
        ("his ex-wife left", [("former", "wife")]),
        ("President-elect Ada Hale", [("elect", "president")]),
        ("the self-styled prophet", [("self-made", "prophet")]),
        ("a would-be assassin", [("would-be", "assassin")]),
        ("the former England captain", [("former", "captain")]),
        ("her late husband", [("late", "husband")]),
        ("the late bus", []),
        ("his former club", []),
        ("the former, he said", []),
    ],
)
def test_a_status_is_said_of_a_person(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


def test_a_word_states_one_status_and_may_stand_for_others() -> None:
    stated = [form for forms in classes("status").values() for form in forms]
    assert len(stated) == len(set(stated)) == len(CLASS_OF)
    assert "ousted" in equivalents("former")
    assert CLASS_OF["ousted"] == "ousted"


def test_kin_is_read_in_number_and_with_what_is_joined_to_it() -> None:
    assert kin("wives") == (Kin("spouse", Gender.FEMININE),)
    assert singular("mothers-in-law") == "mother-in-law"
    side = words("his half-brother met her mother-in-law")
    assert kin_at(side, 3)[1] == (Kin("halfsibling", Gender.MASCULINE),)
    assert kin_at(side, 6) == (range(6, 11), (Kin("parent-in-law", Gender.FEMININE),))


def test_words_for_one_role_are_the_same() -> None:
    assert role_of("senators") == "senator"
    assert role_of("head") is None
    assert same_role("senator", "lawmaker")
    assert not same_role("senator", "congressman")
    assert same_portfolio("finance", "treasury")
    assert same_portfolio("finance", "foreign") is False
    assert same_portfolio("finance", "blue") is None


def test_a_name_is_a_persons_behind_a_title_unless_it_has_an_article() -> None:
    assert persons("Police asked the lawyer of Mr. Brook about it.") == {"brook"}
    assert persons("Shares of Marcher fell by a third in May.") == frozenset()
    assert persons("They saw Mr. Brook, they said, near the Brook at noon.") == frozenset()


def test_a_noun_with_an_article_stands_for_a_name() -> None:
    side = words("the state paid the walker in a state")
    assert stands_in(side, 1, frozenset())
    assert not stands_in(side, 4, frozenset())
    assert not stands_in(side, 7, frozenset())


@given(st.text(max_size=60))
def test_nothing_breaks_it(text: str) -> None:
    side = words(text)
    for status in statuses(side):
        assert 0 <= status.head < len(side)
    for k in range(len(side)):
        assert k in kin_at(side, k)[0]
    persons(text)
