"""Suspicions → findings, and a verdict for every difference."""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mtaudit.lingua.words import words
from mtaudit.mqm import Category
from mtaudit.records import Comparison, Difference, Document, Finding, Span, Suspicion, Verdict

REWORDED = "reworded"
"""The reason of a difference that no equivalence names and every detector let pass."""

CONTEXT = 3
"""Words before and behind a finding that make up its fingerprint."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A suspicion with the detector that raised it."""

    detector: str
    category: Category
    suspicion: Suspicion


def overlapping(a: Suspicion, b: Suspicion) -> bool:
    """Whether two suspicions speak of the same words: of the copy, or of the original where the copy has none."""
    if a.copy and b.copy:
        return a.copy.overlaps(b.copy)
    return bool(not a.copy and not b.copy and a.original and b.original and a.original.overlaps(b.original))


def settle(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims in the order of the text; of several about the same words the gravest and surest stays."""
    kept: list[Claim] = []
    for claim in sorted(claims, key=_precedence):
        if not any(overlapping(claim.suspicion, k.suspicion) for k in kept):
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


def sign(comparison: Comparison, claims: Sequence[Claim]) -> tuple[Finding, ...]:
    """Claims → findings with ids in the order of the text and fingerprints that last."""
    seen: Counter[str] = Counter()
    findings = []
    for number, claim in enumerate(claims, start=1):
        print_ = _fingerprint(comparison, claim)
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
            )
        )
    return tuple(findings)


def _fingerprint(comparison: Comparison, claim: Claim) -> str:
    s = claim.suspicion
    return _digest(
        claim.detector, *_surroundings(comparison.original, s.original), *_surroundings(comparison.copy, s.copy)
    )


def _surroundings(document: Document, span: Span | None) -> tuple[str, str]:
    """The words found, and with their neighbours in the same paragraph, in plain form."""
    if span is None:
        return "", ""
    everything = words(document.text)
    first = bisect_right(everything, span.start, key=lambda w: w.span.end)
    behind = bisect_left(everything, span.end, key=lambda w: w.span.start)
    if first >= behind:
        return span.of(document.text), ""
    start = max(document.text.rfind("\n", 0, span.start), document.text.rfind("\r", 0, span.start))
    ends = [at for mark in "\n\r" if (at := document.text.find(mark, span.end)) >= 0]
    near = everything[max(0, first - CONTEXT) : behind + CONTEXT]
    inside = [w.form for w in near if w.span.start > start and w.span.end <= min(ends, default=len(document.text))]
    return " ".join(w.form for w in everything[first:behind]), " ".join(inside)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def verdicts(comparison: Comparison, findings: Sequence[Finding]) -> tuple[Verdict, ...]:
    """What became of each difference, bead by bead in order."""
    made = []
    for number, bead in enumerate(comparison.beads):
        for difference in bead.differences:
            spans = bead.original_span(difference.original), bead.copy_span(difference.copy)
            blamed = _blamed(spans, findings)
            if blamed:
                made.append(Verdict(difference, number, False, blamed.id))
            else:
                made.append(Verdict(difference, number, True, difference.equivalence or REWORDED))
    return tuple(made)


def _blamed(spans: tuple[Span | None, Span | None], findings: Sequence[Finding]) -> Finding | None:
    """The gravest finding that lies on the difference, on either side."""
    original, copy = spans
    there = [
        f
        for f in findings
        if (copy and f.copy and f.copy.overlaps(copy)) or (original and f.original and f.original.overlaps(original))
    ]
    return max(there, key=lambda f: f.severity.rank, default=None)


def untouched(
    differences: Sequence[Difference], spans: Sequence[tuple[Span | None, Span | None]], claims: Sequence[Claim]
) -> tuple[Difference, ...]:
    """The differences on whose words no claim lies."""
    return tuple(
        d
        for d, (original, copy) in zip(differences, spans, strict=True)
        if not any(
            (copy and c.suspicion.copy and c.suspicion.copy.overlaps(copy))
            or (original and c.suspicion.original and c.suspicion.original.overlaps(original))
            for c in claims
        )
    )
