"""Findings as Markdown: a table of them, as much of it as there is room for, in which nothing of an article acts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mtaudit.render.gate.listing import Listed
from mtaudit.render.reading.text import one_line
from mtaudit.render.reading.verdict import SIGN, counted

COMMENT = 60_000
"""Bytes that a comment on GitHub (65,536 characters) has room for, with something to spare."""

SUMMARY = 1_000_000
"""Bytes that the summary of a step on GitHub (1 MiB) has room for."""

_HEAD_ROWS = 4  # of a copy's block: its line, an empty one, the names of the columns, the line below them
_PLACES = 8  # of a group that are named
_PHRASE = 200  # code points of a phrase that a table shows

COLUMNS = ("| | where | original | copy | what |", "|---|---|---|---|---|")
"""The names of a table's columns, and the line below them."""

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


def in_html(text: str) -> str:
    """A text of strangers inside a line of HTML, where Markdown has no meaning but mentions have."""
    broken = _ACTS.sub(lambda m: m[0] + _BREAK, one_line(text))
    return "".join(_ENTITY.get(c, c) for c in broken)
