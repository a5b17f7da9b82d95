"""What the gate found as GitHub's workflow commands: annotations at the lines of the copies, the gravest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from mtaudit.records.rulings import Checked, Level
from mtaudit.render.gate.listing import charges, counts, gravity, listed
from mtaudit.render.gate.places import Place
from mtaudit.render.reading.text import visible

MOST = 10
"""GitHub shows so many annotations of one kind for a step, and drops the rest without a word."""

_KIND = {Level.ERROR: "error", Level.WARNING: "warning"}


@dataclass(frozen=True, slots=True)
class Github:
    """As many errors and warnings as GitHub shows, the gravest first, and a notice that counts all.

    Line and columns are given where they are the file's own; otherwise the annotation stands at the file. Nothing at
    all where there is nothing to say. The step's summary, which has room for everything, is `Markdown`'s.
    """

    def __call__(self, checked: Checked) -> str:
        """The commands, one a line."""
        said: Counter[str] = Counter()
        shown = []
        for kind, command in _commands(checked):
            said[kind] += 1
            if said[kind] <= MOST:
                shown.append(command)
        if shown:
            left = sum(said.values()) - len(shown)
            more = f"; {left} more are not shown here" if left else ""
            shown.append(_command("notice", f"{counts(checked)}{more}", title="mtaudit"))
        return "".join(f"{command}\n" for command in shown)


def _commands(checked: Checked) -> Iterator[tuple[str, str]]:
    """Each with its kind."""
    for charge in charges(checked):
        kind = "error" if charge.closes else "warning"
        yield kind, _command(kind, charge.beside, file=charge.path or None, title=f"mtaudit: {charge.matter}")
    for item in sorted((i for i in listed(checked) if i.pressing), key=gravity):
        kind = _KIND[item.ruling.level]
        title = f"{item.finding.severity} {item.finding.detector}"
        yield kind, _command(kind, item.sentences, file=item.path, **_position(item.in_file), title=title)


def _position(at: Place | None) -> dict[str, object]:
    """Columns are allowed only within one line."""
    if at is None:
        return {}
    lines: dict[str, object] = {"line": at.line, "endLine": at.end_line}
    return lines | ({"col": at.column, "endColumn": at.end_column} if at.line == at.end_line else {})


def _command(kind: str, message: str, **properties: object) -> str:
    given = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items() if value is not None)
    return f"::{kind} {given}::{_data(message)}"


def _data(text: str) -> str:
    """A message as the documentation of workflow commands has it escaped, with no control characters for the log."""
    return visible(text).replace("%", "%25").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
