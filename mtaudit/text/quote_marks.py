"""Double quotation marks one by one: what each is shaped for, what it stands for, and which belong together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from mtaudit.text.words import DOUBLE_QUOTES, LINE, QUOTES

_MARK = re.compile(f"[{re.escape(DOUBLE_QUOTES)}]")
_OPENING, _CLOSING = "“„«", "”»"
_BRACKETS = "([{—–-/=¿¡" + QUOTES
_STOPS = ".,;:!?…)]}—–-/" + QUOTES


class Side(StrEnum):
    """On which side of a quotation a mark belongs; EITHER where nothing tells."""

    OPENS = "opens"
    CLOSES = "closes"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Mark:
    """A double mark at a place of the text: its side by its shape, and by the spaces and words beside it.

    `loose` tells that a space parts it from the words on both sides, or nothing from either.
    """

    at: int
    shape: Side
    stand: Side
    inch: bool

    @property
    def loose(self) -> bool:
        """Whether what stands beside it does not tell its side."""
        return self.stand is Side.EITHER


@lru_cache(maxsize=512)
def marks(text: str, start: int, end: int) -> tuple[Mark, ...]:
    """The double marks of text[start:end], which is a paragraph, in order."""
    return tuple(
        Mark(at, _shape(text[at]), _stand(text, at, start, end), text[at] == '"' and text[max(start, at - 1)].isdigit())
        for at in (match.start() for match in _MARK.finditer(text, start, end))
    )


def _shape(mark: str) -> Side:
    if mark in _OPENING:
        return Side.OPENS
    return Side.CLOSES if mark in _CLOSING else Side.EITHER


def _stand(text: str, at: int, start: int, end: int) -> Side:
    """Its side by its neighbours: an opener has nothing before it and a word behind it, a closer the reverse."""
    before, behind = text[at - 1] if at > start else " ", text[at + 1] if at + 1 < end else " "
    free = before.isspace() or before in _BRACKETS
    shut = behind.isspace() or (behind in _STOPS and not text.startswith(("...", "…"), at + 1))
    if free and not shut:
        return Side.OPENS
    if shut and not free:
        return Side.CLOSES
    if before.isspace() and not behind.isspace():
        return Side.CLOSES if behind in ".,;:!?" else Side.OPENS
    if behind.isspace() and not before.isspace():
        return Side.CLOSES
    return Side.CLOSES if at + 1 >= end and at > start else Side.EITHER


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation of one paragraph by its marks; one of them is missing where the paragraph has none for it."""

    opening: Mark | None
    closing: Mark | None


def pairs(found: tuple[Mark, ...]) -> Iterator[Quoted]:
    """The marks of a paragraph as quotations, in order.

    A mark's stand tells its side, or else the order of the marks; shapes are not trusted, since round trips turn marks.
    Straight marks of an even number alternate, whatever stands beside them.
    """
    opened: Mark | None = None
    straight = len(found) % 2 == 0 and all(mark.shape is Side.EITHER for mark in found)
    for mark in found:
        side = (Side.CLOSES if opened else Side.OPENS) if straight else _side(mark, opened)
        if side is Side.OPENS:
            if opened:
                yield Quoted(opened, None)
            opened = mark
        else:
            yield Quoted(opened, mark)
            opened = None
    if opened:
        yield Quoted(opened, None)


def _side(mark: Mark, opened: Mark | None) -> Side:
    """The side that the mark takes behind what was opened."""
    if mark.stand is Side.EITHER:
        return Side.CLOSES if opened else Side.OPENS
    if mark.stand is Side.OPENS and opened and mark.shape is Side.CLOSES:
        return Side.CLOSES
    if mark.stand is Side.CLOSES and not opened and mark.shape is Side.OPENS:
        return Side.OPENS
    return mark.stand


def turned(text: str) -> tuple[int, ...]:
    """Where a mark closes that is shaped to open, or opens that is shaped to close, or closes glued to the next word.

    Paragraphs with a low mark (“„”) are left out, where an upper opening one closes by rule.
    """
    found = []
    for line in LINE.finditer(text):
        for quotation in pairs(marks(text, *line.span())) if "„" not in line.group() else ():
            opening, closing = quotation.opening, quotation.closing
            if opening and opening.shape is Side.CLOSES:
                found.append(opening.at)
            if closing and (_opens_a_space(closing) or (closing.shape is Side.CLOSES and _is_glued(text, closing.at))):
                found.append(closing.at)
    return tuple(found)


def _opens_a_space(mark: Mark) -> bool:
    return mark.shape is Side.OPENS and mark.stand is not Side.OPENS


def _is_glued(text: str, at: int) -> bool:
    """Whether a space parts a mark from what it closes, and none from the next word."""
    return text[max(0, at - 1) : at].isspace() and text[at + 1 : at + 2].isalnum()
