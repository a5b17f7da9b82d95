"""Document → segments with roles: sentences, headline, captions, headings, quotes and debris, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from mtaudit.records import Document, Parsed, Role, Segment, Span
from mtaudit.text.debris import is_debris
from mtaudit.text.sentences import sentences
from mtaudit.text.words import DOUBLE_QUOTES, LINE, words

HEADING_WORDS = 14
"""A longer line without a stop is prose whose stop was lost; the samples' longest heading has ten words."""

_BYLINE = re.compile(
    r"^(?:by|from)\s+[^\W\d_].{0,80}$|^(?:published|updated|posted|last modified)\b.{0,80}$"
    r"|^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
    r"(?:\d{1,2} )?[^\W\d_]{3,9}\.?,? (?:\d{1,2},? )?\d{4}(?:,? .{0,20})?$",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"^(?:enlarge\s*/|(?:image|photo|picture|photograph|file photo|caption|credit)s?\s*[:/(—–-])", re.IGNORECASE
)
_SENTENCE_END = re.compile(rf"[.!?…][)\]'’{re.escape(DOUBLE_QUOTES)}]*$")
_QUOTED = re.compile(rf"^[{DOUBLE_QUOTES}][^{DOUBLE_QUOTES}]+[{DOUBLE_QUOTES}]$")


def segment(document: Document) -> tuple[Segment, ...]:
    """The document's segments; they tile its text in order, losing only white space."""
    marked = {m.span.start: m.role for m in document.marked}
    made: list[Segment] = []
    introduced = False
    for number, span in enumerate(_paragraphs(document.text)):
        line = span.of(document.text)
        role = _role(line, number, introduced, marked.get(span.start))
        introduced = line.rstrip().endswith(":") and role is Role.BODY
        if role in (Role.HEADLINE, Role.HEADING, Role.BYLINE, Role.DEBRIS):
            parts: tuple[Span, ...] = (
                tuple(sentences(document.text, span.start, span.end)) if len(line) > 400 else (span,)
            )
        else:
            parts = tuple(sentences(document.text, span.start, span.end))
        made.extend(Segment(part, role, number) for part in parts)
    return tuple(made)


def parsed(document: Document) -> Parsed:
    """The document with its segments and their words."""
    segments = segment(document)
    return Parsed(document, segments, tuple(words(document.text, s.span.start, s.span.end) for s in segments))


def paragraphs(document: Document) -> tuple[Segment, ...]:
    """Its paragraphs whole, each with the role of its sentences."""
    groups = groupby(segment(document), key=lambda s: s.paragraph)
    return tuple(
        Segment(Span.cover(*(s.span for s in inside)), inside[0].role, number)
        for number, inside in ((number, tuple(group)) for number, group in groups)
    )


def _paragraphs(text: str) -> Iterator[Span]:
    """Lines are paragraphs, unless the text is wrapped by hand: then blank lines divide it."""
    lines = list(LINE.finditer(text))
    wrapped = _is_wrapped([line.group() for line in lines], text)
    start: int | None = None
    for index, line in enumerate(lines):
        left, right = _bare(line)
        start = left if start is None else start
        following = lines[index + 1] if index + 1 < len(lines) else None
        if following is None or not wrapped or len(re.findall(r"\r\n|\r|\n", text[line.end() : following.start()])) > 1:
            yield Span(start, right)
            start = None


def _bare(line: re.Match[str]) -> tuple[int, int]:
    stripped = line.group().strip()
    left = line.start() + line.group().index(stripped)
    return left, left + len(stripped)


def _is_wrapped(lines: list[str], text: str) -> bool:
    """Whether most lines stop near one width in mid-sentence, as in text wrapped at 72 columns."""
    long = [line.rstrip() for line in lines if len(line.rstrip()) > 40]
    if len(long) < 4 or max(map(len, long)) > 120 or "\n\n" not in text.replace("\r", ""):
        return False
    return sum(not _SENTENCE_END.search(line) for line in long) > 0.6 * len(long)


def _role(line: str, number: int, introduced: bool, marked: Role | None) -> Role:
    """What the page's markup says, unless the paragraph is debris, which no markup tells; else what the words say."""
    ends = _SENTENCE_END.search(line) is not None
    short = len(line.split()) <= HEADING_WORDS
    if is_debris(line):
        return Role.DEBRIS
    if marked:
        return marked
    if _CAPTION.match(line):
        return Role.CAPTION
    if number == 0 and not ends and len(line) <= 250:
        return Role.HEADLINE
    if short and _BYLINE.match(line):
        return Role.BYLINE
    if short and not ends and not line.endswith((":", ",", ";")):
        return Role.HEADING
    return Role.QUOTE if introduced or _QUOTED.match(line) else Role.BODY
