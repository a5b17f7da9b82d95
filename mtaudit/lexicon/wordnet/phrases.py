"""Entries of several words ("breach of contract", "pull the plug") found in running text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from mtaudit.lexicon.wordnet.morphy import STORE, WORDS, lemmas, normal


def phrases(forms: Sequence[str], start: int) -> tuple[tuple[int, str], ...]:
    """Entries of two or more words that begin at forms[start], as (number of words, lemma), the longest first.

    The forms are lower case, one word each. The first word may be an inflected verb or noun, the last a plural;
    the lemma has spaces between its words.
    """
    found = []
    beginnings = _beginnings(forms[start])
    length = 1
    while beginnings and start + length < len(forms):
        form = normal(forms[start + length])
        length += 1
        ends = (form, *(base for part, base in lemmas(form) if part == "n" and base != form))
        entries = (f"{beginning}{end}" for end in ends for beginning in beginnings)
        entry = next((entry for entry in entries if STORE.lemmas.find(entry) >= 0), None)
        if entry:
            found.append((length, entry.replace("_", " ")))
        beginnings = tuple(b for b in (f"{beginning}{form}_" for beginning in beginnings) if STORE.lemmas.begins(b))
    return tuple(reversed(found))


@lru_cache(maxsize=WORDS)
def _beginnings(word: str) -> tuple[str, ...]:
    """What entries may begin with for this first word: itself or a base form, and an underscore."""
    form = normal(word)
    candidates = dict.fromkeys((form, *(base for part, base in lemmas(form) if part in "nv")))
    return tuple(f"{candidate}_" for candidate in candidates if candidate and STORE.lemmas.begins(f"{candidate}_"))
