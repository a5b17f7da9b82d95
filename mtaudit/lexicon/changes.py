"""Words of change, by their direction, and words that say that nothing changed."""

from __future__ import annotations

from collections.abc import Sequence

from mtaudit.lexicon.closed_class import is_content
from mtaudit.lexicon.wordnet import lemma
from mtaudit.records import Word

UPWARD = frozenset(
    """
    rise increase grow growth climb jump surge soar gain improve improvement expand expansion widen strengthen
    accelerate double triple raise boost rebound upturn uptick
    """.split()
)
DOWNWARD = frozenset(
    """
    fall decrease decline drop shrink plunge slump plummet tumble slide dip contract contraction narrow weaken slow
    reduce reduction cut lower worsen deteriorate deterioration halve dwindle downturn
    """.split()
)
CHANGING = UPWARD | DOWNWARD | frozenset("change vary fluctuate evolve".split())
"""Base forms of what moves: up, down, or either way."""

STEADY = frozenset(
    """
    unchanged flat steady stable constant same stagnant stagnate static stabilise stabilize stabilised stabilized
    plateau
    """.split()
)
"""Base forms that say that nothing moves."""


LASTING = frozenset("remain stay keep hold".split())
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
