"""An audit as its reader meets it: passages in the order of the copy, text cut where something is to be said.

A passage is a bead with both its sides; every finding stands in exactly one passage, numbered in reading
order. Findings of one group share a number and differ by letter: 3a, 3b, 3c.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

from mtaudit.records import Audit, Bead, DifferenceKind, Document, Finding, Pair, Role, Segment, Span, Word

_Gaps = dict[str, tuple[int | None, int | None]]
_PARAGRAPH = re.compile(r"[^\s](?:[^\n]*[^\s])?")


class Correspondence(StrEnum):
    """What became of the segments of a bead."""

    EQUAL = "equal"
    CHANGED = "changed"
    SPLIT = "split"
    MERGED = "merged"
    OMITTED = "omitted"
    ADDED = "added"


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

    `notes` claim it, `ends` are those of them that end here; `harmless` names an equivalence.
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
class Passage:
    """A bead as it is read. `kind` is None where there is no original to compare with."""

    kind: Correspondence | None
    moved: bool
    opens_paragraph: bool
    original: tuple[Line, ...]
    copy: tuple[Line, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    kind: Correspondence | None
    moved: bool
    original: tuple[Segment, ...]
    copy: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    note: Note | None = None
    harmless: str | None = None
    moved: bool = False


@dataclass(slots=True)
class _Side:
    """All that is to be marked in one document; only alive while its passages are cut."""

    document: Document
    marks: list[_Mark] = field(default_factory=list)


def correspondence(bead: Bead, pair: Pair) -> Correspondence:
    """What became of the bead's segments; "equal" is one segment each with the same text."""
    if bead.kind != "matched":
        return Correspondence(bead.kind)
    same = bead.original[0].span.of(pair.original.text) == bead.copy[0].span.of(pair.copy.text)
    return Correspondence.EQUAL if same else Correspondence.CHANGED


def passages(audit: Audit) -> tuple[Passage, ...]:
    """The passages of an audit in the order of the copy; of the copy's paragraphs where there is no comparison."""
    rows = _rows(audit)
    gaps = _gaps(audit)
    homes = _homes(rows, audit.findings)
    notes = _numbered(sorted(audit.findings, key=lambda f: _reading_order(f, homes, gaps)))
    notes_at: dict[int, list[Note]] = {}
    for note in notes:
        notes_at.setdefault(homes[note.finding.id], []).append(note)
    original, copy = _sides(audit, notes, gaps)
    cut_original = _cut_all(original, [s for row in rows for s in row.original]) if original else {}
    cut_copy = _cut_all(copy, [s for row in rows for s in row.copy])
    made, paragraph = [], -1
    for index, row in enumerate(rows):
        here = row.copy[0].paragraph if row.copy else paragraph
        made.append(
            Passage(
                kind=row.kind,
                moved=row.moved,
                opens_paragraph=here != paragraph,
                original=tuple(cut_original[s] for s in row.original if s in cut_original),
                copy=tuple(cut_copy[s] for s in row.copy),
                notes=tuple(notes_at.get(index, ())),
            )
        )
        paragraph = here
    return tuple(made)


def _rows(audit: Audit) -> list[_Row]:
    if audit.comparison:
        alignment = audit.comparison.alignment
        rows = [_Row(correspondence(b, alignment.pair), b.moved, b.original, b.copy) for b in alignment.beads]
    else:
        found = enumerate(_PARAGRAPH.finditer(audit.copy.text))
        rows = [_Row(None, False, (), (Segment(Span(*m.span()), Role.BODY, i),)) for i, m in found]
    return rows or [_Row(None, False, (), ())]


def _gaps(audit: Audit) -> _Gaps:
    """Per finding, the place in original and copy where the words of the other side are missing."""
    gaps: _Gaps = {}
    for verdict in audit.verdicts:
        if verdict.harmless or audit.comparison is None:
            continue
        bead, difference = audit.comparison.beads[verdict.bead], verdict.difference
        if difference.kind is DifferenceKind.OMITTED:
            place = _before(bead.copy, difference.copy.start)
            gaps.setdefault(verdict.reason, (None, place))
        elif difference.kind is DifferenceKind.ADDED:
            place = _before(bead.original, difference.original.start)
            gaps.setdefault(verdict.reason, (place, None))
    return gaps


def _before(words: Sequence[Word], index: int) -> int | None:
    if not words:
        return None
    return words[index - 1].span.end if 0 < index <= len(words) else words[0].span.start


def _homes(rows: list[_Row], findings: Iterable[Finding]) -> dict[str, int]:
    """Per finding, the row it is read in: that of its copy span, or else of its original span."""
    copy = sorted((s.span.start, i) for i, row in enumerate(rows) for s in row.copy)
    original = sorted((s.span.start, i) for i, row in enumerate(rows) for s in row.original)

    def home(finding: Finding) -> int:
        for span, places in ((finding.copy, copy), (finding.original, original)):
            if span and places:
                return places[max(0, bisect_right(places, (span.start, len(rows))) - 1)][1]
        return len(rows) - 1

    return {finding.id: home(finding) for finding in findings}


def _reading_order(finding: Finding, homes: dict[str, int], gaps: _Gaps) -> tuple[int, int, int, str]:
    start = finding.copy.start if finding.copy else gaps.get(finding.id, (None, None))[1]
    behind = finding.original.start if finding.original else 0
    return homes[finding.id], -1 if start is None else start, behind, finding.id


def _numbered(findings: list[Finding]) -> list[Note]:
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(_key(finding), []).append(finding)
    labels = {}
    for number, members in enumerate(groups.values(), start=1):
        for place, finding in enumerate(members):
            labels[finding.id] = f"{number}{_letters(place) if len(members) > 1 else ''}"
    return [
        Note(labels[f.id], f, members[0], tuple((labels[m.id], m) for m in members))
        for f in findings
        for members in (groups[_key(f)],)
    ]


def _key(finding: Finding) -> str:
    return f"group {finding.group}" if finding.group else f"alone {finding.id}"


def _letters(index: int) -> str:
    """0 → a, 25 → z, 26 → aa."""
    head, tail = divmod(index, 26)
    return (_letters(head - 1) if head else "") + chr(ord("a") + tail)


def _sides(audit: Audit, notes: Iterable[Note], gaps: _Gaps) -> tuple[_Side | None, _Side]:
    original = _Side(audit.original) if audit.original else None
    copy = _Side(audit.copy)
    moved = {v.reason for v in audit.verdicts if v.difference.kind is DifferenceKind.MOVED and not v.harmless}
    for note in notes:
        finding = note.finding
        missing = gaps.get(finding.id, (None, None))
        for side, span, gap in zip((original, copy), (finding.original, finding.copy), missing, strict=True):
            if side and span:
                side.marks.append(_Mark(span.start, span.end, note, moved=finding.id in moved))
            elif side and gap is not None:
                side.marks.append(_Mark(gap, gap, note))
    for verdict in audit.verdicts:
        if not verdict.harmless or audit.comparison is None:
            continue
        bead, difference = audit.comparison.beads[verdict.bead], verdict.difference
        spans = (bead.original_span(difference.original), bead.copy_span(difference.copy))
        for side, span in zip((original, copy), spans, strict=True):
            if side and span:
                is_moved = difference.kind is DifferenceKind.MOVED
                side.marks.append(_Mark(span.start, span.end, harmless=verdict.reason, moved=is_moved))
    return original, copy


def _cut_all(side: _Side, segments: list[Segment]) -> dict[Segment, Line]:
    ordered = sorted(segments, key=lambda s: s.span)
    starts = [s.span.start for s in ordered]
    marks: list[list[_Mark]] = [[] for _ in ordered]
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


def _cut(text: str, span: Span, marks: list[_Mark]) -> Iterator[Piece]:
    gaps = [(min(max(m.start, span.start), span.end), m.note) for m in marks if m.start == m.end and m.note]
    spans = [m for m in marks if m.start < span.end and m.end > span.start]
    inner = {place for m in spans for place in (m.start, m.end) if span.start < place < span.end}
    bounds = sorted({span.start, span.end, *inner, *(place for place, _ in gaps)})
    for start, end in pairwise(bounds):
        yield from (Piece("", (note,), (note,)) for place, note in gaps if place == start)
        active = [m for m in spans if m.start <= start and m.end >= end]
        yield _piece(text[start:end], active, {m for m in active if min(m.end, span.end) == end})
    yield from (Piece("", (note,), (note,)) for place, note in gaps if place == span.end)


def _piece(text: str, active: list[_Mark], ending: set[_Mark]) -> Piece:
    noted = [m for m in active if m.note]
    if noted:
        notes = tuple(m.note for m in noted if m.note)
        ends = tuple(m.note for m in noted if m.note and m in ending)
        return Piece(text, notes, ends, moved=any(m.moved for m in noted))
    harmless = next((m.harmless for m in active), None)
    return Piece(text, harmless=harmless, moved=any(m.moved for m in active))
