"""Sense shifted: a word came back elsewhere in its sentence in another of its senses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import became
from mtaudit.lexicon.closed_class import is_content
from mtaudit.lexicon.pivots import bundled, phrase_bases
from mtaudit.lexicon.wordnet import Relation, relation
from mtaudit.mqm import Category, Severity
from mtaudit.records import ComparedBead, Comparison, DifferenceKind, Suspicion

MOST = 12
"""Content words on a side without a counterpart up to which they are held against each other; of more, the sentence
was rewritten."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SenseShifted:
    """A word of the original came back in another of its senses, at another place of the sentence.

    A translation turns sentences round: "shares in the company" come back as "the company's actions", and no word
    stands where the other stood. But where a word of the original has no counterpart in the copy, a word of the copy
    has none in the original, and French “action” is both, the one is what became of the other. Words that stand in each
    other's place are judged by `phrase-mistranslated`.
    """

    close: float = 0.4
    """Closeness from which two words without a counterpart may be each other's: of 600 second translations six then
    have such a finding, of the copies of the round-trip corpus that people reworded none."""

    category: ClassVar[Category] = Category.MISTRANSLATION
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "[[Shares]] in the bank fell on Friday.", "The bank's [[actions]] fell on Friday.", severity=Severity.MAJOR
        ),
        Case(
            "The [[team]] of the ward went on strike.",
            "The ward's [[equipment]] went on strike.",
            severity=Severity.MAJOR,
        ),
        Case(
            "She won the [[trial]] of the ferry owner.",
            "The ferry owner's [[process]] was won by her.",
            severity=Severity.MAJOR,
        ),
        Case("The [[castle]] on the hill burned down.", "The hill's [[lock]] burned down.", severity=Severity.MAJOR),
        Case("The [[price]] of wheat fell in May.", "Wheat's [[prize]] fell in May.", severity=Severity.MAJOR),
        Case(
            "The [[council]] of the town was sworn in.", "The town's [[advice]] was sworn in.", severity=Severity.MAJOR
        ),
        Case("The [[bench]] of the court was full.", "The court's [[bank]] was full.", severity=Severity.MAJOR),
        Case("The [[rate]] of the loan rose in March.", "The loan's [[tax]] rose in March.", severity=Severity.MAJOR),
        Case(
            "The [[speed]] of the train fell before the bend.",
            "The train's [[gear]] fell before the bend.",
            severity=Severity.MAJOR,
        ),
        Case("The [[draft]] of the treaty leaked.", "The treaty's [[project]] leaked.", severity=Severity.MAJOR),
        Case("Shares in the bank fell on Friday.", "The bank's shares fell on Friday."),
        Case("Shares in the bank fell on Friday.", "The bank's stock fell on Friday.", why="a synonym"),
        Case("The lawyer of the striker spoke.", "The striker's attorney spoke.", why="a synonym"),
        Case("The award of the jury went to Peru.", "The jury's prize went to Peru.", why="one sense"),
        Case("The illness of the king was mild.", "The king's disease was mild.", why="one sense"),
        Case("Shares in the bank fell.", "The firm took its actions back on a day of heavy rain.", why="rewritten"),
        Case("The trial of the vaccine began.", "The vaccine's test began.", why="one sense here"),
        Case("A court in Oslo heard the case.", "The case was heard by a court in Oslo.", why="turned round"),
        Case("The price of wheat fell in May.", "In May wheat cost less.", why="said otherwise"),
        Case("The envoys of the south met.", "The south's pickle met.", why="no word of another language has both"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Words without a counterpart that a word of another language has in senses apart."""
        for bead in comparison.beads:
            if bead.original and bead.copy and bead.closeness >= self.close:
                yield from _shifted(bead)


def _shifted(bead: ComparedBead) -> Iterator[Suspicion]:
    linked = {k.original for k in bead.links}, {k.copy for k in bead.links}
    changed = [d for d in bead.differences if d.equivalence is None and d.kind is not DifferenceKind.MOVED]
    lost = [i for d in changed for i in d.original if i not in linked[0] and is_content(bead.original[i])]
    gained = [j for d in changed for j in d.copy if j not in linked[1] and is_content(bead.copy[j])]
    if max(len(lost), len(gained)) > MOST:
        return
    taken: set[int] = set()
    for i, j in product(lost, gained):
        a, b = bead.original[i], bead.copy[j]
        if j in taken:
            continue
        found = bundled().confusions(phrase_bases((a,)), phrase_bases((b,)))
        if any(relation(c.first, c.second) is Relation.NONE for c in found):
            taken.add(j)
            yield became((a,), (b,), Severity.MAJOR, "The word came back in another of its senses.", 0.7)
