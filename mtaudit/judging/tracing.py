"""Which audit a copy gets: one for each original that it was made of; without any, by the articles on its event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from mtaudit.event import event_of, groups
from mtaudit.judging.judges import Plugins, broke
from mtaudit.judging.pipeline import WITHOUT, audit_part, audit_shown, audit_text, shown
from mtaudit.matching import Archive, Damaged
from mtaudit.pair.alignment import align
from mtaudit.pair.originals import Candidate, rest, sources
from mtaudit.records import Audit, Document, Failure, Pair, Relation, RelationKind, Segment, Trace
from mtaudit.text.language import NATIVE
from mtaudit.text.segmentation import parsed, segment

MOST = 12
"""Originals of an archive that a copy is held against: versions of one article, or the parts of a round-up."""

IDLE = 3
"""Likely originals in a row that have nothing to do with the copy, after which the rest is not looked at."""


def traced(copy: Document, archives: Sequence[Archive], plugins: Plugins) -> Trace:
    """A copy with the originals, from any of the archives, that it was made of; one that breaks costs itself.

    Raises Damaged where an archive cannot be used, which costs more than this copy.
    """
    try:
        candidates = _candidates(copy, archives)
        found = tuple(audit_part(part, plugins) for part in sources(candidates))
    except Damaged:
        raise
    except Exception as error:  # one broken document costs itself, never the run
        return Trace(failures=(broke("audit", copy.id, error),))
    quoting = [c.alignment.pair.original for c in candidates if c.relation.kind is RelationKind.SHARES_QUOTES]
    return Trace(found, () if found else tuple(quoting))


def _candidates(copy: Document, archives: Sequence[Archive]) -> list[Candidate]:
    """The likeliest originals, then those of what they do not explain, as long as there are any."""
    mine = segment(copy)

    @cache  # an original may lie in two archives
    def candidate(original: Document) -> Candidate:
        return Candidate.of(align(Pair(original, copy), _segments(original), mine))

    found: list[Candidate] = []
    asked: Document | None = copy
    while asked:
        known = {c.alignment.pair.original for c in found}
        likely = [[o for o in archive.candidates(asked, MOST) if o not in known] for archive in archives]
        fresh = [c for originals in likely for c in _until_idle(map(candidate, originals))]
        found += fresh
        asked = rest(found) if any(c.promising for c in fresh) else None
    return found


def _until_idle(candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """The candidates until some in a row have nothing to do with the copy."""
    idle = 0
    for candidate in candidates:
        yield candidate
        idle = 0 if candidate.promising else idle + 1
        if idle == IDLE:
            return


@lru_cache(maxsize=1024)
def _segments(original: Document) -> tuple[Segment, ...]:
    """The segments of an original, which may have many copies."""
    return segment(original)


def alone(copies: Sequence[Document], coverage: Sequence[Document], plugins: Plugins, *, sought: int = 0) -> Trace:
    """An audit of each copy without an original: by the other articles on its event, or by its own text.

    `sought` says among how many originals its own was looked for.
    """
    asked = dict.fromkeys(copies)
    made: dict[Document, Audit] = {}
    failures: list[Failure] = []
    for group in groups(tuple(dict.fromkeys((*copies, *coverage)))):
        mine = {k: document for k, document in enumerate(group) if document in asked}
        if not mine:
            continue
        try:
            read = [shown(parsed(document), plugins) for document in group]
            event = event_of([one.text for one in read], [one.trust for one in read])
            made |= {document: audit_shown(read[k], event, k, plugins) for k, document in mine.items()}
        except Exception as error:  # what the articles have in common may not cost their audits
            failures.append(broke("coverage", ", ".join(document.id for document in mine.values()), error))
    for copy in (c for c in asked if c not in made):
        try:
            made[copy] = audit_text(parsed(copy), plugins)
        except Exception as error:  # one broken document costs itself, never the run
            failures.append(broke("audit", copy.id, error))
    audits = tuple(replace(made[copy], relation=_without(copy, sought)) for copy in asked if copy in made)
    return Trace(audits, failures=tuple(failures))


def _without(copy: Document, sought: int) -> Relation:
    """How a copy stands to an original that nobody has."""
    if not sought:
        return WITHOUT
    why = f"no original was found among {sought}"
    if (copy.language or NATIVE) != NATIVE:
        why += "; one in another language cannot be found by its words"
    return replace(WITHOUT, why=why)
