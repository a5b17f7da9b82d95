"""From an alignment: is this a copy of that, a part of it, an article that shares its quotations, or neither?"""

from __future__ import annotations

from collections.abc import Iterable

from mtaudit.lingua.quotations import quoted
from mtaudit.lingua.words import words
from mtaudit.records import Alignment, Document, Relation, RelationKind, Role, Segment

CORRESPONDS = 0.35
"""Similarity from which an aligned bead speaks for a copy: it holds for 99 % of the round-trip corpus's beads."""

SHORT = 40
"""Words below which similarity says too little: in so short a text every aligned bead counts."""

ROUND_UP = 4
"""Times that a copy may be as long as a short original which it holds whole; in a longer one that is chance."""

COPY_SHARE = 0.6
"""Share of the words that must stand in corresponding beads: the copy's for a copy or an excerpt, the original's
where the copy is a round-up that holds more."""

ORIGINAL_SHARE = 0.4
"""Share of the original's words that a whole copy keeps; below it the copy is an excerpt."""

QUOTE_SHARE = 0.08
"""Share of the copy's words that must correspond for an unlike article to be said to share quotations."""


def relate(alignment: Alignment) -> Relation:
    """How the alignment's copy stands to its original; confidence is how far the shares lie from the borders."""
    pair = alignment.pair
    short = min(len(words(pair.original.text)), len(words(pair.copy.text))) < SHORT
    least = 0.0 if short else CORRESPONDS
    beads = [b for b in alignment.beads if b.original and b.copy and b.similarity >= least]
    shares = [
        _length(document, (s for b in beads for s in (b.original if side == 0 else b.copy)))
        / max(1, _length(document, (s for b in alignment.beads for s in (b.original if side == 0 else b.copy))))
        for side, document in enumerate((pair.original, pair.copy))
    ]
    if pair.original.text == pair.copy.text:
        shares = [1.0, 1.0]
    said = f"{shares[1]:.0%} of the copy corresponds to {shares[0]:.0%} of the original"
    if shares[1] >= COPY_SHARE and shares[0] >= ORIGINAL_SHARE:
        return Relation(RelationKind.COPY, _sure(min(shares[1] - COPY_SHARE, shares[0] - ORIGINAL_SHARE)), said)
    original, copy = len(words(pair.original.text)), len(words(pair.copy.text))
    whole = shares[0] >= COPY_SHARE and (original >= SHORT or copy <= ROUND_UP * original)
    if shares[1] >= COPY_SHARE or whole:
        return Relation(RelationKind.PARTIAL, _sure(max(shares) - COPY_SHARE), said)
    if shares[1] >= QUOTE_SHARE and _quotes(alignment):
        return Relation(RelationKind.SHARES_QUOTES, _sure(COPY_SHARE - shares[1]), said + ", mostly quotations")
    return Relation(RelationKind.UNRELATED, _sure(COPY_SHARE - shares[1]), said)


def _sure(margin: float) -> float:
    """Half sure on a border, almost certain 0.3 away from it."""
    return round(min(0.99, 0.5 + 1.65 * max(0.0, margin)), 4)


def _length(document: Document, segments: Iterable[Segment]) -> int:
    return sum(len(words(document.text, s.span.start, s.span.end)) for s in segments if s.role is not Role.DEBRIS)


def _quotes(alignment: Alignment) -> bool:
    """Whether most of what corresponds stands in quotation marks in the original."""
    marks = quoted(alignment.pair.original.text)
    inside = outside = 0
    for bead in alignment.beads:
        if bead.original and bead.copy and bead.similarity >= CORRESPONDS:
            for segment in bead.original:
                for word in words(alignment.pair.original.text, segment.span.start, segment.span.end):
                    if segment.role is Role.QUOTE or any(m.contains(word.span) for m in marks):
                        inside += 1
                    else:
                        outside += 1
    return inside > outside
