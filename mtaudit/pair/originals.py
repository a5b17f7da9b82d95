"""Of the originals that a copy may have been made of, those that it was: one, its nearest version, or several.

A round-up is made of several originals. Each explains a part of the copy that the others do not, and is audited
against that part alone; what none of them explains stays with the part before it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from mtaudit.pair.alignment import align
from mtaudit.pair.relation import COPY_SHARE, corresponding, length, nearness, relate
from mtaudit.records import Alignment, Document, Relation, RelationKind, Role, Segment
from mtaudit.text.words import words

COPIES = (RelationKind.COPY, RelationKind.PARTIAL)
"""What is audited."""

PART_WORDS = 40
"""Words of the copy that a further original must explain alone; an author's note that two articles share is shorter."""

PART = 0.1
"""Share of the copy's words that it must explain where it is no original of the copy by itself."""

OVERLAP = 0.25
"""Share of what a further original explains that others may explain too; versions of one article explain the same."""

PART_ALIKE = 0.5
"""Similarity of the beads by which an original explains a part where by itself it is no original of the copy."""

SAME_ARTICLE = 0.5
"""Share of the shorter text's runs of three words that the other has too where both are versions of one article."""


@dataclass(frozen=True, slots=True)
class Source:
    """An original that a copy was made of, aligned with its part of the copy.

    `others` are the segments of the copy that belong to other originals; the alignment lacks them.
    """

    relation: Relation
    alignment: Alignment
    others: tuple[Segment, ...] = ()


@dataclass(frozen=True, eq=False)
class Candidate:
    """An original that the copy may have been made of."""

    alignment: Alignment
    relation: Relation

    @classmethod
    def of(cls, alignment: Alignment) -> Candidate:
        """With the relation that the alignment shows."""
        return cls(alignment, relate(alignment))

    @cached_property
    def explains(self) -> frozenset[Segment]:
        """The copy's segments that this original explains; none where it only shares quotations."""
        least = 0.0 if self.relation.kind in COPIES else PART_ALIKE
        if self.relation.kind is RelationKind.SHARES_QUOTES:
            return frozenset()
        beads = [b for b in corresponding(self.alignment) if b.similarity >= least]
        return frozenset(s for b in beads for s in b.copy if s.role is not Role.DEBRIS)

    @cached_property
    def rank(self) -> tuple[bool, bool, float, float]:
        """The likelier the greater: a whole copy before a part, then the nearer text, then the earlier one."""
        kind, published = self.relation.kind, self.alignment.pair.original.published
        early = -published.timestamp() if published else float("-inf")
        return kind is RelationKind.COPY, kind in COPIES, nearness(self.alignment), early

    @property
    def promising(self) -> bool:
        """Whether it is worth the search for others like it: it is an original, or explains a part of the copy."""
        return self.relation.kind in COPIES or self._is_part(self.explains)

    def adds_to(self, chosen: Sequence[Candidate]) -> bool:
        """Whether it explains a part of the copy that those chosen do not, and little that they do.

        A passage out of an article that the copy does not hold whole, put into a copy that is whole without it, is an
        addition to that copy.
        """
        if self.relation.kind not in COPIES and any(c.relation.kind is RelationKind.COPY for c in chosen):
            return False
        copy = self.alignment.pair.copy
        taken = {s for c in chosen for s in c.explains}
        shared = length(copy, self.explains & taken)
        return shared <= OVERLAP * length(copy, self.explains) and self._is_part(self.explains - taken)

    def _is_part(self, segments: Collection[Segment]) -> bool:
        least = 0.0 if self.relation.kind in COPIES else PART * _total(self.alignment)
        return len(segments) > 1 and length(self.alignment.pair.copy, segments) >= max(PART_WORDS, least)


def rest(candidates: Sequence[Candidate]) -> Document | None:
    """What none of the candidates explains of their copy, as a text of its own; None where that is too little."""
    alignment = candidates[0].alignment
    copy = alignment.pair.copy
    told = {s for c in candidates for s in c.explains}
    left = [s for b in alignment.beads for s in b.copy if s not in told and s.role is not Role.DEBRIS]
    if length(copy, left) < PART_WORDS:
        return None
    return Document(copy.id, "\n".join(s.span.of(copy.text) for s in left))


def sources(candidates: Sequence[Candidate]) -> tuple[Source, ...]:
    """The originals that the copy of these candidates was made of, likeliest first; none where it is a copy of none."""
    chosen = _chosen(candidates)
    if not chosen:
        return ()
    if len(chosen) == 1:
        (best,) = chosen
        return (Source(_versioned(best, candidates), best.alignment),)
    parts = _divided(chosen)
    made = [_part(c, part, len(chosen)) for c, part in zip(chosen, parts, strict=True)]
    failed = [c for c, source in zip(chosen, made, strict=True) if source is None]
    if failed:
        return sources([c for c in candidates if c not in failed])
    return tuple(
        replace(source, relation=_versioned(replace(c, relation=source.relation), candidates))
        for c, source in zip(chosen, made, strict=True)
        if source
    )


def _chosen(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The likeliest, and greedily all that explain other parts of the copy."""
    chosen: list[Candidate] = []
    named = sorted(candidates, key=lambda c: (c.alignment.pair.original.id, c.alignment.pair.original.text))
    for candidate in sorted(named, key=lambda c: c.rank, reverse=True):
        first = not chosen and candidate.relation.kind in COPIES
        if first or candidate.adds_to(chosen):
            chosen.append(candidate)
    if chosen and chosen[0].relation.kind not in COPIES:
        alignment = chosen[0].alignment
        told = length(alignment.pair.copy, {s for c in chosen for s in c.explains})
        if len(chosen) == 1 or told < COPY_SHARE * _total(alignment):
            return []
    return chosen


def _divided(chosen: Sequence[Candidate]) -> list[list[Segment]]:
    """The copy's segments by the original that they belong to, in order."""
    copy = sorted({s for b in chosen[0].alignment.beads for s in b.copy}, key=lambda s: s.span)
    owners = [next((k for k, c in enumerate(chosen) if s in c.explains), None) for s in copy]
    owner = next((k for k in owners if k is not None), 0)
    parts: list[list[Segment]] = [[] for _ in chosen]
    for segment, found in zip(copy, owners, strict=True):
        owner = owner if found is None else found
        parts[owner].append(segment)
    return parts


def _part(candidate: Candidate, part: Sequence[Segment], number: int) -> Source | None:
    """The original aligned anew with its part; None where it does not stand the closer look."""
    beads = candidate.alignment.beads
    original = sorted((s for b in beads for s in b.original), key=lambda s: s.span)
    alignment = align(candidate.alignment.pair, original, part)
    relation = relate(alignment)
    if relation.kind not in COPIES:
        return None
    share = length(alignment.pair.copy, part) / max(1, _total(candidate.alignment))
    why = f"one of {number} originals of the copy, with {share:.0%} of its words; of that part, {relation.why}"
    others = {s for b in beads for s in b.copy}.difference(part)
    part_of = replace(relation, kind=RelationKind.PARTIAL, why=why)
    return Source(part_of, alignment, tuple(sorted(others, key=lambda s: s.span)))


def _versioned(best: Candidate, candidates: Iterable[Candidate]) -> Relation:
    """Its relation, which says so where other candidates are versions of the same article."""
    mine = best.alignment.pair.original
    runs = _runs(mine)
    number = sum(
        c.alignment.pair.original.text != mine.text
        and c.relation.kind in COPIES
        and _same_article(runs, _runs(c.alignment.pair.original))
        for c in candidates
    )
    if not number:
        return best.relation
    dated = f", dated {mine.published:%Y-%m-%d %H:%M}" if mine.published else ""
    return replace(best.relation, why=f"{best.relation.why}; the nearest of {number + 1} versions: {mine.id}{dated}")


def _runs(document: Document) -> frozenset[tuple[str, str, str]]:
    forms = [w.form for w in words(document.text) if not w.is_punctuation]
    return frozenset((a, b, c) for (a, b), (_, c) in pairwise(pairwise(forms)))


def _same_article(mine: frozenset[tuple[str, str, str]], other: frozenset[tuple[str, str, str]]) -> bool:
    return len(mine & other) >= SAME_ARTICLE * max(1, min(len(mine), len(other)))


def _total(alignment: Alignment) -> int:
    """Words of the copy, debris apart."""
    return length(alignment.pair.copy, (s for b in alignment.beads for s in b.copy if s.role is not Role.DEBRIS))
