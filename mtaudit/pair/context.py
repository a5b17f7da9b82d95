"""The words of two sentences in context: which stand for which, what phrases say the same, what is nearest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from mtaudit.model.encoder.model import MINILM
from mtaudit.model.links import WIDEST, probabilities, probable_links
from mtaudit.model.phrases import equivalence
from mtaudit.model.sentences import Pairing, network
from mtaudit.model.words import paired, tagger
from mtaudit.records import Counterparts, Link, Span, Word, WordTags

if TYPE_CHECKING:
    from mtaudit.model.encoder.encoder import Array, Encoder

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

OF_HARM = 2
"""Decimals of log-odds of harm, which go up to 20."""


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """Two sentences' words with a vector each (words, hidden), and what these tell.

    `links` are the words that stand where other ones do, many to many, each with how probable that is. There are no
    `tags` and there is no `pairing` of a model whose layers were not learned from.
    """

    original: Sequence[Word]
    copy: Sequence[Word]
    vectors: tuple[Array, Array]
    links: tuple[Link, ...]
    counterparts: Counterparts
    tags: tuple[WordTags, WordTags] | None
    pairing: Pairing | None

    def similarity(self, original: range, copy: range) -> float:
        """How probably two phrases say the same where they stand."""
        return round(equivalence(self.original, self.copy, original, copy, self.links, *self.vectors), DIGITS)


def contexts(sides: Sequence[Sides], encoder: Encoder) -> list[Context | None]:
    """The context of each two sentences, None where their words differ in no more than case and marks.

    Each side is read as one text, all in one call.
    """
    from mtaudit.model.encoder.threads import single_blas

    layers = (PLACE, encoder.shape.layers) if encoder.digest == KNOWN else (encoder.shape.layers,)
    differ = [_reworded(original, copy) for original, copy in sides]
    texts = [_written(side) for both, do in zip(sides, differ, strict=True) if do for side in both]
    tokens = encoder.tokens([text for text, _ in texts], *layers)
    rows = (of_text.over(spans) for of_text, (_, spans) in zip(tokens, texts, strict=True))
    with single_blas():  # a sentence's products are too small to share: waking a second thread takes longer
        return [
            _context(original, copy, (next(rows), next(rows)), len(layers)) if do else None
            for (original, copy), do in zip(sides, differ, strict=True)
        ]


def harms(found: Sequence[Context | None]) -> list[float | None]:
    """The log-odds that each copy does harm to what its original says; None where there is no `pairing`."""
    from mtaudit.model.encoder.threads import single_blas

    with single_blas():
        return [round(network()(c.pairing), OF_HARM) if c and c.pairing else None for c in found]


def _context(original: Sequence[Word], copy: Sequence[Word], rows: tuple[Array, Array], layers: int) -> Context:
    """What the vectors tell, those of one layer or of two side by side."""
    import numpy as np

    *place, meaning = zip(*(np.split(side, layers, axis=1) for side in rows), strict=True)
    linked, alike = probabilities(original, copy, *chain.from_iterable(place)), _cosines(*meaning)
    return Context(
        original,
        copy,
        place[0] if place else meaning,
        probable_links(linked),
        _counterparts(alike),
        _tags(linked, alike, rows) if place else None,
        Pairing.of(original, copy, rows, alike, linked) if place else None,
    )


def _cosines(original: Array, copy: Array) -> Array:
    import numpy as np

    a, b = (side / np.maximum(np.linalg.norm(side, axis=1, keepdims=True), 1e-9) for side in (original, copy))
    return np.asarray(np.round(a @ b.T, DIGITS), dtype=np.float32)


def _counterparts(alike: Array) -> Counterparts:
    """For each word the one of the other side that is nearest in meaning; of equal ones the first."""
    import numpy as np

    rows, columns = alike.argmax(axis=1).tolist(), alike.argmax(axis=0).tolist()
    nearest, nearest_back = (
        np.round(alike.max(axis=axis).astype(np.float64).clip(0, 1), DIGITS).tolist() for axis in (1, 0)
    )
    return Counterparts(
        original=tuple(map(Link, range(len(rows)), rows, nearest)),
        copy=tuple(map(Link, columns, range(len(columns)), nearest_back)),
    )


def _tags(linked: Array, alike: Array, rows: tuple[Array, Array]) -> tuple[WordTags, WordTags]:
    """What the model tells of each word of the two sides."""
    import numpy as np

    told = np.split(tagger()(np.concatenate(rows)).T, [len(rows[0])], axis=1)
    tables = (np.vstack(side).astype(np.float64) for side in zip(paired(linked), paired(alike), told, strict=True))
    original, copy = (WordTags(*map(tuple, table.clip(0, 1).round(DIGITS).tolist())) for table in tables)
    return original, copy


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
