"""Words that stand on one side of a bead only, between neighbours that were kept, and how much they tell.

How far a difference can be trusted depends on the rest of its sentence: where all else stayed word for word, one
missing word was lost; where a person rewrote the sentence, it means nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from mtaudit.lexicon.alike import Kind, kind
from mtaudit.lexicon.closed_class import ADVERBS, ARTICLES, CONJUNCTIONS, PARTICLES, PREPOSITIONS, is_function_word
from mtaudit.lexicon.tables import members
from mtaudit.lexicon.wordnet import Relation, lemma, relation
from mtaudit.pair.bead import steadiness
from mtaudit.records import ComparedBead, Difference, DifferenceKind, Word
from mtaudit.text.names import TITLES, is_capitalised
from mtaudit.text.sentences import TITLES as ABBREVIATED

SLIGHT = ARTICLES | {","}
"""What may stand in the place of lost words without being there in their stead."""

VERBATIM = 0.94
"""Steadiness from which words were surely lost or put in. On the halves to fit on it costs 0.1 % of the segments of two
human translations (WMT) and 2 % of the reworded summaries of SummEdits a grave finding; 0.9 costs 1 % and 4 %. It
is one changed word in sixteen, or the rest of a short sentence word for word."""

FEWEST = 4
"""Words outside the gap from which it can be said that the rest was kept."""

SUBJECTS = frozenset("i he she it we they".split())
"""Pronouns that are subjects wherever they stand; "you" may be an object."""

TELLING = members("light-words", "telling")
"""Words of the closed classes that make a quantity, a time or a direction another one."""

LOOSE = frozenset(("and", "or", ","))
"""What a verb may follow that shares the subject of the verb before."""

TYING = PREPOSITIONS | CONJUNCTIONS | ADVERBS | PARTICLES
"""Words without which a sentence says the same less well."""

DEGREES = members("light-words", "degree")
"""Adverbs that say how much of what another word says: they come and go in every translation."""

JOINTS = members("light-words", "joint")
"""Adverbs that tie a sentence to others or to the day it was written."""

VAGUE = members("light-words", "vague")
"""Nouns that with "of" only say what sort of thing follows: "the month of May", "types of insurance"."""

EMPTY = members("light-words", "empty")
"""Verbs that lend others their form ("helped build"), and so may be missing beside another verb."""

LEADING = members("light-words", "leading")
"""Participles that only lead to a place or a name: "a town situated in", "a man known as"."""

UNSPECIFIC = members("light-words", "unspecific")
"""Adjectives that single nothing out."""

GENERAL = frozenset((Relation.IDENTICAL, Relation.INFLECTION, Relation.SYNONYM, Relation.HYPERNYM))
"""How a word stands to its neighbour where it only repeats what that one says: "the Atlantic Ocean"."""


class Weight(IntEnum):
    """What a reader loses with a word, or is told by it."""

    NOTHING = 0
    LITTLE = 1
    MUCH = 2


@dataclass(frozen=True, slots=True)
class Gap:
    """Words of the original, by index, that the copy lacks.

    `steady` is the share of all other words of both sides that were kept with the same form, in their order (0–1).
    """

    difference: Difference
    words: range
    steady: float
    weight: Weight


def gaps(bead: ComparedBead, *, added: bool = False) -> Iterator[Gap]:
    """What the copy lacks of the original, between kept neighbours; of a bead turned round, what was `added`."""
    partner = {k.original: k.copy for k in bead.links if bead.original[k.original].form == bead.copy[k.copy].form}
    if len(partner) < FEWEST:
        return
    side = bead.original
    met = frozenset(partner.values())
    answered = _unlinked_content(bead)
    excused = {k for d in bead.differences if d.equivalence for k in d.original if k not in partner}
    for difference in bead.differences:
        if difference.kind is DifferenceKind.MOVED or difference.equivalence:
            continue
        extra = [k for k in difference.original if k not in partner]
        if not extra or extra[-1] - extra[0] >= len(extra):
            continue
        if any(bead.copy[k].form not in SLIGHT for k in difference.copy if k not in met):
            continue
        where = range(extra[0], extra[-1] + 1)
        if all(k < 0 or k >= len(side) or k in partner or k in excused for k in (where.start - 1, where.stop)):
            weight = _weight(side, where, bead.copy, added=added)
            yield Gap(
                difference,
                where,
                steadiness(bead, where, range(0)),
                min(weight, Weight.LITTLE) if answered else weight,
            )


def _unlinked_content(bead: ComparedBead) -> bool:
    """Whether the copy has a content word with no partner either: the two may be one thing said in two ways."""
    linked = {k.copy for k in bead.links}
    return any(kind(w.form) is Kind.CONTENT for k, w in enumerate(bead.copy) if k not in linked)


def _weight(side: Sequence[Word], where: range, other: Sequence[Word], *, added: bool) -> Weight:
    """What the words together tell: as much as the weightiest of them, little where they are part of a written word."""
    said = {lemma(w.form) for w in other if not w.is_punctuation}
    heaviest = max(_of_word(side, k, where, said, added) for k in where)
    return min(heaviest, Weight.LITTLE) if "-" in (side[where.start].form, side[where.stop - 1].form) else heaviest


def _of_word(side: Sequence[Word], k: int, where: range, said: set[str], added: bool) -> Weight:
    word = side[k]
    form, what = word.form, kind(word.form)
    if what is Kind.MARK:
        return Weight.NOTHING
    if form in SUBJECTS and len(where) <= 2:
        shared = k > 0 and side[k - 1].form in LOOSE
        return Weight.LITTLE if shared or added else Weight.MUCH
    if what is Kind.FUNCTION and form not in TELLING:
        return Weight.LITTLE if form in TYING else Weight.NOTHING
    if form in DEGREES | JOINTS | UNSPECIFIC | LEADING:
        return Weight.LITTLE
    if not added and _bereaves(side, where) and not _merely_leads(side, k, where):
        return Weight.MUCH
    return (
        Weight.LITTLE
        if lemma(form) in said or _repeats(side, k, where) or _merely_leads(side, k, where)
        else Weight.MUCH
    )


def _bereaves(side: Sequence[Word], where: range) -> bool:
    """Whether the sentence begins with the words, or an article before them is left with nothing to stand before."""
    if where.start == 0:
        return True
    behind = side[where.stop] if where.stop < len(side) else None
    idle = behind is None or behind.is_punctuation or is_function_word(behind.form)
    return idle and side[where.start - 1].form in ARTICLES


def _repeats(side: Sequence[Word], k: int, where: range) -> bool:
    """Whether a neighbour outside the gap says the same, or something narrower of the same kind."""
    near = [side[j] for j in (where.start - 1, where.stop) if 0 <= j < len(side)]
    spoken = [w for w in near if not w.is_punctuation and not is_function_word(w.form)]
    return any(relation(w.form, side[k].form) in GENERAL for w in spoken)


def _merely_leads(side: Sequence[Word], k: int, where: range) -> bool:
    """Whether the word is a title, a kind or another part of a name that stays, or leads to what follows."""
    behind = next((w for w in side[k + 1 : k + 3] if w.form != "."), None)
    if behind is None:
        return False
    form = lemma(side[k].form)
    kinds = form in TITLES or side[k].form in ABBREVIATED or (side[where.start].form == "the" and len(where) == 2)
    if kinds and is_capitalised(behind) and not is_function_word(behind.form):
        return True
    return (form in VAGUE and behind.form == "of") or (form in EMPTY and behind.form == "to") or _of_name(side, where)


def _of_name(side: Sequence[Word], where: range) -> bool:
    """Whether the words are a part of a long name of which another part stays beside them."""
    near = [side[j] for j in (where.start - 1, where.stop) if 0 <= j < len(side)]
    return all(is_capitalised(side[k]) for k in where) and any(
        is_capitalised(w) and not is_function_word(w.form) and w.form not in TITLES for w in near
    )
