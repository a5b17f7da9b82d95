"""The tense of a verb group."""

from __future__ import annotations

import pytest

from mtaudit.lexicon.tense import Tense, Time, is_helping, tense


@pytest.mark.parametrize(
    ("group", "time", "perfect", "progressive"),
    [
        ("sank", Time.PAST, False, False),
        ("sinks", Time.PRESENT, False, False),
        ("is", Time.PRESENT, False, False),
        ("was", Time.PAST, False, False),
        ("will be", Time.FUTURE, False, False),
        ("would sink", Time.WOULD, False, False),
        ("has sunk", Time.PRESENT, True, False),
        ("had been sinking", Time.PAST, True, True),
        ("was sinking", Time.PAST, False, True),
        ("has been", Time.PRESENT, True, False),
    ],
)
def test_what_a_group_says(group: str, time: Time, perfect: bool, progressive: bool) -> None:
    assert tense(group.split()) == Tense(time, perfect, progressive)


@pytest.mark.parametrize("group", ["", "sinking", "of harbours", "being sunk"])
def test_what_has_no_finite_verb_has_no_tense(group: str) -> None:
    assert tense(group.split()) is None


def test_what_helps() -> None:
    assert is_helping("has")
    assert is_helping("will")
    assert not is_helping("may")
