"""One copy held against one original: every difference explained, claimed, or judged by what is left."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from mtaudit.detectors.base import PairDetector
from mtaudit.detectors.glossary import Glossary
from mtaudit.equivalences.base import Equivalence
from mtaudit.errors import InputError
from mtaudit.event import Held
from mtaudit.judging.causes import explained
from mtaudit.judging.judges import Parts, Plugins, beginning, broke, claims_of, of_none, unread
from mtaudit.judging.segment_score import bead_scores
from mtaudit.judging.verdicts import (
    ALLOWED,
    Claim,
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
from mtaudit.metrics.base import Metric
from mtaudit.mqm import Category
from mtaudit.pair.alignment import align
from mtaudit.pair.comparison import compare
from mtaudit.pair.places import placed
from mtaudit.records import (
    Alignment,
    Audit,
    ComparedBead,
    Comparison,
    Difference,
    Document,
    Failure,
    Finding,
    Pair,
    Pivot,
    Relation,
    RelationKind,
    Score,
    Segment,
    Span,
    Suspicion,
)
from mtaudit.text.language import NATIVE, name_of
from mtaudit.text.segmentation import segment
from mtaudit.text.words import words

LANGUAGE_GATE = "language-changed"
"""The detector that alone runs where the two texts are in different languages."""


def audit_alignment(
    alignment: Alignment, relation: Relation, plugins: Plugins, others: Sequence[Segment] = ()
) -> Audit:
    """`others` are the segments of the copy that belong to other originals: nothing is said of them here."""
    pair = alignment.pair
    failures: list[Failure] = []
    comparison = _explain(compare(alignment, plugins.encoder), plugins.equivalences, failures)
    detectors = _judges(pair, relation, plugins.judges, failures)
    claims = _readable(_detect(comparison, detectors, failures))
    claims, allowed = _allowed(comparison, claims, plugins.glossary)
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
        failures=tuple(f for f in failures if not of_none(f, plugins.levels)),
        pivot=pivot,
        bead_scores=bead_scores(comparison, findings) if judged else (),
    )


def held(plugins: Plugins, agreed: str, own: str) -> Held:
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


def _explain(comparison: Comparison, equivalences: Mapping[str, Equivalence], failures: list[Failure]) -> Comparison:
    """Each difference with the first equivalence that says why it is harmless."""
    errors: dict[str, Exception] = {}
    sentences: dict[str, list[str]] = {}

    def reason(bead: ComparedBead, difference: Difference) -> str | None:
        for name, equivalence in equivalences.items():
            try:
                if equivalence(bead, difference):
                    return name
            except Exception as error:  # a broken plug-in costs the difference that it breaks on, never the audit
                errors.setdefault(name, error)
                sentences.setdefault(name, []).append(_begins(bead))
        return None

    def explained(bead: ComparedBead) -> ComparedBead:
        reasons = [(d, reason(bead, d)) for d in bead.differences]
        return bead.differing_in(replace(d, equivalence=name) if name else d for d, name in reasons)

    made = replace(comparison, beads=tuple(explained(bead) for bead in comparison.beads))
    failures += [broke("equivalence", n, error, tuple(dict.fromkeys(sentences[n]))) for n, error in errors.items()]
    return made


def _judges(
    pair: Pair, relation: Relation, detectors: Mapping[str, PairDetector], failures: list[Failure]
) -> Mapping[str, PairDetector]:
    """The detectors that can judge this pair: none where it is no copy, or in a language that they do not read."""
    mine, theirs = pair.original.language, pair.copy.language
    if mine == NATIVE and theirs not in (NATIVE, None):
        return {name: d for name, d in detectors.items() if name == LANGUAGE_GATE}
    if foreign := _foreign(mine, theirs):
        failures.append(unread(pair.copy, foreign))
        return {}
    if relation.kind in (RelationKind.UNRELATED, RelationKind.SHARES_QUOTES):
        return {}
    return detectors


def _foreign(mine: str | None, theirs: str | None) -> str | None:
    """Which of the two texts are in a language that the detectors do not read, as the subject of a sentence."""
    original, copy = (code and code != NATIVE and name_of(code) for code in (mine, theirs))
    if original and copy:
        return f"both texts are in {copy}" if mine == theirs else f"the original is in {original}, the copy in {copy}"
    return f"the original is in {original}" if original else f"the copy is in {copy}" if copy else None


def _detect(comparison: Comparison, detectors: Mapping[str, PairDetector], failures: list[Failure]) -> list[Claim]:
    """What the special detectors claim, then what the general ones say of the rest."""
    claims: list[Claim] = []
    for general in (False, True):
        seen = unclaimed(comparison, claims) if general else comparison
        for name, detector in detectors.items():
            if detector.general is general:
                claims += claims_of(name, detector.category, _beads(detector, seen), failures)
    return claims


def _readable(claims: list[Claim]) -> list[Claim]:
    """The claims; of a copy with a passage in another language, none of what it lacks, which may stand there."""
    if not any(claim.detector == LANGUAGE_GATE for claim in claims):
        return claims
    return [claim for claim in claims if claim.category is not Category.OMISSION or claim.suspicion.copy]


def _beads(detector: PairDetector, comparison: Comparison) -> Parts[ComparedBead]:
    return Parts(
        comparison.beads,
        lambda beads: detector(replace(comparison, beads=beads)),
        _begins,
        silenced=lambda bead: bead.differing_in(()),
        unsure=partial(_may_stand_in, comparison),
    )


def _begins(bead: ComparedBead) -> str:
    return beginning(bead.copy or bead.original)


def _may_stand_in(comparison: Comparison, suspicion: Suspicion, beads: Sequence[ComparedBead]) -> bool:
    """Whether all words that a suspicion misses on one side, or finds too many there, stand in one of these beads."""
    sides = (
        (comparison.original, suspicion.original, [bead.copy for bead in beads]),
        (comparison.copy, suspicion.copy, [bead.original for bead in beads]),
    )
    for document, span, others in sides:
        said = {word.form for word in words(document.text, span.start, span.end)} if span else set()
        if said and any(said <= {word.form for word in other} for other in others):
            return True
    return False


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
            failures.append(broke("metric", name, error))
        else:
            if score:
                yield score
