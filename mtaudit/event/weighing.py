"""How bad a deviation in a quotation is: the wording that is agreed, held against the article's own like a pair."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from mtaudit.event.agreement import UNLIKELY, WEAK, telling
from mtaudit.mqm import Severity
from mtaudit.records import Difference, Event, Mention, Span, Suspicion, Wording


@dataclass(frozen=True, slots=True)
class Held:
    """What a pair of wordings shows in the second: claims with their severity, and differences, by their places."""

    claims: tuple[tuple[Span, Severity], ...]
    differences: tuple[tuple[Span, Difference], ...]


Hold = Callable[[str, str], Held]
"""Holds an article's wording, which comes second, against the one that is agreed."""


def weighed(event: Event, article: int, suspicions: Sequence[Suspicion], hold: Hold) -> list[Suspicion]:
    """The suspicions that a quotation deviates, each as grave as a pair's detectors find it.

    What equivalences excuse is dropped, and what is only said in other words is minor. Where the agreement is doubtful,
    a suspicion is raised a step less.
    """
    known: dict[tuple[str, str], Held] = {}
    kept = []
    for suspicion in suspicions:
        found = _wordings(event, article, suspicion)
        if not found or not suspicion.copy:
            kept.append(suspicion)
            continue
        agreed, own = (w.span.of(event.articles[w.article].document.text) for w in found)
        if (agreed, own) not in known:
            known[agreed, own] = hold(agreed, own)
        at = Span(suspicion.copy.start - found[1].span.start, suspicion.copy.end - found[1].span.start)
        severity = _severity(suspicion, known[agreed, own], at)
        if severity:
            kept.append(replace(suspicion, severity=severity))
    return kept


def _severity(suspicion: Suspicion, held: Held, at: Span) -> Severity | None:
    """How bad a deviation is by what the pair shows there; None where that excuses it."""
    claimed = [severity for span, severity in held.claims if span.overlaps(at)]
    differences = [difference for span, difference in held.differences if span.overlaps(at)]
    gravest = max(claimed, key=lambda s: s.rank, default=Severity.NEUTRAL)
    if differences and all(d.equivalence for d in differences):
        if not claimed:
            return None
        if gravest.rank <= Severity.MINOR.rank:
            return Severity.MINOR
    if suspicion.confidence <= UNLIKELY:
        return suspicion.severity
    raised = gravest.lowered if suspicion.confidence <= WEAK else gravest
    return max(raised, suspicion.severity, key=lambda s: s.rank)


def _wordings(event: Event, article: int, suspicion: Suspicion) -> tuple[Wording, Wording] | None:
    """The wording of the witness that is quoted for all, and the article's own, in which the suspicion lies."""
    for utterance in event.utterances:
        mine = (w for w in utterance.wordings if w.article == article and suspicion.copy)
        own = next((w for w in mine if suspicion.copy and w.span.contains(suspicion.copy)), None)
        others = {
            Mention(other.article, witness.span, ""): other
            for witness in (suspicion.witnesses if own else ())
            for other in utterance.wordings
            if witness.contradicts and event.articles[other.article].document.id == witness.id
            if other.span.contains(witness.span)
        }
        if own and others:
            return others[telling(event, list(others))], own
    return None
