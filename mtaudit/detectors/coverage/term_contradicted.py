"""Term contradicted: "torturous interference", where the other outlets have "tortious interference"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import EventCase
from mtaudit.detectors.contradiction import contradicted, others_words, own_words, suspicion
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
    cases: ClassVar[tuple[EventCase, ...]] = (
        EventCase(
            (
                "The firm sued for tortious interference and lost.",
                "A suit over tortious interference failed on Monday.",
                "The company sued for [[torturous interference]] and has lost.",
            ),
            "a word that looks alike",
        ),
        EventCase(
            (
                "The army built a field hospital near the port.",
                "Near the port stands a field hospital of the army.",
                "The army has built a [[countryside hospital]] near the port.",
            ),
            "two senses of one foreign word",
        ),
        EventCase(
            (
                "Geologists expect aftershocks for a week.",
                "For a week there may be aftershocks, geologists said.",
                "The geologists expect [[replicas]] during one week.",
            ),
            "science",
        ),
        EventCase(
            (
                "The president declared a state of emergency after the storm.",
                "After the storm a state of emergency was declared by the president.",
                "The president declared a [[state of exception]] after the storm.",
            ),
            "a set phrase",
        ),
        EventCase(
            (
                "The keeper has a clean sheet in nine games.",
                "In nine games the keeper kept a clean sheet.",
                "The goalkeeper has kept a [[clean blanket]] in nine games.",
            ),
            "sport",
        ),
        EventCase(
            (
                "The accused was free on bail until the verdict.",
                "Until the verdict, the accused was out on bail.",
                "The accused was free under [[deposit]] until the verdict.",
            ),
            "a court",
        ),
        EventCase(
            (
                "The central bank kept its interest rate at nine percent.",
                "At nine percent the bank left its main interest rate.",
                "The central bank has kept its [[interest tax]] at nine percent.",
            ),
            "markets",
        ),
        EventCase(
            (
                "The drug needs a prescription from a doctor.",
                "Without a doctor's prescription, the drug is not sold.",
                "The drug needs a [[regulation]] of a doctor.",
            ),
            "health",
        ),
        EventCase(
            (
                "Two polling stations opened late in the north.",
                "In the north two polling stations were late to open.",
                "Two [[polling seasons]] opened late in the north.",
            ),
            "an election",
        ),
        EventCase(
            (
                "The firm sued for tortious interference and lost.",
                "A suit over tortious interference failed on Monday.",
                "The firm sued over meddling with its contracts and lost.",
            ),
            "in plain words",
        ),
        EventCase(
            (
                "The army built a field hospital near the port.",
                "Near the port stands a field hospital of the army.",
                "The army built a military hospital near the port.",
            ),
            "the outlet's own word",
        ),
        EventCase(
            (
                "Geologists expect aftershocks for a week.",
                "For a week there may be aftershocks, geologists said.",
                "Geologists expect further tremors for a week.",
            ),
            "a wider word",
        ),
        EventCase(
            (
                "The president declared a state of emergency after the storm.",
                "After the storm a state of emergency was declared by the president.",
                "After the storm emergency rule was declared by the president.",
            ),
            "another phrase for it",
        ),
        EventCase(
            (
                "Voters saw abusive, violent posts on the site.",
                "On the site voters saw abusive, violent posts.",
                "Voters saw violent and abusive posts on the site.",
            ),
            "another order",
        ),
        EventCase(
            (
                "The accused was free on bail until the verdict.",
                "Until the verdict, the accused was out on bail.",
                "The accused was free until the verdict, as a deposit in court had been paid as bail.",
            ),
            "it has both",
        ),
        EventCase(
            (
                "The keeper saved a penalty in the cup match.",
                "In the cup match the keeper saved a penalty.",
                "The keeper saved a penalty in the cup game.",
            ),
            "a synonym",
        ),
        EventCase(
            (
                "The firm sued for tortious interference and lost.",
                "The firm sued for torturous interference and lost.",
            ),
            "one against one",
        ),
        EventCase(
            (
                "The central bank kept its interest rate at nine percent.",
                "At nine percent the bank left its main interest rate.",
                "The central bank kept its lending rate at nine percent.",
            ),
            "a narrower term",
        ),
        EventCase(
            (
                "The jury found him guilty on four counts of fraud.",
                "On four counts of fraud the jury found him guilty.",
                "Jurors found him guilty on four counts of fraud.",
            ),
            "words of one family",
        ),
    )

    def __call__(self, event: Event, article: int) -> Iterator[Suspicion]:
        """Words in the place of which the others have one that a translator confuses with them."""
        for fact, mention, agreed in contradicted(event, article, FactKind.TERM):
            others, own = others_words(event, fact, agreed), own_words(event, mention)
            yield suspicion(
                event, fact, mention, agreed,
                severity=agreed.graded(Severity.MAJOR),
                message=f"“{own}” stands where others have “{others}”.",
                explanation="The words look alike, or one foreign word means both; the others' sense is the right one.",
            )  # fmt: skip
