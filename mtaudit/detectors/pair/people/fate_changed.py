"""Fate changed: the killed came back as injured, a death as a murder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import became
from mtaudit.lexicon.fates import ALIKE, FATAL, NARROWER, REFLEXIVE, Fate, fate
from mtaudit.mqm import Category, Severity
from mtaudit.pair.matching_facts import exchanged
from mtaudit.records import ComparedBead, Comparison, Suspicion, Word
from mtaudit.text.negation import negators


@dataclass(frozen=True, slots=True, kw_only=True)
class FateChanged:
    """What became of someone is told otherwise: the dead as injured or missing, a death as a murder or a suicide.

    Words for what befalls people lie close together in every lexicon, and a machine that picks a neighbour tells of
    another disaster, or accuses someone of a crime. Who died and did not, or the reverse, is critical; another manner
    of death, a missing person for a wounded one are major; that a murder or suicide is told as a death alone says less,
    and is minor. "Slain" for "killed", "passing" for "death", "killed" for "died" or "murdered" are spared: the one may
    be told for the other.
    """

    close: float = 0.75
    """Share of the other words that must have been kept: in freer rewordings such words tell of different people."""

    category: ClassVar[Category] = Category.MISTRANSLATION
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "The blast [[killed]] forty miners in the shaft.",
            "The blast [[injured]] forty miners in the shaft.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "Police are looking into her [[death]] in May.",
            "Police are looking into her [[murder]] in May.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The town was told of his [[death]] on Monday.",
            "The town was told of his [[suicide]] on Monday.",
            severity=Severity.MAJOR,
        ),
        Case(
            "Friends spoke of her [[death]] on Monday.",
            "Friends spoke of her [[disappearance]] on Monday.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The novelist [[died]] in her flat on Monday.",
            "The novelist was [[murdered]] in her flat on Monday.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The town was told of his [[suicide]] on Monday.",
            "The town was told of his [[death]] on Monday.",
            severity=Severity.MINOR,
        ),
        Case(
            "Two climbers are still [[missing]] in the fog.",
            "Two climbers are still [[dead]] in the fog.",
            severity=Severity.CRITICAL,
        ),
        Case("The keeper was slain in the park.", "The keeper was killed in the park.", why="one fate"),
        Case("The town mourned her death in May.", "The town mourned her passing in May.", why="one fate"),
        Case("Forty miners died in the blast.", "Forty miners were killed in the blast.", why="a death by force"),
        Case("The gang murdered the keeper.", "The gang killed the keeper.", why="a murder is a killing"),
        Case("He killed himself in the spring.", "He committed suicide in the spring.", why="by his own hand"),
        Case("The blast killed 4 and injured 9.", "The blast injured 9 and killed 4.", why="moved"),
        Case("Nobody died in the fire.", "Everybody was hurt in the fire.", why="denied on one side"),
        Case("Ten were wounded in the raid.", "Ten were injured in the raid.", why="one fate"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Words of unlike fates in each other's place."""
        for bead in comparison.beads:
            if bead.original and bead.copy and len(negators(bead.original)) == len(negators(bead.copy)):
                for (a, was), (b, now), kept in exchanged(bead, _fates):
                    alike = was is now or frozenset((was, now)) in ALIKE or _told_on_both(bead, was, now)
                    if kept >= self.close and not alike and not (Fate.SUICIDE in (was, now) and _by_own_hand(bead)):
                        yield _told_otherwise(a, b, was, now)


def _fates(side: Sequence[Word], where: range) -> list[tuple[Word, Fate]]:
    """The words there that tell a fate, each with it."""
    return [(side[k], told) for k in where if (told := fate(side, k))]


def _by_own_hand(bead: ComparedBead) -> bool:
    return any(w.form in REFLEXIVE for w in (*bead.original, *bead.copy))


def _told_on_both(bead: ComparedBead, was: Fate, now: Fate) -> bool:
    """Whether both texts tell of both fates, so that they were told in another order."""
    return all({was, now} <= {fate(side, k) for k in range(len(side))} for side in (bead.original, bead.copy))


def _told_otherwise(a: Word, b: Word, was: Fate, now: Fate) -> Suspicion:
    survived = (was in FATAL) != (now in FATAL)
    vaguer = was in NARROWER and now is Fate.DEATH
    return became(
        (a,),
        (b,),
        Severity.CRITICAL if survived else Severity.MINOR if vaguer else Severity.MAJOR,
        "Who died in the one text did not die in the other."
        if survived
        else "The reader is told that something else befell the same people.",
        0.8,
    )
