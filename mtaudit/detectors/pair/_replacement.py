"""What can be told of a phrase that another one replaced: the features by which it is judged."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from itertools import product

from mtaudit.lexicon.closed_class import (
    DETERMINERS,
    MODALS,
    PERSONAL_PRONOUNS,
    PREPOSITIONS,
    WH_WORDS,
    content,
    is_content,
    is_function_word,
)
from mtaudit.lexicon.modality import strength
from mtaudit.lexicon.pivots import bundled, phrase_bases, phrase_pairs
from mtaudit.lexicon.speech import is_speech
from mtaudit.lexicon.wordnet import Relation, distance, lemmas, parts_of_speech, relation
from mtaudit.pair.bead import partners
from mtaudit.records import ComparedBead, Difference, DifferenceKind, Word
from mtaudit.text.names import CALENDAR

NEAR = 3
"""Steps in WordNet's hierarchy up to which two nouns are near enough for a loose rendering."""

AGREED = 2
"""Languages that must have two phrases in one sense: that of one alone may be too broad."""

APART = frozenset((Relation.NONE, Relation.SIBLING))
"""Relations between two words of which neither is a kind, a form or a synonym of the other."""

MANY = 4
"""Content words from which one more says nothing new."""


def judgeable(bead: ComparedBead, difference: Difference) -> bool:
    """Whether content words stand against content words, and not one against another of a class with its own judge."""
    lost, gained = (content(side) for side in (bead.lost(difference), bead.gained(difference)))
    if difference.kind is not DifferenceKind.REPLACED or not lost or not gained:
        return False
    return not any(all(belongs(word.form) for word in (*lost, *gained)) for belongs in (is_speech, strength, _is_date))


def _is_date(form: str) -> bool:
    """Whether it is a month or a day of the week."""
    return form in CALENDAR


def features(bead: ComparedBead, difference: Difference) -> dict[str, float]:
    """Of a judgeable difference, each from 0 to 1.

    `similarity` is that of the two phrases in context. `support original` and `support copy` say how much there is for
    the least supported content word of a phrase anywhere in the other sentence: a phrase whose meaning went elsewhere
    has it there. The relations are the lexicon's between any content words of the two phrases; `unrelated` are two
    words that it knows and does not relate, `nouns apart` such nouns that are far from each other. `capital` and
    `figure` tell of names and numbers, which stand for no other. A phrase is `in place` where the words beside it were
    kept: people reword those too.
    """
    lost = [k for k in difference.original if is_content(bead.original[k])]
    gained = [k for k in difference.copy if is_content(bead.copy[k])]
    between = {
        relation(bead.original[i].form, bead.copy[j].form)
        for i, j in product(lost[:MANY], gained[:MANY])
        if bead.original[i].form != bead.copy[j].form
    }
    figures = [
        sorted(w.form for w in side if any(c.isdigit() for c in w.form))
        for side in (bead.lost(difference), bead.gained(difference))
    ]
    unrelated = len(lost) == len(gained) == 1 and between == {Relation.NONE}
    met = bead.counterparts
    return {
        "similarity": difference.similarity,
        "support original": min(met.original[k].similarity for k in lost) if met else 0.0,
        "support copy": min(met.copy[k].similarity for k in gained) if met else 0.0,
        "synonym": float(Relation.SYNONYM in between),
        "similar": float(Relation.SIMILAR in between),
        "inflected": float(Relation.INFLECTION in between or Relation.DERIVED in between),
        "broader": float(Relation.HYPERNYM in between),
        "narrower": float(Relation.HYPONYM in between),
        "sibling": float(Relation.SIBLING in between),
        "antonym": float(Relation.ANTONYM in between),
        "capital original": float(_has_capital(bead.original, lost)),
        "capital copy": float(_has_capital(bead.copy, gained)),
        "figure": float(figures[0] != figures[1]),
        "quoted": float(_is_quoted(bead.original, difference.original)),
        "in place": float(_is_in_place(bead, difference)),
        "unrelated": float(unrelated),
        "nouns apart": float(unrelated and _are_nouns_apart(bead, lost[0], gained[0])),
        "words original": min(len(lost), MANY) / MANY,
        "words copy": min(len(gained), MANY) / MANY,
    }


class Abroad(Enum):
    """How the words of other languages stand to two phrases of English."""

    TOGETHER = auto()
    """Words of several have both in one sense."""
    APART = auto()
    """A word has both, or a word of each, in different senses."""
    UNKNOWN = auto()


def abroad(bead: ComparedBead, difference: Difference) -> Abroad:
    """How other languages have the two phrases.

    What the lexicon of English holds to be alike is no other sense, whatever another language makes of it.
    """
    lost, gained = bead.lost(difference), bead.gained(difference)
    if len(bundled().agreed(phrase_bases(lost), phrase_bases(gained))) >= AGREED:
        return Abroad.TOGETHER
    for pair in phrase_pairs(lost, gained):
        if any(relation(c.first, c.second) in APART for c in bundled().confusions(*pair)):
            return Abroad.APART
    return Abroad.UNKNOWN


def _is_in_place(bead: ComparedBead, difference: Difference) -> bool:
    """Whether the words on both sides of the phrase are linked and equal, or the bead ends there."""
    partner = partners(bead)

    def is_kept(i: int, j: int) -> bool:
        if (i < 0 and j < 0) or (i == len(bead.original) and j == len(bead.copy)):
            return True
        return i >= 0 and partner.get(i) == j and bead.original[i].form == bead.copy[j].form

    rows, columns = difference.original, difference.copy
    return is_kept(rows.start - 1, columns.start - 1) and is_kept(rows.stop, columns.stop)


def _are_nouns_apart(bead: ComparedBead, i: int, j: int) -> bool:
    """Whether two words stand as nouns that no near step of the lexicon's hierarchy joins."""
    if not (stands_as_noun(bead.original, i) and stands_as_noun(bead.copy, j)):
        return False
    steps = distance(bead.original[i].form, bead.copy[j].form)
    return steps is None or steps > NEAR


def stands_as_noun(side: Sequence[Word], index: int) -> bool:
    """Whether the word stands here as a noun: it can be one, and what precedes it calls for one."""
    form = side[index].form
    readings = [part for part, _ in lemmas(form)]
    if "n" not in readings or (form.endswith("ing") and "v" in readings):
        return False
    before = index - 1
    while before >= 0 and "a" in parts_of_speech(side[before].form) and not is_function_word(side[before].form):
        before -= 1
    opener = side[before].form if before >= 0 else ""
    if (
        (opener in DETERMINERS and opener not in WH_WORDS and opener != "that")
        or opener == "'s"
        or (opener in PREPOSITIONS and opener != "to")
    ):
        return True
    return readings[0] == "n" and opener not in MODALS | WH_WORDS | frozenset(PERSONAL_PRONOUNS) | {"to", "that"}


def _has_capital(side: Sequence[Word], which: Sequence[int]) -> bool:
    """Whether one of the words is written with a capital that no beginning of a sentence calls for."""
    return any(k > 0 and side[k].text[0].isupper() for k in which)


def _is_quoted(side: Sequence[Word], where: range) -> bool:
    """Whether a quotation was opened, and not closed, before the phrase."""
    return sum(word.form == '"' for word in side[: where.start]) % 2 == 1
