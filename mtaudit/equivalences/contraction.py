"""Contraction: "won’t" and "will not"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mtaudit.equivalences.base import Same, Unlike
from mtaudit.lexicon.closed_class import CLITICS
from mtaudit.records import ComparedBead, Difference, Word
from mtaudit.text.words import plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Contraction:
    """A contracted form stands for its words in full, or the other way round.

    "Won’t" is "will not" and "they’re" is "they are": a matter of house style, also inside a quotation.
    """

    cases: ClassVar[tuple[Same | Unlike, ...]] = (
        Same("The team won’t travel.", "The team will not travel."),
        Same("They cannot vote.", "They can't vote."),
        Same("It's raining and he'd left.", "It is raining and he had left."),
        Unlike("The team won’t travel.", "The team will travel."),
        Unlike("They are here.", "They were here."),
        Unlike("It's raining.", "It was raining."),
    )

    def __call__(self, bead: ComparedBead, difference: Difference) -> bool:
        """Whether both sides are the same words once contractions are written in full."""
        lost, gained = bead.lost(difference), bead.gained(difference)
        if not any("'" in plain(w.text) or w.form == "cannot" for w in (*lost, *gained)):
            return False
        return bool(lost and gained) and _same(_full(lost), _full(gained))


def _full(side: tuple[Word, ...]) -> list[tuple[str, ...]]:
    """For each word the words it may stand for."""
    full: list[tuple[str, ...]] = []
    for word in side:
        if word.form == "cannot":
            full += [("can",), ("not",)]
        else:
            full.append((word.form, *CLITICS.get(word.form, ())))
    return full


def _same(a: list[tuple[str, ...]], b: list[tuple[str, ...]]) -> bool:
    return len(a) == len(b) and all(set(x) & set(y) for x, y in zip(a, b, strict=True))
