"""Laws that hold for any two texts, however nasty: the audit accounts for every word and breaks on none."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import mtaudit
from mtaudit.records import Audit, ComparedBead, Document, Run, Word
from mtaudit.render.html import Html
from mtaudit.render.json import Json
from mtaudit.render.terminal import Terminal

PROSE = """The storm killed 12 people in Lyon on Monday, Mayor Anna Keller said . “We will not pull the plug,” she told
reporters. Talking Speak Parler le la Français he his she her him they nobody may must could no never none not won't
can't according to more less than million billion half two one hundred and first 2nd 20th U.S. a.m. Mr. St.
No. O'Neil"""
NASTY = """" “ ” „ « » ' ‘ ’ - – — ( ) [ ] { } {{ }} . , ; : ? ! … .. ... n't 's 1,000 3.5 1,2,3 1. $5 €3 5% 17/05/2019
21:00 12-year-old ½ ² ① Ⅷ ٣ 一百 中文 عربي שלום ü ß İ ı ﬁ \u200b \u00ad \u202e \ufeff \u0301 \x1b[31m <script> </b>
&amp; http://a.b/c). a@b.c @x #y [ad_1] 1e5 2/3 −5 +5 .5 5. '90s less-than \ud800"""

TOKENS = (
    st.sampled_from(PROSE.split())
    | st.sampled_from(PROSE.split())
    | st.sampled_from(NASTY.split())
    | st.text(alphabet="“”\"'’‘.,- 0129aA\n—", max_size=6)
)
GAPS = st.sampled_from([" ", " ", " ", " ", "", ". ", "\n\n", "\n", "\r", "\u2028", "\u00a0"])
PIECES = st.lists(st.builds(str.__add__, TOKENS, GAPS), min_size=1, max_size=40)

nasty = settings(
    max_examples=150, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[str, str]:
    """A text and what some edits make of it."""
    original = draw(PIECES)
    copy = list(original)
    for _ in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(copy)))
        copy[start : start + draw(st.integers(0, 2))] = draw(st.lists(st.builds(str.__add__, TOKENS, GAPS), max_size=2))
    return "".join(original), "".join(copy)


def audited(original: str, copy: str) -> Audit | None:
    """The audit, None where a text is refused as empty or binary."""
    try:
        return mtaudit.compare(original, copy)
    except mtaudit.InputError:
        return None


def as_json(audit: Audit) -> str:
    return Json()(Run((audit,), (), (), "test"))


def accounted(bead: ComparedBead) -> None:
    """The differences and the words linked with equal text tile both sides."""
    equal = [link for link in bead.links if bead.original[link.original].text == bead.copy[link.copy].text]
    for side, linked, in_differences in (
        (bead.original, {k.original for k in equal}, [i for d in bead.differences for i in d.original]),
        (bead.copy, {k.copy for k in equal}, [j for d in bead.differences for j in d.copy]),
    ):
        assert len(in_differences) == len(set(in_differences)), "a word stands in two differences"
        assert set(range(len(side))) - set(in_differences) <= linked, "a word is neither linked nor in a difference"


def covers(words: list[Word], document: Document) -> None:
    """Every character but white space stands in exactly one word."""
    places = [k for word in words for k in range(word.span.start, word.span.end)]
    assert len(places) == len(set(places))
    assert {k for k, c in enumerate(document.text) if not c.isspace()} <= set(places)
    assert all(word.span.of(document.text) == word.text for word in words)


@nasty
@given(pairs())
def test_an_audit_accounts_for_everything(texts: tuple[str, str]) -> None:
    audit = audited(*texts)
    if audit is None:
        return
    assert [f for f in audit.failures if f.what != "language"] == [], "a plug-in raised"
    assert audit.comparison is not None
    assert audit.original is not None
    beads = audit.comparison.beads
    for bead in beads:
        accounted(bead)
    covers([w for bead in beads for w in bead.original], audit.original)
    covers([w for bead in beads for w in bead.copy], audit.copy)
    assert [v.difference for v in audit.verdicts] == [d for bead in beads for d in bead.differences]
    ids = {f.id for f in audit.findings}
    assert len(ids) == len({f.fingerprint for f in audit.findings}) == len(audit.findings)
    assert all(v.harmless or v.reason in ids for v in audit.verdicts)
    for finding in audit.findings:
        assert finding.original is None or finding.original.end <= len(audit.original.text)
        assert finding.copy is None or finding.copy.end <= len(audit.copy.text)
        assert 0 <= finding.confidence <= 1


@nasty
@given(PIECES)
def test_a_text_is_faithful_to_itself(pieces: list[str]) -> None:
    text = "".join(pieces)
    audit = audited(text, text)
    if audit is None:
        return
    assert not audit.findings
    assert not audit.verdicts
    assert {s.metric: s.value for s in audit.scores}["fidelity"] == 100


@settings(nasty, max_examples=40)
@given(pairs())
def test_every_format_takes_it_and_twice_the_same(texts: tuple[str, str]) -> None:
    audit, again = audited(*texts), audited(*texts)
    if audit is None or again is None:
        return
    assert as_json(audit).encode() == as_json(again).encode()
    assert json.loads(as_json(audit))["schema"] == "mtaudit/1"
    run = Run((audit,), (), (), "test")
    assert Html()(run).encode()
    assert Terminal()(run).encode()


@pytest.mark.parametrize("name", ["court-ruling", "earnings-report", "football-match", "storm"])
def test_line_ends_make_no_difference(name: str, request: pytest.FixtureRequest) -> None:
    text = (request.config.rootpath / "corpora" / name / "original.txt").read_text("utf-8")
    for end in ("\r\n", "\r", "\u2028", "\x85", "\x0b"):
        audit = mtaudit.compare(text, text.replace("\n", end))
        assert not audit.findings, f"{end!r}"
        assert not audit.verdicts, f"{end!r}"
