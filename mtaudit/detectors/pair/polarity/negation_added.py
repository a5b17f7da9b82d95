"""Negation added: what the original states, the copy denies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import became
from mtaudit.detectors.pair.polarity._reading import gravity, lost_denials, lost_negators
from mtaudit.mqm import Category, Severity
from mtaudit.pair.bead import turned
from mtaudit.records import ComparedBead, Comparison, Suspicion

CARRIED = "The reader is told that it was not, or hardly ever, what the original says was done or true."


@dataclass(frozen=True, slots=True, kw_only=True)
class NegationAdded:
    """What the original states, the copy denies, by a negator or by a verb that carries the denial.

    "The bill passed" becomes "the bill did not pass", "signed" becomes "refused to sign": a double negation of another
    language is read as one, or a verb's sense is turned. The reader is told the contrary: critical; an adverb that
    denies of most times ("rarely") or a prefix ("non-taxable") is major. Nothing is added where the original denies in
    another way ("failed to appear", "illegal").
    """

    category: ClassVar[Category] = Category.POLARITY
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "The bill has passed the upper house.",
            "The bill has [[not]] passed the upper house.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "Doctors found [[a]] trace of the virus.",
            "Doctors found [[no]] trace of the virus.",
            severity=Severity.CRITICAL,
        ),
        Case("The flood was expected.", "The flood was [[never]] expected.", severity=Severity.CRITICAL),
        Case(
            "The envoy [[signed]] the treaty.", "The envoy [[refused to sign]] the treaty.", severity=Severity.CRITICAL
        ),
        Case(
            "The rover [[sent]] its pictures home.",
            "The rover [[failed to send]] its pictures home.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The old [[tariff applies]] to steel.",
            "The old tariff [[no longer]] applies to steel.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "In that valley [[it rains]] in May.", "In that valley it [[rarely]] rains in May.", severity=Severity.MAJOR
        ),
        Case(
            "The court said it would hear the case.",
            "The court said it would [[not]] hear the case.",
            severity=Severity.CRITICAL,
        ),
        Case("The keeper will miss the final.", "The keeper will [[not]] miss the final.", severity=Severity.CRITICAL),
        Case(
            "The grant is [[taxable]] under the new law.",
            "The grant is [[non-taxable]] under the new law.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The opposition said the grant was [[taxable]].",
            "The opposition said the grant was [[non-taxable]].",
            why="opposed by both",
            severity=Severity.MAJOR,
        ),
        Case("She runs a nonprofit for stray dogs.", "She runs a non-profit for stray dogs.", why="another spelling"),
        Case("The goods were not essential.", "The goods were non-essential.", why="denied by a negator"),
        Case("It rains often in May.", "It rains not rarely in May.", why="denied twice"),
        Case(
            "The train was late because of snow.", "The train did not come on time because of snow.", why="what is late"
        ),
        Case("The minister failed to appear.", "The minister did not appear."),
        Case("The envoy refused to sign.", "The envoy declined to sign.", why="another refusal"),
        Case("The minister confirmed the payment.", "The minister did not deny the payment.", why="a denial denied"),
        Case("The former tariff was ten percent.", "The tariff was no longer ten percent.", why="over in other words"),
        Case(
            "The turnout was at least average.", "The turnout was no less than average.", why="a bound denies nothing"
        ),
        Case("The clinic stopped taking patients.", "The clinic did not take any more patients."),
        Case("The search was illegal.", "The search was not legal."),
        Case("There weren’t any survivors.", "There were no survivors."),
        Case("The roof burned, too.", "Not only the roof burned.", why="“not only” denies nothing"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Negators of the copy that are neither linked to one of the original nor made up for."""
        for bead in comparison.beads:
            if bead.original and bead.copy:
                yield from _negators(bead)
                for here, there in lost_denials(turned(bead)):
                    was, now = bead.original[there.start : there.stop], bead.copy[here.start : here.stop]
                    yield became(was, now, gravity(now), CARRIED, 0.8, message="“{1}” denies what the original states.")


def _negators(bead: ComparedBead) -> Iterator[Suspicion]:
    for j in lost_negators(turned(bead), explained=True, both=False):
        within = next((d for d in bead.differences if j in d.copy), None)
        yield became(
            bead.lost(within) if within else (),
            (bead.copy[j],),
            Severity.CRITICAL,
            "The reader is told the contrary of what the original says.",
            0.8,
            message="“{1}” was added: the copy denies what the original states.",
        )
