"""A comparison with the similarity of every replaced phrase as it stands in its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from mtaudit.lingua.closed_class import is_function_word
from mtaudit.records import ComparedBead, Comparison, Difference, DifferenceKind, Span, Word

if TYPE_CHECKING:
    from mtaudit.semantics.encoder import Array, Encoder, TokenVectors

    Placed = tuple[TokenVectors, list[Span]]

DIGITS = 4
"""Decimals of a similarity: vectors agree to 1e-6 between machines, so that these stay the same."""


def in_context(comparison: Comparison, encoder: Encoder) -> Comparison:
    """The comparison with contextual similarities: the cosine of two phrases' mean word vectors, 0 to 1.

    Only beads with a replacement are encoded, each side as one text, all in one call.
    """
    changed = [bead for bead in comparison.beads if any(_replaces(bead, d) for d in bead.differences)]
    sides = [_written(side) for bead in changed for side in (bead.original, bead.copy)]
    vectors = encoder.tokens([text for text, _ in sides])
    placed = [(tokens, spans) for tokens, (_, spans) in zip(vectors, sides, strict=True)]
    alike = {
        id(bead): replace(bead, differences=tuple(_judged(bead, placed[2 * k], placed[2 * k + 1])))
        for k, bead in enumerate(changed)
    }
    return replace(comparison, beads=tuple(alike.get(id(bead), bead) for bead in comparison.beads), contextual=True)


def _replaces(bead: ComparedBead, difference: Difference) -> bool:
    """Whether words, and not only marks, stand against words."""
    return difference.kind is DifferenceKind.REPLACED and all(
        any(not w.is_punctuation for w in side) for side in (bead.lost(difference), bead.gained(difference))
    )


def _written(words: Sequence[Word]) -> tuple[str, list[Span]]:
    """The words as one text, and where in it each stands."""
    text, spans = "", []
    for word in words:
        text += " " if word.spaced and text else ""
        spans.append(Span(len(text), len(text) + len(word.text)))
        text += word.text
    return text, spans


def _judged(bead: ComparedBead, original: Placed, copy: Placed) -> Iterator[Difference]:
    import numpy as np

    for difference in bead.differences:
        if not _replaces(bead, difference):
            yield difference
            continue
        a = _phrase(original, bead.original, difference.original)
        b = _phrase(copy, bead.copy, difference.copy)
        norms = float(np.linalg.norm(a)) * float(np.linalg.norm(b))
        cosine = float(a @ b) / norms if norms else 0.0
        yield replace(difference, similarity=round(min(1.0, max(0.0, cosine)), DIGITS))


def _phrase(placed: Placed, words: Sequence[Word], where: range) -> Array:
    """The mean vector of a phrase's content words, or of all its words where it has none; marks do not count."""
    tokens, spans = placed
    spoken = [k for k in where if not words[k].is_punctuation]
    content = [k for k in spoken if not is_function_word(words[k].form)]
    mean: Array = tokens.over(spans[k] for k in content or spoken).mean(axis=0)
    return mean
