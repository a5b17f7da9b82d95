"""What the gate found as JUnit XML, the form of test results that nearly every CI system shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from mtaudit.records import Audit, Document
from mtaudit.records.rulings import Checked, Level, Ruling, Standing
from mtaudit.render.gate.addresses import normal, path_of
from mtaudit.render.gate.listing import Charge, Listed, Matter, charges, gravity, in_audit
from mtaudit.render.gate.markup import allowed, element, file
from mtaudit.render.reading.text import one_line, web_link
from mtaudit.render.reading.verdict import basis, counted, fidelity, suppressed, tally
from mtaudit.render.reading.witnesses import statements

READING = "reading"
"""The suite of what could not be read."""

RATCHET = "ratchet"
"""The suite of the outlets that have more findings than the baseline allows."""


@dataclass(slots=True)
class _Suite:
    """A suite to be; only alive while the file is made."""

    cases: list[ET.Element] = field(default_factory=list)

    def case(self, name: str, suite: str) -> ET.Element:
        made = ET.Element("testcase", name=allowed(one_line(name)), classname=allowed(one_line(suite)))
        self.cases.append(made)
        return made


@dataclass(frozen=True, slots=True)
class Junit:
    """A suite per outlet, or else per feed, folder or host; a case per copy.

    A copy fails by its errors, all of which are told with both phrases, and by a fidelity that is too low; what is less
    grave, known or suppressed is in its output. One that could not be judged is an error; one without an original fails
    where the gate asks for originals, and is skipped where it does not and nothing else could be said of it.
    """

    def __call__(self, checked: Checked) -> str:
        """The whole file."""
        suites: dict[str, _Suite] = {}
        against = _by_copy(charges(checked))
        for audit, rulings in checked.ruled():
            name = _suite_of(audit.copy)
            case = suites.setdefault(name, _Suite()).case(audit.copy.id, name)
            _judge(case, audit, rulings, against.get(id(audit.copy), ()))
        judged = {id(audit.copy) for audit in checked.run.audits}
        for charge in charges(checked):
            if charge.document is None or id(charge.document) not in judged:
                _plead(suites, charge)
        return file(_root(checked, suites))


def _by_copy(those: Iterable[Charge]) -> dict[int, list[Charge]]:
    """What closes the gate by copy, by its identity: two copies may have the same name, and even the same text."""
    found: dict[int, list[Charge]] = {}
    for charge in those:
        if charge.document and charge.closes:
            found.setdefault(id(charge.document), []).append(charge)
    return found


def _suite_of(document: Document) -> str:
    if document.outlet and document.outlet.strip():
        return one_line(document.outlet)
    path = path_of(document)
    if web_link(path):
        return urlsplit(path).netloc
    return path if document.path and normal(document.id) != path else str(PurePosixPath(path).parent)


def _judge(case: ET.Element, audit: Audit, rulings: tuple[Ruling, ...], against: Iterable[Charge]) -> None:
    """What is said of a copy: why it fails, what broke, and the rest for whoever asks.

    All that speaks against it is one element, since readers of JUnit show the first and drop or refuse others.
    """
    items = list(in_audit(audit, rulings))
    charged = list(against)
    errors = sorted((i for i in items if i.ruling.level is Level.ERROR), key=gravity)
    reasons = [one_line(charge.sentence) for charge in charged]
    reasons += [f"{_tallied(errors)}: {errors[0].message}"] if errors else []
    if reasons:
        broken = any(charge.matter is Matter.FAILURE for charge in charged)
        told = [*(one_line(charge.sentence) for charge in charged), *map(_told, errors)]
        first = charged[0].matter if charged else errors[0].finding.detector
        element(case, "error" if broken else "failure", "\n".join(told), message=_joined(reasons), type=first)
    output = [
        _measured(audit),
        one_line(audit.relation.doubt or ""),
        *(_told(item) + _aside(item) for item in items if item.ruling.level is not Level.ERROR),
    ]
    if any(output):
        element(case, "system-out", "\n".join(filter(None, output)))


def _joined(reasons: Iterable[str]) -> str:
    return " ".join(reason if reason.endswith((".", "!", "?")) else f"{reason}." for reason in reasons)


def _tallied(items: Iterable[Listed]) -> str:
    return ", ".join(f"{n} {severity}" for severity, n in tally(item.finding for item in items).items() if n)


def _measured(audit: Audit) -> str:
    value = fidelity(audit)
    return ", ".join((basis(audit), *([f"fidelity {value:.1f}"] if value is not None else [])))


def _told(item: Listed) -> str:
    """A finding in a few lines."""
    at = item.place
    where = f"{at.line}:{at.column} " if at else ""
    lines = [f"{where}{item.finding.severity} {item.finding.detector}: {item.sentences}"]
    lines += [f"  original: {one_line(item.original)}"] if item.original else []
    lines += [f"  copy:     {one_line(item.copy)}"] if item.copy else []
    lines += [f"  witness:  {one_line(s.told)}" for s in statements(item.finding) if s.contradicts]
    return "\n".join(lines)


def _aside(item: Listed) -> str:
    if item.ruling.suppression:
        return f"\n  ({suppressed(item.ruling.suppression)})"
    return "\n  (in the baseline)" if item.ruling.standing is Standing.KNOWN else ""


def _plead(suites: dict[str, _Suite], charge: Charge) -> None:
    """A case of its own for what is charged with no audited copy."""
    if charge.document:
        suite, tag = _suite_of(charge.document), "failure" if charge.closes else "skipped"
    elif charge.matter is Matter.FAILURE:
        suite, tag = READING, "error"
    else:
        suite, tag = RATCHET, "failure"
    case = suites.setdefault(suite, _Suite()).case(charge.where, suite)
    element(case, tag, message=one_line(charge.sentence), type=charge.matter)


def _root(checked: Checked, suites: dict[str, _Suite]) -> ET.Element:
    root = ET.Element("testsuites", name="mtaudit")
    whole: Counter[str] = Counter()
    for name, suite in sorted(suites.items()):
        outcomes = Counter(child.tag for case in suite.cases for child in case)
        whole += outcomes
        made = element(
            root,
            "testsuite",
            name=name,
            tests=len(suite.cases),
            failures=outcomes["failure"],
            errors=outcomes["error"],
            skipped=outcomes["skipped"],
        )
        properties = element(made, "properties")
        for key, value in _properties(checked):
            element(properties, "property", name=key, value=value)
        made.extend(suite.cases)
    total = sum(len(suite.cases) for suite in suites.values())
    root.set("tests", str(total))
    root.set("failures", str(whole["failure"]))
    root.set("errors", str(whole["error"]))
    return root


def _properties(checked: Checked) -> Iterator[tuple[str, str]]:
    yield "signature", one_line(checked.run.signature)
    yield "fail-on", checked.fail_on
    if checked.baseline:
        yield "baseline", one_line(checked.baseline)
        yield "fixed", counted(len(checked.fixed), "finding")
