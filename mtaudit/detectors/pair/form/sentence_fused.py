"""Sentence fused: two sentences run into each other without a stop."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.mqm import Category, Severity
from mtaudit.records import ComparedBead, Comparison, Span, Suspicion


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceFused:
    """The last word of a sentence and the first of the next stand side by side with nothing between them.

    A machine or a scraper lost the stop. The reader takes the second sentence for a part of the first until it makes no
    sense; what is said stands, so it is minor. A comma, a dash or a conjunction in the stop's place joins two sentences
    as people join them.
    """

    alike: float = 0.6
    """Similarity from which a word at the seam is still the original's."""

    category: ClassVar[Category] = Category.FLUENCY
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case("The dam [[broke. Roads]] were closed.", "The dam [[broke roads]] were closed.", severity=Severity.MINOR),
        Case(
            "Rates rose on [[Monday. The]] bank said no more.",
            "Rates rose on [[Monday the]] bank said no more.",
            severity=Severity.MINOR,
        ),
        Case(
            "He lost the [[case. Then]] he left the country.",
            "He lost the [[case Then]] he left the country.",
            severity=Severity.MINOR,
        ),
        Case(
            "The probe sent [[pictures. Its]] battery died at noon.",
            "The probe sent [[pictures its]] battery died at noon.",
            severity=Severity.MINOR,
        ),
        Case(
            "Was the goal [[valid? Nobody]] could tell after the match.",
            "Was the goal [[valid nobody]] could tell after the match.",
            severity=Severity.MINOR,
        ),
        Case(
            "Snow fell in the [[valleys. Trains]] stood still for hours.",
            "Snow fell in the [[valleys trains]] stood still for hours.",
            severity=Severity.MINOR,
        ),
        Case(
            "Turnout was [[low. Polls]] had shown a close race.",
            "Turnout was [[low Polls]] had shown a close race.",
            severity=Severity.MINOR,
        ),
        Case(
            "The drug was [[withdrawn. Two]] patients had died in June.",
            "The drug was [[withdrawn two]] patients had died in June.",
            severity=Severity.MINOR,
        ),
        Case(
            "The army left the [[town. It]] burned for three days.",
            "The army left the [[town it]] burned for three days.",
            severity=Severity.MINOR,
        ),
        Case("The dam broke. Roads were closed.", "The dam broke, roads were closed.", why="a comma"),
        Case("The dam broke. Roads were closed.", "The dam broke and roads were closed.", why="a conjunction"),
        Case("The dam broke. Roads were closed.", "The dam broke; roads were closed.", why="a semicolon"),
        Case("The dam broke. Roads were closed.", "The dam broke – roads were closed.", why="a dash"),
        Case("Mr. Brook met Dr. Hale in May.", "Mr Brook met Dr Hale in May.", why="stops of abbreviations"),
        Case("The dam broke! Roads were closed.", "The dam broke. Roads were closed.", why="another stop"),
        Case(
            "Dam breaks\n\nRoads were closed.", "Dam breaks\n\nRoads were closed at noon.", why="a headline has no stop"
        ),
        Case("“The dam broke.” Roads were closed.", "“The dam broke”. Roads were closed.", why="the order of marks"),
        Case("The dam broke. Roads were closed.", "The dam broke while roads were closed.", why="joined by a word"),
        Case("The U.S. Army left. It rained.", "The US Army left. It rained.", why="initials"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Seams between sentences of the original at which the copy has nothing."""
        for bead in comparison.beads:
            if len(bead.bead.original) > 1 and bead.copy:
                yield from self._in_bead(bead)

    def _in_bead(self, bead: ComparedBead) -> Iterator[Suspicion]:
        partner = {k.original: k.copy for k in bead.links if k.similarity >= self.alike}
        places = {w.span.start: k for k, w in enumerate(bead.original)}
        for segment in bead.bead.original[1:]:
            first = places.get(segment.span.start)
            if not first or bead.original[first].is_punctuation:
                continue
            last = first - 1
            while last > 0 and bead.original[last].is_punctuation:
                last -= 1
            stopped = any(w.text in ".!?" for w in bead.original[last + 1 : first])
            here = partner.get(last)
            if stopped and here is not None and partner.get(first) == here + 1:
                copy = bead.copy[here : here + 2]
                yield Suspicion(
                    original=Span(bead.original[last].span.start, bead.original[first].span.end),
                    copy=Span(copy[0].span.start, copy[1].span.end),
                    severity=Severity.MINOR,
                    message=f"A sentence ends behind “{copy[0].text}”, and the copy goes on without a stop.",
                    explanation="Two sentences run into each other; the reader has to find the seam.",
                    confidence=0.8,
                )
