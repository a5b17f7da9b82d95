"""Sentence displaced: a sentence was moved, and its "he", "this" or "but" now speaks of something else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import became
from mtaudit.lexicon import tables
from mtaudit.lexicon.closed_class import is_function_word
from mtaudit.mqm import Category, Severity
from mtaudit.records import ComparedBead, Comparison, Role, Segment, Suspicion, Word
from mtaudit.text.names import CALENDAR, TITLES, is_capitalised, is_place, names

PERSONS = frozenset("he she his her they their".split())
"""What stands for somebody named before."""

POINTERS = frozenset("this that these those such it its latter former both neither".split())
"""What points back at what was told before."""

JOINTS = tables.words("sentence-joints")
"""What ties a sentence to the one before."""

DEICTIC = tables.words("calendar-nouns")
"""What "this" is tied to by the calendar, not by the text: "this week"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceDisplaced:
    """A sentence that leans on the one before it stands behind another one in the copy.

    "He was cleared" behind a sentence about somebody else clears the wrong man: where the name before it is another,
    it is major. "But this failed", "however", "the latter" behind another sentence make no sense, or another one:
    minor. A sentence that leans on nothing may stand anywhere, and a paragraph that moved as a whole keeps what its
    sentences lean on.
    """

    opening: int = 3
    """Words of a sentence among which that on which it leans is looked for."""

    category: ClassVar[Category] = Category.FLUENCY
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "Brook sued the city in May. [[He]] won the case at once. Rain fell for days up north. "
            "Later one Max Hale robbed a bank.",
            "Brook sued the city in May. Rain fell for days up north. "
            "Later one Max Hale robbed a bank. [[He]] won the case at once.",
            severity=Severity.MINOR,
        ),
        Case(
            "The drug cured all mice in the trial. [[But]] this cheered only the makers. Shares rose by half. "
            "Two rivals left the market in June.",
            "The drug cured all mice in the trial. Shares rose by half. "
            "Two rivals left the market in June. [[But]] this cheered only the makers.",
            severity=Severity.MINOR,
        ),
        Case(
            "The storm spared the islands. [[However]], it flooded the old port. Schools open on Monday again. "
            "Trains ran late near the border.",
            "The storm spared the islands. Schools open on Monday again. "
            "Trains ran late near the border. [[However]], it flooded the old port.",
            severity=Severity.MINOR,
        ),
        Case(
            "Voters chose between Addo and Mensah. The [[latter]] promised lower taxes. Polls closed at noon. "
            "Soldiers guarded every street.",
            "Voters chose between Addo and Mensah. Polls closed at noon. "
            "Soldiers guarded every street. The [[latter]] promised lower taxes.",
            severity=Severity.MINOR,
        ),
        Case(
            "The keeper dropped a late cross. [[This]] cost the team its title. Fans sang for an hour. "
            "A new stand opens in autumn.",
            "The keeper dropped a late cross. Fans sang for an hour. "
            "A new stand opens in autumn. [[This]] cost the team its title.",
            severity=Severity.MINOR,
        ),
        Case(
            "A probe landed near the pole. [[Its]] battery died within a day. Budgets were cut again. "
            "A second crew trains in the desert.",
            "A probe landed near the pole. Budgets were cut again. "
            "A second crew trains in the desert. [[Its]] battery died within a day.",
            severity=Severity.MINOR,
        ),
        Case(
            "The bank raised rates in May. [[Nevertheless]] prices kept rising. Farmers lost their crops. "
            "Ships waited outside the harbour.",
            "The bank raised rates in May. Farmers lost their crops. "
            "Ships waited outside the harbour. [[Nevertheless]] prices kept rising.",
            severity=Severity.MINOR,
        ),
        Case(
            "The army shelled the port. [[Instead]] of fleeing, nurses stayed. Bread ran out on Friday. "
            "Talks were held far away.",
            "The army shelled the port. Bread ran out on Friday. "
            "Talks were held far away. [[Instead]] of fleeing, nurses stayed.",
            severity=Severity.MINOR,
        ),
        Case(
            "The judge believed Ada Voss. [[She]] had kept every letter. The hall was cold and dark. "
            "Outside, a certain Petra Lund sold coffee.",
            "The judge believed Ada Voss. The hall was cold and dark. "
            "Outside, a certain Petra Lund sold coffee. [[She]] had kept every letter.",
            severity=Severity.MAJOR,
        ),
        Case(
            "Brook sued the city in May. Snow closed the pass. Rain fell for days up north.",
            "Brook sued the city in May. Rain fell for days up north. Snow closed the pass.",
            why="leans on nothing",
        ),
        Case(
            "Shares rose by half. The drug cured all mice. But this cheered only the makers. Rivals left the market.",
            "The drug cured all mice. But this cheered only the makers. Shares rose by half. Rivals left the market.",
            why="moved with what it leans on",
        ),
        Case(
            "Max Hale left for Riga. He was tired. Max Hale never liked trials. Rain fell on the old port.",
            "Max Hale left for Riga. Max Hale never liked trials. He was tired. Rain fell on the old port.",
            why="the same person before it",
        ),
        Case(
            "Trains ran late in the north. This week the bank meets. Farmers lost their crops. Ships waited outside.",
            "Trains ran late in the north. Farmers lost their crops. Ships waited outside. This week the bank meets.",
            why="the calendar's “this”",
        ),
        Case(
            "The keeper dropped a cross. This cost the team its title. Fans sang for an hour.",
            "The keeper dropped a cross. This cost the team its title.",
            why="omitted, not moved",
        ),
        Case(
            "The bank raised rates. However, prices kept rising.",
            "The bank raised rates.\n\nAdvertisement\n\nHowever, prices kept rising.",
            why="an advertisement between",
        ),
        Case(
            "The court freed him. He won.\n\nIt rained in Oslo. It snowed in Riga.",
            "The court freed him. He won at last.\n\nIt rained in Oslo. It snowed in Riga.",
            why="nothing moved",
        ),
        Case(
            "Rain fell for days. Hale robbed a bank. The judge believed it.",
            "Hale robbed a bank. Rain fell for days. The judge believed it.",
            why="its “it” stands at the end",
        ),
        Case(
            "But nobody came. Rain fell for days. Ships waited outside the harbour. Farmers lost their crops.",
            "But nobody came. Ships waited outside the harbour. Rain fell for days. Farmers lost their crops.",
            why="first as before",
        ),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Sentences that lean on the one before, where something was moved and that is another one."""
        beads = comparison.beads
        if not any(bead.bead.moved for bead in beads):
            return
        known = names(comparison.original.text)
        mine, theirs = _before(b.bead.original for b in beads), _before(b.bead.copy for b in beads)
        for number, bead in enumerate(beads):
            was, now = mine.get(number), theirs.get(number)
            pair = self._leans(bead)
            if pair is None or was is None or now is None or was == now:
                continue
            moved = any(beads[k].bead.moved for k in (number, was, now))
            if moved and beads[was].copy and beads[now].original:
                told = _people(beads[was], known), _people(beads[now], known)
                if pair[1].form not in PERSONS or (any(told) and not told[0] & told[1]):
                    yield _suspicion(*pair, grave=pair[1].form in PERSONS and all(told))

    def _leans(self, bead: ComparedBead) -> tuple[Word, Word] | None:
        """The word with which both sides of the bead, a sentence each, point at the sentence before."""
        if bead.bead.kind != "matched" or bead.bead.copy[0].role is not Role.BODY:
            return None
        mine, theirs = self._pointer(bead.original), self._pointer(bead.copy)
        return (mine, theirs) if mine and theirs and mine.form == theirs.form else None

    def _pointer(self, side: Sequence[Word]) -> Word | None:
        first = [w for w in side[: 2 * self.opening] if not w.is_punctuation][: self.opening]
        for k, word in enumerate(first):
            if k and is_capitalised(word):
                return None
            timely = k + 1 < len(first) and first[k + 1].form in DEICTIC
            if word.form in PERSONS | JOINTS or (word.form in POINTERS and not timely):
                return word
        return None


def _before(sides: Iterable[tuple[Segment, ...]]) -> dict[int, int]:
    """For each bead with running text on this side the one whose sentence precedes it there."""
    placed = sorted(
        (segment.span.start, number)
        for number, segments in enumerate(sides)
        for segment in segments
        if segment.role in (Role.BODY, Role.QUOTE)
    )
    before: dict[int, int] = {}
    for (_, last), (_, number) in pairwise(placed):
        before.setdefault(number, last)
    return before


def _people(bead: ComparedBead, known: frozenset[str]) -> set[str]:
    """The names of the bead's original that are no places."""
    return {
        w.form
        for k, w in enumerate(bead.original)
        if is_capitalised(w) and (w.form in known or k) and not is_function_word(w.form)
        if w.form not in TITLES | CALENDAR and not is_place(w.form)
    }


def _suspicion(was: Word, now: Word, *, grave: bool) -> Suspicion:
    message = "The sentence was moved, and its “{1}” stands behind another one."
    if grave:
        means = "The reader takes somebody else to be meant."
        return became((was,), (now,), Severity.MAJOR, means, 0.7, message=message)
    means = "The reader takes it for a part of what now stands before it."
    return became((was,), (now,), Severity.MINOR, means, 0.6, message=message)
