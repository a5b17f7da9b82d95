"""The run's overview as plain values: a line per copy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mtaudit.records import Audit, Failure, Run
from mtaudit.render.html.view import Article, Count, article, counts
from mtaudit.render.reading.verdict import RELATION, counted, fidelity, worst_finding


@dataclass(frozen=True, slots=True)
class CopyLine:
    """A line of the run's table; `counts` are those of the severities that the table shows."""

    href: str
    copy: Article
    original: Article | None
    relation: str
    fidelity: str | None
    counts: tuple[Count, ...]
    worst: str
    worst_severity: str
    search: str


@dataclass(frozen=True, slots=True)
class RunView:
    """The run: what it found in a line, its table, and what has no original or failed."""

    title: str
    summary: str
    severities: tuple[Count, ...]
    lines: tuple[CopyLine, ...]
    unmatched: tuple[Article, ...]
    failures: tuple[Failure, ...]
    signature: str


def run_view(run: Run, hrefs: Iterable[str]) -> RunView:
    """The overview of a run; `hrefs` are the addresses of its audits, in order."""
    findings = [finding for audit in run.audits for finding in audit.findings]
    severities = tuple(count for count in counts(findings) if count.number)
    return RunView(
        title="Audit of " + counted(len(run.audits), "copy", "copies"),
        summary=_summary(run, len(findings), severities),
        severities=severities,
        lines=tuple(_copy_line(audit, href, severities) for audit, href in zip(run.audits, hrefs, strict=True)),
        unmatched=tuple(article(document) for document in run.unmatched),
        failures=run.failures,
        signature=run.signature,
    )


def _summary(run: Run, findings: int, severities: Iterable[Count]) -> str:
    of_these = ", ".join(f"{count.number} {count.severity}" for count in severities)
    parts = [counted(findings, "finding") + (f" ({of_these})" if of_these else "")]
    parts += [f"{len(run.unmatched)} without an original"] if run.unmatched else []
    parts += [counted(len(run.failures), "failure")] if run.failures else []
    return ", ".join(parts)


def _copy_line(audit: Audit, href: str, severities: Iterable[Count]) -> CopyLine:
    worst, value = worst_finding(audit), fidelity(audit)
    columns = {count.severity for count in severities}
    copy = article(audit.copy)
    original = article(audit.original) if audit.original else None
    words = [copy.title, copy.outlet, original.title if original else "", worst.message if worst else ""]
    return CopyLine(
        href=href,
        copy=copy,
        original=original,
        relation=RELATION[audit.relation.kind],
        fidelity=None if value is None else f"{value:.1f}",
        counts=tuple(count for count in counts(audit.findings) if count.severity in columns),
        worst=worst.message if worst else "",
        worst_severity=worst.severity if worst else "",
        search=" ".join(words).casefold(),
    )
