"""Date foreign: a date or a time is written as another language writes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.text._reading import matches, seen
from mtaudit.mqm import Category, Severity
from mtaudit.records import Parsed, Span, Suspicion
from mtaudit.text.dates import MONTHS

_MONTH = f"(?:{'|'.join(MONTHS)})"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:1[89]|20)\d\d"
_DATED = re.compile(
    rf"""
      \b(?:the[ ])?{_DAY}[ ]of[ ]{_MONTH}\b(?:[ ]of[ ]{_YEAR}\b)?       # the 5 of May
    | \b{_MONTH}[ ]{_DAY}[ ]of[ ]{_YEAR}\b                              # May 5 of 2020
    | (?<![\w.,-]){_DAY}\.(?:0?[1-9]|1[0-2])\.{_YEAR}(?![\w.])          # 20.01.2021
    | (?<![\w.,-]){_DAY}\.[ ]{_MONTH}\b(?:[ ]{_YEAR}\b)?                # 5. May
    | \b(?:the[ ])?day[ ]{_DAY}[ ]of[ ](?:this[ ])?(?:{_MONTH}|month)\b # the day 5 of May
    | (?<![\w.,:])(?:[01]?\d|2[0-3])[ ]?h[ ]?(?:[0-5]\d)?(?!\w)         # 21h30
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateForeign:
    """A date or a time of day has the order or the marks of another language.

    "the 5 of May", "20.01.2021", "5. May", "at 21h30": the words were translated and the form was not.
    The date can be read: minor. English dates of either order, with or without "th", are sound, and so is a number that
    is no date.
    """

    category: ClassVar[Category] = Category.DATE_TIME
    cases: ClassVar[tuple[Case, ...]] = (
        Case("The dam broke on [[the 5 of May]] and flooded the valley.", severity=Severity.MINOR),
        Case("The court met on [[20.01.2021]] in Riga.", severity=Severity.MINOR),
        Case("The club was founded [[5. June 1911]] by miners.", severity=Severity.MINOR),
        Case("Rates rose on [[March 3 of 2019]] for the last time.", severity=Severity.MINOR),
        Case("The vote was held on [[the 12 of October of 2014]] in the north.", severity=Severity.MINOR),
        Case("The probe was launched on [[7.04.1999]] from the coast.", severity=Severity.MINOR),
        Case("The match begins at [[21h30]] in Porto.", severity=Severity.MINOR),
        Case("Troops left on [[the day 9 of this month]] by train.", severity=Severity.MINOR),
        Case("The trial began on [[the 17 of October]] with nine patients.", severity=Severity.MINOR),
        Case("Ferries stop at [[18h]] because of the storm.", severity=Severity.MINOR),
        Case("The dam broke on the 5th of May and on 6 May 2020.", why="English dates"),
        Case("The court met on May 5, 2021, and on 05/06/2021.", why="English dates"),
        Case("Version 3.14.2021 of the program is out.", why="a version"),
        Case("He finished 5. Then, in May, he left.", why="a place and a sentence"),
        Case("Nine of May's allies and 5 of June's left.", why="a person"),
        Case("It flew at 90 km/h for 3 hours.", why="a speed"),
        Case("Some 20 of the 31 days in May were dry.", why="a count"),
        Case("The 15 may march on the town, he said.", why="verbs"),
        Case("He was 21 on a Monday in 1990.", why="an age"),
    )

    def __call__(self, text: Parsed) -> Iterator[Suspicion]:
        """Every such date or time in prose."""
        for match in matches(text, _DATED):
            behind = text.document.text[match.end() : match.end() + 2]
            if not re.match(r"[’'][sS]", behind):
                yield seen(
                    Span(*match.span()),
                    f"“{match.group()}” is written as in another language.",
                    "The words of the date were translated, its form was not.",
                    confidence=0.75,
                    group="foreign dates",
                )
