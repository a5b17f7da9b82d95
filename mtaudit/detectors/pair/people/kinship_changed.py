"""Kinship changed: a sister becomes a brother, a stepfather a father, the parents become the fathers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import became, both
from mtaudit.detectors.pair.people._reading import SEXED
from mtaudit.lexicon.closed_class import PERSONAL_PRONOUNS, Gender
from mtaudit.mqm import Category, Severity
from mtaudit.records import ComparedBead, Comparison, Suspicion, Word
from mtaudit.text.people import KIN_ONLY, OFFICE_GENDER, Kin, kin, kin_at, singular

WIDER = frozenset(
    (("child", "young"), ("sibling", "young"), ("spouse", "adult"), ("parent", "adult"), ("bereaved", "adult"))
)
"""Relations of which the second only names the person by age: "his girl" for "his daughter" tells less, not wrong."""

LINEAGE = ("great", "grand", "step", "half", "god")
"""Beginnings of a relation that make another of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KinshipChanged:
    """A word for kin, or for a person by sex, became one for another relation or the other sex.

    "His sister drove" and "his brother drove" are about two people. Languages divide kin differently: Spanish has one
    word for parents and fathers, for siblings and brothers, for children and sons, so that a neutral word comes back
    as a masculine one; one word stands for woman and wife, for girl and daughter. The other sex or another relation
    is critical; a neutral word made masculine or feminine, and a lost "step", "half" or "in-law", are major. A neutral
    word for a sexed one ("police officer", "spouse") is harmless, and so are feminine forms of a trade ("actress").
    """

    sex: float = 0.9
    """Confidence where the other sex stands there: of 1,500 segments with two sound translations none has it."""

    narrowed: float = 0.75
    """Confidence where a neutral word became a sexed one, which a translator may know from elsewhere in the text."""

    category: ClassVar[Category] = Category.PRONOUN
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "His [[sister]] drove the car to the court.",
            "His [[brother]] drove the car to the court.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The [[widow]] of the pilot sued the airline.",
            "The [[wife]] of the pilot sued the airline.",
            severity=Severity.MAJOR,
        ),
        Case(
            "Her [[stepfather]] coached the swimming team.",
            "Her [[father]] coached the swimming team.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The [[parents]] of the patients were told.",
            "The [[fathers]] of the patients were told.",
            severity=Severity.MAJOR,
        ),
        Case(
            "Two [[women]] were rescued from the flood.",
            "Two [[men]] were rescued from the flood.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The [[queen]] opened the new parliament.",
            "The [[king]] opened the new parliament.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "A [[policewoman]] was hurt at the rally.",
            "A [[policeman]] was hurt at the rally.",
            severity=Severity.CRITICAL,
        ),
        Case("His [[mother-in-law]] owns the shares.", "His [[mother]] owns the shares.", severity=Severity.MAJOR),
        Case(
            "Three [[girls]] won medals for science.",
            "Three [[daughters]] won medals for science.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The soldier wrote to his [[niece]] in May.",
            "The soldier wrote to his [[cousin]] in May.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The vaccine protects [[children]] from measles.",
            "The vaccine protects [[boys]] from measles.",
            severity=Severity.MAJOR,
        ),
        Case("Her [[half-sister]] ran for mayor.", "Her [[sister]] ran for mayor.", severity=Severity.MAJOR),
        Case(
            "[[Mr]]. Hale sold the mill to a rival.",
            "[[Mrs]]. Hale sold the mill to a rival.",
            severity=Severity.CRITICAL,
        ),
        Case("Mrs. Hale sold the mill to a rival.", "Ms. Hale sold the mill to a rival.", why="one sex"),
        Case("His mum drove the car to the court.", "His mother drove the car to the court.", why="the same relation"),
        Case("A policeman was hurt at the rally.", "A police officer was hurt at the rally.", why="a neutral word"),
        Case("The actress won a prize.", "The actor won a prize.", why="a feminine form of a trade"),
        Case("Men and women voted in equal numbers.", "Women and men voted in equal numbers.", why="order"),
        Case("Their boy is ill with measles.", "Their son is ill with measles.", why="a possessive makes him a son"),
        Case("His daughter sold the shares.", "His girl sold the shares.", why="tells less"),
        Case("Her spouse flew the plane; he landed safely.", "Her husband flew the plane; he landed safely.", why="he"),
        Case("The kids stayed at home during the storm.", "The children stayed at home during the storm."),
        Case("The chairman sold his shares.", "The chairperson sold his shares.", why="a neutral word"),
        Case(
            "The suspect’s step-mother testified.",
            "The suspect’s stepmother testified.",
            why="one relation, two spellings",
        ),
        Case("Their parents paid.", "Their mother and father paid.", why="both sexes"),
        Case("The widow sold the shares.", "The woman sold the shares.", why="tells less"),
        Case("She met Hale, whose father rowed.", "She met Hale, the son of one who rowed.", why="from the other end"),
        Case("The lady left the clinic.", "The woman left the clinic.", why="one sex"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Linked words for kin or sex that cannot name the same person."""
        for bead in comparison.beads:
            seen: set[range] = set()
            for link in bead.links if bead.differences else ():
                rows, mine = kin_at(bead.original, link.original)
                columns, theirs = kin_at(bead.copy, link.copy)
                if not mine or not theirs or set(mine) & set(theirs) or rows in seen or _crossed(bead, rows, columns):
                    continue
                seen.add(rows)
                if _are_paired(bead.copy, link.copy, theirs) or _is_converse(bead, rows, columns):
                    continue
                found = self._judge(bead.original, rows, mine, theirs)
                if found:
                    severity, confidence = found
                    told = "The reader is told of another person, or of another relation between people."
                    yield became(*both(bead, rows, columns), severity, told, confidence)

    def _judge(
        self, side: Sequence[Word], rows: range, mine: Sequence[Kin], theirs: Sequence[Kin]
    ) -> tuple[Severity, float] | None:
        """How bad it is that one became the other, and how sure that is; None where they may be one person."""
        relations = {a.relation for a in mine}, {b.relation for b in theirs}
        genders = {a.gender for a in mine}, {b.gender for b in theirs}
        if genders[0] <= SEXED and genders[1] <= SEXED and genders[0].isdisjoint(genders[1]):
            return Severity.CRITICAL, self.sex
        if relations[0] & relations[1]:
            neutral = not genders[0] & SEXED and bool(genders[1] & SEXED)
            family = relations[0] & relations[1] <= OFFICE_GENDER
            if neutral and not family and not _sex_is_told(side, next(iter(genders[1] & SEXED))):
                return Severity.MAJOR, self.narrowed
            return None
        if any((a, b) in WIDER for a in relations[0] for b in relations[1]):
            return None
        if any((b, a) in WIDER for a in relations[0] for b in relations[1]):
            return None if _is_possessed(side, rows.start) else (Severity.MAJOR, self.narrowed)
        if relations[0].isdisjoint(KIN_ONLY) and relations[1].isdisjoint(KIN_ONLY):
            return None
        derived = any(_is_derived(a, b) or _is_derived(b, a) for a in relations[0] for b in relations[1])
        return (Severity.MAJOR, 0.85) if derived else (Severity.CRITICAL, 0.85)


def _is_converse(bead: ComparedBead, rows: range, columns: range) -> bool:
    """Whether the relation may be told from its other end: "whose father won", "the son of the man who won"."""
    before, behind = bead.original[: rows.start], bead.copy[columns.stop :]
    return bool(before and behind) and before[-1].form in ("whose", "'s") and behind[0].form == "of"


def _are_paired(side: Sequence[Word], k: int, theirs: Sequence[Kin]) -> bool:
    """Whether the other sex stands beside the word, so that both say what a neutral word says ("mother and father")."""
    near = [reading for i in (k - 2, k + 2) if 0 <= i < len(side) for reading in kin(side[i].form)]
    return any(a.relation == b.relation and a.gender is not b.gender for a in near for b in theirs)


def _is_derived(a: str, b: str) -> bool:
    """Whether the one relation is the other at a remove: step, half, in-law, or the widowed of the married."""
    if (a, b) == ("bereaved", "spouse"):
        return True
    return a == f"{b}-in-law" or any(a == f"{prefix}{b}" for prefix in LINEAGE)


def _is_possessed(side: Sequence[Word], k: int) -> bool:
    """Whether a possessive stands before the word, or shortly before its adjective."""
    near = [w.form for w in side[max(0, k - 2) : k]]
    return any(form == "'s" or (form in PERSONAL_PRONOUNS and form not in ("i", "you", "it")) for form in near)


def _sex_is_told(side: Sequence[Word], gender: Gender) -> bool:
    """Whether a pronoun of this sex stands in the original's sentence."""
    return any(reading.gender is gender for w in side for reading in PERSONAL_PRONOUNS.get(w.form, ()))


def _crossed(bead: ComparedBead, rows: range, columns: range) -> bool:
    """Whether each word stands on the other side as well, so that the two may have changed places."""
    a, b = singular(bead.original[rows.stop - 1].form), singular(bead.copy[columns.stop - 1].form)
    mine = [singular(w.form) for w in bead.original]
    theirs = [singular(w.form) for w in bead.copy]
    return a != b and mine.count(a) == theirs.count(a) and mine.count(b) == theirs.count(b)
