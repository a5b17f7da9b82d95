"""Words that tie one clause to another: on what condition, why, in spite of what, to what end, how long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from mtaudit.lexicon.tables import classes
from mtaudit.records import REMEMBERED, ComparedBead, DifferenceKind, Word


class Tie(StrEnum):
    """What a connective says of the two things that it joins."""

    IF = "a condition"
    UNLESS = "an exception"
    WHEN = "a time"
    UNTIL = "an end"
    CAUSE = "a cause"
    DESPITE = "an obstacle"
    PURPOSE = "a purpose"
    RESULT = "a result"
    BEFORE = "an earlier time"
    AFTER = "a later time"
    INSTEAD = "a substitute"


TIES: dict[tuple[str, ...], frozenset[Tie]] = {}
for _name, _phrases in classes("connectives").items():
    for _key in (tuple(_phrase.split()) for _phrase in _phrases):
        TIES[_key] = TIES.get(_key, frozenset()) | {Tie[_name.upper()]}

LONGEST = max(map(len, TIES))
_FIRST = frozenset(key[0] for key in TIES)


@dataclass(frozen=True, slots=True)
class Connective:
    """The words of a connective, by index, with all that it may say."""

    words: range
    says: frozenset[Tie]


def connectives(side: Sequence[Word]) -> Iterator[Connective]:
    """The connectives of one side in order, the longest phrase at each place."""
    forms = [w.form for w in side]
    k = 0
    while k < len(forms):
        if forms[k] not in _FIRST:
            k += 1
            continue
        for length in range(min(LONGEST, len(forms) - k), 0, -1):
            says = TIES.get(tuple(forms[k : k + length]))
            if says:
                yield Connective(range(k, k + length), says)
                k += length
                break
        else:
            k += 1


@lru_cache(maxsize=REMEMBERED)
def exchanged(bead: ComparedBead) -> tuple[tuple[Connective, Connective], ...]:
    """Connectives that stand in each other's place on the two sides and can say nothing in common."""
    return tuple(_exchanged(bead))


def _exchanged(bead: ComparedBead) -> Iterator[tuple[Connective, Connective]]:
    mine, theirs = list(connectives(bead.original)), list(connectives(bead.copy))
    partner = {k.original: k.copy for k in bead.links}
    behind = {c.words.stop: c for c in theirs}
    before = {c.words.start: c for c in theirs}
    for a in mine:
        b = behind.get(partner.get(a.words.stop, -1)) or before.get(partner.get(a.words.start - 1, -2) + 1)
        if b and a.says.isdisjoint(b.says):
            yield a, b


def untied(bead: ComparedBead) -> Iterator[tuple[Connective, range]]:
    """Connectives with which words begin that the copy lost whole, and those words."""
    at = {c.words.start: c for c in connectives(bead.original)}
    for difference in bead.differences:
        if difference.kind is not DifferenceKind.OMITTED:
            continue
        start = next((k for k in difference.original if not bead.original[k].is_punctuation), None)
        connective = None if start is None else at.get(start)
        if start is not None and connective and connective.words.stop <= difference.original.stop:
            yield connective, range(start, difference.original.stop)
