"""Phrase mistranslated: a word became one that has nothing to do with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.lingua.closed_class import DETERMINERS, MODALS, PERSONAL_PRONOUNS, PREPOSITIONS, WH_WORDS, is_function_word
from mtaudit.lingua.modality import strength
from mtaudit.lingua.names import CALENDAR, is_capitalised
from mtaudit.lingua.speech import is_speech
from mtaudit.lingua.wordnet import Relation, distance, known, lemmas, parts_of_speech, relation
from mtaudit.mqm import Category, Severity
from mtaudit.records import ComparedBead, Comparison, Difference, DifferenceKind, Suspicion, Word

LIGHT = frozenset("a an the that which".split())
"""Words that may stand beside the one that was replaced."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseMistranslated:
    """A single word was replaced, in an otherwise unchanged place, by one that the lexicon does not relate to it.

    A word with two senses comes back in the wrong one: a legal "case" as "business", a social network's "posts"
    as "articles", "equities" as "actions". People who reword change the phrase around a word too; a machine
    changes the word alone. So only a replacement whose neighbours on both sides stayed is suspected, and only
    where WordNet knows both words and no relation between them. On the round-trip corpus's hybrid copies 7
    of 10 such replacements are corruptions, hence the modest confidence. Nouns name what a text is about, so
    an unrelated noun is major; verbs and adjectives stand in for each other so freely that they are a remark.
    """

    near: int = 3
    """Steps in WordNet's hierarchy up to which two nouns are near enough for a loose rendering."""

    clear: float = 0.55
    """Similarity in context, where a model is at hand, from which a replacement is no longer suspected: of those that
    the lexicon does not relate, in the hybrid copies of the round-trip corpus, 19 corruptions and 40 harmless ones lie
    above it, 89 and 15 below."""

    category: ClassVar[Category] = Category.MISTRANSLATION
    general: ClassVar[bool] = True
    cases: ClassVar[tuple[Case, ...]] = (
        Case("Users flagged the [[posts]] in May.", "Users flagged the [[sticks]] in May."),
        Case("The [[match]] ended without goals.", "The [[party]] ended without goals."),
        Case("Doctors closed the [[ward]] at noon.", "Doctors closed the [[district]] at noon."),
        Case("Doctors closed the ward at noon.", "Doctors shut the ward at noon."),
        Case("She left the team in May.", "She left the squad in May."),
        Case("The game between both teams ended.", "Both teams finished the match.", "rewritten all round"),
        Case("He claimed that it was late.", "He alleged that it was late.", "verbs of speech"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Unexplained replacements of one content word by an unrelated one between equal neighbours."""
        for bead in comparison.beads:
            for difference in bead.differences:
                if difference.kind is DifferenceKind.REPLACED and difference.equivalence is None:
                    a, b = _only(bead.original, difference.original), _only(bead.copy, difference.copy)
                    if a is None or b is None or not _in_place(bead, difference):
                        continue
                    if _unrelated(bead.original[a], bead.copy[b]):
                        if comparison.contextual and difference.similarity >= self.clear:
                            continue
                        nouns = _is_noun(bead.original, a) and _is_noun(bead.copy, b)
                        yield self._suspicion(bead.original[a], bead.copy[b], nouns)

    def _suspicion(self, a: Word, b: Word, nouns: bool) -> Suspicion:
        steps = distance(a.form, b.form)
        grave = nouns and (steps is None or steps > self.near)
        return Suspicion(
            original=a.span,
            copy=b.span,
            severity=Severity.MAJOR if grave else Severity.NEUTRAL,
            message=f"“{a.text}” became “{b.text}”.",
            explanation="The two words have no sense in common; probably another sense of the word was translated.",
            confidence=0.6 if grave else 0.4,
        )


def _only(side: Sequence[Word], where: range) -> int | None:
    """The index of the one content word there; None where there are several or none."""
    content = [k for k in where if not side[k].is_punctuation and not is_function_word(side[k].form)]
    light = all(side[k].form in LIGHT for k in where if k not in content)
    return content[0] if len(content) == 1 and light and side[content[0]].form.isalpha() else None


def _unrelated(a: Word, b: Word) -> bool:
    """Whether two known words, no names, have no relation in the lexicon and are not of one small class."""
    if (is_capitalised(a) and is_capitalised(b)) or a.form in CALENDAR or b.form in CALENDAR:
        return False
    if (strength(a.form) and strength(b.form)) or (is_speech(a.form) and is_speech(b.form)):
        return False
    return known(a.form) and known(b.form) and relation(a.form, b.form) is Relation.NONE


def _in_place(bead: ComparedBead, difference: Difference) -> bool:
    """Whether the words on both sides of the difference are linked and equal, or the bead ends there."""
    partner = {k.original: k.copy for k in bead.links}
    rows, columns = difference.original, difference.copy

    def equal(i: int, j: int) -> bool:
        if (i < 0 and j < 0) or (i == len(bead.original) and j == len(bead.copy)):
            return True
        return i >= 0 and partner.get(i) == j and bead.original[i].form == bead.copy[j].form

    return equal(rows.start - 1, columns.start - 1) and equal(rows.stop, columns.stop)


def _is_noun(side: Sequence[Word], index: int) -> bool:
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
