"""Apostrophe parted: a space stands before or behind an apostrophe inside a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.text._reading import matches, seen
from mtaudit.mqm import Category, Severity
from mtaudit.records import Parsed, Span, Suspicion

_NEGATED = (
    "don|doesn|didn|isn|aren|wasn|weren|hasn|haven|hadn|wo|won|wouldn|ca|can|couldn|shouldn|mustn|needn|mightn|ain"
)

_PARTED = re.compile(
    rf"""
      (?<![\w’'])[^\W\d_]{{1,40}}(?:[ ][’'][ ]?|[’'][ ])s(?![\w’'-])                    # the club 's, the club' s
    | (?<![\w’'])(?:{_NEGATED})(?:[ ][’'][ ]?|[’'][ ])t(?![\w’'-])           # don ' t
    | (?<![\w’'])(?:I|you|we|they|he|she|it|who)(?:[ ][’'][ ]?|[’'][ ])(?:re|ve|ll|d|m)(?![\w’'-])
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ApostropheParted:
    """A genitive or a contraction is torn in two at its apostrophe.

    "the club 's keeper", "they don ' t": engines cut text into words before they translate, and some do not join them
    again. Nobody is misled: minor, and one decision for an editor. Letters in quotation marks, and the apostrophe of a
    plural before another word, are left alone.
    """

    category: ClassVar[Category] = Category.TYPOGRAPHY
    cases: ClassVar[tuple[Case, ...]] = (
        Case("The [[club 's]] keeper was sold in May.", severity=Severity.MINOR),
        Case("The [[judge ' s]] order was short, the clerk said.", severity=Severity.MINOR),
        Case("The mayor said they [[don ' t]] know the cause.", severity=Severity.MINOR),
        Case("The [[bank’ s]] note named no date for the cut.", severity=Severity.MINOR),
        Case("The drug [[won 't]] be sold before June.", severity=Severity.MINOR),
        Case("The captain said [[we ' ll]] go home.", severity=Severity.MINOR),
        Case("The probe sent [[Nasa 's]] engineers a picture.", severity=Severity.MINOR),
        Case("Forecasters said [[it ' s]] the third storm of the year.", severity=Severity.MINOR),
        Case("Voters said [[they 've]] had enough of [[Hale 's]] party.", severity=Severity.MINOR),
        Case("The club's keeper doesn't know; it's late.", why="sound"),
        Case("The workers' strike and the miners' song were over.", why="plurals"),
        Case("The letter 's' is missing from the sign.", why="a letter in quotation marks"),
        Case("They played rock 'n' roll in the '90s.", why="other apostrophes"),
        Case("He called it 'so so' and 'safe'.", why="single marks"),
        Case("In O' Brien's bar nobody spoke.", why="a name that is parted otherwise"),
        Case("The plan 't Hooft drew was sold.", why="a Dutch name"),
        Case("The size 'm' and the 'd' key were sold out.", why="letters in quotation marks"),
        Case("The teams' s-bend was closed.", why="a compound"),
    )

    def __call__(self, text: Parsed) -> Iterator[Suspicion]:
        """Every such word in prose."""
        for match in matches(text, _PARTED):
            yield seen(
                Span(*match.span()),
                f"“{match.group()}” is one word, torn in two.",
                "The text was cut into words for a machine and not joined again.",
                confidence=0.85,
                group="parted apostrophes",
            )
