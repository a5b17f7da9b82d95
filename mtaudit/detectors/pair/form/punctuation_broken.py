"""Punctuation broken: stops inside clauses, marks behind spaces, quotation marks that face the wrong way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import added, lost
from mtaudit.mqm import Category, Severity
from mtaudit.records import ComparedBead, Comparison, Role, Span, Suspicion
from mtaudit.text.quotations import is_open
from mtaudit.text.words import DOUBLE_QUOTES, QUOTES

_BROKEN = re.compile(
    r"""
      (?P<doubled>(?:(?<![^\W\d_])[^\W\d_]{1,64})?[.,;][ ]+[.,;](?!\.)(?:[ ]*[“”"])?)   # use. , harmful
    | (?P<turned>[.,!?]?[ ][“„](?=[ ]*(?:[.,;:]|$|\s))|(?<=\w)[.,!?]“(?=\s|$))  # others. “.
    | (?P<glued>[,.;:][ ]?[”"](?=\w))                            # injunction, ”said
    | (?P<spaced>(?<=\w)[ ]+[,;](?=[ ]))                         # platforms , including
    """,
    re.VERBOSE | re.MULTILINE,
)

TURNED = ("turned", "glued")
"""Damage to the shape and spacing of a closing mark alone."""

VERBATIM = 0.9
"""Closeness from which a mark between two words is not the mark of a rewording."""

STRAY = frozenset(".!?:;~")
"""Marks that do not stand between two words that belong together."""

SAID = {
    "doubled": "A stray mark of punctuation breaks the sentence.",
    "turned": "A closing quotation mark faces the wrong way and stands off its words.",
    "glued": "A closing quotation mark is torn off its quotation.",
    "spaced": "A space stands before the comma.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PunctuationBroken:
    """Punctuation of the copy is damaged where that of the original is sound.

    Machine translation cuts sentences at marks it does not understand and puts them back together with marks in pairs
    ("wild. , loud"), marks between words that belong together, and quotations that nothing closes: minor. A closing
    quotation mark that has the wrong shape or stands off its words ("others. “"), in a paragraph whose marks all pair,
    deceives nobody: the habit counts once in a text, and where it is met again it is only remarked on. The order of
    comma and quotation mark, the shapes of marks and the serial comma are house style. A stop in the middle of a clause
    is `sentence-broken`'s.
    """

    category: ClassVar[Category] = Category.TYPOGRAPHY
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "We forbid wild, loud or late parties.",
            "We forbid [[wild. ,]] loud or late parties.",
            severity=Severity.MINOR,
        ),
        Case(
            "“We are safe from others.” He left.", "“We are safe from others[[. “]] He left.", severity=Severity.MINOR
        ),
        Case("“A goal,” he said. “A win.”", "“A goal,” he said. “A win[[. “]]", severity=Severity.MINOR),
        Case("“It is over,” said the coach.", "“It is over[[, ”]]said the coach.", severity=Severity.MINOR),
        Case(
            "The shops, and the bars, closed.",
            "The shops [[,]] and the bars, closed.",
            why="a space before a comma",
            severity=Severity.MINOR,
        ),
        Case(
            "Prices rose by 3.5 percent, e.g. in May.",
            "Prices rose by 3.5 percent, e.g. in May.",
            why="an abbreviation",
        ),
        Case("The storm hit two old ports.", "The storm hit two old [[;]] ports.", severity=Severity.MINOR),
        Case("“We are safe,” he said.", "“We are safe”, he said.", why="British order of the marks"),
        Case("She sang. iTunes sold it.", "She sang. iTunes sold it.", why="the same in the original"),
        Case("It costs $5 a. k. a. “five”.", "It costs $5 a. k. a. “five”.", why="the same in the original"),
        Case(
            "Hale spoke of “a lost year[[”]] for trade.",
            "Hale spoke of “a lost year for trade.",
            severity=Severity.MINOR,
        ),
        Case(
            "The drug, a painkiller, was banned.", "The drug, a [[painkiller; ,]] was banned.", severity=Severity.MINOR
        ),
        Case("Snow closed the northern pass.", "Snow closed the [[:]] northern pass.", severity=Severity.MINOR),
        Case("She won the race in a record time.", "She won the race in a [[“]] record time.", severity=Severity.MINOR),
        Case("Votes were bought, sold and burned.", "Votes were bought, sold and burned.", why="the same"),
        Case("“The vote is over,” she said.", '"The vote is over," she said.', why="straight marks"),
        Case("He bought bread, wine and salt.", "He bought bread, wine, and salt.", why="the serial comma"),
        Case("Rain fell – a lot of it – in June.", "Rain fell, a lot of it, in June.", why="dashes or commas"),
        Case("He won 3-2 … and left.", "He won 3-2... and left.", why="dots"),
        Case("The “lost” vote was found.", "The ‘lost’ vote was found.", why="other marks"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Every damaged place in the copy's article text that does not stand so in the original."""
        usual = {match.group() for match in _BROKEN.finditer(comparison.original.text)}
        text = comparison.copy.text
        met = False
        for bead in comparison.alignment.beads:
            for segment in bead.copy:
                if segment.role is Role.DEBRIS:
                    continue
                for match in _BROKEN.finditer(text, segment.span.start, segment.span.end):
                    if match.group() in usual:
                        continue
                    again = met and _merely_turned(text, match)
                    met = met or match.lastgroup in TURNED
                    yield _suspicion(match, Severity.NEUTRAL if again else Severity.MINOR)
        for compared in comparison.beads:
            if compared.original and compared.copy and compared.closeness >= VERBATIM:
                yield from _strayed(compared)
                yield from _unpaired(comparison, compared)


def _merely_turned(text: str, match: re.Match[str]) -> bool:
    """Whether only the shape and spacing of a closing mark are wrong: all marks of its paragraph pair."""
    return match.lastgroup in TURNED and not is_open(text, Span(*match.span()))


def _suspicion(match: re.Match[str], severity: Severity) -> Suspicion:
    start, end = match.span()
    while match.string[start].isspace():
        start += 1
    turned = match.lastgroup in TURNED
    return Suspicion(
        original=None,
        copy=Span(start, end),
        severity=severity,
        message=SAID[match.lastgroup or "doubled"],
        explanation="It is plain where the quotation ends; only the shape and spacing of the mark are wrong."
        if turned
        else "Machine translation cut the text at this place and joined it again.",
        confidence=0.9,
        group="turned marks" if turned else None,
    )


def _strayed(bead: ComparedBead) -> Iterator[Suspicion]:
    """A single mark that closes or opens something, between two words that stand side by side in the original."""
    kept = {k.copy: k.original for k in bead.links if not bead.copy[k.copy].is_punctuation}
    for difference in bead.differences:
        before, behind = difference.copy.start - 1, difference.copy.stop
        if difference.original or len(difference.copy) != 1 or before not in kept or behind not in kept:
            continue
        mark = bead.copy[difference.copy.start]
        odd = sum(w.text in QUOTES for w in bead.copy) % 2 == 1
        if (mark.text in STRAY or (mark.text in QUOTES and odd)) and kept[behind] == kept[before] + 1:
            means = "Nothing ends or begins at this place in the original."
            yield added((mark,), Severity.MINOR, means, 0.8, message="A stray “{}” breaks the sentence.")


def _unpaired(comparison: Comparison, bead: ComparedBead) -> Iterator[Suspicion]:
    """A quotation mark of the original without which those of the copy's paragraph no longer pair."""
    for difference in bead.differences:
        mark = bead.lost(difference)
        if difference.copy or len(mark) != 1 or mark[0].text not in DOUBLE_QUOTES:
            continue
        if is_open(comparison.copy.text, bead.copy[0].span) and not is_open(comparison.original.text, mark[0].span):
            means = "The reader cannot tell where the quotation begins or ends."
            yield lost(mark, Severity.MINOR, means, 0.8, message="The quotation mark “{}” is missing.")
