"""The stages in order: documents in, a Run out. Each stage is a function from one record to the next."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from mtaudit.agreement import WEAK
from mtaudit.alignment import align
from mtaudit.causes import explained
from mtaudit.comparison import compare
from mtaudit.coverage import consulted, event_of, groups
from mtaudit.detectors.base import CoverageDetector, PairDetector, TextDetector
from mtaudit.equivalences.base import Equivalence
from mtaudit.errors import InputError
from mtaudit.matching import Archive
from mtaudit.metrics.base import Metric
from mtaudit.mqm import Category, Severity
from mtaudit.records import (
    Alignment,
    Audit,
    Basis,
    ComparedBead,
    Comparison,
    Difference,
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
)
from mtaudit.relation import relate
from mtaudit.segment_score import bead_scores
from mtaudit.segmentation import parsed, segment
from mtaudit.sources import Candidate, rest, sources
from mtaudit.verdicts import Claim, grouped, outside, settle, sign, tempered, unclaimed, verdicts

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
    """What judges, by name, and the encoder where a model is at hand.

    Equivalences, `detectors` and metrics judge a pair, the others a copy without an original.
    """

    equivalences: Mapping[str, Equivalence]
    detectors: Mapping[str, PairDetector]
    metrics: Mapping[str, Metric]
    encoder: Encoder | None = None
    coverage: Mapping[str, CoverageDetector] = field(default_factory=dict)
    text: Mapping[str, TextDetector] = field(default_factory=dict)


def audit_pair(pair: Pair, plugins: Plugins) -> Audit:
    """One copy held against its original."""
    alignment = align(pair, segment(pair.original), segment(pair.copy))
    return _audit_alignment(alignment, relate(alignment), plugins)


def audit_text(text: Parsed, plugins: Plugins) -> Audit:
    """A copy judged by its own text alone."""
    return _audit_alone(text, None, 0, plugins)


def audit_event(event: Event, article: int, plugins: Plugins) -> Audit:
    """One of the articles of an event, held against the others."""
    return _audit_alone(event.articles[article], event, article, plugins)


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
    audits: list[Audit] = []
    related: list[Document] = []
    unmatched: list[Document] = []
    broken = list(failures)
    for done, copy in enumerate(copies):
        if progress:
            progress(done, len(copies), copy.id)
        try:
            candidates = _candidates(copy, archives)
            found = _audits(candidates, plugins)
        except Exception as error:  # one broken document costs itself, never the run
            broken.append(_broke("audit", copy.id, error))
            continue
        audits.extend(found)
        if not found:
            unmatched.append(copy)
            related += [c.alignment.pair.original for c in candidates if c.relation.kind is RelationKind.SHARES_QUOTES]
    audits += _audits_alone(unmatched, [*coverage, *related], plugins, broken)
    if progress:
        progress(len(copies), len(copies), "")
    return Run(tuple(audits), tuple(unmatched) if archives else (), tuple(broken), signature)


@lru_cache(maxsize=1024)
def _segments(original: Document) -> tuple[Segment, ...]:
    """The segments of an original, which may have many copies."""
    return segment(original)


def _audits(candidates: Sequence[Candidate], plugins: Plugins) -> list[Audit]:
    """An audit against each original that the copy was made of; none where it is a copy of none."""
    return [_audit_alignment(s.alignment, s.relation, plugins, s.others) for s in sources(candidates)]


def _audits_alone(
    copies: Sequence[Document], coverage: Sequence[Document], plugins: Plugins, failures: list[Failure]
) -> list[Audit]:
    """An audit of each copy without an original: by the other articles on its event, or by its own text."""
    asked = dict.fromkeys(copies)
    made: dict[Document, Audit] = {}
    for group in groups(tuple(dict.fromkeys((*copies, *coverage)))):
        if not asked.keys() & set(group):
            continue
        try:
            event = event_of([parsed(document) for document in group])
            made |= {d: audit_event(event, k, plugins) for k, d in enumerate(group) if d in asked}
        except Exception as error:  # what the articles have in common may not cost their audits
            failures.append(_broke("coverage", ", ".join(d.id for d in group if d in asked), error))
    for copy in asked.keys() - made.keys():
        try:
            made[copy] = audit_text(parsed(copy), plugins)
        except Exception as error:  # one broken document costs itself, never the run
            failures.append(_broke("audit", copy.id, error))
    return [made[copy] for copy in asked if copy in made]


def _audit_alone(text: Parsed, event: Event | None, article: int, plugins: Plugins) -> Audit:
    """What the text shows by itself and, in an event, what the other articles contradict."""
    copy, failures, claims = text.document, list[Failure](), list[Claim]()
    if (copy.language or NATIVE) == NATIVE:
        for name, detector in plugins.text.items():
            claims += _claims(name, detector.category, partial(_calmed, detector, text), failures)
        if event:
            for name, witness in plugins.coverage.items():
                found = _claims(name, witness.category, partial(witness, event, article), failures)
                claims += _weighed(event, article, found, plugins) if witness.category is Category.QUOTATION else found
    else:
        failures.append(Failure("language", copy.id, f"the detectors read {NATIVE}, this text is in {copy.language}"))
    return Audit(
        copy=copy,
        original=None,
        relation=Relation(RelationKind.UNRELATED, 1.0, "there is no original to hold it against"),
        comparison=None,
        verdicts=(),
        findings=sign(None, copy, settle(claims)),
        scores=(),
        failures=tuple(failures),
        basis=Basis.COVERAGE if event else Basis.TEXT,
        consulted=consulted(event, article) if event else (),
    )


def _weighed(event: Event, article: int, claims: Sequence[Claim], plugins: Plugins) -> list[Claim]:
    """Claims that a quotation deviates, each judged as a pair is: the wording that is agreed against the article's own.

    What equivalences excuse is dropped; what a detector finds graver there is so, a step less where the agreement is
    doubtful.
    """
    kept = []
    for claim in claims:
        held = _wordings(event, article, claim.suspicion)
        if not held:
            kept.append(claim)
            continue
        severity = _severity(claim.suspicion, *_judged(*held, plugins))
        if severity:
            kept.append(replace(claim, suspicion=replace(claim.suspicion, severity=severity)))
    return kept


def _severity(suspicion: Suspicion, judged: Sequence[Severity], differences: Sequence[Difference]) -> Severity | None:
    """How bad a deviation is by what the pair's detectors and equivalences say of it; None where they excuse it."""
    gravest = max(judged, key=lambda s: s.rank, default=Severity.NEUTRAL)
    harmless = bool(differences) and all(d.equivalence for d in differences)
    if harmless and not judged:
        return None
    if harmless and gravest.rank <= Severity.MINOR.rank:
        return Severity.MINOR
    doubted = gravest.lowered if suspicion.confidence <= WEAK else gravest
    return max(doubted, suspicion.severity, key=lambda s: s.rank)


def _wordings(event: Event, article: int, suspicion: Suspicion) -> tuple[str, str, Span] | None:
    """The agreed wording of the saying that is suspected, the article's own, and where in it the suspicion lies."""
    ids = {text.document.id: k for k, text in enumerate(event.articles)}
    for utterance in event.utterances:
        for own in utterance.wordings:
            if suspicion.copy and own.article == article and own.span.contains(suspicion.copy):
                for witness in suspicion.witnesses:
                    for other in utterance.wordings:
                        if (
                            witness.contradicts
                            and other.article == ids[witness.id]
                            and other.span.contains(witness.span)
                        ):
                            texts = (event.articles[w.article].document.text for w in (other, own))
                            said, quoted = (w.span.of(t) for w, t in zip((other, own), texts, strict=True))
                            start = suspicion.copy.start - own.span.start
                            return said, quoted, Span(start, start + suspicion.copy.end - suspicion.copy.start)
    return None


def _judged(agreed: str, own: str, at: Span, plugins: Plugins) -> tuple[list[Severity], list[Difference]]:
    """The severity of each claim there when the one is held against the other, and the differences there."""
    pair = Pair(Document("agreed", f"“{agreed}”"), Document("own", f"“{own}”"))
    span, failures = Span(at.start + 1, at.end + 1), list[Failure]()
    alignment = align(pair, segment(pair.original), segment(pair.copy))
    comparison = _explain(compare(alignment, plugins.encoder), plugins.equivalences, failures)
    claims = [c for c in _detect(comparison, plugins.detectors, failures) if c.suspicion.copy]
    there = [c.suspicion.severity for c in claims if c.suspicion.copy and c.suspicion.copy.overlaps(span)]
    differences = [
        d
        for bead in comparison.beads
        for d in bead.differences
        if (place := bead.copy_span(d.copy)) and place.overlaps(span)
    ]
    return there, differences


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
    detectors = _judges(pair, relation, plugins.detectors, failures)
    claims = tempered(comparison, outside(_detect(comparison, detectors, failures), others))
    findings, pivot = _caused(comparison, sign(pair.original, pair.copy, grouped(comparison, settle(claims))), failures)
    judged = len(detectors) == len(plugins.detectors)
    metrics = {name: m for name, m in plugins.metrics.items() if judged or not m.needs_verdicts}
    scores = tuple(_score(metrics, comparison, findings, failures))
    return Audit(
        copy=pair.copy,
        original=pair.original,
        relation=relation,
        comparison=comparison,
        verdicts=verdicts(comparison, findings),
        findings=findings,
        scores=scores,
        failures=tuple(failures),
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
