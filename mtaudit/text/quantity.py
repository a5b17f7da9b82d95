"""One figure as a value: what kind it is, how it is bounded, and when two figures say the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from mtaudit.lexicon.units import CROWNS, DOLLARS, UNITS, converted
from mtaudit.records import Span


class Kind(StrEnum):
    """What a quantity counts."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    PERCENT = "percent"
    POINTS = "points"
    MONEY = "money"
    MEASURE = "measure"
    SCORE = "score"
    AGE = "age"


class Bound(StrEnum):
    """How a quantity is bounded: "at least", "more than", "at most", "less than", "nearly", "about"."""

    LEAST = "at least"
    OVER = "more than"
    MOST = "at most"
    UNDER = "less than"
    NEARLY = "nearly"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure at `span`, from `low` to `high` (equal for a single value; the two sides of a score).

    `extent` is the span with the words of the bound. `unit` is an ISO 4217 code, "$" for any dollar, a unit of
    `lingua.units`, or None. `rough` marks an order of size ("hundreds"), `part` a share of a whole ("a third",
    "one in five"), `scale` is what its scale word or letter stands for ("million", "bn").
    """

    span: Span
    extent: Span
    low: Fraction
    high: Fraction
    kind: Kind
    unit: str | None = None
    bound: Bound | None = None
    digits: bool = False
    rough: bool = False
    part: bool = False
    scale: int = 1

    @property
    def plain(self) -> bool:
        """Whether it is a mere number, with neither unit nor percent nor part."""
        return self.kind is Kind.CARDINAL and self.low == self.high and not self.part and not self.rough


_BOUNDS = (
    (Bound.LEAST, r"at\s+least|not?\s+(?:fewer|less)\s+than|(?:a\s+)?minimum(?:\s+of)?"),
    (Bound.MOST, r"at\s+most|not?\s+more\s+than|up\s+to|as\s+(?:many|much)\s+as|(?:a\s+)?maximum(?:\s+of)?"),
    (
        Bound.OVER,
        r"(?:well\s+|slightly\s+)?(?:more|greater|higher|larger|longer|older|bigger)\s+than"
        r"|(?:just\s+|well\s+)?(?:over|above)|upwards?\s+of|in\s+excess\s+of|exceed(?:s|ed|ing)?",
    ),
    (Bound.UNDER, r"(?:fewer|less|lower|smaller|shorter|younger)\s+than|(?:just\s+|well\s+)?(?:under|below)"),
    (Bound.NEARLY, r"nearly|almost|close\s+to|just\s+short\s+of|virtually"),
    (Bound.ABOUT, r"about|around|roughly|approximately|approx\.?|circa|some|an\s+estimated|estimated"),
)  # fmt: skip
_LEFT = re.compile(
    r"\b(?:" + "|".join(f"(?P<{bound.name}>{words})" for bound, words in _BOUNDS) + r")\s+(?:US|A|C)?[$£€¥]?\s?$",
    re.IGNORECASE,
)
_RIGHT = re.compile(
    r"(?P<LEAST>\s+or\s+(?:more|older|over|above|higher)\b|[\s-]plus\b|\+|\s+at\s+least\b)|(?P<MOST>\s+or\s+(?:less|fewer|younger|under)\b|\s+at\s+most\b)"
    r"|(?P<ABOUT>\s+or\s+so\b)",
    re.IGNORECASE,
)


def bound_before(text: str, start: int) -> tuple[Bound, int] | None:
    """The bound whose words end right before `start`, and where they begin."""
    window = max(0, start - 28)
    match = _LEFT.search(text[window:start])
    return (Bound[match.lastgroup], window + match.start()) if match and match.lastgroup else None


def bound_after(text: str, end: int) -> tuple[Bound, int] | None:
    """The bound whose words begin at `end`, and where they end."""
    match = _RIGHT.match(text, end)
    return (Bound[match.lastgroup], match.end()) if match and match.lastgroup else None


FLOORS = frozenset((Bound.LEAST, Bound.OVER))
CEILINGS = frozenset((Bound.MOST, Bound.UNDER, Bound.NEARLY))


def reversed_bounds(a: Bound | None, b: Bound | None) -> bool:
    """Whether one is a floor and the other a ceiling: "at least" against "at most"."""
    return (a in FLOORS and b in CEILINGS) or (a in CEILINGS and b in FLOORS)


_ALIKE = (
    frozenset(("pound", "GBP")),
    frozenset(("pound", "lb")),
    frozenset(("degree", "°C")),
    frozenset(("degree", "°F")),
    frozenset(("ton", "t")),
)
_KINDS_ALIKE = (
    frozenset((Kind.AGE, Kind.MEASURE)),
    frozenset((Kind.AGE, Kind.CARDINAL)),
    frozenset((Kind.SCORE, Kind.CARDINAL)),
    frozenset((Kind.MONEY, Kind.MEASURE)),
)
_WEIGHT = {"pound": "lb"}
ROUNDING = Fraction(8, 100)
"""How far a converted measure may lie off, on top of the rounding of its last digit: less than a yard from a metre."""


def same(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities say the same in whatever form; how they are bounded is another matter.

    Digits equal words, a measure equals its right conversion ("40 acres", "16 hectares"), a share equals its
    percentage ("half", "50%"). Only lengths, masses and the like are rounded; spans of time convert exactly.
    """
    if a.rough != b.rough:
        return False
    if {a.kind, b.kind} == {Kind.PERCENT, Kind.CARDINAL}:
        return _same_share(a, b)
    if a.kind is not b.kind and frozenset((a.kind, b.kind)) not in _KINDS_ALIKE:
        return False
    equal = a.low == b.low and a.high == b.high
    if equal and _same_unit(a, b):
        return True
    return _converts(a, b) or _converts(b, a)


def _same_share(a: Quantity, b: Quantity) -> bool:
    share, percent = (a, b) if a.kind is Kind.CARDINAL else (b, a)
    return share.part and _near(share.low * 100, percent.low) and _near(share.high * 100, percent.high)


def _same_unit(a: Quantity, b: Quantity) -> bool:
    if a.unit == b.unit:
        return True
    if None in (a.unit, b.unit):
        return {a.kind, b.kind} == {Kind.AGE, Kind.CARDINAL} and "year" in (a.unit, b.unit)
    if "$" in (a.unit, b.unit):
        return bool(DOLLARS & {a.unit, b.unit})
    if "crown" in (a.unit, b.unit):
        return bool(CROWNS & {a.unit, b.unit})
    return frozenset((a.unit, b.unit)) in _ALIKE


def _converts(a: Quantity, b: Quantity) -> bool:
    """Whether `b` is `a` in another unit, rounded to the digits that `b` is written with."""
    if not a.unit or not b.unit or a.unit == b.unit:
        return False
    here, there = (_WEIGHT.get(unit, unit) for unit in (a.unit, b.unit))
    low, high = converted(a.low, here, there), converted(a.high, here, there)
    if low is None or high is None:
        return False
    if UNITS[here].exact:
        return low == b.low and high == b.high
    return _near(low, b.low) and _near(high, b.high)


def _near(exact: Fraction, written: Fraction) -> bool:
    """Whether `written` is `exact` rounded at the last digit of `written` that is not zero."""
    if exact == written:
        return True
    step = _last_digit(written)
    return bool(step) and abs(exact - written) <= min(step / 2, abs(written) * ROUNDING)


def _last_digit(value: Fraction) -> Fraction:
    """The place value of the last digit that is not zero: 3700 → 100, 16.2 → 1/10; 0 for an endless decimal."""
    if not value:
        return Fraction(0)
    step = Fraction(1)
    while (value / step).denominator != 1:
        step /= 10
        if step < Fraction(1, 10**6):
            return Fraction(0)
    while (value / (step * 10)).denominator == 1:
        step *= 10
    return step
