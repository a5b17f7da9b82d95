"""Which words are names: told by their capitals, and by the lexicon where a capital proves nothing."""

from __future__ import annotations

import pytest

from mtaudit.records import Word
from mtaudit.text.names import (
    is_acronym,
    is_capitalised,
    is_common,
    may_be_name,
    names,
    sounds_alike,
    stands_as_name,
)
from mtaudit.text.words import words

PROSE = "On a cold day in the north, the old ferry left its dock and nobody was there to see it go. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The mayor met Pell there.", {"pell"}, id="a capital in the middle of a sentence"),
        pytest.param("Pell left. The mayor met Pell.", {"pell"}, id="once in the middle is enough"),
        pytest.param("Apple rose. They ate an apple.", set(), id="a common word that begins a sentence"),
        pytest.param("The firm Apple rose; an apple fell, an apple rotted.", set(), id="mostly in lower case"),
        pytest.param("The firm Apple rose and it paid well.", {"apple"}, id="a common word that is a name here"),
        pytest.param("Zorbly rose and paid well.", {"zorbly"}, id="no lexicon has the word"),
        pytest.param("They met on Monday in March.", set(), id="the calendar"),
        pytest.param("They say that He and The are small words.", set(), id="function words"),
        pytest.param("it is vitamin C that they lack", set(), id="one letter"),
        pytest.param("He said: Rain fell. “Rain fell,” said he.", set(), id="behind a colon and a mark"),
        pytest.param('The song "Rain" by the mayor was sung', set(), id="first in a quotation"),
        pytest.param("The song “rain” Pell wrote was sung again", {"pell"}, id="behind a mark that closes"),
        pytest.param("They drove an Anglo-Saxon to the old town there", {"saxon"}, id="a part that only prefixes"),
        pytest.param("They met the lawyer of Mr. Brook there.", {"mr", "brook"}, id="behind an abbreviated title"),
        pytest.param("They met the president. Rain fell there.", set(), id="behind a title that ends a sentence"),
        pytest.param("", set(), id="nothing"),
    ],
)
def test_names(text: str, expected: set[str]) -> None:
    assert names(text) == expected


def test_the_capitals_of_a_headline_prove_nothing() -> None:
    assert names("Storm Hits Ferry Near Zorbly Dock\n" + PROSE) == {"zorbly"}


def test_a_headline_in_lower_case_takes_nothing_from_the_name() -> None:
    assert names(f"What Pell saw from the dock\n{PROSE}Then came Pell.") == {"pell"}


def test_a_common_word_may_be_taken_for_one() -> None:
    assert is_common("apple")
    assert not is_common("zorbly")


@pytest.mark.parametrize(("text", "capital"), [("Orr", True), ("orr", False), ("12", False), ("Élan", True)])
def test_a_capital(text: str, capital: bool) -> None:
    assert is_capitalised(words(text)[0]) is capital


def test_one_name_in_several_forms() -> None:
    def word(text: str) -> Word:
        return words(text)[0]

    for a, b in (("Greece", "Greek"), ("Zelensky", "Zelenskyy"), ("Holland", "Netherlands"), ("Brook", "she")):
        assert may_be_name(word(a), word(b))
    for a, b in (("Lisbon", "Madrid"), ("Brook", "Stream"), ("Hale", "Yarrow")):
        assert not may_be_name(word(a), word(b))


@pytest.mark.parametrize(
    ("a", "b"),
    [("zelensky", "selenskyj"), ("gaddafi", "qaddafi"), ("são", "sao"), ("stoiky", "stoyky"), ("seyha", "saiha")],
)
def test_transliterations_sound_alike(a: str, b: str) -> None:
    assert sounds_alike(a, b)
    assert sounds_alike(b, a)


@pytest.mark.parametrize(("a", "b"), [("brook", "brooks"), ("hale", "ward"), ("harlan", "harlow"), ("ada", "ida")])
def test_other_names_do_not(a: str, b: str) -> None:
    assert not sounds_alike(a, b)


@pytest.mark.parametrize(
    ("text", "name", "stands"),
    [
        ("The guide, Leo Hart, slept.", "Leo", True),
        ("Leo Hart slept in the hut.", "Leo", True),
        pytest.param("Storm hit the coast.", "Storm", False, id="a first word"),
        pytest.param("He slept. Rain fell on the hut.", "Rain", False, id="the first word of a second sentence"),
        pytest.param("Striker Hart slept in the hut.", "Striker", False, id="what someone is"),
        pytest.param("Storm Hits Schools In The North", "Schools", False, id="a headline"),
        pytest.param("They met in May at noon.", "May", False, id="a month"),
        pytest.param("They met President Hart at noon.", "President", False, id="a title"),
    ],
)
def test_a_name_in_running_text(text: str, name: str, stands: bool) -> None:
    side = words(text)
    assert stands_as_name(side, [w.text for w in side].index(name)) is stands


@pytest.mark.parametrize(
    ("text", "word", "acronym"),
    [
        ("The WHO met in Oslo.", "WHO", True),
        ("Two IT firms left.", "IT", True),
        ("The US and the UN met.", "US", True),
        pytest.param("Nurses who came left.", "who", False, id="the small word"),
        pytest.param("ROADS SHUT AS SNOW HITS US", "US", False, id="a line in capitals"),
        pytest.param("We will NEVER give IT up.", "IT", False, id="emphasis"),
        pytest.param("We will NOT go.", "NOT", False, id="no name at all"),
    ],
)
def test_an_acronym_is_no_small_word(text: str, word: str, acronym: bool) -> None:
    side = words(text)
    assert is_acronym(side, [w.text for w in side].index(word)) is acronym
