"""The stages in order: documents in, a Run out. Each stage is a function from one record to the next."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from mtaudit.alignment import align
from mtaudit.causes import explained
from mtaudit.comparison import compare
from mtaudit.detectors.base import GLOSSARY, PairDetector
from mtaudit.detectors.glossary import Glossary
from mtaudit.equivalences.base import Equivalence
from mtaudit.errors import InputError
from mtaudit.matching import Archive
from mtaudit.metrics.base import Metric
from mtaudit.mqm import Severity
from mtaudit.records import (
    Alignment,
    Audit,
    ComparedBead,
    Comparison,
    Document,
    Failure,
    Finding,
    Pair,
    Pivot,
    Relation,
    RelationKind,
    Run,
    Score,
    Segment,
    Suspicion,
)
from mtaudit.relation import relate
from mtaudit.segment_score import bead_scores
from mtaudit.segmentation import segment
from mtaudit.sources import Candidate, rest, sources
from mtaudit.verdicts import (
    ALLOWED,
    Claim,
    Levels,
    SetAside,
    grouped,
    levelled,
    outside,
    settle,
    sign,
    tempered,
    unclaimed,
    verdicts,
)

if TYPE_CHECKING:
    from mtaudit.semantics.encoder import Encoder

Progress = Callable[[int, int, str], None]
"""Called with how many copies are done, how many there are, and the one that comes next."""

LANGUAGE_GATE = "language-changed"
"""The detector that alone runs where the two texts are in different languages."""

NATIVE = "en"
"""The language that the other detectors read."""

MOST = 12
"""Originals of an archive that a copy is held against: versions of one article, or the parts of a round-up."""

IDLE = 3
"""Likely originals in a row that have nothing to do with the copy, after which the rest is not looked at."""


@dataclass(frozen=True, slots=True)
class Plugins:
    """What judges a pair: equivalences, detectors and metrics by name, and the encoder where a model is at hand.

    `levels` are the severities that the house decided on; its `glossary`, where there is one, is a detector that also
    says which claims of the others are about an allowed rendering.
    """

    equivalences: Mapping[str, Equivalence]
    detectors: Mapping[str, PairDetector]
    metrics: Mapping[str, Metric]
    encoder: Encoder | None = None
    levels: Levels = field(default_factory=Levels)
    glossary: Glossary | None = None

    @property
    def judges(self) -> Mapping[str, PairDetector]:
        """All detectors, the glossary among them."""
        own = {GLOSSARY: self.glossary} if self.glossary else {}
        return {**self.detectors, **own}


def audit_pair(pair: Pair, plugins: Plugins) -> Audit:
    """One copy held against its original."""
    alignment = align(pair, segment(pair.original), segment(pair.copy))
    return _audit_alignment(alignment, relate(alignment), plugins)


def audit_all(
    copies: Sequence[Document],
    archives: Sequence[Archive],
    plugins: Plugins,
    *,
    signature: str,
    failures: Iterable[Failure] = (),
    progress: Progress | None = None,
) -> Run:
    """Every copy with the original, from any of the archives, that it is a copy of; those without are `unmatched`.

    A copy made of several originals has an audit for each of them, one behind the other.
    """
    audits: list[Audit] = []
    unmatched: list[Document] = []
    broken = list(failures)
    for done, copy in enumerate(copies):
        if progress:
            progress(done, len(copies), copy.id)
        try:
            found = _audits(copy, archives, plugins)
        except Exception as error:  # one broken document costs itself, never the run
            broken.append(_broke("audit", copy.id, error))
            continue
        audits.extend(found)
        if not found:
            unmatched.append(copy)
    if progress:
        progress(len(copies), len(copies), "")
    return Run(tuple(audits), tuple(unmatched), tuple(broken), signature)


@lru_cache(maxsize=1024)
def _segments(original: Document) -> tuple[Segment, ...]:
    """The segments of an original, which may have many copies."""
    return segment(original)


def _audits(copy: Document, archives: Sequence[Archive], plugins: Plugins) -> list[Audit]:
    """An audit against each original that the copy was made of; none where it is a copy of none."""
    candidates = _candidates(copy, archives)
    return [_audit_alignment(s.alignment, s.relation, plugins, s.others) for s in sources(candidates)]


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


def _audit_alignment(
    alignment: Alignment, relation: Relation, plugins: Plugins, others: Sequence[Segment] = ()
) -> Audit:
    """`others` are the segments of the copy that belong to other originals: nothing is said of them here."""
    pair = alignment.pair
    failures: list[Failure] = []
    comparison = _explain(compare(alignment, plugins.encoder), plugins.equivalences, failures)
    detectors = _judges(pair, relation, plugins.judges, failures)
    claims, allowed = _allowed(comparison, _detect(comparison, detectors, failures), plugins.glossary)
    settled = settle(tempered(comparison, outside(claims, others)))
    kept, off = levelled(settled, plugins.levels, pair.copy.outlet)
    findings, pivot = _caused(comparison, sign(comparison, grouped(comparison, kept)), failures)
    judged = len(detectors) == len(plugins.judges)
    metrics = {name: m for name, m in plugins.metrics.items() if judged or not m.needs_verdicts}
    scores = tuple(_score(metrics, comparison, findings, failures))
    return Audit(
        copy=pair.copy,
        original=pair.original,
        relation=relation,
        comparison=comparison,
        verdicts=verdicts(comparison, findings, (*allowed, *off)),
        findings=findings,
        scores=scores,
        failures=tuple(f for f in failures if not _of_none(f, plugins.levels)),
        pivot=pivot,
        bead_scores=bead_scores(comparison, findings) if judged else (),
    )


def _explain(comparison: Comparison, equivalences: Mapping[str, Equivalence], failures: list[Failure]) -> Comparison:
    """Each difference with the first equivalence that says why it is harmless."""
    working = dict(equivalences)

    def explained(bead: ComparedBead) -> ComparedBead:
        differences = []
        for difference in bead.differences:
            for name, equivalence in tuple(working.items()):
                try:
                    holds = equivalence(bead, difference)
                except Exception as error:  # a broken plug-in costs itself, never the audit
                    failures.append(_broke("equivalence", name, error))
                    del working[name]
                    continue
                if holds:
                    difference = replace(difference, equivalence=name)
                    break
            differences.append(difference)
        return replace(bead, differences=tuple(differences))

    return replace(comparison, beads=tuple(explained(bead) for bead in comparison.beads))


def _judges(
    pair: Pair, relation: Relation, detectors: Mapping[str, PairDetector], failures: list[Failure]
) -> Mapping[str, PairDetector]:
    """The detectors that can judge this pair: none where it is no copy, or in a language that they do not read."""
    languages = pair.original.language, pair.copy.language
    if None not in languages and languages[0] != languages[1]:
        return {name: d for name, d in detectors.items() if name == LANGUAGE_GATE}
    if relation.kind in (RelationKind.UNRELATED, RelationKind.SHARES_QUOTES):
        return {}
    language = languages[0] or languages[1] or NATIVE
    if language != NATIVE:
        failures.append(Failure("language", pair.copy.id, f"the detectors read {NATIVE}, this pair is in {language}"))
        return {}
    return detectors


def _detect(comparison: Comparison, detectors: Mapping[str, PairDetector], failures: list[Failure]) -> list[Claim]:
    """What the special detectors claim, then what the general ones say of the rest."""
    claims: list[Claim] = []
    for general in (False, True):
        seen = unclaimed(comparison, claims) if general else comparison
        for name, detector in detectors.items():
            if detector.general is general:
                claims.extend(Claim(name, detector.category, s) for s in _run(name, detector, seen, failures))
    return claims


def _allowed(
    comparison: Comparison, claims: list[Claim], glossary: Glossary | None
) -> tuple[list[Claim], list[SetAside]]:
    """The claims, apart from those that are about nothing but a rendering which the glossary allows."""
    if glossary is None:
        return claims, []
    holds = glossary.allowed(comparison)
    allowed = [holds(claim.suspicion) for claim in claims]
    kept = [claim for claim, spared in zip(claims, allowed, strict=True) if not spared]
    return kept, [SetAside(claim, ALLOWED) for claim, spared in zip(claims, allowed, strict=True) if spared]


def _of_none(failure: Failure, levels: Levels) -> bool:
    """Whether it is that of a detector which is off."""
    return failure.what == "detector" and levels.everywhere.get(failure.where, Severity.NEUTRAL) is None


def _run(name: str, detector: PairDetector, comparison: Comparison, failures: list[Failure]) -> list[Suspicion]:
    try:
        return list(detector(comparison))
    except Exception as error:  # a broken plug-in costs itself, never the audit
        failures.append(_broke("detector", name, error))
        return []


def _caused(
    comparison: Comparison, findings: tuple[Finding, ...], failures: list[Failure]
) -> tuple[tuple[Finding, ...], Pivot | None]:
    """The findings with their causes, and the language in between; without, where a dictionary cannot be read."""
    try:
        return explained(comparison, findings)
    except InputError as error:
        failures.append(Failure("dictionary", comparison.copy.id, str(error)))
        return findings, None


def _score(
    metrics: Mapping[str, Metric], comparison: Comparison, findings: Sequence[Finding], failures: list[Failure]
) -> Iterable[Score]:
    for name, metric in metrics.items():
        try:
            score = metric(comparison, findings)
        except Exception as error:  # a broken plug-in costs itself, never the audit
            failures.append(_broke("metric", name, error))
        else:
            if score:
                yield score


def _broke(what: str, where: str, error: Exception) -> Failure:
    """What a plug-in or document that broke leaves in the report."""
    return Failure(what, where, f"{type(error).__name__}: {error}")
