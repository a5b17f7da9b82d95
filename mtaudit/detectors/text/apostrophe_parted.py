"""Apostrophe parted: a space stands before or behind an apostrophe inside a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import TextCase
from mtaudit.detectors.passages import matches, seen
from mtaudit.mqm import Category
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
    cases: ClassVar[tuple[TextCase, ...]] = (
        TextCase("The [[club 's]] keeper was sold in May."),
        TextCase("The [[judge ' s]] order was short, the clerk said."),
        TextCase("The mayor said they [[don ' t]] know the cause."),
        TextCase("The [[bank’ s]] note named no date for the cut."),
        TextCase("The drug [[won 't]] be sold before June."),
        TextCase("The captain said [[we ' ll]] go home."),
        TextCase("The probe sent [[Nasa 's]] engineers a picture."),
        TextCase("Forecasters said [[it ' s]] the third storm of the year."),
        TextCase("Voters said [[they 've]] had enough of [[Hale 's]] party."),
        TextCase("The club's keeper doesn't know; it's late.", "sound"),
        TextCase("The workers' strike and the miners' song were over.", "plurals"),
        TextCase("The letter 's' is missing from the sign.", "a letter in quotation marks"),
        TextCase("They played rock 'n' roll in the '90s.", "other apostrophes"),
        TextCase("He called it 'so so' and 'safe'.", "single marks"),
        TextCase("In O' Brien's bar nobody spoke.", "a name that is parted otherwise"),
        TextCase("The plan 't Hooft drew was sold.", "a Dutch name"),
        TextCase("The size 'm' and the 'd' key were sold out.", "letters in quotation marks"),
        TextCase("The teams' s-bend was closed.", "a compound"),
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
