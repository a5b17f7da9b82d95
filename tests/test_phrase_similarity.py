"""Whether two phrases say the same where they stand, judged by form and lexicon, and by vectors made up for words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtaudit.model.links import word_links
from mtaudit.model.phrases import equivalence
from mtaudit.records import Link, Word
from mtaudit.text.words import words

if TYPE_CHECKING:
    from mtaudit.model.phrases import Array


def found(sentence: tuple[Word, ...], phrase: str) -> range:
    """Where the phrase stands in the sentence."""
    forms = [w.form for w in words(phrase)]
    start = next(k for k in range(len(sentence)) if [w.form for w in sentence[k : k + len(forms)]] == forms)
    return range(start, start + len(forms))


def judged(frame: str, one: str, other: str) -> float:
    """How probably two phrases that stand in one frame say the same, by form and lexicon."""
    left, right = words(frame.format(one)), words(frame.format(other))
    return equivalence(left, right, found(left, one), found(right, other), word_links(left, right))


@pytest.mark.parametrize(
    ("frame", "phrase", "nearer", "farther"),
    [
        pytest.param("Shares {} on Monday.", "rose", "climbed", "fell", id="a synonym before an opposite"),
        pytest.param("They {} a house there.", "bought", "purchased", "painted", id="a synonym before another word"),
        pytest.param("The fire killed {}.", "12 people", "twelve people", "21 people", id="the number in another form"),
        pytest.param("Police searched {}.", "the old port", "an old port", "an old school", id="an article"),
        pytest.param("Crowds met {}.", "at the harbours", "in the harbour", "in the mountains", id="an inflection"),
        pytest.param("It opens in {}.", "early March", "early march", "early May", id="a month and not the next"),
        pytest.param(
            "It cost {} a ton.", "over 9 euros", "more than 9 euros", "under 9 euros", id="a listed paraphrase"
        ),
        pytest.param("She {} on Friday.", "did resign", "resigned", "did not resign", id="no denial"),
    ],
)
def test_of_two_phrases_one_says_it_rather(frame: str, phrase: str, nearer: str, farther: str) -> None:
    assert judged(frame, phrase, nearer) > judged(frame, phrase, farther)


def test_the_same_words_say_the_same() -> None:
    assert judged("Crowds met {}.", "at the old harbour", "at the old harbour") > 0.9


PHRASES = st.lists(
    st.sampled_from("the of not port harbour rose fell 12 twelve quickly , ministers minister".split()),
    min_size=1,
    max_size=6,
)


@given(one=PHRASES, other=PHRASES, seed=st.none() | st.integers(0, 100))
@settings(deadline=None)
def test_it_is_a_probability_and_the_same_both_ways(one: list[str], other: list[str], seed: int | None) -> None:
    left, right = words(" ".join(["So", *one, "then"])), words(" ".join(["So", *other, "then"]))
    here, there = range(1, len(left) - 1), range(1, len(right) - 1)
    links = word_links(left, right)
    back = tuple(Link(k.copy, k.original, k.similarity) for k in links)
    a: Array | None = None
    b: Array | None = None
    if seed is not None:
        random = np.random.default_rng(seed)
        a, b = (random.normal(size=(len(side), 8)).astype(np.float32) for side in (left, right))
    probability = equivalence(left, right, here, there, links, a, b)
    assert 0 <= probability <= 1
    assert equivalence(right, left, there, here, back, b, a) == pytest.approx(probability, abs=1e-4)


def test_like_vectors_speak_for_it_and_unlike_ones_against() -> None:
    left, right = words("They signed the accord."), words("They signed the papers.")
    alike = np.ones((5, 4), dtype=np.float32)
    unlike = alike * np.array([[1], [1], [1], [-1], [1]], dtype=np.float32)
    links = word_links(left, right)
    near, far = (equivalence(left, right, range(3, 4), range(3, 4), links, alike, b) for b in (alike, unlike))
    assert near > far


@pytest.mark.parametrize(("left", "right"), [(range(0), range(1)), (range(1), range(1, 1))])
def test_a_phrase_has_words(left: range, right: range) -> None:
    side = words("Rain fell.")
    with pytest.raises(ValueError, match="needs a word"):
        equivalence(side, side, left, right, ())
