"""Idiom literal: an idiom came back word by word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.pair.terms._reading import broken_phrases, told
from mtaudit.mqm import Category, Severity
from mtaudit.records import Comparison, Suspicion


@dataclass(frozen=True, slots=True, kw_only=True)
class IdiomLiteral:
    """An idiom was translated word by word, and says what its words say.

    "Pull the plug" is to put an end to something; "remove the hold" is nothing, and "remove the plug" is plumbing.
    A translator renders an idiom by one that means the same, a machine often each of its words, and on the way back
    no idiom is left. Where its noun became another thing the finding is critical, else minor. Idioms are those of
    WordNet that begin with a verb, and a list of ours. One that was replaced by plain words ("gave up") is not
    looked at: what it means may well be there.
    """

    category: ClassVar[Category] = Category.MISTRANSLATION
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "Sponsors [[threw in the towel]] on Friday.",
            "Sponsors [[threw in the cloth]] on Friday.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The rider [[threw in the towel]] in May.",
            "The rider [[hurled the cloth]] in May.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The bank is [[pulling the plug]] on it.",
            "The bank is [[removing the hold]] on it.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The clerk [[blew the whistle]] on the fraud.",
            "The clerk [[blew the flute]] on the fraud.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The club must [[bite the bullet]] and sell.",
            "The club must [[chew the ball]] and sell.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The drought [[added fuel to the fire]].",
            "The drought [[added petrol to the blaze]].",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The team [[ran out of steam]] in May.",
            "The team [[ran out of vapour]] in May.",
            severity=Severity.CRITICAL,
        ),
        Case("The talks are [[back to square one]].", "The talks are [[back to box one]].", severity=Severity.CRITICAL),
        Case("The plea [[fell on deaf ears]].", "The plea [[fell on dead ears]].", severity=Severity.CRITICAL),
        Case(
            "Voters [[turned a blind eye]] to it.", "Voters [[turned a sightless eye]] to it.", severity=Severity.MINOR
        ),
        Case("Sponsors threw in the towel on Friday.", "Sponsors gave up on Friday.", why="plain words for it"),
        Case("The clerk blew the whistle on the fraud.", "The clerk reported the fraud.", why="plain words for it"),
        Case(
            "The boxer dropped his towel in the ring.", "The boxer dropped his cloth in the ring.", why="a real towel"
        ),
        Case("The storm cut the power at noon.", "The storm cut the electricity at noon."),
        Case("The nurse took the train to Leeds.", "The nurse took the railway to Leeds."),
        Case("She waited at the corner for a bus.", "She waited at the bend for a bus."),
        Case("The general is biting the bullet.", "The general bites the bullet.", why="only inflected"),
        Case("The parties saw eye to eye on tax.", "The parties agreed on tax."),
        Case("The fans added their names to the list.", "The fans added their names to the roll."),
        Case("Doctors opened the ward at noon.", "Doctors opened the unit at noon."),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Idioms of which the copy keeps the frame and not the words."""
        for bead in comparison.beads:
            for found in broken_phrases(bead):
                if found.idiom:
                    yield told(
                        bead,
                        found,
                        what="idiom",
                        worst=Severity.CRITICAL,
                        lost="An idiom was translated word by word: a reader takes it as it stands.",
                        near="A word of an idiom was exchanged, and it is the idiom no longer.",
                    )
