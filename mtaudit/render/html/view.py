"""The report's pages as plain values: every text cut, every label chosen, nothing left for a template to decide."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import PurePath
from string import ascii_lowercase

from mtaudit.mqm import MQM_TYPE, Category, Severity
from mtaudit.records import Audit, Document, Failure, Finding
from mtaudit.render.reading.marks import Line, Note, Piece
from mtaudit.render.reading.passages import Correspondence, Passage, passages
from mtaudit.render.reading.text import one_line, web_link
from mtaudit.render.reading.verdict import (
    RELATION,
    SIGN,
    ScoreLine,
    differences,
    fidelity,
    headline,
    route,
    score_lines,
    suppressed,
    tally,
    worst_severity,
)
from mtaudit.render.reading.witnesses import Testimony, agreement, testimonies

_REMARK = {
    Correspondence.SPLIT: "One sentence became several",
    Correspondence.MERGED: "Several sentences became one",
}
_GRAVE = frozenset({Severity.CRITICAL, Severity.MAJOR})
_NOT_IN_ANCHOR = re.compile(r"[^\w.-]")


@dataclass(frozen=True, slots=True)
class Ref:
    """A link to a finding: its label, the anchor of its card, its severity."""

    label: str
    anchor: str
    severity: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of text: plain without `style`; with no text it is the ▸ where words are missing."""

    text: str
    style: str
    title: str
    anchors: str
    refs: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class TextLine:
    """A segment with its role as the CSS class."""

    role: str
    pieces: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A finding as it is explained beside its passage; `full` for the first of its group, else a pointer to that.

    `folded` are more of its group that say the same in the same passage; they have no card of their own. `suppressed`
    says why the finding is no matter, if a person decided that.
    """

    ref: Ref
    full: bool
    number: str
    sign: str
    category: str
    mqm: str
    detector: str
    message: str
    explanation: str
    confidence: str
    before: str
    after: str
    leader: Ref
    places: tuple[Ref, ...]
    folded: tuple[Ref, ...]
    suppressed: str
    agreement: str = ""
    witnesses: tuple[Testimony, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A passage: both sides and the cards beside them; `refs` are for a side that has no text."""

    style: str
    remark: str
    original: tuple[TextLine, ...]
    copy: tuple[TextLine, ...]
    refs: tuple[Ref, ...]
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """A document's name and particulars; `link` only where it is safe to follow."""

    title: str
    outlet: str
    link: str | None
    address: str
    published: str
    language: str
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """How many findings of one severity."""

    severity: str
    sign: str
    number: int


@dataclass(frozen=True, slots=True)
class CategoryLine:
    """A line of the summary table: one category, its counts worst first."""

    category: str
    mqm: str
    counts: tuple[Count, ...]
    total: int


@dataclass(frozen=True, slots=True)
class AuditView:
    """One copy's audit; `grave` and `lesser` list its findings worst first, one per group."""

    anchor: str
    copy: Article
    original: Article | None
    relation: str
    why: str
    route: str
    evidence: tuple[str, ...]
    headline: str
    worst: str
    fidelity: str | None
    counts: tuple[Count, ...]
    differences: str
    categories: tuple[CategoryLine, ...]
    scores: tuple[ScoreLine, ...]
    grave: tuple[Card, ...]
    lesser: tuple[Card, ...]
    rows: tuple[Row, ...]
    failures: tuple[Failure, ...]


def audit_view(audit: Audit, anchor: str, prefix: str = "") -> AuditView:
    """One audit; `anchor` names it on its page, `prefix` keeps its findings apart from those of others there."""
    card = partial(_card, audit, prefix)
    read = passages(audit)
    notes = [note for passage in read for note in passage.notes]
    worst_first = sorted((n for n in notes if n.leads), key=lambda n: -n.finding.severity.rank)
    value = fidelity(audit)
    return AuditView(
        anchor=anchor,
        copy=article(audit.copy),
        original=article(audit.original) if audit.original else None,
        relation=_relation(audit),
        why=audit.relation.why,
        route=route(audit),
        evidence=audit.pivot.evidence if audit.pivot else (),
        headline=headline(audit),
        worst=worst_severity(audit.findings),
        fidelity=None if value is None else f"{value:.1f}",
        counts=_present(audit.findings),
        differences=differences(audit) if audit.comparison else "",
        categories=_categories(audit.findings),
        scores=score_lines(audit),
        grave=tuple(card(n) for n in worst_first if n.finding.severity in _GRAVE),
        lesser=tuple(card(n) for n in worst_first if n.finding.severity not in _GRAVE),
        rows=tuple(_row(passage, prefix, _cards(audit, prefix, passage.notes)) for passage in read),
        failures=audit.failures,
    )


def article(document: Document) -> Article:
    """A document as it is introduced."""
    return Article(
        title=one_line(document.title or document.id),
        outlet=one_line(document.outlet or ""),
        link=web_link(document.url),
        address=document.url or PurePath(document.path or "").name,
        published=document.published.date().isoformat() if document.published else "",
        language=document.language or "",
        remarks=document.remarks,
    )


def counts(findings: Iterable[Finding]) -> tuple[Count, ...]:
    """How many findings there are of each severity, worst first."""
    return tuple(Count(severity, SIGN[severity], number) for severity, number in tally(findings).items())


def _relation(audit: Audit) -> str:
    if audit.original is None:
        return "no original at hand"
    return f"{RELATION[audit.relation.kind]}, {_percent(audit.relation.confidence)} sure"


def _percent(share: float) -> str:
    """Rounded down, so that only certainty is shown as 100 %."""
    return f"{int(100 * share)}\u00a0%"


def _present(findings: Iterable[Finding]) -> tuple[Count, ...]:
    return tuple(count for count in counts(findings) if count.number)


def _categories(findings: tuple[Finding, ...]) -> tuple[CategoryLine, ...]:
    by_category: dict[Category, list[Finding]] = {}
    columns = {count.severity for count in _present(findings)}
    for finding in findings:
        by_category.setdefault(finding.category, []).append(finding)
    lines = [
        CategoryLine(c, MQM_TYPE[c], tuple(n for n in counts(found) if n.severity in columns), len(found))
        for c, found in by_category.items()
    ]
    return tuple(sorted(lines, key=lambda line: ([-count.number for count in line.counts], line.category)))


def _ref(prefix: str, label: str, finding: Finding) -> Ref:
    return Ref(label, _anchor(prefix, finding), finding.severity)


def _anchor(prefix: str, finding: Finding) -> str:
    return f"{prefix}finding-{_NOT_IN_ANCHOR.sub('-', finding.id)}"


def _cards(audit: Audit, prefix: str, notes: Iterable[Note]) -> tuple[Card, ...]:
    alike: dict[tuple[object, ...], list[Note]] = {}
    for note in notes:
        alike.setdefault((note.leader.id, note.finding.message, note.finding.suppression), []).append(note)
    return tuple(_card(audit, prefix, first, more) for first, *more in alike.values())


def _card(audit: Audit, prefix: str, note: Note, more: Iterable[Note] = ()) -> Card:
    finding = note.finding
    before = finding.original.of(audit.original.text) if finding.original and audit.original else ""
    return Card(
        ref=_ref(prefix, note.label, finding),
        full=note.leads,
        number=note.label.rstrip(ascii_lowercase),
        sign=SIGN[finding.severity],
        category=finding.category,
        mqm=MQM_TYPE[finding.category],
        detector=finding.detector,
        message=finding.message,
        explanation=finding.explanation,
        confidence=_percent(finding.confidence),
        before=one_line(before),
        after=one_line(finding.copy.of(audit.copy.text)) if finding.copy else "",
        leader=_ref(prefix, note.places[0][0], note.leader),
        places=tuple(_ref(prefix, label, f) for label, f in note.places) if len(note.places) > 1 else (),
        folded=tuple(_ref(prefix, other.label, other.finding) for other in more),
        suppressed=suppressed(finding.suppression) if finding.suppression else "",
        agreement=agreement(finding),
        witnesses=testimonies(finding),
    )


def _row(passage: Passage, prefix: str, cards: tuple[Card, ...]) -> Row:
    style = [passage.kind or "alone"]
    style += ["opens"] if passage.opens_paragraph else []
    style += [] if cards else ["silent"]
    moved = ("Stands elsewhere in the original",) if passage.moved else ()
    remark = (_REMARK[passage.kind],) if passage.kind in _REMARK else ()
    return Row(
        style=" ".join(style),
        remark=". ".join((*moved, *remark)),
        original=tuple(_line(line, prefix) for line in passage.original),
        copy=tuple(_line(line, prefix) for line in passage.copy),
        refs=tuple(ref for card in cards for ref in (card.ref, *card.folded)),
        cards=cards,
    )


def _line(line: Line, prefix: str) -> TextLine:
    return TextLine(line.role, tuple(_marked(piece, prefix) for piece in line.pieces))


def _marked(piece: Piece, prefix: str) -> Marked:
    if piece.notes:
        styles = [*sorted({n.finding.severity for n in piece.notes}), *(["moved"] if piece.moved else [])]
        refs = tuple(_ref(prefix, n.label, n.finding) for n in piece.ends)
        anchors = " ".join(_anchor(prefix, n.finding) for n in piece.notes)
        return Marked(piece.text, " ".join(styles), "", anchors, refs)
    if piece.harmless:
        style = "harmless moved" if piece.moved else "harmless"
        return Marked(piece.text, style, f"harmless: {piece.harmless}", "", ())
    return Marked(piece.text, "", "", "", ())
