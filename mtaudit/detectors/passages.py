"""Where a detector of a text alone looks: its prose, paragraph by paragraph; and what it says of a place there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from mtaudit.lingua.closed_class import is_function_word
from mtaudit.lingua.foreign import is_foreign_script, languages_of, small_word_of
from mtaudit.lingua.names import is_capitalised
from mtaudit.mqm import Severity
from mtaudit.records import PROSE, Parsed, Role, Segment, Span, Suspicion, Word

STYLE = 0.25
"""Share of the sentences that begin in lower case from which that is the text's style, and no sign of damage."""

SCRIPT = "another script"
"""What a sentence is written in whose letters are not Latin ones."""

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


def foreign_language(words: Sequence[Word], *, least: int, script: int) -> str | None:
    """In what language, or script, a sentence that is not English is written.

    That is known by `least` small words of one language, or by `script` words in another script.
    """
    spelt = [w for w in words if w.text[0].isalpha()]
    other = sum(is_foreign_script(w.form) for w in spelt)
    if other >= script and other > 0.7 * len(spelt):
        return SCRIPT
    low = [w for w in spelt if not is_capitalised(w)]
    counts = Counter(language for w in {w.form: w for w in spelt}.values() for language in languages_of(w.form))
    if not counts or len(low) < len(spelt) / 2:
        return None
    language, count = max(
        counts.items(), key=lambda item: (item[1], sum(item[0] in small_word_of(w.form) for w in low))
    )
    english = sum(is_function_word(w.form) and language not in small_word_of(w.form) for w in low)
    small = sum(language in small_word_of(w.form) for w in spelt)
    return language if count >= least - 1 and small >= least and english <= small / 4 else None


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
