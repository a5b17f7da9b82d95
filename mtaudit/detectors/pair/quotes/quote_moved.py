"""Quote moved: the quotation marks stand around other words than in the original."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.pair.quotes._reading import Change, Requoting, requotings
from mtaudit.lexicon.speech import is_speech
from mtaudit.mqm import Category, Severity
from mtaudit.records import Comparison, Suspicion
from mtaudit.text.words import joined


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteMoved:
    """The text was kept, but a quotation begins or ends elsewhere, so that other words are quoted.

    Machine translation drops quotation marks into a sentence that it has put in another order: the outlet's own words
    become those of a speaker, the tag "he said" a part of what he said, and what was said the outlet's own. Words drawn
    into a quotation are major, since nobody said them there; one word more, or words that are only no longer marked,
    are minor. A tag that moved from the middle of a quotation to its end moves no marks, and other shapes of marks are
    none of this detector's business.
    """

    few: int = 2
    """Content words drawn into a quotation from which it says more than was said: one may be an inexact border."""

    category: ClassVar[Category] = Category.QUOTATION
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "The court struck down the “[[secret and unfair” trial of the rebels]].",
            "The court struck down the [[secret and unfair trial of “the rebels]]”.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The bank called the offer “too low” and [[promised shareholders]] more.",
            "The bank called the offer “too low and [[promised shareholders]] more”.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The coach called it “a [[stolen match” and left early]].",
            "The coach called it a [[stolen “match and left early]]”.",
            severity=Severity.MAJOR,
        ),
        Case(
            "“We lost the harbour,” [[Captain Hale said]].",
            "“We lost the harbour, [[Captain Hale said]].”",
            severity=Severity.MAJOR,
        ),
        Case(
            "The study calls the vaccine “safe” for [[pregnant women]].",
            "The study calls the vaccine “safe for [[pregnant women]]”.",
            severity=Severity.MAJOR,
        ),
        Case(
            "Forecasters [[warned the islands]] of “violent gusts”.",
            "Forecasters “[[warned the islands]] of violent gusts”.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The general spoke of “a [[slow]] retreat” to the river.",
            "The general spoke of a [[slow]] “retreat” to the river.",
            severity=Severity.MINOR,
        ),
        Case(
            "She promised “[[honest elections” and lower taxes]].",
            "She promised [[honest elections and “lower taxes]]”.",
            severity=Severity.MAJOR,
        ),
        Case(
            "“The terms ban ‘[[rude or violent’ use of our pages]],” the firm wrote.",
            "“The terms ban [[rude use or violent ‘of our pages]],’” the firm wrote.",
            severity=Severity.MAJOR,
        ),
        Case(
            "“We will go,” he said, “and we will win.”", "“We will go and we will win,” he said.", why="the tag moved"
        ),
        Case("“We will go,” he said.", '"We will go", he said.', why="other shapes, British order"),
        Case("He called it “a ‘cruel’ joke”.", "He called it ‘a “cruel” joke’.", why="single and double exchanged"),
        Case("The judge spoke of “a grave error”.", "The judge spoke of a “grave error”.", why="an article"),
        Case("The ship “Northern Star” sank.", "The “Northern Star” sank.", why="a word omitted outside"),
        Case("The board saw “no need” to act.", "The board saw “no need to act.", why="a mark is missing"),
        Case("“Rates will rise,” the bank said.", "The bank said: “Rates will rise.”", why="the tag comes first"),
        Case("He is “very ill”, doctors said.", "Doctors said he is “very ill”.", why="the sentence turned round"),
        Case(
            "Polls gave her “a clear lead” in May.",
            "Polls gave her “a plain lead” in May.",
            why="other words, same marks",
        ),
        Case("“It burned all night. We ran,” she said.", "“It burned all night,” she said. “We ran.”", why="split"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Quotations that begin or end at other words."""
        for bead in comparison.beads:
            for found in requotings(comparison, bead):
                if found.change is Change.MOVED:
                    yield self._suspicion(found)

    def _suspicion(self, found: Requoting) -> Suspicion:
        into = len(found.gained)
        grave = into >= self.few or (into and found.lost) or any(is_speech(w.form) for w in found.gained)
        which = joined(found.gained or found.lost)
        where = "now stands in quotation marks" if into else "no longer stands in quotation marks"
        return Suspicion(
            original=found.original,
            copy=found.copy,
            severity=Severity.MAJOR if grave else Severity.MINOR,
            message=f"The quotation marks moved: “{which}” {where}.",
            explanation="Words are ascribed to a speaker who did not say them."
            if into
            else "What somebody said reads as the outlet's own words.",
            confidence=0.8 if grave else 0.6,
        )
