"""Which words stand in other quotation marks than before: moved into a quotation, or out of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from mtaudit.lexicon.closed_class import is_content
from mtaudit.records import REMEMBERED, ComparedBead, Comparison, Span, Word
from mtaudit.text.names import is_capitalised
from mtaudit.text.quotations import depth, has_orphan, is_open, quoted
from mtaudit.text.words import QUOTES

SAME = 0.6
"""Similarity from which two linked words are one word in another form, or a near synonym."""

Texts = tuple[str, str]
"""Of the original and of the copy."""

Pairs = list[tuple[int, int]]


class Change(StrEnum):
    """What became of quotation marks."""

    MADE = "made"
    UNMARKED = "unmarked"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Requoting:
    """Words of a bead whose depth of quotation changed; of the copy's, `gained` are quoted anew, `lost` no more.

    `original` and `copy` cover them: the whole quotation where one was made or unmarked.
    """

    change: Change
    original: Span
    copy: Span
    gained: tuple[Word, ...]
    lost: tuple[Word, ...]


def requotings(comparison: Comparison, bead: ComparedBead) -> tuple[Requoting, ...]:
    """What the bead quotes otherwise; only quotations within quotations where the copy's outer marks do not pair."""
    return _read((comparison.original.text, comparison.copy.text), bead)


@lru_cache(maxsize=REMEMBERED)
def _read(texts: Texts, bead: ComparedBead) -> tuple[Requoting, ...]:
    return tuple(_requotings(texts, bead))


def _requotings(texts: Texts, bead: ComparedBead) -> Iterator[Requoting]:
    if not bead.original or not bead.copy:
        return
    original, copy = texts
    spans = [Span.cover(*(s.span for s in side)) for side in (bead.bead.original, bead.bead.copy)]
    sound = not has_orphan(original, spans[0]) and not is_open(original, spans[0])
    if sound and has_orphan(copy, spans[1]):
        return
    torn = sound and is_open(copy, spans[1])
    before = [depth(original, w.span.start, single=torn) for w in bead.original]
    after = [depth(copy, w.span.start, single=torn) for w in bead.copy]
    pairs = [
        (k.original, k.copy)
        for k in bead.links
        if k.similarity >= SAME and is_content(bead.original[k.original]) and is_content(bead.copy[k.copy])
    ]
    up = [(i, j) for i, j in pairs if after[j] > before[i]]
    down = [(i, j) for i, j in pairs if after[j] < before[i]]
    kept = [(i, j) for i, j in pairs if after[j] == before[i] > 0]
    if up and down:
        yield _moved(bead, up, down)
    elif up:
        yield from _anew(texts, bead, up, kept)
    elif down:
        yield from _no_more(texts, bead, down, kept)


def _anew(texts: Texts, bead: ComparedBead, up: Pairs, kept: Pairs) -> Iterator[Requoting]:
    for quotation, pairs in _by_quotation(texts[1], bead.copy, up, 1):
        told = _other_side(bead, quotation, pairs, 1)
        if _any_in(quotation, (bead.copy[j] for _, j in kept)):
            yield _moved(bead, pairs, [])
        elif not _is_marked(texts[0], told):
            yield Requoting(Change.MADE, told, _said(bead.copy, quotation), _at(bead, pairs), ())


def _no_more(texts: Texts, bead: ComparedBead, down: Pairs, kept: Pairs) -> Iterator[Requoting]:
    for quotation, pairs in _by_quotation(texts[0], bead.original, down, 0):
        told = _other_side(bead, quotation, pairs, 0)
        if _any_in(quotation, (bead.original[i] for i, _ in kept)):
            yield _moved(bead, [], pairs)
        elif not _is_marked(texts[1], told):
            yield Requoting(Change.UNMARKED, _said(bead.original, quotation), told, (), _at(bead, pairs))


def _said(side: Sequence[Word], quotation: Span) -> Span:
    """The quotation without the marks at its ends."""
    return Span.cover(*(w.span for w in side if quotation.contains(w.span) and not w.is_punctuation))


def _other_side(bead: ComparedBead, quotation: Span, pairs: Pairs, which: int) -> Span:
    """Where the other side tells what this side quotes: around the linked content words, small ones beside included."""
    side, other = (bead.copy, bead.original) if which else (bead.original, bead.copy)
    links = [(k.original, k.copy) for k in bead.links]
    inside = {pair[1 - which] for pair in links if quotation.contains(side[pair[which]].span)}
    inside = {k for k in inside if not other[k].is_punctuation}
    first, last = min(p[1 - which] for p in pairs), max(p[1 - which] for p in pairs)
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    return _cover(other, [first, last])


def _moved(bead: ComparedBead, up: Pairs, down: Pairs) -> Requoting:
    pairs = up + down
    original, copy = _cover(bead.original, [i for i, _ in pairs]), _cover(bead.copy, [j for _, j in pairs])
    return Requoting(Change.MOVED, original, copy, _at(bead, up), _at(bead, down))


def _by_quotation(text: str, side: Sequence[Word], pairs: Pairs, which: int) -> list[tuple[Span, Pairs]]:
    """The pairs by the innermost quotation of this side that their word stands in, clipped to the bead."""
    extent = _cover(side, [0, len(side) - 1])
    near = [q for q in quoted(text) if q.overlaps(extent)]
    found: dict[Span, Pairs] = defaultdict(list)
    for pair in pairs:
        span = side[pair[which]].span
        around = [q for q in near if q.contains(span)]
        if around:
            found[min(around, key=lambda q: q.end - q.start)].append(pair)
    return [(_clipped(q, extent), inside) for q, inside in sorted(found.items())]


def _is_marked(text: str, span: Span) -> bool:
    """Whether any quotation mark, even one that pairs with none, stands at the words."""
    return any(c in QUOTES for c in (*text[max(0, span.start - 2) : span.start], *text[span.end : span.end + 2]))


def _clipped(span: Span, extent: Span) -> Span:
    return Span(max(span.start, extent.start), min(span.end, extent.end))


def _any_in(span: Span, words: Iterable[Word]) -> bool:
    return any(span.contains(w.span) for w in words)


def _at(bead: ComparedBead, pairs: Pairs) -> tuple[Word, ...]:
    return tuple(bead.copy[j] for j in sorted(j for _, j in pairs))


def _cover(side: Sequence[Word], which: Iterable[int]) -> Span:
    return Span.cover(*(side[k].span for k in which))


def is_title(words: Sequence[Word]) -> bool:
    """Whether all content words are capitalised, as in the title of a work or the name of a ship."""
    return all(is_capitalised(w) for w in words if is_content(w))


def spoken(side: Sequence[Word], span: Span) -> list[Word]:
    """The words of this side, without marks, that stand in the span of its text."""
    return [w for w in side if span.contains(w.span) and not w.is_punctuation]
