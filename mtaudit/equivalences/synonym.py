"""Synonym: another word or small phrase for the same thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mtaudit.equivalences.base import Same, Unlike
from mtaudit.lexicon.closed_class import AUXILIARIES, is_function_word
from mtaudit.lexicon.justice import told
from mtaudit.lexicon.origins import origin
from mtaudit.lexicon.paraphrases import same_sense
from mtaudit.lexicon.wordnet import Relation, lemma, opposite, parts_of_speech, relation, synonymy
from mtaudit.records import ComparedBead, Difference, DifferenceKind, Word
from mtaudit.text.names import has_synonyms, in_long_name, is_acronym, stands_as_name

AROUND = frozenset(("the", "a", "an", ",", "of", "to", "that"))
"""Words at a phrase's edges that do not count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Synonym:
    """A word or phrase is exchanged for another that says the same.

    WordNet relates the words; a list of ours relates the small phrases of news ("more than", "over"). Words
    that share only a rare sense ("exhibit", "test") are no synonyms in running text, so a pair must share a
    sense in which both are commonly used. A name has no synonyms: "Leo" is no lion. Only places with two names, and the
    common words in those of bodies, laws and feasts, may be others.
    """

    least: float = 0.1
    """How freely the two must interchange (see `mtaudit.lexicon.wordnet.synonymy`)."""

    cases: ClassVar[tuple[Same | Unlike, ...]] = (
        Same("The board began to purchase land.", "The board started to buy land."),
        Same("Many were hurt after the fire.", "Many were injured following the fire."),
        Same("He left in order to rest.", "He left to rest."),
        Same("A jury indicted the clerk.", "A jury charged the clerk."),
        Same("He flew to Burma in May.", "He flew to Myanmar in May."),
        Same("The Ministry of Internal Affairs met.", "The Ministry of Interior Affairs met."),
        Same("The Supreme Court met.", "The Supreme Tribunal met."),
        Unlike("They met Leo Hart.", "They met Lion Hart."),
        Unlike("It was in the Journal of Trade Law.", "It was in the Diary of Trade Law."),
        Unlike("The US firms left.", "The us firms left."),
        Unlike("They bought shares.", "They sold shares."),
        Unlike("The ship arrived.", "The shop arrived."),
        Unlike("Prices rose.", "Prices fell."),
        Unlike("It happened before lunch.", "It happened after lunch."),
    )

    def __call__(self, bead: ComparedBead, difference: Difference) -> bool:
        """Whether both sides, but for articles at their edges, are listed or related as synonyms."""
        if difference.kind is DifferenceKind.MOVED:
            return False
        lost, gained = _core(bead.lost(difference)), _core(bead.gained(difference))
        if not lost or not gained:
            return _listed(bead, difference)
        a, b = " ".join(w.form for w in lost), " ".join(w.form for w in gained)
        if same_sense(a, b) or same_sense(_base(lost), _base(gained)) or _same_in_law(lost, gained):
            return True
        if (len(lost) == 1 and is_function_word(a)) or (len(gained) == 1 and is_function_word(b)):
            return _listed(bead, difference)
        return self._related(a, b) and not _is_of_names(bead, difference, lost, gained)

    def _related(self, a: str, b: str) -> bool:
        if opposite(a, b):
            return False
        found = relation(a, b)
        return found is Relation.SYNONYM and synonymy(a, b) >= self.least


def _is_of_names(bead: ComparedBead, difference: Difference, lost: tuple[Word, ...], gained: tuple[Word, ...]) -> bool:
    """Whether a name stands on a side, of a kind that is not called by other words."""
    named = [
        (stands_as_name(side, k) and not in_long_name(side, k) and "n" in parts_of_speech(side[k].form))
        or is_acronym(side, k)
        for side, where in ((bead.original, difference.original), (bead.copy, difference.copy))
        for k in where
    ]
    return any(named) and not (len(lost) == len(gained) and all(map(_has_synonyms, lost, gained)))


def _has_synonyms(a: Word, b: Word) -> bool:
    """Whether a name can be called so: by its kind, or as that of a people or a religion ("Islamic", "Muslim")."""
    return has_synonyms(a, b) or (origin(a.form) is not None and origin(b.form) is not None)


def _core(side: tuple[Word, ...]) -> tuple[Word, ...]:
    """The phrase without light words at its edges, unless it has no other."""
    start, stop = 0, len(side)
    while start < stop and side[start].form in AROUND:
        start += 1
    while stop > start and side[stop - 1].form in AROUND:
        stop -= 1
    return side[start:stop] or side


def _same_in_law(lost: tuple[Word, ...], gained: tuple[Word, ...]) -> bool:
    """Whether both are words for one crime, one step of a procedure or one part in it ("indicted", "charged")."""
    mine, theirs = told(lost), told(gained)
    whole = [len(found) == 1 and len(found[0].words) == len(side) for found, side in ((mine, lost), (theirs, gained))]
    return all(whole) and mine[0].kind == theirs[0].kind


def _base(side: tuple[Word, ...]) -> str:
    first = side[0].form
    return " ".join([AUXILIARIES.get(first) or lemma(first), *(w.form for w in side[1:])])


def _listed(bead: ComparedBead, difference: Difference) -> bool:
    """Whether the phrases are listed once a neighbouring equal word is taken in ("in order to", "to")."""
    for before in (0, 1, 2):
        for behind in (0, 1, 2):
            if before + behind == 0:
                continue
            a = bead.original[max(0, difference.original.start - before) : difference.original.stop + behind]
            b = bead.copy[max(0, difference.copy.start - before) : difference.copy.stop + behind]
            if same_sense(" ".join(w.form for w in a), " ".join(w.form for w in b)):
                return True
    return False
