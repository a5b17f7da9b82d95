"""What other articles say is shown beside a finding, whatever they say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import mtaudit
from mtaudit.gate import ungated
from mtaudit.ingest import document
from mtaudit.records import Document, Finding, Run
from mtaudit.render.html import write_site
from mtaudit.render.reading.witnesses import LONGEST, agreement, statements
from mtaudit.render.terminal import Terminal

SAID = "“The harbour gates were never locked at night,” said keeper Iris Dunn of Callan Bay."
AGAIN = "Dunn, who keeps the Callan Bay harbour, said: “The harbour gates were never locked at night.”"
WRONG = "“The port doors were never locked at night,” Dunn told reporters in Callan Bay harbour."


def outlet(text: str, name: str, url: str | None = None) -> Document:
    return replace(document(text), id=name, outlet=name, url=url)


def run(*others: Document) -> Run:
    return mtaudit.audit([outlet(WRONG, "Copy")], coverage=others, model=False)


def first(found: Run) -> Finding:
    return next(f for audit in found.audits for f in audit.findings if f.witnesses)


def test_witnesses_show_their_words_in_their_sentence() -> None:
    found = first(run(outlet(SAID, "Morning Post"), outlet(AGAIN, "Evening Star", "https://star.example/a")))
    told = statements(found)
    assert [(t.outlet, t.link, t.words, t.contradicts) for t in told] == [
        ("Evening Star", "https://star.example/a", "harbour gates", True),
        ("Morning Post", None, "harbour gates", True),
    ]
    assert [t.before + t.words + t.after for t in told] == [AGAIN, SAID]
    agreed = agreement(found)
    assert agreed
    assert (agreed.against, agreed.among) == (2, 3)
    assert agreed.sentence == "2 of 3 independent voices contradict it"


def test_a_long_sentence_is_cut_around_the_words() -> None:
    found = first(run(outlet(SAID, "A"), outlet(AGAIN, "B")))
    (witness, *_) = found.witnesses
    long = replace(witness, sentence=f"{'far ' * 400}harbour gates{' off' * 400}")
    (told,) = statements(replace(found, witnesses=(long,)))
    assert len(told.before + told.words + told.after) <= LONGEST + 2
    assert told.before.startswith("…")
    assert told.after.endswith("…")


def test_the_terminal_tells_outlet_sentence_and_agreement() -> None:
    shown = " ".join(Terminal()(ungated(run(outlet(SAID, "Morning Post"), outlet(AGAIN, "Evening Star")))).split())
    assert "≠ Morning Post: " + SAID in shown
    assert "2 of 3 independent voices contradict it; confidence 80%" in shown


def test_the_page_escapes_what_witnesses_say(tmp_path: Path) -> None:
    evil = SAID.replace("keeper", "<script>alert(1)</script>\u202e keeper")
    bad = run(outlet(evil, "<b>Post</b>", "javascript:alert(1)"), outlet(AGAIN, "Evening Star"))
    write_site(bad, tmp_path)
    page = next(tmp_path.glob("audit-*.html")).read_text("utf-8")
    assert "&lt;b&gt;Post&lt;/b&gt;" in page
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page
    assert "javascript:alert" not in page
    assert "\u202e" not in page
    assert "independent voices contradict it" in page
