"""Name contradicted: "Law Sherman", where the other outlets have the Sherman Act."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from rapidfuzz.distance import OSA

from mtaudit.detectors.base import Case
from mtaudit.detectors.coverage._reading import contradicted
from mtaudit.event.agreement import Agreement
from mtaudit.mqm import Category, Severity
from mtaudit.records import Event, FactKind, Suspicion
from mtaudit.text.names import is_common

SLIP = 2
"""Letters by which a name is still known, though misspelt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameContradicted:
    """A name has a form that no other outlet has, and that a translation can have made of theirs.

    A machine puts the noun of a law in front, takes a surname for a fish, and turns a town into its
    meaning; the reader cannot find who or what is spoken of, or finds someone else. A form counts that stands in this
    article alone: the others' name inverted, with one word or all of them translated, with another surname behind the
    same given name, or misspelt. It is left alone where the article has the others' name as well, unless
    English never puts the words so. Short forms, initials, titles, transliterations, inflections, small words,
    and people of one surname are no contradictions, nor is what any outlet has beside the others' name.
    """

    evident: float = 0.6
    """How sure a noun put in front is by itself, since English has it behind; it adds to what the others prove."""

    category: ClassVar[Category] = Category.NAME
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "The firm broke the Marlow Act, the judge found.",
            "In breach of the Marlow Act, the firm must pay.",
            "The company has violated the [[Law Marlow]], the judge found.",
            why="the noun in front",
            severity=Severity.MAJOR,
        ),
        Case(
            "Farmers are paid under the Crop Insurance Act after hail.",
            "The Crop Insurance Act pays farmers for hail.",
            "The farmers are paid by the [[Law Insurance Crops]] after hail.",
            why="the noun in front, and the rest turned around",
            severity=Severity.MAJOR,
        ),
        Case(
            "The witness, Leonard Brook, saw the ship go down.",
            "From the pier, Leonard Brook saw the ship sink.",
            "The witness, [[Leonard Stream]], has seen the ship sinking.",
            why="a surname translated",
            severity=Severity.MAJOR,
        ),
        Case(
            "The dam on the Rio Claro broke in the night.",
            "In the night a dam on the Rio Claro broke.",
            "The dam on the [[Clear River]] gave way in the night.",
            why="every word translated",
            severity=Severity.CRITICAL,
        ),
        Case(
            "Shares of the Harbour Trust fell on Monday in Oslo.",
            "On Monday, shares of the Harbour Trust lost value.",
            "The shares of the [[Port Trust]] fell on Monday at Oslo.",
            why="one word translated",
            severity=Severity.MAJOR,
        ),
        Case(
            "The keeper of Varnby, Jonas Lindqvist, stopped everything.",
            "Nothing got past keeper Jonas Lindqvist of Varnby.",
            "The goalkeeper of Varnby, [[Jonas Lindentwig]], has stopped everything.",
            why="half translated",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The vaccine was made by Thornbury in a year.",
            "In a year, Thornbury made the vaccine, officials said.",
            "The vaccine was made by [[Thornbudy]] in one year.",
            why="misspelt",
            severity=Severity.MAJOR,
        ),
        Case(
            "The storm tore roofs off in Larkhill and drowned cattle.",
            "Cattle drowned as the storm hit Larkhill at dawn.",
            "The storm tore off roofs in [[Lark Hill]] and drowned the cattle.",
            why="fallen into its words",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The vote was watched by the Civic Union, which saw no fraud.",
            "No fraud, said the Civic Union, whose people watched the vote.",
            "The vote was observed by the [[Union Civic]], which saw no fraud.",
            why="an adjective behind",
            severity=Severity.MAJOR,
        ),
        Case(
            "The rebels hold the town, General Emil Sand told reporters.",
            "General Emil Sand said the rebels hold the town.",
            "The rebels hold the town, General [[Emil Gravel]] told the reporters.",
            why="another surname behind the given name",
            severity=Severity.MAJOR,
        ),
        Case(
            "The firm broke the Marlow Act, the judge found.",
            "In breach of the Marlow Act, the firm must pay.",
            "The firm broke the law, the judge found in Marlow.",
            why="no name of a law",
        ),
        Case(
            "The witness, Leonard Brook, saw the ship go down.",
            "From the pier, Leonard Brook saw the ship sink.",
            "The witness, Mr Brook, saw the ship go down.",
            why="a short form",
        ),
        Case(
            "Shares of the Harbour Trust fell on Monday in Oslo.",
            "On Monday, shares of the Harbour Trust lost value.",
            "On Monday, shares of HT fell in Oslo, and Port Authority bonds too.",
            why="initials, and another body",
        ),
        Case(
            "The tanks rolled into Antey, Colonel Stoiky said.",
            "Colonel Stoiky said that tanks were in Antey.",
            "The tanks rolled into Antai, Colonel Stoyky said.",
            why="transliterations",
        ),
        Case(
            "The keeper of Varnby, Jonas Lindqvist, stopped everything.",
            "Nothing got past keeper Jonas Lindqvist of Varnby.",
            "Nothing got past Lindqvist, and his brother Sven Lindqvist was glad.",
            why="a brother",
        ),
        Case(
            "Northern Gas raised its prices in May; Northern Oil did not.",
            "In May prices of Northern Gas rose, regulators said.",
            "In May regulators looked into prices of Northern Oil too.",
            why="two companies: the first outlet has both",
        ),
        Case(
            "Marcher Holding bought the mill in Oldham last year.",
            "Last year the mill in Oldham went to Marcher Holding.",
            "Last year the mill in Oldham went to Marcher Steel, a part of Marcher Holding.",
            why="a subsidiary",
        ),
        Case(
            "The ferry crossed Lake Vanern in the fog, the crew said.",
            "In the fog a ferry crossed Lake Vanern, police said.",
            "In the fog a ferry crossed Vanern Lake, police said.",
            why="either order",
        ),
        Case(
            "The firm broke the Marlow Act, the judge found.",
            "The firm broke the Marlow Code, the judge found.",
            why="one against one",
        ),
        Case(
            "The storm came from Holland and drowned cattle in Essex.",
            "Cattle drowned in Essex in a storm from Holland.",
            "A storm from the Netherlands drowned cattle in Essex.",
            why="two names of one country",
        ),
    )

    def __call__(self, event: Event, article: int) -> Iterator[Suspicion]:
        """Names that the others have in another form."""
        for found in contradicted(event, article, FactKind.NAME):
            own, others = found.own.casefold(), found.others.casefold()
            told = found.suspicion(
                _severity(own, others, found.agreed),
                "This form looks translated or damaged, so the reader cannot tell who or what is meant.",
            )
            if _is_in_front(own, others):
                sure = 1 - (1 - told.confidence) * (1 - self.evident)
                told = replace(told, confidence=round(sure, 4))
            yield told


def _is_in_front(own: str, others: str) -> bool:
    """Whether the last word of the others' name, or what stands for it, is the first."""
    return own.split()[1:] == others.split()[:-1]


def _severity(own: str, others: str, agreed: Agreement) -> Severity:
    """Critical where a name became another one; major where only common words of it changed; minor for a slip.

    A noun put in front is major however few the witnesses: English never puts it there.
    """
    if _is_in_front(own, others):
        return Severity.MAJOR
    return agreed.graded(_unlike(own, others))


def _unlike(own: str, others: str) -> Severity:
    if OSA.distance(own, others) <= SLIP and not any(is_common(w) for w in set(own.split()) - set(others.split())):
        return Severity.MINOR
    changed = (set(own.split()) ^ set(others.split())) or set(own.split()[:1])
    common = all(is_common(word) for word in changed)
    return Severity.MAJOR if common and set(own.split()) & set(others.split()) else Severity.CRITICAL
