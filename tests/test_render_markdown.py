"""A run as Markdown and as a table: complete, short enough, and no article acts in it."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from io import StringIO

import gate_sample
import pytest
import test_render_sample as sample

from mtaudit.gate import ungated
from mtaudit.records import Basis, Consulted, Document, Run, Span, Translated, Witness
from mtaudit.render.csv import Csv
from mtaudit.render.markdown import Markdown


def told(made: Run | None = None) -> str:
    return Markdown()(ungated(made or sample.only(sample.audit())))


def table(run: Run) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(Csv(mark=False, gate=False)(ungated(run)))))


def test_the_verdict_stands_above_the_findings_the_gravest_first() -> None:
    text = told()
    title, verdict, figures, *_ = text.split("\n\n")
    assert title == "### Barge sails again (Example Post) · c1"
    assert verdict.startswith("**This copy misleads its readers: twice the name “Ferry” became “Barge”;")
    assert figures.startswith("fidelity **61.0** of 100 (95 % interval ")
    assert figures.endswith(" · ■ 2 critical · ▲ 1 major · • 2 minor · ◦ 1 neutral")
    rows = re.findall(r"^\| (?:■|▲|•|◦) (\w+)", text, re.MULTILINE)
    assert rows == ["critical", "critical", "major", "minor", "minor"], "a group has one row"
    assert "- Original: Ferry sails again" in text
    assert "- Probably through French" in text


def test_what_is_suppressed_is_counted_and_not_told() -> None:
    made = sample.audit()
    silenced = replace(made.findings[1], suppression=gate_sample.HOUSE)
    text = told(sample.only(replace(made, findings=(made.findings[0], silenced, *made.findings[2:]))))
    assert "■ 1 critical" in text
    assert "1 suppressed" in text
    assert "“12” became “21”" not in text


def test_a_copy_without_original_says_what_it_was_judged_by_and_who_contradicts_it() -> None:
    witness = Witness("w", "Star", None, Span(0, 4), "calm", "It was calm.", 1, primary=False, contradicts=True)
    made = sample.lone()
    made = replace(
        made,
        basis=Basis.COVERAGE,
        consulted=(Consulted("w", "Star", None, None, 1, primary=False),),
        findings=(replace(made.findings[0], witnesses=(witness,)),),
        translated=Translated(0.91),
    )
    text = told(sample.only(made))
    assert "Held against other articles on the same event" in text
    assert "machine translated" not in text
    assert "91" not in text
    assert "1 of 2 independent voices contradict it. |" in text


def test_copies_without_audit_and_failures_are_told_once() -> None:
    text = told(Run((sample.audit(),), (Document("gone.txt", "x"),), sample.run().failures, ""))
    assert "- without an original: gone.txt" in text
    assert r"- **failed**: reading, broken.html: it is empty" in text
    assert "without an original: lone" not in told(sample.run())


def test_a_long_run_is_cut_at_whole_rows_and_says_so() -> None:
    text = Markdown(room=1500)(ungated(Run(tuple(sample.audit() for _ in range(9)), (), (), "")))
    assert len(text.encode()) <= 1500
    assert "copies with findings that there is no room for" in text


@pytest.mark.parametrize("nasty", gate_sample.NASTY)
def test_nothing_of_an_article_acts(nasty: str) -> None:
    made = sample.audit()
    evil = replace(
        made,
        copy=replace(made.copy, title=nasty, outlet=nasty),
        findings=tuple(replace(f, message=nasty, explanation=nasty, detector=nasty) for f in made.findings),
    )
    text = told(sample.only(evil))
    assert not re.search(r"<(?!sub>|/sub>)", text)
    assert not re.search(r"(?<!\\)(?:!\[|\]\()|@(?!\u200b)", text)
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in rows} == {6}
    for row in table(sample.only(evil)):
        assert not row["message"].startswith(("=", "+", "-", "@"))
    assert "".join(c for c in text if c < " " and c != "\n") == ""


def test_the_table_has_a_row_for_each_finding_and_nothing_of_a_gate() -> None:
    rows = table(sample.only(sample.audit()))
    assert len(rows) == len(sample.audit().findings)
    assert list(rows[0])[:3] == ["severity", "detector", "category"]
    assert not {"level", "standing"} & set(rows[0])
    assert next(row["copy phrase"] for row in rows if row["copy phrase"]) == "Barge"
    assert Csv(gate=False)(ungated(sample.only(sample.audit()))).startswith("\ufeff")
