"""The ruling itself: every finding of a run against what the house asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from mtaudit.gate.baseline import Baseline, Match
from mtaudit.gate.suppressing import concerns, holds
from mtaudit.mqm import Severity
from mtaudit.records import Audit, Finding, Run, Suppression
from mtaudit.records.rulings import Checked, Level, Rule, Ruling, Shortfall, Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletPolicy:
    """What is asked for of one outlet's copies; None is what is asked for of all."""

    fail_on: Severity | None = None
    min_fidelity: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What closes the gate.

    Attributes:
        fail_on: The least severity of a new finding that does.
        min_fidelity: A fidelity below this does, 0 to 100; None asks for none.
        require_original: Whether a copy without an original does.
        ratchet: Whether more findings, of any severity, than the baseline has for an outlet do.
        outlets: What is asked for of some outlets instead.
    """

    fail_on: Severity = Severity.MAJOR
    min_fidelity: float | None = None
    require_original: bool = False
    ratchet: bool = False
    outlets: Mapping[str, OutletPolicy] = field(default_factory=dict)

    def severity(self, outlet: str | None) -> Severity:
        """The least severity that closes the gate for a copy of this outlet."""
        return self.outlets.get(outlet or "", OutletPolicy()).fail_on or self.fail_on

    def least(self, outlet: str | None) -> float | None:
        """The least fidelity that a copy of this outlet must have."""
        here = self.outlets.get(outlet or "", OutletPolicy()).min_fidelity
        return self.min_fidelity if here is None else here


def check(
    run: Run,
    policy: Policy,
    *,
    baseline: Baseline | None = None,
    baseline_name: str | None = None,
    suppressions: Sequence[Suppression] = (),
    today: date,
    rules: Sequence[Rule] = (),
) -> Checked:
    """A ruling for every finding of a run whose findings carry their suppressions."""
    match = baseline.match(run) if baseline else Match({}, (), ())
    used = {finding.suppression for audit in run.audits for finding in audit.findings}
    return Checked(
        run=run,
        rulings=tuple(
            tuple(
                _ruling(f, policy.severity(audit.copy.outlet), (a, n) in match.known)
                for n, f in enumerate(audit.findings)
            )
            for a, audit in enumerate(run.audits)
        ),
        fail_on=policy.fail_on,
        rules=tuple(rules),
        baseline=baseline_name,
        fixed=match.fixed,
        shortfalls=tuple(_shortfalls(run.audits, policy)),
        excesses=baseline.excesses(run) if baseline and policy.ratchet else (),
        orphans_fail=policy.require_original,
        expired=tuple(s for s in suppressions if not holds(s, today)),
        unused=tuple(s for s in suppressions if holds(s, today) and s not in used and _in_scope(s, run)),
    )


def ungated(run: Run) -> Checked:
    """A run of which nobody asks anything: every finding is new, and none of them closes a gate."""
    rulings = tuple(tuple(_ruling(f, None, known=False) for f in audit.findings) for audit in run.audits)
    return Checked(run=run, rulings=rulings, fail_on=Severity.CRITICAL)


def _ruling(finding: Finding, fail_on: Severity | None, known: bool) -> Ruling:
    standing = Standing.KNOWN if known else Standing.NEW
    if known or finding.suppression or finding.severity is Severity.NEUTRAL:
        level = Level.NOTE
    else:
        level = Level.ERROR if fail_on and finding.severity.rank >= fail_on.rank else Level.WARNING
    return Ruling(finding, standing, level)


def _shortfalls(audits: Sequence[Audit], policy: Policy) -> Iterator[Shortfall]:
    for number, audit in enumerate(audits):
        least = policy.least(audit.copy.outlet)
        value = next((s.value for s in audit.scores if s.metric == "fidelity"), None)
        if least is not None and value is not None and value < least:
            yield Shortfall(number, value, least)


def _in_scope(suppression: Suppression, run: Run) -> bool:
    """Whether any copy of the run is one that it is about; of one for other copies nothing can be said."""
    return any(concerns(suppression, audit.copy) for audit in run.audits)
