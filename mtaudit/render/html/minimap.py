"""The whole article at a glance: both texts as columns of grey, the findings as ticks where they stand.

Heights are estimated from the length of the texts, since only the browser knows how they break; a row of the map
leads to its passage, so that it need not be exact.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from mtaudit.mqm import Severity
from mtaudit.records import Finding
from mtaudit.render.html.anchors import style
from mtaudit.render.reading.marks import Line
from mtaudit.render.reading.passages import Passage

HEIGHT = 1000
"""Units of the map from top to bottom."""

WIDTH = 100
"""Units of the map from side to side."""

_Column = tuple[float, float]  # start and width

_PER_LINE = 46  # code points in a line of a column on a common screen
_LEAST = 60  # lines that fill the map; a shorter text leaves its foot empty
_APART = 0.5  # lines between two passages
_COLUMNS: dict[bool, tuple[_Column, _Column]] = {True: ((4, 44), (52, 44)), False: ((4, 0), (4, 92))}  # original, copy
_SHARE = {Severity.CRITICAL: 1.0, Severity.MAJOR: 0.75, Severity.MINOR: 0.5, Severity.NEUTRAL: 0.25}
_LEAST_SHARE = 0.15  # of what is suppressed
_STROKE = 0.6  # of a line's height
_TICK = (1.5, 5.0)  # least and greatest height of a tick, which else is a line's


@dataclass(frozen=True, slots=True)
class Tick:
    """All findings of one style as one SVG path."""

    style: str
    path: str


@dataclass(frozen=True, slots=True)
class Strip:
    """A passage on the map: how far down it begins, and how high it is."""

    top: float
    height: float


@dataclass(frozen=True, slots=True)
class Minimap:
    """The map: a strip for each passage, the grey of both texts, and the ticks, worst last and so on top.

    `line` is the height of a line of text, `stroke` that of its grey, `filled` that of the whole text.
    """

    strips: tuple[Strip, ...]
    text: str
    line: str
    stroke: str
    filled: str
    ticks: tuple[Tick, ...]


def minimap(passages: Sequence[Passage], *, paired: bool) -> Minimap:
    """The map of an audit; `paired` where an original stands beside the copy."""
    lengths = [(sum(map(_length, p.original)), sum(map(_length, p.copy))) for p in passages]
    lines = [max(1.0, max(sides) / _PER_LINE) + _APART for sides in lengths]
    scale = HEIGHT / max(sum(lines), _LEAST)
    tops = [scale * top for top in accumulate(lines, initial=0.0)]
    strips = tuple(Strip(round(top, 1), round(scale * tall, 1)) for top, tall in zip(tops, lines, strict=False))
    columns = _COLUMNS[paired]
    grey = "".join(
        _box(column, strip.top, scale * length / _PER_LINE)
        for strip, sides in zip(strips, lengths, strict=True)
        for column, length in zip(columns, sides, strict=True)
        if length
    )
    ticks = _ticks(passages, strips, columns, min(max(scale, _TICK[0]), _TICK[1]))
    return Minimap(strips, grey, f"{scale:.2f}", f"{_STROKE * scale:.2f}", f"{tops[-1]:.0f}", ticks)


def _ticks(
    passages: Sequence[Passage], strips: Sequence[Strip], columns: tuple[_Column, _Column], height: float
) -> tuple[Tick, ...]:
    found: dict[tuple[int, str], list[str]] = {}
    for passage, strip in zip(passages, strips, strict=True):
        for lines, (start, width) in zip((passage.original, passage.copy), columns, strict=True):
            for finding, share in _starts(lines):
                place = (start, width * (_SHARE[finding.severity] if finding.suppression is None else _LEAST_SHARE))
                box = _box(place, strip.top + share * strip.height, height)
                found.setdefault((_rank(finding), style(finding)), []).append(box)
    return tuple(Tick(name, "".join(boxes)) for (_, name), boxes in sorted(found.items()))


def _rank(finding: Finding) -> int:
    """To draw by: what is suppressed lies below all else."""
    return finding.severity.rank if finding.suppression is None else -1


def _length(line: Line) -> int:
    return sum([len(piece.text) for piece in line.pieces])


def _starts(lines: Iterable[Line]) -> list[tuple[Finding, float]]:
    """The findings that begin in these lines, and how far down, 0 to 1."""
    found, passed = [], 0
    for line in lines:
        for piece in line.pieces:
            for note in piece.starts:
                found.append((note.finding, passed))
            passed += len(piece.text)
    return [(finding, place / max(1, passed)) for finding, place in found]


def _box(column: _Column, top: float, height: float) -> str:
    start, width = column
    return f"M{start:g} {top:.1f}h{width:g}v{height:.1f}h-{width:g}z"
