"""Similarity in context, with an encoder of few words: the vector of a word is given, whatever its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

import numpy as np
import pytest

import mtaudit
from mtaudit.contextual import in_context
from mtaudit.lingua.words import words
from mtaudit.records import Comparison, DifferenceKind
from mtaudit.semantics.encoder import TokenVectors

if TYPE_CHECKING:
    from mtaudit.semantics.encoder import Encoder

MEANING = {"ward": (1.0, 0.0), "station": (0.8, 0.6), "song": (0.0, 1.0), "anti": (-1.0, 0.0)}


class Spelled:
    """Vectors by a table; a word that it lacks has the first axis."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def tokens(self, texts: Sequence[str]) -> list[TokenVectors]:
        self.asked += texts
        found = []
        for text in texts:
            spans = tuple(w.span for w in words(text))
            rows = [MEANING.get(w.form, (1.0, 0.0)) for w in words(text)]
            found.append(TokenVectors(spans, np.array(rows, dtype=np.float32).reshape(len(rows), 2)))
        return found


def compared(original: str, copy: str) -> Comparison:
    comparison = mtaudit.compare(original, copy).comparison
    assert comparison is not None
    return comparison


@pytest.mark.parametrize(
    ("copy", "similarity"),
    [
        pytest.param("Doctors closed the station at noon.", 0.8, id="near"),
        pytest.param("Doctors closed the song at noon.", 0.0, id="far"),
        pytest.param("Doctors closed the anti at noon.", 0.0, id="opposite is no less than nothing"),
        pytest.param("Doctors closed the “station” at noon.", 0.8, id="marks do not count"),
    ],
)
def test_a_replaced_phrase_is_as_alike_as_its_vectors(copy: str, similarity: float) -> None:
    made = in_context(compared("Doctors closed the ward at noon.", copy), cast("Encoder", Spelled()))
    assert made.contextual
    replaced = [d for bead in made.beads for d in bead.differences if d.kind is DifferenceKind.REPLACED]
    assert [d.similarity for d in replaced] == [pytest.approx(similarity, abs=1e-4)]


def test_only_what_was_replaced_is_encoded() -> None:
    encoder = Spelled()
    original = "Rain fell. Doctors closed the ward at noon. Roads, too, were shut."
    copy = "Rain fell. Doctors closed the song at noon. Roads too were shut."
    before = compared(original, copy)
    after = in_context(before, cast("Encoder", encoder))
    assert encoder.asked == ["Doctors closed the ward at noon.", "Doctors closed the song at noon."]
    assert [bead.links for bead in after.beads] == [bead.links for bead in before.beads]
    assert [len(bead.differences) for bead in after.beads] == [len(bead.differences) for bead in before.beads]


def test_a_verbatim_copy_needs_no_encoder() -> None:
    encoder = Spelled()
    assert in_context(compared("Rain fell.", "Rain fell."), cast("Encoder", encoder)).contextual
    assert encoder.asked == []
