"""The shape of a phrase, told by the lexicon and closed classes."""

from __future__ import annotations

import pytest

from mtaudit.ingest import document
from mtaudit.lexicon.wordnet import share
from mtaudit.text.phrases import (
    ends_phrase,
    is_adjective,
    is_hyphened,
    is_noun,
    is_number,
    is_plural,
    is_told,
    prose,
)
from mtaudit.text.segmentation import parsed
from mtaudit.text.words import words


@pytest.mark.parametrize("form", ["citizen", "crisis", "competition"])
def test_sure_nouns(form: str) -> None:
    assert is_noun(words(form), 0)


@pytest.mark.parametrize("form", ["judge", "Citizen", "rich", "of", "report", "zzyx", "late"])
def test_no_sure_nouns(form: str) -> None:
    assert not is_noun(words(form), 0)


def test_an_article_makes_a_noun_of_a_doubtful_word() -> None:
    assert is_noun(words("the judge"), 1)
    assert not is_noun(words("they judge"), 1)
    assert not is_noun(words("the rich"), 1)


@pytest.mark.parametrize(
    ("form", "sure"), [("federal", True), ("private", True), ("early", False), ("criminal", False)]
)
def test_sure_adjectives(form: str, sure: bool) -> None:
    assert is_adjective(words(form)[0]) is sure


@pytest.mark.parametrize(("form", "plural"), [("schools", True), ("means", False), ("series", False), ("class", False)])
def test_plurals(form: str, plural: bool) -> None:
    assert is_plural(form) is plural


def test_where_a_phrase_ends() -> None:
    side = words("the court said in May, a two-day trial, was over")
    ends = [side[k].text for k in range(len(side)) if ends_phrase(side, k)]
    assert ends == ["said", "in", ",", ",", "was", "over"]
    assert ends_phrase(side, len(side))


def test_verbs_of_speech_that_are_finite() -> None:
    assert is_told(words("said")[0])
    assert not is_told(words("say")[0])
    assert not is_told(words("Said")[0])


def test_words_joined_by_a_hyphen() -> None:
    side = words("a two-day trial")
    assert [is_hyphened(side, k) for k in range(len(side))] == [False, True, False, True, False]


@pytest.mark.parametrize(
    ("form", "number"), [("12", True), ("seven", True), ("forty", True), ("few", False), ("", False)]
)
def test_numbers(form: str, number: bool) -> None:
    assert is_number(form) is number


def test_headlines_are_no_prose() -> None:
    text = parsed(document("Judge frees man\n\nThe judge freed the man on Friday."))
    assert [side[0].text for side in prose(text)] == ["The"]


def test_shares_of_a_word_sum_to_one() -> None:
    assert sum(share("report", part) for part in "nvar") == pytest.approx(1)
    assert share("zzyx", "n") == 0
