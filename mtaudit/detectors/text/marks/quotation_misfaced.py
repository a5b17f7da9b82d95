"""Quotation misfaced: a quotation mark that faces the wrong way or is torn off its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.text._reading import paragraphs, seen
from mtaudit.detectors.text.marks._reading import quoted
from mtaudit.mqm import Category, Severity
from mtaudit.records import Parsed, Role, Span, Suspicion
from mtaudit.text.quote_marks import Mark, Quoted, Side

WRITTEN = frozenset((Role.BODY, Role.QUOTE, Role.CAPTION, Role.HEADLINE, Role.HEADING))

TURNED = "An opening quotation mark closes a quotation."

_STOPS = ".,;:!?…"
_SINGLE = re.compile(r"(?:(?<=[\w.,!?])|(?<=[.,!?][ ]))‘(?=[.,;:!?]|\s|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationMisfaced:
    """An opening quotation mark stands where a quotation closes, or a closing one where it opens.

    A machine that sees a mark behind a full stop and a space takes it for the next quotation's ("others. “"), and one
    that puts a mark before a verb of speech glues it there (", ”wrote"): word processors and people hardly ever do.
    It is the surest single sign of a round trip, and deceives nobody: minor, and one decision for an editor however
    often it is met. Straight marks face no way; texts that set the same mark on both sides, or close with “ what they
    opened with „, follow their own house.
    """

    category: ClassVar[Category] = Category.TYPOGRAPHY
    cases: ClassVar[tuple[Case, ...]] = (
        Case("“We are safe from others[[. “]] He left the court in silence.", severity=Severity.MINOR),
        Case("The lease protects “the tenant and the heirs[[. “]]", severity=Severity.MINOR),
        Case(
            "It will hit “the coast of Norway [[“.]] “That wind,” he said, “is new.”",
            why="a stop behind the mark",
            severity=Severity.MINOR,
        ),
        Case("“A late goal[[, ”]]said the coach of the visitors.", severity=Severity.MINOR),
        Case("The bank said [[”]]rates will fall” and gave no date, unlike “last year.”", severity=Severity.MINOR),
        Case("“The reef is dying[[,“]] the divers said in Cairns.", severity=Severity.MINOR),
        Case("“Nobody voted[[!“]] she told the crowd.", severity=Severity.MINOR),
        Case("The probe is “healthy[[“]] and on its way, engineers said.", severity=Severity.MINOR),
        Case("“The drug failed in children[[, ”]]the agency wrote. “It is withdrawn[[. “]]", severity=Severity.MINOR),
        Case("Shelling began “before dawn[[“,]] the governor wrote.", severity=Severity.MINOR),
        Case("“We are safe from others.” He left the court.", why="sound"),
        Case('"A late goal[[, "]]said the coach of the visitors.', severity=Severity.MINOR),
        Case("The houses are full, says the mayor[[,“]] since nobody leaves the same zone”.", severity=Severity.MINOR),
        Case("The mayor called it ‘a gift[[‘]] and left the hall.", why="a single mark", severity=Severity.MINOR),
        Case("She flew to Hawai‘i with ‘no plan’ at all.", why="a letter of a name"),
        Case('"We are safe from others. " He left the court.', why="straight marks face no way"),
        Case("”We are safe,” he said. ”It is over.”", why="one mark on both sides"),
        Case("„We are safe,“ he said in Vienna.", why="German marks"),
        Case("“He said ‘no,’” the witness wrote.", why="a quotation within one"),
        Case("He called it (“a farce”) and left—“for good,” he said.", why="brackets and dashes"),
        Case("“We lost.\n\n“We won,” said the coach.", why="a speech opens each paragraph"),
        Case("The board is 5” thick and the “nail” is short.", why="an inch"),
        Case("Hale’s “plan B”-style offer failed in the “upper” house.", why="a hyphen behind"),
        Case("The judge asked: “Why?” “Because,” he said.", why="two in a row"),
    )

    def __call__(self, text: Parsed) -> Iterator[Suspicion]:
        """Every mark whose shape, or place beside a word, is not that of the side on which it stands."""
        whole = text.document.text
        for span, role in paragraphs(text, None):
            if role in WRITTEN:
                house = "„" in span.of(whole) or "“" not in whole
                found = [f for q in quoted(text, span) for f in _of(q, whole, span, house)]
                single = [
                    (_torn(whole, m.start(), span), TURNED) for m in _SINGLE.finditer(whole, span.start, span.end)
                ]
                yield from (_suspicion(*place) for place in sorted(found + single, key=lambda place: place[0]))


def _of(quotation: Quoted, text: str, within: Span, house: bool) -> Iterator[tuple[Span, str]]:
    """What is wrong with the marks of a quotation; `house` tells that shapes follow another rule here."""
    opening, closing = quotation.opening, quotation.closing
    if opening and not house and text[opening.at] == "”":
        yield Span(opening.at, opening.at + 1), "A closing quotation mark opens a quotation."
    elif opening and text[opening.at] == "“" and opening.stand is Side.CLOSES:
        yield _torn(text, opening.at, within), "An opening quotation mark is torn off its words."
    if closing and not house and _is_turned(closing, text):
        yield _torn(text, closing.at, within), TURNED
    elif opening and closing and _is_torn(closing, text):
        yield _torn(text, closing.at, within), "A closing quotation mark is torn off its words."


def _is_turned(mark: Mark, text: str) -> bool:
    """Whether it is shaped to open, and not merely the first of its paragraph with a space behind."""
    return text[mark.at] == "“" and mark.stand is not Side.OPENS


def _is_torn(mark: Mark, text: str) -> bool:
    """Whether it closes a quotation from which a space parts it, and is glued to the next word."""
    before, behind = text[max(0, mark.at - 1) : mark.at], text[mark.at + 1 : mark.at + 2]
    return text[mark.at] in '”"' and before.isspace() and behind.isalnum()


def _torn(text: str, at: int, within: Span) -> Span:
    """The mark with the stops beside it, and the space between."""
    start, end = at, at + 1
    while start > within.start and (text[start - 1].isspace() or text[start - 1] in _STOPS):
        start -= 1
    while end < within.end and text[end] in _STOPS:
        end += 1
    while text[start].isspace():
        start += 1
    return Span(start, end)


def _suspicion(span: Span, message: str) -> Suspicion:
    return seen(
        span,
        message,
        "Machine translation lost which side of the words the mark belongs to.",
        confidence=0.9,
        group="turned marks",
    )
