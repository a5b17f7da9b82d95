"""Word omitted: a word is missing from a sentence that is otherwise the original's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import lost
from mtaudit.detectors.pair.amount._reading import lost_words
from mtaudit.mqm import Category, Severity
from mtaudit.pair.gaps import VERBATIM
from mtaudit.records import Comparison, Suspicion

TOLD = "The rest of the sentence was kept, so that the reader is told less, or something else."


@dataclass(frozen=True, slots=True, kw_only=True)
class WordOmitted:
    """A word or two of the original are missing where the rest of the sentence stayed as it was.

    A machine that loses a noun, an adjective or a verb leaves a sentence that reads on and says less, or says something
    else: "the first trial" and "the trial" are two events. Between kept neighbours in a sentence kept word for
    word such a gap is no rewording, and is major; where more of the sentence changed it is a remark. Adverbs of degree,
    titles, and words that only repeat what a neighbour says ("the month of May", "the Atlantic Ocean") lose little.
    Longer stretches are another detector's.
    """

    verbatim: float = VERBATIM
    """Share of the other words that must have been kept for a missing one to be surely lost."""

    close: float = 0.88
    """Share from which a missing word is worth a remark: below it, in copies that a person reworded, as many are
    part of a rewording as not."""

    most: int = 2
    """Content words of the longest gap; from three on it is a clause."""

    category: ClassVar[Category] = Category.OMISSION
    general: ClassVar[bool] = True
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "The [[wooden]] bridge of the town was closed.",
            "The bridge of the town was closed.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The coach praised [[defenders]] and the young keeper.",
            "The coach praised and the young keeper.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The storm [[destroyed]] the harbour and two ships.",
            "The storm the harbour and two ships.",
            severity=Severity.MAJOR,
        ),
        Case(
            "[[She]] has been asked to lead the inquiry.",
            "Has been asked to lead the inquiry.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The fire broke out [[in May]] near the old port.",
            "The fire broke out near the old port.",
            severity=Severity.NEUTRAL,
        ),
        Case(
            "The judge freed the [[corrupt]] banker on Friday.",
            "The judge freed the banker on Friday.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The vaccine protects [[young]] infants from measles.",
            "The vaccine protects infants from measles.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The [[acting]] head of the bank resigned in June.",
            "The head of the bank resigned in June.",
            severity=Severity.MAJOR,
        ),
        Case("The [[wounded]] spy was seen near the base.", "The spy was seen near the base.", severity=Severity.MAJOR),
        Case("It rained for days in the far north.", "It rained for days, in the north it was far.", why="moved"),
        Case("In order to win they had to score.", "To win they had to score.", why="a set phrase"),
        Case("Hale met all of the voters in Oslo.", "Hale met all voters in Oslo.", why="small words"),
        Case("The team also won the cup in Oslo.", "The team won the cup in Oslo.", why="a joint"),
        Case("In June they sold good wine there.", "They sold wine in Oslo.", why="rewritten"),
        Case("She helped to build the dam in May.", "She helped build the dam in May.", why="a particle"),
        Case("The storm had hit Riga.", "The storm hit Riga.", why="an auxiliary"),
        Case("He said that he had lost the case.", "He said he had lost the case.", why="a small word"),
        Case("They met on the Tuesday in an old tavern.", "On Tuesday they sat in a tavern.", why="rewritten"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Gaps of the copy between kept neighbours, by what the words tell and how much else changed."""
        for words, severity in lost_words(comparison.beads, most=self.most, close=self.close, verbatim=self.verbatim):
            yield lost(words, severity, TOLD, 0.7 if severity is Severity.MAJOR else 0.5)
