"""Which articles are on one event, and which of them speak with one voice."""

from __future__ import annotations

from collections.abc import Sequence

from mtaudit.event.facts import facts
from mtaudit.event.grouping import grouped
from mtaudit.event.story import story
from mtaudit.event.trust import trust
from mtaudit.event.utterances import utterances
from mtaudit.event.voices import voices
from mtaudit.records import Consulted, Document, Event, Parsed


def groups(documents: Sequence[Document]) -> tuple[tuple[Document, ...], ...]:
    """The documents by event, in an order of their own; those that are alone on theirs are left out."""
    ordered = sorted(documents, key=_origin)
    return tuple(tuple(ordered[k] for k in group) for group in grouped(ordered))


def _origin(document: Document) -> tuple[str, ...]:
    """By what documents are told apart: their names, and their content where two have the same."""
    published = document.published.isoformat() if document.published else ""
    told = document.id, document.text, document.path, document.url, document.outlet, document.title, published
    return *(part or "" for part in told), str(document.primary)


def event_of(articles: Sequence[Parsed], trusts: Sequence[float] | None = None) -> Event:
    """The articles, which are on one event, with what they have in common.

    `trusts` has how far each can be believed; where it is not given, the marks in the text alone tell.
    """
    told = [story(article) for article in articles]
    return Event(
        articles=tuple(articles),
        voices=voices(told),
        trust=tuple(trusts if trusts is not None else map(trust, articles)),
        utterances=utterances(told),
        facts=facts(told),
    )


def consulted(event: Event, article: int) -> tuple[Consulted, ...]:
    """The other articles that one of the event is held against."""
    return tuple(
        Consulted(d.id, d.outlet, d.title, d.url, event.voices[k], d.primary)
        for k, d in enumerate(text.document for text in event.articles)
        if k != article
    )
