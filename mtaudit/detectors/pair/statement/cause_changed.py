"""Cause changed: "because of" became "despite", "so that" became "before"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import became, both
from mtaudit.lexicon.connectives import Connective, Tie, exchanged
from mtaudit.mqm import Category, Severity
from mtaudit.pair.bead import steadiness
from mtaudit.records import ComparedBead, Comparison, Suspicion

REASONS = frozenset((Tie.CAUSE, Tie.DESPITE, Tie.PURPOSE, Tie.RESULT, Tie.INSTEAD))
"""What tells why; a mere time may be told as a cause and back ("after the storm", "because of the storm")."""

LOOSE = frozenset((Tie.WHEN, Tie.AFTER))

EASY = frozenset(("but", "so", "as", "once", "while", "thus", "therefore", "hence"))
"""Connectives that tie sentences as loosely as a full stop: a person exchanges or drops them at will."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseChanged:
    """Why something happened, or to what end, is another thing in the copy.

    "The match went on despite the rain" says that rain speaks against a match; with "because of the rain" it is the
    reason. Connectives of cause, contrast and purpose share words in many languages (Spanish "por" and "para", German
    "damit" and "nachdem"), and the whole sentence hangs on them. A cause told as an obstacle, or back, is the contrary:
    critical. A purpose told as a time, a result told as a cause, a substitute told as a reason are major. A time told
    as a cause ("after the storm", "because of the storm") is spared.
    """

    close: float = 0.75
    """Share of the other words that must have been kept: in freer rewordings the clauses themselves change places."""

    category: ClassVar[Category] = Category.MISTRANSLATION
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "The cup tie went on [[despite]] heavy rain.",
            "The cup tie went on [[because of]] heavy rain.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "Miners stay home [[because]] the shaft is shut.",
            "Miners stay home [[although]] the shaft is shut.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The fund sold the ship [[so that]] debts were paid.",
            "The fund sold the ship [[before]] debts were paid.",
            severity=Severity.MAJOR,
        ),
        Case(
            "She won the seat [[thanks to]] her party.",
            "She won the seat [[in spite of]] her party.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The probe was lost [[due to]] a faulty valve.",
            "The probe was lost [[despite]] a faulty valve.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "They used drones [[instead of]] troops.",
            "They used drones [[because of]] troops.",
            severity=Severity.MAJOR,
        ),
        Case(
            "Doctors waited [[although]] the ward was full.",
            "Doctors waited [[because]] the ward was full.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The judge freed him [[because]] he confessed.",
            "The judge freed him [[so that]] he confessed.",
            severity=Severity.MAJOR,
        ),
        Case(
            "Bees thrive there [[in spite of]] the frost.",
            "Bees thrive there [[owing to]] the frost.",
            severity=Severity.CRITICAL,
        ),
        Case("The tie went on despite heavy rain.", "The tie went on in spite of heavy rain."),
        Case("The probe was lost due to a valve.", "The probe was lost because of a valve."),
        Case("Trees fell because of the storm.", "Trees fell after the storm.", why="a time tells the cause"),
        Case("Miners stay home because it is shut.", "Miners stay home, since it is shut."),
        Case("He came to help the miners.", "He came in order to help the miners.", why="one purpose"),
        Case("While the ward was full, they waited.", "Although the ward was full, they waited.", why="one contrast"),
        Case("The fund sold it so debts were paid.", "The fund sold it so that debts were paid."),
        Case("They sent drones instead of troops.", "They sent drones rather than troops."),
        Case("It snowed, but the race began.", "Although it snowed, the race began.", why="one contrast in two forms"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Connectives that tell why and that others stand for, in sentences otherwise kept."""
        for bead in comparison.beads:
            if bead.original and bead.copy and bead.differences:
                for a, b in exchanged(bead):
                    severity = _severity(a.says | b.says)
                    if severity and not _easy(bead, a, b) and steadiness(bead, a.words, b.words) >= self.close:
                        yield _suspicion(bead, a, b, severity)


def _severity(says: frozenset[Tie]) -> Severity | None:
    if says >= {Tie.CAUSE, Tie.DESPITE}:
        return Severity.CRITICAL
    reasons = says & REASONS
    if not reasons or Tie.IF in says or Tie.UNLESS in says or (Tie.CAUSE in says and not says.isdisjoint(LOOSE)):
        return None
    return Severity.MAJOR


def _easy(bead: ComparedBead, a: Connective, b: Connective) -> bool:
    words = bead.original[a.words.start : a.words.stop], bead.copy[b.words.start : b.words.stop]
    return any(len(side) == 1 and side[0].form in EASY for side in words)


def _suspicion(bead: ComparedBead, a: Connective, b: Connective, severity: Severity) -> Suspicion:
    means = f"The copy gives {_name(b)} where the original gives {_name(a)}."
    return became(*both(bead, a.words, b.words), severity, means, 0.85 if severity is Severity.CRITICAL else 0.7)


def _name(connective: Connective) -> str:
    return " or ".join(sorted(connective.says))
