"""Pronoun changed: "she" becomes "he", a company becomes "he"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import became
from mtaudit.detectors.pair.people._reading import SEXED
from mtaudit.lexicon.closed_class import PERSONAL_PRONOUNS, Gender, Person
from mtaudit.mqm import Category, Severity
from mtaudit.pair.bead import counts
from mtaudit.records import ComparedBead, Comparison, Suspicion


@dataclass(frozen=True, slots=True, kw_only=True)
class PronounChanged:
    """A pronoun of the copy refers to another sex, number or person than the original's.

    Many languages give sex to things ("la décision" is "elle") and drop it from possessives ("son" is "his",
    "her" and "its"), so pronouns come back wrong. "She" for "he" makes another person of someone: major.
    "He" for a company's "it" is wrong but seldom misleads: minor, unless it opens the sentence and so
    becomes the one who acts or speaks. Pronouns that only changed places are left alone, and so are "they" for one
    person or for a body of people. A person made a thing is `person-depersonalised`'s.
    """

    category: ClassVar[Category] = Category.PRONOUN
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "The judge said [[she]] would rule on Friday.",
            "The judge said [[he]] would rule on Friday.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The pilot lost [[his]] licence in May.", "The pilot lost [[her]] licence in May.", severity=Severity.MAJOR
        ),
        Case("The bank said [[it]] would appeal.", "The bank said [[he]] would appeal.", severity=Severity.MINOR),
        Case(
            "Voters told reporters that [[they]] were tired.",
            "Voters told reporters that [[we]] were tired.",
            severity=Severity.MAJOR,
        ),
        Case(
            "[[It]] ordered the army to leave the town.",
            "[[He]] ordered the army to leave the town.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The storm lost half of [[its]] force at sea.",
            "The storm lost half of [[her]] force at sea.",
            severity=Severity.MINOR,
        ),
        Case(
            "Doctors examined [[him]] after the match.",
            "Doctors examined [[her]] after the match.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The striker injured [[himself]] in training.",
            "The striker injured [[herself]] in training.",
            severity=Severity.MAJOR,
        ),
        Case(
            "[[I]] sold the shares in May, Brook said.",
            "[[They]] sold the shares in May, Brook said.",
            severity=Severity.MAJOR,
        ),
        Case("The board said it would appeal.", "The board said they would appeal.", why="a collective"),
        Case("The judge said she would rule.", "The judge said that she would rule."),
        Case("The pilot lost his licence.", "The pilot lost the licence.", why="an article will do"),
        Case("Each player took his bag.", "Each player took their bag.", why="singular they"),
        Case(
            "She told him that the vaccine works.",
            "He was told by her that the vaccine works.",
            why="a turned sentence",
        ),
        Case("You should vote early, she said.", "One should vote early, she said.", why="both mean anyone"),
        Case("It is clear that she lost the vote.", "Clearly she lost the vote.", why="an idle pronoun"),
        Case("The striker, she said, was hurt.", "She said the striker was hurt.", why="moved"),
        Case("She praised her own team.", "She praised the team of hers.", why="another form of it"),
        Case("The storm lost half its force.", "The storm lost half of the force it had.", why="another form of it"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Linked pronouns that cannot refer to the same one."""
        for bead in comparison.beads:
            yield from self._in_bead(bead)

    def _in_bead(self, bead: ComparedBead) -> Iterator[Suspicion]:
        mine, theirs = counts(bead)
        for link in bead.links:
            a, b = bead.original[link.original], bead.copy[link.copy]
            severity = _severity(a.form, b.form, link.copy == 0)
            if severity is None or (mine[b.form] >= theirs[b.form] and theirs[a.form] >= mine[a.form]):
                continue
            yield became(
                (a,),
                (b,),
                severity,
                "The pronoun now refers to someone or something else; languages differ in what has a sex.",
                0.85 if severity is Severity.MAJOR else 0.7,
            )


def _severity(a: str, b: str, opens: bool) -> Severity | None:
    """How bad it is that pronoun a became b; None where both can refer to the same."""
    if a == b or "one" in (a, b) or a not in PERSONAL_PRONOUNS or b not in PERSONAL_PRONOUNS:
        return None
    first, second = PERSONAL_PRONOUNS[a], PERSONAL_PRONOUNS[b]
    if any(x.person is y.person and x.gender is y.gender and x.number is y.number for x in first for y in second):
        return None
    genders = {x.gender for x in first}, {y.gender for y in second}
    persons = {x.person for x in first}, {y.person for y in second}
    if persons[0].isdisjoint(persons[1]):
        return Severity.MAJOR
    if genders[0] & SEXED and genders[1] & SEXED:
        return Severity.MAJOR
    if Gender.ANY in genders[0] | genders[1] or genders[0] & SEXED or Person.THIRD not in persons[0]:
        return None
    return Severity.MAJOR if opens else Severity.MINOR
