"""Figure contradicted: 73 dead, where the other outlets have 37."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.coverage._reading import contradicted
from mtaudit.mqm import Category, Severity
from mtaudit.records import Event, FactKind, Suspicion


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureContradicted:
    """A figure stands alone against another one that the other outlets give of the same thing.

    Digits change places on the way through a machine, "milliard" comes back as "million", a comma for a point makes
    a thousand of one. A figure is held against those that count the same noun or measure in the same unit amid
    the same words, and the dead, injured or missing against the others' total. It is left alone where it agrees after
    rounding, converting or bounding ("at least 30" with 37), where it tells a part ("including 12 children"), where any
    outlet has both, where the article has the others' figure as well, and where a toll may have grown: it was published
    later and is higher, or says that it rose. Scores are read from either side.
    """

    category: ClassVar[Category] = Category.NUMBER
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "The landslide killed 37 people in the valley.",
            "Rescuers said 37 were dead after the hillside gave way.",
            "The landslide has killed [[73]] persons in the valley.",
            why="a disaster",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The bank was fined €4.5 million over its loans.",
            "For its loans the bank must pay a fine of 4.5 million euros.",
            "The bank was fined [[4.5 billion euros]] for its loans.",
            why="markets: the scale",
            severity=Severity.CRITICAL,
        ),
        Case(
            "Brackley won 3-1 after a dull first half.",
            "It ended 3-1 for Brackley, who were dull before the break.",
            "Brackley has won [[3-2]] after a boring first half.",
            why="sport",
            severity=Severity.CRITICAL,
        ),
        Case(
            "A quake of magnitude 6.8 shook the island at dawn.",
            "The island shook at dawn in a 6.8-magnitude quake.",
            "An earthquake of magnitude [[8.6]] shook the island at dawn.",
            why="science",
            severity=Severity.CRITICAL,
        ),
        Case(
            "Turnout in the province reached 61 percent, the board said.",
            "In the province 61% of voters cast a ballot, a turnout not seen before.",
            "The turnout in the province reached [[16 percent]], the commission said.",
            why="an election",
            severity=Severity.CRITICAL,
        ),
        Case(
            "Judge Ada Lunde, 58, read the sentence aloud.",
            "The sentence was read by Ada Lunde, 58.",
            "The judge Ada Lunde, [[85]], read the verdict.",
            why="an age",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The army set up a hospital with 80 beds near the port.",
            "Near the port stands an army hospital of 80 beds.",
            "The army has mounted a hospital with [[800]] beds near the port.",
            why="health: a zero too many",
            severity=Severity.CRITICAL,
        ),
        Case(
            "Winds of 140 km/h tore roofs off in the old town.",
            "In the old town winds of 140 km/h tore off roofs.",
            "Winds of [[410 km/h]] ripped off roofs in the old town.",
            why="weather",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The garrison lost 24 tanks in the battle for the bridge.",
            "In the battle for the bridge 24 tanks were lost.",
            "The garrison lost [[42]] tanks in the battle of the bridge.",
            why="war",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The landslide killed 37 people in the valley.",
            "Rescuers said 37 were dead after the hillside gave way.",
            "The landslide killed at least 30 people in the valley.",
            why="a bound",
        ),
        Case(
            "The landslide killed 37 people in the valley.",
            "Rescuers said 37 were dead after the hillside gave way.",
            "The toll has risen to 41 dead in the valley.",
            why="it grew",
        ),
        Case(
            "The landslide killed 37 people in the valley.",
            "Rescuers said 37 were dead after the hillside gave way.",
            "The landslide killed 37 people in the valley, including 12 children.",
            why="a part",
        ),
        Case(
            "The bank was fined €4.5 million over its loans.",
            "For its loans the bank must pay a fine of 4.5 million euros.",
            "The bank was fined almost five million euros for its loans.",
            why="rounded",
        ),
        Case(
            "The fire burned 100 hectares of forest above the lake.",
            "Above the lake 100 hectares of forest burned.",
            "The fire burned 247 acres of forest above the lake.",
            why="another unit",
        ),
        Case(
            "Brackley won 3-1 after a dull first half.",
            "It ended 3-1 for Brackley, who were dull before the break.",
            "Oldham lost 1-3 to Brackley after a dull first half.",
            why="from the loser's side",
        ),
        Case(
            "The landslide killed 37 people in the valley.",
            "Rescuers said 37 were dead after the hillside gave way.",
            "The landslide left 73 people injured in the valley.",
            why="another count",
        ),
        Case(
            "The first blast killed nine people, the second killed four.",
            "Nine people died in the first blast at the mill.",
            "Four people were killed by the second blast at the mill.",
            why="two blasts: the first outlet has both",
        ),
        Case(
            "The landslide killed 37 people in the valley.",
            "The landslide killed 73 people in the valley.",
            why="one against one",
        ),
        Case(
            "In the province 88 percent of the ballots were counted by noon.",
            "By noon 88% of the ballots in the province were counted.",
            "In the province 12 percent of the ballots were still to be counted at noon.",
            why="the other part of the whole",
        ),
        Case(
            "Marcher Steel will cut 400 jobs at its mill in Oldham.",
            "At the Oldham mill Marcher Steel cuts 400 jobs.",
            "Its sister firm Marcher Glass, which has 900 workers, cuts none.",
            why="a sister company",
        ),
    )

    def __call__(self, event: Event, article: int) -> Iterator[Suspicion]:
        """Figures that the others' contradict."""
        for found in contradicted(event, article, FactKind.FIGURE):
            yield found.suspicion(
                found.agreed.graded(Severity.CRITICAL),
                "The others count the same thing otherwise; digits, a scale word or a separator changed.",
            )
