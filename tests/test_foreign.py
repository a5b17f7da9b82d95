"""Small words of other languages are residues, unless they are English too."""

from __future__ import annotations

import pytest

from mtaudit.lexicon.closed_class import FUNCTION_WORDS
from mtaudit.lexicon.foreign import NAMELY, calendar_of, ending_of, is_foreign_script, languages_of, small_word_of


@pytest.mark.parametrize(
    ("form", "language"),
    [
        ("dans", "French"),
        ("avec", "French"),
        ("und", "German"),
        ("pero", "Spanish"),
        ("och", "Swedish"),
        ("est", "French"),
    ],
)
def test_a_residue(form: str, language: str) -> None:
    assert language in languages_of(form)


@pytest.mark.parametrize("form", ["the", "ferry", "zorbly", "pour", "die", "as", "me", "sur"])
def test_no_residue(form: str) -> None:
    assert languages_of(form) == ()


def test_a_word_of_several_languages_names_them_all() -> None:
    assert {"French", "Spanish", "Italian"} <= set(languages_of("la"))


def test_a_word_that_is_english_too_is_still_known_as_foreign() -> None:
    assert "German" in small_word_of("die")
    assert small_word_of("ferry") == ()


def test_small_words_of_names_are_small_words() -> None:
    assert [form for form in sorted(NAMELY) if form != "von" and not small_word_of(form)] == []


def test_no_english_function_word_is_a_residue() -> None:
    assert [form for form in sorted(FUNCTION_WORDS) if languages_of(form)] == []


def test_scripts() -> None:
    assert all(map(is_foreign_script, ("港", "Москва", "ब", "ु", "안녕")))
    assert not any(map(is_foreign_script, ("harbour", "größte", "α", "12", "%", "é")))


def test_weekdays_and_months_of_other_languages() -> None:
    assert calendar_of("lundi") == ("French",)
    assert calendar_of("dezembro") == ("Portuguese",)
    assert not calendar_of("monday")
    assert not calendar_of("domingo"), "a name of people too"


def test_endings_tell_the_language_of_long_words_alone() -> None:
    assert ending_of("velocidad") == ("Spanish",)
    assert ending_of("zeitungen") == ("German",)
    assert not ending_of("edad")
    assert not ending_of("election")
