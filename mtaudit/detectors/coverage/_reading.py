"""Facts that one article tells otherwise than the others on its event, and the suspicion with its witnesses."""

from __future__ import annotations

from collections.abc import Iterator

from mtaudit.event.agreement import Agreement, against, telling, witnesses
from mtaudit.mqm import Severity
from mtaudit.records import Event, Fact, FactKind, Mention, Suspicion

LONGEST = 60
"""Code points of the others' words that a message quotes."""


def contradicted(event: Event, article: int, kind: FactKind) -> Iterator[tuple[Fact, Mention, Agreement]]:
    """Each mention of the article that others contradict, with its fact and what they agree on, in the text's order."""
    found = [
        (fact, mention, agreed)
        for fact in event.facts
        if fact.kind is kind
        for mention in fact.mentions
        if mention.article == article and (agreed := against(event, fact.mentions, mention))
    ]
    yield from sorted(found, key=lambda one: (one[1].span, -one[2].confidence, one[0].about))


def others_words(event: Event, fact: Fact, agreed: Agreement) -> str:
    """The words in which the others tell the fact, on one line and not over long."""
    return own_words(event, telling(event, [m for m in fact.mentions if m.value == agreed.value]))


def own_words(event: Event, mention: Mention) -> str:
    """The words of a mention, on one line and not over long."""
    said = " ".join(mention.span.of(event.articles[mention.article].document.text).split())
    return said if len(said) <= LONGEST else said[:LONGEST] + "…"


def suspicion(
    event: Event, fact: Fact, mention: Mention, agreed: Agreement, *, severity: Severity, message: str, explanation: str
) -> Suspicion:
    """The suspicion with the others as witnesses; all that tell the same are one decision."""
    return Suspicion(
        original=None,
        copy=mention.span,
        severity=severity,
        message=message,
        explanation=explanation,
        confidence=agreed.confidence,
        group=f"{fact.kind}:{fact.about}",
        witnesses=witnesses(event, fact.mentions, mention, agreed.value),
        voice=event.voices[mention.article],
    )
