"""Lines and columns: where a finding stands, as people and editors count."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from mtaudit.records import Document, Span


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
