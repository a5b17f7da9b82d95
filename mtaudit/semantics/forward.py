"""The forward pass of a BERT encoder in numpy: float32, no padding, no masks.

The pieces of all texts of a batch stand below one another in one matrix, so that the dense layers are one product
each; attention runs over texts of equal length at once. Nothing is computed for padding, and no text sees another.
Source: Devlin et al. 2019, https://arxiv.org/abs/1810.04805.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from mtaudit.errors import InputError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from mtaudit.semantics.weights import Shape

    Array = NDArray[np.float32]

LOGIT = (
    -1.5957716709058394,
    -7.266046046077024e-2,
    5.9748382565346465e-5,
    1.1280098642170761e-4,
    -8.350736665914941e-6,
    3.044866319813909e-7,
    -5.270574281570646e-9,
    2.778804100332489e-11,
)
"""Coefficients of q with Φ(x) = 1 / (1 + exp(x · q(x²))), Φ the normal distribution: a minimax fit for |x| ≤ 6.

The error of GELU is at most 4.2e-8, less than the rounding of float32; the test holds it against `math.erf`.
"""

LOGIT_RANGE = 6.0
"""Beyond it Φ is 0 or 1 to 1e-9, and x is cut there before its polynomial."""

BLOCK = 32_768
"""Numbers that GELU takes at once, so that its steps stay in the processor's cache (128 KiB each)."""


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """The weights of one layer as the forward pass wants them; queries, keys and values share one matrix."""

    mix: tuple[Array, Array]
    attended: tuple[Array, Array]
    attended_norm: tuple[Array, Array]
    wide: tuple[Array, Array]
    narrow: tuple[Array, Array]
    narrow_norm: tuple[Array, Array]


class Network:
    """A BERT encoder: numbers of pieces → contextual vectors. Raises InputError where weights are missing."""

    def __init__(self, shape: Shape, weights: Mapping[str, Array]) -> None:
        self.shape = shape
        self._scale = np.float32((shape.hidden // shape.heads) ** -0.5)
        try:
            self._pieces = weights["embeddings.word_embeddings.weight"]
            kind = weights["embeddings.token_type_embeddings.weight"][0]
            self._places: Array = weights["embeddings.position_embeddings.weight"][: shape.window] + kind
            self._norm = _pair(weights, "embeddings.LayerNorm")
            self._layers = [self._layer(weights, f"encoder.layer.{k}") for k in range(shape.layers)]
            wide = weights["encoder.layer.0.intermediate.dense.bias"].size if shape.layers else 0
        except KeyError as error:
            raise InputError(f"the weights lack {error}; are they those of a BERT encoder?") from error
        self._widths = (3 * shape.hidden, shape.hidden, shape.hidden, wide)

    def _layer(self, weights: Mapping[str, Array], name: str) -> Layer:
        mix = [_pair(weights, f"{name}.attention.self.{part}") for part in ("query", "key", "value")]
        mix[0] = (mix[0][0] * self._scale, mix[0][1] * self._scale)  # instead of scaling every score
        return Layer(
            mix=(np.concatenate([m for m, _ in mix]), np.concatenate([b for _, b in mix])),
            attended=_pair(weights, f"{name}.attention.output.dense"),
            attended_norm=_pair(weights, f"{name}.attention.output.LayerNorm"),
            wide=_pair(weights, f"{name}.intermediate.dense"),
            narrow=_pair(weights, f"{name}.output.dense"),
            narrow_norm=_pair(weights, f"{name}.output.LayerNorm"),
        )

    def run(self, texts: Sequence[Sequence[int]], layers: Sequence[int]) -> list[Array]:
        """For each layer asked for (ascending; 0 is the input) a row per piece, the texts below one another.

        Runs no further than the last of them. Texts of equal length should stand together.
        """
        ids = np.fromiter((i for text in texts for i in text), dtype=np.intp)
        places = np.concatenate([np.arange(len(text)) for text in texts])
        hidden: Array = self._pieces[ids] + self._places[places]
        self._normalise(hidden, self._norm)
        groups = [(length, len(list(same))) for length, same in groupby(len(text) for text in texts)]
        rooms = [np.empty((len(ids), width), dtype=np.float32) for width in self._widths]
        found = [hidden.copy()] if 0 in layers else []
        for number, layer in enumerate(self._layers[: max(layers)], start=1):
            self._step(hidden, layer, groups, rooms)
            if number in layers:
                found.append(hidden.copy() if number < max(layers) else hidden)
        return found

    def _step(self, hidden: Array, layer: Layer, groups: Sequence[tuple[int, int]], rooms: Sequence[Array]) -> None:
        """One layer, in place; `rooms` are where it works, so that no memory is asked for in between."""
        mixed, context, change, wide = rooms
        _dense(hidden, layer.mix, mixed)
        start = 0
        for length, count in groups:
            rows = slice(start, start := start + length * count)
            self._attend(mixed[rows], context[rows], (count, length))
        hidden += _dense(context, layer.attended, change)
        self._normalise(hidden, layer.attended_norm)
        gelu(_dense(hidden, layer.wide, wide))
        hidden += _dense(wide, layer.narrow, change)
        self._normalise(hidden, layer.narrow_norm)

    def _attend(self, mixed: Array, context: Array, size: tuple[int, int]) -> None:
        """Writes to `context` what each piece gathers from its own text; `size` is (texts, pieces of each)."""
        heads, width = self.shape.heads, self.shape.hidden // self.shape.heads
        query, key, value = mixed.reshape(*size, 3, heads, width).transpose(2, 0, 3, 1, 4)
        scores = query @ key.swapaxes(-1, -2)
        scores -= scores.max(axis=-1, keepdims=True)
        np.exp(scores, out=scores)
        total = scores.sum(axis=-1, keepdims=True)
        gathered = scores @ value
        gathered /= total
        context.reshape(*size, heads, width)[:] = gathered.swapaxes(1, 2)

    def _normalise(self, rows: Array, norm: tuple[Array, Array]) -> None:
        """Layer normalisation in place."""
        rows -= rows.mean(axis=1, keepdims=True)
        spread = np.einsum("ij,ij->i", rows, rows)[:, None]
        spread /= rows.shape[1]
        spread += np.float32(self.shape.epsilon)
        rows /= np.sqrt(spread, out=spread)
        rows *= norm[0]
        rows += norm[1]


def gelu(values: Array) -> None:
    """x · Φ(x) in place, for a contiguous array of any shape."""
    flat = values.reshape(-1)
    cut, square, total = (np.empty(min(BLOCK, flat.size), dtype=np.float32) for _ in range(3))
    coefficients = np.array(LOGIT, dtype=np.float32)
    for start in range(0, flat.size, BLOCK):
        x = flat[start : start + BLOCK]
        if x.size < cut.size:
            cut, square, total = cut[: x.size], square[: x.size], total[: x.size]
        np.clip(x, -LOGIT_RANGE, LOGIT_RANGE, out=cut)
        np.multiply(cut, cut, out=square)
        np.multiply(square, coefficients[-1], out=total)
        for coefficient in coefficients[-2:0:-1]:
            total += coefficient
            total *= square
        total += coefficients[0]
        total *= cut
        np.exp(total, out=total)
        total += 1
        x /= total


def _pair(weights: Mapping[str, Array], name: str) -> tuple[Array, Array]:
    return weights[f"{name}.weight"], weights[f"{name}.bias"]


def _dense(rows: Array, layer: tuple[Array, Array], out: Array) -> Array:
    np.matmul(rows, layer[0].T, out=out)
    out += layer[1]
    return out
