"""Words paired one to one, and tagged OK or BAD."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from numpy.typing import NDArray

from mtaudit import compare
from mtaudit.judging.judges import Plugins
from mtaudit.model.words import LEAST, paired, tagger
from mtaudit.records import WordTags
from training.judging import audited

LIKENESS = arrays.arrays(
    np.float32, arrays.array_shapes(min_dims=2, max_dims=2, max_side=7), elements=st.floats(0, 1, width=32)
)


@given(LIKENESS)
def test_each_word_has_at_most_one_partner_and_the_most_alike_pair_comes_first(likeness: NDArray[np.float32]) -> None:
    rows, columns = paired(likeness)
    assert rows.shape == (likeness.shape[0],)
    assert columns.shape == (likeness.shape[1],)
    assert sorted(rows[rows > 0]) == sorted(columns[columns > 0])
    if likeness.max() >= LEAST:
        assert rows.max() == columns.max() == likeness.max()
    for i, row in enumerate(likeness):
        for j, value in enumerate(row):
            assert value < LEAST or max(rows[i], columns[j]) >= value  # else the two would have been a pair


@given(LIKENESS)
def test_the_sides_are_treated_alike(likeness: NDArray[np.float32]) -> None:
    rows, columns = paired(likeness)
    turned = paired(likeness.T)
    if len(np.unique(likeness)) == likeness.size:  # of equal ones the first is taken
        assert (turned[0] == columns).all()
        assert (turned[1] == rows).all()


def test_a_word_too_many_is_left_over_however_like_its_neighbour_it_is() -> None:
    likeness = np.array([[0.9, 0.8, 0.0], [0.0, 0.0, 0.7]], dtype=np.float32)
    rows, columns = paired(likeness)
    assert rows.tolist() == pytest.approx([0.9, 0.7])
    assert columns.tolist() == pytest.approx([0.9, 0.0, 0.7])


def test_tags_are_probabilities_and_vectors_of_another_model_are_refused() -> None:
    vectors = np.random.default_rng(0).normal(size=(5, 768)).astype(np.float32)
    told = tagger()(vectors)
    assert told.shape == (5, 2)
    assert (told >= 0).all()
    assert (told.sum(axis=1) <= 1 + 1e-6).all()
    with pytest.raises(ValueError, match="vectors of 12 numbers"):
        tagger()(vectors[:, :12])


def test_without_a_language_model_no_word_is_tagged() -> None:
    audit = compare("The gate was shut at dawn.", "The gate was shut at dusk.", model=False)
    assert audit.comparison is not None
    assert all(bead.tags is None for bead in audit.comparison.beads)


def tags(copy: str, judges: Plugins) -> WordTags:
    audit = audited("The mayor opened the new bridge over the river on Monday morning.", copy, judges)
    assert audit.comparison is not None
    (bead,) = audit.comparison.beads
    assert bead.tags is not None
    return bead.tags[1]


def test_words_that_changed_places_are_likelier_bad_than_those_of_a_sound_sentence(judges: Plugins) -> None:
    sound = tags("The mayor opened the new bridge across the river on Monday morning.", judges)
    swapped = tags("The mayor opened the new bridge across river the on Monday morning.", judges)
    assert max(swapped.bad) > max(sound.bad)
    assert sum(swapped.bad) > 2 * sum(sound.bad)


def test_before_a_word_left_out_there_is_likelier_a_gap(judges: Plugins) -> None:
    sound = tags("The mayor opened the new bridge across the river on Monday morning.", judges)
    torn = tags("The mayor opened the new bridge across the on Monday morning.", judges)
    assert max(torn.gap) > max(sound.gap)
