"""One article: where its words stand, what its segments are."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points in one document's text: 0 ≤ start < end.

    Raises ValueError for an empty, inverted or negative range.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not [{self.start}, {self.end})")

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The words that stand there."""
        return text[self.start : self.end]

    @staticmethod
    def cover(*spans: Span) -> Span:
        """The smallest span over all given ones (at least one)."""
        return Span(min(s.start for s in spans), max(s.end for s in spans))


class Role(StrEnum):
    """What a segment is within its article."""

    HEADLINE = "headline"
    CAPTION = "caption"
    BYLINE = "byline"
    HEADING = "heading"
    BODY = "body"
    QUOTE = "quote"
    DEBRIS = "debris"


PROSE = frozenset((Role.BODY, Role.QUOTE))
"""Roles of running text, where sentences are whole and capitals, stops and marks follow their rules."""


class Url(str):
    """The web address of a page or a feed; a plain `str` is always a text, and nothing in it is ever fetched."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Marked:
    """A paragraph whose role the page's own markup gave, which is surer than what its words suggest."""

    span: Span
    role: Role


@dataclass(frozen=True, slots=True)
class Document:
    """One article. `text` is final at ingest, so that every span stays true.

    `id` names it where the run speaks of it; `path` is the file it came out of, which may hold others. `published`
    has a time zone. `remarks` are what ingest noticed and an editor should know: an encoding guessed, mojibake found.
    `marked` are the paragraphs whose role was read from markup, in order. A `primary` document is the thing itself that
    articles speak of: a ruling, a press release, the transcript of a speech.
    """

    id: str
    text: str
    language: str | None = None
    path: str | None = None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: datetime | None = None
    remarks: tuple[str, ...] = ()
    author: str | None = None
    marked: tuple[Marked, ...] = ()
    primary: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence, headline or caption: the unit of alignment. `paragraph` counts from 0."""

    span: Span
    role: Role
    paragraph: int


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark of punctuation with its place in the document.

    `form` is the text as words are matched: lower case, plain quotation marks, clitics in full
    ("n’t" → "not"). `spaced` tells whether white space (or the segment's start) precedes it, `is_punctuation` whether
    it has neither letter nor digit.
    """

    span: Span
    text: str
    form: str
    spaced: bool
    is_punctuation: bool = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        mark = not self.text[0].isalnum() and not any(c.isalnum() for c in self.text)
        object.__setattr__(self, "is_punctuation", mark)


@dataclass(frozen=True, slots=True, eq=False)
class Parsed:
    """A document by itself: its segments in order, and the words of each.

    Two are equal only if they are the same one, so that what is read from one can be remembered for it cheaply.
    """

    document: Document
    segments: tuple[Segment, ...]
    words: tuple[tuple[Word, ...], ...]
