"""What the gate found as JSON lines: one finding a line, with its document, for programs that read as it comes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import msgspec

from mtaudit.mqm import Severity
from mtaudit.records import Audit
from mtaudit.records.rulings import Checked, Level, Status
from mtaudit.render.encoding import encoded
from mtaudit.render.gate.json import FixedFinding, RuledFinding, fixed_finding, measured, ruled_finding
from mtaudit.render.gate.listing import Matter, charges

SCHEMA: Literal["mtaudit-check-lines/1"] = "mtaudit-check-lines/1"


class Head(msgspec.Struct, frozen=True, tag="check", tag_field="type"):
    """The first line: the check as a whole."""

    schema: Literal["mtaudit-check-lines/1"]
    signature: str
    status: Status
    exit: int
    fail_on: Severity
    errors: int
    warnings: int
    notes: int


class Article(msgspec.Struct, frozen=True):
    """A copy; `original` is the id of its original."""

    id: str
    path: str | None
    url: str | None
    title: str | None
    outlet: str | None
    original: str | None
    fidelity: float | None


class Found(msgspec.Struct, frozen=True, tag="finding", tag_field="type"):
    """A finding with its document."""

    document: Article
    finding: RuledFinding


class Fixed(msgspec.Struct, frozen=True, tag="fixed", tag_field="type"):
    """What the baseline has and the copies no longer have."""

    finding: FixedFinding


class Charged(msgspec.Struct, frozen=True, tag="matter", tag_field="type"):
    """What else there is to say of a copy, a file or an outlet; `closes` tells whether it closes the gate."""

    matter: Matter
    where: str
    path: str
    sentence: str
    closes: bool


Line = Head | Found | Fixed | Charged
"""`msgspec.json.decode(line, type=Line)` reads one back."""


@dataclass(frozen=True, slots=True)
class Jsonl:
    """The check as `mtaudit-check-lines/1`: a line on the whole, then one for each finding and for all else."""

    def __call__(self, checked: Checked) -> str:
        """The whole file."""
        return "".join(f"{encoded(line).decode()}\n" for line in _lines(checked))


def _lines(checked: Checked) -> Iterator[Line]:
    errors, warnings, notes = (checked.count(level) for level in Level)
    status = checked.status
    yield Head(SCHEMA, checked.run.signature, status, status.code, checked.fail_on, errors, warnings, notes)
    for audit, rulings in checked.ruled():
        article = _article(audit)
        for ruling in rulings:
            yield Found(article, ruled_finding(audit, ruling))
    for entry in checked.fixed:
        yield Fixed(fixed_finding(entry))
    for charge in charges(checked):
        yield Charged(charge.matter, charge.where, charge.path, charge.sentence, charge.closes)


def _article(audit: Audit) -> Article:
    copy = audit.copy
    return Article(
        id=copy.id,
        path=copy.path,
        url=copy.url,
        title=copy.title,
        outlet=copy.outlet,
        original=audit.original.id if audit.original else None,
        fidelity=measured(audit),
    )
