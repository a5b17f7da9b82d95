"""Typography: quotation marks, dashes, ellipses, spacing and capitals of one text in two house styles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mtaudit.equivalences.base import Same, Unlike
from mtaudit.records import ComparedBead, Difference, DifferenceKind, Word
from mtaudit.text.names import is_acronym

LIGHT = frozenset((",", ";", ":", "-", "...", "'"))
"""Marks whose presence is a matter of style: the serial comma, a dash, an ellipsis."""

SENTENCE_END = frozenset((".", "!", "?"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Typography:
    """Marks and letters differ only in their shape.

    Outlets set curly or straight quotation marks, long or short dashes, the serial comma, capitals in
    headlines, each in a style of its own. None of it changes what a reader learns. A stop in the middle of
    a sentence is another matter, and so is a quotation mark that is lost.
    """

    cases: ClassVar[tuple[Same | Unlike, ...]] = (
        Same("“We lost,” he said – twice.", '"We lost," he said — twice.'),
        Same("apples, pears, and plums", "apples, pears and plums"),
        Same("Storm Hits The Coast", "STORM HITS THE COAST"),
        Same("We will NOT go.", "We will not go."),
        Same("The AIDS fund met.", "The Aids fund met."),
        Unlike("The WHO met in May.", "The who met in May."),
        Unlike("He said “no” to that.", "He said no to that."),
        Unlike("It was taken for granted.", "It was taken. for granted."),
        Unlike("He ate the fish.", "He ate the dish."),
    )

    def __call__(self, bead: ComparedBead, difference: Difference) -> bool:
        """Whether only shapes of marks and letters, or marks of style, differ."""
        if difference.kind is DifferenceKind.MOVED:
            return False
        lost, gained = bead.lost(difference), bead.gained(difference)
        if _spelled(lost) == _spelled(gained):
            return not (
                _is_lowered(bead.original, difference.original, gained) or _is_lowered(bead.copy, difference.copy, lost)
            )
        marks = [w for w in (*lost, *gained) if w.is_punctuation]
        if len(marks) < len(lost) + len(gained):
            return False
        return all(w.form in LIGHT for w in marks) or _ends(bead, difference, marks)


def _is_lowered(side: tuple[Word, ...], where: range, other: tuple[Word, ...]) -> bool:
    """Whether a name in capitals there is an everyday word on the other side ("WHO", "who"); "Aids" is still a name."""
    small = {w.form for w in other if w.text.islower()}
    return any(side[k].form in small and is_acronym(side, k) for k in where)


def _spelled(side: tuple[Word, ...]) -> str:
    return "".join(w.form for w in side)


def _ends(bead: ComparedBead, difference: Difference, marks: list[Word]) -> bool:
    """Whether marks that close a sentence differ, as where two sentences became one joined by a comma."""
    if any(w.form not in LIGHT | SENTENCE_END for w in marks):
        return False
    at_end = (
        difference.copy.stop >= len(bead.copy) if difference.copy else difference.original.stop >= len(bead.original)
    )
    return at_end or bead.bead.kind in ("split", "merged")
