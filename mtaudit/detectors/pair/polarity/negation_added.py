"""Negation added: what the original states, the copy denies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.pair.polarity._reading import carried, lost_denials
from mtaudit.mqm import Category, Severity
from mtaudit.records import ComparedBead, Comparison, DifferenceKind, Suspicion
from mtaudit.text.negation import made_up_for, negators, said_without, turned_down


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
                yield from self._in_bead(bead)
                for there, here in lost_denials(bead, of_copy=True):
                    yield _carried(bead, here, there)

    def _in_bead(self, bead: ComparedBead) -> Iterator[Suspicion]:
        mine, theirs = negators(bead.original), negators(bead.copy)
        turned = any(d.kind is DifferenceKind.MOVED for d in bead.differences)
        surplus = len(theirs) - len(mine)
        kept = {k.copy for k in bead.links if k.original in mine}
        for j in theirs:
            if j in kept or surplus <= 0 or said_without(bead.copy, j, bead.original):
                continue
            around = [d for d in bead.differences if d.copy and j in range(d.copy.start - 4, d.copy.stop + 4)]
            within = [d for d in around if j in d.copy]
            if within and len(within[0].copy) > 6:
                continue
            if made_up_for([w for d in around for w in bead.lost(d)], [w for d in around for w in bead.gained(d)]):
                continue
            if turned and any(turned_down(bead.lost(d)) for d in bead.differences):
                continue
            surplus -= 1
            yield Suspicion(
                original=bead.original_span(within[0].original) if within else None,
                copy=bead.copy[j].span,
                severity=Severity.CRITICAL,
                message=f"“{bead.copy[j].text}” was added: the copy denies what the original states.",
                explanation="The reader is told the contrary of what the original says.",
                confidence=0.8,
            )


def _carried(bead: ComparedBead, original: range, copy: range) -> Suspicion:
    return carried(
        bead.copy,
        copy,
        (bead.original_span(original), bead.copy_span(copy)),
        "denies what the original states.",
        "The reader is told that it was not, or hardly ever, what the original says was done or true.",
    )
