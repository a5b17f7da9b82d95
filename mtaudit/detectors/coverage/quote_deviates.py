"""Quote deviates: words in quotation marks that the other outlets quote otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.agreement import Agreement, against, witnesses
from mtaudit.detectors.base import EventCase
from mtaudit.lingua.closed_class import NEGATORS
from mtaudit.lingua.wordnet import lemma
from mtaudit.mqm import Category, Severity
from mtaudit.records import Event, Span, Suspicion, Utterance, Witness
from mtaudit.wordings import IDLE, Reading, Token, places, tokens

NUMBERS = dict(enumerate("none one two three four five six seven eight nine ten eleven twelve".split()))
"""Small numbers as messages write them."""

LONGEST = 80
"""Code points of a wording that a message quotes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteDeviates:
    """Words stand in quotation marks that other outlets, who quote the same saying, have otherwise.

    A saying has one wording, and outlets that write independently of one another quote the same. Where one
    stands alone against others that agree, its words were not said: a machine that translated the article back and
    forth changed them and left the marks. Each voice counts once, however many outlets copy it; two that agree
    convict a third, a primary document convicts all. One against one convicts nobody, unless one of the two bears signs
    of a round trip; then the finding is a grade milder. How bad it is, is judged as in a pair: the deviating wording is
    held against the one that is agreed. A saying cut short is no deviation, nor is another spelling, a number in digits,
    or what an editor puts in brackets.
    """

    lost: float = 0.75
    """Share of a sentence's telling words from which, when they deviate, the wording as a whole is shown."""

    category: ClassVar[Category] = Category.QUOTATION
    cases: ClassVar[tuple[EventCase, ...]] = (
        EventCase(
            (
                "The judge called the proof “dangerously thin and contradicted by the company”.",
                "“The proof is dangerously thin and contradicted by the company,” the judge wrote.",
                "The judge wrote: “The proof is [[more and more narrow]] and contradicted by the company.”",
            ),
            "a ruling",
        ),
    )

    def __call__(self, event: Event, article: int) -> Iterator[Suspicion]:
        """Readings of this article that the agreement of the others contradicts."""
        found: dict[Span, Suspicion] = {}
        for number, utterance in enumerate(event.utterances):
            if any(w.article == article for w in utterance.wordings):
                for readings in places(event, utterance):
                    for suspicion in self._convicted(event, article, utterance, readings, f"saying:{number}"):
                        if suspicion.copy and suspicion.copy not in found:
                            found[suspicion.copy] = suspicion
        yield from (found[span] for span in sorted(found))

    def _convicted(
        self, event: Event, article: int, utterance: Utterance, readings: Sequence[Reading], group: str
    ) -> Iterator[Suspicion]:
        mentions = [r.mention for r in readings]
        for reading in readings:
            agreement = against(event, mentions, reading.mention) if reading.mention.article == article else None
            if agreement:
                agreed = next(r for r in readings if r.mention.value == agreement.value)
                span = _deviating(reading, agreed)
                if span:
                    said = witnesses(event, mentions, reading.mention, agreement.value)
                    telling = _is_telling(event, utterance, reading, agreed)
                    yield _suspicion(event, article, span, agreement, said, telling, not agreed.said, group)


def _deviating(reading: Reading, agreed: Reading) -> Span | None:
    """The words that deviate, without those at either end that agree; None for a mere cut.

    Where only a denial was cut, which is no mere cut, the words on both sides of the gap.
    """
    own, other = list(reading.said), list(agreed.said)
    while own and other and own[0].norm == other[0].norm:
        own, other = own[1:], other[1:]
    while own and other and own[-1].norm == other[-1].norm:
        own, other = own[:-1], other[:-1]
    lost = Counter(t.norm for t in other) - Counter(t.norm for t in own)
    if not Counter(t.norm for t in own) - Counter(t.norm for t in other) - Counter(IDLE):
        if not NEGATORS & lost.keys():
            return None
        return reading.mention.span
    return Span.cover(*(t.span for t in own))


def _is_telling(event: Event, utterance: Utterance, own: Reading, agreed: Reading) -> bool:
    """Whether one of the two has content, or a denial, that the other has nowhere, and not only small words."""
    here, there = (_telling(reading.said) for reading in (own, agreed))
    all_here, all_there = (_telling(_tokens(event, utterance, reading)) for reading in (own, agreed))
    return bool(here - all_there or there - all_here)


def _tokens(event: Event, utterance: Utterance, reading: Reading) -> Sequence[Token]:
    """All words of the wording that has the reading."""
    wording = utterance.wordings[reading.wording]
    return tokens(event.articles[wording.article].document.text, wording.span)


def _telling(said: Sequence[Token]) -> set[str]:
    return {lemma(t.norm) for t in said if t.content or t.norm in NEGATORS}


def _suspicion(
    event: Event,
    article: int,
    span: Span,
    agreement: Agreement,
    said: tuple[Witness, ...],
    telling: bool,
    added: bool,
    group: str,
) -> Suspicion:
    own = _short(span.of(event.articles[article].document.text))
    others = _short(next(w.words for w in said if w.contradicts))
    if added:
        message = f"“{own}” stands in the quotation, where {_told(said)} “{others}” without it."
    else:
        message = f"The quotation says “{own}”, where {_told(said)} “{others}”."
    return Suspicion(
        original=None,
        copy=span,
        severity=agreement.graded(Severity.MAJOR if telling else Severity.MINOR),
        message=message,
        explanation="A saying has one wording. This one was most likely changed by a machine that left the marks.",
        confidence=agreement.confidence,
        group=group,
        witnesses=said,
    )


def _told(said: Sequence[Witness]) -> str:
    """Who has it otherwise, in words."""
    against_it, among = len({w.voice for w in said if w.contradicts}), len({w.voice for w in said}) + 1
    if any(w.primary and w.contradicts for w in said):
        return "the document itself has"
    if against_it == 1:
        return "another outlet quotes"
    return f"{NUMBERS.get(against_it, against_it)} of {NUMBERS.get(among, among)} outlets quote"


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= LONGEST else words[:LONGEST] + "…"
