"""Abbreviation damaged: initials or a hyphenated sign lost some of their stops or hyphens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.mqm import Category, Severity
from mtaudit.records import ComparedBead, Comparison, Span, Suspicion

_MIXED = re.compile(r"(?:\b[A-Z]{2,}\.(?:[A-Z]\.)+|\b(?:[A-Z]\.)+[A-Z]{2,}\b)(?!\w)")
_GLUED = re.compile(r"\b[A-Z][A-Za-z]*[A-Z][a-z]\w*\b|\b[DRI][A-Z]{2}\b")
_SPACED = re.compile(r"\b[A-Z](?: \.|\. )[A-Z](?: ?\.(?! [A-Z][a-z])|\b(?![.\w]))")

SHAPES = (_MIXED, _GLUED, _SPACED)

JOINTS = str.maketrans("", "", ".- ‐‑–\u00a0")


@dataclass(frozen=True, slots=True, kw_only=True)
class AbbreviationDamaged:
    """Letters of an abbreviation run together, or stand apart, as in none that is in use.

    A party and a state ("D-N.Y.") joined to "DN.Y.", a double name to "JeanPaul", initials cut at one of their stops:
    the letters are the original's, so that nobody else is named, but the reader cannot tell what they stand for. Minor.
    Styles that write an abbreviation with all of its stops or with none ("U.S.", "US"), and hyphens that give way to a
    space or vanish before a figure, are left alone.
    """

    category: ClassVar[Category] = Category.FLUENCY
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case("Rep. Ada Hale ([[D-N.M.]]) voted no.", "Rep. Ada Hale ([[DN.M.]]) voted no.", severity=Severity.MINOR),
        Case(
            "Senator Brook ([[R-Utah]]) left early.", "Senator Brook ([[RUtah]]) left early.", severity=Severity.MINOR
        ),
        Case(
            "The coach praised [[Jean-Luc]] Moreau.", "The coach praised [[JeanLuc]] Moreau.", severity=Severity.MINOR
        ),
        Case(
            "Anne-Marie Hale and [[Karl-Heinz]] Roth met.",
            "Anne-Marie Hale and [[KarlHeinz]] Roth met.",
            severity=Severity.MINOR,
        ),
        Case("Gov. Pat Lane ([[R-N.D.]]) signed it.", "Gov. Pat Lane ([[RN.D.]]) signed it.", severity=Severity.MINOR),
        Case("The [[T.U.C.]] called a strike.", "The [[TU.C.]] called a strike.", severity=Severity.MINOR),
        Case(
            "Rates in the [[Alsace-Lorraine]] area fell.",
            "Rates in the [[AlsaceLorraine]] area fell.",
            severity=Severity.MINOR,
        ),
        Case("Storms hit [[Guinea-Bissau]] again.", "Storms hit [[GuineaBissau]] again.", severity=Severity.MINOR),
        Case(
            "Doctors in [[Baden-Baden]] were surprised.",
            "Doctors in [[BadenBaden]] were surprised.",
            severity=Severity.MINOR,
        ),
        Case("The U.S. Army left in May.", "The US Army left in May.", why="all stops lost"),
        Case("The UN met in New York.", "The U.N. met in New York.", why="all stops gained"),
        Case("An F-16 crashed near the base.", "An F16 crashed near the base.", why="a figure"),
        Case("The Covid-19 ward is full.", "The COVID 19 ward is full.", why="a space"),
        Case("The web-hosting firm won.", "The web hosting firm won.", why="no name"),
        Case("Jean-Luc Moreau scored.", "Jean Luc Moreau scored.", why="a space"),
        Case(
            "He bought an iPhone and a PlayStation.", "He bought a PlayStation and an iPhone.", why="the original's own"
        ),
        Case("O'Brien met McDonald in court.", "OBrien met McDonald in court.", why="an apostrophe"),
        Case("Ph.D. students protested.", "PhD students protested.", why="all stops lost"),
        Case("He lives in D.C. now.", "He lives in DC now.", why="all stops lost"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Odd shapes in the copy with the letters of a sign of the original's bead that is written otherwise."""
        for bead in comparison.beads:
            if bead.original and bead.copy and bead.differences:
                yield from _in_bead(comparison, bead)


def _in_bead(comparison: Comparison, bead: ComparedBead) -> Iterator[Suspicion]:
    signs: dict[str, Span] = {}
    for segment in bead.bead.original:
        for match in re.finditer(r"[^\s()\[\],;:“”\"]+", segment.span.of(comparison.original.text)):
            start = segment.span.start + match.start()
            if set(match.group()) & set(".-‐‑–"):
                signs.setdefault(_letters(match.group()), Span(start, start + len(match.group())))
    for segment in bead.bead.copy:
        for shape in SHAPES if signs else ():
            for match in shape.finditer(comparison.copy.text, segment.span.start, segment.span.end):
                span = signs.get(_letters(match.group()))
                if span and _is_damage(span.of(comparison.original.text), match.group()):
                    yield _suspicion(span.of(comparison.original.text), span, match)


def _letters(text: str) -> str:
    return text.translate(JOINTS)


def _is_damage(before: str, after: str) -> bool:
    """Whether some of the joints were lost and others kept, or a hyphen between two names."""
    if before.rstrip(".") == after.rstrip(".") or before[0].islower():
        return False
    all_lost = not set(after) & set(".-‐‑– ")
    return not all_lost or bool(set(before) & set("-‐‑–"))


def _suspicion(before: str, span: Span, match: re.Match[str]) -> Suspicion:
    return Suspicion(
        original=span,
        copy=Span(*match.span()),
        severity=Severity.MINOR,
        message=f"“{before}” is written “{match.group()}”.",
        explanation="The letters run together as in no abbreviation; the reader cannot tell what they stand for.",
        confidence=0.85,
    )
