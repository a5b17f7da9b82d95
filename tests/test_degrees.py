"""Degrees of comparison."""

from __future__ import annotations

import pytest

from mtaudit.lexicon.degrees import Degree, graded
from mtaudit.text.words import words


@pytest.mark.parametrize(
    ("text", "base", "degree"),
    [
        ("slight", "slight", Degree.POSITIVE),
        ("slighter", "slight", Degree.COMPARATIVE),
        ("the largest", "large", Degree.SUPERLATIVE),
        ("worse", "bad", Degree.COMPARATIVE),
        ("more careful", "careful", Degree.COMPARATIVE),
        ("less safe", "safe", Degree.LESS),
        ("the least costly", "costly", Degree.LEAST),
    ],
)
def test_reads(text: str, base: str, degree: Degree) -> None:
    side = words(text)
    found = graded(side, len(side) - 1)
    assert found
    assert (found.base, found.degree) == (base, degree)
    assert found.lessened is (degree in (Degree.LESS, Degree.LEAST))


def test_one_more_compares_both() -> None:
    side = words("more swiftly and easily")
    found = [graded(side, k) for k in (1, 3)]
    assert [g.degree for g in found if g] == [Degree.COMPARATIVE] * 2


@pytest.mark.parametrize("text", ["later", "the officer", "most recently", "superior", "more women", "river"])
def test_what_is_not_graded(text: str) -> None:
    side = words(text)
    assert graded(side, len(side) - 1) is None
