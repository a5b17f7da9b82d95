"""The findings as cards: each group explained once, with all its places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from string import ascii_lowercase

from mtaudit.mqm import MQM_TYPE, Severity
from mtaudit.records import Audit
from mtaudit.render.html.anchors import SUPPRESSED, Names, Ref
from mtaudit.render.reading.marks import Note
from mtaudit.render.reading.text import one_line
from mtaudit.render.reading.verdict import SIGN, suppressed, sureness, unsuppressed, worst_severity
from mtaudit.render.reading.witnesses import Agreement, Statement, agreement, statements

_DECIDED = "✓"
"""The sign of what a person decided to be no matter."""

_GRAVE = frozenset({Severity.CRITICAL, Severity.MAJOR})


@dataclass(frozen=True, slots=True)
class Place:
    """A finding among its group: the words at this place, what is said of them, and the link to the text, if any.

    `suppressed` says why it is no matter, if a person decided that.
    """

    ref: Ref
    category: str
    message: str
    before: str
    after: str
    mark: str
    suppressed: str


@dataclass(frozen=True, slots=True)
class Card:
    """A group of findings, explained once by the worst of them, `lead`, or a finding that stands alone.

    `style` are the classes it is filtered by; none where its places differ in them. `grade` is the worst severity of
    its places, those not counted that are suppressed, or "suppressed" where all are; `severity` counts these too.
    """

    number: str
    grade: str
    severity: str
    style: str
    sign: str
    category: str
    mqm: str
    detector: str
    message: str
    explanation: str
    sureness: str
    agreement: Agreement | None
    witnesses: tuple[Statement, ...]
    lead: Place
    places: tuple[Place, ...]


def cards(audit: Audit, names: Names, notes: Iterable[Note]) -> tuple[Card, ...]:
    """A card for each group, in the order in which they are first met."""
    groups: dict[str, list[Note]] = {}
    for note in notes:
        groups.setdefault(note.leader.id, []).append(note)
    return tuple(_card(audit, names, group) for group in groups.values())


def _card(audit: Audit, names: Names, group: Sequence[Note]) -> Card:
    lead = next(note for note in group if note.leads)
    finding = lead.finding
    findings = [note.finding for note in group]
    worst, pressing = worst_severity(findings), unsuppressed(findings)
    grade = worst_severity(pressing) if pressing else SUPPRESSED
    styles = {names.ref(note).style for note in group}
    return Card(
        number=group[0].label.rstrip(ascii_lowercase),
        grade=grade,
        severity=worst,
        style=f"f {styles.pop()}" if len(styles) == 1 else grade,
        sign=SIGN[worst_severity(pressing)] if pressing else _DECIDED,
        category=finding.category,
        mqm=MQM_TYPE[finding.category],
        detector=finding.detector,
        message=finding.message,
        explanation=finding.explanation,
        sureness=sureness(finding.confidence),
        agreement=agreement(finding),
        witnesses=statements(finding),
        lead=_place(audit, names, lead),
        places=tuple(_place(audit, names, note) for note in group),
    )


def _place(audit: Audit, names: Names, note: Note) -> Place:
    finding = note.finding
    return Place(
        ref=names.ref(note),
        category=finding.category,
        message=finding.message,
        before=one_line(finding.original.of(audit.original.text)) if finding.original and audit.original else "",
        after=one_line(finding.copy.of(audit.copy.text)) if finding.copy else "",
        mark=names.mark(finding),
        suppressed=suppressed(finding.suppression) if finding.suppression else "",
    )


def foremost(cards: Iterable[Card]) -> tuple[Card, ...]:
    """The cards to see first: those that mislead, worst first; where there are none, those of the worst severity.

    None that is suppressed.
    """
    pressing = [card for card in cards if card.grade != SUPPRESSED]
    ranked = sorted(pressing, key=lambda card: -Severity(card.grade).rank)
    shown = _GRAVE if ranked and ranked[0].grade in _GRAVE else {card.grade for card in ranked[:1]}
    return tuple(card for card in ranked if card.grade in shown)
