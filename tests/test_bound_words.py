"""Established phrases and the words that are bound in them."""

from __future__ import annotations

import pytest

from mtaudit.lexicon import bound_words
from mtaudit.lexicon.bound_words import frames_at, is_established


def bound(sentence: str, k: int) -> list[str]:
    return [frame.bound for _, frame in frames_at(sentence.split(), k)]


def test_the_word_that_belongs_there() -> None:
    assert "statute" in bound("the statue of limitations", 1)
    assert "specter" in bound("it raised the spectrum of war", 3)
    assert "tortious" in bound("a torturous interference", 1)


def test_a_verb_may_be_inflected() -> None:
    assert "havoc" in bound("storms wreaked hammock", 2)


def test_elsewhere_there_is_none() -> None:
    assert bound("the statue of a king", 1) == []
    assert bound("statue", 0) == []


def test_where_a_frame_begins() -> None:
    starts = {
        start for start, frame in frames_at("it raised the spectrum of war".split(), 3) if frame.bound == "specter"
    }
    assert starts == {1}


@pytest.mark.parametrize("phrase", ["statute of limitations", "laws and regulations", "raised the specter of"])
def test_established(phrase: str) -> None:
    forms = phrase.split()
    assert is_established(forms, 0, len(forms))


def test_not_established() -> None:
    assert not is_established(["statue", "of", "limitations"], 0, 3)
    assert not is_established(["zzyx", "of"], 0, 2)


def test_every_star_is_on_a_word() -> None:
    for words, slots in bound_words._starred():
        assert words
        assert all("*" not in word and word == word.lower() for word in words)
        assert all(0 <= slot < len(words) for slot in slots)
        assert len(words) > 1
