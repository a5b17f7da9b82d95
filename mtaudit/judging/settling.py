"""What stays of the claims: of several on the same words one, tempered where a sentence was rewritten, as the house
decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from mtaudit.detectors.glossary import Glossary
from mtaudit.mqm import Category, Severity
from mtaudit.records import ComparedBead, Comparison, Segment, Span, Suspicion

REWRITTEN = 0.6
"""Closeness of a bead below which its sentence was rewritten freely. On 600 pairs of independent human translations
(WMT) the segments with a grave finding, all false alarms, fall from 41 % to 18 % by it; of the errors in the round-trip
corpus none is lost in human prose (ce, hy), and one in eight in the output of a rough engine (rt)."""

LONG = 10
"""Words and marks of an original sentence from which closeness says something."""

EXACT = frozenset((Category.NUMBER, Category.DATE_TIME))
"""Categories of findings on words that are hardly ever reworded."""

BY_ITSELF = frozenset((Category.FLUENCY, Category.RESIDUE))
"""Categories of findings that show in the copy, however freely it was reworded."""

UNTOLD = 0.5
"""Closeness below which not even a figure plainly stands for another: with it one in eighty more segments of two
people's translations has a grave finding, without any bound twice as many."""

GAP = 40
"""Code points that are no mere word when they are gone: with it one in 500 more segments of two people's translations
has a grave finding."""

OFF = "off"
"""The reason of a difference on which a detector that is off found something."""

ALLOWED = "glossary"
"""The reason of a difference that the glossary allows."""

CELL = 256
"""Code points of a text that are looked up together."""

Owner = TypeVar("Owner")


@dataclass(frozen=True, slots=True)
class Claim:
    """A suspicion with the detector that raised it."""

    detector: str
    category: Category
    suspicion: Suspicion


@dataclass(frozen=True, slots=True)
class Levels:
    """The severity that findings of a detector have by the house's decision; None where it is off.

    `everywhere` is by detector, `outlets` by the copy's outlet and then by detector, and goes before.
    """

    everywhere: Mapping[str, Severity | None] = field(default_factory=dict)
    outlets: Mapping[str, Mapping[str, Severity | None]] = field(default_factory=dict)

    def of(self, claim: Claim, outlet: str | None) -> Severity | None:
        """The severity of a claim on a copy of this outlet: the detector's own where nothing else was decided."""
        here = self.outlets.get(outlet or "", {})
        own = claim.suspicion.severity
        return here[claim.detector] if claim.detector in here else self.everywhere.get(claim.detector, own)


@dataclass(frozen=True, slots=True)
class SetAside:
    """A claim that is no finding by the house's decision, and the reason: `OFF` or `ALLOWED`."""

    claim: Claim
    reason: str


@dataclass(frozen=True, slots=True)
class Settled:
    """The claims that become findings, in the order of the text, and those that the house set aside."""

    kept: tuple[Claim, ...]
    aside: tuple[SetAside, ...] = ()


def settled(
    comparison: Comparison,
    claims: Sequence[Claim],
    levels: Levels,
    glossary: Glossary | None = None,
    others: Iterable[Segment] = (),
) -> Settled:
    """What becomes of the claims on a pair: nothing is said of the segments that belong to `others`."""
    allowed = _allowed(comparison, claims, glossary)
    clear = settle(tempered(comparison, outside(allowed.kept, others)))
    decided = levelled(clear, levels, comparison.copy.outlet)
    return Settled(decided.kept, allowed.aside + decided.aside)


class Ground(Generic[Owner]):
    """Who lies where in a text: found by the span that is asked about, in time that grows with the answer."""

    def __init__(self) -> None:
        self._cells: dict[int, list[tuple[Span, Owner]]] = defaultdict(list)

    def take(self, span: Span | None, owner: Owner) -> None:
        """Let the owner lie on the span."""
        if span:
            for cell in range(span.start // CELL, (span.end - 1) // CELL + 1):
                self._cells[cell].append((span, owner))

    def on(self, span: Span | None) -> list[Owner]:
        """Those that lie on any part of the span, each once, in the order in which they came."""
        if not span:
            return []
        cells = range(span.start // CELL, (span.end - 1) // CELL + 1)
        found = [o for cell in cells for s, o in self._cells.get(cell, ()) if s.overlaps(span)]
        return list(dict.fromkeys(found))


def taken(suspicions: Sequence[Suspicion]) -> tuple[Ground[int], Ground[int]]:
    """Where in the copy and in the original each of them lies, by its number."""
    copy: Ground[int] = Ground()
    original: Ground[int] = Ground()
    for number, suspicion in enumerate(suspicions):
        copy.take(suspicion.copy, number)
        original.take(suspicion.original, number)
    return copy, original


def unclaimed(comparison: Comparison, claims: Sequence[Claim]) -> Comparison:
    """The comparison with only those differences on whose words no claim lies."""
    copy, original = taken([claim.suspicion for claim in claims])

    def untouched(bead: ComparedBead) -> ComparedBead:
        kept = [
            d
            for d in bead.differences
            if not copy.on(bead.copy_span(d.copy)) and not original.on(bead.original_span(d.original))
        ]
        return bead.differing_in(kept)

    return replace(comparison, beads=tuple(untouched(bead) for bead in comparison.beads))


def outside(claims: Iterable[Claim], apart: Iterable[Segment]) -> list[Claim]:
    """The claims that touch none of these segments of the copy."""
    copy: Ground[bool] = Ground()
    for segment in apart:
        copy.take(segment.span, True)
    return [claim for claim in claims if not copy.on(claim.suspicion.copy)]


def settle(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims in the order of the text; of several about the same words the gravest and surest stays.

    Claims speak of the same words of the copy, or of the original where the copy has none.
    """
    kept: list[Claim] = []
    copy: Ground[int] = Ground()
    original: Ground[int] = Ground()
    for claim in sorted(claims, key=_precedence):
        s = claim.suspicion
        if not (copy.on(s.copy) if s.copy else original.on(s.original)):
            copy.take(s.copy, len(kept))
            if not s.copy:
                original.take(s.original, len(kept))
            kept.append(claim)
    return tuple(sorted(kept, key=_position))


def _precedence(claim: Claim) -> tuple[float, float, int, str, tuple[int, int]]:
    s = claim.suspicion
    span = s.copy or s.original or Span(0, 1)
    return (-s.severity.rank, -s.confidence, span.end - span.start, claim.detector, (span.start, span.end))


def _position(claim: Claim) -> tuple[int, int, int, str]:
    s = claim.suspicion
    span = s.copy or s.original or Span(0, 1)
    return (span.start, span.end, s.original.start if s.original else -1, claim.detector)


def levelled(claims: Iterable[Claim], levels: Levels, outlet: str | None) -> Settled:
    """The claims with the severity that the house gives them, and those whose detector is off for this outlet.

    This comes after `settle`, so that what one detector has seen is not told by another once the first is off.
    """
    kept, aside = [], []
    for claim in claims:
        severity = levels.of(claim, outlet)
        if severity is None:
            aside.append(SetAside(claim, OFF))
        elif severity is claim.suspicion.severity:
            kept.append(claim)
        else:
            kept.append(replace(claim, suspicion=replace(claim.suspicion, severity=severity)))
    return Settled(tuple(kept), tuple(aside))


def _allowed(comparison: Comparison, claims: Sequence[Claim], glossary: Glossary | None) -> Settled:
    """The claims, those aside that are about nothing but a rendering which the glossary allows."""
    if glossary is None:
        return Settled(tuple(claims))
    holds = glossary.allowed(comparison)
    spared = [holds(claim.suspicion) for claim in claims]
    return Settled(
        tuple(claim for claim, is_spared in zip(claims, spared, strict=True) if not is_spared),
        tuple(SetAside(claim, ALLOWED) for claim, is_spared in zip(claims, spared, strict=True) if is_spared),
    )


def tempered(comparison: Comparison, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, those in freely rewritten sentences no graver than minor and less sure.

    Where a person rewrote a sentence, words stand against words that never were their counterparts. A claim
    stays as it is where another of its group lies in a sentence that was kept, where it shows by itself (a broken
    sentence, words of another language), and where a denial was cut out with all the words around it. Figures and dates
    are hardly ever reworded: of these the sentence must have lost more.
    """
    copy: Ground[float] = Ground()
    original: Ground[float] = Ground()
    for bead in comparison.beads:
        linked = bead.differences and bead.bead.original and bead.bead.copy
        if linked and len(bead.original) >= LONG and bead.closeness < REWRITTEN:
            for segment in bead.bead.copy:
                copy.take(segment.span, bead.closeness)
            for segment in bead.bead.original:
                original.take(segment.span, bead.closeness)

    def doubtful(claim: Claim) -> bool:
        s = claim.suspicion
        kept = copy.on(s.copy) if s.copy else original.on(s.original)
        return bool(kept) and (claim.category not in EXACT or min(kept) < UNTOLD)

    certain = {c.suspicion.group for c in claims if not doubtful(c)} - {None}

    def calm(claim: Claim) -> Claim:
        s = claim.suspicion
        sure = s.group in certain or claim.category in BY_ITSELF or _leaves_a_gap(s)
        if s.severity.rank <= Severity.MINOR.rank or sure or not doubtful(claim):
            return claim
        return replace(claim, suspicion=replace(s, severity=Severity.MINOR, confidence=round(s.confidence / 2, 4)))

    return [calm(claim) for claim in claims]


def _leaves_a_gap(s: Suspicion) -> bool:
    """Whether a long stretch is gone with hardly anything in its stead, so that no rewording explains it."""
    lost = s.original.end - s.original.start if s.original else 0
    gained = s.copy.end - s.copy.start if s.copy else 0
    return s.severity is Severity.CRITICAL and lost >= GAP and gained * 4 <= lost
