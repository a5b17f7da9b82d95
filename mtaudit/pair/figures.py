"""The quantities and dates of a bead, placed on its words and matched between original and copy.

Equivalences ask which words belong to figures that say the same; detectors ask which figure became which.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Generic, TypeVar

from mtaudit.records import REMEMBERED, ComparedBead, Difference, Span, Word
from mtaudit.text.date_mention import contradiction
from mtaudit.text.dates import DateMention, compatible, dates
from mtaudit.text.quantities import quantities
from mtaudit.text.quantity import Quantity, same
from mtaudit.text.relative_days import RelativeDay, relative_days, same_day

Fact = TypeVar("Fact", bound=Quantity | DateMention | RelativeDay)

REACH = 3
"""Words between linked neighbours within which an unlinked figure still stands at the same place."""


@dataclass(frozen=True, slots=True)
class Placed(Generic[Fact]):
    """A figure with the words it is written in, and those with the words of its bound."""

    fact: Fact
    words: range
    extent: range


@dataclass(frozen=True, slots=True)
class Matching(Generic[Fact]):
    """The figures of a bead: those that say the same, those that became others, those left on one side."""

    same: tuple[tuple[Placed[Fact], Placed[Fact]], ...]
    changed: tuple[tuple[Placed[Fact], Placed[Fact]], ...]
    lost: tuple[Placed[Fact], ...]
    gained: tuple[Placed[Fact], ...]

    def explains(self, bead: ComparedBead, difference: Difference) -> bool:
        """Whether every word of the difference belongs to figures that say the same."""
        if not self.same:
            return False
        left = {i for a, b in self.same for i in _claimed(a, bead.original, b, bead.copy)}
        right = {j for a, b in self.same for j in _claimed(b, bead.copy, a, bead.original)}
        return left.issuperset(difference.original) and right.issuperset(difference.copy)


def _claimed(mine: Placed[Fact], here: Sequence[Word], other: Placed[Fact], there: Sequence[Word]) -> range:
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
    return _matched(
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
    return _matched(
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
    return _matched(
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


def _placed(fact: Fact, span: Span, extent: Span, starts: Sequence[int]) -> Placed[Fact]:
    return Placed(fact, _words(span, starts), _words(extent, starts))


def _words(span: Span, starts: Sequence[int]) -> range:
    """The words that a range of characters touches."""
    first = bisect_right(starts, span.start) - 1
    behind = bisect_left(starts, span.end, first + 1)
    return range(first, behind)


def _matched(
    bead: ComparedBead,
    left: list[Placed[Fact]],
    right: list[Placed[Fact]],
    alike: Callable[[Fact, Fact], bool],
    akin: Callable[[Fact, Fact], bool],
) -> Matching[Fact]:
    """Figures paired where they correspond, then by value, and at last those that alone are left of their kind."""
    if not left or not right:
        return Matching((), (), tuple(left), tuple(right))
    place = _Places(bead)
    near = [(a, b) for a in left for b in right if place.correspond(a.words, b.words)]
    equal = list(_one_to_one([(a, b) for a, b in near if alike(a.fact, b.fact)]))
    rest = _without(near, equal)
    swapped = [
        (a, b) for a, b in _one_to_one(rest) if place.same_neighbour(a.words, b.words) or place.framed(a.words, b.words)
    ]
    taken = equal + swapped
    free = [(a, b) for a in left for b in right if alike(a.fact, b.fact)]
    free.sort(key=lambda pair: abs(pair[0].words.start - pair[1].words.start))
    equal += _one_to_one(_without(free, taken))
    changed = swapped + list(_one_to_one(_without(rest, equal + swapped)))
    lost, gained = _left(left, right, equal + changed)
    changed += [(a, b) for a in lost if (b := _alone(a, gained, akin)) and _alone(b, lost, akin) is a]
    lost, gained = _left(left, right, equal + changed)
    return Matching(tuple(equal), tuple(sorted(changed, key=lambda pair: pair[0].words.start)), lost, gained)


def _left(
    left: list[Placed[Fact]], right: list[Placed[Fact]], taken: _Pairs[Fact]
) -> tuple[tuple[Placed[Fact], ...], tuple[Placed[Fact], ...]]:
    """The figures of either side that no pair has."""
    paired = {id(one) for pair in taken for one in pair}
    return tuple(a for a in left if id(a) not in paired), tuple(b for b in right if id(b) not in paired)


def _alone(
    one: Placed[Fact], others: Sequence[Placed[Fact]], akin: Callable[[Fact, Fact], bool]
) -> Placed[Fact] | None:
    """The only one of the others that is of the kind of this one."""
    found = [other for other in others if akin(one.fact, other.fact)]
    return found[0] if len(found) == 1 else None


def _no_kind(*_: RelativeDay) -> bool:
    """Times told from now stand for each other only where they correspond."""
    return False


def _of_a_kind(a: Quantity, b: Quantity) -> bool:
    """Whether two exact figures count or measure in the same way."""
    exact = not (a.rough or b.rough or a.part or b.part)
    return exact and a.kind is b.kind and a.unit == b.unit


_Pairs = list[tuple[Placed[Fact], Placed[Fact]]]


def _one_to_one(pairs: _Pairs[Fact]) -> Iterator[tuple[Placed[Fact], Placed[Fact]]]:
    used: set[int] = set()
    for a, b in pairs:
        if id(a) not in used and id(b) not in used:
            used |= {id(a), id(b)}
            yield a, b


def _without(pairs: _Pairs[Fact], taken: _Pairs[Fact]) -> _Pairs[Fact]:
    used = {id(one) for pair in taken for one in pair}
    return [(a, b) for a, b in pairs if id(a) not in used and id(b) not in used]


class _Places:
    """Which ranges of words of a bead stand at corresponding places."""

    def __init__(self, bead: ComparedBead) -> None:
        self.bead = bead
        self.links = {link.original: link.copy for link in bead.links}
        self.lost = {i: k for k, d in enumerate(bead.differences) for i in d.original}
        self.gained = {j: k for k, d in enumerate(bead.differences) for j in d.copy}
        count = len(bead.original)
        self.before = [*accumulate(range(count), lambda last, i: self.links.get(i, last), initial=-1)]
        behind = accumulate(reversed(range(count)), lambda last, i: self.links.get(i, last), initial=len(bead.copy))
        self.behind = [*behind][::-1]

    def correspond(self, left: range, right: range) -> bool:
        """Whether a link, a difference or the linked neighbours lead from one range to the other."""
        if any(self.links.get(i) in right for i in left):
            return True
        if any(i in self.lost and self.lost[i] == self.gained.get(j) for i in left for j in right):
            return True
        before, behind = self.before[left.start], self.behind[left.stop]
        return before < right.start and right.stop <= behind and behind - before <= len(right) + REACH

    def same_neighbour(self, left: range, right: range) -> bool:
        """Whether the word behind both is the same one: what they count."""
        i, j = left.stop, right.stop
        return (
            i < len(self.bead.original)
            and j < len(self.bead.copy)
            and not self.bead.original[i].is_punctuation
            and self.bead.original[i].form == self.bead.copy[j].form
        )

    def framed(self, left: range, right: range) -> bool:
        """Whether the two words before both and the word or mark behind are linked and the same."""
        around = [(left.start - 2, right.start - 2), (left.start - 1, right.start - 1), (left.stop, right.stop)]
        return min(left.start, right.start) >= 2 and all(
            self.links.get(i) == j and self.bead.original[i].form == self.bead.copy[j].form for i, j in around
        )


def stands_intact(bead: ComparedBead, words: range) -> bool:
    """Whether the words before and behind these are linked to words of the copy that stand side by side."""
    links = {link.original: link.copy for link in bead.links}
    before, behind = links.get(words.start - 1), links.get(words.stop)
    return before is not None and behind is not None and 0 < behind - before <= 2
