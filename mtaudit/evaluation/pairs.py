"""Findings and beads of a pair held against gold: alignment F1, recall, precision, harmless edits left alone.

The rules are those of the gold's makers. A bead claims a link between two gold segments when it covers at
least half of both. A gold finding is found when a finding of minor or worse overlaps its copy span (its
original span where it has no copy span) and is no longer than four times that span plus forty characters.
A finding is right when it so fits a gold finding on either side; a minor one on a tolerated span, and one of
the category quotation, is not judged. A harmless edit is left alone unless a finding of major or worse, of
another category than quotation, lies on it and on no gold finding.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import msgspec

from mtaudit.errors import InputError
from mtaudit.evaluation.tally import Tally
from mtaudit.mqm import Category, Severity
from mtaudit.records import Audit, Bead, Finding, Segment, Span
from mtaudit.records.packing import decoded

Compare = Callable[[Path, Path], Audit]
"""Holds a copy against its original: `mtaudit.compare`."""


class GoldSpan(msgspec.Struct, frozen=True):
    """A range of code points, with the text that stands there where the gold gives it."""

    start: int
    end: int
    text: str = ""


class GoldFinding(msgspec.Struct, frozen=True):
    """An error that a person marked."""

    id: str
    category: Category
    severity: Severity
    copy: GoldSpan | None
    original: GoldSpan | None
    why: str = ""

    @property
    def side(self) -> str:
        """The side on which the error must be found."""
        return "copy" if self.copy else "original"


class Benign(msgspec.Struct, frozen=True):
    """A harmless edit that a person marked."""

    copy: GoldSpan
    original: GoldSpan | None = None


class GoldSegments(msgspec.Struct, frozen=True):
    """The segments of both texts."""

    original: list[GoldSpan]
    copy: list[GoldSpan]


class Gold(msgspec.Struct, frozen=True):
    """What a person found in a pair; `original` and `copy` are file names beside the gold file."""

    original: str
    copy: str
    segments: GoldSegments
    beads: list[tuple[list[int], list[int]]]
    findings: list[GoldFinding]
    benign: list[Benign]
    tolerated: list[GoldSpan]


def figures(total: Tally) -> dict[str, float]:
    """Every figure of the pairs that a floor can hold, by name, between 0 and 1."""
    found = {
        f"recall-{key}": total.share(f"found {key}", f"gold {key}")
        for key in [*Severity, *Category]
        if total.counts[f"gold {key}"]
    }
    return {"alignment-f1": _f1(total), "precision": _precision(total), "harmless": _harmless(total), **found}


def lines(stories: Mapping[str, Tally]) -> list[str]:
    """The figures as a table to read: a row per story, then all stories by severity and category."""
    total = Tally.of(stories.values())
    rows = [f"{'story':20} {'align F1':>8} {'critical':>9} {'major':>9} {'minor':>9} {'precision':>10} {'harmless':>9}"]
    rows += [_row(name, tally) for name, tally in sorted(stories.items())]
    rows += [_row("all", total), ""]
    rows += [
        f"{key:20} {total.counts[f'found {key}']:4}/{total.counts[f'gold {key}']:<4}"
        for key in Category
        if total.counts[f"gold {key}"]
    ]
    return rows


def story(path: Path, compare: Compare) -> Tally:
    """The counts of one pair; raises InputError where its gold cannot be read."""
    try:
        gold = decoded(path.read_bytes(), Gold)
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: {error}") from None
    audit = compare(path.parent / gold.original, path.parent / gold.copy)
    counts: Counter[str] = Counter()
    _count_links(gold, audit, counts)
    _count_findings(gold, audit, counts)
    return Tally(counts)


def _count_links(gold: Gold, audit: Audit, counts: Counter[str]) -> None:
    wanted = {link for rows, columns in gold.beads for link in _links(rows, columns)}
    beads: Sequence[Bead] = audit.comparison.alignment.beads if audit.comparison else ()
    claimed: set[tuple[int | None, int | None]] = set()
    for bead in beads:
        rows, columns = _covered(gold.segments.original, bead.original), _covered(gold.segments.copy, bead.copy)
        claimed |= _links(rows, columns)
    counts.update({"links right": len(wanted & claimed), "links gold": len(wanted), "links claimed": len(claimed)})


def _links(rows: Sequence[int], columns: Sequence[int]) -> set[tuple[int | None, int | None]]:
    """Every pairing of the two sides; a segment without a partner is linked to nothing."""
    pairs = {(i, j) for i in rows or (None,) for j in columns or (None,)}
    return pairs - {(None, None)}


def _covered(segments: Sequence[GoldSpan], spans: Iterable[Segment]) -> list[int]:
    spans = list(spans)
    return [
        k
        for k, s in enumerate(segments)
        if sum(max(0, min(s.end, x.span.end) - max(s.start, x.span.start)) for x in spans) >= 0.5 * (s.end - s.start)
    ]


def _overlap(a: Span | None, b: GoldSpan | None) -> bool:
    return a is not None and b is not None and a.start < b.end and b.start < a.end


def _fits(finding: Finding, gold: GoldFinding, side: str) -> bool:
    have: Span | None = getattr(finding, side)
    want: GoldSpan | None = getattr(gold, side)
    if have is None or want is None:
        return False
    return _overlap(have, want) and have.end - have.start <= 4 * (want.end - want.start) + 40


def _count_findings(gold: Gold, audit: Audit, counts: Counter[str]) -> None:
    reported = [f for f in audit.findings if f.severity.rank >= Severity.MINOR.rank]
    for error in gold.findings:
        found = any(_fits(f, error, error.side) for f in reported)
        for key in (error.severity, error.category):
            counts[f"gold {key}"] += 1
            counts[f"found {key}"] += found
    judged = [f for f in reported if f.category is not Category.QUOTATION]
    for finding in judged:
        right = any(_fits(finding, g, side) for g in gold.findings for side in ("copy", "original"))
        tolerated = finding.severity is Severity.MINOR and any(_overlap(finding.copy, t) for t in gold.tolerated)
        counts["judged"] += 1
        counts["right"] += right or tolerated
    grave = [f for f in judged if f.severity.rank >= Severity.MAJOR.rank]
    for edit in gold.benign:
        disturbed = any(
            _overlap(f.copy, edit.copy) and not any(_overlap(f.copy, g.copy) for g in gold.findings) for f in grave
        )
        counts["benign"] += 1
        counts["left alone"] += not disturbed


def _f1(tally: Tally) -> float:
    counts = tally.counts
    return 2 * counts["links right"] / max(1, counts["links gold"] + counts["links claimed"])


def _precision(tally: Tally) -> float:
    return tally.share("right", "judged")


def _harmless(tally: Tally) -> float:
    return tally.share("left alone", "benign")


def _row(name: str, tally: Tally) -> str:
    found = [f"{tally.counts[f'found {s}']}/{tally.counts[f'gold {s}']}" for s in ("critical", "major", "minor")]
    return (
        f"{name:20} {_f1(tally):8.3f} {found[0]:>9} {found[1]:>9} {found[2]:>9} "
        f"{_precision(tally):10.3f} {tally.counts['left alone']:>5}/{tally.counts['benign']:<3}"
    )
