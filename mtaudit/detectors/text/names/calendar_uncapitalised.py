"""Calendar uncapitalised: a weekday or a month stands in lower case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.text._reading import matches, seen, writes_small
from mtaudit.mqm import Category, Severity
from mtaudit.records import Parsed, Span, Suspicion
from mtaudit.text.dates import MONTHS, WEEKDAYS

AMBIGUOUS = frozenset(("march", "may", "august"))
"""Months that are words in lower case too."""

_NAMES = "|".join(n.casefold() for n in (*WEEKDAYS, *MONTHS) if n.casefold() not in AMBIGUOUS)
_LOW = re.compile(rf"(?<![\w@#/.’'-])(?:{_NAMES})s?(?![\w@/-]|\.\w)")


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarUncapitalised:
    """A weekday or a month is written with a small letter.

    French, Spanish, Italian and the languages of the Slavs write "monday" and "january" so, and a machine that goes
    through them may leave it. Nobody is misled: minor, and one decision for an editor. Texts that are in lower case
    throughout, addresses and tags, and the months that are words too are left alone.
    """

    category: ClassVar[Category] = Category.TYPOGRAPHY
    cases: ClassVar[tuple[Case, ...]] = (
        Case("The dam broke on [[monday]] at noon, the city said.", severity=Severity.MINOR),
        Case("Rates rose in [[january]] and again in May.", severity=Severity.MINOR),
        Case("The match was moved to [[saturday]] because of snow.", severity=Severity.MINOR),
        Case("The trial ends in [[december]], the judge said.", severity=Severity.MINOR),
        Case("Voters go to the polls on [[sunday]] in the north.", severity=Severity.MINOR),
        Case("The probe landed in [[july]] near a crater.", severity=Severity.MINOR),
        Case("Troops left the port on [[thursday]] before dawn.", severity=Severity.MINOR),
        Case("Ferries stop on [[fridays]] in the winter.", severity=Severity.MINOR),
        Case("The vaccine was tested from [[february]] to [[june]] in Pune.", severity=Severity.MINOR),
        Case("The dam broke on Monday, in January.", why="sound"),
        Case("The crowd may march on an august hall.", why="words"),
        Case("See example.org/january and @monday or #friday.", why="addresses and tags"),
        Case("we lost on monday. it rained. nobody came. we left.", why="a style"),
        Case("The ruby tuesday-style menu was sold.", why="a compound"),
        Case("The sun and the wed pair left; sat, mon ami.", why="words"),
        Case("The april.com page was shut.", why="an address"),
        Case("MONDAY was a holiday, the notice said.", why="emphasis"),
        Case("The decembrist plot failed.", why="another word"),
    )

    def __call__(self, text: Parsed) -> Iterator[Suspicion]:
        """Every such name in prose."""
        if writes_small(text):
            return
        for match in matches(text, _LOW):
            yield seen(
                Span(*match.span()),
                f"“{match.group()}” has no capital.",
                "It is written as in another language.",
                confidence=0.8,
                group="small calendar",
            )
