"""Established phrases in which a word can hardly be another: the words beside it call for it.

Written by hand from what any dictionary of English phrases, law, trade or medicine has: `bound-words.tsv`. A star marks
a word that is bound: where the rest stands and another word in its place, it was likely confused. A verb is given in
its base form. The terms of `set_phrases` are bound in all their words of content.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from mtaudit.lexicon import tables
from mtaudit.lexicon.closed_class import is_function_word
from mtaudit.lexicon.set_phrases import fits, terms
from mtaudit.lexicon.wordnet import lemmas


class Frame(NamedTuple):
    """An established phrase, as its words, and which of them is bound; `open` where all others are small words."""

    words: tuple[str, ...]
    slot: int
    open: bool

    @property
    def bound(self) -> str:
        """The word that belongs there."""
        return self.words[self.slot]


def frames_at(forms: Sequence[str], k: int) -> Iterator[tuple[int, Frame]]:
    """The frames of which all words but the bound one stand around k, with where they begin."""
    for offset in (-1, 1):
        if not 0 <= k + offset < len(forms):
            continue
        for frame in _anchored(offset, forms[k + offset]):
            start = k - frame.slot
            if _stands(forms, start, frame.words, frame.slot):
                yield start, frame


@lru_cache(maxsize=1 << 14)
def _anchored(offset: int, form: str) -> tuple[Frame, ...]:
    """The frames that have this word, inflected or not, at that place beside the bound one."""
    words = dict.fromkeys((form, *(base for _, base in lemmas(form))))
    return tuple(frame for word in words for frame in _frames().get((offset, word), ()))


def is_established(forms: Sequence[str], start: int, words: int) -> bool:
    """Whether these very words are a phrase listed here."""
    firsts = (forms[start], *(base for _, base in lemmas(forms[start])))
    entries = (entry for first in dict.fromkeys(firsts) for entry in _entries().get(first, ()))
    return any(len(entry) == words and _stands(forms, start, entry, None) for entry in entries)


def _stands(forms: Sequence[str], start: int, words: Sequence[str], slot: int | None) -> bool:
    """Whether the words stand there, but for the one in the slot."""
    if start < 0 or start + len(words) > len(forms):
        return False
    return all(fits(forms[start + i], word) for i, word in enumerate(words) if i != slot)


@cache
def _starred() -> tuple[tuple[tuple[str, ...], frozenset[int]], ...]:
    """All entries as their words, and which of these are bound."""
    listed = (phrase.split() for phrase in sorted(tables.words("bound-words")))
    ours = [(tuple(w.rstrip("*") for w in e), frozenset(i for i, w in enumerate(e) if w.endswith("*"))) for e in listed]
    whole = [(e, frozenset(i for i, w in enumerate(e) if not is_function_word(w) and w.isalpha())) for e in terms()]
    return (*ours, *whole)


@cache
def _entries() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Entries by their first word."""
    found: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words, _ in _starred():
        found[words[0]].append(words)
    return {first: tuple(entries) for first, entries in found.items()}


@cache
def _frames() -> Mapping[tuple[int, str], tuple[Frame, ...]]:
    """Frames by the word beside the bound one, one of content where there is one, and on which side it stands."""
    found: defaultdict[tuple[int, str], dict[Frame, None]] = defaultdict(dict)
    for words, bound in _starred():
        for slot in sorted(bound):
            beside = [i for i in (slot - 1, slot + 1) if 0 <= i < len(words)]
            anchor = next((i for i in beside if not is_function_word(words[i])), beside[0])
            rest = (w for i, w in enumerate(words) if i != slot)
            frame = Frame(words, slot, all(is_function_word(w) or not w.isalpha() for w in rest))
            found[anchor - slot, words[anchor]][frame] = None
    return {key: tuple(frames) for key, frames in found.items()}
