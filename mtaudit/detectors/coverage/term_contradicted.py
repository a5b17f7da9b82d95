"""Term contradicted: "torturous interference", where the other outlets have "tortious interference"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.coverage._reading import contradicted
from mtaudit.mqm import Category, Severity
from mtaudit.records import Event, FactKind, Suspicion


@dataclass(frozen=True, slots=True, kw_only=True)
class TermContradicted:
    """A word stands alone where the other outlets have one that looks like it, or that one foreign word also means.

    "Réplique" is an aftershock and a replica, "campo" a field and the countryside: what a machine makes of the one is
    often the other, and what it does not know it takes for a word that looks alike. A word counts that is a noun or
    adjective, where no outlet has both it and the others' word; it stands beside the same word as theirs, or among
    like words, or in a set phrase of which they have the rest. Synonyms, wider and narrower words, words of one
    family, opposites, names and other orders of the same words are the outlet's own choice.
    """

    category: ClassVar[Category] = Category.TERM
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "The firm sued for tortious interference and lost.",
            "A suit over tortious interference failed on Monday.",
            "The company sued for [[torturous interference]] and has lost.",
            why="a word that looks alike",
            severity=Severity.MAJOR,
        ),
        Case(
            "The army built a field hospital near the port.",
            "Near the port stands a field hospital of the army.",
            "The army has built a [[countryside hospital]] near the port.",
            why="two senses of one foreign word",
            severity=Severity.MAJOR,
        ),
        Case(
            "Geologists expect aftershocks for a week.",
            "For a week there may be aftershocks, geologists said.",
            "The geologists expect [[replicas]] during one week.",
            why="science",
            severity=Severity.MAJOR,
        ),
        Case(
            "The president declared a state of emergency after the storm.",
            "After the storm a state of emergency was declared by the president.",
            "The president declared a [[state of exception]] after the storm.",
            why="a set phrase",
            severity=Severity.MAJOR,
        ),
        Case(
            "The keeper has a clean sheet in nine games.",
            "In nine games the keeper kept a clean sheet.",
            "The goalkeeper has kept a [[clean blanket]] in nine games.",
            why="sport",
            severity=Severity.MAJOR,
        ),
        Case(
            "The accused was free on bail until the verdict.",
            "Until the verdict, the accused was out on bail.",
            "The accused was free under [[deposit]] until the verdict.",
            why="a court",
            severity=Severity.MAJOR,
        ),
        Case(
            "The central bank kept its interest rate at nine percent.",
            "At nine percent the bank left its main interest rate.",
            "The central bank has kept its [[interest tax]] at nine percent.",
            why="markets",
            severity=Severity.MAJOR,
        ),
        Case(
            "The drug needs a prescription from a doctor.",
            "Without a doctor's prescription, the drug is not sold.",
            "The drug needs a [[regulation]] of a doctor.",
            why="health",
            severity=Severity.MAJOR,
        ),
        Case(
            "Two polling stations opened late in the north.",
            "In the north two polling stations were late to open.",
            "Two [[polling seasons]] opened late in the north.",
            why="an election",
            severity=Severity.MAJOR,
        ),
        Case(
            "The firm sued for tortious interference and lost.",
            "A suit over tortious interference failed on Monday.",
            "The firm sued over meddling with its contracts and lost.",
            why="in plain words",
        ),
        Case(
            "The army built a field hospital near the port.",
            "Near the port stands a field hospital of the army.",
            "The army built a military hospital near the port.",
            why="the outlet's own word",
        ),
        Case(
            "Geologists expect aftershocks for a week.",
            "For a week there may be aftershocks, geologists said.",
            "Geologists expect further tremors for a week.",
            why="a wider word",
        ),
        Case(
            "The president declared a state of emergency after the storm.",
            "After the storm a state of emergency was declared by the president.",
            "After the storm emergency rule was declared by the president.",
            why="another phrase for it",
        ),
        Case(
            "Voters saw abusive, violent posts on the site.",
            "On the site voters saw abusive, violent posts.",
            "Voters saw violent and abusive posts on the site.",
            why="another order",
        ),
        Case(
            "The accused was free on bail until the verdict.",
            "Until the verdict, the accused was out on bail.",
            "The accused was free until the verdict, as a deposit in court had been paid as bail.",
            why="it has both",
        ),
        Case(
            "The keeper saved a penalty in the cup match.",
            "In the cup match the keeper saved a penalty.",
            "The keeper saved a penalty in the cup game.",
            why="a synonym",
        ),
        Case(
            "The firm sued for tortious interference and lost.",
            "The firm sued for torturous interference and lost.",
            why="one against one",
        ),
        Case(
            "The central bank kept its interest rate at nine percent.",
            "At nine percent the bank left its main interest rate.",
            "The central bank kept its lending rate at nine percent.",
            why="a narrower term",
        ),
        Case(
            "The jury found him guilty on four counts of fraud.",
            "On four counts of fraud the jury found him guilty.",
            "Jurors found him guilty on four counts of fraud.",
            why="words of one family",
        ),
    )

    def __call__(self, event: Event, article: int) -> Iterator[Suspicion]:
        """Words in the place of which the others have one that a translator confuses with them."""
        for found in contradicted(event, article, FactKind.TERM):
            yield found.suspicion(
                found.agreed.graded(Severity.MAJOR),
                "The words look alike, or one foreign word means both; the others' sense is the right one.",
            )
