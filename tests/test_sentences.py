"""Where sentences end, in sound punctuation and in damaged."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.text.sentences import LONGEST, is_abbreviation, sentences

LIKELY = st.text("aBé3 .,!?’'\"“”)(-…\n U.S.Dr.", max_size=80)


def split(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It rained.|Nobody came.", id="stops"),
        pytest.param("Is it over?|Yes!|No…|Perhaps", id="other stops, and an end without one"),
        pytest.param("“Stay.”|She left.", id="a mark that closes goes with its sentence"),
        pytest.param("“Stay.”|“No.”", id="quotations in a row"),
        pytest.param("She left (late).|He stayed.", id="a bracket that closes"),
        pytest.param("It cost $3.|50 people paid.", id="a sentence may begin with a number"),
        pytest.param("It sank.|(Nobody drowned.)", id="a sentence may begin with a bracket"),
        pytest.param("They sold it.|€5 was the price.", id="a sentence may begin with a currency"),
        pytest.param("He said no.|It rained.", id="no is a word where no number follows"),
        pytest.param("It opens at 4 p.m.|They close at ten.", id="initials end a sentence before a function word"),
        pytest.param("She moved to the U.S.|The house is old.", id="a country in initials likewise"),
        pytest.param("So did I.|We went home.", id="the pronoun is no initial"),
        pytest.param("It sank in Jan.|Boats were found.", id="an abbreviation ends a sentence before a word"),
    ],
)
def test_a_sentence_ends(text: str) -> None:
    assert split(text.replace("|", " ")) == text.split("|")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Dr. Pell met Mrs. Orr and Sgt. Lund.", id="titles"),
        pytest.param("J. R. Moss and K. Orr spoke.", id="initials of names"),
        pytest.param("The U.S. Navy left.", id="initials before a name"),
        pytest.param("At 4 p.m. Tuesday it rained.", id="a time before its day"),
        pytest.param("At 4 p.m. they met.", id="lower case behind the stop"),
        pytest.param("It was boat No. 5 of six.", id="an abbreviation before its number"),
        pytest.param("It sank on Jan. 5 in a storm.", id="a month before its day"),
        pytest.param("It rose by 3.5 percent.", id="a stop inside a number"),
        pytest.param("“Stay!” she said.", id="a quotation goes on in its tag"),
        pytest.param("Wait… what?", id="an ellipsis in the middle"),
        pytest.param("Shop.com fell.", id="a stop inside a name"),
        pytest.param("It fell.Then rose", id="a stop without white space is left in doubt"),
    ],
)
def test_a_stop_ends_nothing(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It was taken. for repairs.", id="a stop in the middle of a clause"),
        pytest.param("It was taken., they said.", id="a stop before a comma"),
        pytest.param("They told others. “.|Then they left.", id="an orphan mark with a stop"),
        pytest.param("They told others. ”|Then they left.", id="an orphan mark"),
        pytest.param("They told others. “.", id="an orphan at the end"),
        pytest.param("He paused , .|And he left.", id="marks with white space around them"),
        pytest.param("It ended .|More came .", id="stops with white space before them"),
        pytest.param("He left.)|She stayed.", id="a bracket that nothing opened"),
    ],
)
def test_damaged_punctuation(text: str) -> None:
    assert split(text.replace("|", " ")) == text.split("|")


def test_what_is_too_long_for_a_sentence_is_cut_at_white_space() -> None:
    text = "word " * (LONGEST // 2)
    parts = split(text)
    assert len(parts) > 1
    assert all(len(part) <= LONGEST and not part.endswith("wor") for part in parts)
    assert " ".join(parts) == text.strip()


def test_what_has_no_white_space_is_cut_all_the_same() -> None:
    assert [len(part) for part in split("x" * (LONGEST + 3))] == [LONGEST, 3]


def test_a_part_of_a_text_is_split_alone() -> None:
    text = "One. Two. Three."
    assert [span.of(text) for span in sentences(text, 5, 9)] == ["Two."]


@given(st.one_of(st.text(max_size=100), LIKELY))
def test_sentences_tile_the_text_but_for_white_space(text: str) -> None:
    end = 0
    for span in sentences(text, 0, len(text)):
        assert span.start >= end
        assert not text[end : span.start].strip()
        assert span.of(text) == span.of(text).strip()
        end = span.end
    assert not text[end:].strip()


@pytest.mark.parametrize("word", ["Dr", "inc", "Calif", "etc", "approx", "Sept"])
def test_what_is_written_with_a_stop(word: str) -> None:
    assert is_abbreviation(word)


@pytest.mark.parametrize("word", ["harbour", "mass", "wash", "miss", "Capitol"])
def test_what_is_written_without_one(word: str) -> None:
    assert not is_abbreviation(word), "a state's short form has a capital"
