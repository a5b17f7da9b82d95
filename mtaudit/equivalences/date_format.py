"""Dates and times written in another form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mtaudit.equivalences.base import Same, Unlike
from mtaudit.pair.figures import explains, matched_dates
from mtaudit.records import ComparedBead, Difference


@dataclass(frozen=True, slots=True, kw_only=True)
class DateFormat:
    """The same date or time in another form: order, abbreviation, ordinal ending, 12 or 24 hours.

    "September 12, 2019", "12 September 2019" and "Sept. 12, 2019" name one day, "9 p.m." and "21:00" one
    moment. The difference is harmless where all of its words belong to dates that say the same on both sides.
    A year or a weekday that stands on one side only does not contradict the other side.
    """

    cases: ClassVar[tuple[Same | Unlike, ...]] = (
        Same("The museum opened on May 17, 2019.", "The museum opened on 17 May 2019."),
        Same("Voting ends on October 28.", "Voting ends on Oct. 28."),
        Same("The treaty was signed on 3 June.", "The treaty was signed on June 3rd."),
        Same("The match starts at 9 p.m. today.", "The match starts at 21:00 today."),
        Same("Trains stop at 11am.", "Trains stop at 11 a.m."),
        Same("The mill lost money in Q3 2020.", "The mill lost money in the third quarter of 2020."),
        Same("Music of the 1980s is back.", "Music of the '80s is back."),
        Unlike("The museum opened on May 17, 2019.", "The museum opened on 17 March 2019."),
        Unlike("The match starts at 9 p.m. today.", "The match starts at 9 a.m. today."),
        Unlike("Voting ends on Tuesday.", "Voting ends on Thursday."),
        Unlike("The law dates from 1998.", "The law dates from 1989."),
        Unlike("The treaty was signed on 3 June.", "The treaty was signed on 8 June."),
        Unlike("The mill lost money in Q3 2020.", "The mill lost money in the second quarter of 2020."),
        Unlike("Trains may stop.", "Trains will stop."),
    )

    def __call__(self, bead: ComparedBead, difference: Difference) -> bool:
        """Whether every word of the difference belongs to a date that the other side has too."""
        return explains(matched_dates(bead), bead, difference)
