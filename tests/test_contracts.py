"""Every detector and every equivalence, held to the contract of its kind. A new file needs no new test."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import TypeVar

import pytest

import mtaudit
from mtaudit import registry
from mtaudit.detectors.base import (
    Case,
    CoverageDetector,
    Detector,
    PairDetector,
    TextDetector,
)
from mtaudit.equivalences.base import Equivalence, Same, Unlike
from mtaudit.event import event_of
from mtaudit.ingest import document
from mtaudit.judging.pipeline import audit_event, audit_text
from mtaudit.mqm import Severity
from mtaudit.records import Audit, Difference, Finding, Span
from mtaudit.registry import Registered
from mtaudit.text.segmentation import parsed

P = TypeVar("P")

AT_LEAST = 3
"""Cases of each sort: with fewer, an accident passes for a rule."""


def collected(kind: Callable[[], tuple[Registered[P], ...]]) -> tuple[Registered[P], ...]:
    """What the registry finds; nothing while a file is broken, which `test_all_files_load` then reports."""
    try:
        return kind()
    except Exception:
        return ()


DETECTORS = collected(registry.detectors)
PAIR_DETECTORS = collected(registry.pair_detectors)
COVERAGE_DETECTORS = collected(registry.coverage_detectors)
TEXT_DETECTORS = collected(registry.text_detectors)
EQUIVALENCES = collected(registry.equivalences)

each_detector = pytest.mark.parametrize("entry", DETECTORS, ids=lambda entry: entry.name)
each_equivalence = pytest.mark.parametrize("entry", EQUIVALENCES, ids=lambda entry: entry.name)
each = pytest.mark.parametrize("entry", [*DETECTORS, *EQUIVALENCES], ids=lambda entry: entry.name)


def each_case(detectors: tuple[Registered[Detector], ...]) -> pytest.MarkDecorator:
    """Every case of these detectors."""
    return pytest.mark.parametrize(
        ("entry", "case"),
        [
            pytest.param(entry, case, id=f"{entry.name}: {case.why or case.texts[0][:60]}")
            for entry in detectors
            for case in entry.plugin.cases
        ],
    )


each_pair_case = each_case(PAIR_DETECTORS)
each_event_case = each_case(COVERAGE_DETECTORS)
each_text_case = each_case(TEXT_DETECTORS)
each_equivalence_case = pytest.mark.parametrize(
    ("entry", "case"),
    [
        pytest.param(entry, case, id=f"{entry.name}: {type(case).__name__} {case.original[:60]}")
        for entry in EQUIVALENCES
        for case in entry.plugin.cases
    ],
)


@cache
def audited(original: str, copy: str) -> Audit:
    return mtaudit.compare(document(original), document(copy))


def unbracketed(text: str) -> tuple[str, set[Span]]:
    """The text without its brackets, and where in it they stood."""
    plain, spans = "", set()
    for outside, inside in re.findall(r"(.*?)(?:\[\[(.*?)\]\](?!\])|\Z)", text, re.DOTALL):
        plain += outside
        if inside:
            spans.add(Span(len(plain), len(plain) + len(inside)))
            plain += inside
    return plain, spans


def differences(audit: Audit) -> list[Difference]:
    assert audit.comparison is not None
    return [difference for bead in audit.comparison.beads for difference in bead.differences]


def gravest(findings: list[Finding]) -> Severity | None:
    """The severity that a case states: that of the gravest finding; None where there is none."""
    return max((f.severity for f in findings), key=lambda severity: severity.rank, default=None)


def words(spans: set[Span], text: str) -> list[tuple[Span, str]]:
    """Spans with the words that stand there, so that a failed test can be read."""
    return [(span, span.of(text)) for span in sorted(spans)]


def test_all_files_load() -> None:
    assert registry.detectors()
    assert registry.equivalences()
    assert registry.metrics()


def test_brackets_are_places_in_the_text_without_them() -> None:
    assert unbracketed("The [[12]] ships\n[[sank]].") == ("The 12 ships\nsank.", {Span(4, 6), Span(13, 17)})
    assert unbracketed("none") == ("none", set())


def test_no_two_share_a_name() -> None:
    names = [entry.name for entry in (*DETECTORS, *EQUIVALENCES)]
    assert len({*names, "index"}) == len(names) + 1


@each
def test_it_is_rightly_named(entry: Registered[object]) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", entry.name)
    assert type(entry.plugin).__name__ == entry.name.title().replace("-", "")


@each
def test_it_is_documented(entry: Registered[object]) -> None:
    assert entry.summary.endswith("."), "the summary is one sentence on the first line of the docstring"
    assert entry.rationale, "the rationale follows the summary after an empty line"


@each_detector
def test_it_has_flagged_and_spared_cases(entry: Registered[Detector]) -> None:
    flagged = [case for case in entry.plugin.cases if case.flagged]
    assert len(flagged) >= AT_LEAST
    assert len(entry.plugin.cases) - len(flagged) >= AT_LEAST


@each_equivalence
def test_it_has_cases_of_both_sorts(entry: Registered[Equivalence]) -> None:
    same = [case for case in entry.plugin.cases if isinstance(case, Same)]
    assert len(same) >= AT_LEAST
    assert len(entry.plugin.cases) - len(same) >= AT_LEAST


@each_pair_case
def test_its_cases_hold_to_the_exact_span(entry: Registered[PairDetector], case: Case) -> None:
    (original, original_spans), (copy, copy_spans) = map(unbracketed, case.texts)
    audit = audited(original, copy)
    found = [finding for finding in audit.findings if finding.detector == entry.name]
    assert not audit.failures
    assert words({f.copy for f in found if f.copy}, copy) == words(copy_spans, copy)
    assert words({f.original for f in found if f.original}, original) == words(original_spans, original)
    assert gravest(found) == case.severity


@each_pair_case
def test_it_is_silent_on_a_text_held_against_itself(entry: Registered[PairDetector], case: Case) -> None:
    for text, _ in map(unbracketed, case.texts):
        assert [finding for finding in audited(text, text).findings if finding.detector == entry.name] == []


@each_text_case
def test_its_cases_of_a_text_hold_to_the_exact_span(entry: Registered[TextDetector], case: Case) -> None:
    ((text, spans),) = map(unbracketed, case.texts)
    audit = audit_text(parsed(document(text)), mtaudit.plugins(False))
    found = [finding for finding in audit.findings if finding.detector == entry.name]
    assert not audit.failures
    assert words({f.copy for f in found if f.copy}, text) == words(spans, text)
    assert all(f.severity is not Severity.CRITICAL for f in found)
    assert gravest(found) == case.severity


@each_event_case
def test_its_cases_of_an_event_hold_to_the_exact_span(entry: Registered[CoverageDetector], case: Case) -> None:
    plain = [*map(unbracketed, case.texts)]
    event = event_of([parsed(document(text)) for text, _ in plain])
    everywhere: list[Finding] = []
    for number, (text, spans) in enumerate(plain):
        audit = audit_event(event, number, mtaudit.plugins(False))
        found = [finding for finding in audit.findings if finding.detector == entry.name]
        assert not audit.failures
        assert words({f.copy for f in found if f.copy}, text) == words(spans, text)
        assert all(f.agreement[0] for f in found), "each has a witness that contradicts it"
        everywhere += found
    assert gravest(everywhere) == case.severity


@each_equivalence_case
def test_it_explains_what_is_the_same_and_nothing_else(entry: Registered[Equivalence], case: Same | Unlike) -> None:
    reasons = [difference.equivalence for difference in differences(audited(case.original, case.copy))]
    assert reasons, "the two texts do not differ"
    if isinstance(case, Same):
        assert entry.name in reasons
        assert None not in reasons
    else:
        assert set(reasons) != {entry.name}
