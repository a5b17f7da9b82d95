"""Words shuffled: the words of a sentence or phrase stand in an order that English does not have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import became
from mtaudit.lexicon import tables
from mtaudit.lexicon.closed_class import is_content
from mtaudit.lexicon.wordnet import lemma, parts_of_speech
from mtaudit.mqm import Category, Severity
from mtaudit.records import ComparedBead, Comparison, Suspicion, Word

MOBILE = ("able", "ible", "ed", "en", "ing", "wide", "like")
"""Endings of adjectives and participles that may stand behind their noun."""

POSTPOSED = tables.words("behind-nouns")
"""Adjectives that English puts behind a noun too, some in titles ("attorney general") and measures ("a year old")."""

MAKING = tables.words("making-verbs")
"""Verbs that say of a thing what it is, or becomes: "keep the streets clean"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsShuffled:
    """The copy has the original's words in an order that tells less, or nothing.

    People who reword move phrases, and within a phrase its words stay side by side. Where a sentence keeps its words
    and loses nearly all of its neighbourhoods, a machine has shuffled them, and no reader can tell what was said:
    critical. An adjective that stands behind its noun ("the citizens private") is clumsy and minor. Adjectives that
    English puts there ("the seats available"), complements ("keep the streets clean"), and words with a verb or a mark
    between them are left alone.
    """

    kept: float = 0.9
    """Share of the words, on both sides, that must stand on the other."""

    beside: float = 0.3
    """Share of the pairs of neighbours that may be left: of 1,445 rewordings that keep as many words (WMT's second
    references, PAWS, SummEdits; the halves to fit on) the lowest has 0.36."""

    least: int = 8
    """Words from which neighbourhoods say something."""

    category: ClassVar[Category] = Category.FLUENCY
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "[[The mayor of the town was arrested on Friday night.]]",
            "[[Friday of arrested the on town night was the mayor.]]",
            severity=Severity.CRITICAL,
        ),
        Case(
            "[[Heavy rain closed three roads in the north before dawn.]]",
            "[[Before north in the rain dawn roads heavy three closed.]]",
            severity=Severity.CRITICAL,
        ),
        Case(
            "[[She told reporters that her son had never owned a gun.]]",
            "[[Gun son reporters had told a she owned that never her.]]",
            severity=Severity.CRITICAL,
        ),
        Case(
            "[[Police said the two brothers fled across the border on foot.]]",
            "[[Foot the border said on fled Police two across brothers the.]]",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The law protects [[private citizens]] from spies.",
            "The law protects [[citizens private]] from spies.",
            severity=Severity.MINOR,
        ),
        Case(
            "The bank met [[foreign investors]] in May.",
            "The bank met [[investors foreign]] in May.",
            severity=Severity.MINOR,
        ),
        Case(
            "The team hired a [[young keeper]] from Oslo.",
            "The team hired a [[keeper young]] from Oslo.",
            severity=Severity.MINOR,
        ),
        Case(
            "The study warns of [[toxic metals]] in fish.",
            "The study warns of [[metals toxic]] in fish.",
            severity=Severity.MINOR,
        ),
        Case(
            "They promised [[free elections]] in the north.",
            "They promised [[elections free]] in the north.",
            severity=Severity.MINOR,
        ),
        Case("She kept the streets clean and safe.", "She kept clean streets and safe ones.", why="a complement"),
        Case(
            "They offered the available seats to nurses.", "They offered the seats available to nurses.", why="English"
        ),
        Case("The known methods had all failed.", "The methods known had all failed.", why="a participle"),
        Case("The storm left dark streets behind.", "The storm left the streets dark behind it.", why="a complement"),
        Case("Dead fish lay on the shore.", "Fish, dead, lay on the shore.", why="a mark between"),
        Case("The vaccine is a safe product.", "The product is safe, a vaccine.", why="a verb between"),
        Case("Old soldiers and young women met.", "Young women and old soldiers met.", why="phrases moved"),
        Case("On Friday night the mayor of the town was arrested.", "The mayor of the town was arrested Friday night."),
        Case("Heavy rain closed three roads before dawn in May.", "Before dawn in May heavy rain closed three roads."),
        Case("She lost it.", "It she lost.", why="too short to tell"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Beads that keep their words and lose their neighbourhoods."""
        for bead in comparison.beads:
            yield from _turned(bead)
            mine, theirs = _spoken(bead.original), _spoken(bead.copy)
            if min(len(mine), len(theirs)) < self.least or mine == theirs:
                continue
            if _shared(mine, theirs) < self.kept:
                continue
            if _shared(list(pairwise(mine)), list(pairwise(theirs))) <= self.beside:
                means = "The words are the original's, in an order from which nobody can tell what was said."
                message = "The words of the sentence were shuffled."
                yield became(bead.original, bead.copy, Severity.CRITICAL, means, 0.9, message=message)


def _turned(bead: ComparedBead) -> Iterator[Suspicion]:
    """Adjectives that stood before their noun and stand behind it."""
    if not bead.differences or not bead.original:
        return
    order = {(lemma(b.form), lemma(a.form)): i for i, (a, b) in enumerate(pairwise(bead.original)) if _modifies(a, b)}
    kept = {(lemma(a.form), lemma(b.form)) for a, b in pairwise(bead.original)}
    for j, (noun, adjective) in enumerate(pairwise(bead.copy)):
        found = (lemma(noun.form), lemma(adjective.form))
        i = order.get(found)
        if i is None or found in kept or not adjective.spaced or not _ends(bead, i, j) or _complements(bead.copy, j):
            continue
        yield became(
            bead.original[i : i + 2],
            bead.copy[j : j + 2],
            Severity.MINOR,
            "The order of words is not that of English; the reader stumbles.",
            0.8,
            message="“{}” became “{}”: the adjective stands behind its noun.",
        )


def _modifies(adjective: Word, noun: Word) -> bool:
    """Whether the first word can only stand before the second as its adjective."""
    both = adjective.text.islower() and noun.text.islower() and is_content(adjective) and is_content(noun)
    return (
        both
        and "a" in parts_of_speech(adjective.form)
        and "n" in parts_of_speech(noun.form)
        and not adjective.form.endswith(MOBILE)
        and adjective.form not in POSTPOSED
    )


def _ends(bead: ComparedBead, i: int, j: int) -> bool:
    """Whether the adjective, now behind its noun, belongs to no other noun that follows."""
    if j + 2 >= len(bead.copy) or not is_content(bead.copy[j + 2]):
        return True
    behind = bead.copy[j + 2].form
    stays = i + 2 < len(bead.original) and lemma(bead.original[i + 2].form) == lemma(behind)
    return stays or "n" not in parts_of_speech(behind)


def _complements(side: Sequence[Word], j: int) -> bool:
    """Whether a verb before the noun says what it is made, kept or found."""
    return any(lemma(w.form) in MAKING for w in side[max(0, j - 4) : j])


def _spoken(words: Sequence[Word]) -> list[str]:
    return [w.form for w in words if not w.is_punctuation]


def _shared(a: Sequence[object], b: Sequence[object]) -> float:
    """What two lists have in common, counted as often as it stands in both, as a share of both."""
    return 2 * (Counter(a) & Counter(b)).total() / (len(a) + len(b))
