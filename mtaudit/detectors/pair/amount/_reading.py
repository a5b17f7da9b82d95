"""Whether what one sentence lacks stands in the sentences around it: a clause that was moved, split off or reworded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mtaudit.lexicon.closed_class import content
from mtaudit.lexicon.wordnet import Relation, lemma, relation
from mtaudit.records import ComparedBead, Comparison, Word

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


def stands_elsewhere(comparison: Comparison, number: int, stretch: Sequence[Word], *, of_copy: bool) -> bool:
    """Whether most of a stretch that bead `number` has on one side alone stands on the other side near by.

    Only words count that have no counterpart where they stand.
    """
    wanted = content(stretch)[:MANY]
    beads = comparison.beads[max(0, number - REACH) : number + REACH + 1]
    spare = content(w for bead in beads for w in _alone(bead, of_copy=not of_copy))[:MOST]
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


def _alone(bead: ComparedBead, *, of_copy: bool) -> Iterator[Word]:
    """The words of a side that are linked with none, or none that is like them."""
    linked = {(k.copy if of_copy else k.original) for k in bead.links if k.similarity >= MOSTLY}
    for k, word in enumerate(bead.copy if of_copy else bead.original):
        if k not in linked:
            yield word
