"""Similarity in context, with an encoder of few words: the vector of a word is given, whatever its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest
from numpy.typing import NDArray

from mtaudit.model.encoder.encoder import Encoder, TokenVectors
from mtaudit.pair.alignment import align
from mtaudit.pair.comparison import compare
from mtaudit.records import Alignment, Comparison, DifferenceKind, Document, Pair
from mtaudit.text.segmentation import segment
from mtaudit.text.words import words

MEANING = {"ward": (1.0, 0.0), "station": (0.8, 0.6), "song": (0.0, 1.0), "anti": (-1.0, 0.0)}


class Spelled:
    """Vectors by a table; a word that it lacks has the first axis."""

    digest = "0123456789abcdef"
    shape = SimpleNamespace(layers=4)

    def __init__(self) -> None:
        self.asked: list[str] = []

    def tokens(self, texts: Sequence[str], *layers: int) -> list[TokenVectors]:
        assert layers == (4,)
        self.asked += texts
        found = []
        for text in texts:
            spans = tuple(w.span for w in words(text))
            rows = [MEANING.get(w.form, (1.0, 0.0)) for w in words(text)]
            found.append(TokenVectors(spans, np.array(rows, dtype=np.float32).reshape(len(rows), 2)))
        return found


def aligned(original: str, copy: str) -> Alignment:
    pair = Pair(Document("original", original), Document("copy", copy))
    return align(pair, segment(pair.original), segment(pair.copy))


def in_context(original: str, copy: str, encoder: Spelled | Encoder) -> Comparison:
    return compare(aligned(original, copy), cast(Encoder, encoder))


def similarity(copy: str) -> float:
    """Of the one phrase that replaced “ward”."""
    made = in_context("Doctors closed the ward at noon.", copy, Spelled())
    assert made.contextual
    (replaced,) = (d for bead in made.beads for d in bead.differences if d.kind is DifferenceKind.REPLACED)
    return replaced.similarity


def test_a_replaced_phrase_is_as_alike_as_its_vectors() -> None:
    near, far = similarity("Doctors closed the station at noon."), similarity("Doctors closed the song at noon.")
    assert 0 < far < near < 1


def test_marks_do_not_count_for_similarity() -> None:
    marked = similarity("Doctors closed the “station” at noon.")
    assert marked == pytest.approx(similarity("Doctors closed the station at noon."), abs=0.05)


def test_only_what_was_reworded_is_encoded() -> None:
    encoder = Spelled()
    original = "Rain fell. Doctors closed the ward at noon. Roads, too, were shut."
    copy = "Rain fell. Doctors closed the song at noon. Roads too were shut."
    before = compare(aligned(original, copy))
    after = in_context(original, copy, encoder)
    assert encoder.asked == ["Doctors closed the ward at noon.", "Doctors closed the song at noon."]
    assert [bead.links for bead in after.beads] == [bead.links for bead in before.beads]
    assert [len(bead.differences) for bead in after.beads] == [len(bead.differences) for bead in before.beads]


def test_each_word_has_its_nearest_counterpart() -> None:
    made = in_context("Song ward.", "The station song.", Spelled())
    assert made.vectors == "minilm-01234567|layer:4"
    found = made.beads[0].counterparts
    assert found is not None
    assert [(k.original, k.copy, k.similarity) for k in found.original] == [(0, 2, 1.0), (1, 0, 1.0), (2, 0, 1.0)]
    assert [(k.original, k.copy, k.similarity) for k in found.copy] == [
        (1, 0, 1.0),
        (1, 1, 0.8),
        (0, 2, 1.0),
        (1, 3, 1.0),
    ]


def test_counterparts_are_the_nearest_of_all(tiny: Path) -> None:
    """Against the obvious way: every word of either side with every word of the other."""
    encoder = Encoder(tiny)
    original, copy = "Doctors closed the ward at noon.", "At noon the old ward was closed, doctors said."
    (bead,) = in_context(original, copy, encoder).beads
    assert bead.counterparts is not None
    a, b = (
        encoder.words(text, (w.span for w in side), encoder.shape.layers)
        for text, side in ((original, bead.original), (copy, bead.copy))
    )

    def cosine(x: NDArray[np.float32], y: NDArray[np.float32]) -> float:
        return float(x @ y / (np.linalg.norm(x) * np.linalg.norm(y)))

    for i, link in enumerate(bead.counterparts.original):
        assert link.original == i
        assert link.similarity == pytest.approx(max(0.0, *(cosine(a[i], y) for y in b)), abs=1e-3)
    for j, link in enumerate(bead.counterparts.copy):
        assert link.copy == j
        assert link.similarity == pytest.approx(max(0.0, *(cosine(x, b[j]) for x in a)), abs=1e-3)


def test_a_verbatim_copy_needs_no_encoder() -> None:
    encoder = Spelled()
    assert in_context("Rain fell.", "Rain fell.", encoder).contextual
    assert encoder.asked == []
