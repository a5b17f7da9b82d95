"""The stages in order: documents in, a Run out. Each stage is a function from one record to the next."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from mtaudit.judging.alone import audits_alone
from mtaudit.judging.judges import Plugins, broke
from mtaudit.judging.paired import audit_alignment
from mtaudit.judging.runs import Progress, assembled
from mtaudit.matching import Archive, Damaged
from mtaudit.pair.alignment import align
from mtaudit.pair.originals import Candidate, rest, sources
from mtaudit.pair.relation import relate
from mtaudit.records import Audit, Document, Failure, Pair, RelationKind, Run, Segment, Trace
from mtaudit.text.segmentation import segment

MOST = 12
"""Originals of an archive that a copy is held against: versions of one article, or the parts of a round-up."""

IDLE = 3
"""Likely originals in a row that have nothing to do with the copy, after which the rest is not looked at."""


def audit_pair(pair: Pair, plugins: Plugins) -> Audit:
    """One copy held against its original."""
    alignment = align(pair, segment(pair.original), segment(pair.copy))
    return audit_alignment(alignment, relate(alignment), plugins)


def audit_all(
    copies: Sequence[Document],
    archives: Sequence[Archive],
    plugins: Plugins,
    *,
    signature: str,
    coverage: Sequence[Document] = (),
    failures: Iterable[Failure] = (),
    progress: Progress | None = None,
) -> Run:
    """Every copy with the original, from any of the archives, that it is a copy of; those without are `unmatched`
    where there are archives.

    A copy made of several originals has an audit for each of them, one behind the other. One without an original is
    held against the articles on the same event, among `coverage`, the other such copies, and the originals that share
    its quotations; where there are none it is judged by its own text.
    """
    return assembled(
        copies,
        lambda copy: trace(copy, archives, plugins),
        lambda orphans, related, broken: audits_alone(
            orphans, [*coverage, *related], plugins, broken, sought=sum(map(len, archives))
        ),
        sought=bool(archives),
        signature=lambda: signature,
        failures=failures,
        progress=progress,
    )


def trace(copy: Document, archives: Sequence[Archive], plugins: Plugins) -> Trace | Failure:
    """A copy with the originals, from any of the archives, that it was made of; one that breaks costs itself.

    Raises Damaged where an archive cannot be used, which costs more than this copy.
    """
    try:
        candidates = _candidates(copy, archives)
        found = tuple(audit_alignment(s.alignment, s.relation, plugins, s.others) for s in sources(candidates))
    except Damaged:
        raise
    except Exception as error:  # one broken document costs itself, never the run
        return broke("audit", copy.id, error)
    quoting = [c.alignment.pair.original for c in candidates if c.relation.kind is RelationKind.SHARES_QUOTES]
    return Trace(found, () if found else tuple(quoting))


@lru_cache(maxsize=1024)
def _segments(original: Document) -> tuple[Segment, ...]:
    """The segments of an original, which may have many copies."""
    return segment(original)


def _candidates(copy: Document, archives: Sequence[Archive]) -> list[Candidate]:
    """The likeliest originals, then those of what they do not explain, as long as there are any."""
    mine = segment(copy)
    found: list[Candidate] = []
    asked: Document | None = copy
    while asked:
        known = {c.alignment.pair.original for c in found}
        fresh = [c for archive in archives for c in _likely(archive, asked, known, copy, mine)]
        found += fresh
        asked = rest(found) if any(c.promising for c in fresh) else None
    return found


def _likely(
    archive: Archive, asked: Document, known: Collection[Document], copy: Document, mine: Sequence[Segment]
) -> Iterable[Candidate]:
    """The archive's likeliest new originals until some in a row have nothing to do with the copy."""
    idle = 0
    for original in archive.candidates(asked, MOST):
        if original in known:
            continue
        candidate = Candidate.of(align(Pair(original, copy), _segments(original), mine))
        yield candidate
        idle = 0 if candidate.promising else idle + 1
        if idle == IDLE:
            return
