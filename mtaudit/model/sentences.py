"""What a language model tells of two sentences: how probably the one does harm to what the other says.

A compare-aggregate network (Parikh et al. 2016, Wang and Jiang 2017): every word is compared with those that stand for
it on the other side, by place and by meaning; what the comparisons of neighbours say is gathered for each word, and for
the sentence. A committee of such networks judges, since several err less than one. They learned from people's and from
made corruptions (`training/sentence_quality.py`), and see what no rule names; they give no reason, so that their word
counts in scores and makes no finding.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from mtaudit.lexicon.alike import same_forms
from mtaudit.lexicon.closed_class import is_function_word
from mtaudit.records import Word

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float32]
    Layer = tuple[Array, Array]

EPSILON = 1e-5
"""What keeps a normalised row from being divided by nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class Pairing:
    """Two sentences as the network sees them.

    `vectors` are of shape (words, 2 · hidden), layer 3 and the last side by side; `flags` of (words, 7), what `flags`
    tells of each word; `cosines`, `equal` and `linked` of (words of the original, words of the copy): how alike two
    words are, whether their forms are the same, and how probably they stand for each other.
    """

    vectors: tuple[Array, Array]
    flags: tuple[Array, Array]
    cosines: Array
    equal: Array
    linked: Array

    @classmethod
    def of(
        cls, original: Sequence[Word], copy: Sequence[Word], vectors: tuple[Array, Array], cosines: Array, linked: Array
    ) -> Pairing:
        """Two sides with what was read of them in context."""
        equal = same_forms(original, copy)
        return cls(vectors, (flags(original, equal, linked), flags(copy, equal.T, linked.T)), cosines, equal, linked)


def flags(side: Sequence[Word], equal: Array, linked: Array) -> Array:
    """What is known of each word besides its vectors: kind, case, and whether the other side has its equal or like."""
    import numpy as np

    kinds = np.array(
        [
            (
                word.is_punctuation,
                is_function_word(word.form),
                any(c.isdigit() for c in word.text),
                word.text[0].isupper(),
                word.text.isupper(),
            )
            for word in side
        ],
        dtype=np.float32,
    )
    return np.column_stack((kinds, equal.max(axis=1), linked.max(axis=1)))


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """The weights of all members, by what they do; a layer is a matrix (members, inputs, outputs) and a bias.

    `read` brings vectors to `width` numbers, `compare` what a word and its counterparts have to say to each other;
    `around` looks at three neighbouring words, `word` tells how wrong each is, `judge` and `harm` how much harm that
    does. `attention` holds how sharply words attend to those alike, what equal forms add, and the weight of no word.
    """

    read: Layer
    read_norm: Layer
    attention: Array
    compare_norm: Layer
    compare: Layer
    around: Layer
    word: Layer
    judge: Layer
    harm: Layer

    def __call__(self, both: Pairing) -> float:
        """The log-odds that the edits do harm, the mean of the members; 0 is as likely as not.

        Raises ValueError for another model's vectors.
        """
        import numpy as np

        size = self.read[0].shape[1]
        if both.vectors[0].shape[1] != size:
            raise ValueError(f"vectors of {both.vectors[0].shape[1]} numbers; this network was made for {size}")
        sharpness, same, nothing = self.attention.T[..., None, None]
        attention = np.exp(sharpness * (both.cosines - 1) + same * both.equal)
        inner = [_normal(_through(self.read, vectors), self.read_norm) for vectors in both.vectors]
        original = self._side(inner, both.flags, _shares(attention, nothing), both.linked)
        copy = self._side(inner[::-1], both.flags[::-1], _shares(attention.swapaxes(1, 2), nothing), both.linked.T)
        longer = np.full((len(original), 1, 1), np.log(np.float32(inner[1].shape[1] / inner[0].shape[1])))
        judged = _relu(_through(self.judge, np.concatenate((original, copy, longer), axis=2)))
        return float(_through(self.harm, judged).mean())

    def _side(self, inner: Sequence[Array], flags: Sequence[Array], near: Array, linked: Array) -> Array:
        """What the words of the first side, compared with those of the second, say together to each member."""
        import numpy as np

        mine, other = inner
        standing = linked / np.maximum(linked.sum(axis=1, keepdims=True), 1.0)
        met = standing @ other
        parts = np.concatenate((mine, met, np.abs(mine - met), mine * met, np.abs(mine - near @ other)), axis=2)
        known = np.concatenate((flags[0], standing @ flags[1]), axis=1)
        known = np.broadcast_to(known, (len(mine), *known.shape))
        told = (_normal(parts, self.compare_norm), known, near.sum(axis=2, keepdims=True))
        compared = _relu(_through(self.compare, np.concatenate(told, axis=2)))
        padded = np.pad(compared, ((0, 0), (1, 1), (0, 0)))
        three = np.concatenate((padded[:, :-2], compared, padded[:, 2:]), axis=2)
        compared = compared + _relu(_through(self.around, three))
        wrong = np.logaddexp.reduce(_through(self.word, compared), axis=1, keepdims=True)
        most, usual = compared.max(axis=1, keepdims=True), compared.mean(axis=1, keepdims=True)
        return np.concatenate((most, usual, wrong), axis=2)


def _through(layer: Layer, rows: Array) -> Array:
    """What a layer makes of rows."""
    made: Array = rows @ layer[0] + layer[1][:, None]
    return made


def _shares(attention: Array, nothing: Array) -> Array:
    """How much of each row's attention goes to each column; the rest goes to no word."""
    shares: Array = attention / (attention.sum(axis=2, keepdims=True) + nothing)
    return shares


def _normal(rows: Array, norm: Layer) -> Array:
    """Each row with mean 0 and spread 1, then scaled and moved."""
    centred = rows - rows.mean(axis=2, keepdims=True)
    centred /= ((centred * centred).mean(axis=2, keepdims=True) + EPSILON) ** 0.5
    normal: Array = centred * norm[0][:, None] + norm[1][:, None]
    return normal


def _relu(values: Array) -> Array:
    import numpy as np

    return np.maximum(values, 0.0)


@cache
def network() -> Network:
    """The one that comes with mtaudit, for all-MiniLM-L6-v2; `training/sentence_quality.py` made it."""
    import numpy as np

    with files("mtaudit.model.fitted").joinpath("sentence-quality.npz").open("rb") as file, np.load(file) as held:
        weights = {name: held[name].astype(np.float32) for name in held.files}
    layers = {k: (weights[k], weights[f"{k}, bias"]) for k in weights if k != "attention" and not k.endswith(", bias")}
    return Network(attention=weights["attention"], **layers)
