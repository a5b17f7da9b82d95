"""Role contradicted: a prosecutor, whom the other outlets call the judge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.coverage._reading import contradicted
from mtaudit.mqm import Category, Severity
from mtaudit.records import Event, FactKind, Suspicion


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleContradicted:
    """A person has another office, occupation or part than the other outlets give.

    One foreign word can name the defender in a match and the lawyer in court, and titles are cut and joined at
    will; the reader is then told that the accused's lawyer accused him. Only what stands beside a name counts: a title
    before it, or what is said of it between commas. Roles contradict each other where hardly anybody is both: two
    occupations, two parts in one trial, two ministers' fields, or two senses of one foreign word. Left alone are a
    wider and a narrower word for one office, what somebody may be besides (a professor, an author, a captain), deputies
    and former holders, and whoever any outlet gives both roles.
    """

    category: ClassVar[Category] = Category.NAME
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "Ada Brook, the health minister, will visit the clinics on Monday.",
            "The clinics await a visit from Ada Brook, the health minister.",
            "Ada Brook, the [[minister of transport]], will visit the clinics on Monday.",
            why="the field of a minister",
            severity=Severity.CRITICAL,
        ),
        Case(
            "Ada Brook, the health minister, will visit the clinics on Monday.",
            "The clinics await a visit from Ada Brook, the health minister.",
            "Ada Brook, the minister of health, will visit the clinics on Monday.",
            why="the field behind",
        ),
        Case(
            "The crews' lawyer, Ruth Penn, was glad of the verdict.",
            "Ruth Penn, a lawyer, was glad of the verdict for the crews.",
            "The lawyer of the fishermen, Ruth Penn, was glad of the verdict.",
            why="whose lawyer she is",
        ),
        Case(
            "The prosecutor Tom Vale asked for nine years in prison.",
            "Nine years in prison is what prosecutor Tom Vale wants.",
            "The [[defender]] Tom Vale requested nine years of prison.",
            why="a court",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The goalkeeper Ivo Brandt saved two penalties.",
            "Two penalties were saved by goalkeeper Ivo Brandt.",
            "The [[referee]] Ivo Brandt stopped two penalties.",
            why="sport",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The finance minister, Nora Keller, raised the tax.",
            "The tax goes up, finance minister Nora Keller decided.",
            "The [[foreign minister]], Nora Keller, increased the tax.",
            why="a field of government",
            severity=Severity.CRITICAL,
        ),
        Case(
            "Emil Sand, a surgeon at the hospital, operated on the child.",
            "The child was operated on by surgeon Emil Sand.",
            "Emil Sand, a [[nurse]] of the hospital, has operated on the child.",
            why="health",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The governor Ruth Vale closed the schools before the storm.",
            "Before the storm governor Ruth Vale closed all schools.",
            "The [[mayor]] Ruth Vale closed the schools before the tempest.",
            why="weather",
            severity=Severity.CRITICAL,
        ),
        Case(
            "Mara Dunn, the colonel who led the retreat, was hurt.",
            "Hurt in the retreat was colonel Mara Dunn.",
            "Mara Dunn, the [[sergeant]] who led the withdrawal, was injured.",
            why="war",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The auditor Jan Osk found a hole of nine million in the books.",
            "A hole in the books was found by the auditor Jan Osk.",
            "The [[teller]] Jan Osk discovered a hole of nine million in the books.",
            why="markets",
            severity=Severity.CRITICAL,
        ),
        Case(
            "Senator Ada Lunde lost her seat by nine votes.",
            "By nine votes Senator Ada Lunde lost her seat.",
            "The [[ambassador]] Ada Lunde lost her seat with nine votes.",
            why="an election",
            severity=Severity.CRITICAL,
        ),
        Case(
            "Olga Reiss, an astronomer, saw the comet first.",
            "First to see the comet was the astronomer Olga Reiss.",
            "Olga Reiss, a [[dentist]], saw the comet first.",
            why="science",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The prosecutor Tom Vale asked for nine years in prison.",
            "Nine years in prison is what prosecutor Tom Vale wants.",
            "The attorney Tom Vale demanded nine years in prison.",
            why="another word for it",
        ),
        Case(
            "The goalkeeper Ivo Brandt saved two penalties.",
            "Two penalties were saved by goalkeeper Ivo Brandt.",
            "The captain Ivo Brandt saved two penalties.",
            why="he is both",
        ),
        Case(
            "The governor Ruth Vale closed the schools before the storm.",
            "Before the storm governor Ruth Vale closed all schools.",
            "The former mayor Ruth Vale closed the schools before the storm.",
            why="what she was",
        ),
        Case(
            "Emil Sand, a surgeon at the hospital, operated on the child.",
            "The child was operated on by surgeon Emil Sand.",
            "Professor Emil Sand operated on the child.",
            why="a degree",
        ),
        Case(
            "Mara Dunn, the colonel who led the retreat, was hurt.",
            "Hurt in the retreat was colonel Mara Dunn.",
            "Mara Dunn, an officer who led the retreat, was hurt.",
            why="a wider word",
        ),
        Case(
            "The finance minister, Nora Keller, raised the tax.",
            "The tax goes up, finance minister Nora Keller decided.",
            "The treasury minister, Nora Keller, raised the tax.",
            why="another name of the field",
        ),
        Case(
            "Senator Ada Lunde lost her seat by nine votes.",
            "By nine votes Senator Ada Lunde lost her seat.",
            "The lawyer Paul Lunde comforted his mother, Ada Lunde.",
            why="another person of that surname",
        ),
        Case(
            "The auditor Jan Osk, a teller in his youth, found a hole in the books.",
            "A hole in the books was found by the auditor Jan Osk.",
            "The teller Jan Osk found a hole in the books.",
            "Jan Osk, a teller until May and now an auditor, found it.",
            why="others have both",
        ),
        Case(
            "Olga Reiss, an astronomer, saw the comet first.",
            "Olga Reiss, a dentist, saw the comet first.",
            why="one against one",
        ),
        Case(
            "Senator Ada Lunde lost her seat by nine votes.",
            "By nine votes Senator Ada Lunde lost her seat.",
            "Her lawyer said Ada Lunde would ask for a recount.",
            why="somebody else's role",
        ),
    )

    def __call__(self, event: Event, article: int) -> Iterator[Suspicion]:
        """Roles beside a name that the others' contradict."""
        for found in contradicted(event, article, FactKind.ROLE):
            yield found.suspicion(
                found.agreed.graded(Severity.CRITICAL),
                "Hardly anybody is both; the reader takes this person for another, or for the other side.",
                f"{found.fact.about.title()} is “{found.own}” here, and “{found.others}” elsewhere.",
            )
