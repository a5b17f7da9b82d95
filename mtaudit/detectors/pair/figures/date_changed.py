"""Dates and times that became others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import became, both
from mtaudit.mqm import Category, Severity
from mtaudit.pair.figures import matched_dates
from mtaudit.records import Comparison, Suspicion
from mtaudit.text.dates import DateMention, contradiction


@dataclass(frozen=True, slots=True, kw_only=True)
class DateChanged:
    """A date, weekday, quarter, year or time of day is another one in the copy.

    Dates change when day and month trade places on the way through another convention, when "p.m." is lost and a
    12-hour time is read as a 24-hour one, or when a month or weekday is confused with its neighbour or with a word
    ("March", "May", "Sun"). The copy's dates are matched with the original's; what has no partner is held against the
    date at its place and reported where the two contradict each other in a field that both give. A date that says less
    or more than the other ("May 17" for "May 17, 2019") contradicts nothing.

    The rule of severity: whoever is told another year, month, day, weekday or hour is misled about when, and comes on
    the wrong day: critical; so is another quarter or half of a year, whose figures are others. A decade, the minutes or
    the zone of a clock are major. One moment by the clocks of two zones ("noon GMT", "1 p.m. CET") is spared.
    """

    category: ClassVar[Category] = Category.DATE_TIME
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "The museum opened on [[May 17, 2019]].",
            "The museum opened on [[17 March 2019]].",
            severity=Severity.CRITICAL,
        ),
        Case("The court meets on [[Tuesday]].", "The court meets on [[Thursday]].", severity=Severity.CRITICAL),
        Case(
            "The volcano last erupted in [[1986]].", "The volcano last erupted in [[1968]].", severity=Severity.CRITICAL
        ),
        Case("Doors close at [[9 p.m.]] sharp.", "Doors close at [[9 a.m.]] sharp.", severity=Severity.CRITICAL),
        Case("The truce began at [[0430 GMT]].", "The truce began at [[1430 GMT]].", severity=Severity.CRITICAL),
        Case("Harvest starts in [[September]].", "Harvest starts in [[August]].", severity=Severity.CRITICAL),
        Case("Fashion of the [[1970s]] returns.", "Fashion of the [[1960s]] returns.", severity=Severity.MAJOR),
        Case("The talks start at [[9:00 GMT+2]].", "The talks start at [[9:00 GMT+3]].", severity=Severity.MAJOR),
        Case(
            "The lab was shut from [[noon]] on.", "The lab was shut from [[midnight]] on.", severity=Severity.CRITICAL
        ),
        Case(
            "The brewery lost money in [[Q3 2020]].",
            "The brewery lost money in [[Q4 2020]].",
            severity=Severity.CRITICAL,
        ),
        Case(
            "Tin exports fell in [[the third quarter]].",
            "Tin exports fell in [[the second quarter]].",
            severity=Severity.CRITICAL,
        ),
        Case(
            "Fares rose in [[H1]] despite the strike.",
            "Fares rose in [[H2]] despite the strike.",
            severity=Severity.CRITICAL,
        ),
        Case("The museum opened on May 17, 2019.", "The museum opened on 17 May 2019.", why="another order"),
        Case(
            "The brewery lost money in Q2 2021.",
            "The brewery lost money in the second quarter of 2021.",
            why="written out",
        ),
        Case("Fares rose in H1.", "Fares rose in the first half of the year.", why="written out"),
        Case("The rocket rose at 12:00 GMT.", "The rocket rose at 1 p.m. CET.", why="one moment"),
        Case("The election is in early 2022.", "The election is in 2022."),
        Case("Doors close at 9 p.m. sharp.", "Doors close at 21:00 sharp.", why="24 hours for 12"),
        Case("Voting ends on September 29th.", "Voting ends on Sept. 29.", why="abbreviated"),
        Case("She retired on June 4, 2011.", "She retired on June 4.", why="says less, contradicts nothing"),
        Case("They may march again.", "They might march again.", why="a verb is no month"),
        Case("The ferry carries 2,000 passengers.", "The ferry carries 1,900 passengers.", why="a count is no year"),
        Case("The first snow fell at noon.", "The first snow fell at 12 p.m.", why="an hour with a name"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Yield the dates that changed, bead by bead."""
        for bead in comparison.beads:
            if not (bead.original and bead.copy and bead.differences):
                continue
            for a, b in matched_dates(bead).changed:
                field = contradiction(a.fact, b.fact)
                if field:
                    severity = Severity.MAJOR if field in ("minute", "decade", "zone") else Severity.CRITICAL
                    yield became(*both(bead, a.words, b.words), severity, _cause(field, a.fact, b.fact), 0.9)


def _cause(field: str, a: DateMention, b: DateMention) -> str:
    if field == "hour" and a.hour is not None and b.hour is not None and abs(a.hour - b.hour) == 12:
        return "Morning and evening are confused: “a.m.” and “p.m.” differ by twelve hours."
    if field in ("day", "month") and (a.day, a.month) == (b.month, b.day):
        return "Day and month traded places."
    return f"The {field} is another one, so the event is told for the wrong time."
