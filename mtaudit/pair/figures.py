"""The quantities and dates of a bead, placed on its words and matched between original and copy.

Equivalences ask which words belong to figures that say the same; detectors ask which figure became which.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import TypeVar

from mtaudit.pair.matching_facts import Matching, Placed, matched
from mtaudit.records import REMEMBERED, ComparedBead, Difference, Span, Word
from mtaudit.text.date_mention import contradiction
from mtaudit.text.dates import DateMention, compatible, dates
from mtaudit.text.quantities import quantities
from mtaudit.text.quantity import Quantity, same
from mtaudit.text.relative_days import RelativeDay, relative_days, same_day

Figure = TypeVar("Figure", bound=Quantity | DateMention | RelativeDay)


def explains(matching: Matching[Figure], bead: ComparedBead, difference: Difference) -> bool:
    """Whether every word of the difference belongs to figures that say the same."""
    if not matching.same:
        return False
    left = {i for a, b in matching.same for i in _claimed(a, bead.original, b, bead.copy)}
    right = {j for a, b in matching.same for j in _claimed(b, bead.copy, a, bead.original)}
    return left.issuperset(difference.original) and right.issuperset(difference.copy)


def _claimed(mine: Placed[Figure], here: Sequence[Word], other: Placed[Figure], there: Sequence[Word]) -> range:
    """The words of a figure, with those of its bound where the other side is bounded in the same way.

    A full stop behind it is the figure's too where the other side has it in an abbreviation: "11am." = "11 a.m."
    """
    a, b = mine.fact, other.fact
    bounded = isinstance(a, Quantity) and isinstance(b, Quantity) and a.bound is b.bound
    words = mine.extent if bounded else mine.words
    stop = words.stop < len(here) and here[words.stop].text == "." and there[other.words.stop - 1].text.endswith(".")
    return range(words.start, words.stop + stop)


@lru_cache(maxsize=REMEMBERED)
def matched_quantities(bead: ComparedBead) -> Matching[Quantity]:
    """The quantities of a bead, matched by value first where they correspond, then anywhere in it."""
    (left, starts), (right, ends) = _texts(bead)
    originals, copies = _without_ranges(quantities(left), quantities(right))
    return matched(
        bead,
        [_placed(q, q.span, q.extent, starts) for q in originals],
        [_placed(q, q.span, q.extent, ends) for q in copies],
        same,
        _of_a_kind,
    )


@lru_cache(maxsize=REMEMBERED)
def matched_dates(bead: ComparedBead) -> Matching[DateMention]:
    """The dates and times of a bead, matched like its quantities."""
    (left, starts), (right, ends) = _texts(bead)
    return matched(
        bead,
        [_placed(d, d.span, d.span, starts) for d in dates(left)],
        [_placed(d, d.span, d.span, ends) for d in dates(right)],
        compatible,
        lambda a, b: contradiction(a, b) is not None,
    )


@lru_cache(maxsize=REMEMBERED)
def matched_days(bead: ComparedBead) -> Matching[RelativeDay]:
    """The relative times of a bead, matched like its quantities."""
    (left, starts), (right, ends) = _texts(bead)
    return matched(
        bead,
        [_placed(d, d.span, d.span, starts) for d in relative_days(left)],
        [_placed(d, d.span, d.span, ends) for d in relative_days(right)],
        same_day,
        _no_kind,
    )


@lru_cache(maxsize=REMEMBERED)
def _texts(bead: ComparedBead) -> tuple[tuple[str, list[int]], tuple[str, list[int]]]:
    """Both sides written out, with where each word begins: read for quantities and for dates."""
    return _text(bead.original), _text(bead.copy)


def _text(words: Sequence[Word]) -> tuple[str, list[int]]:
    """The words written out, and where each begins."""
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    for word in words:
        if word.spaced and parts:
            parts.append(" ")
            length += 1
        starts.append(length)
        parts.append(word.text)
        length += len(word.text)
    return "".join(parts), starts


def _without_ranges(left: tuple[Quantity, ...], right: tuple[Quantity, ...]) -> tuple[list[Quantity], list[Quantity]]:
    """Both sides without what is a range on one and its two ends on the other: "9 to 10", "from 9 to 10"."""
    originals, copies = list(left), list(right)
    for ranges, ends in ((originals, copies), (copies, originals)):
        for whole in [q for q in ranges if q.low != q.high and not any(same(q, other) for other in ends)]:
            low = next((q for q in ends if q.low == q.high == whole.low), None)
            high = next((q for q in ends if q.low == q.high == whole.high), None)
            if low and high:
                ranges.remove(whole)
                ends.remove(low)
                ends.remove(high)
    return originals, copies


def _placed(fact: Figure, span: Span, extent: Span, starts: Sequence[int]) -> Placed[Figure]:
    return Placed(fact, _words(span, starts), _words(extent, starts))


def _words(span: Span, starts: Sequence[int]) -> range:
    """The words that a range of characters touches."""
    first = bisect_right(starts, span.start) - 1
    behind = bisect_left(starts, span.end, first + 1)
    return range(first, behind)


def _no_kind(*_: RelativeDay) -> bool:
    """Times told from now stand for each other only where they correspond."""
    return False


def _of_a_kind(a: Quantity, b: Quantity) -> bool:
    """Whether two exact figures count or measure in the same way."""
    exact = not (a.rough or b.rough or a.part or b.part)
    return exact and a.kind is b.kind and a.unit == b.unit


def stands_intact(bead: ComparedBead, words: range) -> bool:
    """Whether the words before and behind these are linked to words of the copy that stand side by side."""
    links = {link.original: link.copy for link in bead.links}
    before, behind = links.get(words.start - 1), links.get(words.stop)
    return before is not None and behind is not None and 0 < behind - before <= 2
