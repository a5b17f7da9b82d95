"""Times told from now, and how they disagree."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.text.relative_days import days_apart, relative_days, same_day


@pytest.mark.parametrize(
    ("text", "written", "unit", "offset", "part"),
    [
        ("He left yesterday.", "yesterday", "day", -1, None),
        ("It opens tomorrow morning.", "tomorrow morning", "day", 1, "morning"),
        ("It is tonight.", "tonight", "day", 0, "night"),
        ("It rained last night.", "last night", "day", -1, "night"),
        ("the day before yesterday", "the day before yesterday", "day", -2, None),
        ("rain next week", "next week", "week", 1, None),
        ("closed two years ago", "two years ago", "year", -2, None),
        ("closed some years ago", "years ago", "year", -1, None),
        ("due in three weeks", "in three weeks", "week", 3, None),
        ("the previous day", "previous day", "day", -1, None),
        ("last May he left", "last May", "calendar", -1, None),
    ],
)
def test_reads(text: str, written: str, unit: str, offset: int, part: str | None) -> None:
    (found,) = relative_days(text)
    assert found.span.of(text) == written
    assert (found.unit, found.offset, found.part) == (unit, offset, part)


@pytest.mark.parametrize("text", ["the last week of May", "in the town", "lasting weeks", "", "on May 4"])
def test_what_is_not_told_from_now(text: str) -> None:
    assert relative_days(text) == ()


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        ("yesterday", "tomorrow", "direction"),
        ("last week", "next month", "direction"),
        ("today", "tomorrow", "distance"),
        ("last week", "last month", "unit"),
        ("this morning", "tonight", "part of the day"),
        ("this evening", "tonight", None),
        ("today", "this week", None),
        ("last season", "last year", None),
        ("two days ago", "yesterday", "distance"),
        ("two years ago", "last year", "distance"),
        ("a year ago", "last year", None),
        ("years ago", "last year", None),
        ("two weeks ago", "14 days ago", None),
        ("two years ago", "three years ago", None),
        ("last month", "two weeks ago", None),
    ],
)
def test_how_they_disagree(a: str, b: str, apart: str | None) -> None:
    (one,), (other,) = relative_days(a), relative_days(b)
    assert days_apart(one, other) == days_apart(other, one) == apart


@given(st.text())
def test_spans_lie_in_the_text_and_apart(text: str) -> None:
    found = relative_days(text)
    assert all(d.span.end <= len(text) and same_day(d, d) for d in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
