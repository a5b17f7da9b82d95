"""Words of change, by their direction, and words that say that nothing changed."""

from __future__ import annotations

from collections.abc import Sequence

from mtaudit.lexicon.closed_class import is_content
from mtaudit.lexicon.tables import members
from mtaudit.lexicon.wordnet import lemma
from mtaudit.records import Word

UPWARD = members("changes", "up")
DOWNWARD = members("changes", "down")
CHANGING = UPWARD | DOWNWARD | members("changes", "either")
"""Base forms of what moves: up, down, or either way."""

STEADY = members("changes", "steady")
"""Base forms that say that nothing moves."""

LASTING = members("changes", "lasting")
"""Verbs behind which "the same" says that nothing changed, whatever follows."""


def moves(side: Sequence[Word], k: int) -> bool:
    """Whether the word tells of a change."""
    return lemma(side[k].form) in CHANGING


def rests(side: Sequence[Word], k: int) -> bool:
    """Whether the word says that nothing changes; "the same" before a noun only says which one is meant."""
    form = side[k].form
    if form == "same":
        lasts = k > 1 and lemma(side[k - 2].form) in LASTING
        return lasts or k + 1 >= len(side) or not is_content(side[k + 1])
    return form in STEADY or lemma(form) in STEADY


def direction(word: Word) -> int:
    """1 for a word of a rise, -1 for one of a fall, 0 for any other."""
    base = lemma(word.form)
    return (base in UPWARD) - (base in DOWNWARD)
