"""Suspicions → findings, and a verdict for every difference."""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from mtaudit.mqm import Category, Severity
from mtaudit.records import ComparedBead, Comparison, Finding, Parsed, Segment, Span, Suspicion, Verdict
from mtaudit.renamed import first
from mtaudit.text.words import words

REWORDED = "reworded"
"""The reason of a difference that no equivalence names and every detector let pass."""

CONTEXT = 3
"""Words before and behind a finding, in its sentence, that make up its fingerprint."""

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


def levelled(
    claims: Iterable[Claim], levels: Levels, outlet: str | None
) -> tuple[tuple[Claim, ...], tuple[SetAside, ...]]:
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
    return tuple(kept), tuple(aside)


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


def sign(read: Comparison | Parsed, claims: Sequence[Claim]) -> tuple[Finding, ...]:
    """Claims on a pair or on a text alone → findings with ids in the order of the text and fingerprints that last."""
    seen: Counter[str] = Counter()
    prints = _Prints(read)
    findings = []
    for number, claim in enumerate(claims, start=1):
        print_ = prints.of(claim)
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
                voice=s.voice,
            )
        )
    return tuple(findings)


class _Prints:
    """The fingerprints of the claims on a pair or a text: what was found, and the words around it in its sentence.

    The original's words where there are any, since copies are edited and originals hardly ever; no line, no paragraph
    and no sentence beside it counts.
    """

    def __init__(self, read: Comparison | Parsed) -> None:
        sides: tuple[Iterable[Segment], Iterable[Segment]]
        if isinstance(read, Parsed):
            self._texts, sides = ("", read.document.text), ((), read.segments)
        else:
            beads = read.alignment.beads
            self._texts = read.original.text, read.copy.text
            sides = (s for b in beads for s in b.original), (s for b in beads for s in b.copy)
        self._sentences = tuple(sorted(s.span for s in side) for side in sides)

    def of(self, claim: Claim) -> str:
        """The fingerprint of a claim, which another claim of the pair may have too."""
        spans = claim.suspicion.original, claim.suspicion.copy
        side = 0 if spans[0] else 1
        found = ("" if s is None else _phrase(text, s) for text, s in zip(self._texts, spans, strict=True))
        return _digest(first(claim.detector), *found, self._around(side, spans[side]))

    def _around(self, side: int, span: Span | None) -> str:
        """The words before and behind the span in the sentences that it lies in, in plain form."""
        if span is None:
            return ""
        text, sentences = self._texts[side], self._sentences[side]
        first = bisect_right(sentences, span.start, key=lambda s: s.end)
        behind = bisect_left(sentences, span.end, key=lambda s: s.start)
        if first >= behind:
            return ""
        start, end = sentences[first].start, sentences[behind - 1].end
        everything = words(text)
        head = bisect_right(everything, span.start, key=lambda w: w.span.end)
        tail = bisect_left(everything, span.end, key=lambda w: w.span.start)
        before = [w.form for w in everything[max(0, head - CONTEXT) : head] if w.span.start >= start]
        after = [w.form for w in everything[tail : tail + CONTEXT] if w.span.end <= end]
        return " ".join((*before, "", *after))


def _phrase(text: str, span: Span) -> str:
    """The words found, in plain form; the text itself where it is part of a word."""
    inside = [w for w in words(text, span.start, span.end) if w.span.end <= span.end]
    return " ".join(w.form for w in inside) or span.of(text)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def verdicts(
    comparison: Comparison, findings: Sequence[Finding], aside: Sequence[SetAside] = ()
) -> tuple[Verdict, ...]:
    """What became of each difference, bead by bead in order: the gravest finding on its words, or harmless.

    Harmless is also what was only claimed by those set `aside`.
    """
    copy, original = _taken(findings)
    spared_copy, spared_original = _taken([a.claim.suspicion for a in aside])
    made = []
    for number, bead in enumerate(comparison.beads):
        for difference in bead.differences:
            spans = bead.copy_span(difference.copy), bead.original_span(difference.original)
            there = copy.on(spans[0]) + original.on(spans[1])
            spared = spared_copy.on(spans[0]) + spared_original.on(spans[1])
            if there:
                blamed = max((findings[k] for k in sorted(there)), key=lambda f: f.severity.rank)
                made.append(Verdict(difference, number, False, blamed.id))
            else:
                reason = difference.equivalence or (aside[spared[0]].reason if spared else REWORDED)
                made.append(Verdict(difference, number, True, reason))
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
        return bead.differing_in(kept)

    return replace(comparison, beads=tuple(untouched(bead) for bead in comparison.beads))
