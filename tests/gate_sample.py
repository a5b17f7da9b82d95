"""What the gate says, made by hand for the tests of its renderers: an ordinary check, and one of hostile articles."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import test_render_sample as sample

from mtaudit.mqm import Category, Severity
from mtaudit.pair.places import placed
from mtaudit.records import Audit, Document, Failure, Finding, Relation, RelationKind, Run, Score, Span, Suppression
from mtaudit.records.rulings import Checked, Entry, Excess, Level, Rule, Ruling, Shortfall, Standing

HOUSE = Suppression(
    reason="our house style",
    origin="mtaudit.toml: suppress 1",
    author="Desk",
    expires=date(2099, 1, 2),
    detector="word-omitted",
)
STALE = Suppression(
    reason="last year's names", origin="mtaudit.toml: suppress 2", outlet="Example Post", expires=date(2020, 1, 2)
)
FIXED = Entry(
    "c1.txt", "Example Post", "print-old", "number-changed", Category.NUMBER, Severity.MAJOR, "nine", "ninety"
)
RULES = tuple(
    Rule(name, category, f"Says what {name} is.", f"Why `{name}` matters.\n\nWhere it comes from.")
    for name, category in (
        ("name-translated", Category.NAME),
        ("number-changed", Category.NUMBER),
        ("word-omitted", Category.OMISSION),
    )
)

NASTY = (
    "::error file=a.py,line=1::owned",
    "##[error]owned\r",
    "]]> <![CDATA[ <script>alert(1)</script> &amp; </failure>",
    "=cmd|' /C calc'!A0",
    "+1|x||y",
    "@channel and @octo/team, mail a.b@c.example",
    "![x](http://evil.example/p.png) [here](1) <b>bold</b> <!-- hidden -->",
    "`code` ``` *em* _em_ ~~gone~~ $x^2$ :tada: #12 GH-12 !34 %56 www.evil.example https://evil.example",
    "\x00\x01\x08\x0b\x1b[31mred\x1b[0m\x7f\x85",
    "\ud800 lone \udfff surrogates \ufffe\uffff",
    "\u202ereversed\u202c \u2028 \u200b",
    "line one\nline two\r\nline three",
    "100% sure, 50%0A{0} {{1}} %2C",
    "\U0001f600 \U00020000 astral",
    "-2+3",
    "＝cmd",
)
"""Things that some format or host would take for something else than text."""


def ruling(finding: Finding, standing: Standing = Standing.NEW, fail_on: Severity = Severity.MAJOR) -> Ruling:
    """As the gate rules."""
    if standing is Standing.KNOWN or finding.suppression or finding.severity is Severity.NEUTRAL:
        return Ruling(finding, standing, Level.NOTE)
    return Ruling(finding, standing, Level.ERROR if finding.severity.rank >= fail_on.rank else Level.WARNING)


def ruled(run: Run) -> Checked:
    """A check of the run that has no baseline."""
    rulings = tuple(tuple(ruling(f) for f in audit.findings) for audit in run.audits)
    return Checked(run=run, rulings=rulings, fail_on=Severity.MAJOR, rules=RULES)


def whole() -> Checked:
    """A check in which there is some of everything."""
    made = sample.audit()
    assert made.original
    copy = replace(made.copy, id="c1.txt", path="c1.txt", url=None)
    original = replace(made.original, id="o1.txt", path="o1.txt", url=None)
    findings = tuple(replace(f, suppression=HOUSE) if f.detector == "word-omitted" else f for f in made.findings)
    assert made.comparison
    told = replace(made, copy=copy, original=original, findings=placed(made.comparison, findings))
    broken = replace(sample.lone(), failures=(Failure("detector", "number-changed", "ValueError: no"),))
    orphan = Document("orphan", "Nobody wrote this.", path="feed.jsonl", outlet="Example Post")
    run = Run((told, broken), (orphan,), (Failure("reading", "broken.html", "it is empty"),), "mtaudit|0.1|test")
    rulings = tuple(
        tuple(ruling(f, Standing.KNOWN if f.id == "f2" else Standing.NEW) for f in audit.findings)
        for audit in run.audits
    )
    return Checked(
        run=run,
        rulings=rulings,
        fail_on=Severity.MAJOR,
        rules=RULES,
        baseline="mtaudit-baseline.json",
        fixed=(FIXED,),
        shortfalls=(Shortfall(0, 61.0, 80.0),),
        excesses=(Excess("Example Post", Severity.MAJOR, 3, 1), Excess("", Severity.CRITICAL, 1, 0)),
        orphans_fail=True,
        expired=(STALE,),
        unused=(HOUSE,),
    )


def clean() -> Checked:
    """A check of one copy in which nothing was found."""
    made = replace(sample.audit(), findings=(), verdicts=())
    return ruled(sample.only(made))


def empty() -> Checked:
    """A check of nothing."""
    return ruled(Run((), (), (), ""))


def hostile(findings: int = len(NASTY), id_: str = "evil, dir/a:b|c\n<d> @e.txt") -> Checked:
    """A check of articles that are made of `NASTY`, each of which is a finding, under names no better."""
    text = "\n\n".join(NASTY)
    places = []
    start = 0
    for phrase in NASTY:
        places.append(Span(start, start + len(phrase)))
        start += len(phrase) + 2
    made = tuple(
        Finding(
            original=places[-1 - n % len(places)],
            copy=places[n % len(places)],
            severity=tuple(Severity)[n % 4],
            message=f"“{NASTY[-1 - n % len(NASTY)]}” became “{NASTY[n % len(NASTY)]}”.",
            explanation=NASTY[(n + 1) % len(NASTY)],
            confidence=0.5,
            group=NASTY[n % len(NASTY)],
            id=f"f{n}",
            detector="number-changed",
            category=Category.NUMBER,
            fingerprint=f"{n:016x}",
            suppression=replace(HOUSE, reason=NASTY[n % len(NASTY)], author="@desk") if n % 7 == 6 else None,
        )
        for n in range(findings)
    )
    copy = Document(id_, text, "en", id_, None, NASTY[2], NASTY[5])
    original = Document("o\udcff|\n]]>", text, "en", "o\udcff|\n]]>")
    relation = Relation(RelationKind.COPY, 1.0, "")
    audit = Audit(copy, original, relation, None, (), made, (Score("fidelity", 12.5, "f|v:1"),), ())
    page = replace(
        audit, copy=replace(copy, id="https://b.example/ä?q=[1]", path=None, url="https://b.example/ä?q=[1]")
    )
    nameless = replace(audit, copy=replace(copy, id="@text | ]]>\x00\udfff", path=None))
    failure = Failure(NASTY[0], NASTY[2], NASTY[8])
    run = Run((audit, page, nameless), (replace(copy, id=NASTY[7], path=None),), (failure,), NASTY[9])
    stale = replace(STALE, reason=NASTY[6], origin=NASTY[9])
    return replace(ruled(run), expired=(stale,), excesses=(Excess(NASTY[2], Severity.MINOR, 2, 1),))


def many(copies: int) -> Checked:
    """A check of so many copies, each with the findings of the sample, below its fidelity, and with a failure."""
    made = sample.audit()
    audits = tuple(
        replace(
            made,
            copy=replace(made.copy, id=f"c{n}.txt", path=f"c{n}.txt", url=None, outlet=None),
            failures=(Failure("metric", "ter", "no"),),
        )
        for n in range(copies)
    )
    checked = ruled(Run(audits, (), (), "s"))
    return replace(checked, shortfalls=tuple(Shortfall(n, 61.0, 80.0) for n in range(copies)))
