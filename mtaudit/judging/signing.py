"""Claims → findings, each with an id, a group and a fingerprint that lasts; and a verdict for every difference."""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from mtaudit.judging.settling import Claim, SetAside, taken
from mtaudit.records import Comparison, Finding, Parsed, Segment, Span, Verdict
from mtaudit.renamed import first
from mtaudit.text.words import words

REWORDED = "reworded"
"""The reason of a difference that no equivalence names and every detector let pass."""

CONTEXT = 3
"""Words before and behind a finding, in its sentence, that make up its fingerprint."""


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
    copy, original = taken(findings)
    spared_copy, spared_original = taken([a.claim.suspicion for a in aside])
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
