"""Inflection: one word in another number, tense or person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mtaudit.equivalences.base import Same, Unlike
from mtaudit.lexicon.closed_class import AUXILIARIES, is_function_word
from mtaudit.lexicon.wordnet import Relation, relation
from mtaudit.records import ComparedBead, Difference
from mtaudit.text.people import kin

DEGREES = ("er", "est", "r", "st")
"""Endings of comparison: "big" and "bigger" share a lemma and do not say the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inflection:
    """A word stands in another number, tense or person.

    Tense and number drift in every round trip ("has warned", "warned"; "its term", "its terms") and readers
    do not stumble. Degrees of comparison do not count as inflection here.
    """

    cases: ClassVar[tuple[Same | Unlike, ...]] = (
        Same("The company warned its users.", "The company warns its user."),
        Same("He claimed that by mistake.", "He claims that by mistakes."),
        Same("Ministers who meet there agree on rules.", "Ministers who met there agreed on a rule."),
        Unlike("a big fire", "a bigger fire"),
        Unlike("The judge ruled.", "The judge ruled not."),
        Unlike("The ship sank.", "The shop sank."),
        Unlike("Mr. Hale sold the mill.", "Mrs. Hale sold the mill."),
    )

    def __call__(self, bead: ComparedBead, difference: Difference) -> bool:
        """Whether both sides are forms of the same words in the same order."""
        lost = [w.form for w in bead.lost(difference)]
        gained = [w.form for w in bead.gained(difference)]
        return lost != gained and len(lost) == len(gained) and all(map(_inflected, lost, gained))


def _inflected(a: str, b: str) -> bool:
    if a == b:
        return True
    if a in AUXILIARIES and b in AUXILIARIES:
        return AUXILIARIES[a] == AUXILIARIES[b]
    if is_function_word(a) or is_function_word(b) or set(kin(a)) != set(kin(b)):
        return False
    graded = any((x + e == y or x[:-1] + e == y or x + x[-1] + e == y) for x, y in ((a, b), (b, a)) for e in DEGREES)
    return relation(a, b) is Relation.INFLECTION and not graded
