"""Original damaged: the copy has words where the original has a hole, as a lost link or name leaves it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import added
from mtaudit.lexicon import tables
from mtaudit.lexicon.closed_class import ARTICLES, PRONOUNS, content
from mtaudit.mqm import Category, Severity
from mtaudit.pair.gaps import FEWEST
from mtaudit.records import ComparedBead, Comparison, DifferenceKind, Role, Suspicion, Word
from mtaudit.text.names import is_capitalised
from mtaudit.text.sentences import TITLES as ABBREVIATED
from mtaudit.text.words import QUOTES

FINITE = tables.words("finite-openers")
"""Verbs that do not begin a statement; "may" and "do" begin some."""

STOPS = frozenset((".", "!", "?"))

MESSAGE = "The original seems damaged here: it lacks “{}”, which the copy has."
MEANS = "Text was lost when the original was extracted from its page; read it at its source."

_HOLE = re.compile(r"^(?:[ \t]+[,.)]|[ \t]{2,}\w)")
"""White space before a mark, or more of it than one: what stood between was taken out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginalDamaged:
    """The copy has a few words at a place where the original's text was visibly cut.

    "is currently online as a static page" lacks its subject, and "the report by , which" the name of a paper: a page's
    links, addresses and embedded names are lost when its text is extracted. The copy was made before, and has them. It
    is a remark (neutral) about our original, which should be read at its source before the copy is blamed; nothing was
    added. A hole is a sentence that begins in lower case or with its verb, and white space before a comma or a stop.
    """

    most: int = 4
    """Content words that a hole may have held: a name, an address, a title with a name. From five on it is a clause."""

    style: float = 0.25
    """Share of the original's sentences in lower case from which that is its style, and no sign of damage."""

    category: ClassVar[Category] = Category.BOILERPLATE
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "is closed to visitors until the spring.",
            "[[Brindle Castle]] is closed to visitors until the spring.",
            severity=Severity.NEUTRAL,
        ),
        Case(
            "The court met on Monday. is again online as a plain page.",
            "The court met on Monday. [[Ferrodon.com]] is again online as a plain page.",
            severity=Severity.NEUTRAL,
        ),
        Case(
            "He said it was over. is still shut, “for repairs.”",
            "He said it was over. [[Oslo Arena]] is still shut, “for repairs.”",
            severity=Severity.NEUTRAL,
        ),
        Case(
            "The report by , which ran on Monday, named the judge.",
            "The report by [[Marcher News]], which ran on Monday, named the judge.",
            severity=Severity.NEUTRAL,
        ),
        Case(
            "Has been sold to a rival for nine million.",
            "[[Ada Brook]] has been sold to a rival for nine million.",
            severity=Severity.NEUTRAL,
        ),
        Case(
            "Shares rose by a third after the sale of .",
            "Shares rose by a third after the sale of [[Acme]].",
            severity=Severity.NEUTRAL,
        ),
        Case(
            "said the storm would reach the coast by noon.",
            "[[Forecasters]] said the storm would reach the coast by noon.",
            severity=Severity.NEUTRAL,
        ),
        Case(
            "Troops of  took the bridge before dawn.",
            "Troops of [[Malta]] took the bridge before dawn.",
            severity=Severity.NEUTRAL,
        ),
        Case(
            "reported that nine patients had died in June.",
            "[[The Lancet]] reported that nine patients had died in June.",
            severity=Severity.NEUTRAL,
        ),
        Case(
            "Voters chose ( ) by a thousand votes.",
            "Voters chose ([[Hale]]) by a thousand votes.",
            severity=Severity.NEUTRAL,
        ),
        Case(
            "Is thought to hold water under its ice.",
            "[[The moon Cassia]] is thought to hold water under its ice.",
            severity=Severity.NEUTRAL,
        ),
        Case("The bridge of the town was closed.", "The wooden bridge of the town was closed.", why="a sound original"),
        Case(
            "iPhones were sold out in all shops by noon.",
            "New iPhones were sold out in all shops by noon.",
            why="a style",
        ),
        Case(
            "Is the court free to hear the banker again?",
            "So is the court free to hear the banker again?",
            why="a question",
        ),
        Case(
            "de Brook scored twice in the second half.",
            "Ada de Brook scored twice in the second half.",
            why="a particle",
        ),
        Case(
            "The bridge fell. Trains stood still for hours.", "The bridge fell. Express trains stood still for hours."
        ),
        Case("is closed to visitors until the spring.", "Is closed to visitors until the spring.", why="nothing more"),
        Case(
            "Had he known of the storm, he would have stayed.", "Hale: had he known of the storm, he would have stayed."
        ),
        Case(
            "“we lost the match in the last minute,” he said.", "“But we lost the match in the last minute,” he said."
        ),
        Case(
            "Turnout was low : a third stayed at home.",
            "Turnout was low in Riga: a third stayed at home.",
            why="French style",
        ),
        Case("Dr. de Brook warned of measles in the north.", "Dr. Ada de Brook warned of measles in the north."),
        Case(
            "we lost it all. nobody helped us. it rained for days.",
            "Today we lost it all. nobody helped us. it rained for days.",
            why="a style",
        ),
        Case("The army left .", "The army left the old port before the rain and the long winter came.", why="a clause"),
        Case(
            "is closed to visitors until the spring.",
            "The town, poor and forgotten since its last mine shut down, is closed to visitors until the spring.",
            why="a clause",
        ),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Additions at a hole of the original's."""
        text = comparison.original.text
        small = self._writes_small(comparison)
        for bead in comparison.beads:
            if len(bead.original) < FEWEST or not bead.copy:
                continue
            for difference in bead.differences:
                gained, at = bead.gained(difference), difference.original.start
                if difference.kind is not DifferenceKind.ADDED or not 0 < len(content(gained)) <= self.most:
                    continue
                if _is_hole(bead, at, text) or (not small and _begins(gained[0]) and _lacks_its_beginning(bead, at)):
                    yield added(gained, Severity.NEUTRAL, MEANS, 0.6, message=MESSAGE)

    def _writes_small(self, comparison: Comparison) -> bool:
        first = [
            word.text
            for bead in comparison.beads
            for before, word in zip((None, *bead.original), bead.original, strict=False)
            if (before is None or before.text in STOPS) and word.text[0].isalpha()
        ]
        small = sum(map(str.islower, first))
        return small > 2 and small > self.style * len(first)


def _is_hole(bead: ComparedBead, at: int, text: str) -> bool:
    """Whether the original has white space where a word was taken out."""
    if not 0 < at < len(bead.original):
        return False
    before, behind = bead.original[at - 1], bead.original[at]
    return bool(_HOLE.match(text[before.span.end : behind.span.end])) and before.text not in STOPS


def _lacks_its_beginning(bead: ComparedBead, at: int) -> bool:
    """Whether a sentence of prose begins there in lower case, with no particle of a name, or with its verb."""
    prose = all(segment.role in (Role.BODY, Role.QUOTE) for segment in bead.bead.original)
    ends = next((w.text for w in reversed(bead.original) if w.text not in QUOTES), "")
    if not prose or at + 1 >= len(bead.original) or ends not in STOPS - {"?"}:
        return False
    if at and (bead.original[at - 1].text not in STOPS or bead.original[at - 2].form in ABBREVIATED):
        return False
    first, second = bead.original[at], bead.original[at + 1]
    if first.text.islower():
        return not is_capitalised(second)
    return first.form in FINITE and second.form not in PRONOUNS | ARTICLES and not is_capitalised(second)


def _begins(word: Word) -> bool:
    return is_capitalised(word) or "." in word.text
