"""Whether what one sentence lacks stands in the sentences around it."""

from __future__ import annotations

import pytest

import mtaudit
from mtaudit.detectors.pair.amount._reading import stands_elsewhere
from mtaudit.ingest import document
from mtaudit.text.words import words

ORIGINAL = "It rained for days in Riga."
COPY = "It rained for days in Riga. The port was empty when the crane fell."


@pytest.mark.parametrize(
    ("stretch", "expected"),
    [
        pytest.param("when the crane fell the port was empty", True, id="in another order"),
        pytest.param("the cranes fall", True, id="in other forms"),
        pytest.param("two guests were hurt by a falling tree", False, id="something else"),
        pytest.param("rained for days in Riga", False, id="words that have their counterpart"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_a_stretch_is_looked_for_among_the_words_without_counterpart(stretch: str, expected: bool) -> None:
    comparison = mtaudit.compare(document(ORIGINAL), document(COPY)).comparison
    assert comparison is not None
    assert stands_elsewhere(comparison.beads, 0, words(stretch)) is expected
