"""The values passed between stages are true from the moment they are made."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.mqm import MQM_TYPE, RANKED, WEIGHT, Category, Severity
from mtaudit.records import Bead, Role, Segment, Span, Suspicion

SPANS = st.tuples(st.integers(0, 9), st.integers(1, 5)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
SEGMENT = Segment(Span(0, 1), Role.BODY, 0)


@pytest.mark.parametrize(("start", "end"), [(-1, 1), (1, 1), (2, 1)])
def test_a_span_is_a_range_that_holds_something(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=rf"not \[{start}, {end}\)"):
        Span(start, end)


@given(SPANS, SPANS)
def test_spans_are_sets_of_code_points(a: Span, b: Span) -> None:
    points = [set(range(span.start, span.end)) for span in (a, b)]
    assert a.overlaps(b) == bool(points[0] & points[1])
    assert a.contains(b) == (points[1] <= points[0])
    assert Span.cover(a, b).contains(a)
    assert Span.cover(a, b).contains(b)
    assert len(Span.cover(a, b).of("x" * 20)) == max(a.end, b.end) - min(a.start, b.start)


def test_a_bead_needs_a_segment() -> None:
    with pytest.raises(ValueError, match="at least one side"):
        Bead((), (), 0.0)


@pytest.mark.parametrize(
    ("original", "copy", "kind"),
    [(1, 0, "omitted"), (0, 2, "added"), (1, 1, "matched"), (1, 3, "split"), (2, 1, "merged"), (2, 2, "merged")],
)
def test_the_kind_of_a_bead(original: int, copy: int, kind: str) -> None:
    assert Bead((SEGMENT,) * original, (SEGMENT,) * copy, 0.5).kind == kind


def test_a_suspicion_needs_a_place() -> None:
    with pytest.raises(ValueError, match="a span on at least one side"):
        Suspicion(original=None, copy=None, severity=Severity.MINOR, message="", explanation="", confidence=1.0)


def test_severities_are_ranked_and_weighed() -> None:
    assert [severity.rank for severity in RANKED] == [0, 1, 2, 3]
    assert [WEIGHT[severity] for severity in RANKED] == sorted(WEIGHT.values()) == [0, 1, 5, 25]
    assert [str(severity.lowered) for severity in RANKED] == ["neutral", "minor", "minor", "major"]


def test_every_category_has_its_mqm_type() -> None:
    assert set(MQM_TYPE) == set(Category)
