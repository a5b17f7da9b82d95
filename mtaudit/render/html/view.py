"""An audit's page as plain values: every text cut, every label chosen, nothing left for a template to decide."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

from mtaudit.mqm import MQM_TYPE, Category
from mtaudit.records import Audit, Document, Failure, Finding
from mtaudit.render.html.anchors import Names
from mtaudit.render.html.cards import Card, cards, foremost
from mtaudit.render.html.minimap import Minimap, minimap
from mtaudit.render.html.rows import Row, rows
from mtaudit.render.reading.passages import passages
from mtaudit.render.reading.text import one_line, web_link
from mtaudit.render.reading.verdict import (
    RELATION,
    SIGN,
    ScoreLine,
    differences,
    fidelity,
    headline,
    percent,
    route,
    score_lines,
    tally,
    worst_severity,
)


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
class FullText:
    """One text as it is, for reading and copying."""

    name: str
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class AuditView:
    """One copy's audit. `foremost` are the cards to see first, worst first; `cards` are all, in reading order.

    `order` are the anchors of all findings as one steps through them.
    """

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
    harmless: int
    categories: tuple[CategoryLine, ...]
    scores: tuple[ScoreLine, ...]
    foremost: tuple[Card, ...]
    cards: tuple[Card, ...]
    order: str
    rows: tuple[Row, ...]
    map: Minimap
    texts: tuple[FullText, ...]
    failures: tuple[Failure, ...]


def audit_view(audit: Audit, anchor: str, prefix: str = "") -> AuditView:
    """One audit; `anchor` names it on its page, `prefix` keeps its findings apart from those of others there."""
    read = passages(audit)
    names = Names(prefix, read)
    notes = [note for passage in read for note in passage.notes]
    told = cards(audit, names, notes)
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
        harmless=sum(verdict.harmless for verdict in audit.verdicts),
        categories=_categories(audit.findings),
        scores=score_lines(audit),
        foremost=foremost(told),
        cards=told,
        order=" ".join(names.anchor(note.finding) for note in notes),
        rows=rows(read, names),
        map=minimap(read, paired=audit.original is not None),
        texts=tuple(_full(name, d) for name, d in (("Original", audit.original), ("Copy", audit.copy)) if d),
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
    return f"{RELATION[audit.relation.kind]}, {percent(audit.relation.confidence)} sure"


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


def _full(name: str, document: Document) -> FullText:
    return FullText(name, document.language or "", document.text)
