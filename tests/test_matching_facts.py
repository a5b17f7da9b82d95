"""Facts of two sides: each stands in one place of a matching, and only what alone replaced what is an exchange."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_comparison import compared

from mtaudit.pair.matching_facts import Placed, exchanged, matched
from mtaudit.records import Word

TOLD = ("red", "blue", "green", "or", "shades")


def facts(side: Sequence[Word], where: range) -> list[Placed[str]]:
    """Those of these words that tell something here."""
    return [Placed(side[k].form, range(k, k + 1), range(k, k + 1)) for k in where if side[k].form in TOLD]


@pytest.mark.parametrize(
    ("original", "copy", "pairs"),
    [
        pytest.param("The red flag flew.", "The blue flag flew.", [("red", "blue")], id="one for one"),
        pytest.param("The red flag flew.", "The red flag fell.", [], id="kept"),
        pytest.param("The red flag flew.", "The old flag flew.", [], id="none on the other side"),
        pytest.param("It is red or green to us.", "It of blue in shades to us.", [("red", "blue")], id="two for one"),
        pytest.param("A red hat, a blue kite.", "A blue hat, a red kite.", [], id="two that changed places"),
    ],
)
def test_what_alone_replaced_what_is_an_exchange(original: str, copy: str, pairs: list[tuple[str, str]]) -> None:
    found = list(exchanged(compared(original, copy), facts))
    assert [(a.fact, b.fact) for a, b, _ in found] == pairs
    assert all(0 < kept <= 1 for *_, kept in found)


said = st.lists(st.sampled_from((*TOLD, "flag", "and", "the", ",")), min_size=1, max_size=12).map(" ".join)


@given(said, said)
def test_every_fact_stands_in_one_place_of_a_matching(original: str, copy: str) -> None:
    bead = compared(original, copy)
    left, right = facts(bead.original, range(len(bead.original))), facts(bead.copy, range(len(bead.copy)))
    found = matched(bead, left, right, alike=str.__eq__, akin=lambda *_: True)
    pairs = (*found.same, *found.changed)
    assert all(a.fact == b.fact for a, b in found.same)
    assert Counter([a for a, _ in pairs] + [*found.lost]) == Counter(left)
    assert Counter([b for _, b in pairs] + [*found.gained]) == Counter(right)
