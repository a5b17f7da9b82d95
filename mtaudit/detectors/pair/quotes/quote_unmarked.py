"""Quote unmarked: what somebody said stands in the copy without quotation marks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.pair.quotes._reading import Change, is_title, requotings, spoken
from mtaudit.mqm import Category, Severity
from mtaudit.records import Comparison, Suspicion
from mtaudit.text.words import excerpt


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteUnmarked:
    """A direct quotation became the outlet's own words.

    The reader no longer learns that these were the speaker's words, and may take an opinion for a report. What is told
    stays the same, so it is minor. Marks around one word, or around the title of a work, are house style.
    """

    several: int = 2
    """Words from which marks quote somebody rather than take their distance from a word."""

    category: ClassVar[Category] = Category.QUOTATION
    general: ClassVar[bool] = True
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "Hale said: “[[The dam was never safe]].”", "Hale said [[the dam was never safe]].", severity=Severity.MINOR
        ),
        Case(
            "The coach saw “[[a stolen match]]” in Porto.",
            "The coach saw [[a stolen match]] in Porto.",
            severity=Severity.MINOR,
        ),
        Case(
            "“[[Rates will rise in May]],” the bank said.",
            "[[Rates will rise in May]], the bank said.",
            severity=Severity.MINOR,
        ),
        Case(
            "The report speaks of “[[grave and lasting harm]]” to bees.",
            "The report speaks of [[grave and lasting harm]] to bees.",
            severity=Severity.MINOR,
        ),
        Case(
            "Voters want “[[honest people]]” in office.",
            "Voters want [[honest people]] in office.",
            severity=Severity.MINOR,
        ),
        Case(
            "The general called the retreat “[[a clever trick]]”.",
            "The general called the retreat [[a clever trick]].",
            severity=Severity.MINOR,
        ),
        Case(
            "The nurse said: “[[nobody warned us]].”", "The nurse said [[nobody warned us]].", severity=Severity.MINOR
        ),
        Case(
            "It was “[[a quiet night]]”, forecasters noted.",
            "It was [[a quiet night]], forecasters noted.",
            severity=Severity.MINOR,
        ),
        Case("She faces “[[a long trial]]” in June.", "She faces [[a long trial]] in June.", severity=Severity.MINOR),
        Case("The ‘smart’ bomb missed.", "The smart bomb missed.", why="one word"),
        Case("He wrote “The Long Winter” in jail.", "He wrote The Long Winter in jail.", why="a title"),
        Case("The “Northern Star” sank in a storm.", "The Northern Star sank in a storm.", why="a ship's name"),
        Case("He called it “a lost year”.", "He called it ‘a lost year’.", why="other marks"),
        Case("He called it “a lost year”.", "He called it «a lost year».", why="French marks"),
        Case("“We lost,” he said. “We go home.”", "“We lost. We go home,” he said.", why="the tag moved"),
        Case("The “unfair” trial ended.", "The unfair “trial” ended.", why="moved"),
        Case(
            "He spoke of “a lost year” for trade.",
            "He spoke of “a lost year for trade.",
            why="half of the marks is left",
        ),
        Case("The plank was 6” long and 4” wide.", "The plank was 6 inches long and 4 wide.", why="marks of measure"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Quotations of the original of which the copy quotes no word."""
        for bead in comparison.beads:
            for found in requotings(comparison, bead):
                words = spoken(bead.original, found.original)
                if found.change is Change.UNMARKED and len(words) >= self.several and not is_title(words):
                    yield Suspicion(
                        original=found.original,
                        copy=found.copy,
                        severity=Severity.MINOR,
                        message=f"“{excerpt(words)}” is no longer quoted.",
                        explanation="What somebody said reads as the outlet's own words.",
                        confidence=0.7,
                    )
