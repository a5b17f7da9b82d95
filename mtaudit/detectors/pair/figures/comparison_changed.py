"""Comparison changed: "slighter" became "less light", "faster than" became "fast"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import became, both
from mtaudit.lexicon.degrees import Degree, Graded, graded
from mtaudit.lexicon.wordnet import Relation, opposite, relation
from mtaudit.mqm import Category, Severity
from mtaudit.pair.bead import steadiness
from mtaudit.records import ComparedBead, Comparison, Link, Suspicion, Word

SAME = frozenset((Relation.IDENTICAL, Relation.INFLECTION, Relation.SYNONYM, Relation.SIMILAR))
"""How two words that name one quality may be related."""

RAISING = frozenset("very so too increasingly ever extremely highly more even far much".split())
"""Words that raise the quality behind them; most adverbs in "-ly" do so too."""

NEAR = 3
"""Words before a quality that may tell its degree."""

REACH = 8
"""Words behind a comparative among which its "than" stands."""

MULTIPLES = frozenset("twice half thrice times third quarter".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonChanged:
    """A comparison points the other way, or is lost, or stands where nothing was compared.

    "Slighter" said as "less slight" tells of more where the original tells of less. Languages that compare with a word
    for "less" let a machine put it before the wrong half of a pair ("dwindlingly slight", "less light"), and those
    without endings of comparison lose the degree. A comparison turned round is critical; one that is lost where the
    sentence goes on "than …", and a highest degree that is gone or put in, are major; a lost "-er" alone, or a highest
    degree that became a higher one, is minor, a higher one told as the highest a remark: many languages have one form.
    "Less high" for "lower" is spared, "more quickly" for "faster", and "higher" in a name.
    """

    close: float = 0.75
    """Share of the other words that must have been kept: in freer rewordings another thing is compared."""

    turned: float = 0.5
    """The same for a comparison turned round where the word beside it was kept: it is no rewording of the other."""

    category: ClassVar[Category] = Category.POLARITY
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "The risk of frost is [[slighter]] than in March.",
            "The risk of frost is [[less slight]] than in March.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The margin was [[dwindlingly slim]], she said.",
            "The margin was [[less slim]], she said.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The new train is [[faster]] than the old one.",
            "The new train is [[fast]] than the old one.",
            severity=Severity.MAJOR,
        ),
        Case(
            "It is the [[largest]] bank in the country.",
            "It is a [[large]] bank in the country.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The old drug was [[less safe]] than this one.",
            "The old drug was [[safer]] than this one.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "Her rival ran the [[fastest]] lap of the day.",
            "Her rival ran a [[faster]] lap of the day.",
            severity=Severity.MINOR,
        ),
        Case(
            "The troops are [[wearier]] than in May.",
            "The troops are [[less tired]] than in May.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The court heard a [[serious]] charge.",
            "The court heard a [[less serious]] charge.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The storm was the [[least costly]] in years.",
            "The storm was the [[costliest]] in years.",
            severity=Severity.CRITICAL,
        ),
        Case("Voters want a [[stronger]] state.", "Voters want a [[strong]] state.", severity=Severity.MINOR),
        Case("The rate is lower than in May.", "The rate is less high than in May.", why="turned round twice"),
        Case("The new train runs faster.", "The new train runs more quickly.", why="one degree in two forms"),
        Case("It is the cheapest drug.", "It is the least expensive drug."),
        Case("The road is twice as long.", "The road is two times longer.", why="compared with a multiple"),
        Case("The river is near the tower.", "The tower is near the river.", why="no degrees"),
        Case("She is the elder sister.", "She is the older sister."),
        Case("Higher rates hurt builders.", "Builders are hurt by higher rates.", why="moved"),
        Case("It runs more swiftly and easily than cars.", "It runs faster and easier than cars.", why="one “more”"),
        Case("He came later than planned.", "He came late, not as planned.", why="a time"),
        Case("The bigger club won.", "The larger club won."),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Linked words of one quality, or in each other's place, whose degrees differ."""
        for bead in comparison.beads:
            if bead.original and bead.copy and bead.differences:
                yield from self._in_bead(bead)

    def _in_bead(self, bead: ComparedBead) -> Iterator[Suspicion]:
        mine, theirs = [w.form for w in bead.original], [w.form for w in bead.copy]
        for link in bead.links:
            i, j = link.original, link.copy
            if mine[max(0, i - NEAR) : i + 1] == theirs[max(0, j - NEAR) : j + 1]:
                continue
            a = graded(bead.original, i)
            b = graded(bead.copy, j) if a else None
            if not a or not b or a.degree is b.degree:
                continue
            severity = _turned(bead, a, b) or _lost(bead, a, b)
            close = self.turned if severity is Severity.CRITICAL and _is_in_place(link, bead) else self.close
            if severity and steadiness(bead, a.words, b.words) >= close:
                yield _graded_otherwise(bead, a, b, severity)


def _is_in_place(link: Link, bead: ComparedBead) -> bool:
    """Whether the words right before the two qualities, past what tells their degree, are the same."""
    i, j = link.original - 2, link.copy - 2
    return i >= 0 and j >= 0 and bead.original[i].form == bead.copy[j].form


def _turned(bead: ComparedBead, a: Graded, b: Graded) -> Severity | None:
    """How bad it is that only one side says "less"."""
    if a.lessened == b.lessened or opposite(a.base, b.base):
        return None
    other = b if a.lessened else a
    if other.degree is not Degree.POSITIVE or (b.lessened and _raised(bead.original, a.head)):
        return Severity.CRITICAL
    return Severity.MAJOR if relation(a.base, b.base) in SAME else None


def _raised(side: Sequence[Word], head: int) -> bool:
    """Whether the word before the quality raises it."""
    before = side[head - 1].form if head else ""
    return before in RAISING or (before.endswith("ly") and len(before) > 4)


def _lost(bead: ComparedBead, a: Graded, b: Graded) -> Severity | None:
    """How bad it is that the same quality stands in another degree."""
    if a.lessened or b.lessened or relation(a.base, b.base) not in SAME:
        return None
    if any(side[g.head].text[0].isupper() and g.head for side, g in ((bead.original, a), (bead.copy, b))):
        return None
    if _multiplied(bead.original, a.words.start) or _multiplied(bead.copy, b.words.start):
        return None
    if {a.degree, b.degree} == {Degree.COMPARATIVE, Degree.SUPERLATIVE}:
        return Severity.MINOR if a.degree is Degree.SUPERLATIVE else Severity.NEUTRAL
    if Degree.SUPERLATIVE in (a.degree, b.degree) or _compares(bead.original, a) or _compares(bead.copy, b):
        return Severity.MAJOR
    return Severity.MINOR


def _multiplied(side: Sequence[Word], start: int) -> bool:
    """Whether a multiple stands before: "twice as long", "three times longer"."""
    return any(w.form in MULTIPLES for w in side[max(0, start - 2) : start])


def _compares(side: Sequence[Word], g: Graded) -> bool:
    """Whether a comparative is held against something."""
    behind = (w.form for w in side[g.head + 1 : g.head + 1 + REACH])
    return g.degree is Degree.COMPARATIVE and "than" in behind


def _graded_otherwise(bead: ComparedBead, a: Graded, b: Graded, severity: Severity) -> Suspicion:
    kept = {k.original for k in bead.links if bead.original[k.original].form == bead.copy[k.copy].form}
    start = a.words.start
    if b.lessened and _raised(bead.original, a.head) and a.head - 1 not in kept:
        start = a.head - 1
    return became(
        *both(bead, range(start, a.words.stop), b.words),
        severity,
        "The copy tells of less where the original tells of more, or the other way round."
        if a.lessened != b.lessened
        else "The quality is told in another degree: what was compared is not, or otherwise.",
        0.85 if severity is Severity.CRITICAL else 0.7,
    )
