"""What the gate found as JSON, schema `mtaudit-check/1`: every key is always there, in the order of the fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import msgspec

from mtaudit.mqm import Category, Severity
from mtaudit.records import Audit, Document, Span
from mtaudit.records.rulings import Checked, Entry, Level, Ruling, Standing, Status
from mtaudit.render.encoding import DIGITS, formatted
from mtaudit.render.gate.places import place
from mtaudit.render.json import (
    ReportedFailure,
    ReportedSuppression,
    ReportedWitness,
    reported,
    reported_failures,
    reported_witness,
)
from mtaudit.render.reading.remarks import remarks
from mtaudit.render.reading.verdict import fidelity

SCHEMA: Literal["mtaudit-check/1"] = "mtaudit-check/1"


class Spot(msgspec.Struct, frozen=True):
    """A phrase and where it stands: code points from 0, lines and columns from 1, ends exclusive."""

    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    text: str


class RuledFinding(msgspec.Struct, frozen=True):
    """A finding with its ruling; at least one of `original` and `copy` is given, `witnesses` by other articles."""

    level: Level
    standing: Standing
    suppression: ReportedSuppression | None
    detector: str
    category: Category
    severity: Severity
    original: Spot | None
    copy: Spot | None
    message: str
    explanation: str
    confidence: float
    group: str | None
    fingerprint: str
    witnesses: list[ReportedWitness]


class CheckedCopy(msgspec.Struct, frozen=True):
    """A copy with its original; `fidelity_least` is given where the copy is below it.

    `remarks` are what a person should know of the two as a whole, as that the original is dated later.
    """

    copy: str
    path: str | None
    outlet: str | None
    original: str | None
    fidelity: float | None
    fidelity_least: float | None
    language: str | None
    remarks: list[str]
    findings: list[RuledFinding]


class FixedFinding(msgspec.Struct, frozen=True):
    """What the baseline has and the copies no longer have."""

    copy: str
    outlet: str
    fingerprint: str
    detector: str
    severity: Severity
    original_phrase: str
    copy_phrase: str


class Exceeded(msgspec.Struct, frozen=True):
    """More findings than the ratchet allows."""

    outlet: str
    severity: Severity
    found: int
    allowed: int


class CheckReport(msgspec.Struct, frozen=True):
    """The whole report; `msgspec.json.decode(text, type=CheckReport)` reads it back."""

    schema: Literal["mtaudit-check/1"]
    signature: str
    status: Status
    exit: int
    fail_on: Severity
    errors: int
    warnings: int
    notes: int
    copies: list[CheckedCopy]
    without_original: list[str]
    fixed: list[FixedFinding]
    exceeded: list[Exceeded]
    expired_suppressions: list[ReportedSuppression]
    unused_suppressions: list[ReportedSuppression]
    failures: list[ReportedFailure]


@dataclass(frozen=True, slots=True, kw_only=True)
class Json:
    """The check as `mtaudit-check/1`, one key per line, ending in a newline.

    Attributes:
        indent: Spaces per level.
    """

    indent: int = 1

    def __call__(self, checked: Checked) -> str:
        """The whole report."""
        return formatted(report(checked), self.indent) + "\n"


def report(checked: Checked) -> CheckReport:
    """The check as the contract's objects."""
    return CheckReport(
        schema=SCHEMA,
        signature=checked.run.signature,
        status=checked.status,
        exit=checked.status.code,
        fail_on=checked.fail_on,
        errors=checked.count(Level.ERROR),
        warnings=checked.count(Level.WARNING),
        notes=checked.count(Level.NOTE),
        copies=[_copy(checked, number, *ruled) for number, ruled in enumerate(checked.ruled())],
        without_original=[document.id for document in checked.run.unmatched],
        fixed=[fixed_finding(entry) for entry in checked.fixed],
        exceeded=[Exceeded(e.outlet, e.severity, e.found, e.allowed) for e in checked.excesses],
        expired_suppressions=[reported(s) for s in checked.expired],
        unused_suppressions=[reported(s) for s in checked.unused],
        failures=reported_failures(checked.failures()),
    )


def _copy(checked: Checked, number: int, audit: Audit, rulings: tuple[Ruling, ...]) -> CheckedCopy:
    short = checked.shortfall(number)
    return CheckedCopy(
        copy=audit.copy.id,
        path=audit.copy.path,
        outlet=audit.copy.outlet,
        original=audit.original.id if audit.original else None,
        fidelity=measured(audit),
        fidelity_least=short.least if short else None,
        language=audit.copy.language,
        remarks=[*remarks(audit)],
        findings=[ruled_finding(audit, ruling) for ruling in rulings],
    )


def measured(audit: Audit) -> float | None:
    """The fidelity as the contract has it; None where it was not measured."""
    value = fidelity(audit)
    return None if value is None else round(value, DIGITS)


def ruled_finding(audit: Audit, ruling: Ruling) -> RuledFinding:
    """A finding of the audit as the contract has it."""
    finding = ruling.finding
    return RuledFinding(
        level=ruling.level,
        standing=ruling.standing,
        suppression=reported(ruling.suppression) if ruling.suppression else None,
        detector=finding.detector,
        category=finding.category,
        severity=finding.severity,
        original=_spot(audit.original, finding.original),
        copy=_spot(audit.copy, finding.copy),
        message=finding.message,
        explanation=finding.explanation,
        confidence=round(finding.confidence, DIGITS),
        group=finding.group,
        fingerprint=finding.fingerprint,
        witnesses=[reported_witness(witness) for witness in finding.witnesses],
    )


def _spot(document: Document | None, span: Span | None) -> Spot | None:
    if document is None or span is None:
        return None
    p = place(document, span)
    return Spot(span.start, span.end, p.line, p.column, p.end_line, p.end_column, span.of(document.text))


def fixed_finding(entry: Entry) -> FixedFinding:
    """What became of an entry of the baseline, as the contract has it."""
    return FixedFinding(
        copy=entry.document,
        outlet=entry.outlet,
        fingerprint=entry.fingerprint,
        detector=entry.detector,
        severity=entry.severity,
        original_phrase=entry.original,
        copy_phrase=entry.copy,
    )
