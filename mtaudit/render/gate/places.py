"""Lines and columns: where a finding stands, as people and editors count."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from mtaudit.records import Audit, Document, Finding, Span


@dataclass(frozen=True, slots=True)
class Place:
    """Where a span begins and ends: lines and columns count from 1, columns in code points; the end is exclusive.

    Lines end with LF, and are those of `Document.text`: the file's own where the file is plain text, not where it is
    HTML or holds several articles.
    """

    line: int
    column: int
    end_line: int
    end_column: int


def place(document: Document, span: Span) -> Place:
    """Where the span stands in the document's text."""
    starts = _starts(document.text)
    line, end_line = bisect_right(starts, span.start), bisect_right(starts, span.end - 1)
    return Place(line, span.start - starts[line - 1] + 1, end_line, span.end - starts[end_line - 1] + 1)


def whole_line(document: Document, line: int) -> str:
    """A line of the document's text, without its end."""
    starts = _starts(document.text)
    end = starts[line] if line < len(starts) else len(document.text)
    return document.text[starts[line - 1] : end].rstrip("\r\n")


@lru_cache(maxsize=64)
def _starts(text: str) -> tuple[int, ...]:
    """Where each line begins."""
    return tuple(accumulate((len(line) + 1 for line in text.split("\n")[:-1]), initial=0))


class Anchors:
    """Where in a copy a person should look for each finding, also for what the copy lacks."""

    def __init__(self, audit: Audit) -> None:
        self._beads = audit.comparison.beads if audit.comparison else ()
        self._starts = sorted(
            (segment.span.start, number) for number, bead in enumerate(self._beads) for segment in bead.bead.original
        )

    def of(self, finding: Finding) -> Span | None:
        """Its words in the copy; where the copy lacks them, the word before the gap; None where all is lacking."""
        if finding.copy or finding.original is None:
            return finding.copy
        at = bisect_right(self._starts, finding.original.start, key=lambda entry: entry[0])
        for _, number in reversed(self._starts[:at]):
            bead = self._beads[number]
            before = [k.copy for k in bead.links if bead.original[k.original].span.end <= finding.original.start]
            if before:
                return bead.copy[max(before)].span
            if bead.copy:
                return bead.copy[0].span
        return next((bead.copy[0].span for bead in self._beads if bead.copy), None)
