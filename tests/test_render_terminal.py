"""The terminal view is legible with and without colour, and no article can write to the terminal."""

from __future__ import annotations

import re
from dataclasses import replace

import many_copies
import pytest
import test_render_sample as sample

from mtaudit.gate import ungated
from mtaudit.records import Document, Run
from mtaudit.render.terminal import Terminal

ESCAPE = "\x1b"


@pytest.fixture(autouse=True)
def _colour_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)


def plain(run: Run, width: int = 100) -> str:
    return Terminal(width=width)(ungated(run))


def test_the_head_names_copy_original_fidelity_and_counts() -> None:
    head = " ".join(plain(sample.run()).split())
    assert "Barge sails again (Example Post)" in head
    assert "copy of Ferry sails again" in head
    assert "Fidelity 61.0" in head
    assert "■ 2 critical ▲ 1 major • 2 minor ◦ 1 neutral" in head
    assert "10 differences: 3 harmless, 7 in findings" in head
    assert "Probably through French (93 %): French “prise” is both “plug” and “hold”." in head


def test_without_colour_words_of_findings_stand_in_brackets_with_their_number() -> None:
    text = plain(sample.run())
    assert "[Ferry]¹ᵃ sails again after [12]² days" in text
    assert "[Barge]¹ᵃ sails again after [21]² days" in text


def test_every_finding_is_told_with_severity_and_detector() -> None:
    text = plain(sample.run())
    for finding in sample.audit().findings:
        assert finding.message in text
        assert f"{finding.severity}, {finding.detector}" in text


def test_sentences_without_findings_are_counted_not_shown() -> None:
    text = plain(sample.run())
    assert "… 2 sentences the same, 1 sentence with harmless differences" in text
    assert "Nobody was hurt" not in text


def test_missing_words_and_sentences_have_a_mark_at_their_place() -> None:
    text = plain(sample.run())
    assert "the▸³ fine" in text
    assert "▸ (left out of the copy)" in text
    assert "(not in the original)" in text


def test_scores_stand_with_their_signatures() -> None:
    assert re.search(r"bleu +41\.2  bleu\|v:1", plain(sample.run()))


def test_copies_without_original_and_failures_are_told() -> None:
    gone = Document("gone", "x", outlet="Example Post")
    made = sample.run()
    text = plain(replace(made, unmatched=(*made.unmatched, gone)))
    assert text.count("no original: ") == 1, "a copy that was audited another way is told there"
    assert "no original: gone (Example Post)" in text
    assert "failed: reading, broken.html: it is empty" in text
    assert "… 1 paragraph without findings" in text


@pytest.mark.parametrize("width", [40, 60, 80, 100, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(len(line) for line in plain(sample.run(), width).splitlines()) <= width


def test_a_narrow_terminal_stacks_original_and_copy() -> None:
    lines = plain(sample.run(), 60).splitlines()
    assert "original [Ferry]¹ᵃ sails again after [12]² days" in lines
    assert "copy     [Barge]¹ᵃ sails again after [21]² days" in lines


def test_colour_marks_words_and_is_only_added() -> None:
    coloured = Terminal(width=100, colour=True)(ungated(sample.run()))
    assert ESCAPE in coloured
    assert ESCAPE not in plain(sample.run())
    stripped = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert "Ferry¹ᵃ sails again after 12² days" in stripped


def test_no_color_in_the_environment_overrules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert ESCAPE not in Terminal(colour=True)(ungated(sample.run()))


@pytest.mark.parametrize("colour", [False, True])
def test_no_escape_or_control_character_of_an_article_gets_through(colour: bool) -> None:
    evil = "\x1b[2J\x1b]0;owned\x07\r\x08\x9b31m\u202egnp"
    audit = sample.titled(evil)
    found = replace(audit.findings[0], message=evil, detector="x")
    audit = replace(audit, findings=(found, *audit.findings[1:]))
    lone = replace(sample.lone(), copy=Document("l\x1b[1m", f"{evil} text"), findings=())
    text = Terminal(colour=colour)(ungated(sample.run(audit, lone)))
    left = re.sub(r"\x1b\[[0-9;]*m", "", text) if colour else text
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", left)
    assert "[2J" in left
    assert "\x1b[2J" not in text


def test_markup_of_the_terminal_library_in_an_article_is_only_text() -> None:
    assert "[bold red]x[/] :smile:" in plain(sample.run(sample.titled("[bold red]x[/] :smile:")))


def test_an_empty_run_is_an_empty_line() -> None:
    assert plain(Run((), (), (), "")) == "\n"


def test_the_same_run_gives_the_same_text() -> None:
    assert plain(sample.run()) == plain(sample.run())


def test_a_copy_without_original_says_what_it_was_judged_by_and_what_that_shows() -> None:
    text = " ".join(plain(sample.only(many_copies.covered())).split())
    assert "Held against other articles on the same event." in text
    assert "It cannot show what this article alone tells" in text
    assert "· Evening Star: A calm night · Evening Mirror: A calm night, too" in text
    assert "· Harbour Court (primary document): Transcript" in text
    assert "94" not in text
    assert "Probably through French: “calme” is French." in text
    assert "Judged by its text alone." in " ".join(plain(sample.only(sample.lone())).split())


def test_what_is_suppressed_is_counted_apart() -> None:
    text = plain(sample.only(many_copies.covered()))
    assert "■ 1 critical  1 suppressed" in text


def test_fidelity_stands_with_its_interval() -> None:
    assert re.search(r"Fidelity 61\.0  \(\d+–\d+\)", plain(sample.run()))
