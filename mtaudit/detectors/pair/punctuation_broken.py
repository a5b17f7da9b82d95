"""Punctuation broken: stops inside clauses, marks behind spaces, quotation marks that face the wrong way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.lingua.sentences import ABBREVIATIONS, TITLES
from mtaudit.lingua.words import QUOTES
from mtaudit.mqm import Category, Severity
from mtaudit.records import ComparedBead, Comparison, Role, Span, Suspicion

_BROKEN = re.compile(
    r"""
      (?P<stop>\b\w+\.[ ][a-z]+)                                 # taken. for
    | (?P<doubled>[^\W\d_]*[.,;][ ]+[.,;](?!\.)(?:[ ]*[“”"])?)   # use. , harmful
    | (?P<turned>[.,!?]?[ ][“„](?=[ ]*(?:[.,;:]|$|\s))|(?<=\w)[.,!?]“(?=\s|$))  # others. “.
    | (?P<glued>[,.;:][ ]?[”"](?=\w))                            # injunction, ”said
    | (?P<spaced>(?<=\w)[ ]+[,;](?=[ ]))                         # platforms , including
    """,
    re.VERBOSE | re.MULTILINE,
)

VERBATIM = 0.9
"""Closeness from which a mark between two words is not the mark of a rewording."""

STRAY = frozenset(".!?:;~")
"""Marks that do not stand between two words that belong together."""

SAID = {
    "stop": "A full stop breaks the sentence.",
    "doubled": "A stray mark of punctuation breaks the sentence.",
    "turned": "A closing quotation mark faces the wrong way and stands off its words.",
    "glued": "A closing quotation mark is torn off its quotation.",
    "spaced": "A space stands before the comma.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PunctuationBroken:
    """Punctuation of the copy is damaged where that of the original is sound.

    Machine translation cuts sentences at marks it does not understand and puts them back together with stops
    in the middle of a clause ("taken. for an improper purpose"), marks in pairs ("use. , harmful") and
    quotation marks that open where they ought to close ("others. “").
    """

    category: ClassVar[Category] = Category.TYPOGRAPHY
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case("Steps were taken for a good reason.", "Steps were [[taken. for]] a good reason."),
        Case("We forbid wild, loud or late parties.", "We forbid [[wild. ,]] loud or late parties."),
        Case("“We are safe from others.” He left.", "“We are safe from others[[. “]] He left."),
        Case("“A goal,” he said. “A win.”", "“A goal,” he said. “A win[[. “]]"),
        Case("“It is over,” said the coach.", "“It is over[[, ”]]said the coach."),
        Case("The shops, and the bars, closed.", "The shops [[,]] and the bars, closed.", "a space before a comma"),
        Case("Prices rose by 3.5 percent, e.g. in May.", "Prices rose by 3.5 percent, e.g. in May.", "an abbreviation"),
        Case("The storm hit two old ports.", "The storm hit two old [[;]] ports."),
        Case("“We are safe,” he said.", "“We are safe”, he said.", "British order of the marks"),
        Case("She sang. iTunes sold it.", "She sang. iTunes sold it.", "the same in the original"),
        Case("It costs $5 a. k. a. “five”.", "It costs $5 a. k. a. “five”.", "the same in the original"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Every damaged place in the copy's article text that does not stand so in the original."""
        usual = {match.group() for match in _BROKEN.finditer(comparison.original.text)}
        text = comparison.copy.text
        for bead in comparison.alignment.beads:
            for segment in bead.copy:
                if segment.role is Role.DEBRIS:
                    continue
                for match in _BROKEN.finditer(text, segment.span.start, segment.span.end):
                    if match.group() in usual or (match.lastgroup == "stop" and _abbreviates(match.group())):
                        continue
                    yield self._suspicion(match)
        for compared in comparison.beads:
            if compared.original and compared.closeness >= VERBATIM:
                yield from _strayed(compared)

    def _suspicion(self, match: re.Match[str]) -> Suspicion:
        start, end = match.span()
        while match.string[start].isspace():
            start += 1
        if match.lastgroup == "turned":
            start = match.start()
        return Suspicion(
            original=None,
            copy=Span(start, end),
            severity=Severity.MINOR,
            message=SAID[match.lastgroup or "stop"],
            explanation="Machine translation cut the text at this place and joined it again.",
            confidence=0.9,
        )


def _strayed(bead: ComparedBead) -> Iterator[Suspicion]:
    """A single mark that closes or opens something, put between two words that stand side by side in the original."""
    kept = {k.copy: k.original for k in bead.links if not bead.copy[k.copy].is_punctuation}
    for difference in bead.differences:
        before, behind = difference.copy.start - 1, difference.copy.stop
        if difference.original or len(difference.copy) != 1 or before not in kept or behind not in kept:
            continue
        mark = bead.copy[difference.copy.start]
        odd = sum(w.text in QUOTES for w in bead.copy) % 2 == 1
        if (mark.text in STRAY or (mark.text in QUOTES and odd)) and kept[behind] == kept[before] + 1:
            yield Suspicion(
                original=None,
                copy=mark.span,
                severity=Severity.MINOR,
                message=f"A stray “{mark.text}” breaks the sentence.",
                explanation="Nothing ends or begins at this place in the original.",
                confidence=0.8,
            )


def _abbreviates(found: str) -> bool:
    """Whether the stop belongs to an abbreviation and breaks nothing."""
    word = found.split(".")[0].casefold()
    return len(word) <= 1 or word in TITLES or word in ABBREVIATIONS
