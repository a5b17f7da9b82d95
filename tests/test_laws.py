"""Laws that hold for any two texts, however nasty: the audit accounts for every word and breaks on none.

Every difference has one verdict with a reason; differences and equal words tile both sides; and the report says so.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import mtaudit
from mtaudit import registry
from mtaudit.gate import ungated
from mtaudit.judging.signing import REWORDED
from mtaudit.records import Audit, ComparedBead, Document, Finding, Run, Span, Word
from mtaudit.render.html import Html
from mtaudit.render.json import Json, Phrase, Report
from mtaudit.render.terminal import Terminal

CORPORA = sorted(path.parent for path in (Path(__file__).parent.parent / "corpora").glob("*/original.txt"))
REASONS = {entry.name for entry in registry.equivalences()} | {REWORDED}
"""Why a difference may be harmless."""

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


@st.composite
def edited_articles(draw: st.DrawFn) -> tuple[str, str]:
    """An article of the corpora, and what editing some of its words makes of it."""
    names = ("original.txt", "copy.txt")
    original = draw(st.sampled_from([(folder / name).read_text("utf-8") for folder in CORPORA for name in names]))
    words = re.split(r"(\s+)", original)  # with the white space between them
    places = st.integers(0, (len(words) - 1) // 2).map(lambda k: 2 * k)
    for _ in range(draw(st.integers(1, 12))):
        here, there = draw(places), draw(places)
        match draw(st.sampled_from(("replace", "omit", "add", "double", "swap", "join", "part", "case"))):
            case "replace":
                words[here] = words[there]
            case "omit":
                words[here] = ""
            case "add":
                words[here] += " " + draw(TOKENS)
            case "double":
                words[here] += " " + words[here]
            case "swap":
                words[here], words[there] = words[there], words[here]
            case "join" if here:
                words[here - 1] = ""
            case "part":
                words[here] += draw(st.sampled_from(("\n\n", ". ", "”")))
            case "case":
                words[here] = words[here].swapcase()
    return original, "".join(words)


def audited(original: str, copy: str) -> Audit | None:
    """The audit, None where a text is refused as empty or binary."""
    try:
        return mtaudit.compare(original, copy)
    except mtaudit.InputError:
        return None


def as_json(audit: Audit) -> str:
    return Json()(ungated(Run((audit,), (), (), "test")))


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


def judged(audit: Audit) -> None:
    """Every difference has one verdict: harmless for a reason that there is, or blamed on a finding on its words."""
    assert audit.comparison is not None
    beads = audit.comparison.beads
    expected = [(number, difference) for number, bead in enumerate(beads) for difference in bead.differences]
    assert [(v.bead, v.difference) for v in audit.verdicts] == expected
    findings = {f.id: f for f in audit.findings}
    assert len(findings) == len({f.fingerprint for f in audit.findings}) == len(audit.findings)
    for verdict in audit.verdicts:
        bead, difference = beads[verdict.bead], verdict.difference
        spans = bead.original_span(difference.original), bead.copy_span(difference.copy)
        if verdict.harmless:
            assert verdict.reason in REASONS
            assert verdict.reason == (difference.equivalence or REWORDED)
            assert not any(lies_on(f, *spans) for f in audit.findings)
        else:
            assert lies_on(findings[verdict.reason], *spans)


def lies_on(finding: Finding, original: Span | None, copy: Span | None) -> bool:
    sides = (finding.original, original), (finding.copy, copy)
    return any(one is not None and other is not None and one.overlaps(other) for one, other in sides)


def reported(audit: Audit) -> None:
    """The JSON report has the same verdicts; what it leaves of both sides are the same words."""
    assert audit.comparison is not None
    (made,) = msgspec.json.decode(as_json(audit), type=Report).audits
    assert made.original is not None
    told = [(d.verdict == "harmless", d.reason) for d in made.differences]
    assert told == [(v.harmless, v.reason) for v in audit.verdicts]
    assert {d.reason for d in made.differences if d.verdict == "finding"} <= {f.id for f in made.findings}
    beads = audit.comparison.beads
    left = [
        unchanged([w for bead in beads for w in bead.original], [d.original for d in made.differences]),
        unchanged([w for bead in beads for w in bead.copy], [d.copy for d in made.differences]),
    ]
    assert left[0] == left[1]
    for difference in made.differences:
        for phrase, article in ((difference.original, made.original), (difference.copy, made.copy)):
            assert phrase is None or phrase.text == article.text[phrase.start : phrase.end]


def unchanged(words: list[Word], differences: list[Phrase | None]) -> Counter[str]:
    """The words that stand in no difference."""
    changed = {k for phrase in differences if phrase for k in range(phrase.start, phrase.end)}
    return Counter(word.text for word in words if word.span.start not in changed)


def lawful(audit: Audit) -> None:
    """All that holds for any audit of a pair."""
    assert [f for f in audit.failures if f.what != "language"] == [], "a plug-in raised"
    assert audit.comparison is not None
    assert audit.original is not None
    beads = audit.comparison.beads
    for bead in beads:
        accounted(bead)
    covers([w for bead in beads for w in bead.original], audit.original)
    covers([w for bead in beads for w in bead.copy], audit.copy)
    judged(audit)
    reported(audit)
    for finding in audit.findings:
        assert finding.original is None or finding.original.end <= len(audit.original.text)
        assert finding.copy is None or finding.copy.end <= len(audit.copy.text)
        assert 0 <= finding.confidence <= 1


@nasty
@given(pairs())
def test_an_audit_accounts_for_everything(texts: tuple[str, str]) -> None:
    audit = audited(*texts)
    if audit is not None:
        lawful(audit)


@settings(nasty, max_examples=100)
@given(edited_articles())
def test_an_audit_of_an_edited_article_accounts_for_everything(texts: tuple[str, str]) -> None:
    lawful(mtaudit.compare(*texts))


@pytest.mark.parametrize("engine", ["lexical", "with a model"])
@pytest.mark.parametrize("corpus", CORPORA, ids=lambda folder: folder.name)
def test_an_audit_of_a_corpus_accounts_for_everything(corpus: Path, engine: str, tiny: Path) -> None:
    original, copy = corpus / "original.txt", corpus / "copy.txt"
    for texts in ((original, copy), (copy, original)):
        audit = mtaudit.compare(*texts, model=engine != "lexical" and tiny)
        assert len(audit.verdicts) > 10
        lawful(audit)


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
    assert Html()(ungated(run)).encode()
    assert Terminal()(ungated(run)).encode()


@pytest.mark.parametrize("name", ["court-ruling", "earnings-report", "football-match", "storm"])
def test_line_ends_make_no_difference(name: str, request: pytest.FixtureRequest) -> None:
    text = (request.config.rootpath / "corpora" / name / "original.txt").read_text("utf-8")
    for end in ("\r\n", "\r", "\u2028", "\x85", "\x0b"):
        audit = mtaudit.compare(text, text.replace("\n", end))
        assert not audit.findings, f"{end!r}"
        assert not audit.verdicts, f"{end!r}"
