"""What one article tells otherwise than the others on its event, and the suspicion with its witnesses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mtaudit.event.agreement import Agreement, against, telling, witnesses
from mtaudit.mqm import Severity
from mtaudit.records import Event, Fact, FactKind, Mention, Span, Suspicion, Witness

LONGEST = 60
"""Code points of the others' words that a message quotes."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A mention of a fact that the others contradict, and what these agree on."""

    event: Event
    fact: Fact
    mention: Mention
    agreed: Agreement

    @property
    def own(self) -> str:
        """The words of the mention, on one line and not over long."""
        return _short(self.event, self.mention)

    @property
    def others(self) -> str:
        """The words in which the others tell the fact, on one line and not over long."""
        same = [m for m in self.fact.mentions if m.value == self.agreed.value]
        return _short(self.event, telling(self.event, same))

    def suspicion(self, severity: Severity, explanation: str, message: str = "") -> Suspicion:
        """The suspicion with the others as witnesses; all that tell the same are one decision."""
        return outvoted(
            self.event, self.mention.article, self.mention.span, self.agreed,
            witnesses(self.event, self.fact.mentions, self.mention, self.agreed.value),
            severity=severity,
            message=message or f"“{self.own}” stands where others have “{self.others}”.",
            explanation=explanation,
            group=f"{self.fact.kind}:{self.fact.about}",
        )  # fmt: skip


def contradicted(event: Event, article: int, kind: FactKind) -> Iterator[Contradiction]:
    """Each mention of the article that others contradict, in the text's order."""
    found = [
        Contradiction(event, fact, mention, agreed)
        for fact in event.facts
        if fact.kind is kind
        for mention in fact.mentions
        if mention.article == article and (agreed := against(event, fact.mentions, mention))
    ]
    yield from sorted(found, key=lambda one: (one.mention.span, -one.agreed.confidence, one.fact.about))


def outvoted(
    event: Event, article: int, where: Span, agreed: Agreement, said: tuple[Witness, ...], *,
    severity: Severity, message: str, explanation: str, group: str,
) -> Suspicion:  # fmt: skip
    """What an article says there, against what the others agree on; `said` are these and who else speaks of it."""
    return Suspicion(
        original=None,
        copy=where,
        severity=severity,
        message=message,
        explanation=explanation,
        confidence=agreed.confidence,
        group=group,
        witnesses=said,
        voice=event.voices[article],
    )


def _short(event: Event, mention: Mention) -> str:
    said = " ".join(mention.span.of(event.articles[mention.article].document.text).split())
    return said if len(said) <= LONGEST else said[:LONGEST] + "…"
