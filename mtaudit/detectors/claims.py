"""What detectors of pairs say of words: they became others, are lacking in the copy, or were added to it.

In a message “{}” stands for the words, in their order: of the original, then of the copy.
"""

from __future__ import annotations

from collections.abc import Sequence

from mtaudit.mqm import Severity
from mtaudit.records import ComparedBead, Span, Suspicion, Word
from mtaudit.text.words import excerpt


def both(bead: ComparedBead, rows: range, columns: range) -> tuple[Sequence[Word], Sequence[Word]]:
    """The words of the original and of the copy in these places, as `became` takes them."""
    return bead.original[rows.start : rows.stop], bead.copy[columns.start : columns.stop]


def became(
    was: Sequence[Word],
    now: Sequence[Word],
    severity: Severity,
    explanation: str,
    confidence: float,
    *,
    message: str = "“{}” became “{}”.",
    group: str | None = None,
) -> Suspicion:
    """Words of the original, at least one, stand as others in the copy."""
    return _suspicion(was, now, severity, message.format(excerpt(was), excerpt(now)), explanation, confidence, group)


def lost(
    was: Sequence[Word],
    severity: Severity,
    explanation: str,
    confidence: float,
    *,
    message: str = "The copy leaves out “{}”.",
    group: str | None = None,
) -> Suspicion:
    """Words of the original, at least one, are lacking in the copy."""
    return _suspicion(was, (), severity, message.format(excerpt(was)), explanation, confidence, group)


def added(
    now: Sequence[Word],
    severity: Severity,
    explanation: str,
    confidence: float,
    *,
    message: str = "The copy adds “{}”.",
    group: str | None = None,
) -> Suspicion:
    """Words of the copy, at least one, have nothing in the original that they stand for."""
    return _suspicion((), now, severity, message.format(excerpt(now)), explanation, confidence, group)


def _suspicion(
    was: Sequence[Word],
    now: Sequence[Word],
    severity: Severity,
    message: str,
    explanation: str,
    confidence: float,
    group: str | None,
) -> Suspicion:
    return Suspicion(
        original=_extent(was),
        copy=_extent(now),
        severity=severity,
        message=message,
        explanation=explanation,
        confidence=confidence,
        group=group,
    )


def _extent(words: Sequence[Word]) -> Span | None:
    return Span(words[0].span.start, words[-1].span.end) if words else None
