"""The lines of all articles on an event, and how much what two of them say has in common."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from mtaudit.lexicon.closed_class import is_function_word
from mtaudit.lexicon.speech import SPEECH
from mtaudit.lexicon.wordnet import lemma, lemmas
from mtaudit.records import Fact, FactKind, Mention, Parsed, Role, Span, Word
from mtaudit.text.names import names

FINDING = frozenset(("find", "rule"))
"""Verbs of speech that tell what a court did."""

SIDE = 10
"""Words on either side of a place that belong to what is said there: a clause has some fifteen."""

PRIOR = 20
"""Lines added to those of an event when it is reckoned how much a word tells, so that few can be told apart."""

MOST_WORDS = 400
"""Words of a line that are read: longer ones are tables, or have lost all their stops."""


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A sentence or headline of one of the articles, with the lemma of each word ("" where it carries no content)."""

    article: int
    number: int
    text: str
    start: int
    words: tuple[Word, ...]
    lemmas: tuple[str, ...]
    role: Role
    paragraph: int

    def at(self, span: Span) -> range:
        """The words that a span of the line's own text touches."""
        first, last = span.start + self.start, span.end + self.start
        inside = [k for k, w in enumerate(self.words) if w.span.start < last and w.span.end > first]
        return range(inside[0], inside[-1] + 1) if inside else range(0)

    def frame(self, where: range) -> frozenset[str]:
        """The content words around a place, in base form, without its own and without verbs of speech."""
        near = range(max(0, where.start - SIDE), min(len(self.words), where.stop + SIDE))
        return frozenset(
            form
            for k in near
            if k not in where and (form := self.lemmas[k]) and form not in SPEECH and not form[0].isdigit()
        )

    def clause(self, where: range) -> frozenset[str]:
        """The same of the clause alone, from mark to mark; of the next one too where it has hardly a word."""
        first, last, near = where.start, where.stop, frozenset[str]()
        for _ in range(3):
            while first and not self._ends(first - 1):
                first -= 1
            while last < len(self.words) and not self._ends(last):
                last += 1
            near = self.frame(where) & frozenset(self.lemmas[first:last])
            if len(near) > 1 or (first == 0 and last >= len(self.words)):
                break
            first, last = max(0, first - 1), min(len(self.words), last + 1)
        return near

    def verbs(self, where: range) -> frozenset[str]:
        """What happens in the clause around a place: its words that are likeliest verbs, but those of saying."""
        said = self.clause(where) | FINDING
        near = self.words[max(0, where.start - SIDE) : where.stop + SIDE]
        return frozenset(base for w in near for part, base in lemmas(w.form)[:1] if part == "v" and base in said)

    def _ends(self, k: int) -> bool:
        word = self.words[k]
        return word.is_punctuation and word.form not in ("-", "'", '"', ".", "$")

    def span(self, where: range) -> Span:
        """Where these words stand in the article."""
        return Span(self.words[where[0]].span.start, self.words[where[-1]].span.end)


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """Where an article tells something: `value` in plain form, amid the words of `frame`."""

    article: int
    span: Span
    value: str
    frame: frozenset[str]

    def mention(self, value: str) -> Mention:
        """The place as a mention of this value."""
        return Mention(self.article, self.span, value)


@dataclass(frozen=True, eq=False)
class Reading:
    """All articles of an event, line by line."""

    articles: tuple[Parsed, ...]
    lines: tuple[tuple[Line, ...], ...]

    @staticmethod
    def of(articles: Sequence[Parsed]) -> Reading:
        """The articles with their lines, those that are debris left out."""
        return Reading(tuple(articles), tuple(tuple(_lines(k, article)) for k, article in enumerate(articles)))

    def __iter__(self) -> Iterator[Line]:
        """Every line of every article in order."""
        for lines in self.lines:
            yield from lines

    @cached_property
    def names(self) -> tuple[frozenset[str], ...]:
        """The forms of the words that are names, of each article."""
        return tuple(names(article.document.text) for article in self.articles)

    @cached_property
    def lemmas(self) -> tuple[frozenset[str], ...]:
        """The base forms of the words that carry content, of each article."""
        return tuple(frozenset(form for line in lines for form in line.lemmas if form) for lines in self.lines)

    @cached_property
    def primary(self) -> frozenset[int]:
        """The articles that are primary documents."""
        return frozenset(k for k, article in enumerate(self.articles) if article.document.primary)

    @cached_property
    def _spread(self) -> Counter[str]:
        return Counter(form for line in self for form in set(line.lemmas) if form)

    @cached_property
    def _lines(self) -> int:
        return sum(map(len, self.lines))

    def weight(self, frame: Iterable[str]) -> float:
        """How much a set of words tells: words that stand in most lines of the event tell nothing."""
        return sum(math.log((self._lines + PRIOR) / (self._spread[form] + 1)) for form in frame)

    def likeness(self, a: frozenset[str], b: frozenset[str], least: int = 2) -> float:
        """How much two frames have in common, 0 to 1 of the one that tells less; 0 for fewer words than `least`."""
        shared = a & b
        if len(shared) < least:
            return 0.0
        return self.weight(shared) / max(1e-9, min(self.weight(a), self.weight(b)))

    def anchors(self, articles: Collection[int]) -> bool:
        """Whether what these articles tell can be held against another: they are two, or one is primary."""
        return len(set(articles)) > 1 or not self.primary.isdisjoint(articles)


def one_act(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two clauses tell of one act, by their verbs: they share one, or one has none."""
    return not a or not b or not a.isdisjoint(b)


def fact(kind: FactKind, about: str, mentions: Iterable[Mention]) -> Fact:
    """The fact with its mentions in the order of the articles."""
    return Fact(kind, about, tuple(sorted(set(mentions), key=lambda m: (m.article, m.span))))


def _lines(number: int, article: Parsed) -> Iterator[Line]:
    text = article.document.text
    for k, (segment, words) in enumerate(zip(article.segments, article.words, strict=True)):
        if segment.role is Role.DEBRIS or not words:
            continue
        words = words[:MOST_WORDS]
        span = Span(segment.span.start, words[-1].span.end)
        lemmas = tuple("" if w.is_punctuation else _lemma(w.form) for w in words)
        yield Line(number, k, span.of(text), span.start, words, lemmas, segment.role, segment.paragraph)


@lru_cache(maxsize=32768)
def _lemma(form: str) -> str:
    """The base form; "" for a word of a closed class."""
    return "" if is_function_word(form) else lemma(form)
