"""Space before mark: a space stands between a word and the comma, stop or colon behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import TextCase
from mtaudit.detectors.passages import matches, seen
from mtaudit.mqm import Category
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
    cases: ClassVar[tuple[TextCase, ...]] = (
        TextCase("The network was blocked on platforms [[,]] including the largest."),
        TextCase("The army left the port [[.]] It did not come back."),
        TextCase("The minister asked [[:]] who will pay for it?"),
        TextCase("Will the dam hold [[?]] Nobody in Kelmar knows."),
        TextCase("“We won [[!]]” said the captain in the rain."),
        TextCase("Rates rose [[;]] shares fell in Oslo."),
        TextCase("Shares rose by 5% [[,]] bonds did not."),
        TextCase("The probe (the third) [[,]] landed in May."),
        TextCase("The clinic closed\u00a0[[;]] its patients were moved.", "a space that does not break"),
        TextCase("The network was blocked on platforms, including the largest.", "sound"),
        TextCase("Developers of .NET met in May; a .38 gun was found.", "names that begin with a stop"),
        TextCase("He waited ... and waited .... and left . . . at last.", "dots"),
        TextCase("He grinned :) and wrote :-( below.", "faces"),
        TextCase("The keeper kept a 2-1 lead: “It is over!”", "sound"),
        TextCase("The landslide. , which closed the pass, hurt nobody.", "two marks, which is another thing"),
        TextCase("The share of 3 : 2 was given as 3:2 in the note.", "a ratio"),
        TextCase("The court sat at 9:30 in Riga.", "a time"),
        TextCase("He typed ; ; and ? ! at random.", "marks among themselves"),
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
