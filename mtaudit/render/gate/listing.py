"""What the gate has to say as one list: findings with the place to look at, and what else speaks against the copies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from mtaudit.mqm import Severity
from mtaudit.records import Audit, Document, Finding, Span
from mtaudit.records.rulings import Checked, Level, Ruling
from mtaudit.render.gate.addresses import normal, path_of, verbatim
from mtaudit.render.gate.places import Place, place
from mtaudit.render.gate.text import exceeded, numbered
from mtaudit.render.reading import failing
from mtaudit.render.reading.remarks import orphan
from mtaudit.render.reading.text import one_line
from mtaudit.render.reading.verdict import counted, grouped, worst


@dataclass(frozen=True, slots=True)
class Listed:
    """A finding with its audit."""

    audit: Audit
    ruling: Ruling

    @property
    def finding(self) -> Finding:
        """The finding itself."""
        return self.ruling.finding

    @property
    def at(self) -> Span | None:
        """The words of the copy to look at; None where the copy has nothing of it."""
        return self.finding.at

    @property
    def path(self) -> str:
        """The copy's file, or else its address or name."""
        return path_of(self.audit.copy)

    @property
    def place(self) -> Place | None:
        """Where that is in the copy's text."""
        return place(self.audit.copy, self.at) if self.at else None

    @property
    def in_file(self) -> Place | None:
        """The same where the lines of the text are those of the file, which a web page's or a feed's are not."""
        return self.place if verbatim(self.audit.copy) else None

    @property
    def original(self) -> str:
        """The phrase of the original, as it stands there; nothing where there is none."""
        return _phrase(self.audit.original, self.finding.original)

    @property
    def copy(self) -> str:
        """The phrase of the copy."""
        return _phrase(self.audit.copy, self.finding.copy)

    @property
    def pressing(self) -> bool:
        """Whether it is an error or a warning: new, not suppressed, and more than a remark."""
        return self.ruling.level is not Level.NOTE

    @property
    def message(self) -> str:
        """What happened, in one visible line."""
        return one_line(self.finding.message)

    @property
    def sentences(self) -> str:
        """What happened and what it means, in one visible line."""
        return one_line(f"{self.finding.message} {self.finding.explanation}")


Group = tuple[Listed, tuple[Listed, ...]]
"""A finding that is told, and the other places of its group."""


class Matter(StrEnum):
    """What else the gate has to say, named as a detector would be."""

    FIDELITY = "fidelity-low"
    ORPHAN = "original-missing"
    EXCESS = "ratchet-exceeded"
    DATES = "dates-reversed"
    FAILURE = "not-audited"


ABOUT = {
    Matter.FIDELITY: "The copy keeps less of the meaning of its original than it must.",
    Matter.ORPHAN: "The copy is a copy of none of the originals, so that other articles or its text alone had to do.",
    Matter.EXCESS: "The copies of one outlet have more findings than the baseline allows.",
    Matter.DATES: "The original is dated later than the copy, so that the two may be swapped.",
    Matter.FAILURE: "Something could not be read or judged; what is not known for that reason is said.",
}
"""What each means, in a sentence."""


@dataclass(frozen=True, slots=True)
class Charge:
    """A matter that is no finding. `where` names the copy or outlet, `path` its file; it may close the gate."""

    matter: Matter
    document: Document | None
    where: str
    sentence: str
    closes: bool

    @property
    def told(self) -> str:
        """The sentence with what it is about, in one visible line."""
        return one_line(self.sentence if self.matter is Matter.EXCESS else f"{self.where}: {self.sentence}")

    @property
    def beside(self) -> str:
        """The same where the copy's file is named anyway."""
        return one_line(self.sentence) if self.document else self.told

    @property
    def path(self) -> str:
        """The file that it is about; nothing where it is about none."""
        if self.document:
            return path_of(self.document)
        return normal(self.where) if self.matter is Matter.FAILURE else ""


def listed(checked: Checked) -> Iterator[Listed]:
    """All findings, in the order of the audits and of the text."""
    for audit, rulings in checked.ruled():
        yield from in_audit(audit, rulings)


def in_audit(audit: Audit, rulings: tuple[Ruling, ...]) -> Iterator[Listed]:
    """Those of one copy, in the order of the text."""
    made = [Listed(audit, ruling) for ruling in rulings]
    yield from sorted(made, key=lambda item: (item.at.start, item.at.end) if item.at else (-1, -1))


def by_groups(items: Iterable[Listed]) -> list[Group]:
    """The findings of one copy, each group once: its worst, and its other places; the gravest first."""
    by_id = {item.finding.id: item for item in items}
    found = []
    for group in grouped(item.finding for item in by_id.values()):
        lead = worst(group)
        found.append((by_id[lead.id], tuple(by_id[finding.id] for finding in group if finding is not lead)))
    return sorted(found, key=lambda told: gravity(told[0]))


def gravity(item: Listed) -> tuple[int, float]:
    """To sort by: the gravest first, then the surest."""
    return -item.finding.severity.rank, -item.finding.confidence


def level(checked: Checked, ruling: Ruling) -> Level:
    """What a finding would mean to the gate if it were new and nobody had suppressed it."""
    if ruling.told:
        return ruling.level
    severity = ruling.finding.severity
    if severity is Severity.NEUTRAL:
        return Level.NOTE
    return Level.ERROR if severity.rank >= checked.fail_on.rank else Level.WARNING


def charges(checked: Checked) -> Iterator[Charge]:
    """What else there is to say, what broke first."""
    for failure in checked.run.failures:
        yield Charge(Matter.FAILURE, None, failure.where, f"{failure.what}: {failure.why}", True)
    for audit in checked.run.audits:
        for failure in audit.failures:
            yield Charge(Matter.FAILURE, audit.copy, audit.copy.id, failing.told(failure, audit.copy), True)
    for short in checked.shortfalls:
        copy = checked.run.audits[short.audit].copy
        sentence = f"The fidelity is {short.fidelity:.1f}; at least {short.least:g} is asked for."
        yield Charge(Matter.FIDELITY, copy, copy.id, sentence, True)
    for excess in checked.excesses:
        yield Charge(Matter.EXCESS, None, excess.outlet or "copies without an outlet", f"{exceeded(excess)}.", True)
    for audit in checked.run.audits:
        if audit.relation.doubt:
            yield Charge(Matter.DATES, audit.copy, audit.copy.id, audit.relation.doubt, False)
    judged = {audit.copy: audit.copy for audit in checked.run.audits if audit.original is None}
    for document in checked.run.unmatched:
        copy, sentence = judged.get(document, document), f"This is {orphan(document)}."
        yield Charge(Matter.ORPHAN, copy, copy.id, sentence, checked.orphans_fail)


def counts(checked: Checked) -> str:
    """The whole check in one line, first what could not be checked; a group counts once."""
    copies = counted(checked.copies, "copy", "copies")
    broken = sum(1 for _ in checked.failures())
    parts = [f"{broken} not audited"] if broken else []
    parts += [numbered(checked, Level.ERROR, "error", "errors")]
    parts += [numbered(checked, Level.WARNING, "less grave", "less grave")]
    known = sum(not r.told and r.suppression is None for rulings in checked.rulings for r in rulings)
    silenced = sum(r.suppression is not None for rulings in checked.rulings for r in rulings)
    parts += [f"{known} in the baseline"] if known else []
    parts += [f"{silenced} suppressed"] if silenced else []
    parts += [f"{len(checked.fixed)} fixed"] if checked.fixed else []
    return f"{copies} checked: {', '.join(parts)}"


def _phrase(document: Document | None, span: Span | None) -> str:
    return span.of(document.text) if document and span else ""
