"""Clause added: the copy says something that the original does not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import became
from mtaudit.detectors.pair.amount._reading import lost_stretches, stands_elsewhere
from mtaudit.mqm import Category, Severity
from mtaudit.pair.bead import turned
from mtaudit.records import Comparison, Role, Suspicion

TOLD = "The original does not say this."


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseAdded:
    """Words of the copy have no counterpart in the original: a sentence, or several content words.

    Scrapers join sentences from elsewhere to an article, and machine translation invents words where it lost
    the thread. A whole sentence is major, a stretch inside a sentence minor, since it mostly belongs to a
    rewording. A clause that the original has in a sentence near by was only moved, and one that it has
    word for word is no news to the reader (`sentence-repeated`).
    """

    least: int = 4
    """Content words that make an addition a clause."""

    category: ClassVar[Category] = Category.ADDITION
    general: ClassVar[bool] = True
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "Rain fell for days. Roads were closed.",
            "Rain fell for days. [[A new phone goes on sale in every shop next week.]] Roads were closed.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The bank was sold on Friday.",
            "The bank[[, known for generous bonuses among senior traders,]] was sold on Friday.",
            severity=Severity.MINOR,
        ),
        Case(
            "The coach left the club.",
            "The coach left the club [[after bitter weeks full of angry letters]].",
            severity=Severity.MINOR,
        ),
        Case(
            "The drug was withdrawn in June.",
            "The drug was withdrawn in June [[after angry letters from desperate parents in Oslo]].",
            severity=Severity.MINOR,
        ),
        Case(
            "The army left the town. Shops opened.",
            "The army left the town. [[Soldiers had burned three farms near the river.]] Shops opened.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The probe landed on Monday.",
            "The probe[[, built by tired students in a cold garage,]] landed on Monday.",
            severity=Severity.MINOR,
        ),
        Case(
            "Turnout was low in the north.",
            "Turnout was low in the north[[, where heavy snow kept many older voters at home]].",
            severity=Severity.MINOR,
        ),
        Case(
            "Snow closed the pass. Trains ran late.",
            "Snow closed the pass. [[Two skiers were found dead under a fallen pine.]] Trains ran late.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The court freed Hale on Friday.",
            "The court freed Hale on Friday [[because two key witnesses had changed their stories]].",
            severity=Severity.MINOR,
        ),
        Case("The bank was sold.", "The big bank was sold."),
        Case("To win, they had to score.", "In order to win, they had to score."),
        Case("Rain fell for days.", "Rain fell for days.\n\nSource link", why="debris is another detector's"),
        Case(
            "The mosque was empty when the crane fell, and nobody was hurt there.",
            "The mosque was empty when the crane fell. Nobody was hurt there.",
            why="split",
        ),
        Case(
            "The trial ended in May. Hale was freed at once and left for Riga.",
            "The trial ended in May, and Hale was freed at once. He left for Riga.",
            why="cut elsewhere",
        ),
        Case(
            "The fire began in the kitchen. Two guests were hurt.",
            "Two guests were hurt. The fire began in the kitchen.",
            why="moved",
        ),
        Case("The team lost.", "The old, proud team lost.", why="two words"),
        Case("He was out of it.", "He was, as it were, out of it.", why="no content"),
        Case(
            "“We lost it all in one night,” Hale said. He left.\n\n“We lost it all in one night,” Hale said.",
            "“We lost it all in one night,” Hale said. He left. “We lost it all in one night,” Hale said.",
            why="the original says it twice as well",
        ),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Added segments that are no debris, and added stretches inside segments that correspond."""
        told = _sentences(comparison)
        beads = [turned(bead) for bead in comparison.beads]
        for number, bead in enumerate(beads):
            for found in lost_stretches(bead):
                whole = found.difference is None
                if found.more < self.least or (whole and bead.bead.original[0].role is Role.DEBRIS):
                    continue
                if tuple(w.form for w in found.words) not in told and not stands_elsewhere(beads, number, found.words):
                    severity = Severity.MAJOR if whole else Severity.MINOR
                    yield became(found.instead, found.words, severity, TOLD, 0.7, message="The copy adds “{1}”.")


def _sentences(comparison: Comparison) -> set[tuple[str, ...]]:
    """The sentences of the original, as their forms."""
    return {
        tuple(w.form for w in bead.original if segment.span.contains(w.span))
        for bead in comparison.beads
        for segment in bead.bead.original
    }
