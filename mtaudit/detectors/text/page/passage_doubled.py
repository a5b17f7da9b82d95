"""Passage doubled: a sentence or paragraph of the article stands in it twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.text._reading import prose, seen
from mtaudit.mqm import Category, Severity
from mtaudit.records import Parsed, Role, Span, Suspicion, Word
from mtaudit.text.quotations import depth
from mtaudit.text.words import QUOTES


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageDoubled:
    """A long sentence stands in the article again, word for word.

    Scrapers take a teaser and the text, and systems that store translations in pieces put a piece in twice. The reader
    reads the same again: minor. A quotation that is set apart on the page again, a refrain of a few words, a headline
    that the first sentence takes up and notices are left alone.
    """

    least: int = 8
    """Words of a sentence that nobody writes twice: the sound originals of the round-trip corpus have none such."""

    category: ClassVar[Category] = Category.ADDITION
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "The dam above Kelmar broke at noon on Monday. Rain fell. "
            "[[The dam above Kelmar broke at noon on Monday.]] The army came.",
            severity=Severity.MINOR,
        ),
        Case(
            "The judge freed the banker for lack of proof.\n\n[[The judge freed the banker for lack of proof.]]",
            severity=Severity.MINOR,
        ),
        Case(
            "Rates rose by half a point in nine countries. Shares fell.\n\nBonds held.\n\n"
            "[[Rates rose by half a point in nine countries.]]",
            severity=Severity.MINOR,
        ),
        Case(
            "The keeper was sold to a club in the north. He wept.\n\n[[The keeper was sold to a club in the north.]]",
            severity=Severity.MINOR,
        ),
        Case(
            "The vaccine works in nine of ten old people. It is cheap. "
            "[[The vaccine works in nine of ten old people!]] It is safe.",
            severity=Severity.MINOR,
        ),
        Case(
            "Voters chose the mayor again by a wide margin. “I am glad,” she said. "
            "[[Voters chose the mayor again by a wide margin.]]",
            severity=Severity.MINOR,
        ),
        Case(
            "Troops left the port before dawn on the third day. It was quiet. "
            "[[Troops left the port before dawn on the third day.]]",
            severity=Severity.MINOR,
        ),
        Case(
            "The probe landed near a crater at the south pole. It is well. "
            "[[The probe landed near a crater at the south pole.]] It sent pictures.",
            severity=Severity.MINOR,
        ),
        Case(
            "A storm will reach the coast of Norway by Friday noon. Ferries stopped. "
            "[[A storm will reach the coast of Norway by Friday noon.]]",
            severity=Severity.MINOR,
        ),
        Case("It rained. It rained. It rained.", why="a refrain"),
        Case(
            "“We lost the match in the very first half of it,” he said.\n\n"
            "“We lost the match in the very first half of it”",
            why="a quotation set apart",
        ),
        Case(
            "The dam above Kelmar broke at noon on Monday\n\nThe dam above Kelmar broke at noon on Monday. It rained.",
            why="a headline",
        ),
        Case(
            "Rates rose by a point in nine countries in May. Rates rose by a point in nine countries in June.",
            why="another month",
        ),
        Case("The keeper was sold. The captain was sold. The keeper was sold.", why="short"),
        Case("He did not know. She did not know. He did not know.", why="short"),
        Case("Who paid for it? Nobody knows.\n\nWho paid for it? Nobody knows.", why="a refrain"),
        Case("Nine of ten patients lived for a year. Nine of ten patients died within two years.", why="another end"),
        Case("Hale 9, Brook 8.\n\nHale 9, Brook 8.", why="a table"),
    )

    def __call__(self, text: Parsed) -> Iterator[Suspicion]:
        """Every sentence of prose that stood in the text before."""
        known: set[tuple[str, ...]] = set()
        whole = text.document.text
        for segment, words in prose(text):
            said = tuple(w.form for w in words if not w.is_punctuation)
            if len(said) < self.least:
                continue
            if depth(whole, words[0].span.start) or words[0].text in QUOTES or segment.role is Role.QUOTE:
                continue
            if said in known:
                yield _suspicion(segment.span, words)
            known.add(said)


def _suspicion(span: Span, words: tuple[Word, ...]) -> Suspicion:
    return seen(
        span,
        f"The sentence that begins with “{words[0].text} {words[1].text}” stands in the text twice.",
        "It was put in again when the text was taken apart and joined.",
        confidence=0.9,
    )
