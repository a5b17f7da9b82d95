"""Of several claims on the same words one stays."""

from __future__ import annotations

import pytest
from claims import claim, comparison

from mtaudit.judging.settling import Claim, settle, unclaimed
from mtaudit.records import Difference

A, B = claim((5, 10)), claim((20, 25))


@pytest.mark.parametrize(
    ("claims", "kept"),
    [
        pytest.param([], [], id="none"),
        pytest.param([B, A], [A, B], id="in the order of the text"),
        pytest.param([A, claim((8, 12), severity="critical")], [claim((8, 12), severity="critical")], id="the gravest"),
        pytest.param([A, claim((8, 12), confidence=0.6)], [claim((8, 12), confidence=0.6)], id="the surest"),
        pytest.param([claim((5, 12)), A], [A], id="the shortest"),
        pytest.param([claim((5, 10), detector="z"), A], [A], id="the first by name"),
        pytest.param([A, claim((10, 12))], [A, claim((10, 12))], id="those that only touch both stay"),
        pytest.param([A, claim(None, (5, 10))], [A, claim(None, (5, 10))], id="an omission is no claim on the copy"),
        pytest.param(
            [claim((5, 6), (1, 9)), claim((7, 8), (1, 9))],
            [claim((5, 6), (1, 9)), claim((7, 8), (1, 9))],
            id="the copy decides",
        ),
        pytest.param([claim(None, (1, 9)), claim(None, (2, 3))], [claim(None, (2, 3))], id="two omissions"),
        pytest.param(
            [claim((1, 9), severity="minor"), A, claim((2, 3))], [claim((2, 3)), A], id="one that loses to two"
        ),
    ],
)
def test_settle(claims: list[Claim], kept: list[Claim]) -> None:
    assert list(settle(claims)) == kept
    assert list(settle(claims[::-1])) == kept


def test_unclaimed_are_the_differences_on_which_no_claim_lies() -> None:
    made = comparison("Pell saw old ferries sink.", "Orr saw ferries rise.")
    assert [str(d.kind) for d in made.beads[0].differences] == ["replaced", "omitted", "replaced"]
    first, second, third = made.beads[0].differences

    def left(*claims: Claim) -> tuple[Difference, ...]:
        return unclaimed(made, claims).beads[0].differences

    assert left() == (first, second, third)
    assert left(claim((0, 3))) == (second, third)
    assert left(claim(None, (9, 12))) == (first, third)
    assert left(claim((4, 7))) == (first, second, third)
