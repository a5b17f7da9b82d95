"""How alike two words are: in meaning (`similarity`), and as places in a sentence (`correspondence`)."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import JaroWinkler

from mtaudit.lexicon.closed_class import is_function_word
from mtaudit.lexicon.wordnet import Relation, parts_of_speech, relation, synonymy
from mtaudit.records import Word

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MEANING = {
    Relation.IDENTICAL: 1.0,
    Relation.INFLECTION: 0.9,
    Relation.SIMILAR: 0.65,
    Relation.DERIVED: 0.6,
    Relation.HYPERNYM: 0.55,
    Relation.HYPONYM: 0.55,
    Relation.SIBLING: 0.4,
    Relation.NONE: 0.1,
    Relation.UNKNOWN: 0.1,
    Relation.ANTONYM: 0.0,
}
"""Similarity of meaning by lexical relation; synonyms range from 0.65 to 0.95 by how freely they interchange."""

OPPOSED = 0.6
"""Correspondence of opposites and siblings: they plainly stand for each other, whatever they mean."""

FORM = 0.85
"""Jaro-Winkler similarity from which two words may be one word misspelt, misheard or inflected."""

UNRELATED, BOTH_CAPITAL = 0.12, 0.3
"""Correspondence of content words that nothing relates: a translation may still put one for the other."""


class Kind(IntEnum):
    """What sort of thing a word is, so far as it decides what may stand in its place."""

    MARK = 0
    FIGURE = 1
    FUNCTION = 2
    CONTENT = 3


BY_KIND = (
    (0.1, 0.0, 0.0, 0.0),
    (0.0, 0.5, 0.0, 0.2),
    (0.0, 0.0, 0.3, 0.05),
    (0.0, 0.2, 0.05, UNRELATED),
)
"""Correspondence of two unlike words by their kinds; two content words may have more to them."""


@lru_cache(maxsize=65536)
def kind(form: str) -> Kind:
    """The word's kind, by its form."""
    if any(c.isdigit() for c in form):
        return Kind.FIGURE
    if not any(c.isalpha() for c in form):
        return Kind.MARK
    return Kind.FUNCTION if is_function_word(form) else Kind.CONTENT


def similarity(a: Word, b: Word) -> float:
    """0 (unlike or opposite) to 1 (the same word), by form and lexical relation."""
    return 1.0 if a.form == b.form else _meaning(a.form, b.form)


@lru_cache(maxsize=65536)
def _meaning(a: str, b: str) -> float:
    found = relation(a, b)
    if found is Relation.SYNONYM:
        return 0.65 + 0.3 * synonymy(a, b)
    return MEANING[found]


def correspondence(a: Word, b: Word) -> float:
    """0 (cannot stand for each other) to 1: whether one word stands where the other stood."""
    if a.form == b.form:
        return 1.0
    kinds = kind(a.form), kind(b.form)
    if kinds != (Kind.CONTENT, Kind.CONTENT):
        return BY_KIND[kinds[0]][kinds[1]]
    return max(_content(a.form, b.form), BOTH_CAPITAL if a.text[0].isupper() and b.text[0].isupper() else UNRELATED)


@lru_cache(maxsize=65536)
def _content(a: str, b: str) -> float:
    """Correspondence of two content words by meaning, opposition and spelling.

    Words of unlike parts of speech have no meaning in common unless one is made from the other, and so begins alike.
    """
    if a[:2] != b[:2] and parts_of_speech(a).isdisjoint(parts_of_speech(b)):
        return UNRELATED
    meaning = _meaning(a, b)
    if relation(a, b) in (Relation.ANTONYM, Relation.SIBLING):
        meaning = max(meaning, OPPOSED)
    form = float(JaroWinkler.similarity(a, b))
    return max(meaning, 0.7 * form) if form >= FORM else meaning


def same_forms(original: Sequence[Word], copy: Sequence[Word]) -> NDArray[np.float32]:
    """1 where two words have the same form, else 0: a row per word of the original, a column per word of the copy."""
    import numpy as np

    number: dict[str, int] = {}
    left, right = (np.array([number.setdefault(w.form, len(number)) for w in side]) for side in (original, copy))
    same: NDArray[np.float32] = (left[:, None] == right[None, :]).astype(np.float32)
    return same
