"""From how much of either text corresponds: a copy, a part of one, shared quotations, or nothing."""

from __future__ import annotations

import pytest

from mtaudit.pair.alignment import align
from mtaudit.pair.relation import relate
from mtaudit.records import Document, Pair, Relation, RelationKind
from mtaudit.text.segmentation import segment

STORY = """\
The ferry to Lorn ran aground in a thick fog on Thursday evening.
Its captain had asked the harbour for a pilot an hour earlier.
Divers searched the hull for leaks until long after midnight.
Forty passengers slept in the school of a nearby village.
“We sang old songs to keep the children calm through all those dark hours,” said a teacher from Brindle.
A tug from the mainland will pull the vessel free at high tide.
The company promised every traveller a refund and a hot breakfast.
Two similar accidents had troubled the same route last winter.
"""
LINES = STORY.splitlines()
OTHER = """\
A choir from Brindle has won the national singing contest for teachers.
Its jury praised clear voices and a daring choice of modern pieces.
“We sang old songs to keep the children calm through all those dark hours,” said a teacher from Brindle.
Prizes worth a small fortune go to new instruments for local pupils.
Next year, Quill will host this contest with guests from abroad.
Tickets should go on sale before Christmas at moderate prices.
Winners perform again on Sunday inside our town hall.
"""


def related(original: str, copy: str) -> Relation:
    pair = Pair(Document("o", original), Document("c", copy))
    return relate(align(pair, segment(pair.original), segment(pair.copy)))


@pytest.mark.parametrize(
    ("original", "copy", "kind"),
    [
        pytest.param(STORY, STORY, RelationKind.COPY, id="the same text"),
        pytest.param(STORY, "\n".join(LINES[1:7]), RelationKind.COPY, id="some sentences left out"),
        pytest.param(STORY, "\n".join(LINES[::-1]), RelationKind.COPY, id="another order"),
        pytest.param(STORY, "[ad_1]\n" * 9 + STORY, RelationKind.COPY, id="debris does not count"),
        pytest.param(STORY, "\n".join(LINES[:2]), RelationKind.PARTIAL, id="an excerpt"),
        pytest.param(STORY, OTHER, RelationKind.SHARES_QUOTES, id="one quotation in common"),
        pytest.param(STORY, OTHER.replace(LINES[4], ""), RelationKind.UNRELATED, id="nothing in common"),
        pytest.param(
            STORY.replace("“", "").replace("”", ""),
            OTHER.replace("“", "").replace("”", ""),
            RelationKind.UNRELATED,
            id="one sentence in common that is no quotation",
        ),
        pytest.param("[ad_1]", "[ad_1]", RelationKind.COPY, id="the same debris"),
    ],
)
def test_kinds(original: str, copy: str, kind: RelationKind) -> None:
    assert related(original, copy).kind is kind


def test_a_quotation_set_apart_counts_as_one() -> None:
    apart = "Here is what a teacher said:\nWe sang old songs to keep the children calm through all those dark hours.\n"
    without = "\n".join([*LINES[:4], *LINES[5:]])
    other = OTHER.replace(LINES[4] + "\n", "")
    assert related(without + "\n" + apart, other + apart).kind is RelationKind.SHARES_QUOTES


def test_it_is_surer_far_from_the_borders() -> None:
    whole, most = related(STORY, STORY), related(STORY, "\n".join(LINES[:5]) + "\nRain fell elsewhere.")
    assert 0.5 <= most.confidence < whole.confidence <= 0.99


def test_it_says_why() -> None:
    assert related(STORY, STORY).why == (
        "100% of the copy corresponds to 100% of the original; nearly word for word (100% of the words are equal there)"
    )
    assert related(STORY, OTHER).why.endswith("mostly quotations")
