"""The words of two sentences in context: which stand for which, what phrases say the same, what is nearest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from mtaudit.phrase_similarity import equivalence
from mtaudit.records import Counterparts, Link, Span, Word, WordTags
from mtaudit.semantics.model import MINILM
from mtaudit.word_alignment import WIDEST, probabilities, probable_links
from mtaudit.word_quality import paired, tagger

if TYPE_CHECKING:
    from mtaudit.semantics.encoder import Array, Encoder

    Sides = tuple[Sequence[Word], Sequence[Word]]

PLACE = 3
"""Layer of the encoder in which words that stand for each other lie close: all seven together link words little better.

Counterparts are read from the last one: of replaced phrases in the hybrid copies of the round-trip corpus its cosines
tell errors from synonyms with an area under the curve of .849, and from paraphrases with .892; the third with .818 and
.815.
"""

KNOWN = MINILM.files["model.safetensors"]
"""The model in whose third layer words were brought into one space; those of another are linked by form, not tagged."""

DIGITS = 4
"""Decimals of a similarity: vectors agree to 1e-6 between machines, so that these stay the same."""


@dataclass(frozen=True, eq=False)
class Context:
    """Two sentences' words with a vector each (words, hidden), by meaning and, of a model known for it, by place."""

    original: Sequence[Word]
    copy: Sequence[Word]
    place: tuple[Array, Array] | None
    meaning: tuple[Array, Array]

    @cached_property
    def _probable(self) -> Array:
        return probabilities(self.original, self.copy, *(self.place or ()))

    @cached_property
    def _cosines(self) -> Array:
        import numpy as np

        a, b = (side / np.maximum(np.linalg.norm(side, axis=1, keepdims=True), 1e-9) for side in self.meaning)
        return np.asarray(np.round(a @ b.T, DIGITS), dtype=np.float32)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Which words stand where which other ones do, many to many, with how probable that is."""
        return probable_links(self._probable)

    def similarity(self, original: range, copy: range) -> float:
        """How probably two phrases say the same where they stand."""
        vectors = self.place or self.meaning
        return round(equivalence(self.original, self.copy, original, copy, self.links, *vectors), DIGITS)

    def counterparts(self) -> Counterparts:
        """For each word the one of the other side that is nearest in meaning; of equal ones the first."""
        cosines = self._cosines
        rows, columns = cosines.argmax(axis=1).tolist(), cosines.argmax(axis=0).tolist()
        return Counterparts(
            original=tuple(Link(i, j, _rounded(float(cosines[i, j]))) for i, j in enumerate(rows)),
            copy=tuple(Link(i, j, _rounded(float(cosines[i, j]))) for j, i in enumerate(columns)),
        )

    def tags(self) -> tuple[WordTags, WordTags] | None:
        """What the model tells of each word of the two sides; None of a model whose layers were not learned from."""
        import numpy as np

        if self.place is None:
            return None
        linked, alike = paired(self._probable), paired(self._cosines)
        sides = [np.concatenate(side, axis=1) for side in zip(self.place, self.meaning, strict=True)]
        told = np.split(tagger()(np.concatenate(sides)).T, [len(self.original)], axis=1)
        tables = (np.vstack((linked[side], alike[side], told[side])).astype(np.float64) for side in (0, 1))
        original, copy = (WordTags(*map(tuple, table.clip(0, 1).round(DIGITS).tolist())) for table in tables)
        return original, copy


def contexts(sides: Sequence[Sides], encoder: Encoder) -> Iterator[Context | None]:
    """The context of each two sentences, None where their words differ in no more than case and marks.

    Each side is read as one text, all in one call.
    """
    import numpy as np

    layers = [encoder.shape.layers, PLACE] if encoder.digest == KNOWN else [encoder.shape.layers]
    differ = [_reworded(original, copy) for original, copy in sides]
    texts = [_written(side) for both, do in zip(sides, differ, strict=True) if do for side in both]
    tokens = encoder.tokens([text for text, _ in texts], *layers)
    rows = (of_text.over(spans) for of_text, (_, spans) in zip(tokens, texts, strict=True))
    for (original, copy), do in zip(sides, differ, strict=True):
        if not do:
            yield None
            continue
        (meaning_a, *place_a), (meaning_b, *place_b) = (np.split(next(rows), len(layers), axis=1) for _ in range(2))
        place = (place_a[0], place_b[0]) if place_a else None
        yield Context(original, copy, place, (meaning_a, meaning_b))


def signature(encoder: Encoder) -> str:
    """The language model and layer that similarities are read from."""
    return f"minilm-{encoder.digest[:8]}|layer:{encoder.shape.layers}"


def _reworded(original: Sequence[Word], copy: Sequence[Word]) -> bool:
    """Whether both sides have words, and not the same ones in the same order; their case and marks do not count."""
    a, b = ([w.form for w in side if not w.is_punctuation] for side in (original, copy))
    return bool(a and b) and a != b and max(len(original), len(copy)) <= WIDEST


def _written(words: Sequence[Word]) -> tuple[str, list[Span]]:
    """The words as one text, and where in it each stands."""
    text, spans = "", []
    for word in words:
        text += " " if word.spaced and text else ""
        spans.append(Span(len(text), len(text) + len(word.text)))
        text += word.text
    return text, spans


def _rounded(cosine: float) -> float:
    return round(min(1.0, max(0.0, cosine)), DIGITS)
