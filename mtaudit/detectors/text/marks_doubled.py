"""Marks doubled: two marks of punctuation where one belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import TextCase
from mtaudit.detectors.passages import matches, seen
from mtaudit.mqm import Category
from mtaudit.records import Parsed, Span, Suspicion

_DOUBLED = re.compile(
    r"""
      (?<![.…\s])(?P<mark>[.,;:])(?:[ \u00a0]{1,3}[.,;:](?![.\w…]|\ ?\.)(?:[ \u00a0]{1,3}[.,;:](?![.\w…]))*)
    | (?<=[^\W\d_])(?:,[,;.]|;[,;.]|:[,:;.])(?![.,;:])
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MarksDoubled:
    """A stop stands beside a comma, or two stops in a row with a space between.

    "The accident. , which occurred": where a machine cuts its input in the middle of a sentence it closes the piece
    with a stop and goes on with the mark that stood there. In 61 sound articles there is not one such place, in copies
    of machine translation one in four hundred words. The words are there: minor. Dots, the stop of an abbreviation
    before a comma, and a mark before or behind a quotation mark are sound.
    """

    category: ClassVar[Category] = Category.TYPOGRAPHY
    cases: ClassVar[tuple[TextCase, ...]] = (
        TextCase("The landslide[[. ,]] which closed the pass, hurt nobody."),
        TextCase("The visitors won on penalties[[. .]] Hale was the best of them."),
        TextCase("The court freed the banker[[, .]] His wife wept."),
        TextCase("Rates[[. ,]] bonds and shares fell in Oslo."),
        TextCase("The drug[[,,]] a painkiller, was withdrawn."),
        TextCase("The vote was postponed[[;,]] nobody knew why."),
        TextCase("The reef is dying[[. ;]] the divers said so in May."),
        TextCase("Troops left the port[[, ,]] then the airfield."),
        TextCase("The probe landed[[: ,]] as planned, near a crater."),
        TextCase("Snow fell in Kelmar[[. :]] schools stayed shut."),
        TextCase("The firm, Acme Inc., sold bread, wine, etc., in May.", "an abbreviation's stop"),
        TextCase("He waited . . . and left.", "dots with spaces"),
        TextCase("He waited, ... then left.", "dots"),
        TextCase("They spoke of Brook. ... The next day it rained.", "words left out"),
        TextCase("The law of the U.S., of Japan, and of Chile differs.", "initials"),
        TextCase("Sales rose at 9 p.m.; shares did not.", "an abbreviation's stop"),
        TextCase("The shop sells files named .csv, .txt and .doc.", "names that begin with a stop"),
        TextCase("The storm hit at noon. .38 calibre guns were found later.", "a number that begins with a stop"),
        TextCase("“It is over,” said the coach; “we won.”", "sound"),
        TextCase("What? ... Nothing!", "dots"),
    )

    def __call__(self, text: Parsed) -> Iterator[Suspicion]:
        """Every run of two or more such marks."""
        for match in matches(text, _DOUBLED):
            yield seen(
                Span(*match.span()),
                f"“{match.group()}” is two marks where one belongs.",
                "Machine translation cut the sentence at this place and joined it again.",
                confidence=0.9,
            )
