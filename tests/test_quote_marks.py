"""Quotation marks are paired by where they stand, and no mark is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.text.quote_marks import Side, marks, pairs


def shown(text: str) -> list[str]:
    """Each quotation from mark to mark, with ? for a mark that is missing."""
    return [
        f"{q.opening.at if q.opening else '?'}-{q.closing.at if q.closing else '?'}"
        for q in pairs(marks(text, 0, len(text)))
    ]


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        pytest.param("“No,” he said.", ["0-4"], id="sound"),
        pytest.param('"No," he said.', ["0-4"], id="straight"),
        pytest.param("“No. “ He left.", ["0-5"], id="the closing one turned"),
        pytest.param("“No, ”said he.", ["0-5"], id="the closing one torn off"),
        pytest.param('"No, "said he.', ["0-5"], id="the same with straight marks"),
        pytest.param("A “no was heard.", ["2-?"], id="never closed"),
        pytest.param("A no” was heard.", ["?-4"], id="never opened"),
        pytest.param("“No, he said. “Yes.”", ["0-?", "14-19"], id="opened twice"),
        pytest.param("(“No”)—“yes”", ["1-4", "7-11"], id="brackets and dashes"),
        pytest.param("He said,“ no” and left.", ["8-12"], id="the opening one torn off"),
        pytest.param('He left, "... and slept" there.', ["9-23"], id="dots behind a mark"),
        pytest.param("“He said ‘no.’”", ["0-14"], id="a quotation within one"),
        pytest.param("none", [], id="none"),
    ],
)
def test_quotations(text: str, quotations: list[str]) -> None:
    assert shown(text) == quotations


def test_shape_stand_and_inches() -> None:
    opening, closing, inch = marks('“a” is 5" wide', 0, 14)
    assert (opening.shape, opening.stand) == (Side.OPENS, Side.OPENS)
    assert (closing.shape, closing.stand) == (Side.CLOSES, Side.CLOSES)
    assert inch.inch
    assert not opening.inch


@given(st.text(alphabet='ab .,“”"«»„’\n', max_size=60))
def test_every_mark_stands_in_one_quotation(text: str) -> None:
    found = marks(text, 0, len(text))
    paired = [m.at for q in pairs(found) for m in (q.opening, q.closing) if m]
    assert paired == sorted(paired)
    assert paired == [k for k, c in enumerate(text) if c in '“”"«»„'] == [m.at for m in found]
