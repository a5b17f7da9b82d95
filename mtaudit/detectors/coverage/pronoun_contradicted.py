"""Pronoun contradicted: "he" for a judge of whom the other outlets say "she"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.coverage._reading import contradicted
from mtaudit.mqm import Category, Severity
from mtaudit.records import Event, FactKind, Suspicion


@dataclass(frozen=True, slots=True, kw_only=True)
class PronounContradicted:
    """An article speaks of a person as of a man, and the others as of a woman, or the reverse.

    Where a language leaves the pronoun out or takes it from the noun, a machine guesses it anew, and a judge who is a
    woman comes back as "he". The reader meets another person, or looks for one. Only "he" and "she" count, and titles
    such as "Mrs", where the sentence or the one before names a single person: "his" and "her" are given to things too.
    Pronouns in quotation marks mean whom the speaker means and are left alone; so is a pronoun in whose neighbourhood
    somebody else of that sex is named, unless it opens the sentence right behind the name. Two people of one
    surname are told apart by their given names, and "they" contradicts nobody.
    """

    category: ClassVar[Category] = Category.PRONOUN
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "Judge Ada Lunde threw out the suit on Monday. She found no proof of harm.",
            "The suit failed, Judge Ada Lunde ruled, because she saw no harm in it.",
            "Judge Ada Lunde dismissed the complaint. [[He]] found no evidence of damage.",
            why="a court",
            severity=Severity.MAJOR,
        ),
        Case(
            "Coach Ivo Brandt praised his side. He will stay for two more years.",
            "The club kept coach Ivo Brandt, who said he was happy to stay.",
            "Coach Ivo Brandt congratulated the team. [[She]] remains for two years more.",
            why="sport",
            severity=Severity.MAJOR,
        ),
        Case(
            "Shares fell after chief executive Nora Keller resigned. She had led the bank since May.",
            "“I am tired,” said Nora Keller. She leaves the bank in June.",
            "The shares lost value when chief executive Nora Keller resigned. [[He]] directed the bank since May.",
            why="markets",
            severity=Severity.MAJOR,
        ),
        Case(
            "Dr Emil Sand, 61, found the fossil. He had dug there for years.",
            "The bone was found by Emil Sand, a geologist. He named it after a river.",
            "The geologist Emil Sand discovered the bone. [[She]] had been digging for years.",
            why="science",
            severity=Severity.MAJOR,
        ),
        Case(
            "Senator Ruth Vale lost by nine votes. She asked for a recount.",
            "By nine votes Senator Ruth Vale was beaten. “We fought,” she said.",
            "Senator Ruth Vale lost with nine votes. “We have fought,” [[he]] said.",
            why="an election",
            severity=Severity.MAJOR,
        ),
        Case(
            "Nurse Tom Hale carried six patients out. He went back twice.",
            "The last to leave was nurse Tom Hale. He had carried six people.",
            "The nurse Tom Hale brought out six patients. [[She]] returned two times.",
            why="health",
            severity=Severity.MAJOR,
        ),
        Case(
            "Colonel Mara Dunn ordered the retreat. She was hurt by a shell.",
            "The retreat was ordered by Colonel Mara Dunn. She is in hospital.",
            "Colonel Mara Dunn has ordered the withdrawal. [[He]] was injured by a grenade.",
            why="war",
            severity=Severity.MAJOR,
        ),
        Case(
            "Forecaster Jan Osk warned of floods. He expects more rain.",
            "Floods are likely, forecaster Jan Osk said. He sees no end of the rain.",
            "The forecaster Jan Osk warned of the floods. [[She]] expects other rains.",
            why="weather",
            severity=Severity.MAJOR,
        ),
        Case(
            "[[Mr]] Lunde rejected the request. The judge wrote nine pages.",
            "Mrs Lunde said no. The judge gave her reasons on nine pages.",
            "The request was denied. Judge Ada Lunde said she saw no grounds.",
            "On nine pages Ms Lunde refused it.",
            why="a title",
            severity=Severity.MAJOR,
        ),
        Case(
            "Judge Ada Lunde threw out the suit on Monday. She found no proof of harm.",
            "The suit failed, Judge Ada Lunde ruled, because she saw no harm in it.",
            "After nine days, Judge Ada Lunde dismissed the complaint of Tom Vale, a farmer. He will appeal.",
            why="he is another person",
        ),
        Case(
            "Coach Ivo Brandt praised his side. He will stay for two more years.",
            "The club kept coach Ivo Brandt, who said he was happy to stay.",
            "Coach Ivo Brandt spoke of the keeper. “She saved us,” Brandt said.",
            why="in a quotation",
        ),
        Case(
            "Nora Keller, the chairwoman, resigned. She had led the bank since May.",
            "“I am tired,” said Nora Keller. She leaves the bank in June.",
            "Her brother Paul Keller resigned too, Nora Keller said. He sat on the board.",
            why="two people of one surname",
        ),
        Case(
            "Dr Emil Sand, 61, found the fossil. He had dug there for years.",
            "The bone was found by Emil Sand, a geologist. He named it after a river.",
            "Emil Sand, a geologist, found the bone, and they named it after a river.",
            why="they",
        ),
        Case(
            "Senator Ruth Vale lost by nine votes. She asked for a recount.",
            "Senator Ruth Vale lost by nine votes, and he won who had been last.",
            why="one against one",
        ),
        Case(
            "Nurse Tom Hale carried six patients out. He went back twice.",
            "The last to leave was nurse Tom Hale. He had carried six people.",
            "The nurse Tom Hale wrote to the mayor. A day later, she answered.",
            why="somebody without a name",
        ),
        Case(
            "Colonel Mara Dunn ordered the retreat. She was hurt by a shell.",
            "The retreat was ordered by Colonel Mara Dunn. She is in hospital.",
            "Colonel Mara Dunn ordered the retreat against his advice.",
            why="whose advice it was is not told",
        ),
        Case(
            "Forecaster Jan Osk warned of floods. He expects more rain.",
            "Floods are likely, forecaster Jan Osk said. He sees no end of the rain.",
            "Jan Osk warned of floods. The ship Aurora left port before she could be warned.",
            why="a ship",
        ),
        Case(
            "Judge Ada Lunde ruled for the port. She wrote that the dues were just.",
            "The dues are just, Judge Ada Lunde ruled. She cited a law of 1911.",
            "Judge Ada Lunde ruled for the port. Marcher Lines lost, and he who spoke for it wept.",
            why="a name that nothing tells to be a person's lies between",
        ),
    )

    def __call__(self, event: Event, article: int) -> Iterator[Suspicion]:
        """Pronouns and titles that tell the other sex than the others' do."""
        for found in contradicted(event, article, FactKind.PRONOUN):
            yield found.suspicion(
                found.agreed.graded(Severity.MAJOR),
                "The others speak of this person as of the other sex, so the reader is shown someone else.",
                f"“{found.own}” is {found.fact.about.title()}, of whom others say “{found.others}”.",
            )
