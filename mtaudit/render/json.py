"""The JSON report, schema `mtaudit/1`: a contract that tools read, written as the types below.

Every key is always there, in the order of the fields.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

import msgspec

from mtaudit.mqm import Category, Severity
from mtaudit.records import (
    Audit,
    Basis,
    Bead,
    Comparison,
    Consulted,
    DifferenceKind,
    Document,
    Failure,
    Finding,
    Pair,
    Pivot,
    RelationKind,
    Run,
    Segment,
    Span,
    Suppression,
    Verdict,
    Witness,
)
from mtaudit.records.rulings import Checked
from mtaudit.render.encoding import DIGITS, formatted
from mtaudit.render.reading.passages import Correspondence, correspondence
from mtaudit.render.reading.remarks import remarks

SCHEMA: Literal["mtaudit/1"] = "mtaudit/1"


class Place(msgspec.Struct, frozen=True):
    """A half-open range of code points in a document's text."""

    start: int
    end: int


class Phrase(msgspec.Struct, frozen=True):
    """A place with the words that stand there."""

    start: int
    end: int
    text: str


class Article(msgspec.Struct, frozen=True):
    """A document; spans count code points of its `text`, and `published` is a moment of ISO 8601 with its time zone."""

    id: str
    path: str | None
    url: str | None
    title: str | None
    outlet: str | None
    author: str | None
    published: str | None
    language: str | None
    text: str


class AlignedBead(msgspec.Struct, frozen=True):
    """Segments that correspond; "equal" means one segment each, with the same text.

    `fidelity` is how much of the meaning was kept, 0 to 1, null where it was not judged or one text lacks the segment.
    """

    original: list[Place]
    copy: list[Place]
    kind: Correspondence
    moved: bool
    similarity: float
    fidelity: float | None


class JudgedDifference(msgspec.Struct, frozen=True):
    """A difference; `reason` is an equivalence's name or a finding's id, as `verdict` says."""

    kind: DifferenceKind
    original: Phrase | None
    copy: Phrase | None
    similarity: float
    verdict: Literal["harmless", "finding"]
    reason: str


class ReportedSuppression(msgspec.Struct, frozen=True):
    """Why a person decided that a finding is no matter: by whom, until when, and where that is written."""

    reason: str
    author: str | None
    expires: date | None
    origin: str


class ReportedWitness(msgspec.Struct, frozen=True):
    """What another article on the event says where a finding lies; `text` stands at `start` in it, in `sentence`.

    Those with the same `voice` copy one another and count once.
    """

    id: str
    outlet: str | None
    url: str | None
    start: int
    end: int
    text: str
    sentence: str
    voice: int
    primary: bool
    contradicts: bool


class ReportedAgreement(msgspec.Struct, frozen=True):
    """How many independent voices contradict the copy, `of` how many that speak of it, its own included."""

    against: int
    of: int


class ReportedFinding(msgspec.Struct, frozen=True):
    """A finding; at least one of `original` and `copy` is given. `agreement` is null where there are no witnesses."""

    id: str
    detector: str
    category: Category
    severity: Severity
    original: Phrase | None
    copy: Phrase | None
    message: str
    explanation: str
    confidence: float
    group: str | None
    fingerprint: str
    suppression: ReportedSuppression | None
    witnesses: list[ReportedWitness]
    agreement: ReportedAgreement | None


class ReportedScore(msgspec.Struct, frozen=True):
    """A score with the signature that makes it reproducible, and its 95 % interval where it has one."""

    value: float
    signature: str
    interval: tuple[float, float] | None = None


class ReportedLanguage(msgspec.Struct, frozen=True):
    """A language through which the copy may have gone, with its probability."""

    language: str
    confidence: float


class ReportedPivot(msgspec.Struct, frozen=True):
    """The likeliest languages in between, likeliest first, and what speaks for them in sentences."""

    languages: list[ReportedLanguage]
    evidence: list[str]


class ReportedFailure(msgspec.Struct, frozen=True):
    """What broke, where, and why; of a plug-in also how the sentences begin that it could not look at, none for all."""

    what: str
    where: str
    why: str
    sentences: list[str]


class ReportedConsulted(msgspec.Struct, frozen=True):
    """Another article on the event that the copy was held against."""

    id: str
    outlet: str | None
    title: str | None
    url: str | None
    voice: int
    primary: bool


class ReportedAudit(msgspec.Struct, frozen=True):
    """All that is known of one copy; `scores` has the five metrics of the contract, null where not measured.

    `basis` tells what it was judged by: its original, other articles on the same event, or its own text. `why` says
    what the relation rests on, and `remarks` what a person should know of the audit as a whole. The `confidence` is 0
    where nothing can be told: of texts in two languages, and where there is no original.
    """

    original: Article | None
    copy: Article
    relation: RelationKind
    confidence: float
    why: str
    remarks: list[str]
    basis: Basis
    alignment: list[AlignedBead]
    differences: list[JudgedDifference]
    findings: list[ReportedFinding]
    scores: dict[str, ReportedScore | None]
    pivot: ReportedPivot | None
    consulted: list[ReportedConsulted]
    failures: list[ReportedFailure]


class Report(msgspec.Struct, frozen=True):
    """A run; `msgspec.json.decode(text, type=Report)` reads it back."""

    schema: Literal["mtaudit/1"]
    signature: str
    audits: list[ReportedAudit]
    unmatched: list[Article]
    failures: list[ReportedFailure]


_METRICS = ("fidelity", "bleu", "chrf", "ter", "similarity")


@dataclass(frozen=True, slots=True, kw_only=True)
class Json:
    """The run as `mtaudit/1`, UTF-8, one key per line, ending in a newline.

    Attributes:
        indent: Spaces per level.
    """

    indent: int = 1

    def __call__(self, checked: Checked) -> str:
        """The whole report."""
        return formatted(report(checked.run), self.indent) + "\n"


class Stream:
    """The report written audit by audit, none of which is held: to the byte what `Json` makes of them all."""

    def __init__(self, write: Callable[[str], object], signature: str) -> None:
        """`write` takes each piece of the text, the first one now."""
        self._write = write
        self._before = ""
        head = formatted({"schema": SCHEMA, "signature": signature})
        write(head.removesuffix("\n}") + ',\n "audits": [')

    def add(self, audit: Audit) -> None:
        """Writes the next audit."""
        self._write(self._before + "\n  " + formatted(_audit(audit)).replace("\n", "\n  "))
        self._before = ","

    def end(self, unmatched: Iterable[Document], failures: Iterable[Failure]) -> None:
        """Writes what stands behind the audits."""
        rest = formatted({"unmatched": [_article(d) for d in unmatched], "failures": reported_failures(failures)})
        self._write(("\n ]" if self._before else "]") + "," + rest.removeprefix("{") + "\n")


def report(run: Run) -> Report:
    """The run as the contract's objects."""
    return Report(
        schema=SCHEMA,
        signature=run.signature,
        audits=[_audit(audit) for audit in run.audits],
        unmatched=[_article(document) for document in run.unmatched],
        failures=reported_failures(run.failures),
    )


def _audit(audit: Audit) -> ReportedAudit:
    comparison = audit.comparison
    scores = {s.metric: ReportedScore(round(s.value, DIGITS), s.signature, s.interval) for s in audit.scores}
    return ReportedAudit(
        original=_article(audit.original) if audit.original else None,
        copy=_article(audit.copy),
        relation=audit.relation.kind,
        confidence=round(audit.relation.confidence, DIGITS),
        why=audit.relation.why,
        remarks=[*remarks(audit)],
        basis=audit.basis,
        alignment=_beads(audit, comparison) if comparison else [],
        differences=[_difference(v, comparison) for v in audit.verdicts] if comparison else [],
        findings=[_finding(finding, audit) for finding in audit.findings],
        scores={name: scores.get(name) for name in (*_METRICS, *sorted(scores.keys() - set(_METRICS)))},
        pivot=_pivot(audit.pivot) if audit.pivot else None,
        consulted=[_consulted(article) for article in audit.consulted],
        failures=reported_failures(audit.failures),
    )


def _consulted(article: Consulted) -> ReportedConsulted:
    return ReportedConsulted(
        id=article.id,
        outlet=article.outlet,
        title=article.title,
        url=article.url,
        voice=article.voice,
        primary=article.primary,
    )


def _pivot(pivot: Pivot) -> ReportedPivot:
    return ReportedPivot(
        languages=[ReportedLanguage(name, round(share, DIGITS)) for name, share in pivot.languages],
        evidence=[*pivot.evidence],
    )


def _article(document: Document) -> Article:
    return Article(
        id=document.id,
        path=document.path,
        url=document.url,
        title=document.title,
        outlet=document.outlet,
        author=document.author,
        published=document.published.isoformat() if document.published else None,
        language=document.language,
        text=document.text,
    )


def _beads(audit: Audit, comparison: Comparison) -> list[AlignedBead]:
    beads = comparison.alignment.beads
    kept = audit.bead_scores or [None] * len(beads)
    return [_bead(b, comparison.alignment.pair, score) for b, score in zip(beads, kept, strict=True)]


def _bead(bead: Bead, pair: Pair, score: float | None) -> AlignedBead:
    return AlignedBead(
        original=_places(bead.original),
        copy=_places(bead.copy),
        kind=correspondence(bead, pair),
        moved=bead.moved,
        similarity=round(bead.similarity, DIGITS),
        fidelity=None if score is None else round(score, DIGITS),
    )


def _places(segments: Iterable[Segment]) -> list[Place]:
    return [Place(segment.span.start, segment.span.end) for segment in segments]


def _difference(verdict: Verdict, comparison: Comparison) -> JudgedDifference:
    bead, difference = comparison.beads[verdict.bead], verdict.difference
    return JudgedDifference(
        kind=difference.kind,
        original=_phrase(bead.original_span(difference.original), comparison.original),
        copy=_phrase(bead.copy_span(difference.copy), comparison.copy),
        similarity=round(difference.similarity, DIGITS),
        verdict="harmless" if verdict.harmless else "finding",
        reason=verdict.reason,
    )


def _finding(finding: Finding, audit: Audit) -> ReportedFinding:
    return ReportedFinding(
        id=finding.id,
        detector=finding.detector,
        category=finding.category,
        severity=finding.severity,
        original=_phrase(finding.original, audit.original),
        copy=_phrase(finding.copy, audit.copy),
        message=finding.message,
        explanation=finding.explanation,
        confidence=round(finding.confidence, DIGITS),
        group=finding.group,
        fingerprint=finding.fingerprint,
        suppression=reported(finding.suppression) if finding.suppression else None,
        witnesses=[reported_witness(witness) for witness in finding.witnesses],
        agreement=ReportedAgreement(*finding.agreement) if finding.witnesses else None,
    )


def reported_witness(witness: Witness) -> ReportedWitness:
    """A witness as the contract's object."""
    return ReportedWitness(
        id=witness.id,
        outlet=witness.outlet,
        url=witness.url,
        start=witness.span.start,
        end=witness.span.end,
        text=witness.words,
        sentence=witness.sentence,
        voice=witness.voice,
        primary=witness.primary,
        contradicts=witness.contradicts,
    )


def reported(suppression: Suppression) -> ReportedSuppression:
    """A suppression as the contract's object."""
    s = suppression
    return ReportedSuppression(s.reason, s.author, s.expires, s.origin)


def _phrase(span: Span | None, document: Document | None) -> Phrase | None:
    if span is None or document is None:
        return None
    return Phrase(span.start, span.end, span.of(document.text))


def reported_failures(failures: Iterable[Failure]) -> list[ReportedFailure]:
    """What broke, as the contract has it."""
    return [ReportedFailure(f.what, f.where, f.why, [*f.sentences]) for f in failures]
