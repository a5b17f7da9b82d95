"""Contextual vectors of pieces, words and sentences, from a BERT encoder run by onnxruntime or numpy."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from mtaudit.errors import InputError
from mtaudit.model.encoder import model
from mtaudit.model.encoder.threads import single_blas
from mtaudit.model.encoder.weights import CONFIG, WEIGHTS, read_shape, read_vocabulary, read_weights
from mtaudit.model.encoder.wordpiece import WordPiece
from mtaudit.records import Span

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from mtaudit.model.encoder.network import Runtime

    Array = NDArray[np.float32]
    Window = tuple[int, ...]

LAYER = 3
"""The layer whose vectors tell harmless replacements from corruptions best, measured on the sample pair."""

BATCH = 512
"""Pieces of a batch at most: enough for the products, few enough for the cache."""

SHARES = 4
"""A call's texts are cut into a multiple of so many batches of like size, so that two or four cores end together.

The batches do not depend on how many cores there are: the same texts give the same bytes.
"""


@dataclass(frozen=True, slots=True, eq=False)
class TokenVectors:
    """The pieces of a text, in order, and a row of the matrix (pieces, hidden) for each."""

    spans: tuple[Span, ...]
    matrix: Array

    def over(self, spans: Iterable[Span]) -> Array:
        """A row per span: the mean of the pieces that overlap it, zeros where none does (spans in any order)."""
        starts = np.array([s.start for s in self.spans], dtype=np.intp)
        ends = np.array([s.end for s in self.spans], dtype=np.intp)
        wanted = np.array([(span.start, span.end) for span in spans], dtype=np.intp).reshape(-1, 2)
        first = np.searchsorted(ends, wanted[:, 0], "right")
        behind = np.searchsorted(starts, wanted[:, 1])
        rows = np.zeros((len(wanted), self.matrix.shape[1]), dtype=np.float32)
        pieces = behind - first
        for step in range(pieces.max(initial=0)):
            reached = pieces > step
            rows[reached] += self.matrix[first[reached] + step]
        rows /= np.maximum(pieces, 1, dtype=np.float32)[:, None]
        return rows


class Encoder:
    """Texts → vectors (float32), by the model in `folder`.

    A model reads `shape.window` pieces at once, 256 for all-MiniLM-L6-v2 with [CLS] and [SEP]. Of a longer text the
    vector of the sentence is that of its beginning, as in sentence-transformers; its pieces are read in windows that
    overlap by half, each taken from the window in which it stands farther from the edge.

    Equal texts of a call are encoded once. Vectors agree to 1e-6 whatever other texts are in the call. Safe to use
    from several threads, which take turns. `runtime` makes the network of the weights; without one it is the `fastest`.
    Raises InputError for a model that cannot be read.
    """

    def __init__(self, folder: Path, runtime: Runtime | None = None) -> None:
        self.folder = folder
        self.shape = read_shape(folder)
        if self.shape.layers < LAYER:
            raise InputError(f"{folder / CONFIG}: {self.shape.layers} layers are too few: {LAYER} are needed")
        vocabulary = read_vocabulary(folder)
        self._tokenizer = WordPiece(vocabulary)
        self._first, self._last = vocabulary["[CLS]"], vocabulary["[SEP]"]
        self._network = (runtime or fastest())(self.shape, read_weights(folder / WEIGHTS))

    @property
    def runtime(self) -> str:
        """What computes the vectors, for the signature of a run."""
        return self._network.runtime

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the weights, for the signature of a run."""
        return model.digest(self.folder)

    def tokens(self, texts: Sequence[str], *layers: int) -> list[TokenVectors]:
        """The pieces of each text with their vectors after so many layers (0: the input); no layer beyond is run.

        Without a layer it is LAYER; of several the vectors stand side by side: (pieces, layers · hidden).
        """
        return self._encode(texts, layers or (LAYER,), sentences=False)[0]

    def sentences(self, texts: Sequence[str]) -> Array:
        """A row per text: the mean over its pieces, [CLS] and [SEP] after the last layer, of length 1."""
        return self._encode(texts, (), sentences=True)[1]

    def encode(self, texts: Sequence[str], layer: int = LAYER) -> tuple[list[TokenVectors], Array]:
        """What `tokens` and `sentences` give, in one pass for both."""
        return self._encode(texts, (layer,), sentences=True)

    def words(self, text: str, spans: Iterable[Span], layer: int = LAYER) -> Array:
        """A row per span of `text`: the mean of its pieces. For many texts, `tokens(texts)[k].over(spans)`."""
        return self.tokens([text], layer)[0].over(spans)

    def _encode(
        self, texts: Sequence[str], layers: tuple[int, ...], *, sentences: bool
    ) -> tuple[list[TokenVectors], Array]:
        for layer in layers:
            if not 0 <= layer <= self.shape.layers:
                raise ValueError(f"layer {layer}: this model has layers 0 to {self.shape.layers}")

        pieces = [self._tokenizer(text) for text in texts]
        room = self.shape.window - 2
        cuts = [_windows(len(p.ids), room) if layers else [(0, room)] for p in pieces]
        windows = [
            [(self._first, *p.ids[a:b], self._last) for a, b in cut] for p, cut in zip(pieces, cuts, strict=True)
        ]
        found = self._run(dict.fromkeys(w for of_text in windows for w in of_text), layers, sentences)
        tokens = []
        if layers:
            for p, cut, of_text in zip(pieces, cuts, windows, strict=True):
                tokens.append(TokenVectors(p.spans, _joined(cut, [found[w][0] for w in of_text])))
        vectors = [found[of_text[0]][1] for of_text in windows] if sentences else []
        return tokens, np.array(vectors, dtype=np.float32).reshape(len(vectors), self.shape.hidden)

    def _run(
        self, windows: Iterable[Window], layers: tuple[int, ...], sentences: bool
    ) -> dict[Window, tuple[Array, Array]]:
        """For each window its pieces' vectors, without [CLS] and [SEP], and its sentence vector; empty if not asked."""
        depths = sorted({*layers, self.shape.layers} if sentences else set(layers))

        def run(batch: Sequence[Window]) -> list[tuple[Array, Array]]:
            at = dict(zip(depths, self._network.run(batch, depths), strict=True))
            nothing = np.empty((0, self.shape.hidden), dtype=np.float32)
            read, start = [], 0
            for window in batch:
                rows = slice(start, start := start + len(window))
                inner = np.concatenate([at[layer][rows][1:-1] for layer in layers], axis=1) if layers else nothing
                read.append((inner, _pooled(at[self.shape.layers][rows]) if sentences else nothing))
            return read

        batches = list(_batches(sorted(windows, key=len, reverse=True)))
        if not batches:
            return {}
        with single_blas() as workers, ThreadPoolExecutor(min(workers, len(batches))) as pool:
            read = list(pool.map(run, batches))
        return {
            w: v for batch, of_batch in zip(batches, read, strict=True) for w, v in zip(batch, of_batch, strict=True)
        }


def fastest() -> Runtime:
    """What runs a network here: onnxruntime where the extra `[fast]` is installed and loads, else numpy."""
    try:
        from mtaudit.model.encoder.onnx import OnnxNetwork
    except ImportError:
        from mtaudit.model.encoder.forward import NumpyNetwork

        return NumpyNetwork
    return OnnxNetwork


def _pooled(rows: Array) -> Array:
    """The mean of the rows, brought to length 1."""
    mean: Array = rows.mean(axis=0)
    mean /= max(float(np.linalg.norm(mean)), 1e-12)
    return mean


def _batches(windows: Sequence[Window]) -> Iterator[list[Window]]:
    """Windows in their order, in batches of about as many pieces."""
    total = sum(map(len, windows))
    size = math.ceil(total / (SHARES * max(1, math.ceil(total / (SHARES * BATCH)))))
    batch: list[Window] = []
    filled = 0
    for window in windows:
        if batch and filled + len(window) / 2 > size:
            yield batch
            batch, filled = [], 0
        batch.append(window)
        filled += len(window)
    if batch:
        yield batch


def _windows(pieces: int, room: int) -> list[tuple[int, int]]:
    """Ranges of at most `room` pieces that overlap by at least half and cover all; one for a short text."""
    starts = [*range(0, max(1, pieces - room), max(1, room // 2))]
    if pieces > room:
        starts.append(pieces - room)
    return [(start, min(pieces, start + room)) for start in starts]


def _joined(cut: Sequence[tuple[int, int]], parts: Sequence[Array]) -> Array:
    """One row per piece of the text; where two windows overlap, the earlier gives the first half."""
    borders = [0, *((b + a) // 2 for (_, b), (a, _) in pairwise(cut)), cut[-1][1]]
    if len(parts) == 1:
        return parts[0]
    return np.concatenate([part[borders[k] - cut[k][0] : borders[k + 1] - cut[k][0]] for k, part in enumerate(parts)])
