"""The forward pass of a BERT encoder in numpy: float32, no padding, no masks.

The pieces of all texts of a batch stand below one another in one matrix, so that the dense layers are one product
each; attention runs over texts of equal length at once. Nothing is computed for padding, and no text sees another.
Source: Devlin et al. 2019, https://arxiv.org/abs/1810.04805.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from mtaudit.model.encoder.network import Input, attention_input, normalise, told_what_is_missing, weight_and_bias

if TYPE_CHECKING:
    from mtaudit.model.encoder.network import Array, Weights
    from mtaudit.model.encoder.weights import Shape

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


class NumpyNetwork:
    """A `Network` run by numpy on one thread per call, but for BLAS. Raises InputError where weights are missing."""

    runtime = "numpy"

    def __init__(self, shape: Shape, weights: Weights) -> None:
        self.shape = shape
        self._scale = np.float32((shape.hidden // shape.heads) ** -0.5)
        self._input = Input(shape, weights)
        with told_what_is_missing():
            self._layers = [self._layer(weights, f"encoder.layer.{k}") for k in range(shape.layers)]
        self._widths = (3 * shape.hidden, shape.hidden, shape.hidden, self._layers[0].wide[1].size)

    def _layer(self, weights: Weights, name: str) -> Layer:
        weight, bias = attention_input(weights, name)
        for queries in (weight[: self.shape.hidden], bias[: self.shape.hidden]):
            queries *= self._scale  # instead of scaling every score
        return Layer(
            mix=(weight, bias),
            attended=weight_and_bias(weights, f"{name}.attention.output.dense"),
            attended_norm=weight_and_bias(weights, f"{name}.attention.output.LayerNorm"),
            wide=weight_and_bias(weights, f"{name}.intermediate.dense"),
            narrow=weight_and_bias(weights, f"{name}.output.dense"),
            narrow_norm=weight_and_bias(weights, f"{name}.output.LayerNorm"),
        )

    def run(self, texts: Sequence[Sequence[int]], layers: Sequence[int]) -> list[Array]:
        """As `Network` has it."""
        hidden = self._input(texts)
        groups = [(length, len(list(same))) for length, same in groupby(len(text) for text in texts)]
        rooms = [np.empty((len(hidden), width), dtype=np.float32) for width in self._widths]
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
        normalise(hidden, layer.attended_norm, self.shape.epsilon)
        gelu(_dense(hidden, layer.wide, wide))
        hidden += _dense(wide, layer.narrow, change)
        normalise(hidden, layer.narrow_norm, self.shape.epsilon)

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


def _dense(rows: Array, layer: tuple[Array, Array], out: Array) -> Array:
    np.matmul(rows, layer[0].T, out=out)
    out += layer[1]
    return out
