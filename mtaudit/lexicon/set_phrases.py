"""Phrases whose words cannot be exchanged: terms of art and idioms of the news, beside those that WordNet has.

Written by hand: terms that stand in any textbook or rule book of their field (`terms.tsv`), and idioms that stand in
any dictionary of idioms (`idioms.tsv`). A verb is given in its base form; `one's` stands for any possessive.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import chain

from mtaudit.lexicon.closed_class import DETERMINERS
from mtaudit.lexicon.tables import classes, words
from mtaudit.lexicon.wordnet import lemmas, phrases


def set_phrases(forms: Sequence[str], start: int) -> tuple[tuple[int, str, bool], ...]:
    """Set phrases that begin at forms[start], the longest first: number of words, entry, whether it is listed here.

    WordNet's are given as `wordnet.phrases` gives them; the forms are lower case, one word each.
    """
    found = {length: (length, entry, False) for length, entry in phrases(forms, start)}
    for entry in _table().get(forms[start], ()) + _table().get(_base(forms[start]), ()):
        if start + len(entry) <= len(forms) and all(map(fits, forms[start : start + len(entry)], entry)):
            found[len(entry)] = (len(entry), " ".join(entry), True)
    return tuple(found[length] for length in sorted(found, reverse=True))


def is_idiom(entry: str) -> bool:
    """Whether an entry listed here is an idiom and no term."""
    return entry in _idioms()


@cache
def _idioms() -> frozenset[str]:
    return frozenset(map(" ".join, _entries(words("idioms"))))


def _entries(listed: Iterable[str]) -> list[tuple[str, ...]]:
    """The phrases as their words, sorted; articles at the beginning are left out: they come and go."""
    split = (tuple(phrase.split()) for phrase in sorted(listed))
    return [words[1:] if words[0] in ("a", "the") and len(words) > 2 else words for words in split]


@cache
def _table() -> dict[str, tuple[tuple[str, ...], ...]]:
    table: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for entry in (*terms(), *_entries(words("idioms"))):
        table[entry[0]].append(entry)
    return {first: tuple(entries) for first, entries in table.items()}


def terms() -> tuple[tuple[str, ...], ...]:
    """The terms of art listed here, as their words."""
    return tuple(_entries(chain.from_iterable(classes("terms").values())))


def fits(form: str, wanted: str) -> bool:
    """Whether a form that stands in a text is that word of a phrase, or an inflection of it."""
    return form == wanted or _base(form) == wanted or (wanted == "one's" and form in DETERMINERS)


@lru_cache(maxsize=2048)
def _base(form: str) -> str:
    """The base of an inflected verb or noun, the likelier one; the form itself for other words."""
    return next((base for part, base in lemmas(form) if part in "vn" and base != form), form)
