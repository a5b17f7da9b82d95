"""Word repeated: the copy has a word twice in a row where the original has it once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.mqm import Category, Severity
from mtaudit.records import ComparedBead, Comparison, Span, Suspicion


@dataclass(frozen=True, slots=True, kw_only=True)
class WordRepeated:
    """A word stands several times in a row where the original has it fewer times.

    Machine translation that lost its place says the last word again. Nobody is misled, everybody stumbles: minor.
    Words that English may double ("had had", "that that") are as good as others here, since the original has them
    once; figures are not words.
    """

    category: ClassVar[Category] = Category.FLUENCY
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case("The bridge was closed.", "The bridge was [[closed closed]].", severity=Severity.MINOR),
        Case(
            "Police held two men in the port.",
            "Police held two men in the [[port port port]].",
            severity=Severity.MINOR,
        ),
        Case("The mayor of the town left.", "The mayor of [[the the]] town left.", severity=Severity.MINOR),
        Case(
            "The vaccine failed in old people.", "The vaccine [[failed failed]] in old people.", severity=Severity.MINOR
        ),
        Case("The judge freed him on Friday.", "The judge freed him [[on on]] Friday.", severity=Severity.MINOR),
        Case("Hale scored a late goal.", "[[Hale Hale]] scored a late goal.", severity=Severity.MINOR),
        Case("Snow and wind closed the pass.", "Snow [[and and]] wind closed the pass.", severity=Severity.MINOR),
        Case("Voters waited in the rain.", "Voters waited in the [[rain rain]].", severity=Severity.MINOR),
        Case("The probe sent pictures home.", "The probe sent [[pictures pictures]] home.", severity=Severity.MINOR),
        Case("It was a very very long day.", "It was a very very long day.", why="the original's own"),
        Case("It was what it was, was it?", "It was what it was, was it?", why="a mark between"),
        Case("He knew that that was wrong.", "He knew that that was wrong.", why="the original's own"),
        Case("They won 2-1 in Oslo.", "They won 2 1 in Oslo.", why="figures"),
        Case("The code is 7 7 9.", "The code is 7 7 9 9.", why="figures are not words"),
        Case("“No,” he said. No one left.", "“No, no,” he said. No one left.", why="a mark between"),
        Case("He said he left, and then he slept.", "He said he left, then he, he alone, slept.", why="a mark between"),
        Case("Duran Duran played in Riga.", "In Riga Duran Duran played.", why="a name"),
        Case(
            "They had lost it.",
            "They had had it before they lost it again.",
            why="rewritten, not repeated by a machine",
        ),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Runs of one word in the copy that are longer than any in the original's bead."""
        for bead in comparison.beads:
            if bead.differences and bead.original:
                yield from self._in_bead(bead)

    def _in_bead(self, bead: ComparedBead) -> Iterator[Suspicion]:
        mine = [w.form for w in bead.original]
        start = 0
        for k in range(1, len(bead.copy) + 1):
            if k < len(bead.copy) and bead.copy[k].form == bead.copy[start].form:
                continue
            form, times = bead.copy[start].form, k - start
            if times > 1 and form.isalpha() and form in mine and not _runs(mine, form, times) and form != "had":
                span = Span(bead.copy[start].span.start, bead.copy[k - 1].span.end)
                yield Suspicion(
                    original=None,
                    copy=span,
                    severity=Severity.MINOR,
                    message=f"“{bead.copy[start].text}” is said {times} times in a row.",
                    explanation="Machine translation lost its place and repeated itself.",
                    confidence=0.9,
                )
            start = k


def _runs(forms: list[str], form: str, times: int) -> bool:
    """Whether the word stands so many times in a row."""
    return any(forms[k : k + times] == [form] * times for k in range(len(forms) - times + 1))
