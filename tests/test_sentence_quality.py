"""Two sentences held against each other by a network."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit import compare
from mtaudit.judging.judges import Plugins
from mtaudit.judging.segment_score import judged
from mtaudit.model.sentences import Pairing, network
from mtaudit.text.words import words
from training.judging import audited

SIDE = st.lists(st.sampled_from("the a mayor opened Bridge bridge 12 , . WHO".split()), min_size=1, max_size=9)


def pairing(original: Sequence[str], copy: Sequence[str], seed: int = 0) -> Pairing:
    """Two sides with vectors that mean nothing."""
    chance = np.random.default_rng(seed)
    sides = [words(" ".join(side)) for side in (original, copy)]
    vectors = [chance.normal(size=(len(side), 768)).astype(np.float32) for side in sides]
    alike, linked = (chance.random((len(sides[0]), len(sides[1]))).astype(np.float32) for _ in range(2))
    return Pairing.of(sides[0], sides[1], (vectors[0], vectors[1]), alike, linked)


@given(SIDE, SIDE)
def test_the_log_odds_are_a_number_and_the_same_each_time(original: list[str], copy: list[str]) -> None:
    both = pairing(original, copy)
    told = network()(both)
    assert math.isfinite(told)
    assert network()(both) == told


@given(SIDE, SIDE)
def test_what_is_known_of_a_word_says_whether_the_other_side_has_it(original: list[str], copy: list[str]) -> None:
    both = pairing(original, copy)
    for side, other, told in zip((original, copy), (copy, original), both.flags, strict=True):
        assert told.shape == (len(side), 7)
        assert told[:, 5].tolist() == [float(w.lower() in [o.lower() for o in other]) for w in side]
        assert told[:, 2].tolist() == [float(w == "12") for w in side]
        assert told[:, 4].tolist() == [float(w == "WHO") for w in side]


def test_which_side_is_the_original_matters() -> None:
    both = pairing("The mayor opened the bridge .".split(), "The bridge .".split())
    turned = Pairing(both.vectors[::-1], both.flags[::-1], both.cosines.T, both.equal.T, both.linked.T)
    assert network()(turned) != network()(both)


def test_vectors_of_another_model_are_refused() -> None:
    both = pairing(["bridge"], ["bridge"])
    with pytest.raises(ValueError, match="vectors of 12 numbers"):
        network()(replace(both, vectors=(both.vectors[0][:, :12], both.vectors[1])))


def test_the_worst_sentence_counts_most_and_nothing_seen_says_nothing() -> None:
    assert judged([]) == {}
    assert judged([2.0, -5.0])["harm"] == pytest.approx(judged([2.0])["harm"], abs=1e-3)
    assert judged([2.0, 2.0])["harm"] > judged([2.0])["harm"]
    assert judged([-90.0]) == {"harm": pytest.approx(0.0), "harm, log-odds": 0.0}
    assert judged([90.0]) == {"harm": pytest.approx(1.0), "harm, log-odds": 1.0}


def test_without_a_language_model_nothing_is_said_of_harm() -> None:
    audit = compare("The gate was shut at dawn.", "The gate was shut at dusk.", model=False)
    assert audit.comparison is not None
    assert all(bead.harm is None for bead in audit.comparison.beads)


ORIGINAL = "The mayor said on Monday that the new bridge over the river would be opened before the summer."


def harm(copy: str, judges: Plugins) -> float:
    audit = audited(ORIGINAL, copy, judges)
    assert audit.comparison is not None
    (bead,) = audit.comparison.beads
    assert bead.harm is not None
    return bead.harm


@pytest.mark.parametrize(
    "copy",
    [
        "The mayor said on Monday that the new bridge over the river would be closed before the summer.",
        "The mayor said on Monday that the new bridge over the river would not be opened before the summer.",
        "The mayor said on Monday that the new hospital over the river would be opened before the summer.",
        "The mayor denied on Monday that the new bridge over the river would be opened before the summer.",
    ],
)
def test_a_corruption_does_more_harm_than_rewording(copy: str, judges: Plugins) -> None:
    reworded = "On Monday the mayor said the new bridge across the river would open before summer."
    assert harm(copy, judges) > harm(reworded, judges)
