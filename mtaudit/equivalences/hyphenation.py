"""Hyphenation: one compound written in one word, in two, or with a hyphen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mtaudit.equivalences.base import Same, Unlike
from mtaudit.lexicon.spelling import common_spelling
from mtaudit.records import ComparedBead, Difference, Word


@dataclass(frozen=True, slots=True, kw_only=True)
class Hyphenation:
    """A compound is joined, spaced or hyphenated.

    "Web-hosting", "web hosting" and "webhosting" are one word; dictionaries disagree, and so do outlets.
    """

    cases: ClassVar[tuple[Same | Unlike, ...]] = (
        Same("The vice-president runs a health care firm.", "The vice president runs a healthcare firm."),
        Same("a long-term plan to cooperate", "a long term plan to co-operate"),
        Same("The air-strike hit a long standing base.", "The airstrike hit a long-standing base."),
        Unlike("a long-term plan", "a short-term plan"),
        Unlike("They re-signed on Monday.", "They designed on Monday."),
        Unlike("the right wing", "the wing"),
    )

    def __call__(self, bead: ComparedBead, difference: Difference) -> bool:
        """Whether both sides are the same letters without hyphens and spaces."""
        lost, gained = bead.lost(difference), bead.gained(difference)
        return len(lost) != len(gained) and bool(_letters(lost)) and _letters(lost) == _letters(gained)


def _letters(side: tuple[Word, ...]) -> str:
    return "".join(common_spelling(w.form) for w in side if w.form != "-").replace("-", "")
