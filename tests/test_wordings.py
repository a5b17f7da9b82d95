"""Wordings of one saying, held against each other word by word."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtaudit.event.wordings import Token, aligned, places, tokens
from mtaudit.ingest import document
from mtaudit.records import Event, Span, Utterance, Wording
from mtaudit.text.segmentation import parsed

FORMS = st.lists(st.sampled_from("the of not ship harbour quickly 40 forty rope money won't".split()), max_size=14)


def side(words: str) -> tuple[Token, ...]:
    return tokens(words, Span(0, len(words))) if words else ()


def readings(*wordings: str) -> list[list[str]]:
    """At each place what each wording that covers it says."""
    articles = tuple(parsed(document(words)) for words in wordings)
    event = Event(articles, tuple(range(len(wordings))), (1.0,) * len(wordings), (), ())
    utterance = Utterance(tuple(Wording(k, Span(0, len(words))) for k, words in enumerate(wordings)))
    return [[r.mention.value for r in place] for place in places(event, utterance)]


@settings(max_examples=60, deadline=None)
@given(FORMS, FORMS)
def test_pairs_rise_on_both_sides_and_equal_ones_are_equal(left: list[str], right: list[str]) -> None:
    a, b = side(" ".join(left)), side(" ".join(right))
    found = aligned(a, b)
    assert list(found.pairs) == sorted(found.pairs)
    assert len({i for i, *_ in found.pairs}) == len({j for _, j, _ in found.pairs}) == len(found.pairs)
    assert [j for _, j, _ in found.pairs] == sorted(j for _, j, _ in found.pairs)
    assert all((a[i].norm == b[j].norm) is same for i, j, same in found.pairs)
    assert 0 <= found.score <= 1


@settings(max_examples=60, deadline=None)
@given(FORMS.filter(bool))
def test_a_wording_is_itself(forms: list[str]) -> None:
    a = side(" ".join(forms))
    assert aligned(a, a).score == 1
    assert readings(" ".join(forms), " ".join(forms)) == []


@settings(max_examples=60, deadline=None)
@given(FORMS.filter(bool), FORMS.filter(bool), FORMS.filter(bool))
def test_no_wordings_break_it(one: list[str], two: list[str], three: list[str]) -> None:
    for place in readings(*(" ".join(forms) for forms in (one, two, three))):
        assert len(set(place)) > 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The colour of labour.", "The color of labor"),
        ("We won’t sell 1,200 cars", "we will not sell twelve hundred cars"),
        ("five per cent of web-based work", "5 percent of web based work"),
        ("We’re gonna win", "We are going to win"),
        ("It is, um, you know, over", "It is over"),
        ("He [the mayor] lied", "He lied"),
        ("A rope… is all we have", "A rope is all we have"),
        ("they shut the harbour", "they shut harbour"),
    ],
)
def test_what_is_no_difference(one: str, other: str) -> None:
    assert readings(one, other) == []


@pytest.mark.parametrize(
    ("wordings", "found"),
    [
        pytest.param(("we chose money over men", "we chose silver over men"), [["money", "silver"]], id="a word"),
        pytest.param(("we sell the old ship", "we sell the ship"), [["old", ""]], id="one less"),
        pytest.param(("a storm of rare force", "a storm of rare power"), [["force", "power"]], id="the last word"),
        pytest.param(("wild seas took the boat", "high seas took the boat"), [["wild", "high"]], id="the first"),
        pytest.param(
            ("the proof is thinly made and denied by all", "proof is weakly done and denied", "thinly made"),
            [["thinlymade", "weaklydone", "thinlymade"]],
            id="a fragment speaks for what it has",
        ),
        pytest.param(
            ("the dam will surely hold tonight", "the dam … hold tonight", "the dam can hold tonight"),
            [["willsurely", "can"]],
            id="who cuts and says so is silent there",
        ),
        pytest.param(("you know him well enough", "you see him well enough"), [["know", "see"]], id="no filler"),
    ],
)
def test_places(wordings: tuple[str, ...], found: list[list[str]]) -> None:
    assert readings(*wordings) == found


def test_a_wording_of_any_length_is_cut_and_not_slow() -> None:
    held = partial(side, "word rope " * 5000)
    assert len(held()) < 300
    assert aligned(held(), held()).score == 1
