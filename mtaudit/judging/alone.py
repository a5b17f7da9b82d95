"""Copies without an original: each judged by its own text, and held against other articles on its event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from mtaudit.detectors.base import CoverageDetector, TextDetector
from mtaudit.event import consulted, event_of, groups, weighed
from mtaudit.event.trust import but_surest, of_language, trust
from mtaudit.judging.judges import Parts, Plugins, beginning, broke, claims_of, of_none, unread
from mtaudit.judging.paired import held
from mtaudit.judging.translated import pivot, translated
from mtaudit.judging.verdicts import Claim, levelled, settle, sign
from mtaudit.mqm import Category, Severity
from mtaudit.records import (
    Audit,
    Basis,
    Document,
    Event,
    Fact,
    Failure,
    Finding,
    Parsed,
    Relation,
    RelationKind,
    Segment,
    Suspicion,
    Translated,
    Utterance,
    Word,
)
from mtaudit.text.language import NATIVE, name_of
from mtaudit.text.segmentation import parsed

_Sentence = tuple[Segment, tuple[Word, ...]]


def audit_text(text: Parsed, plugins: Plugins) -> Audit:
    """A copy judged by its own text alone."""
    return _audit_alone(_read_alone(text, plugins), None, 0, plugins)


def audit_event(event: Event, article: int, plugins: Plugins) -> Audit:
    """One of the articles of an event, held against the others."""
    return _audit_alone(_read_alone(event.articles[article], plugins), event, article, plugins)


def audits_alone(
    copies: Sequence[Document],
    coverage: Sequence[Document],
    plugins: Plugins,
    failures: list[Failure],
    *,
    sought: int = 0,
) -> list[Audit]:
    """An audit of each copy without an original: by the other articles on its event, or by its own text.

    `sought` says among how many originals its own was looked for.
    """
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
            failures.append(broke("coverage", ", ".join(d.id for d in group if d in asked), error))
    for copy in (c for c in asked if c not in made):
        try:
            made[copy] = audit_text(parsed(copy), plugins)
        except Exception as error:  # one broken document costs itself, never the run
            failures.append(broke("audit", copy.id, error))
    return [replace(made[copy], relation=_without(copy, sought)) for copy in asked if copy in made]


def _without(copy: Document, sought: int = 0) -> Relation:
    """How a copy stands to an original that nobody has."""
    why = f"no original was found among {sought}" if sought else "no originals were given"
    if sought and (copy.language or NATIVE) != NATIVE:
        why += "; one in another language cannot be found by its words"
    return Relation(RelationKind.NO_ORIGINAL, 0.0, why)


@dataclass(frozen=True, slots=True)
class _Alone:
    """What a text shows by itself, and how far it can be believed as a witness; no claims where it is not English."""

    text: Parsed
    native: bool
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    failures: tuple[Failure, ...]
    translated: Translated | None
    trust: float


def _read_alone(text: Parsed, plugins: Plugins) -> _Alone:
    copy, failures, claims = text.document, list[Failure](), list[Claim]()
    native = (copy.language or NATIVE) == NATIVE
    if native:
        for name, detector in plugins.text.items():
            claims += claims_of(name, detector.category, _segments(detector, text), failures)
    else:
        failures.append(unread(copy, f"the text is in {name_of(copy.language or NATIVE)}"))
    findings = _signed(text, claims, plugins)
    told = None if failures else translated(text, findings)
    sense = of_language(findings)
    believed = trust(text, sense, None if failures else translated(text, but_surest(sense)))
    return _Alone(text, native, tuple(claims), findings, tuple(failures), told, believed)


def _signed(text: Parsed, claims: Sequence[Claim], plugins: Plugins) -> tuple[Finding, ...]:
    kept, _ = levelled(settle(claims), plugins.levels, text.document.outlet)
    return sign(text, kept)


def _audit_alone(alone: _Alone, event: Event | None, article: int, plugins: Plugins) -> Audit:
    """What the text shows by itself and, in an event, what the other articles contradict."""
    text, failures, contradicted = alone.text, list(alone.failures), list[Claim]()
    if event and alone.native:
        for name, witness in plugins.coverage.items():
            contradicted += claims_of(name, witness.category, _told(witness, event, article, plugins), failures)
    return Audit(
        copy=text.document,
        original=None,
        relation=_without(text.document),
        comparison=None,
        verdicts=(),
        findings=_signed(text, [*alone.claims, *contradicted], plugins) if contradicted else alone.findings,
        scores=(),
        failures=tuple(f for f in failures if not of_none(f, plugins.levels)),
        basis=Basis.COVERAGE if event else Basis.TEXT,
        consulted=consulted(event, article) if event else (),
        translated=alone.translated,
        pivot=None if alone.failures else pivot(text, alone.findings),
    )


def _segments(detector: TextDetector, text: Parsed) -> Parts[_Sentence]:
    def detect(those: tuple[_Sentence, ...]) -> Iterable[Suspicion]:
        segments, sides = zip(*those, strict=True) if those else ((), ())
        return _calmed(detector, replace(text, segments=segments, words=sides))

    return Parts(tuple(zip(text.segments, text.words, strict=True)), detect, lambda sentence: beginning(sentence[1]))


def _told(witness: CoverageDetector, event: Event, article: int, plugins: Plugins) -> Parts[Utterance | Fact]:
    def detect(those: tuple[Utterance | Fact, ...]) -> Iterable[Suspicion]:
        utterances = tuple(one for one in those if isinstance(one, Utterance))
        facts = tuple(one for one in those if isinstance(one, Fact))
        return _weighed(witness, replace(event, utterances=utterances, facts=facts), article, plugins)

    def begins(one: Utterance | Fact) -> str:
        places = one.wordings if isinstance(one, Utterance) else one.mentions
        place = next((p for p in places if p.article == article), places[0])
        text = event.articles[place.article]
        inside = (w for s, w in zip(text.segments, text.words, strict=True) if s.span.overlaps(place.span))
        return beginning(next(inside, ()))

    return Parts((*event.utterances, *event.facts), detect, begins)


def _weighed(witness: CoverageDetector, event: Event, article: int, plugins: Plugins) -> Iterable[Suspicion]:
    """What the other articles contradict; deviations in quotations as grave as between a copy and its original."""
    found = witness(event, article)
    if witness.category is not Category.QUOTATION:
        return found
    return weighed(event, article, tuple(found), partial(held, plugins))


def _calmed(detector: TextDetector, text: Parsed) -> Iterable[Suspicion]:
    """What a text shows by itself are symptoms, and none is graver than major."""
    for suspicion in detector(text):
        grave = suspicion.severity is Severity.CRITICAL
        yield replace(suspicion, severity=Severity.MAJOR) if grave else suspicion
