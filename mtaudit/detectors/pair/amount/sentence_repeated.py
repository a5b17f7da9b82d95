"""Sentence repeated: the copy says a sentence or clause twice that the original says once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import added
from mtaudit.lexicon.closed_class import content
from mtaudit.mqm import Category, Severity
from mtaudit.records import ComparedBead, Comparison, DifferenceKind, Role, Segment, Suspicion, Word

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceRepeated:
    """A sentence stands twice in the copy, or a clause twice in its sentence, where the original has it once.

    Machine translation that lost its place, and scrapers that paste a piece again, tell the same thing twice. Nobody is
    told anything false: minor. Where the original repeats itself as often, as in a pull quote and its place in the
    text, nothing was added; headlines, captions and what is no part of the story repeat by their nature.
    """

    least: int = 3
    """Content words of a sentence that nobody repeats by chance."""

    row: int = 4
    """Words in a row that make a clause said again."""

    category: ClassVar[Category] = Category.ADDITION
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "Rain fell for three days. Two dams broke in the night.",
            "Rain fell for three days. Two dams broke in the night. [[Rain fell for three days.]]",
            severity=Severity.MINOR,
        ),
        Case(
            "The court freed the banker on Friday. The state will appeal.",
            "The court freed the banker on Friday. [[The court freed the banker on Friday.]] The state will appeal.",
            severity=Severity.MINOR,
        ),
        Case(
            "The vaccine protects infants from measles, and doctors praised it.",
            "The vaccine protects infants from measles, and doctors praised it. "
            "[[The vaccine protects infants from measles, and doctors praised it.]]",
            severity=Severity.MINOR,
        ),
        Case(
            "The keeper saved two shots in the last minute.",
            "The keeper saved two shots in the last minute [[in the last minute]].",
            severity=Severity.MINOR,
        ),
        Case(
            "The army shelled the old port from the hills at dawn.",
            "The army shelled the old port from the hills [[the old port from the hills]] at dawn.",
            severity=Severity.MINOR,
        ),
        Case(
            "Shares fell by half in one morning. Traders were shocked by it.",
            "Shares fell by half in one morning. Traders were shocked by it. [[Shares fell by half in one morning.]]",
            severity=Severity.MINOR,
        ),
        Case(
            "The probe sent back pictures of a deep crater.",
            "The probe sent back pictures of a deep crater [[pictures of a deep crater]].",
            severity=Severity.MINOR,
        ),
        Case(
            "“We counted every vote,” she said. Her rival went home.",
            "“We counted every vote,” she said. Her rival went home. [[“We counted every vote,” she said.]]",
            severity=Severity.MINOR,
        ),
        Case(
            "Snow closed the northern pass. Trains stood still.",
            "Snow closed the northern pass. Trains stood still. [[Snow closed the northern pass.]]",
            severity=Severity.MINOR,
        ),
        Case(
            "We lost the war at sea. We lost the war at sea. It is over.",
            "We lost the war at sea. We lost the war at sea. It is over now.",
            why="the original's own",
        ),
        Case("It rained. Roads froze.", "It rained. Roads froze. It rained.", why="too short to tell"),
        Case(
            "Dam breaks in Riga\n\nA dam broke in Riga on Friday.",
            "Dam breaks in Riga\n\nA dam broke in Riga on Friday at dawn.",
            why="a headline and its story",
        ),
        Case(
            "He won in May and he won again in June.",
            "He won in May and he won again in June, and he won in July.",
            why="few words",
        ),
        Case(
            "She lives on the left bank of the river, he on the right bank of the river.",
            "She lives on the left bank of the river, and he on the right bank of the river.",
            why="the original's own",
        ),
        Case("He left the town and its people.", "The town and its people he left.", why="turned round"),
        Case(
            "The drug failed in two trials. The firm sold it.",
            "The drug failed in two trials. In two tests it failed. The firm sold it.",
            why="in other words",
        ),
        Case(
            "The club sold its best player. Fans protested in the rain.",
            "Fans protested in the rain. The club sold its best player.",
            why="moved",
        ),
        Case(
            "Read on below.\n\nThe judge spoke of a long night.",
            "The judge spoke of a long night.\n\nRead more\n\nRead more",
            why="no part of the story",
        ),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Sentences said more often than in the original, the later ones; then clauses said again in their sentence."""
        told = Counter(row for bead in comparison.beads for row, _ in _sentences(bead.bead.original, bead.original))
        said: Counter[Row] = Counter()
        for bead in comparison.beads:
            again = False
            for row, words in _sentences(bead.bead.copy, bead.copy):
                said[row] += 1
                if told[row] and said[row] > told[row] and len(content(words)) >= self.least:
                    again = True
                    yield _suspicion(words)
            if not again and bead.original:
                yield from self._clauses(bead)

    def _clauses(self, bead: ComparedBead) -> Iterator[Suspicion]:
        """Words put into the bead that it says in the same order elsewhere, and the original once."""
        mine = [w.form for w in bead.original]
        theirs = [w.form for w in bead.copy]
        for difference in bead.differences:
            words = tuple(w for w in bead.gained(difference) if not w.is_punctuation)
            row = [w.form for w in words]
            if difference.kind is DifferenceKind.ADDED and len(row) >= self.row and content(words):
                once = _times(mine, row) == 1
                if once and _times(theirs, row) > 1:
                    yield _suspicion(words)


def _sentences(segments: Sequence[Segment], words: Sequence[Word]) -> Iterator[tuple[Row, tuple[Word, ...]]]:
    """The sentences of running text of one side, as their forms and their words."""
    for segment in segments:
        inside = tuple(w for w in words if segment.span.contains(w.span))
        if inside and segment.role in (Role.BODY, Role.QUOTE):
            yield tuple(w.form for w in inside if not w.is_punctuation), inside


def _times(forms: list[str], row: list[str]) -> int:
    """How often the row stands there."""
    return sum(form == row[0] and forms[k : k + len(row)] == row for k, form in enumerate(forms))


def _suspicion(words: tuple[Word, ...]) -> Suspicion:
    means = "The original says it once; nothing new is told, and the reader looks for the difference."
    return added(words, Severity.MINOR, means, 0.85, message="“{}” is said again.")
