"""What the gate makes of a run: a ruling for every finding, and what else speaks against the copies.

These are the values that the gate's renderers get; `mtaudit.gate` makes them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from mtaudit.mqm import Category, Severity
from mtaudit.records import Audit, Failure, Finding, Run, Suppression


class Standing(StrEnum):
    """How a finding stands to the baseline; without a baseline all are new."""

    NEW = "new"
    KNOWN = "known"


class Level(StrEnum):
    """What a finding means to the gate: it closes it, is told, or is kept for the record."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Status(StrEnum):
    """What became of the check; `code` is its exit status."""

    CLEAN = "clean"
    FINDINGS = "findings"
    BROKEN = "broken"

    @property
    def code(self) -> int:
        """0, 1 or 2."""
        return {Status.CLEAN: 0, Status.FINDINGS: 1, Status.BROKEN: 2}[self]


@dataclass(frozen=True, slots=True)
class Ruling:
    """A finding with its standing and what it means to the gate.

    An error is new, not suppressed, and as grave as closes the gate for its outlet, or graver; a warning is new, not
    suppressed and less grave; known, suppressed and neutral findings are notes.
    """

    finding: Finding
    standing: Standing
    level: Level

    @property
    def suppression(self) -> Suppression | None:
        """Why it is no matter here; None where nobody said so."""
        return self.finding.suppression

    @property
    def told(self) -> bool:
        """Whether it is new and not suppressed, so that a person should read it."""
        return self.standing is Standing.NEW and self.suppression is None


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A finding as a baseline keeps it. `document` is the copy's name there; `original` and `copy` are the phrases."""

    document: str
    outlet: str
    fingerprint: str
    detector: str
    category: Category
    severity: Severity
    original: str
    copy: str


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A copy that keeps less of its original's meaning than it must: `audit` counts in `Checked.run.audits`, from 0."""

    audit: int
    fidelity: float
    least: float


@dataclass(frozen=True, slots=True)
class Excess:
    """More findings of one severity in the copies of one outlet ("" where it is unknown) than the ratchet allows."""

    outlet: str
    severity: Severity
    found: int
    allowed: int


@dataclass(frozen=True, slots=True)
class Rule:
    """What is to be known of a detector that found something; `rationale` is Markdown."""

    name: str
    category: Category
    summary: str
    rationale: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A run with a ruling for every finding, and whatever else the gate has to say.

    Attributes:
        run: What was audited; its findings carry their suppressions.
        rulings: For each of the run's audits one ruling per finding, in their order.
        fail_on: The least severity that closes the gate; an outlet may have its own.
        rules: The detectors that found something, or all of them, by name, each once.
        baseline: The name of the baseline's file; None where there is none.
        fixed: What the baseline has and the copies of this run no longer have.
        shortfalls: Copies below the fidelity that they must have, in the order of the audits.
        excesses: Where there are more findings than the ratchet allows.
        orphans_fail: Whether a copy without an original closes the gate.
        expired: Suppressions that no longer hold; `unused`: those that hold and have nothing to suppress in this run.
    """

    run: Run
    rulings: tuple[tuple[Ruling, ...], ...]
    fail_on: Severity
    rules: tuple[Rule, ...] = ()
    baseline: str | None = None
    fixed: tuple[Entry, ...] = ()
    shortfalls: tuple[Shortfall, ...] = ()
    excesses: tuple[Excess, ...] = ()
    orphans_fail: bool = False
    expired: tuple[Suppression, ...] = ()
    unused: tuple[Suppression, ...] = ()

    @property
    def status(self) -> Status:
        """Broken where anything could not be read or judged, however clean the rest is."""
        if any(self.failures()):
            return Status.BROKEN
        against = self.shortfalls or self.excesses or (self.orphans_fail and self.run.unmatched)
        return Status.FINDINGS if against or self.count(Level.ERROR) else Status.CLEAN

    @property
    def copies(self) -> int:
        """How many copies there are; one made of several originals counts once."""
        return len(dict.fromkeys([*(audit.copy for audit in self.run.audits), *self.run.unmatched]))

    def failures(self) -> Iterator[Failure]:
        """What broke, in the run and in its audits."""
        yield from self.run.failures
        for audit in self.run.audits:
            yield from audit.failures

    def count(self, level: Level) -> int:
        """How many findings there are of this level."""
        return sum(ruling.level is level for rulings in self.rulings for ruling in rulings)

    def told(self) -> Counter[Severity]:
        """How many findings there are of each severity that are new and not suppressed."""
        return Counter(r.finding.severity for rulings in self.rulings for r in rulings if r.told)

    def ruled(self) -> Iterator[tuple[Audit, tuple[Ruling, ...]]]:
        """Each audit with its rulings."""
        return zip(self.run.audits, self.rulings, strict=True)

    def shortfall(self, audit: int) -> Shortfall | None:
        """That of the audit with this number, if it has one."""
        at = bisect_left(self.shortfalls, audit, key=lambda s: s.audit)
        return self.shortfalls[at] if at < len(self.shortfalls) and self.shortfalls[at].audit == audit else None
