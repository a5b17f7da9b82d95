"""What the gate found as a GitLab Code Quality report, which a merge request shows beside the changed lines."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from mtaudit.mqm import Severity
from mtaudit.records.rulings import Checked
from mtaudit.render.encoding import formatted
from mtaudit.render.gate.addresses import normal
from mtaudit.render.gate.listing import Charge, Listed, charges, listed

_SEVERITY = {
    Severity.MINOR: "minor",
    Severity.MAJOR: "major",
    Severity.CRITICAL: "critical",
}
_CLOSES, _TOLD = "blocker", "info"


class Lines(msgspec.Struct, frozen=True):
    """From 1; the end is included."""

    begin: int
    end: int


class Location(msgspec.Struct, frozen=True):
    """A file, relative to the repository."""

    path: str
    lines: Lines


class Issue(msgspec.Struct, frozen=True):
    """One finding; all keys that GitLab documents, and no others."""

    description: str
    check_name: str
    fingerprint: str
    severity: str
    location: Location


@dataclass(frozen=True, slots=True)
class Gitlab:
    """Errors and warnings; GitLab itself tells what a merge request adds and what it fixes.

    Lines are given where they are the file's own; otherwise it is line 1.
    """

    def __call__(self, checked: Checked) -> str:
        """The whole file."""
        return formatted(list(_issues(checked))) + "\n"


def _issues(checked: Checked) -> Iterator[Issue]:
    seen: dict[str, int] = {}
    for charge in charges(checked):
        yield _charged(charge, seen)
    for item in listed(checked):
        if item.pressing:
            yield _found(item, seen)


def _charged(charge: Charge, seen: dict[str, int]) -> Issue:
    return Issue(
        description=charge.beside,
        check_name=charge.matter,
        fingerprint=_fingerprint(seen, charge.matter, charge.where),
        severity=_CLOSES if charge.closes else _TOLD,
        location=Location(charge.path or ".", Lines(1, 1)),
    )


def _found(item: Listed, seen: dict[str, int]) -> Issue:
    at = item.in_file
    finding = item.finding
    return Issue(
        description=item.sentences,
        check_name=finding.detector,
        fingerprint=_fingerprint(seen, normal(item.audit.copy.id), finding.fingerprint),
        severity=_SEVERITY[finding.severity],
        location=Location(item.path, Lines(at.line, at.end_line) if at else Lines(1, 1)),
    )


def _fingerprint(seen: dict[str, int], *parts: str) -> str:
    """A name for it that lasts and that no other of the report has: GitLab shows only the first of two alike."""
    named = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
    seen[named] = seen.get(named, 0) + 1
    if seen[named] == 1:
        return named
    return _fingerprint(seen, *parts, str(seen[named]))
