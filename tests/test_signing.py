"""Findings are signed so that they last; every difference is judged."""

from __future__ import annotations

from dataclasses import replace

import pytest
from claims import audited, claim, comparison

from mtaudit.judging.settling import Claim
from mtaudit.judging.signing import REWORDED, grouped, sign, verdicts
from mtaudit.mqm import Category, Severity
from mtaudit.records import Span

ORIGINAL = "The storm came late on a warm day.\n\nIt was said that 12 ferries sank.\n\nNobody had seen it come."
COPY = "The storm came late on a warm day.\n\nIt was said that 21 ferries sank.\n\nNo one had seen it coming."
MORE = "The mayor of the old town had warned everybody of it.\n\n"


def test_what_is_said_twice_of_the_same_words_is_one_group() -> None:
    made = comparison(
        "The post was new. A post was old. A ship was new.", "The stick was new. A stick was old. A ship was new."
    )
    first, second, other = claim((4, 9), (4, 8)), claim((20, 25), (20, 24)), claim((33, 37), (31, 35))
    groups = [c.suspicion.group for c in grouped(made, [first, second, other])]
    assert groups == ["post → stick", "post → stick", None]


def test_a_group_that_a_detector_made_is_kept_and_omissions_make_none() -> None:
    made = comparison("The post was new. A post was old.", "The stick was new. A stick was old.")
    named = Claim("d", Category.TERM, replace(claim((4, 9), (4, 8)).suspicion, group="mine"))
    claims = [named, claim((20, 25), (20, 24)), claim(None, (4, 8)), claim(None, (20, 24))]
    assert [c.suspicion.group for c in grouped(made, claims)] == ["mine", None, None, None]


def test_findings_are_numbered_and_keep_what_was_claimed() -> None:
    first, second = sign(comparison(ORIGINAL, COPY), [claim((5, 10), severity="minor"), claim((20, 25), (1, 2))])
    assert (first.id, second.id) == ("f1", "f2")
    assert (first.detector, first.category, first.severity) == ("d", Category.TERM, Severity.MINOR)
    assert (second.copy, second.original) == (Span(20, 25), Span(1, 2))


def test_the_same_finding_on_the_same_words_has_a_fingerprint_of_its_own() -> None:
    text = "Rain fell on and on. " * 4
    claims = [claim((k * 21 + 5, k * 21 + 9)) for k in (1, 2)] * 2
    prints = [finding.fingerprint for finding in sign(comparison(text, text), claims)]
    assert len(set(prints)) == len(prints)
    assert all(len(fingerprint) == 16 for fingerprint in prints)


@pytest.mark.parametrize("what", ["detector", "words"])
def test_what_was_found_makes_the_fingerprint(what: str) -> None:
    made = comparison(ORIGINAL, COPY)
    at = COPY.index("21")
    one = claim((at, at + 2))
    other = claim((at, at + 2), detector="other") if what == "detector" else claim((at, at + 10))
    (a,), (b,) = sign(made, [one]), sign(made, [other])
    assert a.fingerprint != b.fingerprint


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda text: MORE + text, id="a paragraph before all"),
        pytest.param(lambda text: text + "\n\n" + MORE, id="a paragraph behind all"),
        pytest.param(lambda text: text.replace("\n\n", "\n\n" + MORE), id="a paragraph between each two"),
        pytest.param(lambda text: text.replace("warm day", "cold night"), id="other words elsewhere"),
        pytest.param(lambda text: text.replace("\n\n", "\r\n"), id="other line ends"),
        pytest.param(lambda text: text.replace("It was", "“It” was"), id="marks four words away"),
    ],
)
def test_a_fingerprint_survives_what_happens_elsewhere(change: object) -> None:
    assert callable(change)
    (before,), (after,) = (audited(*sides).findings for sides in ((ORIGINAL, COPY), (change(ORIGINAL), change(COPY))))
    assert before.detector == after.detector == "number-changed"
    assert before.fingerprint == after.fingerprint


def test_a_fingerprint_survives_a_paragraph_right_before_it() -> None:
    original, copy = (text.replace("It was said that ", "") for text in (ORIGINAL, COPY))
    more = (text.replace("\n\n", "\n\n" + MORE) for text in (original, copy))
    (before,), (after,) = audited(original, copy).findings, audited(*more).findings
    assert before.fingerprint == after.fingerprint


def test_a_finding_on_white_space_has_a_fingerprint_too() -> None:
    (finding,) = sign(comparison(ORIGINAL, COPY), [claim((3, 4))])
    assert len(finding.fingerprint) == 16


def test_every_difference_is_judged() -> None:
    audit = audited(ORIGINAL, COPY)
    made = audit.comparison
    assert made is not None
    assert len(audit.verdicts) == sum(len(bead.differences) for bead in made.beads)
    for verdict in audit.verdicts:
        assert verdict.difference in made.beads[verdict.bead].differences
    blamed = [verdict for verdict in audit.verdicts if not verdict.harmless]
    assert [verdict.reason for verdict in blamed] == [finding.id for finding in audit.findings] == ["f1"]


def test_the_gravest_finding_on_a_difference_is_its_reason() -> None:
    made = comparison(ORIGINAL, COPY)
    at = COPY.index("21")
    claims = [claim((at, at + 1), severity="minor"), claim((at, at + 2), severity="critical"), claim((at, at + 9))]
    reasons = {v.reason for v in verdicts(made, sign(made, claims)) if not v.harmless}
    assert reasons == {"f2"}


def test_a_difference_that_nothing_explains_or_claims_is_reworded() -> None:
    made = comparison("The ferry zorbed a quib.", "The ferry waxed a quib.")
    bare = [verdict for verdict in verdicts(made, ()) if verdict.difference.equivalence is None]
    assert bare
    assert all(verdict.harmless and verdict.reason == REWORDED for verdict in bare)
