"""Text cut where something is said about it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from mtaudit.records import Document, Finding, Role, Segment, Span


@dataclass(frozen=True, slots=True)
class Note:
    """A finding with its place on the page: `label` such as "3" or "3b", and all labels of its group."""

    label: str
    finding: Finding
    leader: Finding
    places: tuple[tuple[str, Finding], ...]

    @property
    def leads(self) -> bool:
        """Whether it is the first of its group, or stands alone."""
        return self.finding is self.leader


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with what is said about it; no text where words of the other side are missing.

    `notes` claim it, `ends` are those of them that end here; `harmless` names an equivalence; `moved` words
    begin here.
    """

    text: str
    notes: tuple[Note, ...] = ()
    ends: tuple[Note, ...] = ()
    harmless: str | None = None
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One segment, cut into pieces."""

    role: Role
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A range of a document's text and what is said about it; an empty range is a gap, where words are missing."""

    start: int
    end: int
    note: Note | None = None
    harmless: str | None = None
    moved: bool = False


@dataclass(slots=True)
class Side:
    """All that is to be marked in one document; only alive while its passages are cut."""

    document: Document
    marks: list[Mark] = field(default_factory=list)


def cut_all(side: Side, segments: list[Segment]) -> dict[Segment, Line]:
    """Each segment of the side cut at the marks that reach into it."""
    ordered = sorted(segments, key=lambda s: s.span)
    starts = [s.span.start for s in ordered]
    marks: list[list[Mark]] = [[] for _ in ordered]
    for mark in side.marks:
        index = max(0, bisect_right(starts, mark.start) - 1)
        while index < len(ordered) and (starts[index] < mark.end or mark.start == mark.end):
            marks[index].append(mark)
            if mark.start == mark.end:
                break
            index += 1
    return {
        segment: Line(segment.role, tuple(_cut(side.document.text, segment.span, within)))
        for segment, within in zip(ordered, marks, strict=True)
    }


def _cut(text: str, span: Span, marks: list[Mark]) -> Iterator[Piece]:
    gaps = [(min(max(m.start, span.start), span.end), m.note) for m in marks if m.start == m.end and m.note]
    spans = [m for m in marks if m.start < span.end and m.end > span.start]
    inner = {place for m in spans for place in (m.start, m.end) if span.start < place < span.end}
    bounds = sorted({span.start, span.end, *inner, *(place for place, _ in gaps)})
    for start, end in pairwise(bounds):
        yield from (Piece("", (note,), (note,)) for place, note in gaps if place == start)
        yield _piece(text, start, end, span, [m for m in spans if m.start <= start and m.end >= end])
    yield from (Piece("", (note,), (note,)) for place, note in gaps if place == span.end)


def _piece(text: str, start: int, end: int, line: Span, active: list[Mark]) -> Piece:
    """The text between two cuts; a mark that goes on behind the line ends with it, and is moved where it starts."""
    notes = tuple(m.note for m in active if m.note)
    moved = any(m.moved and m.start == start for m in active)
    if notes:
        ends = tuple(m.note for m in active if m.note and min(m.end, line.end) == end)
        return Piece(text[start:end], notes, ends, moved=moved)
    return Piece(text[start:end], harmless=next((m.harmless for m in active), None), moved=moved)
