"""Word added: a word that the original lacks stands in a sentence that is otherwise the original's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import added
from mtaudit.detectors.pair.amount._reading import lost_words
from mtaudit.mqm import Category, Severity
from mtaudit.pair.bead import turned
from mtaudit.pair.gaps import VERBATIM
from mtaudit.records import Comparison, Suspicion

TOLD = "The rest of the sentence was kept, so that the reader is told what the original does not say."


@dataclass(frozen=True, slots=True, kw_only=True)
class WordAdded:
    """The copy has a word or two more where the rest of the sentence stayed as it was.

    "The famous goods", "the former mayor": what nobody said colours or changes the story. Between kept neighbours in
    a sentence kept word for word the word was put in, and is major; where more of the sentence changed it is a remark.
    Adverbs of degree and words that only repeat what a neighbour says add little. Longer stretches are another
    detector's.
    """

    verbatim: float = VERBATIM
    """Share of the other words that must have been kept for an additional one to be surely put in."""

    close: float = 0.88
    """Share from which an additional word is worth a remark: below it, in copies that a person reworded, as many are
    part of a rewording as not."""

    most: int = 3
    """Content words of the longest addition; from four on it is a clause."""

    category: ClassVar[Category] = Category.ADDITION
    general: ClassVar[bool] = True
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "The bridge of the town was closed.",
            "The [[wooden]] bridge of the town was closed.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The ship left the harbour at noon.",
            "The ship left the harbour [[of Lisbon]] at noon.",
            severity=Severity.MAJOR,
        ),
        Case(
            "Police searched the house on Monday.",
            "Police searched the [[burning]] house on Monday.",
            severity=Severity.MAJOR,
        ),
        Case(
            "They sold 400 bottles of wine to tourists.",
            "They sold 400 bottles of [[poisoned]] wine to tourists.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The judge freed the banker on Friday.",
            "The judge freed the [[corrupt]] banker on Friday.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The vaccine protects infants from measles.",
            "The vaccine protects [[healthy]] infants from measles.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The team lost its coach in the summer.",
            "The team lost its [[beloved]] coach in the summer.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The probe landed near the crater at dawn.",
            "The probe landed near the [[frozen]] crater at dawn.",
            severity=Severity.MAJOR,
        ),
        Case(
            "Voters chose a new mayor in the north.",
            "Voters chose a new mayor in the [[rebel]] north.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The army left the town before noon.",
            "The [[defeated]] army left the town before noon.",
            severity=Severity.MAJOR,
        ),
        Case("He said he had lost the case.", "He said that he had lost the case.", why="a small word"),
        Case("The team won the cup in Oslo.", "The team also won the cup in Oslo.", why="a joint"),
        Case("She helped build the dam in May.", "She helped to build the dam in May.", why="a particle"),
        Case("Hale met all voters in Oslo.", "Hale met all of the voters in Oslo.", why="small words"),
        Case("They sold wine in Oslo.", "In June they sold good wine there.", why="rewritten"),
        Case("Rain fell on the town all night.", "All night it was rain that fell on the town.", why="rewritten"),
        Case("To win they had to score.", "In order to win they had to score.", why="a set phrase"),
        Case("The ship left the harbour at noon.", "The vessel sailed at midday from port.", why="rewritten"),
        Case("It cost 40 million to build the bridge.", "It cost 40 million to build the bridge.", why="nothing added"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Words of the copy alone between kept neighbours, by what they tell and how much else changed."""
        found = lost_words(
            map(turned, comparison.beads), most=self.most, close=self.close, verbatim=self.verbatim, added=True
        )
        for words, severity in found:
            yield added(words, severity, TOLD, 0.65 if severity is Severity.MAJOR else 0.5)
