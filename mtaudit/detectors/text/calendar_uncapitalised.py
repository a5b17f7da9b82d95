"""Calendar uncapitalised: a weekday or a month stands in lower case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import TextCase
from mtaudit.detectors.passages import matches, seen, writes_small
from mtaudit.mqm import Category
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
    cases: ClassVar[tuple[TextCase, ...]] = (
        TextCase("The dam broke on [[monday]] at noon, the city said."),
        TextCase("Rates rose in [[january]] and again in May."),
        TextCase("The match was moved to [[saturday]] because of snow."),
        TextCase("The trial ends in [[december]], the judge said."),
        TextCase("Voters go to the polls on [[sunday]] in the north."),
        TextCase("The probe landed in [[july]] near a crater."),
        TextCase("Troops left the port on [[thursday]] before dawn."),
        TextCase("Ferries stop on [[fridays]] in the winter."),
        TextCase("The vaccine was tested from [[february]] to [[june]] in Pune."),
        TextCase("The dam broke on Monday, in January.", "sound"),
        TextCase("The crowd may march on an august hall.", "words"),
        TextCase("See example.org/january and @monday or #friday.", "addresses and tags"),
        TextCase("we lost on monday. it rained. nobody came. we left.", "a style"),
        TextCase("The ruby tuesday-style menu was sold.", "a compound"),
        TextCase("The sun and the wed pair left; sat, mon ami.", "words"),
        TextCase("The april.com page was shut.", "an address"),
        TextCase("MONDAY was a holiday, the notice said.", "emphasis"),
        TextCase("The decembrist plot failed.", "another word"),
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
