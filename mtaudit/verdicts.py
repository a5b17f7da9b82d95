"""Suspicions → findings, and a verdict for every difference."""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from mtaudit.lingua.words import BREAKS, words
from mtaudit.mqm import Category, Severity
from mtaudit.records import ComparedBead, Comparison, Document, Finding, Segment, Span, Suspicion, Verdict

REWORDED = "reworded"
"""The reason of a difference that no equivalence names and every detector let pass."""

CONTEXT = 3
"""Words before and behind a finding that make up its fingerprint."""

REWRITTEN = 0.6
"""Closeness of a bead below which its sentence was rewritten freely. On 600 pairs of independent human translations
(WMT) the segments with a grave finding, all false alarms, fall from 41 % to 18 % by it; of the errors in the round-trip
corpus none is lost in human prose (ce, hy), and one in eight in the output of a rough engine (rt)."""

LONG = 10
"""Words and marks of an original sentence from which closeness says something."""

EXACT = frozenset((Category.NUMBER, Category.DATE_TIME))
"""Categories of findings on words that are hardly ever reworded."""

UNTOLD = 0.5
"""Closeness below which not even a figure plainly stands for another: with it one in eighty more segments of two
people's translations has a grave finding, without any bound twice as many."""

GAP = 40
"""Code points that are no mere word when they are gone: with it one in 500 more segments of two people's translations
has a grave finding."""

CELL = 256
"""Code points of a text that are looked up together."""

Owner = TypeVar("Owner")


@dataclass(frozen=True, slots=True)
class Claim:
    """A suspicion with the detector that raised it."""

    detector: str
    category: Category
    suspicion: Suspicion


class _Ground(Generic[Owner]):
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


def _taken(suspicions: Sequence[Suspicion]) -> tuple[_Ground[int], _Ground[int]]:
    """Where in the copy and in the original each of them lies, by its number."""
    copy: _Ground[int] = _Ground()
    original: _Ground[int] = _Ground()
    for number, suspicion in enumerate(suspicions):
        copy.take(suspicion.copy, number)
        original.take(suspicion.original, number)
    return copy, original


def outside(claims: Iterable[Claim], apart: Iterable[Segment]) -> list[Claim]:
    """The claims that touch none of these segments of the copy."""
    copy: _Ground[bool] = _Ground()
    for segment in apart:
        copy.take(segment.span, True)
    return [claim for claim in claims if not copy.on(claim.suspicion.copy)]


def settle(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims in the order of the text; of several about the same words the gravest and surest stays.

    Claims speak of the same words of the copy, or of the original where the copy has none.
    """
    kept: list[Claim] = []
    copy: _Ground[int] = _Ground()
    original: _Ground[int] = _Ground()
    for claim in sorted(claims, key=_precedence):
        s = claim.suspicion
        if not (copy.on(s.copy) if s.copy else original.on(s.original)):
            copy.take(s.copy, len(kept))
            if not s.copy:
                original.take(s.original, len(kept))
            kept.append(claim)
    return tuple(sorted(kept, key=_position))


def grouped(comparison: Comparison, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims, those without a group that say the same of the same words made one: an editor decides once."""

    def phrases(claim: Claim) -> tuple[str, ...] | None:
        s = claim.suspicion
        if s.group or not s.original or not s.copy:
            return None
        sides = (comparison.original.text, s.original), (comparison.copy.text, s.copy)
        lost, gained = (" ".join(word.form for word in words(text, span.start, span.end)) for text, span in sides)
        return claim.detector, lost, gained

    said = [phrases(claim) for claim in claims]
    times = Counter(said)
    return tuple(
        replace(claim, suspicion=replace(claim.suspicion, group=f"{phrase[1]} → {phrase[2]}"))
        if phrase and times[phrase] > 1
        else claim
        for claim, phrase in zip(claims, said, strict=True)
    )


def _precedence(claim: Claim) -> tuple[float, float, int, str, tuple[int, int]]:
    s = claim.suspicion
    span = s.copy or s.original or Span(0, 1)
    return (-s.severity.rank, -s.confidence, span.end - span.start, claim.detector, (span.start, span.end))


def _position(claim: Claim) -> tuple[int, int, int, str]:
    s = claim.suspicion
    span = s.copy or s.original or Span(0, 1)
    return (span.start, span.end, s.original.start if s.original else -1, claim.detector)


def tempered(comparison: Comparison, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, those in freely rewritten sentences no graver than minor and less sure.

    Where a person rewrote a sentence, words stand against words that never were their counterparts. A claim
    stays as it is where another of its group lies in a sentence that was kept, where it is about fluency, since a
    broken sentence shows by itself, and where a denial was cut out with all the words around it. Figures and dates
    are hardly ever reworded: of these the sentence must have lost more.
    """
    copy: _Ground[float] = _Ground()
    original: _Ground[float] = _Ground()
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
        sure = s.group in certain or claim.category is Category.FLUENCY or _leaves_a_gap(s)
        if s.severity.rank <= Severity.MINOR.rank or sure or not doubtful(claim):
            return claim
        return replace(claim, suspicion=replace(s, severity=Severity.MINOR, confidence=round(s.confidence / 2, 4)))

    return [calm(claim) for claim in claims]


def _leaves_a_gap(s: Suspicion) -> bool:
    """Whether a long stretch is gone with hardly anything in its stead, so that no rewording explains it."""
    lost = s.original.end - s.original.start if s.original else 0
    gained = s.copy.end - s.copy.start if s.copy else 0
    return s.severity is Severity.CRITICAL and lost >= GAP and gained * 4 <= lost


def sign(original: Document | None, copy: Document, claims: Sequence[Claim]) -> tuple[Finding, ...]:
    """Claims → findings with ids in the order of the text and fingerprints that last."""
    seen: Counter[str] = Counter()
    findings = []
    for number, claim in enumerate(claims, start=1):
        print_ = _fingerprint(original, copy, claim)
        seen[print_] += 1
        if seen[print_] > 1:
            print_ = _digest(print_, str(seen[print_]))
        s = claim.suspicion
        findings.append(
            Finding(
                id=f"f{number}",
                detector=claim.detector,
                category=claim.category,
                fingerprint=print_,
                original=s.original,
                copy=s.copy,
                severity=s.severity,
                message=s.message,
                explanation=s.explanation,
                confidence=s.confidence,
                group=s.group,
                witnesses=s.witnesses,
            )
        )
    return tuple(findings)


def _fingerprint(original: Document | None, copy: Document, claim: Claim) -> str:
    s = claim.suspicion
    return _digest(claim.detector, *_surroundings(original, s.original), *_surroundings(copy, s.copy))


def _surroundings(document: Document | None, span: Span | None) -> tuple[str, str]:
    """The words found, and with their neighbours in the same paragraph, in plain form."""
    if document is None or span is None:
        return "", ""
    everything = words(document.text)
    first = bisect_right(everything, span.start, key=lambda w: w.span.end)
    behind = bisect_left(everything, span.end, key=lambda w: w.span.start)
    if first >= behind:
        return span.of(document.text), ""
    start = max(document.text.rfind(mark, 0, span.start) for mark in BREAKS)
    ends = [at for mark in BREAKS if (at := document.text.find(mark, span.end)) >= 0]
    near = everything[max(0, first - CONTEXT) : behind + CONTEXT]
    inside = [w.form for w in near if w.span.start > start and w.span.end <= min(ends, default=len(document.text))]
    return " ".join(w.form for w in everything[first:behind]), " ".join(inside)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def verdicts(comparison: Comparison, findings: Sequence[Finding]) -> tuple[Verdict, ...]:
    """What became of each difference, bead by bead in order: the gravest finding on its words, or harmless."""
    copy, original = _taken(findings)
    made = []
    for number, bead in enumerate(comparison.beads):
        for difference in bead.differences:
            there = copy.on(bead.copy_span(difference.copy)) + original.on(bead.original_span(difference.original))
            if there:
                blamed = max((findings[k] for k in sorted(there)), key=lambda f: f.severity.rank)
                made.append(Verdict(difference, number, False, blamed.id))
            else:
                made.append(Verdict(difference, number, True, difference.equivalence or REWORDED))
    return tuple(made)


def unclaimed(comparison: Comparison, claims: Sequence[Claim]) -> Comparison:
    """The comparison with only those differences on whose words no claim lies."""
    copy, original = _taken([claim.suspicion for claim in claims])

    def untouched(bead: ComparedBead) -> ComparedBead:
        kept = [
            d
            for d in bead.differences
            if not copy.on(bead.copy_span(d.copy)) and not original.on(bead.original_span(d.original))
        ]
        return replace(bead, differences=tuple(kept))

    return replace(comparison, beads=tuple(untouched(bead) for bead in comparison.beads))
