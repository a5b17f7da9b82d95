"""From an alignment: is this a copy of that, a part of it, an article that shares its quotations, or neither?

Where it is a copy, the reason says how it was made, as far as the share of equal words tells, and whether the dates
speak against it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from enum import StrEnum

from mtaudit.records import Alignment, Bead, Document, Pair, Relation, RelationKind, Role, Segment
from mtaudit.text.language import NATIVE, name_of
from mtaudit.text.quotations import quoted
from mtaudit.text.tongue import tongues
from mtaudit.text.words import words

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


VERBATIM, EDITED, EVEN = 0.95, 0.86, 0.65
"""Equal words from which a copy is nearly word for word, edited in places, and still too like the original to be
rewritten. Of the round-trip corpus's copies with harmless edits 93 % have .95, of its machine round trips 2 % have .86;
of 416 texts that two people translated apart two thirds have less than .65."""

FREE, MOST_FREE = 0.6, 0.25
"""Equal words below which a bead is rewritten freely, and the share of such beads from which all of the text is. By
both borders 97 % of the machine round trips are reworded evenly, but so are 27 % of the texts that two people
translated apart: a hint, no proof."""

SAME_DAY = timedelta(days=1)
"""How much later an original may be dated: dates often lack the hour, and hours the right time zone."""

DOUBT = 0.6
"""What is left of the confidence where the dates speak against the direction."""


class Manner(StrEnum):
    """How a copy was made of its original."""

    VERBATIM = "nearly word for word"
    EDITED = "edited in places"
    ROUND_TRIP = "reworded evenly, as by a machine round trip"
    REWRITTEN = "rewritten freely, as by a person"


def relate(alignment: Alignment) -> Relation:
    """How the alignment's copy stands to its original; confidence is how far the shares lie from the borders."""
    relation = _relation(alignment)
    if relation.kind not in (RelationKind.COPY, RelationKind.PARTIAL):
        relation = _by_what_is_translated(alignment) or relation
    if relation.kind not in (RelationKind.COPY, RelationKind.PARTIAL):
        return _other_language(alignment.pair) or relation
    manner, equal = made(alignment)
    told = f"{equal:.0%} of the words are equal there"
    relation = replace(relation, why=f"{relation.why}; " + (f"{manner.value} ({told})" if manner else told))
    return _dated(relation, alignment.pair)


def corresponding(alignment: Alignment) -> tuple[Bead, ...]:
    """The beads that speak for a copy; in a short text all that have both sides."""
    pair = alignment.pair
    short = min(len(words(pair.original.text)), len(words(pair.copy.text))) < SHORT
    least = 0.0 if short else CORRESPONDS
    return tuple(b for b in alignment.beads if b.original and b.copy and b.similarity >= least)


def made(alignment: Alignment) -> tuple[Manner | None, float]:
    """How the copy was made, and the share of words that are equal in the beads with both sides, order aside.

    None for how where a short text that was not kept proves nothing.
    """
    beads = [_equal(b, alignment.pair) for b in alignment.beads if b.original and b.copy]
    told = [(same, total) for same, total in beads if total]
    spoken = sum(total for _, total in told)
    equal = sum(same for same, _ in told) / spoken if told else 1.0
    if equal >= VERBATIM:
        return Manner.VERBATIM, equal
    if spoken < 2 * SHORT:
        return None, equal
    if equal >= EDITED:
        return Manner.EDITED, equal
    free = sum(same < FREE * total for same, total in told) / len(told)
    return (Manner.ROUND_TRIP if equal >= EVEN and free <= MOST_FREE else Manner.REWRITTEN), equal


def nearness(alignment: Alignment) -> float:
    """The share of both texts' words that are equal and in corresponding beads, 0 to 1: 1 is the same text."""
    pair = alignment.pair
    same = sum(_equal(b, pair)[0] for b in corresponding(alignment))
    return same / max(1, sum(_equal(b, pair)[1] for b in alignment.beads))


def _equal(bead: Bead, pair: Pair) -> tuple[int, int]:
    """Words of both sides that the other has too, and words of both sides; marks aside, and debris."""
    sides = [
        Counter(
            word.form
            for segment in segments
            if segment.role is not Role.DEBRIS
            for word in words(document.text, segment.span.start, segment.span.end)
            if not word.is_punctuation
        )
        for document, segments in ((pair.original, bead.original), (pair.copy, bead.copy))
    ]
    return 2 * (sides[0] & sides[1]).total(), sides[0].total() + sides[1].total()


def _dated(relation: Relation, pair: Pair) -> Relation:
    """The relation, less sure where the copy bears an earlier date than the original."""
    first, second = pair.original.published, pair.copy.published
    if not first or not second or first - second < SAME_DAY:
        return relation
    dates = f"the original is dated {first:%Y-%m-%d}, later than the copy ({second:%Y-%m-%d})"
    return replace(
        relation,
        confidence=round(relation.confidence * DOUBT, 4),
        why=f"{relation.why}; {dates}: it may be the copy",
        doubt=f"{dates[0].upper()}{dates[1:]}: perhaps they are swapped.",
    )


def _by_what_is_translated(alignment: Alignment) -> Relation | None:
    """The relation of the copy without the sentences that were left in another language; None where there are none.

    These correspond to nothing, and may be most of a copy all the same.
    """
    if alignment.pair.copy.language not in (NATIVE, None):
        return None
    told = tongues(alignment.pair.copy.text, (s for b in alignment.beads for s in b.copy))
    left = [b for b in alignment.beads if b.original or not all(told[s] for s in b.copy)]
    if len(left) == len(alignment.beads) or not any(b.copy for b in left):
        return None
    relation = _relation(replace(alignment, beads=tuple(left)))
    return replace(relation, why=f"{relation.why}, apart from what is in another language")


def _other_language(pair: Pair) -> Relation | None:
    """What can be told of texts in two languages that do not correspond by their words: nothing."""
    mine, theirs = pair.original.language, pair.copy.language
    if mine is None or theirs is None or mine == theirs:
        return None
    why = f"the copy is in {name_of(theirs)}, the original in {name_of(mine)}: words do not tell whether it is a copy"
    return Relation(RelationKind.OTHER_LANGUAGE, 0.0, why)


def _relation(alignment: Alignment) -> Relation:
    pair = alignment.pair
    beads = corresponding(alignment)
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
    return length(document, (s for s in segments if s.role is not Role.DEBRIS))


def length(document: Document, segments: Iterable[Segment]) -> int:
    """The words of these segments of the document."""
    return sum(len(words(document.text, s.span.start, s.span.end)) for s in segments)


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
