"""Space before mark: a space stands between a word and the comma, stop or colon behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.text._reading import matches, seen
from mtaudit.mqm import Category, Severity
from mtaudit.records import Parsed, Span, Suspicion

_SPACED = re.compile(
    r"(?<=[\w%)\]”\"’])(?<![.,;:?!])[ \u00a0\u202f]{1,3}(?P<mark>[,;:?!.])(?=\s|$|[”\"’])(?! ?[.,;:?!(\d-])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SpaceBeforeMark:
    """A space stands before a comma, a full stop, a colon, a semicolon, a question or an exclamation mark.

    French sets one before ; : ? and !, and engines that cut text into words set one before every mark. English never
    does, and nobody is misled: minor, and one decision for an editor however often it is met.
    """

    category: ClassVar[Category] = Category.TYPOGRAPHY
    cases: ClassVar[tuple[Case, ...]] = (
        Case("The network was blocked on platforms [[,]] including the largest.", severity=Severity.MINOR),
        Case("The army left the port [[.]] It did not come back.", severity=Severity.MINOR),
        Case("The minister asked [[:]] who will pay for it?", severity=Severity.MINOR),
        Case("Will the dam hold [[?]] Nobody in Kelmar knows.", severity=Severity.MINOR),
        Case("“We won [[!]]” said the captain in the rain.", severity=Severity.MINOR),
        Case("Rates rose [[;]] shares fell in Oslo.", severity=Severity.MINOR),
        Case("Shares rose by 5% [[,]] bonds did not.", severity=Severity.MINOR),
        Case("The probe (the third) [[,]] landed in May.", severity=Severity.MINOR),
        Case(
            "The clinic closed\u00a0[[;]] its patients were moved.",
            why="a space that does not break",
            severity=Severity.MINOR,
        ),
        Case("The network was blocked on platforms, including the largest.", why="sound"),
        Case("Developers of .NET met in May; a .38 gun was found.", why="names that begin with a stop"),
        Case("He waited ... and waited .... and left . . . at last.", why="dots"),
        Case("He grinned :) and wrote :-( below.", why="faces"),
        Case("The keeper kept a 2-1 lead: “It is over!”", why="sound"),
        Case("The landslide. , which closed the pass, hurt nobody.", why="two marks, which is another thing"),
        Case("The share of 3 : 2 was given as 3:2 in the note.", why="a ratio"),
        Case("The court sat at 9:30 in Riga.", why="a time"),
        Case("He typed ; ; and ? ! at random.", why="marks among themselves"),
    )

    def __call__(self, text: Parsed) -> Iterator[Suspicion]:
        """Every such mark."""
        for match in matches(text, _SPACED):
            yield seen(
                Span(*match.span("mark")),
                f"A space stands before “{match['mark']}”.",
                "The text was spaced as another language does, or cut into words and joined again.",
                confidence=0.8,
                group="spaced marks",
            )
