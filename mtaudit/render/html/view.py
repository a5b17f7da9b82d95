"""The report's pages as plain values: every text cut, every label chosen, nothing left for a template to decide."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from string import ascii_lowercase

from mtaudit.mqm import MQM_TYPE, Category, Severity
from mtaudit.records import Audit, Document, Failure, Finding
from mtaudit.render.html.minimap import Minimap, minimap
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
    tally,
    worst_severity,
)

_REMARK = {
    Correspondence.SPLIT: "One sentence became several",
    Correspondence.MERGED: "Several sentences became one",
}
_GRAVE = frozenset({Severity.CRITICAL, Severity.MAJOR})
_ACROSS = {"original": "copy", "copy": "original"}
_BEGINNING = 70  # code points of a passage that say which one is meant
_NOT_IN_ANCHOR = re.compile(r"[^\w.-]")


@dataclass(frozen=True, slots=True)
class Ref:
    """A link to a finding: its label, the anchor of its card, its severity, and the classes it is filtered by."""

    label: str
    anchor: str
    severity: str
    style: str


@dataclass(frozen=True, slots=True)
class Layer:
    """A finding that claims a stretch of text; `id` where a link to the text leads here."""

    anchor: str
    style: str
    id: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of text, plain without `layers` and `style`; with no text it is the ▸ where words are missing.

    `layers` are its findings, the worst innermost. `swap` leads to where moved words stand on the other side, and `id`
    is where the other side's leads to.
    """

    text: str
    layers: tuple[Layer, ...] = ()
    refs: tuple[Ref, ...] = ()
    style: str = ""
    title: str = ""
    id: str = ""
    swap: str = ""


@dataclass(frozen=True, slots=True)
class TextLine:
    """A segment with its role as the CSS class."""

    role: str
    pieces: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A finding among its group: the words at this place, what is said of them, and the link to the text, if any."""

    ref: Ref
    category: str
    message: str
    before: str
    after: str
    mark: str


@dataclass(frozen=True, slots=True)
class Card:
    """A group of findings, explained once by the first of them, or a finding that stands alone.

    `style` are the classes it is filtered by; none where its places differ in them.
    """

    number: str
    severity: str
    style: str
    sign: str
    category: str
    mqm: str
    detector: str
    message: str
    explanation: str
    confidence: str
    places: tuple[Place, ...]

    @property
    def first(self) -> Place:
        """The place that the explanation is about."""
        return self.places[0]


@dataclass(frozen=True, slots=True)
class Departed:
    """A passage of the original that stands elsewhere in the copy: where that is, and how it begins."""

    id: str
    href: str
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A passage with both sides; `refs` are for a side that has no text, `origin` leads to where it was moved from."""

    id: str
    style: str
    remark: str
    origin: str
    departed: tuple[Departed, ...]
    original: tuple[TextLine, ...]
    copy: tuple[TextLine, ...]
    refs: tuple[Ref, ...]


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
    cards = _cards(audit, names, notes)
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
        foremost=_foremost(cards),
        cards=cards,
        order=" ".join(names.anchor(note.finding) for note in notes),
        rows=tuple(_row(passage, index, read, names) for index, passage in enumerate(read)),
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


class Names:
    """The anchors of one audit on its page, and which of them there are."""

    def __init__(self, prefix: str, read: Iterable[Passage]) -> None:
        self.prefix = prefix
        self._told: set[tuple[str, str]] = set()
        self._moved: set[tuple[str, int]] = set()
        for passage in read:
            for side, lines in (("original", passage.original), ("copy", passage.copy)):
                pieces = [piece for line in lines for piece in line.pieces]
                self._told |= {(side, note.finding.id) for piece in pieces for note in piece.starts}
                self._moved |= {(side, piece.moved) for piece in pieces if piece.moved is not None}

    def anchor(self, finding: Finding) -> str:
        """Of a finding's card."""
        return f"{self.prefix}finding-{_NOT_IN_ANCHOR.sub('-', finding.id)}"

    def mark(self, finding: Finding) -> str:
        """Of its words in the text, in the copy if it has any there; nothing where the text does not show them."""
        here = any((side, finding.id) in self._told for side in _ACROSS)
        return f"at-{self.anchor(finding)}" if here else ""

    def leads(self, side: str, finding: Finding) -> bool:
        """Whether links to the finding's words lead to this side."""
        return side == "copy" or ("copy", finding.id) not in self._told

    def ref(self, note: Note) -> Ref:
        """A link to the card."""
        finding = note.finding
        return Ref(note.label, self.anchor(finding), finding.severity, _style(finding))

    def moved(self, side: str, number: int | None) -> tuple[str, str]:
        """The anchor of moved words and the link to their counterpart; nothing where that is not shown."""
        if number is None or not all((side, number) in self._moved for side in _ACROSS):
            return "", ""
        return f"{self.prefix}moved-{number}-{side}", f"{self.prefix}moved-{number}-{_ACROSS[side]}"

    def row(self, index: int) -> str:
        """Of a passage."""
        return f"{self.prefix}p{index + 1}"


def _style(finding: Finding) -> str:
    return f"{finding.severity} c-{finding.category}"


def _cards(audit: Audit, names: Names, notes: Iterable[Note]) -> tuple[Card, ...]:
    groups: dict[str, list[Note]] = {}
    for note in notes:
        groups.setdefault(note.leader.id, []).append(note)
    return tuple(_card(audit, names, group) for group in groups.values())


def _card(audit: Audit, names: Names, group: Sequence[Note]) -> Card:
    finding = group[0].finding
    worst = worst_severity(note.finding for note in group)
    styles = {_style(note.finding) for note in group}
    return Card(
        number=group[0].label.rstrip(ascii_lowercase),
        severity=worst,
        style=f"f {styles.pop()}" if len(styles) == 1 else worst,
        sign=SIGN[worst],
        category=finding.category,
        mqm=MQM_TYPE[finding.category],
        detector=finding.detector,
        message=finding.message,
        explanation=finding.explanation,
        confidence=_percent(finding.confidence),
        places=tuple(_place(audit, names, note) for note in group),
    )


def _place(audit: Audit, names: Names, note: Note) -> Place:
    finding = note.finding
    return Place(
        ref=names.ref(note),
        category=finding.category,
        message=finding.message,
        before=one_line(finding.original.of(audit.original.text)) if finding.original and audit.original else "",
        after=one_line(finding.copy.of(audit.copy.text)) if finding.copy else "",
        mark=names.mark(finding),
    )


def _foremost(cards: Iterable[Card]) -> tuple[Card, ...]:
    """Those that mislead, worst first; where there are none, those of the worst severity there is."""
    ranked = sorted(cards, key=lambda card: -Severity(card.severity).rank)
    shown = _GRAVE if ranked and ranked[0].severity in _GRAVE else {card.severity for card in ranked[:1]}
    return tuple(card for card in ranked if card.severity in shown)


def _row(passage: Passage, index: int, read: Sequence[Passage], names: Names) -> Row:
    style = [passage.kind or "alone"]
    style += ["opens"] if passage.opens_paragraph else []
    style += [] if passage.notes else ["silent"]
    return Row(
        id=names.row(index),
        style=" ".join(style),
        remark=_REMARK.get(passage.kind, "") if passage.kind else "",
        origin=f"{names.row(index)}-origin" if passage.moved and passage.original else "",
        departed=tuple(_departed(read[away], away, names) for away in passage.departed),
        original=tuple(_line(line, "original", names) for line in passage.original),
        copy=tuple(_line(line, "copy", names) for line in passage.copy),
        refs=tuple(names.ref(note) for note in passage.notes),
    )


def _departed(passage: Passage, index: int, names: Names) -> Departed:
    text = one_line(" ".join(piece.text for line in passage.original[:1] for piece in line.pieces))
    short = text if len(text) <= _BEGINNING else text[: _BEGINNING - 1].rstrip() + "…"
    return Departed(f"{names.row(index)}-origin", names.row(index), short)


def _line(line: Line, side: str, names: Names) -> TextLine:
    return TextLine(line.role, tuple(_marked(piece, side, names) for piece in line.pieces))


def _marked(piece: Piece, side: str, names: Names) -> Marked:
    if not piece.notes and not piece.harmless:
        return Marked(piece.text)
    id_, swap = names.moved(side, piece.moved)
    if piece.notes:
        mildest_first = sorted(piece.notes, key=lambda note: note.finding.severity.rank)
        layers = tuple(_layer(piece, note.finding, side, names) for note in mildest_first)
        return Marked(piece.text, layers, tuple(map(names.ref, piece.ends)), id=id_, swap=swap)
    return Marked(piece.text, style="harmless", title=f"harmless: {piece.harmless}", id=id_, swap=swap)


def _layer(piece: Piece, finding: Finding, side: str, names: Names) -> Layer:
    begins = any(note.finding is finding for note in piece.starts) and names.leads(side, finding)
    style = _style(finding) + ("" if piece.text else " gap")
    return Layer(names.anchor(finding), style, names.mark(finding) if begins else "")


def _full(name: str, document: Document) -> FullText:
    return FullText(name, document.language or "", document.text)
