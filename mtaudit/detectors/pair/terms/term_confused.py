"""Term confused: a word became another that looks like it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from rapidfuzz.distance import OSA, JaroWinkler

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import became
from mtaudit.lexicon.closed_class import is_function_word
from mtaudit.lexicon.spelling import same_word
from mtaudit.lexicon.wordnet import (
    Relation,
    kindred,
    known,
    opposite,
    parts_of_speech,
    relation,
)
from mtaudit.mqm import Category, Severity
from mtaudit.records import ComparedBead, Comparison, Difference, DifferenceKind, Link, Suspicion, Word
from mtaudit.text.names import is_capitalised

UNLIKE = frozenset((Relation.NONE, Relation.SIBLING))
"""Relations between two words that merely look alike; synonyms, inflections and the more or less general are not
confused: of the round-trip corpus's injected homographs 46 of 53 stand in these two relations."""

LOOSE = UNLIKE | {Relation.HYPERNYM, Relation.HYPONYM}
"""The same for words of one length that a letter tells apart: "charges" are in some sense "changes"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermConfused:
    """A word is replaced by one that looks like it and means something else.

    "Tortious" and "torturous", "specter" and "spectrum", "proscribed" and "prescribed", "principal" and "principle"
    differ by a letter or two and in everything else. A reader takes such a word for what it says, and a court's
    "charges" for "changes". They come from misreading, from dictation, and from languages in which the two words are
    one. Words of one family, and those that are synonyms in any sense, are left alone.
    """

    alike: float = 0.87
    """Jaro-Winkler similarity from which two longer words look alike: of the homographs injected into the
    round-trip corpus 74 % reach it or differ by one letter, of its harmless synonyms 3 %."""

    category: ClassVar[Category] = Category.TERM
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "The firm alleged [[tortious]] interference.",
            "The firm alleged [[torturous]] interference.",
            severity=Severity.MAJOR,
        ),
        Case(
            "It raised the [[specter]] of inflation.",
            "It raised the [[spectrum]] of inflation.",
            severity=Severity.MAJOR,
        ),
        Case("She is the [[principal]] author.", "She is the [[principle]] author.", severity=Severity.MAJOR),
        Case("The crew left the [[ship]] at dawn.", "The crew left the [[shop]] at dawn.", severity=Severity.MAJOR),
        Case("They proved [[tortious]] conduct.", "They proved [[tort]] conduct.", severity=Severity.MINOR),
        Case("Ferries cancelled two [[plans]].", "Ferries cancelled two [[planes]].", severity=Severity.MAJOR),
        Case("The court dropped the [[charges]].", "The court dropped the [[changes]].", severity=Severity.MAJOR),
        Case("She was [[elected]] in June.", "She was [[selected]] in June.", severity=Severity.MAJOR),
        Case("Storms [[form]] over warm water.", "Storms [[from]] over warm water.", severity=Severity.MAJOR),
        Case("The drug is [[proscribed]] in sport.", "The drug is [[prescribed]] in sport.", severity=Severity.MAJOR),
        Case("He was [[prosecuted]] for his faith.", "He was [[persecuted]] for his faith.", severity=Severity.MAJOR),
        Case("The crew left the ship at dawn.", "The crew left the boat at dawn."),
        Case("The phone company sued.", "The telephone firm sued."),
        Case("He rejected the offer.", "He declined the offer."),
        Case("The towns organised it.", "The town organized it."),
        Case("It was a historic day.", "It was a historical day.", why="synonyms in a sense"),
        Case("The economic crisis grew.", "The economical crisis grew.", why="of one family"),
        Case("Doctors advised rest.", "Doctors advise rest.", why="one verb"),
        Case("The house burned down.", "The home burned down.", why="alike, and synonyms"),
        Case("Prices went up again.", "Prices rose again."),
        Case("The law was proclaimed.", "The law was declared."),
        Case("The quake hit the coast.", "The quake hit the shore."),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Linked words that look alike and mean unlike things."""
        for bead in comparison.beads:
            for difference in bead.differences:
                if difference.kind is DifferenceKind.REPLACED and difference.equivalence is None:
                    yield from self._lookalikes(bead, difference)

    def _lookalikes(self, bead: ComparedBead, difference: Difference) -> Iterator[Suspicion]:
        for link in bead.links:
            if link.original not in difference.original or link.copy not in difference.copy:
                continue
            a, b = bead.original[link.original], bead.copy[link.copy]
            if self._confused(a, b):
                message = "“{}” became “{}”, a word that looks alike."
                means = "The two words are easily confused and mean different things."
                yield became((a,), (b,), Severity.MAJOR, means, 0.8, message=message)
            elif _torn(bead, link):
                means = "The adjective of a set term became a bare noun, which is not the term."
                yield became((a,), (b,), Severity.MINOR, means, 0.6)

    def _confused(self, a: Word, b: Word) -> bool:
        """Whether b looks like a and means something else."""
        if not all(_is_worded(word) for word in (a, b)) or is_function_word(a.form):
            return False
        if is_capitalised(a) and is_capitalised(b) and not parts_of_speech(a.form):
            return False
        if is_function_word(b.form):
            return len(a.form) >= 4 and sorted(a.form) == sorted(b.form)
        if same_word(a.form, b.form) or opposite(a.form, b.form) or not self._look_alike(a.form, b.form):
            return False
        unlike = LOOSE if _is_a_letter_off(a.form, b.form) else UNLIKE
        return relation(a.form, b.form) in unlike and not kindred(a.form, b.form)

    def _look_alike(self, a: str, b: str) -> bool:
        edits = OSA.distance(a, b)
        if edits <= 1:
            return True
        return min(len(a), len(b)) >= 5 and (edits == 2 or float(JaroWinkler.similarity(a, b)) >= self.alike)


def _is_worded(word: Word) -> bool:
    """Whether it is an English word of three letters or more."""
    return word.form.isalpha() and len(word.form) >= 3 and known(word.form)


def _is_a_letter_off(a: str, b: str) -> bool:
    """Whether one letter is another, or one is added in front ("charges", "changes"; "elected", "selected")."""
    return min(len(a), len(b)) >= 5 and (OSA.distance(a, b) <= 1 and (len(a) == len(b) or a[-4:] == b[-4:]))


def _torn(bead: ComparedBead, link: Link) -> bool:
    """Whether an adjective became the noun it is made from, before the same noun ("tortious interference")."""
    a, b = bead.original[link.original], bead.copy[link.copy]
    if parts_of_speech(a.form) != {"a"} or parts_of_speech(b.form) != {"n"} or is_capitalised(a):
        return False
    if a.form[:3] != b.form[:3]:
        return False
    following = Link(link.original + 1, link.copy + 1, 1.0)
    if following not in bead.links or "n" not in parts_of_speech(bead.copy[following.copy].form):
        return False
    return relation(a.form, b.form) in (Relation.DERIVED, Relation.SIMILAR)
