"""What stands in quotation marks, sound and damaged."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.records import Span
from mtaudit.text.quotations import LONGEST, depth, has_orphan, is_open, quoted

LIKELY = st.text("ab “”‘’\"'«»,.\n", max_size=60)


def inside(text: str) -> list[str]:
    return [span.of(text) for span in quoted(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("No marks here.", [], id="no marks"),
        pytest.param("She said “we stay” and left.", ["we stay"], id="curly marks"),
        pytest.param('"One," he said, "two."', ["One,", "two."], id="straight marks"),
        pytest.param("«Nous restons» she said", ["Nous restons"], id="guillemets"),
        pytest.param("She said “it is ‘all over’ now”.", ["it is ‘all over’ now", "all over"], id="one in another"),
        pytest.param("“It’s the dogs’ bowl,” she said", ["It’s the dogs’ bowl,"], id="apostrophes are no marks"),
        pytest.param("Don't say it isn't so.", [], id="apostrophes alone"),
        pytest.param("the 'odd one' out", ["odd one"], id="straight single marks around words"),
        pytest.param("say 'yes' twice", [], id="straight single marks around one word may be apostrophes"),
        pytest.param("say ‘yes’ twice", ["yes"], id="curly single marks around one word"),
        pytest.param('an 8" pipe and a 9" pipe', [], id="inches"),
        pytest.param("“First part.\n“Second part.”", ["First part.", "Second part."], id="a speech of two paragraphs"),
        pytest.param("“one “two” three”", ["one", "two"], id="a mark that opens inside a quotation"),
        pytest.param("”we stay” he said", ["we stay"], id="a mark turned round"),
        pytest.param('“ ” and ""', [], id="marks around nothing"),
        pytest.param("It was late. “", [], id="an orphan opens nothing"),
        pytest.param("“we stay and so on", ["we stay and so on"], id="a mark that nothing closes"),
        pytest.param("‘The boys’ club won’t open.’ So", ["The boys’ club won’t open."], id="a plural inside"),
        pytest.param("Most of Riga ‘s port burned", [], id="a genitive turned round"),
        pytest.param("he faces“ ten years” now", ["ten years"], id="an opener that leans on the wrong word"),
        pytest.param("“we stay. “. It “rained”", ["we stay.", "rained"], id="a closer that opens nothing"),
        pytest.param("“(we) stay”, he said", ["(we) stay"], id="a quotation that begins with a bracket"),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert inside(text) == expected


def test_a_very_long_quotation_that_nothing_closes_is_a_lost_mark() -> None:
    assert inside("“" + "a" * (LONGEST - 1)) == ["a" * (LONGEST - 1)]
    assert inside("“" + "a" * (LONGEST + 1)) == []


@given(LIKELY)
def test_quotations_are_in_order_in_one_paragraph_and_bare(text: str) -> None:
    spans = quoted(text)
    assert list(spans) == sorted(set(spans))
    for span in spans:
        assert span.end <= len(text)
        assert "\n" not in span.of(text)
        assert span.of(text).strip() == span.of(text)


@given(LIKELY)
def test_depth_counts_the_quotations_around_a_place(text: str) -> None:
    spans = quoted(text)
    for at in range(len(text)):
        assert depth(text, at) == sum(span.start <= at < span.end for span in spans)


def test_depth_of_single_marks_alone() -> None:
    text = "“a ‘b’ c”"
    assert [depth(text, text.index(c), single=True) for c in "abc"] == [0, 1, 0]


def test_marks_that_do_not_pair_are_seen_in_their_paragraph_only() -> None:
    text = "“One.\nTwo “three”.\nFour.’"
    assert [is_open(text, Span(at, at + 1)) for at in (1, 7, 21)] == [True, False, False]
    assert [has_orphan(text, Span(at, at + 1)) for at in (1, 7, 21)] == [False, False, True]
