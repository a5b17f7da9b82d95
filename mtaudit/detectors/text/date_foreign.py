"""Date foreign: a date or a time is written as another language writes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import TextCase
from mtaudit.detectors.passages import matches, seen
from mtaudit.mqm import Category
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
    cases: ClassVar[tuple[TextCase, ...]] = (
        TextCase("The dam broke on [[the 5 of May]] and flooded the valley."),
        TextCase("The court met on [[20.01.2021]] in Riga."),
        TextCase("The club was founded [[5. June 1911]] by miners."),
        TextCase("Rates rose on [[March 3 of 2019]] for the last time."),
        TextCase("The vote was held on [[the 12 of October of 2014]] in the north."),
        TextCase("The probe was launched on [[7.04.1999]] from the coast."),
        TextCase("The match begins at [[21h30]] in Porto."),
        TextCase("Troops left on [[the day 9 of this month]] by train."),
        TextCase("The trial began on [[the 17 of October]] with nine patients."),
        TextCase("Ferries stop at [[18h]] because of the storm."),
        TextCase("The dam broke on the 5th of May and on 6 May 2020.", "English dates"),
        TextCase("The court met on May 5, 2021, and on 05/06/2021.", "English dates"),
        TextCase("Version 3.14.2021 of the program is out.", "a version"),
        TextCase("He finished 5. Then, in May, he left.", "a place and a sentence"),
        TextCase("Nine of May's allies and 5 of June's left.", "a person"),
        TextCase("It flew at 90 km/h for 3 hours.", "a speed"),
        TextCase("Some 20 of the 31 days in May were dry.", "a count"),
        TextCase("The 15 may march on the town, he said.", "verbs"),
        TextCase("He was 21 on a Monday in 1990.", "an age"),
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
