"""Question turned: a statement became a question, or a question a statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import became
from mtaudit.mqm import Category, Severity
from mtaudit.records import Comparison, Suspicion, Word

VERBATIM = 0.75
"""Closeness from which the sentence is the same one: a question in a reworded one may be another sentence's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionTurned:
    """A sentence that states something asks it in the copy, or the other way round.

    Whoever asks whether the mayor knew does not say that he did. Machine translation turns the order of subject and
    verb, which many languages share between statement and question, and sets the mark that goes with it. A statement
    that became a question is major; where a question lost its mark the words mostly still ask, and it is minor.
    """

    category: ClassVar[Category] = Category.MISTRANSLATION
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case("The mayor knew about the loan[[.]]", "Did the mayor know about the loan[[?]]", severity=Severity.MAJOR),
        Case("The bank will be sold in May[[.]]", "Will the bank be sold in May[[?]]", severity=Severity.MAJOR),
        Case("Who paid for the new bridge[[?]]", "Who paid for the new bridge[[.]]", severity=Severity.MINOR),
        Case("The judge will free the editor[[.]]", "Will the judge free the editor[[?]]", severity=Severity.MAJOR),
        Case(
            "The striker is fit to play on Sunday[[.]]",
            "Is the striker fit to play on Sunday[[?]]",
            severity=Severity.MAJOR,
        ),
        Case(
            "Voters can trust the new machines[[.]]", "Can voters trust the new machines[[?]]", severity=Severity.MAJOR
        ),
        Case(
            "What will the storm do to the harvest[[?]]",
            "What will the storm do to the harvest[[.]]",
            severity=Severity.MINOR,
        ),
        Case("Rebels have left the old fort[[!]]", "Have rebels left the old fort[[?]]", severity=Severity.MAJOR),
        Case(
            "“Is the vaccine safe for children[[?]]”",
            "“Is the vaccine safe for children[[.]]”",
            severity=Severity.MINOR,
        ),
        Case("Who paid for the bridge?", "For the bridge, who paid?"),
        Case("He asked, “Who paid for it?”", "“Who paid for it?” he asked.", why="a question quoted on both sides"),
        Case("Is the striker fit to play?", "Can the striker play?", why="asked either way"),
        Case("The judge asked who had paid.", "The judge asked who paid.", why="an indirect question"),
        Case("Rain?", "Rain.", why="too short to tell"),
        Case("Did the probe land? Yes, it landed.", "Did the probe land? Yes, it did.", why="both ask"),
        Case("Voters trust the machines, don’t they?", "Voters trust the machines, do they not?"),
        Case(
            "Nobody knew who had paid for the bridge.", "Who paid for the bridge? Nobody knew.", why="another sentence"
        ),
        Case("The bank will be sold!", "The bank will be sold."),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Beads of one sentence each of which one ends in a question mark."""
        for bead in comparison.beads:
            if bead.bead.kind != "matched" or bead.closeness < VERBATIM or len(bead.original) < 4:
                continue
            mine, theirs = _last(bead.original), _last(bead.copy)
            if mine is None or theirs is None or _asks(bead.original) == _asks(bead.copy):
                continue
            if "?" in mine.text + theirs.text:
                yield _suspicion(mine, theirs)


def _last(side: Sequence[Word]) -> Word | None:
    """The mark that ends the sentence, quotation marks and brackets behind it aside."""
    return next((w for w in reversed(side) if not w.is_punctuation or w.text[0] in ".!?…"), None)


def _asks(side: Sequence[Word]) -> bool:
    return any("?" in w.text for w in side)


def _suspicion(mine: Word, theirs: Word) -> Suspicion:
    if "?" in theirs.text:
        severity, message, means = (
            Severity.MAJOR,
            "The statement became a question.",
            "The copy asks what the original says.",
        )
    else:
        severity, message, means = Severity.MINOR, "The question lost its mark.", "The copy seems to say what it asks."
    return became((mine,), (theirs,), severity, means, 0.8, message=message)
