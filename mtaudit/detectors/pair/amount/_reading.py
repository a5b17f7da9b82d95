"""Words and clauses that a copy leaves out, and whether they stand in the sentences around: moved, split off, reworded.

What a copy adds is what the bead turned round leaves out (`mtaudit.pair.bead.turned`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from mtaudit.lexicon.closed_class import content
from mtaudit.lexicon.wordnet import Relation, lemma, relation
from mtaudit.mqm import Severity
from mtaudit.pair.gaps import Weight, gaps
from mtaudit.records import ComparedBead, Difference, DifferenceKind, Word

REACH = 3
"""Beads before and behind that are looked at: a sentence that was split or merged lies beside its pieces."""

MANY = 60
"""Content words of a stretch that are looked for; a longer one is told by its beginning."""

MOST = 400
"""Content words around that are looked through."""

MOSTLY = 0.6
"""Share of a stretch's content words from which it stands elsewhere."""

SAME = frozenset((Relation.IDENTICAL, Relation.INFLECTION, Relation.SYNONYM, Relation.DERIVED, Relation.ANTONYM))
"""How words of a rewording stand to the original's; an opposite comes with its "not"."""


class Stretch(NamedTuple):
    """Words that the original has and the copy has not: all of a bead, or those of a difference.

    `instead` are the words of the copy in their place, and `more` says how many content words more there are than in
    these.
    """

    words: tuple[Word, ...]
    instead: tuple[Word, ...]
    more: int
    difference: Difference | None


def lost_stretches(bead: ComparedBead) -> Iterator[Stretch]:
    """What the original says and the copy does not, and no equivalence explains."""
    if not bead.bead.copy:
        yield Stretch(bead.original, (), len(content(bead.original)), None)
        return
    for difference in bead.differences:
        if difference.equivalence is None and difference.kind in (DifferenceKind.OMITTED, DifferenceKind.REPLACED):
            lost, instead = bead.lost(difference), bead.gained(difference)
            yield Stretch(lost, instead, len(content(lost)) - len(content(instead)), difference)


def lost_words(
    beads: Iterable[ComparedBead], *, most: int, close: float, verbatim: float, added: bool = False
) -> Iterator[tuple[tuple[Word, ...], Severity]]:
    """Up to so many content words that the copy lacks between kept neighbours, and how bad that is.

    It is a loss where the rest is kept `verbatim`, and a remark where it is kept as `close`; `added` are the words of a
    bead turned round.
    """
    for bead in beads:
        for gap in gaps(bead, added=added) if bead.original and bead.copy else ():
            words = bead.original[gap.words.start : gap.words.stop]
            if len(content(words)) > most or gap.steady < close:
                continue
            if gap.weight is Weight.MUCH:
                yield words, Severity.MAJOR if gap.steady >= verbatim else Severity.MINOR
            elif gap.weight is Weight.LITTLE and gap.steady >= verbatim:
                yield words, Severity.NEUTRAL


def stands_elsewhere(beads: Sequence[ComparedBead], number: int, stretch: Sequence[Word]) -> bool:
    """Whether most of a stretch that only the original of bead `number` has stands in the copy near by.

    Only words count that have no counterpart where they stand.
    """
    wanted = content(stretch)[:MANY]
    near = beads[max(0, number - REACH) : number + REACH + 1]
    spare = content(w for bead in near for w in _alone(bead))[:MOST]
    return bool(wanted) and sum(_found(wanted, spare)) >= MOSTLY * len(wanted)


def _found(wanted: Iterable[Word], spare: Iterable[Word]) -> Iterator[bool]:
    """For each word whether one of the others is the same, or says it; each serves once."""
    left = list(spare)
    for word in wanted:
        same = next((w for w in left if w.form == word.form or lemma(w.form) == lemma(word.form)), None)
        same = same or next((w for w in left if relation(word.form, w.form) in SAME), None)
        if same is not None:
            left.remove(same)
        yield same is not None


def _alone(bead: ComparedBead) -> Iterator[Word]:
    """The words of the copy that are linked with none, or none that is like them."""
    linked = {k.copy for k in bead.links if k.similarity >= MOSTLY}
    return (word for k, word in enumerate(bead.copy) if k not in linked)
