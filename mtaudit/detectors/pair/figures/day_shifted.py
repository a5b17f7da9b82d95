"""Day shifted: "yesterday" became "tomorrow", "last week" became "next week"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import became, both
from mtaudit.mqm import Category, Severity
from mtaudit.pair.figures import matched_days
from mtaudit.records import Comparison, Suspicion
from mtaudit.text.relative_days import RelativeDay, days_apart


@dataclass(frozen=True, slots=True, kw_only=True)
class DayShifted:
    """A time told from the day of writing ("tonight", "last week", "two days ago") is another one in the copy.

    News is about when. One word of another language often stands for two such times ("mañana" and "morgen" are
    morning and tomorrow), and a machine picks the wrong one: what has happened is announced, or what will happen is
    told as over. Turned from past to future or back it misleads whoever reads it: critical. Another distance, unit or
    part of the day ("today" for "tomorrow", "this morning" for "tonight", "last month" for "last week") is major.
    Other words for the same time ("this evening" for "tonight", "the day before" for "yesterday") are spared, and so
    are times that hold each other ("today", "this week").
    """

    category: ClassVar[Category] = Category.DATE_TIME
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "The envoy flew home [[yesterday]] after the talks.",
            "The envoy flew home [[tomorrow]] after the talks.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The high court ruled on the tax [[last week]].",
            "The high court ruled on the tax [[next week]].",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The probe reached the comet [[this morning]].",
            "The probe reached the comet [[tomorrow]].",
            severity=Severity.MAJOR,
        ),
        Case(
            "The cup final is played [[tonight]] in Lisbon.",
            "The cup final is played [[tomorrow]] in Lisbon.",
            severity=Severity.MAJOR,
        ),
        Case("The clinic closed [[two years ago]].", "The clinic closes [[in two years]].", severity=Severity.CRITICAL),
        Case(
            "Fares are up 4 percent from [[last year]].",
            "Fares are up 4 percent from [[two years ago]].",
            severity=Severity.MAJOR,
        ),
        Case(
            "Snow is expected again [[next month]].",
            "Snow is expected again [[last month]].",
            severity=Severity.CRITICAL,
        ),
        Case(
            "Shares in the mill fell [[last week]].", "Shares in the mill fell [[last month]].", severity=Severity.MAJOR
        ),
        Case(
            "Polling stations open [[tomorrow]] at dawn.",
            "Polling stations open [[today]] at dawn.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The convoy was shelled [[this morning]].",
            "The convoy was shelled [[this afternoon]].",
            severity=Severity.MAJOR,
        ),
        Case("The truce ended [[last night]].", "The truce ended [[tonight]].", severity=Severity.MAJOR),
        Case("The match is this evening.", "The match is tonight.", why="the same hours"),
        Case("The envoy said he had left yesterday.", "The envoy said he had left the previous day.", why="told later"),
        Case("The truce ended last night.", "The truce ended yesterday night.", why="one night"),
        Case("The court sits today.", "The court sits this week.", why="the one holds the other"),
        Case("Fares are up from a year ago.", "Fares are up from last year.", why="one year back"),
        Case("Fares are up from last year.", "Fares are up from the past year.", why="one year back"),
        Case("The probe lands in two days.", "The probe lands two days from now.", why="the same direction"),
        Case("The club won the cup last season.", "The club won the cup last year.", why="a season is no fixed time"),
        Case(
            "Rain is due on the last day of the fair.", "Rain is due on the final day of the fair.", why="not from now"
        ),
        Case("Shares rose this week, yesterday above all.", "Yesterday above all, shares rose this week.", why="moved"),
        Case("The next election comes in May.", "The coming election is in May.", why="no unit of time"),
        Case(
            "Votes are counted tomorrow morning.", "Votes are counted in the morning tomorrow.", why="the same morning"
        ),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Relative times that stand in each other's place and disagree, bead by bead."""
        for bead in comparison.beads:
            if not (bead.original and bead.copy and bead.differences):
                continue
            for a, b in matched_days(bead).changed:
                apart = days_apart(a.fact, b.fact)
                if apart:
                    severity = Severity.CRITICAL if apart == "direction" else Severity.MAJOR
                    yield became(*both(bead, a.words, b.words), severity, _meaning(apart, a.fact), 0.9)


def _meaning(apart: str, day: RelativeDay) -> str:
    """What the reader is told wrongly."""
    if apart == "direction":
        return f"What is {'past' if day.offset < 0 else 'still to come'} is told as its contrary."
    return f"The event is told for another time: the {apart} is another one."
