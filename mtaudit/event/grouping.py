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
from zlib import crc32

from mtaudit.event.story import story_text
from mtaudit.lexicon.closed_class import is_function_word
from mtaudit.lexicon.wordnet import frequency
from mtaudit.records import Document, Span
from mtaudit.text.names import names
from mtaudit.text.quotations import quoted
from mtaudit.text.words import words

NEAR = 0.5
"""Nearness from which two articles may begin a group. Of 64 pairs of articles on one event all have .52, of 4,800
other pairs, among them two accidents in one city and two rulings on one government, none has .45."""

TOGETHER = 0.46
"""Mean nearness of the articles of two groups from which they are one."""

QUOTED, MOST_QUOTED = 0.06, 0.3
"""What each run of quoted words that both texts have adds to the cosine of their words, and all of them at most."""

RUN = 4
"""Words of such a run; two at least are content."""

HAPPENED, UNLIKE = 0.2, 0.6
"""Cosine of all words but names below which other things happen to the same people: the nearness is so much of what it
would be. Of the 64 pairs all have more, of the five other pairs with most names in common two."""

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
    """What an article is known by: its words by weight, length 1, which of them are names, how long the vector is
    without those, and its runs of words that anyone quotes.
    """

    vector: Vector
    named: frozenset[str]
    plain: float
    quoted: frozenset[int]
    runs: frozenset[int]
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
    both = [(form, value * large[form]) for form, value in small.items() if form in large]
    cosine = sum(value for _, value in both)
    plain = sum(value for form, value in both if form not in a.named and form not in b.named)
    shared = len((a.quoted & b.runs) | (b.quoted & a.runs))
    if shared < 2 and plain < HAPPENED * a.plain * b.plain:
        return cosine * UNLIKE
    return cosine + min(MOST_QUOTED, QUOTED * shared)


def _profiles(documents: Sequence[Document]) -> list[_Profile]:
    import numpy as np

    counts, named, said, runs = [], [], [], []
    for document in documents:  # one after the other, while the words of each are at hand
        text = story_text(document.text)
        counts.append(_counts(text))
        named.append(names(text) & counts[-1].keys())
        said.append(frozenset(_runs(text, quoted(text))))
        runs.append(np.fromiter(set(_runs(text, [Span(0, len(text))] if text else [])), dtype=np.uint32))
    spread = Counter(form for count in counts for form in count)
    rare = {form: math.log(1 + (len(documents) + PRIOR) / (number + 1)) for form, number in spread.items()}
    anyone = frozenset().union(*said)
    made = []
    for k, document in enumerate(documents):
        vector = _unit({form: value * rare[form] for form, value in counts[k].items()})
        plain = math.sqrt(sum(value * value for form, value in vector.items() if form not in named[k]))
        known = frozenset(run for run in runs[k].tolist() if run in anyone)
        made.append(_Profile(vector, frozenset(named[k]), plain, said[k], known, document.published))
    return made


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


def _runs(text: str, spans: Iterable[Span]) -> Iterator[int]:
    """Each run of words in the spans, marks left out, that has enough content: a number that hardly any other has."""
    for span in spans:
        forms = [w.form for w in words(text, span.start, span.end) if not w.is_punctuation]
        tells = [not is_function_word(form) for form in forms]
        for k in range(len(forms) - RUN + 1):
            if sum(tells[k : k + RUN]) > 1:
                yield crc32(" ".join(forms[k : k + RUN]).encode("utf-8", "surrogatepass"))


def _candidates(profiles: Sequence[_Profile]) -> set[tuple[int, int]]:
    """Pairs of articles that share telling words or quoted runs: for each article the likeliest partners."""
    by_word: dict[str, list[int]] = defaultdict(list)
    by_run: dict[int, list[int]] = defaultdict(list)
    for k, profile in enumerate(profiles):
        for form in sorted(profile.vector, key=lambda f: (-profile.vector[f], f))[:TELLING]:
            by_word[form].append(k)
        for run in profile.runs:
            by_run[run].append(k)
    shared: list[Counter[int]] = [Counter() for _ in profiles]
    for worth, found in ((1, by_word.values()), (2, by_run.values())):
        for held in found:
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
