"""What the detectors claim: of a pair, of a text by itself, of an article that others on its event contradict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from mtaudit.detectors.base import CoverageDetector, PairDetector, TextDetector
from mtaudit.event import Held, weighed
from mtaudit.judging.judges import Claimed, Parts, Plugins, beginning, begins, claims_of, explained, unread
from mtaudit.judging.settling import unclaimed
from mtaudit.mqm import Category, Severity
from mtaudit.pair.alignment import align
from mtaudit.pair.comparison import compare
from mtaudit.records import (
    ComparedBead,
    Comparison,
    Document,
    Event,
    Fact,
    Failure,
    Pair,
    Parsed,
    Relation,
    RelationKind,
    Segment,
    Span,
    Suspicion,
    Utterance,
    Word,
)
from mtaudit.text.language import NATIVE, name_of
from mtaudit.text.segmentation import segment
from mtaudit.text.words import words

LANGUAGE_GATE = "language-changed"
"""The detector that alone runs where the two texts are in different languages."""

_Sentence = tuple[Segment, tuple[Word, ...]]


def fitting(
    pair: Pair, relation: Relation, detectors: Mapping[str, PairDetector]
) -> tuple[Mapping[str, PairDetector], tuple[Failure, ...]]:
    """The detectors that can judge this pair: none where it is no copy, or in a language that they do not read."""
    mine, theirs = pair.original.language, pair.copy.language
    if mine == NATIVE and theirs not in (NATIVE, None):
        return {name: d for name, d in detectors.items() if name == LANGUAGE_GATE}, ()
    if foreign := _foreign(mine, theirs):
        return {}, (unread(pair.copy, foreign),)
    if relation.kind in (RelationKind.UNRELATED, RelationKind.SHARES_QUOTES):
        return {}, ()
    return detectors, ()


def _foreign(mine: str | None, theirs: str | None) -> str | None:
    """Which of the two texts are in a language that the detectors do not read, as the subject of a sentence."""
    original, copy = (code and code != NATIVE and name_of(code) for code in (mine, theirs))
    if original and copy:
        return f"both texts are in {copy}" if mine == theirs else f"the original is in {original}, the copy in {copy}"
    return f"the original is in {original}" if original else f"the copy is in {copy}" if copy else None


def of_pair(comparison: Comparison, detectors: Mapping[str, PairDetector]) -> Claimed:
    """What the special detectors claim, then what the general ones say of the rest.

    Of a copy with a passage in another language nothing is claimed that it lacks, which may stand there.
    """
    special = _asked(comparison, {name: d for name, d in detectors.items() if not d.general})
    rest = unclaimed(comparison, special.claims)
    told = Claimed.of((special, _asked(rest, {name: d for name, d in detectors.items() if d.general})))
    if not any(claim.detector == LANGUAGE_GATE for claim in told.claims):
        return told
    kept = tuple(c for c in told.claims if c.category is not Category.OMISSION or c.suspicion.copy)
    return replace(told, claims=kept)


def _asked(comparison: Comparison, detectors: Mapping[str, PairDetector]) -> Claimed:
    return Claimed.of(claims_of(name, d.category, _beads(d, comparison)) for name, d in detectors.items())


def _beads(detector: PairDetector, comparison: Comparison) -> Parts[ComparedBead]:
    return Parts(
        comparison.beads,
        lambda beads: detector(replace(comparison, beads=beads)),
        begins,
        silenced=lambda bead: bead.differing_in(()),
        unsure=partial(_may_stand_in, comparison),
    )


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


def of_text(text: Parsed, detectors: Mapping[str, TextDetector]) -> Claimed:
    """What a text shows by itself; it is unread where it is in another language."""
    language = text.document.language or NATIVE
    if language != NATIVE:
        return Claimed(failures=(unread(text.document, f"the text is in {name_of(language)}"),))
    return Claimed.of(claims_of(name, d.category, _sentences(d, text)) for name, d in detectors.items())


def _sentences(detector: TextDetector, text: Parsed) -> Parts[_Sentence]:
    def detect(those: tuple[_Sentence, ...]) -> Iterable[Suspicion]:
        segments, sides = zip(*those, strict=True) if those else ((), ())
        return _calmed(detector, replace(text, segments=segments, words=sides))

    return Parts(tuple(zip(text.segments, text.words, strict=True)), detect, lambda sentence: beginning(sentence[1]))


def _calmed(detector: TextDetector, text: Parsed) -> Iterable[Suspicion]:
    """What a text shows by itself are symptoms, and none is graver than major."""
    for suspicion in detector(text):
        grave = suspicion.severity is Severity.CRITICAL
        yield replace(suspicion, severity=Severity.MAJOR) if grave else suspicion


def of_event(event: Event, article: int, plugins: Plugins) -> Claimed:
    """What the other articles on the event contradict; nothing where the article is in another language."""
    if (event.articles[article].document.language or NATIVE) != NATIVE:
        return Claimed()
    asked = plugins.coverage.items()
    return Claimed.of(claims_of(name, d.category, _told(d, event, article, plugins)) for name, d in asked)


def _told(detector: CoverageDetector, event: Event, article: int, plugins: Plugins) -> Parts[Utterance | Fact]:
    def detect(those: tuple[Utterance | Fact, ...]) -> Iterable[Suspicion]:
        utterances = tuple(one for one in those if isinstance(one, Utterance))
        facts = tuple(one for one in those if isinstance(one, Fact))
        return _weighed(detector, replace(event, utterances=utterances, facts=facts), article, plugins)

    def starts(one: Utterance | Fact) -> str:
        places = one.wordings if isinstance(one, Utterance) else one.mentions
        place = next((p for p in places if p.article == article), places[0])
        text = event.articles[place.article]
        inside = (w for s, w in zip(text.segments, text.words, strict=True) if s.span.overlaps(place.span))
        return beginning(next(inside, ()))

    return Parts((*event.utterances, *event.facts), detect, starts)


def _weighed(detector: CoverageDetector, event: Event, article: int, plugins: Plugins) -> Iterable[Suspicion]:
    """What the other articles contradict; deviations in quotations as grave as between a copy and its original."""
    found = detector(event, article)
    if detector.category is not Category.QUOTATION:
        return found
    return weighed(event, article, tuple(found), partial(_held, plugins))


def _held(plugins: Plugins, agreed: str, own: str) -> Held:
    """One wording of a quotation held against another, like a copy against its original."""
    pair = Pair(Document("agreed", f"“{agreed}”"), Document("own", f"“{own}”"))
    alignment = align(pair, segment(pair.original), segment(pair.copy))
    comparison, _ = explained(compare(alignment, plugins.encoder), plugins.equivalences)
    claims = [claim.suspicion for claim in of_pair(comparison, plugins.detectors).claims]
    places = [(bead.copy_span(d.copy), d) for bead in comparison.beads for d in bead.differences]
    return Held(
        tuple(
            (Span(max(0, s.copy.start - 1), s.copy.end - 1), s.severity) for s in claims if s.copy and s.copy.end > 1
        ),
        tuple((Span(max(0, at.start - 1), at.end - 1), d) for at, d in places if at and at.end > 1),
    )
