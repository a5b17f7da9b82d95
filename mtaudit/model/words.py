"""What a language model tells of single words: whether one has a counterpart of its own, whether it can stand there.

How alike two sentences are as wholes hides a word too many, a word too few and a word that does not fit. So words are
paired one to one, which leaves over what was added or lost even where the nearest word is like it; and each is tagged
OK or BAD, as word-level quality estimation does it (Fonseca et al. 2019): wrong where it stands, or behind a gap.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float32]

LEAST = 0.05
"""Likeness below which two words are no pair."""


@dataclass(frozen=True, slots=True, eq=False)
class Tagger:
    """A network of one hidden layer that looks at each word's vectors of layer 3 and of the last, side by side.

    `mean` and `scale` are of shape (2 · hidden,), `first` of (2 · hidden, width), `second` of (width, 3): OK, BAD, gap.
    """

    mean: Array
    scale: Array
    first: Array
    first_bias: Array
    second: Array
    second_bias: Array

    def __call__(self, vectors: Array) -> Array:
        """Words (words, 2 · hidden) → how probably each is BAD and how probably a word is missing before it (words, 2).

        Raises ValueError for vectors of another model.
        """
        import numpy as np

        if vectors.shape[1] != len(self.mean):
            raise ValueError(f"vectors of {vectors.shape[1]} numbers; this network was made for {len(self.mean)}")
        inner = np.maximum((vectors - self.mean) * self.scale @ self.first + self.first_bias, 0.0)
        scores = inner @ self.second + self.second_bias
        weights = np.exp(scores - scores.max(axis=1, keepdims=True))
        return np.asarray((weights / weights.sum(axis=1, keepdims=True))[:, 1:], dtype=np.float32)


@cache
def tagger() -> Tagger:
    """The one that comes with mtaudit, for all-MiniLM-L6-v2; `training/word_quality.py` made it."""
    import numpy as np

    with files("mtaudit.model.fitted").joinpath("word-quality.npz").open("rb") as file, np.load(file) as held:
        return Tagger(**{name: held[name].astype(np.float32) for name in held.files})


def paired(likeness: Array) -> tuple[Array, Array]:
    """How alike each row and each column is to its partner, 0 without one: one to one, the most alike pair first.

    Two that are each other's best can be paired at once, whatever others are more alike.
    """
    import numpy as np

    rows, columns = np.zeros(likeness.shape[0], np.float32), np.zeros(likeness.shape[1], np.float32)
    left, numbers = likeness.copy(), np.arange(likeness.shape[0])
    while True:
        best = left.argmax(axis=1)
        values = left[numbers, best]
        mutual = numbers[(left.argmax(axis=0)[best] == numbers) & (values >= LEAST)]
        if not len(mutual):
            return rows, columns
        partners = best[mutual]
        rows[mutual] = columns[partners] = values[mutual]
        left[mutual] = -1.0
        left[:, partners] = -1.0
