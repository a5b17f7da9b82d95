"""Which of many articles are on one event.

Two articles are likely on one event where they share names and rare words, and the surer where words that one puts in
quotation marks stand in the other. Two earthquakes share the words of their beat and little else. A group grows only
while its articles are on average near enough, so that no chain of look-alikes makes one event of many; a wrong group is
worse than none, since its articles would be witnesses of what they know nothing of.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from mtaudit.lingua.closed_class import is_function_word
from mtaudit.lingua.names import names
from mtaudit.lingua.quotations import quoted
from mtaudit.lingua.wordnet import frequency
from mtaudit.lingua.words import words
from mtaudit.records import Document, Span

NEAR = 0.5
"""Nearness from which two articles may begin a group. Of 64 pairs of articles on one event all have .52, of 4,800 pairs of
others, among them two accidents in one city and two rulings on one government, none has .45."""

TOGETHER = 0.46
"""Mean nearness of the articles of two groups from which they are one."""

QUOTED, MOST_QUOTED = 0.06, 0.3
"""What each run of quoted words that both texts have adds to the cosine of their words, and all of them at most."""

RUN = 4
"""Words of such a run; two at least are content."""

NAME = 2.5
"""How much more a name tells than a word that is no less rare."""

STEM = 7
"""Letters of a common word that count."""

PRIOR = 1000
"""Articles that are added to those at hand when it is reckoned how rare a word is, so that few can be told apart."""

TELLING = 24
"""Most telling words of an article by which others are looked up."""

CROWD = 150
"""Articles that may share a word, or a run of quoted words, before nothing is looked up by it."""

PARTNERS = 60
"""Likeliest partners of an article that are looked at."""

SAMPLE = 12
"""Articles of a group that stand for it when it is held against another."""

WINDOW = timedelta(days=4)
"""How far apart two articles on one event may be dated; what is told later is the next event of a story."""

Vector = dict[str, float]


@dataclass(frozen=True, slots=True)
class _Profile:
    """What an article is known by: its words by weight, length 1, and its runs of words that anyone quotes."""

    vector: Vector
    quoted: frozenset[str]
    runs: frozenset[str]
    published: datetime | None


def grouped(documents: Sequence[Document]) -> tuple[tuple[int, ...], ...]:
    """The numbers of the documents that are on one event, by their order; those alone on theirs are left out."""
    profiles = _profiles(documents)
    near = _Nearness(profiles)
    group_of = list(range(len(documents)))
    members = {k: [k] for k in range(len(documents))}
    pairs = sorted(_candidates(profiles), key=lambda pair: (-near(*pair), pair))
    for a, b in pairs:
        if near(a, b) < NEAR:
            break
        one, other = sorted((group_of[a], group_of[b]))
        if one != other and near.mean(members[one], members[other]) >= TOGETHER:
            for k in members[other]:
                group_of[k] = one
            members[one] = sorted(members[one] + members.pop(other))
    return tuple(tuple(group) for _, group in sorted(members.items()) if len(group) > 1)


class _Nearness:
    """How near two articles are, each pair reckoned once."""

    def __init__(self, profiles: Sequence[_Profile]) -> None:
        self._profiles = profiles
        self._known: dict[tuple[int, int], float] = {}

    def __call__(self, a: int, b: int) -> float:
        pair = (a, b) if a < b else (b, a)
        if pair not in self._known:
            self._known[pair] = _near(self._profiles[a], self._profiles[b])
        return self._known[pair]

    def mean(self, one: Sequence[int], other: Sequence[int]) -> float:
        """The mean over all pairs of two groups, of which a sample stands for many."""
        pairs = [(a, b) for a in one[:SAMPLE] for b in other[:SAMPLE]]
        return sum(self(a, b) for a, b in pairs) / len(pairs)


def _near(a: _Profile, b: _Profile) -> float:
    """The cosine of their words, more where they quote the same; 0 where their dates are too far apart."""
    if a.published and b.published and abs(a.published - b.published) > WINDOW:
        return 0.0
    small, large = sorted((a.vector, b.vector), key=len)
    cosine = sum(value * large[form] for form, value in small.items() if form in large)
    shared = len((a.quoted & b.runs) | (b.quoted & a.runs))
    return cosine + min(MOST_QUOTED, QUOTED * shared)


def _profiles(documents: Sequence[Document]) -> list[_Profile]:
    counts = [_counts(d.text) for d in documents]
    said = [frozenset(_runs(d.text, quoted(d.text))) for d in documents]
    spread = Counter(form for count in counts for form in count)
    anyone = frozenset().union(*said)
    rare = {form: math.log(1 + (len(documents) + PRIOR) / (number + 1)) for form, number in spread.items()}
    return [
        _Profile(
            _unit({form: value * rare[form] for form, value in count.items()}),
            marked,
            frozenset(run for run in _runs(d.text, [Span(0, len(d.text))] if d.text else []) if run in anyone),
            d.published,
        )
        for d, count, marked in zip(documents, counts, said, strict=True)
    ]


def _counts(text: str) -> Vector:
    """The words that tell what a text is about, each with its weight but for how rare it is here."""
    known = names(text)
    found = Counter(
        word.form if word.form in known else word.form[:STEM]
        for word in words(text)
        if not word.is_punctuation and not is_function_word(word.form)
    )
    return {form: (1 + math.log(number)) * _telling(form, known) for form, number in found.items()}


def _telling(form: str, known: frozenset[str]) -> float:
    """A name tells most, a word that is common in English least."""
    if form in known:
        return NAME
    return 1.0 if any(c.isdigit() for c in form) else 1 / (1 + math.log10(1 + frequency(form)))


def _unit(vector: Mapping[str, float]) -> Vector:
    length = math.sqrt(sum(value * value for value in vector.values()))
    return {form: value / length for form, value in vector.items()}


def _runs(text: str, spans: Iterable[Span]) -> Iterator[str]:
    """Each run of words in the spans, marks left out, that has enough content."""
    for span in spans:
        forms = [w.form for w in words(text, span.start, span.end) if not w.is_punctuation]
        tells = [not is_function_word(form) for form in forms]
        for k in range(len(forms) - RUN + 1):
            if sum(tells[k : k + RUN]) > 1:
                yield " ".join(forms[k : k + RUN])


def _candidates(profiles: Sequence[_Profile]) -> set[tuple[int, int]]:
    """Pairs of articles that share telling words or quoted runs: for each article the likeliest partners."""
    by_word: dict[str, list[int]] = defaultdict(list)
    by_run: dict[str, list[int]] = defaultdict(list)
    for k, profile in enumerate(profiles):
        for form in sorted(profile.vector, key=lambda f: (-profile.vector[f], f))[:TELLING]:
            by_word[form].append(k)
        for run in profile.runs:
            by_run[run].append(k)
    shared: list[Counter[int]] = [Counter() for _ in profiles]
    for table, worth in ((by_word, 1), (by_run, 2)):
        for held in table.values():
            if len(held) <= CROWD:
                for k in held:
                    for other in held:
                        if other != k:
                            shared[k][other] += worth
    return {
        (min(k, other), max(k, other))
        for k, partners in enumerate(shared)
        for other, _ in sorted(partners.items(), key=lambda p: (-p[1], p[0]))[:PARTNERS]
    }
