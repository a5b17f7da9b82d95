"""A BERT encoder as the encoder of texts sees it, whatever runs it, and the input layer that all runtimes share.

Source: Devlin et al. 2019, https://arxiv.org/abs/1810.04805.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

import numpy as np

from mtaudit.errors import InputError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from mtaudit.model.encoder.weights import Shape

    Array = NDArray[np.float32]
    Weights = Mapping[str, Array]


class Network(Protocol):
    """A BERT encoder: numbers of pieces → contextual vectors. Several threads may run it at once."""

    runtime: str
    """What computes the vectors, for the signature of a run: runtimes agree to 2e-5, not to the last bit."""

    def run(self, texts: Sequence[Sequence[int]], layers: Sequence[int]) -> list[Array]:
        """For each layer asked for (ascending; 0 is the input) a row per piece, the texts below one another.

        Runs no further than the last of them. Texts of equal length should stand together.
        """
        ...


Runtime = Callable[["Shape", "Weights"], Network]
"""Makes the network of these weights; raises InputError where some are missing."""


class Input:
    """Layer 0: numbers of pieces → the sums of their vectors of piece, place and kind, normalised."""

    def __init__(self, shape: Shape, weights: Weights) -> None:
        with told_what_is_missing():
            self._pieces = weights["embeddings.word_embeddings.weight"]
            kind = weights["embeddings.token_type_embeddings.weight"][0]
            self._places: Array = weights["embeddings.position_embeddings.weight"][: shape.window] + kind
            self._norm = weight_and_bias(weights, "embeddings.LayerNorm")
        self._epsilon = shape.epsilon

    def __call__(self, texts: Sequence[Sequence[int]]) -> Array:
        """A row per piece, the texts below one another."""
        ids = np.fromiter((i for text in texts for i in text), dtype=np.intp)
        places = np.concatenate([np.arange(len(text)) for text in texts])
        rows: Array = self._pieces[ids] + self._places[places]
        normalise(rows, self._norm, self._epsilon)
        return rows


def normalise(rows: Array, norm: tuple[Array, Array], epsilon: float) -> None:
    """Layer normalisation in place."""
    rows -= rows.mean(axis=1, keepdims=True)
    spread = np.einsum("ij,ij->i", rows, rows)[:, None]
    spread /= rows.shape[1]
    spread += np.float32(epsilon)
    rows /= np.sqrt(spread, out=spread)
    rows *= norm[0]
    rows += norm[1]


def weight_and_bias(weights: Weights, name: str) -> tuple[Array, Array]:
    """The two tensors of a dense layer (out, in) or a normalisation. Raises KeyError."""
    return weights[f"{name}.weight"], weights[f"{name}.bias"]


def attention_input(weights: Weights, layer: str) -> tuple[Array, Array]:
    """The dense layers of query, key and value as one. Raises KeyError."""
    parts = [weight_and_bias(weights, f"{layer}.attention.self.{part}") for part in ("query", "key", "value")]
    return np.concatenate([weight for weight, _ in parts]), np.concatenate([bias for _, bias in parts])


@contextmanager
def told_what_is_missing() -> Iterator[None]:
    """Turns the lack of a tensor into an InputError that names it."""
    try:
        yield
    except KeyError as error:
        raise InputError(f"the weights lack {error}; are they those of a BERT encoder?") from error
