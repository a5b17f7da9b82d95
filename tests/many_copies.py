"""Runs of many copies: a dozen that differ in all that a run's page sorts and filters by, and as many as one likes."""

from __future__ import annotations

import random
from dataclasses import replace
from functools import cache

import gate_sample
import test_render_sample as sample

from mtaudit.mqm import Category, Severity
from mtaudit.records import (
    Audit,
    Basis,
    Consulted,
    Document,
    Failure,
    Pivot,
    Relation,
    RelationKind,
    Run,
    Score,
    Span,
    Translated,
    Witness,
)
from mtaudit.render.html import _render
from mtaudit.render.html.lines import CopyLine, copy_line
from mtaudit.render.html.overview import run_view
from mtaudit.render.html.view import Interval

NOWHERE = Document("gone.txt", "Nothing of it is known.", title="Gone without a trace", outlet="Harbour Star")


def paired(title: str, outlet: str, fidelity: float, keep: int, relation: RelationKind = RelationKind.COPY) -> Audit:
    """A copy with an original and the first so many findings of the sample."""
    made = sample.audit()
    return replace(
        made,
        copy=replace(made.copy, id=title, title=title, outlet=outlet),
        relation=Relation(relation, 0.9, ""),
        findings=made.findings[:keep],
        verdicts=(),
        scores=(Score("fidelity", fidelity, "fidelity|x"),),
    )


def covered() -> Audit:
    """A copy held against two other articles, one of them a primary document; its own text looks like an engine's."""
    made = sample.lone()
    witnesses = (
        Witness("a", "Evening Star", "https://star.example/a", Span(0, 4), "calm", "It was calm there.", 1,
                primary=False, contradicts=True),
        Witness("p", "Harbour Court", None, Span(0, 4), "calm", "The night was calm.", 2,
                primary=True, contradicts=True),
        Witness("m", "Milder Post", None, Span(0, 4), "calme", "It was calme.", 3, primary=False, contradicts=False),
    )  # fmt: skip
    found = replace(made.findings[0], severity=Severity.CRITICAL, category=Category.QUOTATION, witnesses=witnesses)
    quiet = replace(found, id="r2", witnesses=(), copy=Span(23, 26), suppression=gate_sample.HOUSE)
    return replace(
        made,
        copy=replace(made.copy, id="covered", title="Árvíz of words", outlet="River Echo"),
        basis=Basis.COVERAGE,
        findings=(found, quiet),
        consulted=(
            Consulted("a", "Evening Star", "A calm night", "https://star.example/a", 1, primary=False),
            Consulted("b", "Evening Mirror", "A calm night, too", "javascript:alert(1)", 1, primary=False),
            Consulted("p", "Harbour Court", "Transcript", None, 2, primary=True),
        ),
        translated=Translated(0.94),
        pivot=Pivot((("French", 0.88),), ("“calme” is French.",)),
    )


def run() -> Run:
    """A dozen copies, three of them without an original, and one without an audit."""
    audits = (
        paired("Beacon lit", "River Echo", 88.5, 0),
        paired("Anchor lost", "Harbour Star", 61.0, 7),
        paired("Copper found", "Harbour Star", 40.25, 4, RelationKind.PARTIAL),
        paired("Delta floods 10", "Daily Wire", 97.0, 0),
        paired("Delta floods 9", "Daily Wire", 5.0, 6),
        paired("Estuary calm", "", 75.0, 1),
        covered(),
        replace(sample.lone(), copy=replace(sample.lone().copy, id="lone")),
    )
    unmatched = (audits[-1].copy, audits[-2].copy, NOWHERE)
    return Run(audits, unmatched, (Failure("reading", "broken.html", "it is empty"),), "mtaudit|test")


@cache
def lines(number: int) -> tuple[CopyLine, ...]:
    """The lines of so many copies of thirty outlets, a fifth of them without an original."""
    chance = random.Random(7)
    kinds = [copy_line(audit, "x") for audit in run().audits]
    outlets = [
        f"The {place} {name}" for place in ("Daily", "Evening", "Northern", "River", "Harbour")
        for name in ("Post", "Star", "Courier", "Wire", "Herald", "Echo")
    ]  # fmt: skip
    made = []
    for n in range(1, number + 1):
        kind = chance.choice(kinds)
        title = f"Ferry sails again after {n} days as the port opens and the mayor speaks of a new beginning"
        fidelity = None if kind.fidelity is None else min(100.0, max(0.0, chance.gauss(65, 20)))
        ends = None if fidelity is None else Interval(f"{max(0, fidelity - 15):.0f}", f"{min(100, fidelity + 12):.0f}")
        made.append(
            replace(
                kind,
                id=str(n),
                href=f"audit-{n:04}-ferry-sails-again-after-{n}-days-as-the-port.html",
                title=title,
                outlet=chance.choice(outlets),
                fidelity=fidelity,
                interval=ends,
                counts=tuple(int(12 * chance.random() ** 3) for _ in kind.counts),
                worst=f"The name “Ferry Lines {n}” became the word “Barge”, and nobody knows who is meant.",
            )
        )
    return tuple(made)


def page_of(number: int) -> str:
    """The page of a run of so many copies."""
    return _render(run_view(lines(number), Run((), (), (), "mtaudit|test")), [], data="report.json")
