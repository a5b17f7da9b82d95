"""What the gate found as SARIF 2.1.0, which code hosts and editors show beside the text."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import msgspec

from mtaudit.mqm import MQM_TYPE, Category
from mtaudit.records import Document, Span, Suppression, rulings
from mtaudit.records.rulings import Checked, Entry, Level, Standing, Status
from mtaudit.render.encoding import formatted
from mtaudit.render.gate import sarif_log as log
from mtaudit.render.gate.addresses import path_of, uri_of, verbatim
from mtaudit.render.gate.listing import ABOUT, Charge, Listed, Matter, charges, level, listed
from mtaudit.render.gate.places import place, whole_line
from mtaudit.render.reading.text import one_line, visible
from mtaudit.render.reading.verdict import fidelity
from mtaudit.render.reading.witnesses import statements
from mtaudit.version import __version__

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
BASE = "SRCROOT"
"""What relative addresses are relative to: the folder that mtaudit was run in."""

FINGERPRINT = "mtauditFingerprint/v1"
GITHUB_FINGERPRINT = "primaryLocationLineHash"
"""The only one by which GitHub tells alerts apart; made from the line where a tool does not give it, which a feed's new
paragraph would change, and which two findings in one line share."""

_LONGEST_SNIPPET = 1000  # code points; most paragraphs of news are shorter
_MQM = "https://themqm.org"
_LINKED = re.compile(r"\[(?=[^\]]*\]\()")  # what SARIF (§3.11.6) would take for a link
_LEVEL: dict[Level, log.Level] = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "note"}
_STATE: dict[Standing, log.State] = {Standing.NEW: "new", Standing.KNOWN: "unchanged"}
_EXIT = {
    Status.CLEAN: "The gate is open.",
    Status.FINDINGS: "Findings close the gate.",
    Status.BROKEN: "Something could not be read or judged.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sarif:
    """All findings: those of the baseline as unchanged, what is fixed as absent, what is suppressed with its reason.

    A result stands at the words of the copy, or where they are missing, and leads to those of the original. Regions
    are given where the lines of the text are the file's own; of an article in a web page or a feed its name is given,
    and the place in its text is among the location's properties.

    Attributes:
        indent: Spaces per level.
    """

    indent: int = 1

    def __call__(self, checked: Checked) -> str:
        """The whole file."""
        return formatted(sarif(checked), self.indent) + "\n"


def sarif(checked: Checked) -> log.Log:
    """The check as SARIF's objects."""
    files, rules = _Files(), _Rules(checked)
    results = [_result(checked, item, files, rules) for item in listed(checked)]
    paths = {audit.copy.id: path_of(audit.copy) for audit in checked.run.audits}
    results += [_absent(entry, paths.get(entry.document, entry.document), files, rules) for entry in checked.fixed]
    results += [_charged(checked, c, files, rules) for c in charges(checked) if _is_result(c)]
    run = log.Run(
        tool=log.Tool(driver=_driver(rules)),
        automation_details=log.AutomationDetails(id="mtaudit/"),
        language="en",
        column_kind="unicodeCodePoints",
        newline_sequences=["\r\n", "\n"],
        original_uri_base_ids={
            BASE: log.ArtifactLocation(description=log.Message(text="The folder that mtaudit was run in."))
        },
        invocations=[_invocation(checked, files)],
        artifacts=files.artifacts(checked),
        results=results,
        properties={"signature": checked.run.signature, "failOn": str(checked.fail_on)},
    )
    return log.Log(schema=SCHEMA, version="2.1.0", runs=[run])


def _driver(rules: _Rules) -> log.Driver:
    return log.Driver(
        name="mtaudit",
        full_name=f"mtaudit {__version__}",
        version=__version__,
        semantic_version=__version__,
        language="en",
        short_description=log.Multiformat(text="Audits machine-translated copies of news against their originals."),
        rules=rules.made,
    )


class _Rules:
    """The rules with their numbers."""

    def __init__(self, checked: Checked) -> None:
        known = {rule.name: rule for rule in checked.rules}
        found = {r.finding.detector: r.finding.category for row in checked.rulings for r in row}
        found |= {entry.detector: entry.category for entry in checked.fixed}
        unknown = {n: rulings.Rule(n, category, f"{n}.", "") for n, category in found.items() if n not in known}
        self.made = [_rule(rule) for _, rule in sorted((known | unknown).items())]
        self.made += [_matter(matter) for matter in Matter]
        self._numbers = {rule.id: number for number, rule in enumerate(self.made)}

    def number(self, name: str) -> int:
        """Where the rule stands."""
        return self._numbers[name]


def _rule(rule: rulings.Rule) -> log.Rule:
    told = f"{rule.summary}\n\n{rule.rationale}".strip()
    first = " ".join(rule.rationale.split("\n\n")[0].split())
    return _descriptor(rule.name, rule.summary, first or rule.summary, told, _kind(rule.category))


def _matter(matter: Matter) -> log.Rule:
    return _descriptor(matter, ABOUT[matter], ABOUT[matter], ABOUT[matter], {"tags": ["gate"]})


def _kind(category: Category) -> log.Properties:
    """What MQM calls it; the tags are what code hosts filter by."""
    return {"category": str(category), "mqm": MQM_TYPE[category], "tags": ["translation", str(category)]}


def _descriptor(name: str, summary: str, first: str, told: str, properties: log.Properties) -> log.Rule:
    mqm = f"\n\nError type of [MQM]({_MQM}): {properties['mqm']}" if "mqm" in properties else ""
    more = f"\n\n`mtaudit explain {name}` has examples." if mqm else ""
    plain = f"{told}{mqm}{more}".replace("`", "").replace(f"[MQM]({_MQM})", "MQM")
    return log.Rule(
        id=name,
        name="".join(part.capitalize() for part in name.split("-")),
        short_description=log.Multiformat(text=summary),
        full_description=log.Multiformat(text=first),
        help=log.Multiformat(text=plain, markdown=f"# {name}\n\n{told}{mqm}{more}"),
        help_uri=_MQM if mqm else None,
        default_configuration=log.Configuration(level="warning"),
        properties=properties,
    )


@dataclass(slots=True)
class _Files:
    """The artifacts with their numbers, as results come to need them; only alive while the file is made."""

    numbers: dict[str, int] = field(default_factory=dict)

    def location(self, path: str) -> log.ArtifactLocation:
        number = self.numbers.setdefault(path, len(self.numbers))
        uri, relative = uri_of(path)
        return log.ArtifactLocation(uri=uri, uri_base_id=BASE if relative else None, index=number)

    def artifacts(self, checked: Checked) -> list[log.Artifact]:
        """What was read, those that nothing is said of too."""
        copies = {path_of(d): d for d in (*(a.copy for a in checked.run.audits), *checked.run.unmatched)}
        originals = {path_of(a.original): a.original for a in checked.run.audits if a.original}
        for path in (*copies, *originals):
            self.location(path)
        return [self._artifact(p, copies.get(p) or originals.get(p), copy=p in copies) for p in list(self.numbers)]

    def _artifact(self, path: str, document: Document | None, *, copy: bool) -> log.Artifact:
        made = log.Artifact(
            location=self.location(path), roles=["analysisTarget" if copy else "referencedOnCommandLine"]
        )
        if document is None or not verbatim(document):
            return made
        octets = document.text.encode("utf-8", "surrogatepass")
        return msgspec.structs.replace(
            made, mime_type="text/plain", properties={"textSha256": hashlib.sha256(octets).hexdigest()}
        )


def _result(checked: Checked, item: Listed, files: _Files, rules: _Rules) -> log.Result:
    finding, ruling, audit = item.finding, item.ruling, item.audit
    origin = _place(audit.original, finding.original, files, id=1, said="The words of the original.")
    text = _message(item.sentences)
    if origin and "[" not in text:  # which could open a link that ours would close
        text += " See the [original](1)."
    return log.Result(
        rule_id=finding.detector,
        rule_index=rules.number(finding.detector),
        kind="fail",
        level=_LEVEL[level(checked, ruling)],
        message=log.Message(text=text),
        locations=[_place(audit.copy, item.at, files, whole=True) or log.Location()],
        related_locations=[origin] if origin else None,
        partial_fingerprints={FINGERPRINT: finding.fingerprint, GITHUB_FINGERPRINT: f"{finding.fingerprint}:1"},
        baseline_state=_STATE[ruling.standing] if checked.baseline is not None else None,
        suppressions=[_suppression(ruling.suppression)] if ruling.suppression else [],
        rank=round(25 * (finding.severity.rank + min(1.0, max(0.0, finding.confidence))), 1),
        properties=_properties(item),
    )


def _properties(item: Listed) -> log.Properties:
    finding, audit = item.finding, item.audit
    value = fidelity(audit)
    said = {
        "severity": str(finding.severity),
        "category": str(finding.category),
        "mqm": MQM_TYPE[finding.category],
        "confidence": round(finding.confidence, 4),
        "group": finding.group,
        "copy": audit.copy.id,
        "outlet": audit.copy.outlet,
        "original": audit.original.id if audit.original else None,
        "fidelity": None if value is None else round(value, 1),
        "copyPhrase": item.copy or None,
        "originalPhrase": item.original or None,
        "witnesses": [statement.told for statement in statements(finding)] or None,
    }
    return {k: v for k, v in said.items() if v is not None}


def _place(
    document: Document | None,
    span: Span | None,
    files: _Files,
    *,
    whole: bool = False,
    id: int | None = None,
    said: str | None = None,
) -> log.Location | None:
    """Where the span stands; without one nothing, or the whole document."""
    if document is None or (span is None and not whole):
        return None
    region = _region(document, span) if span else None
    own = verbatim(document)
    name = one_line(document.id)
    return log.Location(
        id=id,
        physical_location=log.PhysicalLocation(
            artifact_location=files.location(path_of(document)),
            region=region if own else None,
            context_region=_context(document, span) if own and span else None,
        ),
        logical_locations=None if own else [log.LogicalLocation(name=name, fully_qualified_name=name, kind="article")],
        message=log.Message(text=said) if said else None,
        properties=None if own or region is None else {"regionInText": region},
    )


def _region(document: Document, span: Span) -> log.Region:
    at = place(document, span)
    short = span.end - span.start <= _LONGEST_SNIPPET
    return log.Region(
        start_line=at.line,
        start_column=at.column,
        end_line=at.end_line,
        end_column=at.end_column,
        char_offset=span.start,
        char_length=span.end - span.start,
        snippet=log.Message(text=span.of(document.text)) if short else None,
    )


def _context(document: Document, span: Span) -> log.Region | None:
    """The line around the span, so that it can be read where the file is not at hand; None where that is no more."""
    at = place(document, span)
    line = whole_line(document, at.line)
    if at.end_line > at.line or not span.end - span.start < len(line) <= _LONGEST_SNIPPET:
        return None
    start = span.start - at.column + 1
    return log.Region(
        start_line=at.line,
        start_column=1,
        end_line=at.line,
        end_column=len(line) + 1,
        char_offset=start,
        char_length=len(line),
        snippet=log.Message(text=line),
    )


def _message(text: str) -> str:
    """A text of strangers in which nothing is a link."""
    return _LINKED.sub(r"\\[", visible(text))


def _suppression(suppression: Suppression) -> log.Suppression:
    said = {
        "author": suppression.author,
        "expires": suppression.expires.isoformat() if suppression.expires else None,
        "origin": suppression.origin,
    }
    return log.Suppression(
        kind="external",
        status="accepted",
        justification=suppression.reason,
        properties={name: value for name, value in said.items() if value},
    )


def _absent(entry: Entry, path: str, files: _Files, rules: _Rules) -> log.Result:
    phrases = " became ".join(f"“{one_line(phrase)}”" for phrase in (entry.original, entry.copy) if phrase)
    return log.Result(
        rule_id=entry.detector,
        rule_index=rules.number(entry.detector),
        kind="fail",
        level="note",
        message=log.Message(text=_message(f"Fixed: {phrases or entry.detector}.")),
        locations=[log.Location(physical_location=log.PhysicalLocation(artifact_location=files.location(path)))],
        partial_fingerprints={FINGERPRINT: entry.fingerprint, GITHUB_FINGERPRINT: f"{entry.fingerprint}:1"},
        baseline_state="absent",
        properties={"severity": str(entry.severity), "category": str(entry.category)},
    )


def _is_result(charge: Charge) -> bool:
    """Whether it is a verdict on a copy; the rest is said of the run, as a result must have a place."""
    return charge.document is not None and charge.closes and charge.matter is not Matter.FAILURE


def _charged(checked: Checked, charge: Charge, files: _Files, rules: _Rules) -> log.Result:
    named = hashlib.sha256(f"{charge.matter}\0{charge.where}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
    place = _place(charge.document, None, files, whole=True)
    return log.Result(
        rule_id=charge.matter,
        rule_index=rules.number(charge.matter),
        kind="fail",
        level="error",
        message=log.Message(text=_message(charge.sentence)),
        locations=[place] if place else [],
        partial_fingerprints={FINGERPRINT: named, GITHUB_FINGERPRINT: f"{named}:1"},
        baseline_state=None if checked.baseline is None else "new",
        suppressions=[],
    )


def _invocation(checked: Checked, files: _Files) -> log.Invocation:
    return log.Invocation(
        execution_successful=checked.status is not Status.BROKEN,
        exit_code=checked.status.code,
        exit_code_description=_EXIT[checked.status],
        tool_execution_notifications=[_noted(c, files) for c in charges(checked) if not _is_result(c)],
        tool_configuration_notifications=[
            *_stale("suppression-expired", "has expired", checked.expired),
            *_stale("suppression-unused", "suppresses nothing", checked.unused),
        ],
    )


def _noted(charge: Charge, files: _Files) -> log.Notification:
    place = _place(charge.document, None, files, whole=True)
    return log.Notification(
        level="error" if charge.closes else "note",
        message=log.Message(text=_message(charge.told)),
        descriptor=log.Reference(id=charge.matter),
        locations=[place] if place else None,
    )


def _stale(id: str, what: str, those: Iterable[Suppression]) -> Iterator[log.Notification]:
    for suppression in those:
        text = _message(one_line(f"The suppression {suppression.origin} {what} ({suppression.reason})."))
        yield log.Notification(level="warning", message=log.Message(text=text), descriptor=log.Reference(id=id))
