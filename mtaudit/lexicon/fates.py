"""What can befall people, in words of which one does not say the other: death, murder, injury, disappearance."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from mtaudit.lexicon.tables import class_of
from mtaudit.lexicon.wordnet import lemma
from mtaudit.records import Word


class Fate(Enum):
    """What became of someone."""

    DEATH = auto()
    KILLING = auto()
    MURDER = auto()
    SUICIDE = auto()
    INJURY = auto()
    DISAPPEARANCE = auto()
    FAINTING = auto()


WORDS = {word: Fate[name.upper()] for word, name in class_of("fates").items()}
"""Base form → the fate that it tells."""

ALIKE = frozenset(
    frozenset(pair) for pair in ((Fate.DEATH, Fate.KILLING), (Fate.KILLING, Fate.MURDER), (Fate.INJURY, Fate.FAINTING))
)
"""Fates of which the one may be told for the other."""

NARROWER = frozenset((Fate.MURDER, Fate.SUICIDE))
"""Deaths of which it is told how."""

FATAL = frozenset((Fate.DEATH, Fate.KILLING, Fate.MURDER, Fate.SUICIDE))

REFLEXIVE = frozenset("himself herself themselves itself own".split())
"""Words by which a death is told as a suicide."""


def fate(side: Sequence[Word], k: int) -> Fate | None:
    """The fate that the word tells; "dead end" and "passing a law" tell none."""
    form = side[k].form
    found = WORDS.get(form) or WORDS.get(lemma(form))
    if form in _IDLE and k + 1 < len(side) and side[k + 1].form in _IDLE[form]:
        return None
    return found


_IDLE = {"passing": frozenset("a the of through by this that".split()), "dead": frozenset("end heat line sea".split())}
