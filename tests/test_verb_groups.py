"""What a verb with its helpers says."""

from __future__ import annotations

import pytest

from mtaudit.lexicon.tense import Time
from mtaudit.text.verb_groups import Mood, finite, verb_group
from mtaudit.text.words import words


@pytest.mark.parametrize(
    ("sentence", "verb", "helpers", "mood", "over", "passive"),
    [
        ("The drug is said to have killed two.", "killed", "is said to have", Mood.REPORTED, False, False),
        ("The museum will soon open.", "open", "will soon", Mood.FUTURE, False, False),
        ("The troops are to leave.", "leave", "are to", Mood.FUTURE, False, False),
        ("It opened.", "opened", "", Mood.FACT, True, False),
        ("He may have died.", "died", "may have", Mood.POSSIBLE, False, False),
        ("He was shot by her.", "shot", "was", Mood.FACT, True, True),
        ("It has not been paid.", "paid", "has not been", Mood.FACT, True, True),
        ("He has to pay.", "pay", "has to", Mood.OBLIGED, False, False),
        ("The mine appears to be empty.", "be", "appears to", Mood.REPORTED, False, False),
        ("He used to be a miner.", "be", "used to", Mood.HABIT, False, False),
        ("It will probably rain.", "rain", "will probably", Mood.LIKELY, False, False),
        ("Sales fell due to lower prices.", "fell", "", Mood.FACT, True, False),
    ],
)
def test_groups(sentence: str, verb: str, helpers: str, mood: Mood, over: bool, passive: bool) -> None:
    side = words(sentence)
    group = verb_group(side, [w.form for w in side].index(verb))
    assert group
    assert " ".join(side[k].form for k in group.words) == f"{helpers} {verb}".strip()
    assert (group.mood, group.over, group.passive) == (mood, over, passive)


@pytest.mark.parametrize(
    ("sentence", "word"),
    [("The vote was close.", "vote"), ("He left in haste.", "in")],
)
def test_what_is_no_verb_of_a_clause(sentence: str, word: str) -> None:
    side = words(sentence)
    assert verb_group(side, [w.form for w in side].index(word)) is None


def test_every_finite_verb_has_its_tense_and_no_helper_is_told_as_a_verb() -> None:
    side = words("She said the reports will have been read, and he was sleeping while dogs barked.")
    told = {side[k].form: tuple(tense) for k, (tense, _) in finite(side).items()}
    assert told["said"] == (Time.PAST, False, False)
    assert told["read"] == (Time.FUTURE, True, False)
    assert told["sleeping"] == (Time.PAST, False, True)
    assert told["barked"] == (Time.PAST, False, False)
    assert not told.keys() & {"will", "have", "been", "was"}


def test_a_form_that_is_mostly_a_noun_is_hardly_a_verb() -> None:
    side = words("Army plans stalled.")
    sure = {side[k].form: sure for k, (_, sure) in finite(side).items()}
    assert sure["plans"] < sure["stalled"] == 1.0
