"""Findings as a table for a spreadsheet: one a row."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO

from mtaudit.mqm import MQM_TYPE
from mtaudit.records.rulings import Checked, Standing
from mtaudit.render.gate.listing import Listed, charges, listed
from mtaudit.render.reading.text import one_line

_OF_THE_GATE = ("level", "standing")

COLUMNS = (
    *_OF_THE_GATE, "severity", "detector", "category", "mqm", "copy", "file", "outlet", "line", "column",
    "copy phrase", "original phrase", "message", "explanation", "confidence", "original", "group", "fingerprint",
    "suppressed because", "suppressed by", "suppressed until",
)  # fmt: skip
"""The first row."""

_MARK = "\ufeff"
_FORMULA = tuple("=+-@\t\r＝＋－＠")  # OWASP, CSV Injection: with these a spreadsheet takes a cell for a formula


@dataclass(frozen=True, slots=True, kw_only=True)
class Csv:
    """All findings, also those that are known or suppressed, and below them what else there is to say (RFC 4180).

    A cell that a spreadsheet would take for a formula begins with an apostrophe.

    Attributes:
        mark: Whether the file begins with a byte order mark, without which Excel reads UTF-8 as something else.
            Python reads such a file as "utf-8-sig".
        gate: Whether the first columns say what each means to the gate.
    """

    mark: bool = True
    gate: bool = True

    def __call__(self, checked: Checked) -> str:
        """The whole file."""
        out = StringIO(newline="")
        rows = csv.writer(out, quoting=csv.QUOTE_ALL)
        first = 0 if self.gate else len(_OF_THE_GATE)
        rows.writerow(COLUMNS[first:])
        rows.writerows([_cell(value) for value in row[first:]] for row in _rows(checked))
        return (_MARK if self.mark else "") + out.getvalue()


def _rows(checked: Checked) -> Iterator[list[object]]:
    for item in listed(checked):
        yield _row(item)
    for charge in charges(checked):
        said: dict[str, object] = {
            "level": "error" if charge.closes else "note",
            "standing": Standing.NEW,
            "detector": charge.matter,
            "copy": charge.where,
            "file": charge.path,
            "outlet": charge.document.outlet if charge.document else None,
            "message": charge.sentence,
        }
        yield [said.get(column) for column in COLUMNS]


def _row(item: Listed) -> list[object]:
    finding, ruling, at = item.finding, item.ruling, item.place
    audit, silenced = item.audit, item.ruling.suppression
    return [
        ruling.level, ruling.standing, finding.severity, finding.detector, finding.category,
        MQM_TYPE[finding.category], audit.copy.id, item.path, audit.copy.outlet, at and at.line, at and at.column,
        item.copy, item.original, finding.message, finding.explanation, round(finding.confidence, 4),
        audit.original and audit.original.id, finding.group, finding.fingerprint, silenced and silenced.reason,
        silenced and silenced.author, silenced and silenced.expires,
    ]  # fmt: skip


def _cell(value: object) -> str:
    """One visible line that no spreadsheet calculates with, unless it is a number."""
    if value is None:
        return ""
    text = one_line(str(value))
    return f"'{text}" if text.startswith(_FORMULA) and not isinstance(value, int | float) else text
