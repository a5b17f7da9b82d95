"""What is asked of every compared bead: which word stands for which, how much was kept around a place, which findings
lie in it; and the bead turned round, so that what is added to a copy is found as what an original lost."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate

from mtaudit.records import (
    REMEMBERED,
    Bead,
    ComparedBead,
    Counterparts,
    Difference,
    DifferenceKind,
    Finding,
    Link,
    Word,
)

_TURNED = {DifferenceKind.OMITTED: DifferenceKind.ADDED, DifferenceKind.ADDED: DifferenceKind.OMITTED}


@lru_cache(maxsize=REMEMBERED)
def turned(bead: ComparedBead) -> ComparedBead:
    """The bead with its sides exchanged: what the copy adds, the turned bead's copy leaves out.

    Of the harm that a copy does to its original nothing is known the other way round.
    """
    met, tags = bead.counterparts, bead.tags
    return ComparedBead(
        bead=Bead(bead.bead.copy, bead.bead.original, bead.bead.similarity, bead.bead.moved),
        original=bead.copy,
        copy=bead.original,
        links=tuple(sorted(_turned(bead.links), key=lambda k: k.original)),
        differences=tuple(
            replace(d, kind=_TURNED.get(d.kind, d.kind), original=d.copy, copy=d.original) for d in bead.differences
        ),
        counterparts=Counterparts(_turned(met.copy), _turned(met.original)) if met else None,
        tags=(tags[1], tags[0]) if tags else None,
    )


def _turned(links: Iterable[Link]) -> tuple[Link, ...]:
    return tuple(Link(k.copy, k.original, k.similarity) for k in links)


def partners(bead: ComparedBead) -> dict[int, int]:
    """The words of the original that are linked, each with its word of the copy."""
    return {k.original: k.copy for k in bead.links}


@lru_cache(maxsize=REMEMBERED)
def counts(bead: ComparedBead) -> tuple[Counter[str], Counter[str]]:
    """How often the original's words have each form, and how often the copy's."""
    return Counter(w.form for w in bead.original), Counter(w.form for w in bead.copy)


def changed_words(bead: ComparedBead) -> list[Word]:
    """The words of the copy that lie in a difference, in order."""
    return [bead.copy[k] for k in sorted(bead.changed(of_copy=True))]


def stretches(bead: ComparedBead, difference: Difference) -> tuple[range, range]:
    """The words of a difference on either side, with those of others right before and behind them."""
    return (
        _grown(difference.original, bead.changed(of_copy=False)),
        _grown(difference.copy, bead.changed(of_copy=True)),
    )


def _grown(where: range, changed: set[int]) -> range:
    start, stop = where.start, where.stop
    while start - 1 in changed:
        start -= 1
    while stop in changed:
        stop += 1
    return range(start, stop)


def steadiness(bead: ComparedBead, lost: range, gained: range) -> float:
    """The share of the words outside of these stretches, of both sides, kept with the same form and in their order."""
    kept, *sides = _kept(bead)
    same = sum(i not in lost and j not in gained for i, j in kept)
    words = sum(
        before[-1] - (before[where.stop] - before[where.start])
        for before, where in zip(sides, (lost, gained), strict=True)
    )
    return 2 * same / words if words else 0.0


@lru_cache(maxsize=REMEMBERED)
def _kept(bead: ComparedBead) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    """The pairs of words kept with the same form in their order; and how many words either side has before each place,
    marks not counted."""
    moved = {k for d in bead.differences if d.kind is DifferenceKind.MOVED for k in d.original}
    kept = [
        (k.original, k.copy)
        for k in bead.links
        if bead.original[k.original].form == bead.copy[k.copy].form
        and not bead.copy[k.copy].is_punctuation
        and k.original not in moved
    ]
    original, copy = ([0, *accumulate(not w.is_punctuation for w in side)] for side in (bead.original, bead.copy))
    return kept, original, copy


def by_bead(beads: Sequence[ComparedBead], findings: Iterable[Finding]) -> Mapping[int, Sequence[Finding]]:
    """The findings of each bead by its number: of the one in which they begin, in the copy if they are there."""
    copy = sorted((bead.copy[0].span.start, number) for number, bead in enumerate(beads) if bead.copy)
    original = sorted((bead.original[0].span.start, number) for number, bead in enumerate(beads) if bead.original)
    lying: defaultdict[int, list[Finding]] = defaultdict(list)
    for finding in findings:
        places, span = (copy, finding.copy) if finding.copy else (original, finding.original)
        before = bisect_right(places, (span.start, len(beads))) if span else 0
        if before:
            lying[places[before - 1][1]].append(finding)
    return lying
