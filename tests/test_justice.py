"""Crimes, steps of a procedure and the people in it, read from words."""

from __future__ import annotations

import pytest

from mtaudit.lexicon.justice import Field, Standing, near, told, wider
from mtaudit.text.words import words


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("charged with two murders", ["charge", "murder"]),
        ("indicted for culpable homicide", ["charge", "manslaughter"]),
        ("found guilty of sexual abuse", ["convict", "sexual assault"]),
        ("found not guilty", ["acquit"]),
        ("she pleaded not guilty", ["plead not guilty"]),
        ("a hold-up by two robbers", ["robbery", "robbery"]),
        ("the convicts and the suspects", ["convict", "suspect"]),
        pytest.param("they convicted him", ["convict"], id="the verb"),
        pytest.param("a suspected thief", ["theft"], id="no person"),
        pytest.param("in charge of the ward", [], id="no accusation"),
        pytest.param("they tried to leave", [], id="no trial"),
        pytest.param("the old ferry sank", [], id="nothing"),
    ],
)
def test_reads(text: str, names: list[str]) -> None:
    assert [found.kind.name for found in told(words(text))] == names


def test_what_is_said_of_guilt() -> None:
    standings = {found.kind.name: found.kind.standing for found in told(words("charged, convicted, acquitted, sued"))}
    assert standings == {
        "charge": Standing.OPEN,
        "convict": Standing.PROVEN,
        "acquit": Standing.CLEARED,
        "sue": Standing.NONE,
    }


def test_the_convict_is_a_person_and_to_convict_a_step() -> None:
    assert [found.kind.field for found in told(words("the convict was convicted"))] == [Field.PARTY, Field.STEP]


def test_a_wider_crime_is_near() -> None:
    homicide, murder, theft = (found.kind for found in told(words("homicide, murder and theft")))
    assert wider(homicide, murder)
    assert not wider(murder, homicide)
    assert near(murder, homicide)
    assert not near(murder, theft)
