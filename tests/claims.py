"""Claims and comparisons to settle and to sign."""

from __future__ import annotations

import mtaudit
from mtaudit.judging.settling import Claim
from mtaudit.mqm import Category, Severity
from mtaudit.records import Audit, Comparison, Document, Span, Suspicion


def claim(
    copy: tuple[int, int] | None,
    original: tuple[int, int] | None = None,
    severity: str = "major",
    confidence: float = 0.5,
    detector: str = "d",
) -> Claim:
    suspicion = Suspicion(
        original=Span(*original) if original else None,
        copy=Span(*copy) if copy else None,
        severity=Severity(severity),
        message="m",
        explanation="e",
        confidence=confidence,
    )
    return Claim(detector, Category.TERM, suspicion)


def audited(original: str, copy: str) -> Audit:
    return mtaudit.compare(Document("o", original), Document("c", copy))


def comparison(original: str, copy: str) -> Comparison:
    made = audited(original, copy).comparison
    assert made is not None
    return made
