"""Clause omitted: a sentence or clause of the original is missing from the copy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import became
from mtaudit.detectors.pair.amount._reading import Stretch, lost_stretches, stands_elsewhere
from mtaudit.lexicon.closed_class import AUXILIARIES, CONJUNCTIONS, WH_WORDS
from mtaudit.lexicon.speech import is_speech, speaks
from mtaudit.lexicon.wordnet import lemma
from mtaudit.mqm import Category, Severity
from mtaudit.records import ComparedBead, Comparison, Difference, Role, Suspicion, Word
from mtaudit.text.negation import negators

MINOR_ROLES = frozenset((Role.DEBRIS, Role.BYLINE, Role.CAPTION, Role.HEADING, Role.HEADLINE))
"""What a repost may leave out without loss to the story."""

DENIALS = frozenset("deny refuse reject refute dispute fail decline dismiss rebut disclaim".split())
"""Verbs by which somebody says that something is not so, or was not done."""

ASIDES = frozenset(("which", "who", "whom", "whose", "where", "including", "such", "with", "while", "as", "like"))
"""What an aside begins with."""

CLAUSES = CONJUNCTIONS | WH_WORDS
"""What a clause may begin with."""

FEWEST = 5
"""Words of a clause that has but two of content."""

BOUNDS = frozenset((",", "(", ")", "-", ";"))
"""Marks between which an aside stands."""


class _Loss(StrEnum):
    """What the reader does not learn, the weightiest first."""

    DENIAL = "a denial"
    SOURCE = "the source of a statement"
    FIGURE = "a figure"
    ASIDE = "an aside"
    PART = "a part of what is told"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseOmitted:
    """Words of the original have no counterpart: a sentence, or a stretch with several content words.

    A machine drops what it cannot parse, a scraper what it takes for decoration. What is lost decides how bad
    it is: a denial that is cut out of a sentence may turn the rest round and is critical, and so is the only denial of
    an article; a figure, a source or a part of what is told is major; an aside between commas that has none of these is
    minor. A clause that stands in the sentences around, because one was split or two were merged, is not lost. Two or
    three words are left to the detectors that look at what they say.
    """

    least: int = 3
    """Content words that make an omission a clause: human rewriting of the round-trip corpus drops fewer."""

    category: ClassVar[Category] = Category.OMISSION
    general: ClassVar[bool] = True
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "The bank[[, which had lost millions in risky bonds,]] was sold on Friday.",
            "The bank was sold on Friday.",
            severity=Severity.MINOR,
        ),
        Case(
            "Rain fell for days. [[The mayor did not ask the army for help.]] Roads were closed.",
            "Rain fell for days. Roads were closed.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The vaccine works [[in children under five years of age]], doctors said.",
            "The vaccine works, doctors said.",
            severity=Severity.MINOR,
        ),
        Case(
            "The firm paid 40 million euros[[, half of its profit from the last year,]] to the fund.",
            "The firm paid 40 million euros to the fund.",
            severity=Severity.MAJOR,
        ),
        Case(
            "Hale was seen near the safe. [[He denies that he ever entered the room.]] The trial goes on.",
            "Hale was seen near the safe. The trial goes on.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The probe landed on time. [[It sent back 312 pictures of the crater.]] Its battery is full.",
            "The probe landed on time. Its battery is full.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The keeper saved the shot [[and threw the ball straight to Diaz]], but the whistle blew.",
            "The keeper saved the shot, but the whistle blew.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The storm will turn north [[and lose most of its force over the cold sea]], forecasters said.",
            "The storm will turn north, forecasters said.",
            severity=Severity.MINOR,
        ),
        Case(
            "Voters stood in line for hours [[because two machines broke down before noon]].",
            "Voters stood in line for hours.",
            severity=Severity.MAJOR,
        ),
        Case(
            "It was paid for by two banks and a fund in Oslo[[; neither had a say in the results]].",
            "It was paid for by two banks and a fund in Oslo.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The nurse said that the lamp had been broken [[and that she had not been wearing her glasses]].",
            "The nurse said that the lamp had been broken.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The brewery[[, including its three old branches in Riga,]] was sold on Friday.",
            "The brewery was sold on Friday.",
            why="an aside that names parts",
            severity=Severity.MINOR,
        ),
        Case(
            "The brewery[[, and its three old branches in Riga,]] was sold on Friday.",
            "The brewery was sold on Friday.",
            why="sold as well",
            severity=Severity.MAJOR,
        ),
        Case("The bank was sold on Friday.", "The bank was sold."),
        Case("In order to win, they had to score.", "To win, they had to score."),
        Case("Yesterday the bank, sadly, was sold.", "Yesterday the bank was sold."),
        Case(
            "The mosque was empty when the crane fell, and nobody was hurt there.",
            "The mosque was empty when the crane fell. Nobody was hurt there.",
            why="split",
        ),
        Case(
            "The trial ended in May. Hale was freed at once and left for Riga.",
            "The trial ended in May, and Hale was freed at once. He left for Riga.",
            why="cut elsewhere",
        ),
        Case(
            "The fire began in the kitchen. Two guests were hurt.",
            "Two guests were hurt. The fire began in the kitchen.",
            why="moved",
        ),
        Case("Rain fell for days.\n\nRead more", "Rain fell for days.", why="what is no part of the story"),
        Case("The old, proud and tired team lost.", "The old and tired team lost.", why="a word"),
        Case("He was, as it were, out of it.", "He was out of it.", why="no content"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Omitted segments, and omitted stretches inside segments that were kept, that stand nowhere near."""
        denied = sum(_denies(bead.original) for bead in comparison.beads)
        for number, bead in enumerate(comparison.beads):
            for found in lost_stretches(bead):
                if self._tells(bead, found) and not stands_elsewhere(comparison.beads, number, found.words):
                    yield _suspicion(bead, found, only=denied == 1)

    def _tells(self, bead: ComparedBead, found: Stretch) -> bool:
        """Whether the story loses something: a sentence, or a clause of one."""
        if found.difference is None:
            return bead.bead.original[0].role not in MINOR_ROLES
        return found.more >= (self.least - 1 if not found.instead and _is_clause(found.words) else self.least)


def _is_clause(lost: tuple[Word, ...]) -> bool:
    """Whether the words open as a clause and have a verb of their own, or deny: two words of content then tell much."""
    spoken = [word for word in lost if not word.is_punctuation]
    opened = lost[0].is_punctuation or lost[0].form in CLAUSES
    return len(spoken) >= FEWEST and opened and (_denies(lost) or any(w.form in AUXILIARIES for w in spoken))


def _suspicion(bead: ComparedBead, found: Stretch, *, only: bool) -> Suspicion:
    loss = _loss(bead, found)
    severity = Severity.MAJOR
    if loss is _Loss.DENIAL and (only or found.instead):
        severity = Severity.CRITICAL
    elif loss is _Loss.ASIDE:
        severity = Severity.MINOR
    means = f"What is lost is {loss}; the reader does not learn it, or reads the rest otherwise."
    return became(found.words, found.instead, severity, means, 0.75, message="The copy leaves out “{}”.")


def _loss(bead: ComparedBead, found: Stretch) -> _Loss:
    lost = found.words
    if _denies(lost):
        return _Loss.DENIAL
    if any(w.form == "according" or (is_speech(w.form) and speaks(lost, k)) for k, w in enumerate(lost)):
        return _Loss.SOURCE
    if any(c.isdigit() for w in lost for c in w.text):
        return _Loss.FIGURE
    return _Loss.ASIDE if found.difference and _is_aside(bead, found.difference) else _Loss.PART


def _denies(words: tuple[Word, ...]) -> bool:
    return bool(negators(words)) or any(lemma(w.form) in DENIALS for w in words)


def _is_aside(bead: ComparedBead, difference: Difference) -> bool:
    """Whether the words stand between marks and begin as asides begin."""
    first, last = difference.original.start, difference.original.stop
    opens = bead.original[first].form in BOUNDS or (first > 0 and bead.original[first - 1].form in BOUNDS)
    closes = bead.original[last - 1].form in BOUNDS or last >= len(bead.original) - 1
    closes = closes or bead.original[last].form in BOUNDS
    begun = [w.form for w in bead.original[first:last] if not w.is_punctuation][:1]
    return opens and closes and bool(ASIDES.intersection(begun))
