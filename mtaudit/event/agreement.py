"""What the articles of an event agree on, who contradicts it, and how sure that is.

Every voice has one vote, however many outlets speak with it. A primary document outweighs all. A text that bears the
marks of a machine round trip is a poor witness: two such agree easily on what one translator made of both.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mtaudit.mqm import Severity
from mtaudit.records import Event, Mention, Parsed, Span, Witness

SOUND = 0.5
"""Trust from which a text counts as sound: of the originals and clean copies of the round-trip corpus none has less, of
the rough ones (rt) 31 % have less, of the edited ones (hy, ce) hardly any."""

DAMAGED = 0.3
"""The vote of a damaged text: two that were damaged alike weigh less than one sound text."""

CLEAR = 1.5
"""How many times the votes of the accused those of the others must be: three against two, not four against three."""

UNLIKELY = 0.3
"""Confidence up to which a finding is minor, whatever else may speak for more."""

FALSE_ALARM = 0.45
"""How probably one witness errs; that several do in the same way is this to the power of their votes. The doubt in the
accused counts as a further witness against it."""

WEAK = 0.5
"""Confidence up to which a finding is graded down."""

PRIMARY = 0.95
"""Confidence where the thing itself that the articles speak of says otherwise."""

Votes = dict[int, float]
"""The voices that stand for a value, each with the weight of its vote."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """What others agree on against one article.

    `value` is that of their mentions; so many independent `voices` stand for it. It is `weak` where it rests on no more
    than one sound text against a damaged one, or is unsure: what rests on it ought to be `graded` down.
    `confidence` is 0 to 1.
    """

    value: str
    voices: int
    confidence: float
    weak: bool = False

    def graded(self, severity: Severity) -> Severity:
        """The severity of what rests on this: a step lower where it is weak."""
        return severity.lowered if self.weak else severity


def against(event: Event, mentions: Sequence[Mention], accused: Mention) -> Agreement | None:
    """What the mentions of one fact agree on, where that contradicts one of them; None where nothing does.

    Mentions agree where their values are equal; the accused is one of them. An article may have several, and a voice
    stands for each value that any of its articles has: of two that copy one another, neither outvotes the other.
    """
    if event.articles[accused.article].document.primary:
        return None
    said = {value: _votes(event, mentions, value) for value in dict.fromkeys(m.value for m in mentions)}
    mine = said.pop(accused.value, {})
    told = {m.value for m in mentions if m.article == accused.article}
    thing = {m.value for m in mentions if event.articles[m.article].document.primary}
    if not said or accused.value in thing or thing & told:
        return None
    if thing:
        value = next(m.value for m in mentions if m.value in thing)
        return Agreement(value, len(said[value]), PRIMARY)
    value = min(said, key=lambda v: (-sum(said[v].values()), v))
    return None if value in told else _convicting(event, value, said, mine, accused)


def _convicting(event: Event, value: str, said: dict[str, Votes], mine: Votes, accused: Mention) -> Agreement | None:
    """The agreement on this value, where it is clear enough to convict."""
    damaged = is_damaged(event, accused.article)
    own = event.voices[accused.article]
    votes, held = said[value], sum((mine | {own: mine.get(own, DAMAGED if damaged else 1.0)}).values())
    weight, sound = sum(votes.values()), sum(vote == 1.0 for vote in votes.values())
    if weight < CLEAR * held or (len(votes) < 2 and not (sound and damaged)):
        return None
    dissent = sum(vote for voice, vote in mine.items() if voice != own)
    dissent += sum(sum(others.values()) for other, others in said.items() if other != value)
    doubt = 1 - event.trust[accused.article] if damaged else 0.0
    sure = (1 - FALSE_ALARM ** (weight + doubt)) * weight / (weight + dissent)
    return Agreement(value, len(votes), round(sure, 4), len(votes) < 2 or not sound or sure <= WEAK)


def _votes(event: Event, mentions: Sequence[Mention], value: str) -> Votes:
    votes: Votes = {}
    for mention in mentions:
        if mention.value == value:
            voice, vote = event.voices[mention.article], DAMAGED if is_damaged(event, mention.article) else 1.0
            votes[voice] = max(vote, votes.get(voice, 0.0))
    return votes


def is_damaged(event: Event, article: int) -> bool:
    """Whether what the text itself shows makes it likelier that it is damaged than that it is sound."""
    return event.trust[article] < SOUND


def telling(event: Event, mentions: Sequence[Mention]) -> Mention:
    """The one of several mentions that say the same which is quoted for all, whatever order the articles come in.

    A primary document's comes first, then a sound article's, then the words that most articles have.
    """
    words = {m: _plain(event, m) for m in mentions}
    spread = Counter(said for said, _ in {(said, m.article) for m, said in words.items()})

    def order(mention: Mention) -> tuple[object, ...]:
        document = event.articles[mention.article].document
        poor = not document.primary, is_damaged(event, mention.article)
        return *poor, -spread[words[mention]], words[mention], document.id, document.text, mention.span

    return min(words, key=order)


def _plain(event: Event, mention: Mention) -> str:
    """Its words on one line."""
    return " ".join(mention.span.of(event.articles[mention.article].document.text).split())


def witnesses(event: Event, mentions: Sequence[Mention], accused: Mention, value: str) -> tuple[Witness, ...]:
    """One witness for each other article that mentions the fact: it contradicts where it has this value.

    Articles that copy the accused and say the same are none.
    """
    return tuple(_witnesses(event, mentions, accused, value))


def _witnesses(event: Event, mentions: Sequence[Mention], accused: Mention, value: str) -> Iterator[Witness]:
    chosen: dict[int, Mention] = {}
    for mention in mentions:
        if mention.article not in chosen or (mention.value == value != chosen[mention.article].value):
            chosen[mention.article] = mention
    for article, mention in sorted(chosen.items()):
        copied = event.voices[article] == event.voices[accused.article] and mention.value != value
        if article != accused.article and not copied:
            yield witness(event, mention, contradicts=mention.value == value)


def witness(event: Event, mention: Mention, *, contradicts: bool) -> Witness:
    """The mention as a witness: its words, and the sentence that they stand in."""
    text = event.articles[mention.article]
    document = text.document
    return Witness(
        id=document.id,
        outlet=document.outlet,
        url=document.url,
        span=mention.span,
        words=mention.span.of(document.text),
        sentence=sentence_at(text, mention.span),
        voice=event.voices[mention.article],
        primary=document.primary,
        contradicts=contradicts,
    )


def sentence_at(text: Parsed, span: Span) -> str:
    """The sentence, or the sentences, that the span stands in; its own words where it lies in none."""
    first = max(0, bisect_right(text.segments, span.start, key=lambda s: s.span.start) - 1)
    behind = bisect_left(text.segments, span.end, key=lambda s: s.span.start)
    inside = [s.span for s in text.segments[first:behind] if s.span.overlaps(span)]
    return Span.cover(span, *inside).of(text.document.text)
