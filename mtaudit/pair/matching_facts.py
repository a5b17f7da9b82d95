"""Facts that the words of both sides of a bead tell: those told alike, those that became others, those of one side.

Figures are looked for where they stand and then anywhere, since each is told once (`matched`). Words that may be told
often, like those of fates, are held against each other only where one replaced the other (`exchanged`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Generic, TypeVar

from mtaudit.pair.bead import steadiness
from mtaudit.records import ComparedBead, DifferenceKind, Word

Fact = TypeVar("Fact")

REACH = 3
"""Words between linked neighbours within which an unlinked fact still stands at the same place."""


@dataclass(frozen=True, slots=True)
class Placed(Generic[Fact]):
    """A fact with the words it is written in, and those with what else belongs to it, as "at least" to a figure."""

    fact: Fact
    words: range
    extent: range


@dataclass(frozen=True, slots=True)
class Matching(Generic[Fact]):
    """The facts of a bead: those that say the same, those that became others, those left on one side."""

    same: tuple[tuple[Placed[Fact], Placed[Fact]], ...]
    changed: tuple[tuple[Placed[Fact], Placed[Fact]], ...]
    lost: tuple[Placed[Fact], ...]
    gained: tuple[Placed[Fact], ...]


_Pairs = list[tuple[Placed[Fact], Placed[Fact]]]


def matched(
    bead: ComparedBead,
    left: list[Placed[Fact]],
    right: list[Placed[Fact]],
    alike: Callable[[Fact, Fact], bool],
    akin: Callable[[Fact, Fact], bool],
) -> Matching[Fact]:
    """Facts paired where they correspond, then by value, and at last those that alone are left of their kind."""
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
    """The facts of either side that no pair has."""
    paired = {id(one) for pair in taken for one in pair}
    return tuple(a for a in left if id(a) not in paired), tuple(b for b in right if id(b) not in paired)


def _alone(
    one: Placed[Fact], others: Sequence[Placed[Fact]], akin: Callable[[Fact, Fact], bool]
) -> Placed[Fact] | None:
    """The only one of the others that is of the kind of this one."""
    found = [other for other in others if akin(one.fact, other.fact)]
    return found[0] if len(found) == 1 else None


def _one_to_one(pairs: _Pairs[Fact]) -> Iterator[tuple[Placed[Fact], Placed[Fact]]]:
    used: set[int] = set()
    for a, b in pairs:
        if id(a) not in used and id(b) not in used:
            used |= {id(a), id(b)}
            yield a, b


def _without(pairs: _Pairs[Fact], taken: _Pairs[Fact]) -> _Pairs[Fact]:
    used = {id(one) for pair in taken for one in pair}
    return [(a, b) for a, b in pairs if id(a) not in used and id(b) not in used]


def exchanged(
    bead: ComparedBead, read: Callable[[Sequence[Word], range], Sequence[Fact]]
) -> Iterator[tuple[Fact, Fact, float]]:
    """Facts of which each is the only one that is read among the words of its side of a replacement.

    With them goes the share of the other words that were kept.
    """
    for difference in bead.differences:
        if difference.kind is DifferenceKind.REPLACED:
            mine, theirs = read(bead.original, difference.original), read(bead.copy, difference.copy)
            if len(mine) == len(theirs) == 1:
                yield mine[0], theirs[0], steadiness(bead, difference.original, difference.copy)


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
