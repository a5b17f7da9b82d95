"""Small words of the languages through which news is translated, so that residues of them are known."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from mtaudit.lexicon.closed_class import is_function_word
from mtaudit.lexicon.tables import classes
from mtaudit.lexicon.wordnet import known


def _by_language(column: str) -> dict[str, tuple[str, ...]]:
    """Language, as it is written → its words of a column of `foreign.tsv`, in the order of the list's head."""
    return {language.title(): found for language, found in classes("foreign", column).items() if found}


NAMELY = frozenset("de del la le el al di du da van von des dos das den der y il".split())
"""Small words that stand in many names and titles: they are residues only between English words."""

_ENDINGS = _by_language("endings")
"""With these words are made in one language and, as far as no lexicon has them, not in English."""

SHORTEST = 7
"""Letters of a word whose ending tells its language."""

_CALENDAR = _by_language("calendar")
"""Weekdays and months that are neither English nor common as names."""


def calendar_of(form: str) -> tuple[str, ...]:
    """The languages in which the lower-case word is a weekday or a month."""
    return tuple(language for language, names in _CALENDAR.items() if form in names)


def ending_of(form: str) -> tuple[str, ...]:
    """The languages that make words with the ending of this one, which no English lexicon has."""
    if len(form) < SHORTEST:
        return ()
    return tuple(language for language, endings in _ENDINGS.items() if form.endswith(endings))


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for language, forms in _by_language("words").items():
        for form in forms:
            table[form] = (*table.get(form, ()), language)
    return table


def small_word_of(form: str) -> tuple[str, ...]:
    """The languages of which the lower-case word is a small word, whether or not it is English too."""
    return _table().get(form, ())


@lru_cache(maxsize=16384)
def languages_of(form: str) -> tuple[str, ...]:
    """The languages of which the lower-case word is a small word, none where it is an English word as well."""
    found = small_word_of(form)
    if not found or is_function_word(form) or (known(form) and form not in NAMELY and form != "est"):
        return ()
    return found


@lru_cache(maxsize=16384)
def is_foreign_script(form: str) -> bool:
    """Whether a word has letters or their signs, and none of them Latin; Greek letters are signs of mathematics."""
    letters = [c for c in form if unicodedata.category(c)[0] in "LM"]
    return bool(letters) and not any(
        unicodedata.name(c, "LATIN").startswith(("LATIN", "GREEK", "COMB")) for c in letters
    )
