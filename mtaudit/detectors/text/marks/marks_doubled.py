"""Marks doubled: two marks of punctuation where one belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.text._reading import matches, seen
from mtaudit.mqm import Category, Severity
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
    cases: ClassVar[tuple[Case, ...]] = (
        Case("The landslide[[. ,]] which closed the pass, hurt nobody.", severity=Severity.MINOR),
        Case("The visitors won on penalties[[. .]] Hale was the best of them.", severity=Severity.MINOR),
        Case("The court freed the banker[[, .]] His wife wept.", severity=Severity.MINOR),
        Case("Rates[[. ,]] bonds and shares fell in Oslo.", severity=Severity.MINOR),
        Case("The drug[[,,]] a painkiller, was withdrawn.", severity=Severity.MINOR),
        Case("The vote was postponed[[;,]] nobody knew why.", severity=Severity.MINOR),
        Case("The reef is dying[[. ;]] the divers said so in May.", severity=Severity.MINOR),
        Case("Troops left the port[[, ,]] then the airfield.", severity=Severity.MINOR),
        Case("The probe landed[[: ,]] as planned, near a crater.", severity=Severity.MINOR),
        Case("Snow fell in Kelmar[[. :]] schools stayed shut.", severity=Severity.MINOR),
        Case("The firm, Acme Inc., sold bread, wine, etc., in May.", why="an abbreviation's stop"),
        Case("He waited . . . and left.", why="dots with spaces"),
        Case("He waited, ... then left.", why="dots"),
        Case("They spoke of Brook. ... The next day it rained.", why="words left out"),
        Case("The law of the U.S., of Japan, and of Chile differs.", why="initials"),
        Case("Sales rose at 9 p.m.; shares did not.", why="an abbreviation's stop"),
        Case("The shop sells files named .csv, .txt and .doc.", why="names that begin with a stop"),
        Case("The storm hit at noon. .38 calibre guns were found later.", why="a number that begins with a stop"),
        Case("“It is over,” said the coach; “we won.”", why="sound"),
        Case("What? ... Nothing!", why="dots"),
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
