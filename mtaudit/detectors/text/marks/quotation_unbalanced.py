"""Quotation unbalanced: a quotation mark that lacks the one it belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.text._reading import paragraphs, seen
from mtaudit.detectors.text.marks._reading import quoted
from mtaudit.mqm import Category, Severity
from mtaudit.records import PROSE, Parsed, Role, Span, Suspicion
from mtaudit.text.quote_marks import Mark, Quoted, Side


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationUnbalanced:
    """A quotation opens and is not closed in its paragraph, or is closed and never opened.

    The reader cannot tell where a person's words end and the outlet's begin. Machine translation loses marks when it
    joins sentences again. A speech over several paragraphs opens each and closes only the last, or opens the first
    alone: both are sound. Apostrophes and single marks are not counted, nor the marks of inches; which mark opens is
    told by the spaces and words beside it, not by its shape, since round trips turn marks. Minor: the words are there.
    """

    apart: int = 4
    """Paragraphs over which a speech may run without marks: on 61 sound articles none ran over more than two."""

    category: ClassVar[Category] = Category.QUOTATION
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "The judge called it [[“]]a plain breach of the lease and freed the tenant on Monday.",
            severity=Severity.MINOR,
        ),
        Case(
            'The coach said [["]]we were asleep for an hour, and left without taking questions.',
            severity=Severity.MINOR,
        ),
        Case("Prices will fall by June,[[”]] the bank said in a note to its clients.", severity=Severity.MINOR),
        Case("The vaccine [[“]]works in the old. The trial ended in May, the ministry said.", severity=Severity.MINOR),
        Case(
            "“We saw the wave,” said the fisherman. [[“]]Nobody believed us.\n\nThe army arrived at noon.",
            severity=Severity.MINOR,
        ),
        Case("The probe is “healthy” and [[“]]on its way, engineers in Pune said on Friday.", severity=Severity.MINOR),
        Case("She spoke of [[“]]lost years and of “a country in debt” before the vote.", severity=Severity.MINOR),
        Case(
            "The rebels will hold the bridge[[”]] until the talks begin, a spokesman said of the line.",
            severity=Severity.MINOR,
        ),
        Case(
            "Rain fell for [[“]]nine days in the valley. The dam held, the mayor told reporters.",
            severity=Severity.MINOR,
        ),
        Case("He spoke of a “great loss” and of [[“]]a cold winter for the club.", severity=Severity.MINOR),
        Case("The judge called it “a plain breach” and freed the tenant.", why="balanced"),
        Case("“We lost the first half.\n\n“We won the second,” the coach said.", why="a speech opens each paragraph"),
        Case(
            "“We lost the first half.\n\nThen it rained.\n\nWe won the second,” the coach said.",
            why="a speech that opens the first paragraph alone",
        ),
        Case('The new screen is 27" wide and costs less than a bike, the shop said.', why="inches"),
        Case("The miners' union met in the rock 'n' roll hall in the '90s.", why="apostrophes"),
        Case("“He told me ‘never again,’” the witness said, “and he meant it.”", why="a quotation within one"),
        Case("The ‘lost’ ballots were found in a school, the clerk said.", why="single marks"),
        Case("“It is over,” said the captain. “We are going home.”", why="an interrupted quotation"),
        Case("Storm “may turn north\n\nThe wind fell at noon, forecasters said.", why="a headline cut short"),
        Case("The bank spoke of “a mild winter. “ It will lend again in May.", why="turned, not missing"),
        Case("Rates rose on Monday. Shares of banks fell at once.", why="no marks"),
    )

    def __call__(self, text: Parsed) -> Iterator[Suspicion]:
        """Every mark in prose that lacks its counterpart."""
        whole = [(span, role) for span, role in paragraphs(text, None) if role is not Role.DEBRIS]
        found = [quoted(text, s) for s, _ in whole]
        begins = [
            bool(f) and f[0].opening is not None and f[0].opening.at == s.start for f, (s, _) in _zip(found, whole)
        ]
        spoken = self._spoken(found, begins)
        for quotations, (_, role) in _zip(found, whole):
            if role in PROSE and not any(_has_inch(q) for q in quotations):
                for quotation in quotations:
                    mark = quotation.opening or quotation.closing
                    if mark and not (quotation.opening and quotation.closing) and mark.at not in spoken:
                        yield _suspicion(mark, opens=quotation.opening is not None)

    def _spoken(self, found: Sequence[tuple[Quoted, ...]], begins: Sequence[bool]) -> frozenset[int]:
        """Where marks stand whose counterpart is that of another paragraph of one speech."""
        spoken: set[int] = set()
        for k, quotations in enumerate(found):
            opening = quotations[-1].opening if quotations and not quotations[-1].closing else None
            if opening is None:
                continue
            later = next((f for f in found[k + 1 : k + 2 + self.apart] if f), ())
            closing = later[0].closing if later and later[0].opening is None else None
            if any(begins[k + 1 : k + 2]) or closing:
                spoken.add(opening.at)
            if closing:
                spoken.add(closing.at)
        return frozenset(spoken)


def _zip(
    found: Sequence[tuple[Quoted, ...]], whole: Sequence[tuple[Span, Role]]
) -> Iterator[tuple[tuple[Quoted, ...], tuple[Span, Role]]]:
    return zip(found, whole, strict=True)


def _has_inch(quotation: Quoted) -> bool:
    """Whether a lone mark may be one of inches."""
    lone = quotation.closing if quotation.opening is None else None
    return bool(lone and lone.inch) or bool(quotation.opening and not quotation.closing and quotation.opening.inch)


def _suspicion(mark: Mark, *, opens: bool) -> Suspicion:
    sure = 0.8 if mark.shape in (Side.OPENS, Side.CLOSES) else 0.7
    return seen(
        Span(mark.at, mark.at + 1),
        "The quotation that opens here is never closed." if opens else "This mark closes what was never opened.",
        "The reader cannot tell whose words these are: a mark was lost or put in the wrong place.",
        confidence=sure,
    )
