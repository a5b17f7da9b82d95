"""Date contradicted: Thursday, where the other outlets have Tuesday."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.coverage._reading import contradicted
from mtaudit.mqm import Category, Severity
from mtaudit.records import Event, FactKind, Suspicion


@dataclass(frozen=True, slots=True, kw_only=True)
class DateContradicted:
    """A day, month, year or hour stands alone against another one that the other outlets give of the same event.

    Day and month change places between countries, names of days are mistaken for one another, and "16.52" becomes
    "4:52 a.m.". Dates are held against each other where the words around tell the same, and only in one form: weekday
    against weekday, day of the month against day of the month. With the days of publication weekdays and
    "yesterday" become days of the calendar; there one day more or less is a matter of time zones. Hours that differ by
    whole hours are too, but for the two halves of the day. When somebody said something is left alone, as is a date
    that any outlet has beside the others', or that stands in quotation marks.
    """

    category: ClassVar[Category] = Category.DATE_TIME
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "The quake struck the coast on Tuesday and cut all roads.",
            "On Tuesday a quake struck the coast; roads were cut.",
            "The earthquake struck the coast on [[Thursday]] and cut all the roads.",
            why="a weekday",
            severity=Severity.MAJOR,
        ),
        Case(
            "The jury found Pike guilty of fraud on 21 February.",
            "Pike was found guilty of fraud by the jury on Feb. 21.",
            "The jury had found Pike guilty of the fraud on [[12 February]].",
            why="a court",
            severity=Severity.MAJOR,
        ),
        Case(
            "The new tax takes effect in January, the ministry decided.",
            "From January the new tax takes effect.",
            "The new tax takes effect in [[June]], according to the ministry.",
            why="a month",
            severity=Severity.MAJOR,
        ),
        Case(
            "Lindqvist joined the club in 2021 from Varnby.",
            "From Varnby he came: Lindqvist joined the club in 2021.",
            "Lindqvist joined the club in [[2012]], coming from Varnby.",
            why="sport: a year",
            severity=Severity.MAJOR,
        ),
        Case(
            "The ferry sank off Skarn at 4:52 a.m. in a gale.",
            "In a gale off Skarn, the ferry sank at 4:52 a.m. local time.",
            "The ferry sank off Skarn at [[4:52 p.m.]] in a storm.",
            why="half of the day",
            severity=Severity.MAJOR,
        ),
        Case(
            "Voters elect a new parliament on March 9, a year early.",
            "A year early, voters will elect the parliament on 9 March.",
            "The voters elect a new parliament on [[March 19]], a year before time.",
            why="an election",
            severity=Severity.MAJOR,
        ),
        Case(
            "The vaccine was approved by the agency on Friday for children.",
            "On Friday the agency approved the vaccine for children.",
            "The agency has approved the vaccine for the children on [[Sunday]].",
            why="health",
            severity=Severity.MAJOR,
        ),
        Case(
            "Trading in Marcher shares stopped on Monday at noon in Oslo.",
            "In Oslo, Marcher shares stopped trading on Monday.",
            "The trading of Marcher shares in Oslo stopped on [[Wednesday]].",
            why="markets",
            severity=Severity.MAJOR,
        ),
        Case(
            "The siege of the town began in 1994 and lasted two winters.",
            "Two winters lasted the siege of the town that began in 1994.",
            "The siege of the town, which lasted two winters, began in [[1949]].",
            why="war",
            severity=Severity.MAJOR,
        ),
        Case(
            "The quake struck the coast on Tuesday and cut all roads.",
            "On Tuesday a quake struck the coast; roads were cut.",
            "The quake struck the coast on 4 May and cut all roads.",
            why="a weekday and a day of the month",
        ),
        Case(
            "The jury found Pike guilty of fraud on 21 February.",
            "Pike was found guilty of fraud by the jury on Feb. 21.",
            "Pike will be sentenced for fraud on 14 March, the court decided.",
            why="another day in court",
        ),
        Case(
            "The new tax takes effect in January, the ministry decided.",
            "From January the new tax takes effect.",
            "The old tax ends in December, the ministry decided.",
            why="another tax",
        ),
        Case(
            "The ferry sank off Skarn at 4:52 a.m. in a gale.",
            "In a gale off Skarn, the ferry sank at 4:52 a.m. local time.",
            "The ferry sank off Skarn at 3:52 a.m. GMT in a gale.",
            why="another zone",
        ),
        Case(
            "The vaccine was approved by the agency on Friday for children.",
            "On Friday the agency approved the vaccine for children.",
            "The agency said on Monday it approved the vaccine for children.",
            why="when it was said",
        ),
        Case(
            "The vaccine was approved by the agency on Friday for children.",
            "On Friday the agency approved the vaccine for children.",
            "The agency approved the vaccine for children on Friday; doctors begin on Monday.",
            why="it has both",
        ),
        Case(
            "Trading in Marcher shares stopped on Monday and again on Wednesday.",
            "In Oslo, trading in Marcher shares stopped on Monday.",
            "Trading in Marcher shares stopped in Oslo on Wednesday.",
            why="two stops: the first outlet has both",
        ),
        Case(
            "The quake struck the coast on Tuesday and cut all roads.",
            "The quake struck the coast on Thursday and cut all roads.",
            why="one against one",
        ),
        Case(
            "Lindqvist joined the club in 2021 from Varnby.",
            "From Varnby he came: Lindqvist joined the club in 2021.",
            "Lindqvist was born in 2001 and grew up by the sea.",
            why="another event of his life",
        ),
        Case(
            "Voters elect a new parliament on March 9, a year early.",
            "A year early, voters will elect the parliament on 9 March.",
            "“We elect a new parliament on March 19,” the drunk minister told voters.",
            why="in a quotation",
        ),
    )

    def __call__(self, event: Event, article: int) -> Iterator[Suspicion]:
        """Dates that the others' contradict."""
        for found in contradicted(event, article, FactKind.DATE):
            yield found.suspicion(
                found.agreed.graded(Severity.MAJOR),
                "The others date the same event otherwise, so the reader gets the order of things wrong.",
            )
