"""Nationality changed: a Kenyan becomes a Nigerian, a Swede a Swiss, a Democrat a Republican."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import became
from mtaudit.detectors.pair.names._reading import together
from mtaudit.lexicon.origins import is_derived_pair, is_within, kind_of, origin
from mtaudit.mqm import Category, Severity
from mtaudit.records import ComparedBead, Comparison, Suspicion, Word
from mtaudit.text.names import is_capitalised


@dataclass(frozen=True, slots=True, kw_only=True)
class NationalityChanged:
    """A word for a nationality, a religion or a party was exchanged for that of another one.

    "A Kenyan runner" and "a Nigerian runner" are two people, and so are a Catholic and a Protestant bishop. Words for
    one origin are the same in whatever form ("Greek crisis", "crisis in Greece", "Swede", "Swedish"); a wider word for
    a narrower ("Scottish", "British"; "Kenyan", "African") is inexact: minor. A country's name for another's is left to
    `name-translated`, unless one side has a word made from it. Words that are common ones too ("conservative",
    "liberal") count only with a capital in the original.
    """

    confidence: float = 0.92
    """Above that of `name-translated`, which sees a lost name there and knows less of it."""

    category: ClassVar[Category] = Category.NAME
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "A [[Kenyan]] runner won the race in May.",
            "A [[Nigerian]] runner won the race in May.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The young [[Swede]] won in two sets.", "The young [[Swiss]] won in two sets.", severity=Severity.CRITICAL
        ),
        Case(
            "Two [[Catholic]] bishops signed the letter.",
            "Two [[Protestant]] bishops signed the letter.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "A [[Democratic]] senator opposed the bill.",
            "A [[Republican]] senator opposed the bill.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The [[Slovak]] army closed the border.",
            "The [[Slovenian]] army closed the border.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "Scientists at an [[Austrian]] lab saw it.",
            "Scientists at an [[Australian]] lab saw it.",
            severity=Severity.CRITICAL,
        ),
        Case("Many [[Iraqis]] fled the flood.", "Many [[Iranians]] fled the flood.", severity=Severity.CRITICAL),
        Case("Shares in the [[Danish]] bank fell.", "Shares in the [[Dutch]] bank fell.", severity=Severity.CRITICAL),
        Case("[[Muslim]] voters stayed at home.", "[[Hindu]] voters stayed at home.", severity=Severity.CRITICAL),
        Case(
            "The [[Scottish]] health service is short of nurses.",
            "The [[British]] health service is short of nurses.",
            severity=Severity.MINOR,
        ),
        Case("The [[Kenyan]] runner won.", "The [[African]] runner won.", severity=Severity.MINOR),
        Case(
            "The [[Brazilian]] customs office opened late.",
            "The [[European]] customs office opened late.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The [[Nigerien]] court freed the colonel.",
            "The [[Nigerian]] court freed the colonel.",
            severity=Severity.CRITICAL,
        ),
        Case("The crisis in Greece hit banks.", "The Greek crisis hit banks.", why="one origin"),
        Case("The Swede won in two sets.", "The Swedish player won in two sets.", why="one origin"),
        Case("Britons voted in June.", "British people voted in June.", why="one origin"),
        Case("The Dutch coach left the team.", "The coach from the Netherlands left the team.", why="one origin"),
        Case("An Argentine vet saved the whale.", "An Argentinian vet saved the whale.", why="two forms"),
        Case("A conservative estimate is 40 ships.", "A liberal estimate is 40 ships.", why="no party"),
        Case("French and German troops met.", "German and French troops met.", why="order"),
        Case("American farmers lost the harvest.", "US farmers lost the harvest.", why="one origin"),
        Case("The Filipino nurse won a prize.", "The Philippine nurse won a prize.", why="one origin"),
        Case("The polish on the table was old.", "The lacquer on the table was old.", why="no nationality"),
        Case("The Kenyan said that she had trained.", "The runner said that she had trained.", why="no other origin"),
        Case("Shiite clerics met in May.", "Shia clerics met in May.", why="two forms"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Words of origin that stand for each other and name two."""
        for bead in comparison.beads:
            for i, j in self._pairs(bead):
                yield self._suspicion(bead.original[i], bead.copy[j])

    def _pairs(self, bead: ComparedBead) -> Iterator[tuple[int, int]]:
        """Each word of an origin that the copy lacks with the one that stands for it and that the original lacks."""
        mine, theirs = _origins(bead.original), _origins(bead.copy)
        fewer, more = Counter(mine.values()), Counter(theirs.values())
        linked = {(k.original, k.copy) for k in bead.links}
        kept = {(i, j) for i, j in linked if i in mine and mine[i] == theirs.get(j)}
        lost = {i: o for i, o in mine.items() if fewer[o] > more[o] and i not in {k for k, _ in kept}}
        gained = {j: o for j, o in theirs.items() if more[o] > fewer[o] and j not in {k for _, k in kept}}
        for i, name in lost.items():
            for j, other in gained.items():
                pair = is_derived_pair(bead.original[i].form, bead.copy[j].form)
                if pair and kind_of(name) in _alike(kind_of(other)) and ((i, j) in linked or together(bead, i, j)):
                    del gained[j]
                    yield i, j
                    break

    def _suspicion(self, a: Word, b: Word) -> Suspicion:
        one, other = origin(a.form), origin(b.form)
        inexact = bool(one and other and is_within(one.name, other.name))
        return became(
            (a,),
            (b,),
            Severity.MINOR if inexact else Severity.CRITICAL,
            "The word is wider or narrower than the original’s."
            if inexact
            else "The reader is told of someone or something of another origin or party.",
            0.6 if inexact else self.confidence,
        )


def _origins(side: Sequence[Word]) -> dict[int, str]:
    """Index → origin of the words that name one with a capital."""
    found = {}
    for k, word in enumerate(side):
        named = origin(word.form) if is_capitalised(word) else None
        if named:
            found[k] = named.name
    return found


def _alike(kind: str) -> tuple[str, ...]:
    """The kinds of origin that can stand in for this one."""
    return ("nation", "region") if kind in ("nation", "region") else (kind,)
