"""A line of the run's table as plain values: one copy, in as few words as ten thousand of them allow."""

from __future__ import annotations

from dataclasses import dataclass

from mtaudit.mqm import Category
from mtaudit.records import Audit, Basis, RelationKind
from mtaudit.render.html.view import Interval, ends
from mtaudit.render.reading.text import one_line
from mtaudit.render.reading.verdict import (
    RELATION,
    counted,
    fidelity,
    leaders,
    tally,
    through,
    unsuppressed,
    worst_finding,
)

CODE = {c: chr(ord("a") + n) for n, c in enumerate(Category)}
"""A letter for each category; short, for they stand in each of ten thousand lines."""

_TITLE = 100  # code points that a line shows; whoever reads ten thousand of them needs no more
_NAME = 60
_WORST = 130


@dataclass(frozen=True, slots=True)
class CopyLine:
    """A line of the run's table; `counts` are those of all severities, worst first, without what is suppressed.

    A group counts once. `kind` has a letter for what it was judged by and one for its relation, `codes` one for each
    category found: by these it is filtered. `pivot` is in a few words, empty where unknown; `failed` counts what could
    not be checked.
    """

    id: str
    href: str
    title: str
    outlet: str
    told: str
    kind: str
    fidelity: float | None
    interval: Interval | None
    counts: tuple[int, ...]
    suppressed: int
    worst: str
    pivot: str
    failed: int
    categories: tuple[tuple[Category, tuple[int, ...]], ...]

    @property
    def codes(self) -> str:
        """The letters of its categories."""
        return "".join(CODE[category] for category, _ in self.categories)

    @property
    def gravity(self) -> tuple[float, ...]:
        """To sort by, the gravest first: its counts, and then the least faithful."""
        return (*(-count for count in self.counts), 101.0 if self.fidelity is None else self.fidelity)


def copy_line(audit: Audit, href: str) -> CopyLine:
    """The line of an audit whose page has this address."""
    findings, worst = unsuppressed(audit.findings), worst_finding(audit)
    told = leaders(findings)
    return CopyLine(
        id=audit.copy.id,
        href=href,
        title=_short(audit.copy.title or audit.copy.id, _TITLE),
        outlet=_short(audit.copy.outlet or "", _NAME),
        told=_told(audit),
        kind=audit.basis[0] + audit.relation.kind[0],
        fidelity=fidelity(audit),
        interval=ends(audit),
        counts=tuple(tally(told).values()),
        suppressed=len(audit.findings) - len(findings),
        worst=_short(worst.message, _WORST) if worst else "",
        pivot=through(audit),
        failed=len(audit.failures),
        categories=tuple(
            (category, tuple(tally(f for f in told if f.category is category).values()))
            for category in sorted({f.category for f in told})
        ),
    )


def _told(audit: Audit) -> str:
    """The relation of a copy to its original, or by what it was judged without one."""
    if audit.basis is Basis.COVERAGE:
        return f"no original; held against {counted(len(audit.consulted), 'article')}"
    if audit.basis is Basis.TEXT:
        return "no original; judged by its text alone"
    relation = RELATION[audit.relation.kind]
    whose = _short((audit.original.outlet if audit.original else "") or "", _NAME)
    copied = audit.relation.kind in (RelationKind.COPY, RelationKind.PARTIAL)
    return f"{relation} of {whose}" if whose and copied else relation


def _short(text: str, length: int) -> str:
    line = one_line(text[: 2 * length + 40])
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"
