"""What stands in quotation marks, in text whose marks may be unbalanced or face the wrong way."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from functools import lru_cache
from itertools import accumulate, zip_longest

from mtaudit.records import Span
from mtaudit.text.words import BREAKS, DOUBLE_QUOTES, LINE

LONGEST = 1500
"""Code points after which an unclosed quotation is taken to be a lost mark, not a speech."""

_BREAK = re.compile(f"[{BREAKS}]")
_DOUBLE = re.compile(f"[{re.escape(DOUBLE_QUOTES)}]")
_SINGLE_OPENS = re.compile(
    r"(?<!\w)(?:‘(?=[\w$£€(\[“…])|'(?=[^\W\d_]))(?!(?:em|til|tis|twas|cause|n|s|t|re|ve|ll|d|m)\b)"
)
_SINGLE_CLOSES = re.compile(r"(?<=[^\s‘’'])[’'](?!\w)|(?<=\s)’(?=[.,;:!?]|\s|$)")
_ORPHAN = re.compile(r"(?<=[.,!?…])’(?!\w)")

TYPED = 200
"""Code points after which no typewriter's apostrophe closes what another one opened."""


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
    """Whether a mark can open: something but white space or punctuation follows, or its shape opens and a space."""
    if text[at] in "“„«" and at + 2 < end and text[at + 1].isspace():
        return text[at + 2].isalnum()
    return at + 1 < end and (
        text[at + 1].isalnum() or text[at + 1] in "‘'’$£€[(…-–—#@" or text.startswith("..", at + 1)
    )


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
    """What stands in single marks; an apostrophe behind a plural closes only where nothing else does."""
    opens = [m.start() for m in _SINGLE_OPENS.finditer(text, start, end)]
    closes = [m.start() for m in _SINGLE_CLOSES.finditer(text, start, end)]
    found: list[Span] = []
    for at, following in zip_longest(opens, opens[1:], fillvalue=end):
        if found and found[-1].end > at:
            continue
        limit = min(following, at + (LONGEST if text[at] == "‘" else TYPED))
        ends = closes[bisect_left(closes, at + 2) : bisect_left(closes, limit)]
        close = next((c for c in ends if text[c - 1] != "s"), ends[0] if ends else None)
        if close is None and text[at] == "‘" and following == end and end - at <= LONGEST:
            close = end
        if close is not None and (text[at] == "‘" or " " in text[at:close]):
            found.extend(_span(text, at + 1, close))
    return found


def depth(text: str, at: int, *, single: bool = False) -> int:
    """In how many quotations the place stands: 0 in the outlet's own words, 2 in a quotation within a quotation.

    With `single` only those in single marks count.
    """
    places, depths = _levels(text, single)
    level = bisect_right(places, at) - 1
    return depths[level] if level >= 0 else 0


@lru_cache(maxsize=64)
def _levels(text: str, single: bool) -> tuple[list[int], list[int]]:
    """Where the depth changes, and to what."""
    changes: Counter[int] = Counter()
    for span in quoted(text):
        if not single or text[max(0, span.start - 3) : span.start].rstrip()[-1:] in ("‘", "'"):
            changes[span.start] += 1
            changes[span.end] -= 1
    places = sorted(changes)
    return places, list(accumulate(changes[place] for place in places))


def is_open(text: str, span: Span) -> bool:
    """Whether the paragraph(s) of the span have an odd number of double marks: one is missing or too many."""
    return _count(text, span, _marks(text)[0]) % 2 == 1


def has_orphan(text: str, span: Span) -> bool:
    """Whether in the paragraph(s) of the span a single mark closes what nothing opened."""
    return _count(text, span, _marks(text)[1]) > 0


def _count(text: str, span: Span, marks: list[int]) -> int:
    """How many of the marks stand in the paragraph(s) of the span."""
    breaks = _breaks(text)
    before, behind = bisect_left(breaks, span.start), bisect_left(breaks, span.end)
    start = breaks[before - 1] if before else 0
    end = breaks[behind] if behind < len(breaks) else len(text)
    return bisect_left(marks, end) - bisect_left(marks, start)


@lru_cache(maxsize=64)
def _breaks(text: str) -> list[int]:
    """Where its lines end."""
    return [mark.start() for mark in _BREAK.finditer(text)]


@lru_cache(maxsize=64)
def _marks(text: str) -> tuple[list[int], list[int]]:
    """Where the double quotation marks stand, and the single ones that close what nothing opened."""
    closed = {span.end for span in quoted(text)}
    orphans = [m.start() for m in _ORPHAN.finditer(text) if m.start() not in closed]
    return [mark.start() for mark in _DOUBLE.finditer(text)], orphans
