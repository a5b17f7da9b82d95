"""What a text shows by itself, put into words: one place in the copy, and how sure it is that no writer wrote it so."""

from __future__ import annotations

from collections.abc import Sequence

from mtaudit.detectors.text._places import seen
from mtaudit.mqm import Severity
from mtaudit.records import Span, Suspicion, Word
from mtaudit.text.words import excerpt


def symptom(
    side: Sequence[Word], where: range, severity: Severity, message: str, explanation: str, confidence: float
) -> Suspicion:
    """A suspicion of the words at `where`; “{}” in the message stands for them."""
    span = Span(side[where[0]].span.start, side[where[-1]].span.end)
    told = message.replace("{}", excerpt(side[k] for k in where))
    return seen(span, told, explanation, severity=severity, confidence=confidence)
