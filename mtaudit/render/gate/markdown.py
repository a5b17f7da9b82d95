"""What the gate found as Markdown, for a pull request, the summary of a CI step, or a mail."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mtaudit.records import Audit
from mtaudit.records.rulings import Checked, Ruling, Status
from mtaudit.render.gate.listing import Charge, Group, Listed, by_groups, charges, counts, in_audit
from mtaudit.render.reading.text import one_line
from mtaudit.render.reading.verdict import SIGN, counted, fidelity, tally

COMMENT = 60_000
"""Bytes that a comment on GitHub (65,536 characters) has room for, with something to spare."""

SUMMARY = 1_000_000
"""Bytes that the summary of a step on GitHub (1 MiB) has room for."""

_MATTERS = 20  # that are told; the findings need the room
_OPEN = 3  # copies whose tables are unfolded; a reader scrolls past more
_HEAD_ROWS = 4  # of a copy's block: its line, an empty one, the names of the columns, the line below them
_PLACES = 8  # of a group that are named
_PHRASE = 200  # code points of a phrase that a table shows

COLUMNS = ("| | where | original | copy | what |", "|---|---|---|---|---|")
"""The names of a table's columns, and the line below them."""

_TITLE = {
    Status.CLEAN: "✅ mtaudit: nothing closes the gate",
    Status.FINDINGS: "❌ mtaudit: the gate is closed",
    Status.BROKEN: "⚠️ mtaudit: not everything could be judged",
}

_SPECIAL = re.compile(r"[\\`*_\[\]|~$#!(){}<>&]|:(?=[\w+-]+:)")
_ENTITY = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
_ACTS = re.compile(
    r"@"  # mentions, and addresses of mail
    r"|[#!%~&$](?=[\w\"])"  # numbers of issues, requests, milestones, labels
    r"|\bGH(?=-\d)"
    r"|:(?=//)"
    r"|\bwww(?=\.)"
    r"|\b(?:mailto|xmpp)(?=:)",
    re.IGNORECASE,
)
_BREAK = "\u200b"  # a zero-width space: it shows nothing, and no host finds a mention or link around it


@dataclass(frozen=True, slots=True, kw_only=True)
class Markdown:
    """A table per copy, the copy with the gravest findings first; what is neutral, known or suppressed is only counted.

    Nothing that stands in an article acts: no Markdown, no HTML, no link, no mention.

    Attributes:
        room: Bytes of UTF-8 that it may take; where they do not suffice, it says how many copies are left out.
    """

    room: int = COMMENT

    def __call__(self, checked: Checked) -> str:
        """The whole text."""
        head = [f"### {_TITLE[checked.status]}\n", f"{counts(checked)}.\n", *_matters(list(charges(checked)))]
        blocks = _copies(checked)
        return fitted(head, blocks, self.room)


def escaped(text: str) -> str:
    """A text of strangers in one line of a Markdown table, where nothing of it acts."""
    broken = _ACTS.sub(lambda m: m[0] + _BREAK, one_line(text))
    return _SPECIAL.sub(lambda m: _ENTITY.get(m[0]) or f"\\{m[0]}", broken)


def fitted(head: list[str], blocks: list[list[str]], room: int) -> str:
    """The head and the blocks, one for each copy, as far as there is room for them, and how many copies are left out.

    A block begins with a line, an empty one, and the two of `COLUMNS`; it may lose its last rows, not its last line.
    """
    text, left = _fitted(head, blocks, room - len(_left_out(10**9).encode()))
    return text + (_left_out(left) if left else "")


def _fitted(head: list[str], blocks: list[list[str]], room: int) -> tuple[str, int]:
    """As many whole lines of the head, and then whole copies, as there is room for; how many copies are left out."""
    parts: list[str] = []
    for line in head:
        room -= len(line.encode()) + 1
        if room < 0:
            break
        parts.append(line)
    for number, block in enumerate(blocks):
        made, room = _cut(block, room)
        parts += made
        if len(made) < len(block):
            return "\n".join(parts) + "\n", len(blocks) - number - (1 if made else 0)
    return "\n".join(parts) + "\n", 0


def _cut(block: list[str], room: int) -> tuple[list[str], int]:
    """The block, without its last rows where it is too long, and the room that is left; nothing where no row fits."""
    *rows, last = block
    room -= len(last.encode()) + 1
    made: list[str] = []
    for row in rows:
        size = len(row.encode()) + 1
        if size > room:
            return ([*made, last] if len(made) > _HEAD_ROWS else []), 0
        made.append(row)
        room -= size
    return [*made, last], room


def _left_out(number: int) -> str:
    return f"\n… and {counted(number, 'copy', 'copies')} with findings that there is no room for.\n"


def _matters(those: list[Charge]) -> Iterator[str]:
    those.sort(key=lambda charge: not charge.closes)
    for charge in those[:_MATTERS]:
        name = f"**{charge.matter}**" if charge.closes else charge.matter
        yield f"- {name}: {escaped(charge.told)}"
    if len(those) > _MATTERS:
        yield f"- … and {len(those) - _MATTERS} more"
    if those:
        yield ""


def _copies(checked: Checked) -> list[list[str]]:
    """A block of lines for each copy of which there is something to tell, the gravest first."""
    found = []
    for audit, rulings in checked.ruled():
        told = by_groups(i for i in in_audit(audit, rulings) if i.pressing)
        if told:
            found.append((audit, rulings, told))
    found.sort(key=lambda entry: [-n for n in tally(lead.finding for lead, _ in entry[2]).values()])
    return [list(_block(*entry, unfolded=number < _OPEN)) for number, entry in enumerate(found)]


def _block(audit: Audit, rulings: tuple[Ruling, ...], told: list[Group], *, unfolded: bool) -> Iterator[str]:
    value = fidelity(audit)
    tallied = ", ".join(f"{n} {severity}" for severity, n in tally(lead.finding for lead, _ in told).items() if n)
    said = [tallied] + ([f"fidelity {value:.1f}"] if value is not None else [])
    said += [f"copy of {_html(audit.original.id)}"] if audit.original else []
    quiet = len(rulings) - sum(1 + len(others) for _, others in told)
    said += [f"{quiet} neutral, known or suppressed"] if quiet else []
    yield f"<details{' open' if unfolded else ''}><summary><b>{_html(audit.copy.id)}</b>: {'; '.join(said)}</summary>"
    yield ""
    yield from COLUMNS
    yield from (row(*group) for group in told)
    yield "\n</details>\n"


def row(item: Listed, others: Sequence[Listed] = ()) -> str:
    """A finding as a row of a table with these `COLUMNS`; a group by its worst, with its `others`."""
    finding = item.finding
    where = ", ".join(map(_where, (item, *others[: _PLACES - 1])))
    where += f" and {len(others) - _PLACES + 1} more" if len(others) >= _PLACES else ""
    severity = f"{SIGN[finding.severity]} {finding.severity}"
    cells = (severity, where, _quoted(item.original), _quoted(item.copy), _what(item))
    return f"| {' | '.join(cells)} |"


def _where(item: Listed) -> str:
    return f"{item.place.line}:{item.place.column}" if item.place else "–"


def _what(item: Listed) -> str:
    return f"{escaped(item.sentences)} <sub>{escaped(item.finding.detector)}</sub>"


def _quoted(phrase: str) -> str:
    plain = one_line(phrase)
    return escaped(plain if len(plain) <= _PHRASE else plain[: _PHRASE - 1] + "…") or "–"


def _html(text: str) -> str:
    """The same inside a line of HTML, where Markdown has no meaning but mentions have."""
    broken = _ACTS.sub(lambda m: m[0] + _BREAK, one_line(text))
    return "".join(_ENTITY.get(c, c) for c in broken)
