"""The closed classes of English words."""

import pytest

from mtaudit.lexicon import closed_class
from mtaudit.lexicon.closed_class import (
    CLITICS,
    FUNCTION_WORDS,
    PERSONAL_PRONOUNS,
    Case,
    Gender,
    Number,
    Person,
    is_function_word,
)


@pytest.mark.parametrize("form", ["the", "The", "of", "although", "they", "whom", "were", "n't", "neither", "up"])
def test_closed_class_words_are_function_words(form: str) -> None:
    assert is_function_word(form)


@pytest.mark.parametrize("form", ["court", "say", "legal", "quickly", "parler", "", "12"])
def test_open_class_words_are_not(form: str) -> None:
    assert not is_function_word(form)


def test_her_is_object_and_determiner() -> None:
    assert [reading.case for reading in PERSONAL_PRONOUNS["her"]] == [Case.OBJECT, Case.DETERMINER]


def test_pronouns_tell_person_number_and_gender() -> None:
    (he,) = PERSONAL_PRONOUNS["he"]
    assert (he.person, he.number, he.gender, he.case) == (
        Person.THIRD,
        Number.SINGULAR,
        Gender.MASCULINE,
        Case.SUBJECT,
    )


def test_they_may_be_one_or_several() -> None:
    assert {reading.number for reading in PERSONAL_PRONOUNS["they"]} == {Number.SINGULAR, Number.PLURAL}


def test_every_class_is_in_the_union() -> None:
    classes = [value for value in vars(closed_class).values() if isinstance(value, frozenset)]
    words = frozenset().union(*(c for c in classes if all(isinstance(item, str) for item in c)))
    assert words - closed_class.RECIPROCALS == FUNCTION_WORDS


def test_all_words_are_lower_case_with_plain_apostrophes() -> None:
    assert all(word == word.lower() and "’" not in word for word in FUNCTION_WORDS)


def test_clitics_stand_for_function_words() -> None:
    assert all(form in FUNCTION_WORDS for forms in CLITICS.values() for form in forms)
