"""Sentence unmarked: a sentence lost the capital it began with, or the stop it ended with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import became
from mtaudit.lexicon.closed_class import content
from mtaudit.mqm import Category, Severity
from mtaudit.records import ComparedBead, Comparison, Role, Suspicion
from mtaudit.text.words import QUOTES

LEAST = 2
"""Content words that make a sentence."""

STOPS = frozenset((".", "!", "?"))


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceUnmarked:
    """A sentence of running text begins in lower case or ends without a stop, where the original's does not.

    Nothing of what it says is lost, but the reader cannot tell where it begins or ends: a sign that text was cut or
    joined by a machine. Headlines and captions have styles of their own.
    """

    category: ClassVar[Category] = Category.TYPOGRAPHY
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case("[[The]] bank was sold on Friday.", "[[the]] bank was sold on Friday.", severity=Severity.MINOR),
        Case("[[She]] said it rained.", "[[she]] said it rained.", severity=Severity.MINOR),
        Case("The bank was sold to a [[rival.]]", "The bank was sold to a [[rival]]", severity=Severity.MINOR),
        Case("The army left the old [[port.]]", "The army left the old [[port]]", severity=Severity.MINOR),
        Case("[[Voters]] waited for hours.", "[[voters]] waited for hours.", severity=Severity.MINOR),
        Case(
            "The vaccine protects most [[infants.]]", "The vaccine protects most [[infants]]", severity=Severity.MINOR
        ),
        Case("[[Snow]] closed the northern pass.", "[[snow]] closed the northern pass.", severity=Severity.MINOR),
        Case("What a long and cold [[night!]]", "What a long and cold [[night]]", severity=Severity.MINOR),
        Case("[[Judges]] in Oslo freed the banker.", "[[judges]] in Oslo freed the banker.", severity=Severity.MINOR),
        Case("The bank was sold to a rival!", "The bank was sold to a rival.", why="another stop"),
        Case("iPhones were stolen.", "iPhones were stolen.", why="the original's own"),
        Case("Dam breaks near old port\n\nIt rained.", "dam breaks near old port\n\nIt rained.", why="a headline"),
        Case("The dam broke. Roads were closed.", "The dam broke and roads were closed.", why="joined"),
        Case("He works for the U.S. Army in Oslo.", "He works for the US Army in Oslo.", why="initials"),
        Case("The storm hit Riga...", "The storm hit Riga.", why="dots"),
        Case("The list: rain, wind.", "The list – rain, wind.", why="marks within"),
        Case("No.", "no", why="no sentence"),
        Case("“The bank was sold.”", "“The bank was sold”.", why="the order of marks"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Beads of one sentence each whose first words or ends differ so."""
        for bead in comparison.beads:
            if bead.bead.kind == "matched" and bead.bead.original[0].role in (Role.BODY, Role.QUOTE):
                yield from _in_bead(bead)


def _in_bead(bead: ComparedBead) -> Iterator[Suspicion]:
    if len(content(bead.original)) < LEAST:
        return
    first, opens = bead.original[0], bead.copy[0]
    if first.form == opens.form and first.text[0].isupper() and opens.text[0].islower():
        yield became(
            (first,),
            (opens,),
            Severity.MINOR,
            "The reader cannot tell where it begins; a machine may have cut the text here.",
            0.8,
            message="The sentence begins with “{1}” in lower case.",
        )
    mine = [w for w in bead.original if w.text not in QUOTES][-2:]
    theirs = [w for w in bead.copy if w.text not in QUOTES][-1:]
    if (
        len(mine) == 2
        and theirs
        and not theirs[0].is_punctuation
        and mine[1].text in STOPS
        and theirs[0].form == mine[0].form
    ):
        start, stop = len(bead.original) - 1, len(bead.original)
        while bead.original[start].text in QUOTES:
            start, stop = start - 1, stop - 1
        yield became(
            bead.original[start - 1 : stop] if bead.original[start - 1] is mine[0] else mine[1:],
            theirs,
            Severity.MINOR,
            "The reader cannot tell where it ends; a machine may have cut the text here.",
            0.7,
            message="The sentence ends without a stop.",
        )
