"""Degrees of comparison: "faster", "more careful", "the least costly"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from mtaudit.lexicon.closed_class import is_function_word
from mtaudit.lexicon.tables import words
from mtaudit.lexicon.wordnet import lemmas, parts_of_speech
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
_PLAIN = words("false-comparatives")
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


def graded(side: Sequence[Word], k: int) -> Graded | None:
    """The quality that the word tells, if it is an adjective or adverb; "more swift and easy" compares both."""
    form = side[k].form
    before = side[k - 1].form if k else ""
    if form in _PLAIN or (before == "most" and form.endswith("ly")):
        return None
    if form in _IRREGULAR:
        base, degree = _IRREGULAR[form]
    elif is_function_word(form) or ("a" not in (readings := parts_of_speech(form)) and "r" not in readings):
        return None
    else:
        found = lemmas(form)
        if found[0][0] not in "ar" and before not in _BEFORE and not before.endswith("ly"):
            return None
        base, degree = _inflected(form, found)
    if degree is not Degree.POSITIVE:
        return Graded(k, range(k, k + 1), base, degree)
    if before in _BEFORE:
        return Graded(k, range(k - 1, k + 1), base, _BEFORE[before])
    shared = k > 2 and before in ("and", "or") and side[k - 3].form in _BEFORE and graded(side, k - 2) is not None
    return Graded(k, range(k, k + 1), base, _BEFORE[side[k - 3].form] if shared else degree)


def _inflected(form: str, readings: Sequence[tuple[str, str]]) -> tuple[str, Degree]:
    """Base and degree of an adjective or adverb, by its ending."""
    base = next((lemma for part, lemma in readings if part in "ar" and lemma != form), form)
    if base == form:
        return form, Degree.POSITIVE
    if form.endswith("est"):
        return base, Degree.SUPERLATIVE
    return (base, Degree.COMPARATIVE) if form.endswith("er") else (form, Degree.POSITIVE)
