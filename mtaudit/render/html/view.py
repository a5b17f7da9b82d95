"""An audit's page as plain values: every text cut, every label chosen, nothing left for a template to decide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

from mtaudit.metrics.fidelity import SHARE
from mtaudit.mqm import MQM_TYPE, Category, Severity
from mtaudit.records import Audit, Document, Finding
from mtaudit.render.html.anchors import SUPPRESSED, Names
from mtaudit.render.html.cards import Card, cards, foremost
from mtaudit.render.html.minimap import Minimap, minimap
from mtaudit.render.html.rows import Row, rows
from mtaudit.render.reading.failing import Broke, broke
from mtaudit.render.reading.passages import passages
from mtaudit.render.reading.remarks import languages, remarks
from mtaudit.render.reading.text import one_line, web_link
from mtaudit.render.reading.verdict import (
    LIMITS,
    RELATION,
    SEVERITIES,
    SIGN,
    ScoreLine,
    differences,
    fidelity,
    headline,
    interval,
    judged_by,
    leaders,
    route,
    score_lines,
    seen,
    sureness,
    tally,
    unsuppressed,
    worst_severity,
)
from mtaudit.render.reading.witnesses import shown_name

MEANING = (
    f"The {SHARE}\u00a0% interval says how far the fidelity would move if the article had consisted of other sentences "
    "like these: its sentences are drawn again and again, with replacement, and each draw is scored (percentile "
    "bootstrap). Short articles and few grave findings make it wide. It does not say how sure the findings are."
)
"""What the interval of a fidelity is, for a reader."""


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
class Marked:
    """What is marked in the text and can be hidden: how many places of each severity and of each category."""

    severities: tuple[Count, ...]
    categories: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class FullText:
    """One text as it is, for reading and copying."""

    name: str
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Interval:
    """The ends of the fidelity's interval, 0 to 100."""

    low: str
    high: str

    @property
    def width(self) -> int:
        """From end to end."""
        return int(self.high) - int(self.low)


@dataclass(frozen=True, slots=True)
class Other:
    """Another article on the event, as it is introduced."""

    outlet: str
    title: str
    link: str | None
    primary: bool


@dataclass(frozen=True, slots=True)
class Voice:
    """Articles that copy one another and count once, or one that stands alone."""

    articles: tuple[Other, ...]


@dataclass(frozen=True, slots=True)
class AuditView:
    """One copy's audit. `foremost` are the cards to see first, worst first; `cards` are all, in reading order.

    `order` are the anchors of all findings as one steps through them; `groups` and `places` count those that are not
    suppressed. `counts` and `categories` count a group once, `marked` each of its places.
    """

    anchor: str
    copy: Article
    original: Article | None
    relation: str
    why: str
    remarks: tuple[str, ...]
    languages: str
    judged_by: str
    limits: str
    consulted: tuple[Voice, ...]
    seen: tuple[str, ...]
    route: str
    evidence: tuple[str, ...]
    headline: str
    worst: str
    fidelity: str | None
    interval: Interval | None
    counts: tuple[Count, ...]
    suppressed: int
    differences: str
    harmless: int
    categories: tuple[CategoryLine, ...]
    marked: Marked
    scores: tuple[ScoreLine, ...]
    foremost: tuple[Card, ...]
    cards: tuple[Card, ...]
    groups: int
    places: int
    order: str
    rows: tuple[Row, ...]
    map: Minimap
    texts: tuple[FullText, ...]
    failures: tuple[Broke, ...]


def audit_view(audit: Audit, anchor: str, prefix: str = "") -> AuditView:
    """One audit; `anchor` names it on its page, `prefix` keeps its findings apart from those of others there."""
    read = passages(audit)
    names = Names(prefix, read)
    notes = [note for passage in read for note in passage.notes]
    told = cards(audit, names, notes)
    value = fidelity(audit)
    findings = unsuppressed(audit.findings)
    return AuditView(
        anchor=anchor,
        copy=article(audit.copy),
        original=article(audit.original) if audit.original else None,
        relation=_relation(audit),
        why=audit.relation.why,
        remarks=tuple(map(one_line, remarks(audit))),
        languages=languages(audit),
        judged_by=judged_by(audit),
        limits=LIMITS[audit.basis],
        consulted=_voices(audit),
        seen=seen(audit),
        route=route(audit),
        evidence=audit.pivot.evidence if audit.pivot else (),
        headline=headline(audit),
        worst=worst_severity(findings),
        fidelity=None if value is None else f"{value:.1f}",
        interval=ends(audit),
        counts=_present(findings),
        suppressed=len(audit.findings) - len(findings),
        differences=differences(audit) if audit.comparison else "",
        harmless=sum(verdict.harmless for verdict in audit.verdicts),
        categories=_categories(leaders(findings)),
        marked=_marked(findings),
        scores=score_lines(audit),
        foremost=foremost(told),
        cards=told,
        groups=sum(card.grade != SUPPRESSED for card in told),
        places=len(findings),
        order=" ".join(names.anchor(note.finding) for note in notes),
        rows=rows(read, names),
        map=minimap(read, paired=audit.original is not None),
        texts=tuple(_full(name, d) for name, d in (("Original", audit.original), ("Copy", audit.copy)) if d),
        failures=tuple(broke(failure, audit.copy) for failure in audit.failures),
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


def ends(audit: Audit) -> Interval | None:
    """The interval of the audit's fidelity, if it has one."""
    found = interval(audit)
    return Interval(f"{found[0]:.0f}", f"{found[1]:.0f}") if found else None


def _voices(audit: Audit) -> tuple[Voice, ...]:
    """The other articles by the voices with which they count; primary documents first, then in the order of the run."""
    voices: dict[int, list[Other]] = {}
    for other in sorted(audit.consulted, key=lambda other: not other.primary):
        name, title = one_line(other.outlet or shown_name(other.id)), one_line(other.title or other.id)
        voices.setdefault(other.voice, []).append(Other(name, title, web_link(other.url), other.primary))
    return tuple(Voice(tuple(articles)) for articles in voices.values())


def _relation(audit: Audit) -> str:
    if audit.original is None:
        return f"no original at hand, {judged_by(audit)}"
    relation = audit.relation
    told = sureness(relation.confidence) if relation.confidence else "sure"
    return RELATION[relation.kind] if told == "sure" else f"{RELATION[relation.kind]}, {told}"


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


def _marked(findings: tuple[Finding, ...]) -> Marked:
    severities = Counter(finding.severity for finding in findings)
    categories: dict[Category, Counter[Severity]] = {}
    for finding in findings:
        categories.setdefault(finding.category, Counter())[finding.severity] += 1
    gravest = sorted(categories, key=lambda c: ([-categories[c][s] for s in SEVERITIES], c))
    return Marked(
        tuple(Count(s, SIGN[s], severities[s]) for s in SEVERITIES if severities[s]),
        tuple((category, categories[category].total()) for category in gravest),
    )


def _full(name: str, document: Document) -> FullText:
    return FullText(name, document.language or "", document.text)
