"""Genitive chained: “of” behind “of” behind “of”, where English would put nouns side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.text._reading import symptom
from mtaudit.lexicon.closed_class import DETERMINERS, is_function_word
from mtaudit.lexicon.tables import members
from mtaudit.lexicon.wordnet import share
from mtaudit.mqm import Category, Severity
from mtaudit.records import Parsed, Suspicion, Word
from mtaudit.text.phrases import prose

PARTITIVES = members("measure-nouns", "partitive")
"""Nouns of which the “of” says how much or which part, so that a chain may well have one more."""

ADJECTIVE = 0.6
"""Share of a word's readings from which it is an adjective that has its “of”: "free of"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GenitiveChained:
    """Three or more “of” follow one another with a word or two between them.

    Spanish, French, Portuguese and Italian say “of” where English joins nouns: "the competition of robots of the school
    of the city". Word-for-word translation leaves the chain as it is, and takes names apart ("the policies of Smith of
    President of Norway"). A writer may well write two; where one of them belongs to a name ("the Bank of England") or
    says how much ("a number of"), a third.
    """

    least: int = 3
    """Links of a chain. 61 sound news texts have 21 chains of two and none of three, their rule-based round trips 180
    and 41."""

    category: ClassVar[Category] = Category.FLUENCY
    cases: ClassVar[tuple[Case, ...]] = (
        Case("He won the [[prize of the league of robots of schools]] in May.", severity=Severity.MINOR),
        Case("They blamed the [[policies of the party of Smith of the north]].", severity=Severity.MINOR),
        Case("The [[price of the barrel of oil of Norway]] fell.", severity=Severity.MINOR),
        Case("The [[team of football of the city of Oslo]] lost.", severity=Severity.MINOR),
        Case("She read the [[report of the ministry of health of the country]].", severity=Severity.MINOR),
        Case("A [[storm of snow of the month of January]] is near.", severity=Severity.MINOR),
        Case("The [[centre of control of flights of space]] lost contact.", severity=Severity.MINOR),
        Case("The [[judge of the court of appeal of the town]] was late.", severity=Severity.MINOR),
        Case("The [[captain of the guard of the palace of the king]] resigned.", severity=Severity.MINOR),
        Case("The director of the museum of the city resigned.", why="two links"),
        Case("The death of the governor of the Bank of England was news.", why="one belongs to a name"),
        Case("He spoke of a number of members of the board of trustees.", why="some say how much"),
        Case("It is one of the causes of the decline of bees.", why="“one of”"),
        Case("The speaker of the House of Commons of old age died.", why="a name"),
        Case("Of men, of mice and of ships they sang.", why="a list"),
        Case("The head of state, of whom much was said, died of a cold.", why="apart by marks"),
        Case("The end of the rule of the Duke of York came soon.", why="a name"),
        Case("Dreams of a life free of fear of hunger were common.", why="adjectives and two links"),
    )

    def __call__(self, text: Parsed) -> Iterator[Suspicion]:
        """Chains, from the noun before the first “of” to the one behind the last."""
        for side in prose(text):
            for chain in _chains(side):
                if sum(_counts(side, k) for k in chain) >= self.least:
                    yield symptom(
                        side,
                        _extent(side, chain),
                        Severity.MINOR,
                        "“Of” follows “of”: “{}”.",
                        "Languages of Latin descent join nouns so; English has few such chains.",
                        0.6,
                    )


def _chains(side: Sequence[Word]) -> Iterator[list[int]]:
    """Runs of “of” between which no more than a determiner and two content words stand."""
    run: list[int] = []
    for k, word in enumerate(side):
        if word.form != "of" or k in (0, len(side) - 1):
            continue
        if run and not _links(side[run[-1] + 1 : k]):
            yield run
            run = []
        run.append(k)
    if run:
        yield run


def _links(between: Sequence[Word]) -> bool:
    """Whether these words between two “of” are a short noun phrase."""
    content = [word for word in between if word.form not in DETERMINERS]
    plain = all(word.text.isalpha() and not is_function_word(word.form) for word in content)
    return 1 <= len(content) <= 2 and len(between) <= 3 and plain


def _counts(side: Sequence[Word], k: int) -> bool:
    """Whether the “of” at k is a link, and neither of a name ("Bank of England") nor behind a measure."""
    before, behind = side[k - 1], side[k + 1 + (side[k + 1].form in DETERMINERS and k + 2 < len(side))]
    named = before.text[0].isupper() and behind.text[0].isupper()
    noun = share(before.form, "a") < ADJECTIVE and not is_function_word(before.form)
    return noun and not named and before.form not in PARTITIVES


def _extent(side: Sequence[Word], chain: Sequence[int]) -> range:
    stop = chain[-1] + 2
    if side[stop - 1].form in DETERMINERS and stop < len(side):
        stop += 1
    return range(chain[0] - 1, stop)
