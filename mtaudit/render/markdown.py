"""A run as Markdown, for a pull request or a mail."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mtaudit.records import Audit, Basis, Document, Failure
from mtaudit.records.rulings import Checked, Ruling
from mtaudit.render.gate.listing import Listed, by_groups, in_audit
from mtaudit.render.reading import failing
from mtaudit.render.reading.names import names
from mtaudit.render.reading.remarks import languages, remarks
from mtaudit.render.reading.verdict import (
    LIMITS,
    SIGN,
    fidelity,
    headline,
    interval,
    route,
    tally,
    unaudited,
    unsuppressed,
)
from mtaudit.render.reading.witnesses import agreement
from mtaudit.render.table import COLUMNS, COMMENT, escaped, fitted, row


@dataclass(frozen=True, slots=True, kw_only=True)
class Markdown:
    """The verdict on each copy in a sentence, and its findings as a table, the gravest first.

    What is neutral or suppressed is only counted. As with the gate's, nothing that stands in an article acts.

    Attributes:
        room: Bytes of UTF-8 that it may take; where they do not suffice, it says how many copies are left out.
    """

    room: int = COMMENT

    def __call__(self, checked: Checked) -> str:
        """The whole text."""
        run = checked.run
        head = [f"- without an original: {escaped(document.id)}" for document in unaudited(run)]
        head += map(_broken, run.failures)
        short = names(audit.copy.id for audit in run.audits)
        blocks = [list(_block(*ruled, short[ruled[0].copy.id])) for ruled in checked.ruled()]
        return fitted([*head, ""] if head else [], blocks, self.room)


def _block(audit: Audit, rulings: tuple[Ruling, ...], name: str) -> Iterator[str]:
    told = by_groups(item for item in in_audit(audit, rulings) if item.pressing)
    yield "\n\n".join(_intro(audit, name))
    if told:
        yield ""
        yield from COLUMNS
        yield from (_row(*group) for group in told)
    yield ""


def _intro(audit: Audit, name: str) -> Iterator[str]:
    outlet = f" ({escaped(audit.copy.outlet)})" if audit.copy.outlet else ""
    told = f" · {escaped(name)}" if audit.copy.title else ""
    yield f"### {escaped(audit.copy.title or audit.copy.id)}{outlet}{told}"
    yield f"**{escaped(headline(audit))}**"
    yield " · ".join(_figures(audit))
    facts = [f"- {escaped(fact)}" for fact in _facts(audit)]
    facts += [_broken(failure, audit.copy) for failure in audit.failures]
    if facts:
        yield "\n".join(facts)


def _figures(audit: Audit) -> Iterator[str]:
    value, ends, findings = fidelity(audit), interval(audit), unsuppressed(audit.findings)
    if value is not None:
        reach = f" (95 % interval {ends[0]:.0f} to {ends[1]:.0f})" if ends else ""
        yield f"fidelity **{value:.1f}** of 100{reach}"
    counts = [f"{SIGN[severity]} {number} {severity}" for severity, number in tally(findings).items() if number]
    yield from counts or ["no findings"]
    if silenced := len(audit.findings) - len(findings):
        yield f"{silenced} suppressed"


def _facts(audit: Audit) -> Iterator[str]:
    """What else a reader should know, a line each."""
    if audit.original:
        outlet = f" ({audit.original.outlet})" if audit.original.outlet else ""
        yield f"Original: {audit.original.title or audit.original.id}{outlet}"
    if audit.basis is not Basis.PAIR:
        yield LIMITS[audit.basis]
    yield from remarks(audit)
    if told := languages(audit):
        yield f"Languages: {told}."
    if told := route(audit):
        yield f"{told}."


def _row(item: Listed, others: tuple[Listed, ...]) -> str:
    """The gate's row, with how many voices contradict the copy where others were asked."""
    agreed = agreement(item.finding)
    made = row(item, others)
    return made if agreed is None else f"{made.removesuffix(' |')} {agreed.sentence}. |"


def _broken(failure: Failure, copy: Document | None = None) -> str:
    return f"- **failed**: {escaped(failing.told(failure, copy))}"
