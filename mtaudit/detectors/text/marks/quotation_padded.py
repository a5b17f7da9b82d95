"""Quotation padded: spaces between a quotation mark and the words it encloses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.text._reading import paragraphs, seen
from mtaudit.detectors.text.marks._reading import quoted
from mtaudit.mqm import Category, Severity
from mtaudit.records import Parsed, Span, Suspicion
from mtaudit.text.quote_marks import Mark, Side


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationPadded:
    """A space stands between a quotation mark and its words, or the marks are those of another language.

    English sets marks tight; French sets a space inside « its own », and translators carry both over, as do engines
    that cut text into words and join them again. Nobody is misled: minor, and one decision for an editor.
    """

    category: ClassVar[Category] = Category.TYPOGRAPHY
    cases: ClassVar[tuple[Case, ...]] = (
        Case("[[“]] We are safe,” the mayor said after the flood.", severity=Severity.MINOR),
        Case("“We are safe [[”]], the mayor said after the flood.", severity=Severity.MINOR),
        Case("The court spoke of [[“]] a plain breach [[”]] of the lease.", severity=Severity.MINOR),
        Case('The coach called it [["]] a gift [["]] and left.', severity=Severity.MINOR),
        Case("The bank spoke of [[«]]a mild winter[[»]] in its report.", severity=Severity.MINOR),
        Case("The minister promised [[«]] a vote in June [[»]] to the strikers.", severity=Severity.MINOR),
        Case("The [[“]] healthy [[”]] probe sent a picture home.", severity=Severity.MINOR),
        Case("“The vaccine works. [[”]] The ministry gave no figures.", severity=Severity.MINOR),
        Case("[[“]] The front is quiet,” the general wrote. “It will stay so.”", severity=Severity.MINOR),
        Case("“We are safe,” the mayor said after the flood.", why="tight"),
        Case('The coach called it "a gift" and left.', why="tight"),
        Case("“We are safe from others. “ He left the court.", why="turned, not padded"),
        Case("“It is over, ”said the coach.", why="torn off"),
        Case("“He said ‘no’ ” and left the “upper” house.", why="a thin space between two marks, as some set it"),
        Case('The screen is 27 " wide, the shop said.', why="inches"),
        Case('The shelf is 40" wide and the door 72".', why="inches twice"),
        Case("The judge said “…we find no breach” of the lease.", why="dots"),
        Case("“We lost.\n\n“We won,” said the coach.", why="a speech opens each paragraph"),
        Case("She answered: “Never.” “Why?” he asked.", why="two quotations in a row"),
        Case("A rise of 5 percent was called “mild” by “all” analysts.", why="two in a sentence"),
    )

    def __call__(self, text: Parsed) -> Iterator[Suspicion]:
        """Every mark with a space towards its words, and every mark of another language."""
        whole = text.document.text
        for span, _ in paragraphs(text):
            for quotation in quoted(text, span):
                opening, closing = quotation.opening, quotation.closing
                if opening and opening.inch:
                    continue
                if opening and (whole[opening.at] in "«»" or (closing and _opens_wide(opening, whole, span))):
                    yield _suspicion(whole, opening)
                if closing and (whole[closing.at] in "«»" or (opening and _closes_wide(closing, whole))):
                    yield _suspicion(whole, closing)


def _opens_wide(mark: Mark, text: str, within: Span) -> bool:
    return mark.shape is not Side.CLOSES and mark.at + 1 < within.end and text[mark.at + 1].isspace()


def _closes_wide(mark: Mark, text: str) -> bool:
    """Whether white space stands before the mark, between it and its words, and not a word behind it."""
    behind, before = text[mark.at + 1 : mark.at + 2], text[max(0, mark.at - 2) : mark.at]
    return mark.shape is not Side.OPENS and before[-1:].isspace() and not behind.isalnum() and before[:1] not in "’'"


def _suspicion(text: str, mark: Mark) -> Suspicion:
    foreign = text[mark.at] in "«»"
    return seen(
        Span(mark.at, mark.at + 1),
        f"“{text[mark.at]}” is no English quotation mark." if foreign else "A space parts the mark from its words.",
        "The marks were left as another language sets them, or the text was cut into words and joined again.",
        confidence=0.8,
        group="padded marks",
    )
