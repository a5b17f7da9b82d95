"""The stages in order: documents in, a Run out. Each stage is a function from one record to the next."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from mtaudit.alignment import align
from mtaudit.causes import explained
from mtaudit.comparison import compare
from mtaudit.coverage import Held, consulted, event_of, groups, weighed
from mtaudit.detectors.base import GLOSSARY, CoverageDetector, PairDetector, TextDetector
from mtaudit.detectors.glossary import Glossary
from mtaudit.equivalences.base import Equivalence
from mtaudit.errors import InputError
from mtaudit.gaps import placed
from mtaudit.matching import Archive
from mtaudit.metrics.base import Metric
from mtaudit.mqm import Category, Severity
from mtaudit.records import (
    Alignment,
    Audit,
    Basis,
    ComparedBead,
    Comparison,
    Document,
    Event,
    Failure,
    Finding,
    Pair,
    Parsed,
    Pivot,
    Relation,
    RelationKind,
    Run,
    Score,
    Segment,
    Span,
    Suspicion,
    Trace,
    Translated,
)
from mtaudit.relation import relate
from mtaudit.runs import Progress, assembled
from mtaudit.segment_score import bead_scores
from mtaudit.segmentation import parsed, segment
from mtaudit.sources import Candidate, rest, sources
from mtaudit.translated import pivot, translated
from mtaudit.trust import trust
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
    """What judges, by name, and the encoder where a model is at hand.

    Equivalences, `detectors` and metrics judge a pair, `coverage` and `text` a copy without an original. `levels` are
    the severities that the house decided on; its `glossary`, where there is one, is a detector that also says which
    claims of the others are about an allowed rendering.
    """

    equivalences: Mapping[str, Equivalence]
    detectors: Mapping[str, PairDetector]
    metrics: Mapping[str, Metric]
    encoder: Encoder | None = None
    coverage: Mapping[str, CoverageDetector] = field(default_factory=dict)
    text: Mapping[str, TextDetector] = field(default_factory=dict)
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


def audit_text(text: Parsed, plugins: Plugins) -> Audit:
    """A copy judged by its own text alone."""
    return _audit_alone(_read_alone(text, plugins), None, 0, plugins)


def audit_event(event: Event, article: int, plugins: Plugins) -> Audit:
    """One of the articles of an event, held against the others."""
    return _audit_alone(_read_alone(event.articles[article], plugins), event, article, plugins)


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
        lambda orphans, related, broken: audits_alone(orphans, [*coverage, *related], plugins, broken),
        sought=bool(archives),
        signature=lambda: signature,
        failures=failures,
        progress=progress,
    )


def trace(copy: Document, archives: Sequence[Archive], plugins: Plugins) -> Trace | Failure:
    """A copy with the originals, from any of the archives, that it was made of; one that breaks costs itself."""
    try:
        candidates = _candidates(copy, archives)
        found = tuple(_audit_alignment(s.alignment, s.relation, plugins, s.others) for s in sources(candidates))
    except Exception as error:  # one broken document costs itself, never the run
        return _broke("audit", copy.id, error)
    quoting = [c.alignment.pair.original for c in candidates if c.relation.kind is RelationKind.SHARES_QUOTES]
    return Trace(found, () if found else tuple(quoting))


@lru_cache(maxsize=1024)
def _segments(original: Document) -> tuple[Segment, ...]:
    """The segments of an original, which may have many copies."""
    return segment(original)


def audits_alone(
    copies: Sequence[Document], coverage: Sequence[Document], plugins: Plugins, failures: list[Failure]
) -> list[Audit]:
    """An audit of each copy without an original: by the other articles on its event, or by its own text."""
    asked = dict.fromkeys(copies)
    made: dict[Document, Audit] = {}
    for group in groups(tuple(dict.fromkeys((*copies, *coverage)))):
        if not asked.keys() & set(group):
            continue
        try:
            alone = [_read_alone(parsed(document), plugins) for document in group]
            event = event_of([one.text for one in alone], [one.trust for one in alone])
            made |= {d: _audit_alone(alone[k], event, k, plugins) for k, d in enumerate(group) if d in asked}
        except Exception as error:  # what the articles have in common may not cost their audits
            failures.append(_broke("coverage", ", ".join(d.id for d in group if d in asked), error))
    for copy in asked.keys() - made.keys():
        try:
            made[copy] = audit_text(parsed(copy), plugins)
        except Exception as error:  # one broken document costs itself, never the run
            failures.append(_broke("audit", copy.id, error))
    return [made[copy] for copy in asked if copy in made]


@dataclass(frozen=True, slots=True)
class _Alone:
    """What a text shows by itself, and how far it can be believed as a witness; no claims where it is not English."""

    text: Parsed
    claims: tuple[Claim, ...]
    failures: tuple[Failure, ...]
    translated: Translated | None
    trust: float

    @property
    def native(self) -> bool:
        """Whether the detectors can read it."""
        return (self.text.document.language or NATIVE) == NATIVE


def _read_alone(text: Parsed, plugins: Plugins) -> _Alone:
    copy, failures, claims = text.document, list[Failure](), list[Claim]()
    if (copy.language or NATIVE) == NATIVE:
        for name, detector in plugins.text.items():
            claims += _claims(name, detector.category, partial(_calmed, detector, text), failures)
    else:
        failures.append(Failure("language", copy.id, f"the detectors read {NATIVE}, this text is in {copy.language}"))
    findings = sign(text, levelled(settle(claims), plugins.levels, copy.outlet)[0])
    told = None if failures else translated(text, findings)
    return _Alone(text, tuple(claims), tuple(failures), told, trust(text, findings, told))


def _audit_alone(alone: _Alone, event: Event | None, article: int, plugins: Plugins) -> Audit:
    """What the text shows by itself and, in an event, what the other articles contradict."""
    text, copy, failures, claims = alone.text, alone.text.document, list(alone.failures), list(alone.claims)
    if event and alone.native:
        for name, witness in plugins.coverage.items():
            claims += _claims(name, witness.category, partial(_weighed, witness, event, article, plugins), failures)
    kept, _ = levelled(settle(claims), plugins.levels, copy.outlet)
    findings = sign(text, kept)
    return Audit(
        copy=copy,
        original=None,
        relation=Relation(RelationKind.UNRELATED, 1.0, "there is no original to hold it against"),
        comparison=None,
        verdicts=(),
        findings=findings,
        scores=(),
        failures=tuple(f for f in failures if not _of_none(f, plugins.levels)),
        basis=Basis.COVERAGE if event else Basis.TEXT,
        consulted=consulted(event, article) if event else (),
        translated=alone.translated,
        pivot=None if alone.failures else pivot(text),
    )


def _weighed(witness: CoverageDetector, event: Event, article: int, plugins: Plugins) -> Iterable[Suspicion]:
    """What the other articles contradict; deviations in quotations as grave as between a copy and its original."""
    found = witness(event, article)
    if witness.category is not Category.QUOTATION:
        return found
    return weighed(event, article, tuple(found), partial(_held, plugins))


def _held(plugins: Plugins, agreed: str, own: str) -> Held:
    """One wording of a quotation held against another, like a copy against its original."""
    pair, failures = Pair(Document("agreed", f"“{agreed}”"), Document("own", f"“{own}”")), list[Failure]()
    alignment = align(pair, segment(pair.original), segment(pair.copy))
    comparison = _explain(compare(alignment, plugins.encoder), plugins.equivalences, failures)
    claims = [c.suspicion for c in _detect(comparison, plugins.detectors, failures)]
    places = [(bead.copy_span(d.copy), d) for bead in comparison.beads for d in bead.differences]
    return Held(
        tuple(
            (Span(max(0, s.copy.start - 1), s.copy.end - 1), s.severity) for s in claims if s.copy and s.copy.end > 1
        ),
        tuple((Span(max(0, at.start - 1), at.end - 1), d) for at, d in places if at and at.end > 1),
    )


def _calmed(detector: TextDetector, text: Parsed) -> Iterable[Suspicion]:
    """What a text shows by itself are symptoms, and none is graver than major."""
    for suspicion in detector(text):
        grave = suspicion.severity is Severity.CRITICAL
        yield replace(suspicion, severity=Severity.MAJOR) if grave else suspicion


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
    findings, pivot = _caused(comparison, placed(comparison, sign(comparison, grouped(comparison, kept))), failures)
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
                claims += _claims(name, detector.category, partial(detector, seen), failures)
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


def _claims(
    name: str, category: Category, detect: Callable[[], Iterable[Suspicion]], failures: list[Failure]
) -> list[Claim]:
    """What one detector claims."""
    try:
        return [Claim(name, category, suspicion) for suspicion in detect()]
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
