"""Change confused: "rose by 5 percent" became "rose to 5 percent", or "was unchanged"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import added, became, lost
from mtaudit.lexicon.changes import direction, moves, rests
from mtaudit.lexicon.closed_class import is_content, is_function_word
from mtaudit.lexicon.tables import words
from mtaudit.lexicon.wordnet import lemma
from mtaudit.mqm import Category, Severity
from mtaudit.pair.bead import steadiness, stretches
from mtaudit.pair.figures import matched_quantities
from mtaudit.records import ComparedBead, Comparison, DifferenceKind, Suspicion, Word
from mtaudit.text.negation import is_denying, negators

MOVING = words("moving")
"""Verbs and nouns (base forms) of change, behind which a figure says how far or to where."""

NEAR = 3
"""Words before a word of change that may deny it: "little changed", "stopped rising"."""

REACH = 5
"""Words before the preposition among which the change stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeConfused:
    """How far something moved is told as where it got to, or that it moved is not told as it was.

    "Shares fell by a fifth" is a bad day, "shares fell to a fifth" ruin; "from 5 percent" for "to 5 percent" turns the
    end into the start. A preposition is all that tells them apart, and others are used in other languages (German "um"
    and "auf", Spanish "en" and "a"). The same figure then says another amount: critical. Where none stood ("rose 5
    percent") one that says the same may come ("by"), but not another.

    What rose, fell or changed and "remained unchanged" in the copy, or the other way round, is as wrong where no figure
    tells; and so is a direction that was put in against the one that governs the sentence ("an increase in sales and
    staff", "an increase in sales but a decrease in staff"). Both are major. "Flat", "steady" and "the same" say alike
    that nothing changed.
    """

    close: float = 0.75
    """Share of the other words that must have been kept for a change to be told as none."""

    verbatim: float = 0.85
    """The same for a direction put in: the words it is put among must be the original's."""

    category: ClassVar[Category] = Category.NUMBER
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "Shares in the mill fell [[by]] a fifth.",
            "Shares in the mill fell [[to]] a fifth.",
            severity=Severity.CRITICAL,
        ),
        Case("The river rose [[to]] nine metres.", "The river rose [[by]] nine metres.", severity=Severity.CRITICAL),
        Case(
            "Turnout dropped [[by]] 12 percent in the north.",
            "Turnout dropped [[to]] 12 percent in the north.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The jury cut the fine [[to]] $3,000.", "The jury cut the fine [[by]] $3,000.", severity=Severity.CRITICAL
        ),
        Case("The death toll climbed [[to]] 40.", "The death toll climbed [[from]] 40.", severity=Severity.CRITICAL),
        Case("Infections grew [[from]] 300 a day.", "Infections grew [[by]] 300 a day.", severity=Severity.CRITICAL),
        Case(
            "The club’s lead shrank [[to]] two points.",
            "The club’s lead shrank [[by]] two points.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The army was reduced [[by]] 9,000 men.",
            "The army was reduced [[to]] 9,000 men.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The glacier widened [[by]] 30 metres.",
            "The glacier widened [[from]] 30 metres.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The margin [[improved]] to 4 percent in May.",
            "The margin remained [[unchanged]] at 4 percent in May.",
            severity=Severity.MAJOR,
        ),
        Case(
            "Turnout was [[flat]] in the northern towns.",
            "Turnout [[fell]] in the northern towns.",
            severity=Severity.MAJOR,
        ),
        Case(
            "Fares are to [[increase]] in the spring.",
            "Fares are to remain the [[same]] in the spring.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The mill told of an increase in sales and staff on Monday.",
            "The mill told of an increase in sales but a [[decrease]] in staff on Monday.",
            severity=Severity.MAJOR,
        ),
        Case(
            "Turnout was unchanged in the north.", "Turnout remained flat in the north.", why="two words for no change"
        ),
        Case(
            "Turnout held steady in the north.", "Turnout stayed the same in the north.", why="two words for no change"
        ),
        Case("Turnout did not change in May.", "Turnout was unchanged in May.", why="a change denied"),
        Case("Turnout stopped rising in May.", "Turnout was flat in May.", why="a change that ended"),
        Case("Turnout rose in May.", "Turnout showed a steady increase in May.", why="a steady change"),
        Case("Fares rose in both towns.", "Fares rose in the same towns.", why="which towns"),
        Case(
            "An increase in sales and in staff.", "An increase in sales and an increase in staff.", why="one direction"
        ),
        Case("Shares fell by 4 percent.", "Shares fell 4 percent.", why="the same without a preposition"),
        Case("The toll rose to 40.", "The toll climbed to 40."),
        Case("He was hit by two cars.", "He was led to two cars.", why="no change"),
        Case("It was signed by 40 states.", "It was sent to 40 states.", why="nothing moves"),
        Case("Fares rose from 2 to 4 euros.", "Fares rose to 4 euros from 2.", why="the ends moved together"),
        Case("The toll rose by May 4.", "The toll rose to May 4.", why="a date is no figure"),
        Case("Prices rose in 40 towns.", "Prices rose across 40 towns."),
        Case("The lead shrank to two points.", "The lead shrank down to two points."),
        Case("Turnout fell by a tenth.", "Turnout fell by 10 percent.", why="one share"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """The same figures behind unlike prepositions of change, changes told as none, directions put in."""
        for bead in comparison.beads:
            if not (bead.original and bead.copy and bead.differences):
                continue
            for a, b in matched_quantities(bead).same:
                i, j = a.extent.start - 1, b.extent.start - 1
                if i > 0 and j > 0 and _confused(bead, i, j):
                    yield became(
                        bead.original[i : i + 1],
                        bead.copy[j : j + 1],
                        Severity.CRITICAL,
                        "By how much something changed, to what and from what are three amounts.",
                        0.85,
                        message="“{}” became “{}” before the figure.",
                    )
            if len(negators(bead.original)) == len(negators(bead.copy)):
                yield from self._halted(bead)
            yield from self._countered(bead)

    def _halted(self, bead: ComparedBead) -> Iterator[Suspicion]:
        """Changes that stand against words which say that nothing changed."""
        for difference in bead.differences:
            if difference.kind is not DifferenceKind.REPLACED:
                continue
            here, there = stretches(bead, difference)
            pair = _halt(bead, here, there)
            if pair and steadiness(bead, here, there) >= self.close:
                yield _told(bead, *pair, "What changed in the one text did not change in the other.")

    def _countered(self, bead: ComparedBead) -> Iterator[Suspicion]:
        """Directions put in, or lost, that go against the one before them in a sentence otherwise kept."""
        for difference in bead.differences:
            if difference.kind not in (DifferenceKind.REPLACED, DifferenceKind.ADDED, DifferenceKind.OMITTED):
                continue
            gone = _counter(bead.original, difference.original, bead.copy, difference.copy)
            new = _counter(bead.copy, difference.copy, bead.original, difference.original)
            if (gone is None) == (new is None):
                continue
            if steadiness(bead, difference.original, difference.copy) >= self.verbatim:
                yield _told(bead, gone, new, "The copy and the original tell of one direction more or less.")


def _confused(bead: ComparedBead, i: int, j: int) -> bool:
    """Whether a change is told up to these two prepositions, which are not the same."""
    forms = bead.original[i].form, bead.copy[j].form
    ways = frozenset(("by", "to", "from"))
    if forms[0] == forms[1] or not ways.issuperset(forms):
        return False
    return _moves(bead.original, i) and _moves(bead.copy, j)


def _moves(side: Sequence[Word], k: int) -> bool:
    """Whether a verb or noun of change stands shortly before, with no other figure's preposition between."""
    for word in reversed(side[max(0, k - REACH) : k]):
        if word.form in ("by", "to", "from") or word.form[0].isdigit():
            return False
        if not is_function_word(word.form) and lemma(word.form) in MOVING:
            return True
    return False


def _halt(bead: ComparedBead, here: range, there: range) -> tuple[int, int] | None:
    """The change of one side and the rest of the other, where each side tells of but one of the two."""
    sides = (bead.original, here), (bead.copy, there)
    moving = [[k for k in where if moves(side, k) and not _denied(side, k)] for side, where in sides]
    resting = [[k for k in where if rests(side, k)] for side, where in sides]
    if moving[0] and resting[1] and not moving[1] and not resting[0]:
        return moving[0][0], resting[1][0]
    if moving[1] and resting[0] and not moving[0] and not resting[1]:
        return resting[0][0], moving[1][0]
    return None


def _denied(side: Sequence[Word], k: int) -> bool:
    return any(is_denying(w.form) for w in side[max(0, k - NEAR) : k])


def _counter(side: Sequence[Word], where: range, other: Sequence[Word], there: range) -> int | None:
    """The noun of a direction among these words that goes against the one before them and is all this side has more.

    The words that the other side has in their stead must tell of nothing, and the other side of no such direction.
    """
    if any(is_content(other[k]) for k in there) or sum(is_content(side[k]) for k in where) != 1:
        return None
    found = next((k for k in where if direction(side[k]) and _governs(side, k)), None)
    if found is None or any(direction(w) == direction(side[found]) for w in other):
        return None
    against = (k for k in range(where.start) if direction(side[k]) == -direction(side[found]) and _governs(side, k))
    return found if any(side[k].form in {w.form for w in other} for k in against) else None


def _governs(side: Sequence[Word], k: int) -> bool:
    """Whether the word is a noun before what rises or falls: "a decrease in"."""
    return k + 1 < len(side) and side[k + 1].form == "in"


def _told(bead: ComparedBead, i: int | None, j: int | None, meaning: str) -> Suspicion:
    was, now = bead.original[i : i + 1] if i is not None else (), bead.copy[j : j + 1] if j is not None else ()
    if was and now:
        return became(was, now, Severity.MAJOR, meaning, 0.8)
    if was:
        return lost(was, Severity.MAJOR, meaning, 0.8)
    return added(now, Severity.MAJOR, meaning, 0.8, message="The copy puts in “{}”.")
