"""A text falls into words and marks that tile it, each with the plain form in which it is held against others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.text.words import plain, words

LIKELY = st.text("aZé3 .,’'\"“”-–…@#:/&$\n\tn’t", max_size=60)
"""Texts of what tokenisation turns on, so that a law is tried where it could fail."""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("They can’t go.", "They can not go .", id="n't is a word of its own, and its host is mended"),
        pytest.param("She won't, we shan't", "She will not , we shall not", id="irregular hosts"),
        pytest.param("I'm sure they've left", "I am sure they have left", id="clitics in full"),
        pytest.param("she'll say we're early", "she will say we are early", id="more clitics in full"),
        pytest.param(
            "the dog's bone, it'd say", "the dog 's bone , it 'd say", id="ambiguous clitics stay as they are"
        ),
        pytest.param("THE DOG'S BONE", "THE DOG 's BONE", id="clitics in capitals"),
        pytest.param("dogs’ bones", "dogs ' bones", id="a lone apostrophe is a mark"),
        pytest.param("O’Rourke drank l’eau", "O'Rourke drank l'eau", id="an apostrophe inside a word is no clitic"),
        pytest.param("the isn'tist", "the isn'tist", id="n't inside a longer word is none"),
        pytest.param("wo is no host alone", "wo is no host alone", id="a host needs its clitic"),
    ],
)
def test_clitics(text: str, expected: str) -> None:
    assert [w.form for w in words(text)] == expected.casefold().split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("U.S. troops at 4 a.m.", ["U.S.", "troops", "at", "4", "a.m."], id="dotted initials"),
        pytest.param("J. Moss", ["J", ".", "Moss"], id="one initial is not dotted initials"),
        pytest.param("1,709 or 3.5%", ["1,709", "or", "3.5", "%"], id="separators inside numbers"),
        pytest.param("in 1999, 12.", ["in", "1999", ",", "12", "."], id="marks behind numbers"),
        pytest.param("at 21:00 on 17/05/2019", ["at", "21:00", "on", "17/05/2019"], id="times and dates"),
        pytest.param("$2.4bn for 3 km", ["$", "2.4", "bn", "for", "3", "km"], id="units glued to numbers"),
        pytest.param("See https://a.example/b?c=1.", ["See", "https://a.example/b?c=1", "."], id="an address"),
        pytest.param("(http://a.example)", ["(", "http://a.example", ")"], id="an address in brackets"),
        pytest.param("Mail ann.b@post.example, now", ["Mail", "ann.b@post.example", ",", "now"], id="a mail address"),
        pytest.param("@quill on #rain", ["@quill", "on", "#rain"], id="a handle and a tag"),
        pytest.param("Shop.com fell.", ["Shop.com", "fell", "."], id="a firm named as its site"),
        pytest.param("It fell.Then rose", ["It", "fell", ".", "Then", "rose"], id="a stop without its space"),
        pytest.param("a 3-year-old ex–mayor", "a 3 - year - old ex – mayor".split(), id="hyphens and dashes"),
        pytest.param("AT&T rose", ["AT&T", "rose"], id="an ampersand inside a name"),
        pytest.param("“Go,” «he» said", ["“", "Go", ",", "”", "«", "he", "»", "said"], id="quotation marks"),
        pytest.param("So... yes… no", ["So", "...", "yes", "…", "no"], id="an ellipsis is one mark"),
        pytest.param("What?!", ["What", "?", "!"], id="other marks stand alone"),
        pytest.param(" \n\t", [], id="white space alone"),
    ],
)
def test_where_words_end(text: str, expected: list[str]) -> None:
    assert [w.text for w in words(text)] == expected


@pytest.mark.parametrize(
    ("text", "form"),
    [
        pytest.param("Ha\u2019penny", "ha'penny", id="curly apostrophe"),
        pytest.param("„", '"', id="low quotation mark"),
        pytest.param("«", '"', id="guillemet"),
        pytest.param("—", "-", id="dash"),
        pytest.param("…", "...", id="ellipsis"),
        pytest.param("a.m.", "am", id="initials without their stops"),
        pytest.param("U.N.", "un", id="initials in capitals"),
        pytest.param("US", "u.s.", id="the country"),
        pytest.param("U.S.", "u.s.", id="the country with its stops"),
        pytest.param("us", "us", id="the pronoun is not the country"),
        pytest.param("3.5", "3.5", id="a number keeps its stop"),
    ],
)
def test_the_form_is_plain(text: str, form: str) -> None:
    assert [w.form for w in words(text)] == [form]


def test_spaced_tells_of_the_white_space_before() -> None:
    text = "  a well-read man"
    assert [(w.text, w.spaced) for w in words(text, 2)] == [
        ("a", True),
        ("well", True),
        ("-", False),
        ("read", False),
        ("man", True),
    ]


def test_spans_of_a_part_lie_in_the_whole() -> None:
    text = "One. Two three. Four"
    assert [w.span.of(text) for w in words(text, 5, 15)] == ["Two", "three", "."]


@pytest.mark.parametrize(("text", "mark"), [("a", False), ("9", False), ("…", True), ("$", True), ("_", True)])
def test_a_mark_has_neither_letter_nor_digit(text: str, mark: bool) -> None:
    assert words(text)[0].is_punctuation is mark


@given(st.one_of(st.text(max_size=80), LIKELY))
def test_words_tile_the_text_but_for_white_space(text: str) -> None:
    end = 0
    for word in words(text):
        assert not text[end : word.span.start].strip()
        assert word.text == word.span.of(text)
        assert word.form
        end = word.span.end
    assert not text[end:].strip()


@given(st.text(max_size=40))
def test_plain_is_plain_already(text: str) -> None:
    once = plain(text)
    assert once == once.translate({ord(mark): None for mark in "“”„«»‘’–—…"})
