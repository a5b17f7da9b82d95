"""Status changed: "former mayor" becomes "mayor", "acting director" becomes "deputy director"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import added, became, lost
from mtaudit.lexicon.closed_class import is_content
from mtaudit.lexicon.tables import classes
from mtaudit.lexicon.wordnet import Relation, lemma, relation
from mtaudit.mqm import Category, Severity
from mtaudit.records import ComparedBead, Comparison, Suspicion, Word
from mtaudit.text.people import Status, equivalents, is_person_noun, kin, same_role, statuses

SAID_OTHERWISE = classes("status-otherwise")
"""Class of status → words by which another sentence can say the same."""

MILD = frozenset(("junior", "honorary", "outgoing", "disgraced", "exiled"))
"""Classes that tell less of who is meant: losing one is minor."""

JUDGED = frozenset(("accused", "convicted", "acquitted"))
"""Classes of what a court has said: one for another accuses or clears someone."""

STEM = 5
"""Letters that a word of another part of speech shares with the word of status ("retired", "retirement")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusChanged:
    """A word of someone's status was lost, put in or exchanged: former, deputy, acting, late, would-be and their kind.

    "The former mayor" and "the mayor" are two people, an acting director is not the director, and an accused man is
    no convicted one. The words stand before a noun for a person, or behind it ("president-elect"), and that noun must
    have been kept. Words that say the same ("ex-", "onetime", "then") are harmless wherever they stand in the
    sentence, and so is a verb that says it ("who was mayor until May", "died"). What a court has said, exchanged, is
    critical; "honorary", "outgoing" and the like are minor.
    """

    exchanged: float = 0.9
    """Confidence where one status stands for another in the same place."""

    missing: float = 0.8
    """Confidence where a status was lost or put in."""

    category: ClassVar[Category] = Category.NAME
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "The [[former]] mayor of the town was arrested.",
            "The mayor of the town was arrested.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The [[deputy]] governor spoke to farmers first.",
            "The governor spoke to farmers first.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The [[acting]] coach praised the young keeper.",
            "The [[former]] coach praised the young keeper.",
            severity=Severity.MAJOR,
        ),
        Case(
            "Doctors had treated her [[late]] husband for years.",
            "Doctors had treated her husband for years.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The [[accused]] killer was moved to a jail.",
            "The [[convicted]] killer was moved to a jail.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "A [[would-be]] assassin was shot near the palace.",
            "An assassin was shot near the palace.",
            severity=Severity.MAJOR,
        ),
        Case(
            "Scientists met the minister on Monday.",
            "Scientists met the [[deputy]] minister on Monday.",
            severity=Severity.MAJOR,
        ),
        Case("His [[ex]]-wife sold the shares in May.", "His wife sold the shares in May.", severity=Severity.MAJOR),
        Case(
            "The president-[[elect]] chose a new army chief.",
            "The president chose a new army chief.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The [[self-styled]] prophet predicted the flood.",
            "The prophet predicted the flood.",
            severity=Severity.MAJOR,
        ),
        Case(
            "An [[honorary]] consul helped the sailors home.",
            "A consul helped the sailors home.",
            severity=Severity.MINOR,
        ),
        Case("The former mayor was arrested.", "The ex-mayor was arrested.", why="the same in another word"),
        Case("Then-mayor Ada Brook opened the bridge.", "The former mayor Ada Brook opened the bridge.", why="then-"),
        Case(
            "The vice chairman sold his shares.", "The deputy chairman sold his shares.", why="two words for a deputy"
        ),
        Case("The interim coach praised the keeper.", "The caretaker coach praised the keeper.", why="the same"),
        Case("The former senator lost the vote.", "Hale, who was a senator, lost the vote.", why="said by a verb"),
        Case(
            "The former senator lost the vote.",
            "The anterior senator lost the vote.",
            why="another word, another finding",
        ),
        Case("The late bus made the doctors wait.", "The bus made the doctors wait.", why="of no person"),
        Case("His former club won the cup again.", "His club won the cup again.", why="of no person"),
        Case("The former won, the senator said.", "The first won, the senator said.", why="no noun behind it"),
        Case("The former mayor waved to the crowd.", "He waved to the crowd.", why="a pronoun for the whole"),
        Case("The retired general ran for office.", "The former general ran for office.", why="nearly the same"),
        Case("Her late father founded the clinic.", "Her father, who died in May, founded the clinic.", why="a verb"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Words of status that the other side lacks, said of a noun that it has."""
        for bead in comparison.beads:
            if bead.original and bead.copy and bead.differences:
                yield from self._in_bead(bead)

    def _in_bead(self, bead: ComparedBead) -> Iterator[Suspicion]:
        mine, theirs = statuses(bead.original), statuses(bead.copy)
        partners: dict[int, set[int]] = {}
        for link in bead.links:
            if _one_person(bead.original[link.original], bead.copy[link.copy]):
                partners.setdefault(link.original, set()).add(link.copy)
        heads = {s.head: s for s in theirs if not _is_said(s, bead.original, bead.copy)}
        taken = set()
        for status in mine:
            heirs = partners.get(status.head, set())
            if not heirs or _is_said(status, bead.copy, bead.original) or _is_reworded(bead, status):
                continue
            other = next((heads[j] for j in sorted(heirs) if j in heads), None)
            taken |= heirs
            yield self._other(bead, status, other)
        kept = {j for heirs in partners.values() for j in heirs} - taken
        for status in heads.values():
            if status.head in kept:
                yield self._other(bead, None, status)

    def _other(self, bead: ComparedBead, mine: Status | None, theirs: Status | None) -> Suspicion:
        kinds = {s.kind for s in (mine, theirs) if s}
        was = [bead.original[k] for k in mine.words] if mine else []
        now = [bead.copy[k] for k in theirs.words] if theirs else []
        told = "The reader is told of a person of another standing, who may be someone else."
        if was and now:
            severity = Severity.CRITICAL if kinds <= JUDGED else Severity.MAJOR
            return became(was, now, severity, told, self.exchanged)
        severity = Severity.MINOR if kinds <= MILD else Severity.MAJOR
        if was:
            return lost(was, severity, told, self.missing)
        return added(now, severity, told, self.missing, message="The copy puts in “{}”.")


def _one_person(a: Word, b: Word) -> bool:
    """Whether two linked nouns can name one person."""
    if a.form == b.form or lemma(a.form) == lemma(b.form) or same_role(lemma(a.form), lemma(b.form)):
        return True
    if set(kin(a.form)) & set(kin(b.form)):
        return True
    return is_person_noun(b.form) and relation(a.form, b.form) in (Relation.SYNONYM, Relation.INFLECTION)


def _is_reworded(bead: ComparedBead, status: Status) -> bool:
    """Whether another word stands in this one's place, so that it was not left out but reworded ("anterior")."""
    told = {k for other in statuses(bead.copy) for k in other.words}
    heirs = {k.copy for k in bead.links if k.original in status.words} - told
    return any(is_content(bead.copy[j]) and bead.copy[j].form != bead.original[status.head].form for j in heirs)


def _is_said(status: Status, side: Sequence[Word], home: Sequence[Word]) -> bool:
    """Whether the other side says this status too, in a word or in a way that its own sentence does not use."""
    known = {w.form for w in home}
    theirs = [w.form for w in side]
    same = equivalents(status.kind)
    pairs = {f"{a}-{b}" for a, b in zip(theirs, theirs[2:], strict=False)}
    if any(form in same for form in (*theirs, *pairs)):
        return True
    stems = {form[:STEM] for form in same if len(form) >= STEM}
    ways = SAID_OTHERWISE.get(status.kind, ())
    return any(form not in known and (form[:STEM] in stems or form in ways) for form in theirs)
