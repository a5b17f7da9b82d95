"""Quote made: what the original tells in its own words stands in quotation marks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.pair.quotes._reading import Change, Requoting, is_title, requotings, spoken
from mtaudit.lexicon.closed_class import content
from mtaudit.lexicon.speech import is_speech
from mtaudit.mqm import Category, Severity
from mtaudit.records import ComparedBead, Comparison, Suspicion
from mtaudit.text.words import excerpt


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteMade:
    """A paraphrase became a direct quotation: words that nobody said are quoted.

    Quotation marks promise a speaker's own words. A machine that puts them around an outlet's summary makes up a
    statement: critical where a sentence says who is supposed to have said it, major where several words are quoted and
    nobody is named. One or two words in marks only take their distance from a word, and are minor; the titles of works
    and the names of ships are set in marks or without them by house style.
    """

    several: int = 3
    """Words from which marks quote somebody rather than take their distance from a word."""

    category: ClassVar[Category] = Category.QUOTATION
    general: ClassVar[bool] = True
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "The minister said [[he would resign in May]].",
            "The minister said: “[[he would resign in May]]”.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The mayor said [[the dam was safe]].",
            "“[[The dam was safe]],” the mayor said.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "Brook told the court that [[he never owned a gun]].",
            "Brook told the court: “[[he never owned a gun]].”",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The team had [[lost its nerve in the final]].",
            "The team had “[[lost its nerve in the final]]”.",
            severity=Severity.MAJOR,
        ),
        Case(
            "Doctors warned that [[the vaccine may fail in old people]].",
            "Doctors warned: “[[The vaccine may fail in old people]].”",
            severity=Severity.CRITICAL,
        ),
        Case(
            "Analysts expect [[a slow autumn]] for banks.",
            "Analysts expect “[[a slow autumn]]” for banks.",
            severity=Severity.MAJOR,
        ),
        Case(
            "Police searched a [[safe]] house on Monday.",
            "Police searched a “[[safe]]” house on Monday.",
            severity=Severity.MINOR,
        ),
        Case(
            "Forecasters added that [[the storm had lost its force]].",
            "“[[The storm had lost its force]],” forecasters added.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "“We lost,” Hale said. She added that [[her party would sue the state]].",
            "“We lost,” Hale said. She added: “[[her party would sue the state]].”",
            severity=Severity.CRITICAL,
        ),
        Case("Hale said: “We lost.”", "“We lost,” said Hale.", why="quoted in both"),
        Case("He read The Long Winter in jail.", "He read “The Long Winter” in jail.", why="a title"),
        Case("The frigate Northern Star sank.", "The frigate “Northern Star” sank.", why="a ship's name"),
        Case("Brook spoke of ‘a lost year’ for trade.", "Brook spoke of “a lost year” for trade.", why="other marks"),
        Case("“It rained. Then it froze,” he said.", "“It rained,” he said. “Then it froze.”", why="split"),
        Case("Five men fled from jail in May.", "Five men fled from jail in May, “police said.", why="a stray mark"),
        Case("The plank was 6' long and 4' wide.", "The plank was 6” long and 4” wide.", why="marks of measure"),
        Case("He called the trial “unfair”.", "He called the “trial” unfair.", why="moved, not made"),
        Case(
            "The court said the “harmful” ads must go.",
            "The court said the “harmful ads” must go.",
            why="a quotation that grew",
        ),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Quotations of the copy of which the original quotes no word."""
        for bead in comparison.beads:
            for found in requotings(comparison, bead):
                words = spoken(bead.copy, found.copy)
                if found.change is Change.MADE and not (is_title(words) and content(words)):
                    yield self._suspicion(bead, found)

    def _suspicion(self, bead: ComparedBead, found: Requoting) -> Suspicion:
        words = spoken(bead.copy, found.copy)
        severity = Severity.MINOR
        if len(words) >= self.several:
            severity = Severity.CRITICAL if _is_ascribed(bead, found) else Severity.MAJOR
        return Suspicion(
            original=found.original,
            copy=found.copy,
            severity=severity,
            message=f"“{excerpt(words)}” stands in quotation marks; the original quotes nobody here.",
            explanation="Words are ascribed to a speaker that may never have been said."
            if severity.rank > Severity.MINOR.rank
            else "Marks around a word say that it is somebody else's, or not to be believed.",
            confidence=0.8 if severity is Severity.CRITICAL else 0.6,
        )


def _is_ascribed(bead: ComparedBead, found: Requoting) -> bool:
    """Whether the copy says, outside of the quotation, that somebody says something."""
    return any(is_speech(w.form) for w in bead.copy if not found.copy.contains(w.span))
