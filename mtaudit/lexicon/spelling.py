"""British and American spellings of one word, brought to one form by the general rules that relate them."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from mtaudit.lexicon.tables import pairs
from mtaudit.lexicon.wordnet import known, lemma, lemmas

_RULES = (
    (re.compile(r"(?<=[^aeiou])our(?=$|s$|ed$|ing$|able|ite|ful|less|er|ist|hood|ly)"), "or"),
    (re.compile(r"is(?=(?:e|es|ed|ing|er|ers|ation|ations|able|ational)$)"), "iz"),
    (re.compile(r"ys(?=(?:e|es|ed|ing|er|ers)$)"), "yz"),
    (re.compile(r"([tb])re(?=s?$)"), r"\1er"),
    (re.compile(r"([tb])r(?=ed$|ing$)"), r"\1er"),
    (re.compile(r"ogue(?=s?$)"), "og"),
    (re.compile(r"(?<=[aeiou])ll(?=ed$|ing$|er$|ers$|or$|ors$|ation$|ous$)"), "l"),
    (re.compile(r"(?<=[aeiou])pp(?=ed$|ing$|er$|ers$)"), "p"),
    (re.compile(r"(?<=[aeiou])l(?=l?(?:ment|ments|ful)$)"), "l"),
    (re.compile(r"ll(?=(?:ment|ments|ful|s)?$)"), "l"),
    (re.compile(r"ence(?=s?$|less$)"), "ense"),
    (re.compile(r"amme(?=s?$)"), "am"),
    (re.compile(r"ae|oe"), "e"),
    (re.compile(r"wards$"), "ward"),
    (re.compile(r"dge(?=ment)"), "dg"),
    (re.compile(r"ge(?=ing$)"), "g"),
    (re.compile(r"(?<=[^aeiou])xion"), "ction"),
    (re.compile(r"(?<=[aeiou])e(?=able$)"), ""),
    (re.compile(r"ph(?=ur)"), "f"),
)

_PAIRS = dict(pairs("spelling"))


VOWELS = frozenset("aeio")
"""Endings by which words of one origin differ in other languages."""

SHORT = 6
"""Letters from which two of a word's may be wrong and the word still be seen."""

_DOUBLED = re.compile(r"([lp])\1(?=(?:ed|ing)$)")


@lru_cache(maxsize=16384)
def common_spelling(form: str) -> str:
    """A form that the British and the American spelling of a word share; not itself always a word."""
    form = _PAIRS.get(form, form)
    for pattern, replacement in _RULES:
        form = pattern.sub(replacement, form)
    return form


def same_word(a: str, b: str) -> bool:
    """Whether two lower-case forms are spellings of one word; short words are left alone ("four", "for")."""
    if a == b:
        return True
    if _DOUBLED.sub(r"\1", a) == _DOUBLED.sub(r"\1", b) and known(a) and known(b):
        return not set(lemmas(a)).isdisjoint(lemmas(b))  # "travelled" and "traveled", but not "filled" and "filed"
    return (min(len(a), len(b)) > 4 or a in _PAIRS or b in _PAIRS) and common_spelling(a) == common_spelling(b)


def misspelt(form: str, right: str) -> bool:
    """Whether a lower-case form is no word and at most two letters from the right one, one where that is short.

    A vowel added at the end is the mark of another language ("presidente").
    """
    if not form.isalpha() or not right.isalpha() or min(len(form), len(right)) < 2 or not known(right):
        return False
    if form.startswith(right) and form[len(right) :] in VOWELS:
        return False
    if known(form) or known(common_spelling(form)) or known(lemma(form)) or same_word(form, right):
        return False
    return OSA.distance(form, right) <= (2 if len(right) >= SHORT else 1)
