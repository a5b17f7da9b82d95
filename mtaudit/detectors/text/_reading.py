"""Where a detector of a text alone looks: its prose, paragraph by paragraph; and what it says of a place there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from mtaudit.mqm import Severity
from mtaudit.records import PROSE, Parsed, Role, Segment, Span, Suspicion, Word
from mtaudit.text.words import excerpt

STYLE = 0.25
"""Share of the sentences that begin in lower case from which that is the text's style, and no sign of damage."""

_BEGINNING = re.compile(r"(?<=[.!?] )[^\W\d_]")

FEW = 3
"""So many of them may be slips in any text, however short."""


def prose(text: Parsed, roles: frozenset[Role] = PROSE) -> Iterator[tuple[Segment, tuple[Word, ...]]]:
    """The segments of prose with their words, in order."""
    return ((s, w) for s, w in zip(text.segments, text.words, strict=True) if s.role in roles)


def matches(text: Parsed, pattern: re.Pattern[str], roles: frozenset[Role] = PROSE) -> Iterator[re.Match[str]]:
    """Where the pattern matches inside a paragraph of prose, in order; it may span sentences."""
    for span, _ in paragraphs(text, roles):
        yield from pattern.finditer(text.document.text, span.start, span.end)


@lru_cache(maxsize=256)
def paragraphs(text: Parsed, roles: frozenset[Role] | None = PROSE) -> tuple[tuple[Span, Role], ...]:
    """The paragraphs of these roles, all without, each with the role of its first sentence."""
    groups = (tuple(group) for _, group in groupby(text.segments, key=lambda s: s.paragraph))
    wholes = ((Span(group[0].span.start, group[-1].span.end), group[0].role) for group in groups)
    return tuple((span, role) for span, role in wholes if roles is None or role in roles)


@lru_cache(maxsize=64)
def writes_small(text: Parsed) -> bool:
    """Whether the text's style is to begin sentences in lower case."""
    whole = text.document.text
    first = [whole[span.start] for span, _ in paragraphs(text)] + [m.group() for m in matches(text, _BEGINNING)]
    small = sum(map(str.islower, first))
    return small >= FEW and small > STYLE * len(first)


def seen(
    span: Span,
    message: str,
    explanation: str,
    *,
    severity: Severity = Severity.MINOR,
    confidence: float,
    group: str | None = None,
) -> Suspicion:
    """What is suspicious at a place of a text alone."""
    return Suspicion(
        original=None,
        copy=span,
        severity=severity,
        message=message,
        explanation=explanation,
        confidence=confidence,
        group=group,
    )


def symptom(
    side: Sequence[Word], where: range, severity: Severity, message: str, explanation: str, confidence: float
) -> Suspicion:
    """A suspicion of the words at `where`; “{}” in the message stands for them."""
    span = Span(side[where[0]].span.start, side[where[-1]].span.end)
    told = message.replace("{}", excerpt(side[k] for k in where))
    return seen(span, told, explanation, severity=severity, confidence=confidence)
