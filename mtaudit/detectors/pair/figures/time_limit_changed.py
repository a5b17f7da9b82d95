"""Time limit changed: "by Friday" became "until Friday", "for two years" became "in two years"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import became
from mtaudit.lexicon.tables import members, unordered
from mtaudit.mqm import Category, Severity
from mtaudit.pair.bead import steadiness
from mtaudit.records import ComparedBead, Comparison, Suspicion, Word
from mtaudit.text.names import CALENDAR

SPELLING = {"till": "until", "to": "until", "through": "until"}
"""Prepositions that before a time say the same as another one."""

GRAVE = unordered("time-limits", "grave")
"""Pairs that set another end or beginning, or turn a span of time into a point."""

SLIGHT = unordered("time-limits", "slight")
"""Pairs that tell of the same time less exactly, or in part of their uses of the same."""

PREPOSITIONS = frozenset(word for pair in GRAVE | SLIGHT for word in pair) | SPELLING.keys()

TIMES = members("times", "span", "point")
"""Nouns of time: what the preposition must stand before."""

BEGINNING = frozenset("starting beginning commencing effective".split())
"""Words that make "from" of a preposition behind them: "starting in May"."""

WITHIN = 4
"""Words behind the preposition among which the time must stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeLimitChanged:
    """The same time stands behind another preposition, so that something ends, begins or lasts otherwise.

    "The work must end by Friday" sets a deadline, "the shop is open until Friday" tells how long; German "bis" and
    French "jusqu'à" are both. A limit that became a duration or another limit is major; "since" for "from", "for" for
    "in", "by" for "on" tell of nearly the same time and are minor. Spared are "till" and "through" for "until",
    "before" for "by", "starting in" for "from", and prepositions before anything but a time.
    """

    close: float = 0.6
    """Share of the other words that must have been kept: in freer rewordings the verb takes another preposition."""

    category: ClassVar[Category] = Category.DATE_TIME
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case("The repairs must end [[by]] Friday.", "The repairs must end [[until]] Friday.", severity=Severity.MAJOR),
        Case(
            "The polls are open [[until]] eight o’clock.",
            "The polls are open [[by]] eight o’clock.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The exile lived in Turin [[for]] two years.",
            "The exile lived in Turin [[in]] two years.",
            severity=Severity.MINOR,
        ),
        Case("She has led the bank [[since]] 2010.", "She has led the bank [[from]] 2010.", severity=Severity.MINOR),
        Case(
            "The drug must be taken [[within]] three days.",
            "The drug must be taken [[after]] three days.",
            severity=Severity.MAJOR,
        ),
        Case("The siege will last [[until]] March.", "The siege will last [[from]] March.", severity=Severity.MAJOR),
        Case("Snow closed the pass [[until]] Monday.", "Snow closed the pass [[on]] Monday.", severity=Severity.MAJOR),
        Case(
            "The rover will reach Mars [[by]] 2031.", "The rover will reach Mars [[in]] 2031.", severity=Severity.MINOR
        ),
        Case("Players rested [[during]] the night.", "Players rested [[before]] the night.", severity=Severity.MAJOR),
        Case("The repairs must end by Friday.", "The repairs must end before Friday.", why="the same deadline"),
        Case("The polls are open until eight.", "The polls are open till eight."),
        Case("The drug is taken by adults.", "The drug is taken until death.", why="no time behind both"),
        Case("The siege lasted from May to July.", "The siege lasted from May until July.", why="one end"),
        Case("The bank has been hers since 2010.", "She took over the bank in 2010.", why="rewritten"),
        Case("In winter the pass is closed.", "During winter the pass is closed.", why="the same time"),
        Case("Fares rise from May on all lines.", "Fares rise starting in May on all lines.", why="the same beginning"),
        Case("The vote is on Friday.", "The vote is Friday.", why="no preposition"),
        Case("He was hit by two cars.", "He was hit with two cars.", why="no time"),
        Case("For years she led the bank.", "Over the years she led the bank."),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Unlike prepositions before the same words, among them a time."""
        for bead in comparison.beads:
            if not (bead.original and bead.copy and bead.differences):
                continue
            for i, j in _before_same_time(bead):
                a, b = bead.original[i], bead.copy[j]
                pair = frozenset((_limit(bead.original, i), _limit(bead.copy, j)))
                steady = steadiness(bead, range(i, i + 1), range(j, j + 1))
                if pair in GRAVE | SLIGHT and steady >= self.close:
                    yield became(
                        (a,),
                        (b,),
                        Severity.MAJOR if pair in GRAVE else Severity.MINOR,
                        "The copy lets it begin, end or last otherwise than the original does.",
                        0.75 if pair in GRAVE else 0.55,
                        message="“{}” became “{}” before a time.",
                    )


def _before_same_time(bead: ComparedBead) -> Iterator[tuple[int, int]]:
    """Places of unlike prepositions with the same word behind them, at the head of a time."""
    for link in bead.links:
        i, j = link.original - 1, link.copy - 1
        if i < 0 or j < 0 or bead.original[link.original].form != bead.copy[link.copy].form:
            continue
        forms = bead.original[i].form, bead.copy[j].form
        if forms[0] != forms[1] and PREPOSITIONS.issuperset(forms) and _is_time(bead.original, link.original):
            yield i, j


def _limit(side: Sequence[Word], index: int) -> str:
    """The preposition by what it says of the time behind it."""
    if index and side[index - 1].form in BEGINNING:
        return "from"
    return SPELLING.get(side[index].form, side[index].form)


def _is_time(side: Sequence[Word], start: int) -> bool:
    """Whether a time begins here: nothing but determiners, figures and adjectives before its noun, date or year."""
    for word in side[start : start + WITHIN]:
        form = word.form
        if form in TIMES or form in CALENDAR or _is_clock(form):
            return True
        if word.is_punctuation or form in PREPOSITIONS:
            return False
    return False


def _is_clock(form: str) -> bool:
    """Whether it is a year or a time of day in figures."""
    year = form.isdecimal() and len(form) == 4 and form[:2] in ("18", "19", "20")
    return year or form in ("am", "pm", "o'clock") or (":" in form and form[0].isdigit())
