"""The gate's words for a terminal, and lines and columns: exact under whatever an article brings along."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

import mtaudit
from mtaudit.gate import Policy, check
from mtaudit.records import Audit, Document, Run, Span
from mtaudit.records.rulings import Checked
from mtaudit.render.gate.places import place, whole_line
from mtaudit.render.gate.text import Text, _cut

TODAY = date(2026, 3, 1)
TEXTS = st.text(alphabet="ab \n\r\t中é\u0301\u202e\ud800\x1b", min_size=1, max_size=80)


@st.composite
def spans(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(TEXTS)
    start = draw(st.integers(0, len(text) - 1))
    return text, Span(start, draw(st.integers(start + 1, len(text))))


def checked(original: str, copy: str) -> Checked:
    audit = mtaudit.compare(Document("o.txt", original, "en"), Document("c.txt", copy, "en"), model=False)
    return check(Run((audit,), (), (), "s"), Policy(fail_on=mtaudit.Severity.MINOR), today=TODAY)


@settings(deadline=None)
@given(spans())
def test_lines_and_columns_are_those_of_an_obvious_count(case: tuple[str, Span]) -> None:
    text, span = case
    found = place(Document("d", text), span)
    before, last = text[: span.start], text[: span.end - 1]
    assert (found.line, found.column) == (before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)
    assert (found.end_line, found.end_column) == (last.count("\n") + 1, len(last.rpartition("\n")[2]) + 2)
    assert whole_line(Document("d", text), found.line) == text.split("\n")[found.line - 1].rstrip("\r\n")


@settings(deadline=None)
@given(spans(), st.integers(10, 60))
def test_an_excerpt_fits_and_holds_the_words(case: tuple[str, Span], room: int) -> None:
    text, span = case
    before, words, behind = _cut(text, span, room)
    line = before + words + behind
    assert line.isprintable()
    assert "\n" not in line
    plain = span.of(text)
    if plain.isascii() and plain.isprintable() and len(plain) <= room - 2:
        assert words == plain


@pytest.mark.parametrize("width", [40, 60, 80, 100, 200])
def test_the_carets_stand_under_the_words(width: int) -> None:
    filler = "and nobody in the old harbour town had seen it come that early in the year, "
    original = f"“你好” was the word, {filler}, but 12 ferries sank, {filler}so they said."
    lines = Text(width=width)(checked(original, original.replace("12", "21"))).splitlines()
    carets = next(number for number, line in enumerate(lines) if line.strip() == "^^")
    copy = lines[carets - 1]
    assert cell_len(copy[: copy.index("21")]) == lines[carets].index("^")
    assert all(cell_len(line) <= max(width, 60) for line in lines[2:5])


def test_messages_are_broken_at_the_width_where_a_person_reads() -> None:
    found = checked("He paid 12 crowns for the old boat.", "He paid 21 crowns for the old boat.")
    whole, broken = Text(width=40)(found), Text(width=40, wrap=True, colour=True)(found)
    assert "  1:9 critical number-changed: “12 crowns” became “21 crowns”.\n" in whole
    assert "  1:9 \x1b[1;31mcritical\x1b[0m number-changed: “12\n      crowns” became “21 crowns”.\n" in broken


def test_wide_letters_have_wide_carets() -> None:
    audit = mtaudit.compare(
        Document("o", "The prize went to 王小明 of Lorn on Monday.", "en"),
        Document("c", "The prize went to 李大卫 of Lorn on Monday.", "en"),
        model=False,
    )
    found = check(Run((audit,), (), (), "s"), Policy(fail_on=mtaudit.Severity.MINOR), today=TODAY)
    lines = Text()(found).splitlines()
    caret = next(line for line in lines if set(line.strip()) == {"^"})
    copy = lines[lines.index(caret) - 1]
    words = copy[copy.index("李") : copy.index("卫") + 1]
    assert cell_len(copy[: copy.index(words)]) == caret.index("^")
    assert caret.count("^") == 6


def test_what_is_left_out_is_shown_in_the_original() -> None:
    original = "The court closed the case in May. The owner was fined 300 crowns by the judge. He left the town."
    told = Text()(checked(original, original.replace(" The owner was fined 300 crowns by the judge.", "")))
    assert "\n      original  " in told
    assert "\n      copy  " not in told
    assert "^^^" in told
    assert told.splitlines()[1].startswith("  1:")


def test_a_hostile_text_writes_no_escape() -> None:
    told = Text()(checked("He paid 12 \x1b[31mcrowns\u202e here.", "He paid 21 \x1b[31mcrowns\u202e here."))
    assert "\x1b" not in told
    assert "\u202e" not in told
    assert "␛[31m" in told


def anchor(original: str, copy: str) -> str | None:
    audit: Audit = mtaudit.compare(Document("o", original, "en"), Document("c", copy, "en"), model=False)
    finding = next(f for f in audit.findings if f.copy is None)
    return finding.at.of(copy) if finding.at else None


@pytest.mark.parametrize(
    ("gone", "before"),
    [
        (" The owner was fined 300 crowns by the judge.", "."),
        (" because two key witnesses had changed their stories", "case"),
        ("The court closed the case because two key witnesses had changed their stories. ", "The"),
    ],
)
def test_what_the_copy_lacks_is_pointed_at_before_the_gap(gone: str, before: str) -> None:
    original = (
        "The court closed the case because two key witnesses had changed their stories. "
        "The owner was fined 300 crowns by the judge. He left the town."
    )
    assert gone in original
    assert anchor(original, original.replace(gone, "")) == before
