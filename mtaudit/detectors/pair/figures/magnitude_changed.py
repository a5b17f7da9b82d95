"""Magnitude changed: a size, a frequency or a stretch of time in words, without a figure, is another one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import became, both
from mtaudit.lexicon.number_words import SMALL
from mtaudit.lexicon.tables import class_of
from mtaudit.mqm import Category, Severity
from mtaudit.pair.figures import matched_days, matched_quantities
from mtaudit.pair.matching_facts import exchanged
from mtaudit.records import ComparedBead, Comparison, Suspicion, Word


class _Size(NamedTuple):
    """The scale of a word and its place on it."""

    scale: str
    value: str


SIZES = {word: _Size(*told.split()) for word, told in class_of("magnitudes").items()}
"""Word → its size."""

PARTS = "part"
"""The scale of parts of a range: "mid-single digits", "low-teens", "early-2021"; its words belong there before a hyphen
or such a range."""

RANGES = frozenset("single double triple teens twenties thirties forties fifties sixties seventies eighties".split())

PERIODS = frozenset("day week month quarter year".split())
AGAINST = "period"
"""The scale of periods that are held against the one before: "year-over-year", "month on month"."""

VAGUE = ("stretch", "frequency", PARTS, AGAINST)
"""Scales that tell of no number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MagnitudeChanged:
    """How much, how often or how long is told in words, and the word is another one of the same scale.

    "The siege lasted months" and "the siege lasted weeks", "exports doubled" and "exports tripled", "a monthly report"
    and "an annual report": no digit changed, and the reader learns another amount all the same. A multiple, a group or
    a count of times ("twice") is a figure in words: critical. A stretch of time or a frequency without a number is as
    vague as it is, and major; so is a part of a range ("mid-single digits", "low-single digits"). Rank, measures with a
    number and rough orders ("dozens") are `number-changed`'s, times told from now ("last week") `day-shifted`'s.
    "Twice" as "two times" is spared, and "a decade" as "ten years".
    """

    close: float = 0.75
    """Share of the other words that must have been kept: in freer rewordings such words have no counterparts."""

    category: ClassVar[Category] = Category.NUMBER
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "Exports of tin [[doubled]] in a year.", "Exports of tin [[tripled]] in a year.", severity=Severity.CRITICAL
        ),
        Case(
            "The siege of the port lasted [[months]].",
            "The siege of the port lasted [[weeks]].",
            severity=Severity.MAJOR,
        ),
        Case(
            "Rescuers worked for [[hours]] in the rain.",
            "Rescuers worked for [[days]] in the rain.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The war of the two clans lasted a [[decade]].",
            "The war of the two clans lasted a [[century]].",
            severity=Severity.MAJOR,
        ),
        Case(
            "The champion has won [[twice]] in Rome.",
            "The champion has won [[three times]] in Rome.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "Patients came to the clinic [[once]].",
            "Patients came to the clinic [[twice]].",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The bank issued its [[annual]] report.", "The bank issued its [[monthly]] report.", severity=Severity.MAJOR
        ),
        Case(
            "The jury freed the [[pair]] on Friday.",
            "The jury freed the [[trio]] on Friday.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The bill is [[double]] that of the spring.",
            "The bill is [[triple]] that of the spring.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The commission meets [[weekly]] in Bonn.",
            "The commission meets [[daily]] in Bonn.",
            severity=Severity.MAJOR,
        ),
        Case(
            "Orders grew 4 percent [[year-over-year]].",
            "Orders grew 4 percent [[quarter-over-quarter]].",
            severity=Severity.MAJOR,
        ),
        Case("Orders grew year-over-year in May.", "Orders grew year on year in May.", why="one period"),
        Case(
            "Growth is in the [[mid]]-single digits.",
            "Growth is in the [[low]]-single digits.",
            severity=Severity.MAJOR,
        ),
        Case("Growth was mid-single-digit.", "Growth was in the mid single digits.", why="one part"),
        Case("The mid-air clash killed two.", "The low air clash killed two.", why="no range"),
        Case("She won twice in Rome.", "She won two times in Rome.", why="the same count"),
        Case("The war lasted a decade.", "The war lasted ten years.", why="the same stretch"),
        Case("Exports of tin doubled.", "Exports of tin grew twofold.", why="the same multiple"),
        Case("The yearly report is out.", "The annual report is out.", why="one frequency"),
        Case("The strike lasted six weeks.", "The strike lasted six weeks and days.", why="nothing exchanged"),
        Case("The duo left the stage.", "The pair left the stage.", why="one group"),
        Case("He was once a miner.", "He was formerly a miner.", why="a time, no count"),
        Case("Rain fell day and night.", "Rain fell night and day.", why="moved"),
        Case("The talks took a fortnight.", "The talks took two weeks.", why="the same stretch"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Words of one scale that stand in each other's place, outside figures and dates."""
        for bead in comparison.beads:
            if bead.original and bead.copy and bead.differences:
                yield from self._in_bead(bead)

    def _in_bead(self, bead: ComparedBead) -> Iterator[Suspicion]:
        mine, theirs = _in_figures(bead)
        for (a, size), (b, other), kept in exchanged(bead, _sizes):
            apart = size.scale == other.scale and size.value != other.value
            if apart and kept >= self.close and mine.isdisjoint(a) and theirs.isdisjoint(b):
                vague = size.scale in VAGUE
                yield became(
                    *both(bead, a, b),
                    Severity.MAJOR if vague else Severity.CRITICAL,
                    "The copy tells another length of time, another frequency or another part of a range."
                    if vague
                    else "The copy tells another amount: a figure in words was exchanged.",
                    0.85,
                )


def _in_figures(bead: ComparedBead) -> tuple[set[int], set[int]]:
    """The words of both sides that belong to measures and relative times, but for mere counts of times."""
    sides: tuple[set[int], set[int]] = set(), set()
    quantities, days = matched_quantities(bead), matched_days(bead)
    for matching in (quantities, days):
        for pair in (*matching.same, *matching.changed):
            for side, placed in zip(sides, pair, strict=True):
                side.update(placed.words)
    for side, alone in zip(sides, (quantities.lost, quantities.gained), strict=True):
        side.update(k for quantity in alone if quantity.fact.unit for k in quantity.words)
    return sides


def _sizes(side: Sequence[Word], where: range) -> list[tuple[range, _Size]]:
    """The words with a size among these, "three times" and "year-over-year" as one."""
    forms = [w.form for w in side]
    found: list[tuple[range, _Size]] = []
    for k in where:
        against = _against(forms, k)
        if found and k in found[-1][0]:
            continue
        if against and against.stop <= where.stop:
            found.append((against, _Size(AGAINST, forms[k])))
        elif forms[k] in SIZES and (SIZES[forms[k]].scale != PARTS or _of_range(forms, k)):
            found.append((range(k, k + 1), SIZES[forms[k]]))
        elif forms[k] in SMALL and k + 1 in where and forms[k + 1] == "times":
            found.append((range(k, k + 2), _Size("times", str(SMALL[forms[k]]))))
    return found


def _against(forms: Sequence[str], k: int) -> range | None:
    """The words "year-over-year" from here, with hyphens or without."""
    plain = [i for i in range(k, min(k + 5, len(forms))) if forms[i] != "-"][:3]
    said = [forms[i] for i in plain]
    told = forms[k] in PERIODS and len(said) == 3 and said[1] in ("over", "on") and said[2] == forms[k]
    return range(k, plain[-1] + 1) if told else None


def _of_range(forms: Sequence[str], k: int) -> bool:
    """Whether a range or a time follows of which the word tells a part: "low-single", "mid 2021"."""
    behind = list(forms[k + 1 : k + 3])
    told = behind[1:] if behind[:1] == ["-"] else behind[:1]
    return bool(told) and (told[0] in RANGES or told[0][0].isdecimal())
