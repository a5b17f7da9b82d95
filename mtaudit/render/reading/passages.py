"""An audit as its reader meets it: passages in the order of the copy, text cut where something is to be said.

A passage is a bead with both its sides; every finding stands in exactly one passage, numbered in reading
order. Findings of one group share a number and differ by letter: 3a, 3b, 3c.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from mtaudit.records import Audit, Bead, ComparedBead, DifferenceKind, Finding, Pair, Role, Segment, Span, Word
from mtaudit.render.reading.marks import Line, Mark, Note, Side, cut_all
from mtaudit.render.reading.verdict import group_of, worst

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
class Passage:
    """A bead as it is read. `kind` is None where there is no original to compare with.

    `departed` are the positions of the passages that stand elsewhere in the copy, and in the original before this one.
    """

    kind: Correspondence | None
    moved: bool
    opens_paragraph: bool
    original: tuple[Line, ...]
    copy: tuple[Line, ...]
    notes: tuple[Note, ...]
    departed: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Row:
    kind: Correspondence | None
    moved: bool
    original: tuple[Segment, ...]
    copy: tuple[Segment, ...]


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
    cut_original = cut_all(original, [s for row in rows for s in row.original]) if original else {}
    cut_copy = cut_all(copy, [s for row in rows for s in row.copy])
    departed = _departed(rows)
    made, paragraph = [], -1
    for index, row in enumerate(rows):
        here = row.copy[0].paragraph if row.copy else paragraph
        made.append(
            Passage(
                kind=row.kind,
                moved=row.moved,
                opens_paragraph=here != paragraph,
                original=tuple(cut_original[s.span.start] for s in row.original),
                copy=tuple(cut_copy[s.span.start] for s in row.copy),
                notes=tuple(notes_at.get(index, ())),
                departed=departed.get(index, ()),
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
    return rows or [_Row(None, False, (), ()) for _ in audit.findings[:1]]  # a finding is told even without text


def _departed(rows: Sequence[_Row]) -> dict[int, tuple[int, ...]]:
    """Per row that kept its place, the rows moved away from before it; those of the end are told at the last one."""
    kept = [(row.original[0].span.start, i) for i, row in enumerate(rows) if row.original and not row.moved]
    kept.sort()
    found: dict[int, list[tuple[int, int]]] = {}
    for index, row in enumerate(rows):
        if row.moved and row.original and kept:
            start = row.original[0].span.start
            before = kept[min(bisect_right(kept, (start, len(rows))), len(kept) - 1)][1]
            found.setdefault(before, []).append((start, index))
    return {at: tuple(index for _, index in sorted(away)) for at, away in found.items()}


def _gaps(audit: Audit) -> _Gaps:
    """Per finding, the place in original and copy where the words of the other side are missing."""
    gaps: _Gaps = {}
    known: dict[tuple[int, bool], list[tuple[int, int]]] = {}
    for verdict in audit.verdicts:
        difference = verdict.difference
        if verdict.harmless or audit.comparison is None or verdict.reason in gaps:
            continue
        if difference.kind not in (DifferenceKind.OMITTED, DifferenceKind.ADDED):
            continue
        bead, lost = audit.comparison.beads[verdict.bead], difference.kind is DifferenceKind.OMITTED
        if (verdict.bead, lost) not in known:
            known[verdict.bead, lost] = _counterparts(bead, to_copy=lost)
        word, words = (difference.original.start, bead.copy) if lost else (difference.copy.start, bead.original)
        place = _behind(words, _counterpart(known[verdict.bead, lost], word))
        gaps[verdict.reason] = (None, place) if lost else (place, None)
    return gaps


def _counterparts(bead: ComparedBead, *, to_copy: bool) -> list[tuple[int, int]]:
    """The words of one side with those of the other that correspond, in order."""
    both = [(d.original[-1], d.copy[-1]) for d in bead.differences if d.kind is DifferenceKind.REPLACED]
    pairs = [*both, *((link.original, link.copy) for link in bead.links)]
    return sorted(pairs if to_copy else [(copy, original) for original, copy in pairs])


def _counterpart(known: Sequence[tuple[int, int]], word: int) -> int | None:
    """What corresponds to the nearest word before this one, as an index into the other side; None for nothing."""
    before = bisect_left(known, (word, -1))
    return known[before - 1][1] if before else None


def _behind(words: Sequence[Word], index: int | None) -> int | None:
    if not words:
        return None
    return words[0].span.start if index is None else words[index].span.end


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
        groups.setdefault(group_of(finding), []).append(finding)
    labels = {}
    for number, members in enumerate(groups.values(), start=1):
        for place, finding in enumerate(members):
            labels[finding.id] = f"{number}{_letters(place) if len(members) > 1 else ''}"
    return [
        Note(labels[f.id], f, worst(members), tuple((labels[m.id], m) for m in members))
        for f in findings
        for members in (groups[group_of(f)],)
    ]


def _letters(index: int) -> str:
    """0 → a, 25 → z, 26 → aa."""
    head, tail = divmod(index, 26)
    return (_letters(head - 1) if head else "") + chr(ord("a") + tail)


def _sides(audit: Audit, notes: Iterable[Note], gaps: _Gaps) -> tuple[Side | None, Side]:
    original = Side(audit.original) if audit.original else None
    copy = Side(audit.copy)
    moved = {
        verdict.reason: number
        for number, verdict in enumerate(audit.verdicts)
        if verdict.difference.kind is DifferenceKind.MOVED and not verdict.harmless
    }
    for note in notes:
        finding = note.finding
        missing = gaps.get(finding.id, (None, None))
        for side, span, gap in zip((original, copy), (finding.original, finding.copy), missing, strict=True):
            if side and span:
                number = moved.get(finding.id) if finding.original and finding.copy else None
                side.marks.append(Mark(span.start, span.end, note, moved=number))
            elif side and gap is not None:
                side.marks.append(Mark(gap, gap, note))
    for number, verdict in enumerate(audit.verdicts):
        if not verdict.harmless or audit.comparison is None:
            continue
        bead, difference = audit.comparison.beads[verdict.bead], verdict.difference
        spans = (bead.original_span(difference.original), bead.copy_span(difference.copy))
        for side, span in zip((original, copy), spans, strict=True):
            if side and span:
                moves = number if difference.kind is DifferenceKind.MOVED else None
                side.marks.append(Mark(span.start, span.end, harmless=verdict.reason, moved=moves))
    return original, copy
