"""The run's overview as plain values: a line per copy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mtaudit.records import Audit, Failure, Run
from mtaudit.render.html.view import Article, Count, article, counts
from mtaudit.render.reading.verdict import RELATION, counted, fidelity, worst_finding


@dataclass(frozen=True, slots=True)
class CopyLine:
    """A line of the run's table; `counts` are those of the severities that the table shows, worst first."""

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


def run_view(lines: Sequence[CopyLine], run: Run) -> RunView:
    """The overview of audits of which there are these lines, and of what a run has beside audits."""
    totals = [
        replace(same[0], number=sum(c.number for c in same)) for same in zip(*(x.counts for x in lines), strict=True)
    ]
    severities = tuple(count for count in totals if count.number)
    shown = {count.severity for count in severities}
    return RunView(
        title="Audit of " + counted(len(lines), "copy", "copies"),
        summary=_summary(run, severities),
        severities=severities,
        lines=tuple(replace(x, counts=tuple(c for c in x.counts if c.severity in shown)) for x in lines),
        unmatched=tuple(article(document) for document in run.unmatched),
        failures=run.failures,
        signature=run.signature,
    )


def _summary(run: Run, severities: Sequence[Count]) -> str:
    findings = sum(count.number for count in severities)
    of_these = ", ".join(f"{count.number} {count.severity}" for count in severities)
    parts = [counted(findings, "finding") + (f" ({of_these})" if of_these else "")]
    parts += [f"{len(run.unmatched)} without an original"] if run.unmatched else []
    parts += [counted(len(run.failures), "failure")] if run.failures else []
    return ", ".join(parts)


def copy_line(audit: Audit, href: str) -> CopyLine:
    """The line of an audit whose page has this address, with its counts of all severities."""
    worst, value = worst_finding(audit), fidelity(audit)
    copy = article(audit.copy)
    original = article(audit.original) if audit.original else None
    words = [copy.title, copy.outlet, original.title if original else "", worst.message if worst else ""]
    return CopyLine(
        href=href,
        copy=copy,
        original=original,
        relation=RELATION[audit.relation.kind],
        fidelity=None if value is None else f"{value:.1f}",
        counts=counts(audit.findings),
        worst=worst.message if worst else "",
        worst_severity=worst.severity if worst else "",
        search=" ".join(words).casefold(),
    )
