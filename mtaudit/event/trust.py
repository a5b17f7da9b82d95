"""How far an article can be believed as a witness, by what its own text shows of a machine round trip.

A text that went through a machine says in places what nobody wrote. Two such agree easily on what one translator made
of both, so that they prove little against a sound one, while one sound text proves something against them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mtaudit.lexicon.closed_class import ARTICLES, PREPOSITIONS
from mtaudit.mqm import SURFACE, Severity
from mtaudit.records import Finding, Parsed, Span, Translated

SIGN = 0.6
"""What a full stop inside a clause counts; a finding counts its confidence. One may be a slip of the keyboard, two are
none: of the originals of the round-trip corpus none has two."""

_TORN = re.compile(rf"(?<=\w{{5}}[.!?]) (?=(?:{'|'.join(sorted(ARTICLES | PREPOSITIONS | {'and', 'or'}))}) )")


def trust(text: Parsed, findings: Sequence[Finding] = (), translated: Translated | None = None) -> float:
    """How probable it is that the text is sound, 0 to 1; below one half it is a poor witness.

    `findings` are those of the text alone that tell of language, `translated` how much it looks like the output of an
    engine by all of them but the surest. What tells most decides: the kinds of words that stand together, or the damage
    that is seen, whose odds grow with its square. A primary document is the thing itself.
    """
    if text.document.primary:
        return 1.0
    seen = [f.copy for f in findings if f.copy]
    signs = sum(not any(place.overlaps(sign) for place in seen) for sign in _signs(text.document.text))
    weight = sum(f.confidence for f in findings) + SIGN * signs
    doubt = weight**2 / (weight**2 + 1)
    return round(1 - max(doubt, translated.probability if translated else 0.0), 4)


def of_language(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Those that tell of language and sense: an ad slot or a doubled mark stands in sound articles too."""
    return tuple(f for f in findings if f.category not in SURFACE and f.severity is not Severity.NEUTRAL)


def but_surest(findings: Sequence[Finding]) -> list[Finding]:
    """All but the surest, since one may be a slip: no single place in a text convicts it."""
    return sorted(findings, key=lambda f: f.confidence)[:-1]


def _signs(text: str) -> Iterator[Span]:
    """Full stops before a small word that goes on with the clause."""
    yield from (Span(m.start() - 1, m.end()) for m in _TORN.finditer(text))
