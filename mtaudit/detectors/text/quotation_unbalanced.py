"""Quotation unbalanced: a quotation mark that lacks the one it belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import TextCase
from mtaudit.detectors.passages import paragraphs, seen
from mtaudit.mqm import Category
from mtaudit.records import PROSE, Parsed, Role, Span, Suspicion
from mtaudit.text.quote_marks import Mark, Quoted, Side, marks, pairs


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
    cases: ClassVar[tuple[TextCase, ...]] = (
        TextCase("The judge called it [[“]]a plain breach of the lease and freed the tenant on Monday."),
        TextCase('The coach said [["]]we were asleep for an hour, and left without taking questions.'),
        TextCase("Prices will fall by June,[[”]] the bank said in a note to its clients."),
        TextCase("The vaccine [[“]]works in the old. The trial ended in May, the ministry said."),
        TextCase("“We saw the wave,” said the fisherman. [[“]]Nobody believed us.\n\nThe army arrived at noon."),
        TextCase("The probe is “healthy” and [[“]]on its way, engineers in Pune said on Friday."),
        TextCase("She spoke of [[“]]lost years and of “a country in debt” before the vote."),
        TextCase("The rebels will hold the bridge[[”]] until the talks begin, a spokesman said of the line."),
        TextCase("Rain fell for [[“]]nine days in the valley. The dam held, the mayor told reporters."),
        TextCase("He spoke of a “great loss” and of [[“]]a cold winter for the club."),
        TextCase("The judge called it “a plain breach” and freed the tenant.", "balanced"),
        TextCase("“We lost the first half.\n\n“We won the second,” the coach said.", "a speech opens each paragraph"),
        TextCase(
            "“We lost the first half.\n\nThen it rained.\n\nWe won the second,” the coach said.",
            "a speech that opens the first paragraph alone",
        ),
        TextCase('The new screen is 27" wide and costs less than a bike, the shop said.', "inches"),
        TextCase("The miners' union met in the rock 'n' roll hall in the '90s.", "apostrophes"),
        TextCase("“He told me ‘never again,’” the witness said, “and he meant it.”", "a quotation within one"),
        TextCase("The ‘lost’ ballots were found in a school, the clerk said.", "single marks"),
        TextCase("“It is over,” said the captain. “We are going home.”", "an interrupted quotation"),
        TextCase("Storm “may turn north\n\nThe wind fell at noon, forecasters said.", "a headline cut short"),
        TextCase("The bank spoke of “a mild winter. “ It will lend again in May.", "turned, not missing"),
        TextCase("Rates rose on Monday. Shares of banks fell at once.", "no marks"),
    )

    def __call__(self, text: Parsed) -> Iterator[Suspicion]:
        """Every mark in prose that lacks its counterpart."""
        whole = [(span, role) for span, role in paragraphs(text, None) if role is not Role.DEBRIS]
        found = [tuple(pairs(marks(text.document.text, s.start, s.end))) for s, _ in whole]
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
