"""What stands in quotation marks, in text whose marks may be unbalanced or face the wrong way."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from functools import lru_cache
from itertools import accumulate

from mtaudit.lingua.words import BREAKS, DOUBLE_QUOTES, LINE
from mtaudit.records import Span

LONGEST = 1500
"""Code points after which an unclosed quotation is taken to be a lost mark, not a speech."""

_DOUBLE = re.compile(f"[{re.escape(DOUBLE_QUOTES)}]")
_SINGLE = re.compile(r"(?<!\w)[‘'](?=\w)([^‘’'\r\n]{2,200}(?:[’'](?=\w)[^‘’'\r\n]*)*)(?<=[\w.,!?…])[’'](?!\w)")


@lru_cache(maxsize=512)
def quoted(text: str) -> tuple[Span, ...]:
    """The quotations of the text without their marks, in order; inner (single) quotations stand inside outer ones.

    A mark opens or closes by what stands beside it rather than by its shape, since round trips turn marks
    round. A quotation that its paragraph does not close runs to the paragraph's end, as in speeches that go
    on in the next one.
    """
    found: list[Span] = []
    for paragraph in LINE.finditer(text):
        start: int | None = None
        for mark in _DOUBLE.finditer(text, paragraph.start(), paragraph.end()):
            if start is None:
                if _opens(text, mark.start(), paragraph.end()):
                    start = mark.end()
            elif not _reopens(text, mark.start(), paragraph.end()):
                found.extend(_span(text, start, mark.start()))
                start = None
            else:
                found.extend(_span(text, start, mark.start()))
                start = mark.end()
        if start is not None and paragraph.end() - start <= LONGEST:
            found.extend(_span(text, start, paragraph.end()))
        found.extend(_single(text, paragraph.start(), paragraph.end()))
    return tuple(sorted(set(found)))


def _opens(text: str, at: int, end: int) -> bool:
    """Whether a mark can open: something but white space or punctuation follows it."""
    return at + 1 < end and (text[at + 1].isalnum() or text[at + 1] in "‘'’$£€[(….-–—#@")


def _reopens(text: str, at: int, end: int) -> bool:
    """Whether a mark inside a quotation opens another: it is shaped so, and stands as openers stand."""
    return text[at] in "“„«" and _opens(text, at, end) and (at == 0 or text[at - 1].isspace() or text[at - 1] in "(—–-")


def _span(text: str, start: int, end: int) -> list[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return [Span(start, end)] if end > start else []


def _single(text: str, start: int, end: int) -> list[Span]:
    return [Span(*m.span(1)) for m in _SINGLE.finditer(text, start, end) if " " in m.group(1) or text[m.start()] == "‘"]


def depth(text: str, at: int) -> int:
    """In how many quotations the place stands: 0 in the outlet's own words, 2 in a quotation within a quotation."""
    places, depths = _levels(text)
    level = bisect_right(places, at) - 1
    return depths[level] if level >= 0 else 0


@lru_cache(maxsize=64)
def _levels(text: str) -> tuple[list[int], list[int]]:
    """Where the depth changes, and to what."""
    changes: Counter[int] = Counter()
    for span in quoted(text):
        changes[span.start] += 1
        changes[span.end] -= 1
    places = sorted(changes)
    return places, list(accumulate(changes[place] for place in places))


def is_open(text: str, span: Span) -> bool:
    """Whether the paragraph(s) of the span have an odd number of quotation marks: one is missing or too many."""
    marks = _marks(text)
    start = max(text.rfind(mark, 0, span.start) for mark in BREAKS)
    end = min((at for mark in BREAKS if (at := text.find(mark, span.end)) >= 0), default=len(text))
    return (bisect_left(marks, end) - bisect_left(marks, max(start, 0))) % 2 == 1


@lru_cache(maxsize=64)
def _marks(text: str) -> list[int]:
    """Where the double quotation marks stand."""
    return [mark.start() for mark in _DOUBLE.finditer(text)]
