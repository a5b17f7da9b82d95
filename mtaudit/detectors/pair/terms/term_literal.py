"""Term literal: a set term with a word of another sense in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.pair.terms._reading import broken_phrases, told
from mtaudit.mqm import Category, Severity
from mtaudit.records import Comparison, Suspicion


@dataclass(frozen=True, slots=True, kw_only=True)
class TermLiteral:
    """A term of art was translated word by word, and is the term no longer.

    "Breach of contract" is law, "breach of agreement" is not; "junior debt" is paid last, "young debt" is not known
    to any bank; "stoppage time" is played, "time of arrest" is served. Such terms stand in dictionaries and rule
    books, and no word of theirs can be exchanged. Terms are those of WordNet and a list of ours, of law, finance,
    medicine, sport, science, weather, politics and war. A word near the right one ("hostile", "unfriendly") makes
    it minor. Compounds on no list are judged by `term-reworded`.
    """

    category: ClassVar[Category] = Category.TERM
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "The fund bought [[junior debt]] in March.",
            "The fund bought [[young debt]] in March.",
            severity=Severity.MINOR,
        ),
        Case("The [[grand jury]] met in secret.", "The [[large jury]] met in secret.", severity=Severity.MINOR),
        Case("They scored in [[stoppage time]].", "They scored in [[time of arrest]].", severity=Severity.MAJOR),
        Case(
            "The judge found a [[breach of contract]].",
            "The judge found a [[breach of agreement]].",
            severity=Severity.MAJOR,
        ),
        Case("The [[bear market]] lasted a year.", "The [[carry market]] lasted a year.", severity=Severity.MINOR),
        Case("Rescuers feared a [[flash flood]].", "Rescuers feared a [[lightning flood]].", severity=Severity.MINOR),
        Case("It won the [[swing state]].", "It won the [[balance state]].", severity=Severity.MAJOR),
        Case("The keeper kept a [[clean sheet]].", "The keeper kept a [[clean leaf]].", severity=Severity.MINOR),
        Case("The probe neared a [[black hole]].", "The probe neared a [[dark hole]].", severity=Severity.MINOR),
        Case("A [[cold front]] reached the coast.", "A [[chilly facade]] reached the coast.", severity=Severity.MAJOR),
        Case("The army cut the supply line.", "The army cut the supply lines.", why="only inflected"),
        Case("The phone company sued.", "The telephone firm sued.", why="no set term"),
        Case("The interest rate increased.", "The rate of interest increased.", why="the same words"),
        Case("The market was open on Friday.", "The exchange was open on Friday.", why="a word alone"),
        Case("The black car hit a hole.", "The dark car hit a hole.", why="words that are no term together"),
        Case("The general met a lawyer.", "The general met an attorney."),
        Case("She kept the sheet clean.", "She kept the linen clean."),
        Case("The flood was gone in a flash.", "The flood was gone in an instant."),
        Case("The front door was cold.", "The front door was icy."),
        Case("A junior officer was in debt.", "A young officer was in debt."),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Terms of which a word became one that means something else."""
        for bead in comparison.beads:
            for found in broken_phrases(bead):
                if not found.idiom:
                    yield told(
                        bead,
                        found,
                        what="term",
                        worst=Severity.MAJOR,
                        lost="A term was translated word by word and lost its meaning.",
                        near="A word of a term was exchanged, and it is the term no longer.",
                    )
