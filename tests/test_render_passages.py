"""Whatever is found, the text is shown whole and every finding once; checked with findings at random places."""

from __future__ import annotations

from dataclasses import replace

import pytest
import test_render_sample as sample
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.mqm import Severity
from mtaudit.records import Audit, Document, Finding, Span
from mtaudit.render.html import page
from mtaudit.render.reading.marks import Line
from mtaudit.render.reading.passages import passages

MADE = sample.audit()
EDIT = sample.Edit("", "", "x", Severity.MAJOR)


def spans(text: str) -> st.SearchStrategy[Span]:
    places = st.integers(0, len(text))
    return st.tuples(places, places).filter(lambda p: p[0] != p[1]).map(lambda p: Span(min(p), max(p)))


@st.composite
def audits(draw: st.DrawFn) -> Audit:
    """The sample with findings anywhere, overlapping, across sentences and between them, in groups or not."""
    assert MADE.original
    findings: list[Finding] = []
    for index in range(draw(st.integers(0, 8))):
        original = draw(st.none() | spans(MADE.original.text))
        copy = draw(spans(MADE.copy.text) if original is None else st.none() | spans(MADE.copy.text))
        found = sample.finding(EDIT, f"f{index}", original, copy)
        findings.append(replace(found, group=draw(st.sampled_from([None, "one", "two"]))))
    return replace(MADE, findings=tuple(findings))


def shown(lines: tuple[Line, ...]) -> list[str]:
    return ["".join(piece.text for piece in line.pieces) for line in lines]


@given(audits())
def test_both_texts_are_shown_whole(audit: Audit) -> None:
    for passage, bit in zip(passages(audit), sample.BITS, strict=True):
        assert shown(passage.original) == list(bit.original)
        assert shown(passage.copy) == list(bit.copy)


@given(audits())
def test_every_finding_is_told_once_under_a_label_of_its_own(audit: Audit) -> None:
    notes = [note for passage in passages(audit) for note in passage.notes]
    assert sorted(note.finding.id for note in notes) == sorted(finding.id for finding in audit.findings)
    assert len({note.label for note in notes}) == len(notes)
    assert sum(note.leads for note in notes) == len({f.group or f.id for f in audit.findings})


@given(audits())
def test_words_are_marked_exactly_where_a_finding_says(audit: Audit) -> None:
    """Held against the slow, obvious way: for every character, the findings whose span holds it."""
    assert audit.comparison
    for passage, bead in zip(passages(audit), audit.comparison.alignment.beads, strict=True):
        for line, segment in zip(passage.copy, bead.copy, strict=True):
            marked = [{n.finding.id for n in piece.notes} for piece in line.pieces for _ in piece.text]
            places = range(segment.span.start, segment.span.end)
            within = [{f.id for f in audit.findings if f.copy and f.copy.start <= p < f.copy.end} for p in places]
            assert marked == within


@given(audits())
def test_every_mark_ends_with_its_label(audit: Audit) -> None:
    for passage in passages(audit):
        for line in (*passage.original, *passage.copy):
            claimed = {note.label for piece in line.pieces for note in piece.notes}
            assert claimed == {note.label for piece in line.pieces for note in piece.ends}


@pytest.mark.parametrize("text", ["", " ", "\n\n", "one", "one\n\n\n two \r\nthree\n"])
def test_a_text_without_comparison_is_read_by_paragraphs(text: str) -> None:
    audit = replace(sample.lone(), copy=Document("d", text), findings=())
    assert [shown(passage.copy)[0] for passage in passages(audit)] == text.split()
    assert page(sample.only(audit))


def test_more_than_26_places_of_a_group_have_labels_of_their_own() -> None:
    found = sample.finding(EDIT, "f", None, Span(0, 1))
    audit = replace(MADE, findings=tuple(replace(found, id=f"f{i:03}", group="g") for i in range(60)))
    labels = [note.label for passage in passages(audit) for note in passage.notes]
    assert labels[:2] + labels[25:28] + labels[-1:] == ["1a", "1b", "1z", "1aa", "1ab", "1bh"]


def reordered(order: list[int], moved: set[int]) -> Audit:
    """Sentences 0, 1, 2 … of the original in the order in which the copy has them."""
    bits = [sample.Bit((f"Line {n}.",), (f"Line {n}.",), moved=n in moved) for n in range(len(order))]
    made = sample.audit(tuple(bits))
    assert made.comparison
    beads = tuple(made.comparison.beads[n] for n in order)
    alignment = replace(made.comparison.alignment, beads=tuple(bead.bead for bead in beads))
    return replace(made, comparison=replace(made.comparison, alignment=alignment, beads=beads))


@pytest.mark.parametrize(
    ("order", "moved", "departed"),
    [
        ([2, 0, 3, 4, 1], {0, 1}, [(1, 4), (), (), (), ()]),
        ([3, 0, 1, 2], {3}, [(), (), (), (0,)]),
        ([0, 1, 2], set(), [(), (), ()]),
        ([1, 0], {0, 1}, [(), ()]),
    ],
    ids=["before the first that stayed", "behind the last", "none", "all, and nothing is left to tell it at"],
)
def test_what_moved_is_told_where_the_original_had_it(
    order: list[int], moved: set[int], departed: list[tuple[int, ...]]
) -> None:
    assert [passage.departed for passage in passages(reordered(order, moved))] == departed
