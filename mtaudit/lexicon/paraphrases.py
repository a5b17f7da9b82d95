"""Small phrases of any news text that say the same: written by hand, since no lexicon relates function words."""

from __future__ import annotations

from collections import defaultdict

from mtaudit.lexicon.tables import classes, tagged

INTERCHANGEABLE = frozenset(pair for pair, tags in tagged("interchangeable") if not tags)
"""Pairs of words, most of them of closed classes, of which one can mostly stand for the other."""


def _expanded() -> dict[str, frozenset[str]]:
    """Phrase → the classes that it is in."""
    table: dict[str, set[str]] = defaultdict(set)
    for name, phrases in classes("paraphrases").items():
        for phrase in phrases:
            table[phrase].add(name)
    return {phrase: frozenset(names) for phrase, names in table.items()}


_TABLE = _expanded()

LONGEST = max(len(phrase.split()) for phrase in _TABLE)
"""Words of the longest phrase listed."""


def same_sense(a: str, b: str) -> bool:
    """Whether two phrases (lower case, words apart by one space) are listed as saying the same."""
    return bool(_TABLE.get(a, frozenset()) & _TABLE.get(b, frozenset()))
