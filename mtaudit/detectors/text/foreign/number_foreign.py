"""Number foreign: a number is written as another language writes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.text._reading import matches, seen
from mtaudit.lexicon.wordnet import falls_under, lemma, parts_of_speech
from mtaudit.mqm import Category, Severity
from mtaudit.records import Parsed, Span, Suspicion

_MEASURE = (
    r"\s?(?:%|°|per\s?cent\b|percent|percentage|millions?\b|billions?\b|trillions?\b|bn\b|km\b|kilomet|met(?:er|re)s?\b|cm\b|mm\b"
    r"|miles?\b|kg\b|kilos?\b|kilograms?\b|tons?\b|tonnes?\b|degrees?\b|lit(?:er|re)s?\b|hectares?\b|acres?\b|euros?\b"
    r"|dollars?\b|pounds?\b|points?\b|magnitude\b)"
)
_COMMA = re.compile(rf"(?<![\w.,])[$€£]?\d{{1,3}},\d{{1,2}}(?={_MEASURE})")
_DOTS = re.compile(r"(?<![\w.,])[$€£]?\d{1,3}(?:(?:\.\d{3}){2,}(?:,\d+)?|(?:\.\d{3})+,\d{1,2})(?![\d.,]\d|\w)")
_ONE_DOT = re.compile(r"(?<![\w.,$€£])[1-9]\d{0,2}\.\d{3}(?= (?P<first>[a-z]{3,20})\b(?: (?P<second>[a-z]{3,20})\b)?)")

SCALES = frozenset(("hundred", "thousand", "million", "billion", "trillion", "dozen"))
"""Words that make the number before them a decimal one."""

MEANS = frozenset(("per", "each", "for", "to"))
"""Words behind people of whom a mean or a ratio is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberForeign:
    """A comma parts off decimals, or full stops part off thousands.

    Most languages of Europe write 2,5 for 2.5 and 1.200.000 for 1,200,000. Left so, the number is strange and can be
    read, which is minor; but "12.500 soldiers" is read as twelve and a half where twelve thousand were meant, and that
    is major. A comma counts only before a measure ("2,5 percent"), since lists have commas too, and a single stop with
    three digits only where people are counted, of whom there is no half.
    """

    category: ClassVar[Category] = Category.NUMBER
    cases: ClassVar[tuple[Case, ...]] = (
        Case("Prices rose by [[2,5]] percent in May.", severity=Severity.MINOR),
        Case("The storm brought [[12,75]] cm of rain to the coast.", severity=Severity.MINOR),
        Case(
            "The quake had a magnitude of 6.1; the next one [[5,8]] degrees less, the joke went.",
            severity=Severity.MINOR,
        ),
        Case("The city has [[1.200.000]] voters in nine districts.", severity=Severity.MINOR),
        Case("The club paid [[€1.250.000,50]] for the keeper.", severity=Severity.MINOR),
        Case("About [[12.500]] soldiers crossed the river before dawn.", severity=Severity.MAJOR),
        Case("The trial had [[3.400]] patients in nine clinics.", severity=Severity.MAJOR),
        Case("Sales were [[1,4]] billion euros, the firm said.", severity=Severity.MINOR),
        Case("The probe flew [[384,4]] km above the crater.", severity=Severity.MINOR),
        Case("The firm lost [[$4.350,75]] on each car.", severity=Severity.MINOR),
        Case("Prices rose by 2.5 percent, to 1,250 dollars.", why="English numbers"),
        Case("The firm spent £2.125bn, or 2.125 billion.", why="three decimals"),
        Case("He won by 0.125 seconds and 1.234 points.", why="three decimals"),
        Case("The votes were 5,10 and 15 in the three towns.", why="a list"),
        Case("Version 2.125 of the program has 3 users.", why="a version"),
        Case("In India it cost 1,50,000 rupees.", why="Indian groups"),
        Case("See section 4.120 and page 3,7.", why="sections and pages"),
        Case("The address is 10.200.150.12, the court heard.", why="an address on the net"),
        Case("They won 21-19, 7,6 and 6,4 in the sets.", why="sets"),
        Case("Some 1.716 billion pupils were at home in May.", why="decimals of a billion"),
        Case("Density was 1.234 people per room.", why="a mean"),
    )

    def __call__(self, text: Parsed) -> Iterator[Suspicion]:
        """Every such number in prose, in order."""
        found = [(m, False) for p in (_COMMA, _DOTS) for m in matches(text, p)]
        found += [(m, True) for m in matches(text, _ONE_DOT) if _counts_people(m)]
        for match, misread in sorted(found, key=lambda item: item[0].start()):
            yield seen(
                Span(*match.span()),
                f"“{match.group()}” is written as in another language.",
                "The reader takes the thousands for decimals."
                if misread
                else "The number was not put into English form: decimals behind a comma, or thousands behind stops.",
                severity=Severity.MAJOR if misread else Severity.MINOR,
                confidence=0.75 if misread else 0.85,
                group="foreign numbers",
            )


def _counts_people(match: re.Match[str]) -> bool:
    """Whether persons are counted, in the plural, with one word before them at most, and it is no mean of them."""
    first, second = match["first"], match["second"] or ""
    if _is_people(first):
        return second not in MEANS
    return first not in SCALES and "a" in parts_of_speech(first) and _is_people(second)


def _is_people(form: str) -> bool:
    return form == "people" or (bool(form) and form != lemma(form) and falls_under(lemma(form), "person"))
