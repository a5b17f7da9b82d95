"""Verbs of speech, and the tags that name a source."""

from __future__ import annotations

import pytest

from mtaudit.lexicon.speech import Stance, is_attribution, is_speech, speaks, stance, states, turns_round
from mtaudit.text.words import words


@pytest.mark.parametrize(("form", "speech"), [("said", True), ("tells", True), ("warned", True), ("sank", False)])
def test_verbs_of_speech(form: str, speech: bool) -> None:
    assert is_speech(form) is speech


@pytest.mark.parametrize(
    "text",
    [
        "according to the mayor of the old town in the north of the island",
        "he said",
        ", she added,",
        "Pell warned",
        "said Ana Quill",
        "officials say",
        "a spokesman said",
        "reported by officials",
    ],
)
def test_a_tag(text: str) -> None:
    assert is_attribution(words(text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("said", id="a verb alone"),
        pytest.param("", id="nothing"),
        pytest.param("Pell sank", id="no verb of speech"),
        pytest.param("the tall man sank the old ferry", id="no source and no verb of speech"),
        pytest.param("the old man said so", id="the verb stands inside"),
        pytest.param("said Ana Quill from the dock of the old town", id="too much for a tag"),
        pytest.param("according to " + "the old " * 7, id="too much even for according to"),
    ],
)
def test_no_tag(text: str) -> None:
    assert not is_attribution(words(text))


@pytest.mark.parametrize(
    ("form", "expected"),
    [("told", Stance.NEUTRAL), ("alleged", Stance.DOUBTFUL), ("admits", Stance.CONFESSING), ("sank", None)],
)
def test_how_a_verb_colours_what_is_said(form: str, expected: Stance | None) -> None:
    assert stance(form) is expected


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Hale claims it", "claims", True),
        ("She admitted it", "admitted", True),
        ("two claims", "claims", False),
        ("the alleged thief", "alleged", False),
        ("he was admitted", "admitted", False),
        ("to boast", "boast", True),
    ],
)
def test_a_verb_of_speech_or_another_word_of_its_form(text: str, verb: str, expected: bool) -> None:
    side = words(text)
    assert speaks(side, [w.form for w in side].index(verb)) is expected


@pytest.mark.parametrize(
    ("a", "b", "turned"),
    [
        ("said", "denied", True),
        ("disputes", "claims", True),
        ("rejected", "confirmed", True),
        ("repeated", "dismissed", True),
        pytest.param("denied", "rejected", False, id="two that deny"),
        pytest.param("said", "added", False, id="two that tell"),
        pytest.param("denied", "sank", False, id="no verb of speech"),
    ],
)
def test_a_verb_that_denies_turns_a_statement_round(a: str, b: str, turned: bool) -> None:
    assert turns_round(a, b) is turned
    assert turns_round(b, a) is turned


@pytest.mark.parametrize(
    ("text", "k", "stated"),
    [
        ("the firms deny it", 2, True),
        ("the two disputes ended", 2, False),
        ("he was denied entry", 2, False),
        ("Hale claims it", 1, True),
    ],
)
def test_a_verb_with_a_subject_of_its_own(text: str, k: int, stated: bool) -> None:
    assert states(words(text), k) is stated
