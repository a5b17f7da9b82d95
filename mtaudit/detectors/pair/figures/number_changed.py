"""Figures that became others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import became, both, lost
from mtaudit.lexicon.units import converted
from mtaudit.mqm import Category, Severity
from mtaudit.pair.bead import steadiness
from mtaudit.pair.figures import matched_quantities, stands_intact
from mtaudit.pair.matching_facts import Placed
from mtaudit.records import ComparedBead, Comparison, Suspicion
from mtaudit.text.quantity import CEILINGS, FLOORS, Bound, Kind, Quantity, reversed_bounds
from mtaudit.text.words import joined

_COUNTS = (Kind.CARDINAL, Kind.PERCENT, Kind.POINTS, Kind.MONEY, Kind.MEASURE, Kind.SCORE)


_ALIKE = Fraction(1, 10)
"""How much two units may differ for an exchange to be a slip: a yard from a metre, a short ton from a tonne."""

_RESPELT = "The digits are the same, but a point stands for a comma or a comma for a point, as in another language."


LARGE = 10**15
"""Value from which a figure has more digits than a float keeps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberChanged:
    """A count, sum, share, measure, score or rank says something else in the copy.

    Figures go through machine translation as loose tokens: digits are swapped, scale words are taken for false
    friends (a French "milliard" is a billion), units and currencies are localised without converting the figure,
    "percentage points" loses its second word, and "up to" turns into "at least". The copy's quantities are
    matched with the original's by value; what has no partner is held against the quantity at its place.

    The rule of severity: whatever makes the amount another one misleads about how much and is critical: the value, in
    digits or words, of a count, sum, share, score, measure or span of time; a million for a billion; the unit, the
    currency, percent for percentage points beside the same figure; a bound turned round. A figure that only places (a
    rank, an age) or is vague itself ("dozens"), a unit nearly as long ("yards" for "metres"), and a ceiling that
    reads as the amount ("up to 500" as "500") are major. A figure that a person rounded, one written with another
    language's separators, a bound that became vague and a floor that was dropped are minor. A figure that vanished is
    left to the detectors of omissions, unless its digits are missing from words that still stand side by side.
    Rightly converted units, crowns under their native names and figures in another form are spared.
    """

    rounded: Fraction = Fraction(1, 20)
    """How far off a figure may lie that the copy gives with fewer digits, to count as rounded: 1.26 as 1.3 million."""

    verbatim: float = 0.9
    """Share of the other words from which a figure was not rounded by a person: a machine does not round."""

    category: ClassVar[Category] = Category.NUMBER
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case("The fire killed [[12]] people.", "The fire killed [[21]] people.", severity=Severity.CRITICAL),
        Case(
            "The city borrowed [[$5 million]] last year.",
            "The city borrowed [[$5 billion]] last year.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "Unemployment fell by [[3 percentage points]].",
            "Unemployment fell by [[3 percent]].",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The glacier lost [[40 metres]] of ice.", "The glacier lost [[40 feet]] of ice.", severity=Severity.CRITICAL
        ),
        Case(
            "Farmers planted [[at least 300]] trees.",
            "Farmers planted [[at most 300]] trees.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The home side won [[3-1]] on a wet night.",
            "The home side won [[3-2]] on a wet night.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The crash killed [[4]] and injured [[9]] passengers.",
            "The crash killed [[9]] and injured [[4]] passengers.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The actress won her [[third]] Oscar that night.",
            "The actress won her [[second]] Oscar that night.",
            severity=Severity.MAJOR,
        ),
        Case("The vaccine costs [[£20]] a dose.", "The vaccine costs [[€20]] a dose.", severity=Severity.CRITICAL),
        Case("The strike lasted [[six weeks]].", "The strike lasted [[six months]].", severity=Severity.CRITICAL),
        Case("[[Hundreds]] of readers wrote to us.", "[[Thousands]] of readers wrote to us.", severity=Severity.MAJOR),
        Case(
            "The lake holds [[5 milliard litres]].", "The lake holds [[5 million litres]].", severity=Severity.CRITICAL
        ),
        Case("The team was out for [[247]] runs.", "The team was out for [[250]] runs.", severity=Severity.CRITICAL),
        Case("The mill employs [[1,240]] people.", "The mill employs [[1.240]] people.", severity=Severity.MINOR),
        Case(
            "The state is home to [[1.5 million]] Serbs.",
            "The state is home to [[1,5 million]] Serbs.",
            severity=Severity.MINOR,
        ),
        Case(
            "The brewery made a profit of [[$30]], up 7% on the year.",
            "The brewery made a profit of [[$40]], up 7% on last year’s $30.",
            severity=Severity.CRITICAL,
        ),
        Case("Twelve ships sank.", "12 ships sank.", why="same value, other form"),
        Case("The ticket costs 40 kroner.", "The ticket costs 40 crowns.", why="a currency’s English name"),
        Case("The fund holds 2 milliard euros.", "The fund holds 2 billion euros.", why="the long scale"),
        Case("The farm covers 40 acres.", "The farm covers 16 hectares.", why="rightly converted"),
        Case("Of 30 pupils, 12 were ill.", "12 of 30 pupils were ill.", why="moved, not changed"),
        Case("One of the singers left.", "A singer left.", why="a pronoun counts nothing"),
        Case("More than 200 shops closed.", "Over 200 shops closed.", why="the same bound in other words"),
        Case("Half of the votes were counted.", "50% of the votes were counted.", why="a share and its percentage"),
        Case(
            "A ton of tin cost $30, a ton of zinc cost $40, he said.",
            "A ton of zinc cost $40, a ton of tin cost $30, he said.",
            why="moved with what it counts",
        ),
        Case("The law was passed in 1998.", "The law was passed in 1989.", why="a year is a date"),
        Case(
            "The Covid-19 tests cost $30.", "The Covid-19 tests cost 30 dollars.", why="a name with digits is no figure"
        ),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Yield the figures that changed, bead by bead."""
        for bead in comparison.beads:
            if not (bead.original and bead.copy and bead.differences):
                continue
            matching = matched_quantities(bead)
            for a, b in matching.changed:
                if _respelt(bead, a, b):
                    yield _other(bead, a.words, b.words, Severity.MINOR, _RESPELT)
                    continue
                rounded = _is_rounded(a.fact, b.fact, self.rounded)
                loose = rounded and (b.fact.bound or steadiness(bead, a.words, b.words) < self.verbatim)
                severity = Severity.MINOR if loose else _severity(a.fact, b.fact)
                yield _other(bead, a.words, b.words, severity, _cause(a.fact, b.fact))
            for a, b in matching.same:
                if _respelt(bead, a, b):
                    yield _other(bead, a.words, b.words, Severity.MINOR, _RESPELT)
                if a.fact.bound is not b.fact.bound:
                    yield from _bound_changed(bead, a, b)
            for a in matching.lost:
                if a.fact.digits and stands_intact(bead, a.words):
                    yield lost(
                        bead.original[a.words.start : a.words.stop],
                        Severity.MAJOR,
                        "The words on either side of the figure are there, so it was dropped rather than reworded.",
                        0.7,
                        message="The figure “{}” is missing.",
                    )


def _respelt(bead: ComparedBead, a: Placed[Quantity], b: Placed[Quantity]) -> bool:
    """Whether the figures are written with the same digits, and a point stands for a comma or the reverse."""
    was, now = joined(bead.original[k] for k in a.words), joined(bead.copy[k] for k in b.words)
    if len(was) != len(now):
        return False
    unlike = {(x, y) for x, y in zip(was, now, strict=True) if x != y}
    return bool(unlike) and unlike <= {(".", ","), (",", ".")}


def _is_rounded(a: Quantity, b: Quantity, most: Fraction) -> bool:
    """Whether the copy gives the figure with fewer digits and close to it."""
    if (a.kind, a.unit) != (b.kind, b.unit) or a.kind not in (Kind.CARDINAL, Kind.MONEY, Kind.MEASURE, Kind.PERCENT):
        return False
    pairs = ((a.low, b.low), (a.high, b.high))
    close = all(x and abs(x - y) <= abs(x) * most for x, y in pairs)
    return close and a.digits and _digits(b.low) < _digits(a.low)


def _digits(value: Fraction) -> int:
    """How many digits the value is written with, zeros at either end aside."""
    written = str(int(value)) if value >= LARGE else f"{float(value):.12g}"
    return len(written.replace(".", "").strip("-0"))


def _bound_changed(bead: ComparedBead, a: Placed[Quantity], b: Placed[Quantity]) -> Iterator[Suspicion]:
    if reversed_bounds(a.fact.bound, b.fact.bound):
        cause = "The limit points the other way: what was a floor is now a ceiling, or the reverse."
        yield _other(bead, a.extent, b.extent, Severity.CRITICAL, cause)
    elif not {a.fact.bound, b.fact.bound} <= FLOORS and not {a.fact.bound, b.fact.bound} <= CEILINGS:
        cause = "The figure is bounded in another way: exact, approximate or a limit."
        unlimited = a.fact.bound is Bound.MOST and b.fact.bound is None
        yield _other(bead, a.extent, b.extent, Severity.MAJOR if unlimited else Severity.MINOR, cause)


def _other(bead: ComparedBead, left: range, right: range, severity: Severity, cause: str) -> Suspicion:
    return became(*both(bead, left, right), severity, cause, 0.9)


def _severity(a: Quantity, b: Quantity) -> Severity:
    """Critical where the amount is another one; major where the figure only places, is vague, or hardly differs."""
    counted = a.kind in _COUNTS and b.kind in _COUNTS and not (a.rough and b.rough)
    if (a.low, a.high) == (b.low, b.high) and a.unit != b.unit:
        size = converted(Fraction(1), a.unit, b.unit) if a.unit and b.unit else Fraction(1)
        counted = counted and not (size and abs(size - 1) <= _ALIKE)
    return Severity.CRITICAL if counted else Severity.MAJOR


def _cause(a: Quantity, b: Quantity) -> str:
    """What happened to the figure, as far as its two forms tell."""
    if {a.kind, b.kind} == {Kind.PERCENT, Kind.POINTS}:
        return "A percentage and percentage points differ: two points from 4% is 2%, two percent from 4% is 3.92%."
    if (a.low, a.high) == (b.low, b.high) and a.kind is b.kind is Kind.MONEY:
        return "The currency was replaced without converting the sum."
    if (a.low, a.high) == (b.low, b.high):
        return "The unit changed but not the number, so the quantity is another one."
    if a.kind is b.kind is Kind.ORDINAL:
        return "The rank or order is another one."
    if a.kind is b.kind is Kind.SCORE and (a.low, a.high) == (b.high, b.low):
        return "The two sides of the score are exchanged."
    if a.low and b.low and _power_of_ten(a.low / b.low):
        return "The order of size changed: a zero, a separator or a scale word such as million was mistaken."
    return "The figure says something else than in the original; digits or number words were mistranslated."


def _power_of_ten(ratio: Fraction) -> bool:
    large = max(ratio, 1 / ratio)
    return large.denominator == 1 and large > 1 and set(str(large.numerator)[1:]) == {"0"} and str(large)[0] == "1"
