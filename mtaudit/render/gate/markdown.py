"""What the gate found as Markdown, for a pull request, the summary of a CI step, or a mail."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mtaudit.records import Audit
from mtaudit.records.rulings import Checked, Ruling, Status
from mtaudit.render.gate.listing import Charge, Group, by_groups, charges, counts, in_audit
from mtaudit.render.reading.verdict import fidelity, tally
from mtaudit.render.table import COLUMNS, COMMENT, escaped, fitted, in_html, row

_MATTERS = 20  # that are told; the findings need the room
_OPEN = 3  # copies whose tables are unfolded; a reader scrolls past more
_TITLE = {
    Status.CLEAN: "✅ mtaudit: nothing closes the gate",
    Status.FINDINGS: "❌ mtaudit: the gate is closed",
    Status.BROKEN: "⚠️ mtaudit: not everything could be judged",
}


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
    said += [f"copy of {in_html(audit.original.id)}"] if audit.original else []
    quiet = len(rulings) - sum(1 + len(others) for _, others in told)
    said += [f"{quiet} neutral, known or suppressed"] if quiet else []
    yield f"<details{' open' if unfolded else ''}><summary><b>{in_html(audit.copy.id)}</b>: {'; '.join(said)}</summary>"
    yield ""
    yield from COLUMNS
    yield from (row(*group) for group in told)
    yield "\n</details>\n"
