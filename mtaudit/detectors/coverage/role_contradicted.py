"""Role contradicted: a prosecutor, whom the other outlets call the judge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import EventCase
from mtaudit.detectors.contradiction import contradicted, others_words, own_words, suspicion
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
    cases: ClassVar[tuple[EventCase, ...]] = (
        EventCase(
            (
                "Ada Brook, the health minister, will visit the clinics on Monday.",
                "The clinics await a visit from Ada Brook, the health minister.",
                "Ada Brook, the [[minister of transport]], will visit the clinics on Monday.",
            ),
            "the field of a minister",
        ),
        EventCase(
            (
                "Ada Brook, the health minister, will visit the clinics on Monday.",
                "The clinics await a visit from Ada Brook, the health minister.",
                "Ada Brook, the minister of health, will visit the clinics on Monday.",
            ),
            "the field behind",
        ),
        EventCase(
            (
                "The crews' lawyer, Ruth Penn, was glad of the verdict.",
                "Ruth Penn, a lawyer, was glad of the verdict for the crews.",
                "The lawyer of the fishermen, Ruth Penn, was glad of the verdict.",
            ),
            "whose lawyer she is",
        ),
        EventCase(
            (
                "The prosecutor Tom Vale asked for nine years in prison.",
                "Nine years in prison is what prosecutor Tom Vale wants.",
                "The [[defender]] Tom Vale requested nine years of prison.",
            ),
            "a court",
        ),
        EventCase(
            (
                "The goalkeeper Ivo Brandt saved two penalties.",
                "Two penalties were saved by goalkeeper Ivo Brandt.",
                "The [[referee]] Ivo Brandt stopped two penalties.",
            ),
            "sport",
        ),
        EventCase(
            (
                "The finance minister, Nora Keller, raised the tax.",
                "The tax goes up, finance minister Nora Keller decided.",
                "The [[foreign minister]], Nora Keller, increased the tax.",
            ),
            "a field of government",
        ),
        EventCase(
            (
                "Emil Sand, a surgeon at the hospital, operated on the child.",
                "The child was operated on by surgeon Emil Sand.",
                "Emil Sand, a [[nurse]] of the hospital, has operated on the child.",
            ),
            "health",
        ),
        EventCase(
            (
                "The governor Ruth Vale closed the schools before the storm.",
                "Before the storm governor Ruth Vale closed all schools.",
                "The [[mayor]] Ruth Vale closed the schools before the tempest.",
            ),
            "weather",
        ),
        EventCase(
            (
                "Mara Dunn, the colonel who led the retreat, was hurt.",
                "Hurt in the retreat was colonel Mara Dunn.",
                "Mara Dunn, the [[sergeant]] who led the withdrawal, was injured.",
            ),
            "war",
        ),
        EventCase(
            (
                "The auditor Jan Osk found a hole of nine million in the books.",
                "A hole in the books was found by the auditor Jan Osk.",
                "The [[teller]] Jan Osk discovered a hole of nine million in the books.",
            ),
            "markets",
        ),
        EventCase(
            (
                "Senator Ada Lunde lost her seat by nine votes.",
                "By nine votes Senator Ada Lunde lost her seat.",
                "The [[ambassador]] Ada Lunde lost her seat with nine votes.",
            ),
            "an election",
        ),
        EventCase(
            (
                "Olga Reiss, an astronomer, saw the comet first.",
                "First to see the comet was the astronomer Olga Reiss.",
                "Olga Reiss, a [[dentist]], saw the comet first.",
            ),
            "science",
        ),
        EventCase(
            (
                "The prosecutor Tom Vale asked for nine years in prison.",
                "Nine years in prison is what prosecutor Tom Vale wants.",
                "The attorney Tom Vale demanded nine years in prison.",
            ),
            "another word for it",
        ),
        EventCase(
            (
                "The goalkeeper Ivo Brandt saved two penalties.",
                "Two penalties were saved by goalkeeper Ivo Brandt.",
                "The captain Ivo Brandt saved two penalties.",
            ),
            "he is both",
        ),
        EventCase(
            (
                "The governor Ruth Vale closed the schools before the storm.",
                "Before the storm governor Ruth Vale closed all schools.",
                "The former mayor Ruth Vale closed the schools before the storm.",
            ),
            "what she was",
        ),
        EventCase(
            (
                "Emil Sand, a surgeon at the hospital, operated on the child.",
                "The child was operated on by surgeon Emil Sand.",
                "Professor Emil Sand operated on the child.",
            ),
            "a degree",
        ),
        EventCase(
            (
                "Mara Dunn, the colonel who led the retreat, was hurt.",
                "Hurt in the retreat was colonel Mara Dunn.",
                "Mara Dunn, an officer who led the retreat, was hurt.",
            ),
            "a wider word",
        ),
        EventCase(
            (
                "The finance minister, Nora Keller, raised the tax.",
                "The tax goes up, finance minister Nora Keller decided.",
                "The treasury minister, Nora Keller, raised the tax.",
            ),
            "another name of the field",
        ),
        EventCase(
            (
                "Senator Ada Lunde lost her seat by nine votes.",
                "By nine votes Senator Ada Lunde lost her seat.",
                "The lawyer Paul Lunde comforted his mother, Ada Lunde.",
            ),
            "another person of that surname",
        ),
        EventCase(
            (
                "The auditor Jan Osk, a teller in his youth, found a hole in the books.",
                "A hole in the books was found by the auditor Jan Osk.",
                "The teller Jan Osk found a hole in the books.",
                "Jan Osk, a teller until May and now an auditor, found it.",
            ),
            "others have both",
        ),
        EventCase(
            (
                "Olga Reiss, an astronomer, saw the comet first.",
                "Olga Reiss, a dentist, saw the comet first.",
            ),
            "one against one",
        ),
        EventCase(
            (
                "Senator Ada Lunde lost her seat by nine votes.",
                "By nine votes Senator Ada Lunde lost her seat.",
                "Her lawyer said Ada Lunde would ask for a recount.",
            ),
            "somebody else's role",
        ),
    )

    def __call__(self, event: Event, article: int) -> Iterator[Suspicion]:
        """Roles beside a name that the others' contradict."""
        for fact, mention, agreed in contradicted(event, article, FactKind.ROLE):
            others, own = others_words(event, fact, agreed), own_words(event, mention)
            yield suspicion(
                event, fact, mention, agreed,
                severity=agreed.graded(Severity.CRITICAL),
                message=f"{fact.about.title()} is “{own}” here, and “{others}” elsewhere.",
                explanation="Hardly anybody is both; the reader takes this person for another, or for the other side.",
            )  # fmt: skip
