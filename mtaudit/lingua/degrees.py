"""Degrees of comparison: "faster", "more careful", "the least costly"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from mtaudit.lingua.closed_class import is_function_word
from mtaudit.lingua.wordnet import lemmas
from mtaudit.records import Word


class Degree(IntEnum):
    """How a quality is compared; the last two say that there is less of it."""

    POSITIVE = 0
    COMPARATIVE = 1
    SUPERLATIVE = 2
    LESS = 3
    LEAST = 4


_BEFORE = {"more": Degree.COMPARATIVE, "most": Degree.SUPERLATIVE, "less": Degree.LESS, "least": Degree.LEAST}
_IRREGULAR = {
    "better": ("good", Degree.COMPARATIVE), "best": ("good", Degree.SUPERLATIVE), "worse": ("bad", Degree.COMPARATIVE),
    "worst": ("bad", Degree.SUPERLATIVE), "farther": ("far", Degree.COMPARATIVE),
    "farthest": ("far", Degree.SUPERLATIVE),
}  # fmt: skip
_PLAIN = frozenset(
    "later latter latest further former inner outer upper other utter proper super superior inferior".split()
)
"""Forms that compare nothing, or a time."""


@dataclass(frozen=True, slots=True)
class Graded:
    """A quality at word `head` in some degree; `words` are those of the degree too, `base` its form without one."""

    head: int
    words: range
    base: str
    degree: Degree

    @property
    def lessened(self) -> bool:
        """Whether it says that there is less of the quality."""
        return self.degree >= Degree.LESS


def graded(side: Sequence[Word]) -> Iterator[Graded]:
    """The adjectives and adverbs of one side with their degrees, in order; "more swift and easy" compares both."""
    shared = Degree.POSITIVE, -1
    for k, word in enumerate(side):
        form = word.form
        if is_function_word(form) and form not in _IRREGULAR:
            continue
        before = side[k - 1].form if k else ""
        readings = lemmas(form)
        if form in _IRREGULAR:
            base, degree = _IRREGULAR[form]
        elif not readings or readings[0][0] not in "ar":
            continue
        else:
            base, degree = _inflected(form, readings)
        if form in _PLAIN or (before == "most" and form.endswith("ly")):
            continue
        if degree is Degree.POSITIVE and before in _BEFORE:
            degree = _BEFORE[before]
            shared = degree, k + 2
            yield Graded(k, range(k - 1, k + 1), base, degree)
        elif degree is Degree.POSITIVE and before in ("and", "or") and shared[1] == k:
            yield Graded(k, range(k, k + 1), base, shared[0])
        else:
            yield Graded(k, range(k, k + 1), base, degree)


def _inflected(form: str, readings: Sequence[tuple[str, str]]) -> tuple[str, Degree]:
    """Base and degree of an adjective or adverb, by its ending."""
    base = next((lemma for part, lemma in readings if part in "ar" and lemma != form), form)
    if base == form:
        return form, Degree.POSITIVE
    if form.endswith("est"):
        return base, Degree.SUPERLATIVE
    return (base, Degree.COMPARATIVE) if form.endswith("er") else (form, Degree.POSITIVE)
