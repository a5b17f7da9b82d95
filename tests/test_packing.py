"""Records are kept small and come back as they were; what has no form is refused."""

from __future__ import annotations

import pytest

from mtaudit.packing import packed, unpacked
from mtaudit.records import Document, Span


@pytest.mark.parametrize("level", [1, 9])
def test_what_is_packed_comes_back(level: int) -> None:
    for value, kind in (
        (Document("a", "It rained. ü\ud800", "en"), Document),
        (Span(3, 7), Span),
        (range(2, 5), range),
    ):
        assert unpacked(packed(value, level), kind) == value


def test_what_has_no_form_is_refused() -> None:
    with pytest.raises(NotImplementedError):
        packed(object(), 1)
    with pytest.raises(NotImplementedError):
        unpacked(packed([1], 1), complex)


def test_what_is_of_another_form_is_refused() -> None:
    with pytest.raises(ValueError, match="start"):
        unpacked(packed(Document("a", "It rained."), 1), Span)
