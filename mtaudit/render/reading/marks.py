"""Text cut where something is said about it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from mtaudit.records import Document, Finding, Role, Segment, Span


@dataclass(frozen=True, slots=True, eq=False)
class Note:
    """A finding with its place on the page: `label` such as "3" or "3b", and all labels of its group.

    `leader` is the worst of the group, by which it is told.
    """

    label: str
    finding: Finding
    leader: Finding
    places: tuple[tuple[str, Finding], ...]

    @property
    def leads(self) -> bool:
        """Whether its group is told by it, the worst of them, or it stands alone."""
        return self.finding is self.leader


class Piece(NamedTuple):
    """A stretch of text with what is said about it; no text where words of the other side are missing.

    `notes` claim it; `starts` and `ends` are those of them whose words begin and end here; `harmless` names an
    equivalence. Where moved words begin, `moved` is the number by which the other side knows them.
    """

    text: str
    notes: tuple[Note, ...] = ()
    starts: tuple[Note, ...] = ()
    ends: tuple[Note, ...] = ()
    harmless: str | None = None
    moved: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One segment, cut into pieces."""

    role: Role
    pieces: tuple[Piece, ...]


class Mark(NamedTuple):
    """A range of a document's text and what is said about it; an empty range is a gap, where words are missing."""

    start: int
    end: int
    note: Note | None = None
    harmless: str | None = None
    moved: int | None = None


@dataclass(slots=True)
class Side:
    """All that is to be marked in one document; only alive while its passages are cut."""

    document: Document
    marks: list[Mark] = field(default_factory=list)


def cut_all(side: Side, segments: list[Segment]) -> dict[int, Line]:
    """Each segment of the side, by where it starts, cut at the marks that reach into it."""
    ordered = sorted(segments, key=lambda s: s.span.start)
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
        segment.span.start: Line(segment.role, tuple(_cut(side.document.text, segment.span, within)))
        for segment, within in zip(ordered, marks, strict=True)
    }


def _cut(text: str, span: Span, marks: list[Mark]) -> list[Piece]:
    """The line in pieces; each mark is looked at where it begins and ends, so that a long line costs no more."""
    if not marks:
        return [Piece(span.of(text))]
    gaps: dict[int, list[Note]] = defaultdict(list)
    opening: dict[int, list[tuple[int, Mark]]] = defaultdict(list)
    bounds = {span.start, span.end}
    for order, mark in enumerate(marks):
        start, end = max(mark.start, span.start), min(mark.end, span.end)
        if mark.start == mark.end and mark.note:
            start = min(start, span.end)
            gaps[start].append(mark.note)
            bounds.add(start)
        elif start < end:
            opening[start].append((order, mark))
            bounds |= {start, end}
    pieces: list[Piece] = []
    active: list[tuple[int, Mark]] = []
    for start, end in pairwise(sorted(bounds)):
        if start in gaps:
            pieces += map(_gap, gaps[start])
        if active:
            active = [a for a in active if a[1].end > start]
        if start in opening:
            active = sorted([*active, *opening[start]], key=itemgetter(0)) if active else opening[start]
        if active:
            pieces.append(_piece(text, start, end, span, [mark for _, mark in active]))
        else:
            pieces.append(Piece(text[start:end]))
    if span.end in gaps:
        pieces += map(_gap, gaps[span.end])
    return pieces


def _gap(note: Note) -> Piece:
    return Piece("", (note,), (note,), (note,))


def _piece(text: str, start: int, end: int, line: Span, active: list[Mark]) -> Piece:
    """The text between two cuts; a mark that goes on behind the line ends with it, and is moved where it starts."""
    moves = [m.moved for m in active if m.moved is not None and m.start == start]
    moved = moves[0] if moves else None
    notes = tuple([m.note for m in active if m.note])
    if notes:
        starts = tuple([m.note for m in active if m.note and m.start == start])
        ends = tuple([m.note for m in active if m.note and min(m.end, line.end) == end])
        return Piece(text[start:end], notes, starts, ends, moved=moved)
    return Piece(text[start:end], harmless=active[0].harmless, moved=moved)
