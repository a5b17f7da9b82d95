"""One copy, or what broke, on one line."""

from __future__ import annotations

from collections.abc import Iterator

import click

from mtaudit.records import Audit, Document, Failure, RelationKind
from mtaudit.render.reading import failing
from mtaudit.render.reading.remarks import orphan
from mtaudit.render.reading.text import one_line
from mtaudit.render.reading.verdict import basis, fidelity, tally, unsuppressed, worst_finding


def audited(audit: Audit) -> str:
    """A copy with its fidelity, its findings by severity, and the worst of them.

    Where it shares no more than a part with its original, as one of several or an excerpt, that is named too.
    """
    if audit.unread:
        return f"{_name(audit.copy)}: not judged"
    value, worst = fidelity(audit), worst_finding(audit)
    findings = unsuppressed(audit.findings)
    counts = [f"{number} {severity}" for severity, number in tally(findings).items() if number]
    counts += [f"{hidden} suppressed"] if (hidden := len(audit.findings) - len(findings)) else []
    parts = ["not everything could be checked"] if audit.failures else []
    parts += [_unscored(audit) if value is None else f"fidelity {value:.1f}", ", ".join(counts) or "no findings"]
    if worst:
        parts.append(f"worst: {worst.detector}: {one_line(worst.message)}")
    parts += [one_line(audit.relation.doubt)] if audit.relation.doubt else []
    partial = audit.original if audit.relation.kind is RelationKind.PARTIAL else None
    name = f"{_name(audit.copy)} (from {_name(partial)})" if partial else _name(audit.copy)
    return f"{name}: {'; '.join(parts)}"


def _unscored(audit: Audit) -> str:
    """Why a copy has no fidelity."""
    return "no fidelity" if audit.original else basis(audit)


def unmatched(copy: Document) -> str:
    """A copy without an original."""
    return f"{_name(copy)}: {orphan(copy)}"


def broken(failure: Failure) -> str:
    """What could not be read, for standard error; the reason often names the place itself."""
    why = failure.why if failure.where in failure.why else f"{failure.where}: {failure.why}"
    return f"mtaudit: {one_line(why)}"


def broken_in(audit: Audit) -> Iterator[str]:
    """What broke in an audit that was made all the same, for standard error."""
    for failure in audit.failures:
        yield f"mtaudit: {_name(audit.copy)}: {failing.told(failure, audit.copy)}"


def _name(document: Document) -> str:
    """The document's name as a terminal may show it, half a surrogate pair and all."""
    return str(click.format_filename(document.id.encode(errors="backslashreplace").decode()))
