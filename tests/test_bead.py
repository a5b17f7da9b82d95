"""A bead turned round is the bead of the copy's original and the original's copy."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

import mtaudit
from mtaudit.pair.bead import partners, steadiness, turned
from mtaudit.records import ComparedBead, Counterparts, DifferenceKind, Link, WordTags

WORDS = st.lists(st.sampled_from("rain wind mayor Oslo not sank the of and red two".split()), min_size=1, max_size=12)


def compared(original: list[str], copy: list[str]) -> list[ComparedBead]:
    sides = (" ".join(forms).capitalize() + "." for forms in (original, copy))
    comparison = mtaudit.compare(*sides).comparison
    assert comparison is not None
    return [bead for bead in comparison.beads if bead.original and bead.copy]


def fields(bead: ComparedBead) -> tuple[object, ...]:
    return bead.bead, bead.original, bead.copy, bead.links, bead.differences, bead.counterparts, bead.tags


@given(WORDS, WORDS)
def test_turned_twice_it_is_itself(original: list[str], copy: list[str]) -> None:
    for bead in compared(original, copy):
        assert fields(turned(turned(bead))) == fields(bead)
        assert turned(bead) is turned(bead)


@given(WORDS, WORDS)
def test_what_is_asked_of_it_is_mirrored(original: list[str], copy: list[str]) -> None:
    for bead in compared(original, copy):
        back = turned(bead)
        assert (back.original, back.copy, back.closeness) == (bead.copy, bead.original, bead.closeness)
        assert partners(back) == {j: i for i, j in partners(bead).items()}
        assert steadiness(back, range(0), range(1)) == steadiness(bead, range(1), range(0))
        assert [back.lost(d) for d in back.differences] == [bead.gained(d) for d in bead.differences]


def test_what_was_put_in_is_left_out_the_other_way_round() -> None:
    (bead,) = compared("the mayor left Oslo in May".split(), "the old mayor left Oslo in May".split())
    (difference,) = turned(bead).differences
    assert difference.kind is DifferenceKind.OMITTED
    assert (difference.original, difference.copy) == (range(1, 2), range(1, 1))


def test_what_a_model_tells_is_turned_too() -> None:
    (bead,) = compared(["rain"], ["wind", "rain"])
    here, there = (WordTags(linked=(n,), alike=(n,), bad=(n,), gap=(n,)) for n in (0.1, 0.9))
    met = Counterparts((Link(0, 1, 0.9),), (Link(0, 0, 0.2), Link(0, 1, 0.9)))
    back = turned(replace(bead, counterparts=met, tags=(here, there), harm=1.0))
    assert back.counterparts == Counterparts((Link(0, 0, 0.2), Link(1, 0, 0.9)), (Link(1, 0, 0.9),))
    assert (back.tags, back.harm) == ((there, here), None)
