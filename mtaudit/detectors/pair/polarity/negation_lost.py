"""Negation lost: what the original denies, the copy states."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import became
from mtaudit.detectors.pair.polarity._reading import gravity, lost_denials, lost_negators
from mtaudit.mqm import Category, Severity
from mtaudit.records import ComparedBead, Comparison, Suspicion, Word

CARRIED = "The reader is told as done or true what the original says was not, or hardly ever."


@dataclass(frozen=True, slots=True, kw_only=True)
class NegationLost:
    """What the original denies, by a negator or by a verb that carries the denial, the copy states.

    "Did not resign" becomes "did resign", "refused to sign" becomes "signed", "no longer" is gone: small words and the
    verbs above others are what a machine drops first, and the sentence reads on without them. The reader is told the
    contrary: critical. An adverb that denies of most times ("rarely") is major, and so is a prefix ("non-union",
    "anti-war"). Nothing is lost where the copy denies in another way ("did not" as "failed to", "not legal" as
    "illegal"), or where two denials are gone together ("did not deny" as "confirmed").
    """

    category: ClassVar[Category] = Category.POLARITY
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "The minister did [[not]] resign on Friday.",
            "The minister [[did resign]] on Friday.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "Doctors found [[no]] trace of the virus.",
            "Doctors found [[a]] trace of the virus.",
            severity=Severity.CRITICAL,
        ),
        Case("The keeper has [[never]] lost a final.", "The keeper [[has lost]] a final.", severity=Severity.CRITICAL),
        Case("“[[Nobody]] was hiding,” he said.", "“[[Everybody]] was hiding,” he said.", severity=Severity.CRITICAL),
        Case(
            "The envoy [[refused to sign]] the treaty.", "The envoy [[signed]] the treaty.", severity=Severity.CRITICAL
        ),
        Case(
            "The pilot [[failed to lower]] the wheels.", "The pilot [[lowered]] the wheels.", severity=Severity.CRITICAL
        ),
        Case(
            "The striker [[avoided paying]] tax in Spain.",
            "The striker [[paid]] tax in Spain.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The old tariff [[no longer]] applies to steel.",
            "The old [[tariff applies]] to steel.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "In that valley it [[rarely]] rains in May.", "In that valley [[it rains]] in May.", severity=Severity.MAJOR
        ),
        Case(
            "She crossed the border [[without]] papers.",
            "She crossed the border [[with]] papers.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The mill hired forty [[non-union]] men in May.",
            "The mill hired forty [[union]] men in May.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The talks ended with a [[nonbinding]] vote.",
            "The talks ended with a [[binding]] vote.",
            severity=Severity.MAJOR,
        ),
        Case(
            "Thousands joined the [[anti-war]] march.", "Thousands joined the [[war]] march.", severity=Severity.MAJOR
        ),
        Case("She runs a non-profit for stray dogs.", "She runs a nonprofit for stray dogs.", why="another spelling"),
        Case("The goods were non-essential.", "The goods were not essential.", why="denied by a negator"),
        Case("They joined the anti-war march.", "They joined the march against war.", why="said by a preposition"),
        Case("The anti-terror unit left.", "The terror unit left.", why="named by what it fights"),
        Case("Goods from non-EU states cost more.", "Goods from states outside the EU cost more.", why="the rest"),
        Case("The minister did not appear.", "The minister failed to appear."),
        Case("The envoy refused to sign.", "The envoy did not sign.", why="denied by a negator"),
        Case("The envoy declined to sign the treaty.", "The envoy would not sign the treaty."),
        Case("The mayor did not deny the payment.", "The mayor confirmed the payment.", why="a denial denied"),
        Case("The tariff no longer applies.", "The tariff stopped applying.", why="over in other words"),
        Case("The novelist had not begun to write.", "The novelist had yet to write.", why="a “yet to” denies"),
        Case("The drug is no longer lawful there.", "The drug is unlawful there now.", why="a prefix denies"),
        Case("It rarely rains there.", "It hardly ever rains there."),
        Case("The search was not legal.", "The search was illegal."),
        Case("The minister didn’t resign.", "The minister did not resign."),
        Case("There were no survivors.", "There weren’t any survivors."),
        Case("He met neither the crew nor the owner.", "He did not meet the crew or the owner.", why="one denial"),
        Case(
            "The judge did not grant the request.", "The request was turned down by the judge.", why="denied by a verb"
        ),
        Case("But she [[declined to promise]] a raise.", "But she [[promised]] a raise.", severity=Severity.CRITICAL),
        Case("Not only the roof burned.", "The roof burned, too.", why="“not only” denies nothing"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Negators of the original that are neither linked to one of the copy nor made up for."""
        for bead in comparison.beads:
            if bead.original and bead.copy:
                yield from _negators(bead)
                for here, there in lost_denials(bead):
                    was, now = bead.original[here.start : here.stop], bead.copy[there.start : there.stop]
                    yield became(
                        was, now, gravity(was), CARRIED, 0.8, message="“{}” lost what denies: the copy states it."
                    )


def _negators(bead: ComparedBead) -> Iterator[Suspicion]:
    for i in lost_negators(bead, explained=False, both=True):
        yield became(
            (bead.original[i],),
            _place(bead, i),
            Severity.CRITICAL,
            "The reader is told the contrary of what the original says.",
            0.8,
            message="“{}” was lost: the copy states what the original denies.",
        )


def _place(bead: ComparedBead, i: int) -> tuple[Word, ...]:
    """What the copy has where the negator stood: the words of its difference, or those around the gap."""
    for difference in bead.differences:
        if i in difference.original and difference.copy:
            return bead.gained(difference)
    before = max((k for k in bead.links if k.original < i), key=lambda k: k.original, default=None)
    behind = min((k for k in bead.links if k.original > i), key=lambda k: k.original, default=None)
    if before and behind and 0 < behind.copy - before.copy <= 3:
        return bead.copy[before.copy : behind.copy + 1]
    near = behind or before
    return (bead.copy[near.copy],) if near else ()
