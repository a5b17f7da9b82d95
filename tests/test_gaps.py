"""Words that stand on one side only, between kept neighbours."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mtaudit
from mtaudit.pair.bead import steadiness, turned
from mtaudit.pair.gaps import Weight, gaps
from mtaudit.records import ComparedBead
from mtaudit.text.words import joined


def compared(original: str, copy: str) -> ComparedBead:
    comparison = mtaudit.compare(original, copy).comparison
    assert comparison is not None
    (bead,) = comparison.beads
    return bead


@pytest.mark.parametrize(
    ("original", "copy", "lost", "weight"),
    [
        pytest.param(
            "The former mayor of the town left.", "The mayor of the town left.", "former", Weight.MUCH, id="adjective"
        ),
        pytest.param(
            "The coach praised Hale and his men.", "The coach praised and his men.", "Hale", Weight.MUCH, id="name"
        ),
        pytest.param("They shut nearly all ports.", "They shut all ports.", "nearly", Weight.MUCH, id="share"),
        pytest.param("It rained and he left home.", "It rained and left home.", "he", Weight.LITTLE, id="shared"),
        pytest.param("He left home after it rained.", "Left home after it rained.", "He", Weight.MUCH, id="subject"),
        pytest.param(
            "Storms on the Atlantic Ocean sank two ships.",
            "Storms on the Atlantic sank two ships.",
            "Ocean",
            Weight.LITTLE,
            id="said by its neighbour",
        ),
        pytest.param(
            "They met in the month of May in Oslo.",
            "They met in May in Oslo.",
            "the month of",
            Weight.LITTLE,
            id="vague",
        ),
        pytest.param(
            "The road was completely under water then.",
            "The road was under water then.",
            "completely",
            Weight.LITTLE,
            id="degree",
        ),
        pytest.param(
            "The agency says the agency will pay it.",
            "The agency says the will pay it.",
            "agency",
            Weight.MUCH,
            id="an article left alone",
        ),
    ],
)
def test_what_a_lost_word_tells(original: str, copy: str, lost: str, weight: Weight) -> None:
    bead = compared(original, copy)
    (gap,) = gaps(bead)
    assert joined(bead.original[k] for k in gap.words) == lost
    assert gap.weight is weight
    assert gap.steady == 1.0


def test_what_is_added_is_a_gap_of_the_original() -> None:
    original, copy = "The mayor of the town left.", "The former mayor of the town left."
    assert not list(gaps(compared(original, copy)))
    (gap,) = gaps(turned(compared(original, copy)), added=True)
    assert gap.words == range(1, 2)


def test_nothing_is_lost_where_other_words_took_the_place() -> None:
    assert not list(gaps(compared("The storm destroyed the old harbour.", "The storm which hit the old harbour.")))


def test_words_that_moved_are_not_steady() -> None:
    bead = compared("On Friday the mayor of Hale left town early.", "The mayor of Hale left town early on Friday.")
    assert steadiness(bead, range(0), range(0)) < 1.0


@given(st.lists(st.sampled_from("rain wind mayor Oslo sank the of and red two".split()), min_size=1, max_size=12))
def test_a_sentence_lacks_nothing_of_itself(forms: list[str]) -> None:
    text = " ".join(forms).capitalize() + "."
    comparison = mtaudit.compare(text, text).comparison
    assert comparison is not None
    for bead in comparison.beads:
        assert not [*gaps(bead), *gaps(turned(bead), added=True)]
        assert steadiness(bead, range(0), range(0)) == 1.0
