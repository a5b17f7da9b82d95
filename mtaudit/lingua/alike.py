"""How alike two words are: in meaning (`similarity`), and as places in a sentence (`correspondence`)."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from mtaudit.lingua.closed_class import is_function_word
from mtaudit.lingua.wordnet import Relation, relation, synonymy
from mtaudit.records import Word

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

PLACE = 0.6
"""Correspondence of opposites and siblings: they plainly stand for each other, whatever they mean."""

FORM = 0.85
"""Jaro-Winkler similarity from which two words may be one word misspelt, misheard or inflected."""


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
    return _place(a.form, b.form, a.text[:1].isupper() and b.text[:1].isupper())


@lru_cache(maxsize=65536)
def _place(a: str, b: str, both_capital: bool) -> float:
    letters = [any(c.isalpha() for c in form) for form in (a, b)]
    digits = [any(c.isdigit() for c in form) for form in (a, b)]
    if not all(x or y for x, y in zip(letters, digits, strict=True)):
        mark = [not (x or y) for x, y in zip(letters, digits, strict=True)]
        return 0.3 if all(mark) else 0.0
    if any(digits):
        return 0.5 if all(digits) else 0.0 if is_function_word(a) or is_function_word(b) else 0.2
    if is_function_word(a) or is_function_word(b):
        if is_function_word(a) and is_function_word(b):
            return 0.3
        return 0.05
    meaning = _meaning(a, b)
    if relation(a, b) in (Relation.ANTONYM, Relation.SIBLING):
        meaning = max(meaning, PLACE)
    form = float(JaroWinkler.similarity(a, b))
    if form >= FORM:
        meaning = max(meaning, 0.7 * form)
    return max(meaning, 0.3 if both_capital else 0.12)
