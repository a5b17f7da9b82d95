"""The passages with both their sides, every stretch of text with what it is marked and linked as."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mtaudit.render.html.anchors import Names, Ref
from mtaudit.render.reading.marks import Line, Note, Piece
from mtaudit.render.reading.passages import Correspondence, Passage
from mtaudit.render.reading.text import one_line

_REMARK = {
    Correspondence.SPLIT: "One sentence became several",
    Correspondence.MERGED: "Several sentences became one",
}
_BEGINNING = 70  # code points of a passage that say which one is meant


class Layer(NamedTuple):
    """A finding that claims a stretch of text; `id` where a link to the text leads here."""

    anchor: str
    style: str
    id: str


class Marked(NamedTuple):
    """A stretch of text, plain without `layers` and `style`; with no text it is the ▸ where words are missing.

    `layers` are its findings, the worst innermost. `swap` leads to where moved words stand on the other side, and `id`
    is where the other side's leads to.
    """

    text: str
    layers: tuple[Layer, ...] = ()
    refs: tuple[Ref, ...] = ()
    style: str = ""
    title: str = ""
    id: str = ""
    swap: str = ""


@dataclass(frozen=True, slots=True)
class TextLine:
    """A segment with its role as the CSS class."""

    role: str
    pieces: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class Departed:
    """A passage of the original that stands elsewhere in the copy: where that is, and how it begins."""

    id: str
    href: str
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A passage with both sides; `refs` are for a side that has no text, `origin` leads to where it was moved from."""

    id: str
    style: str
    remark: str
    origin: str
    departed: tuple[Departed, ...]
    original: tuple[TextLine, ...]
    copy: tuple[TextLine, ...]
    refs: tuple[Ref, ...]


def rows(read: Sequence[Passage], names: Names) -> tuple[Row, ...]:
    """The passages of an audit."""
    return tuple(_row(passage, index, read, names) for index, passage in enumerate(read))


def _row(passage: Passage, index: int, read: Sequence[Passage], names: Names) -> Row:
    classes = [passage.kind or "alone"]
    classes += ["opens"] if passage.opens_paragraph else []
    classes += [] if passage.notes else ["silent"]
    return Row(
        id=names.row(index),
        style=" ".join(classes),
        remark=_REMARK.get(passage.kind, "") if passage.kind else "",
        origin=f"{names.row(index)}-origin" if passage.moved and passage.original else "",
        departed=tuple(_departed(read[away], away, names) for away in passage.departed),
        original=tuple(_line(line, "original", names) for line in passage.original),
        copy=tuple(_line(line, "copy", names) for line in passage.copy),
        refs=tuple(names.ref(note) for note in passage.notes),
    )


def _departed(passage: Passage, index: int, names: Names) -> Departed:
    text = one_line(" ".join(piece.text for line in passage.original[:1] for piece in line.pieces))
    short = text if len(text) <= _BEGINNING else text[: _BEGINNING - 1].rstrip() + "…"
    return Departed(f"{names.row(index)}-origin", names.row(index), short)


def _line(line: Line, side: str, names: Names) -> TextLine:
    return TextLine(line.role, tuple(_marked(piece, side, names) for piece in line.pieces))


def _marked(piece: Piece, side: str, names: Names) -> Marked:
    if not piece.notes and not piece.harmless:
        return Marked(piece.text)
    id_, swap = ("", "") if piece.moved is None else names.moved(side, piece.moved)
    if piece.notes:
        mildest_first = sorted(piece.notes, key=_gravity)
        layers = tuple([_layer(piece, note, side, names) for note in mildest_first])
        return Marked(piece.text, layers, tuple(map(names.ref, piece.ends)), id=id_, swap=swap)
    return Marked(piece.text, style="harmless", title=f"harmless: {piece.harmless}", id=id_, swap=swap)


def _gravity(note: Note) -> tuple[bool, int]:
    """To sort by: what is suppressed, then the mildest."""
    return note.finding.suppression is None, note.finding.severity.rank


def _layer(piece: Piece, note: Note, side: str, names: Names) -> Layer:
    begins = note in piece.starts and names.leads(side, note.finding)
    _, anchor, _, classes = names.ref(note)
    return Layer(anchor, classes if piece.text else f"{classes} gap", names.mark(note.finding) if begins else "")
