"""Words in the place of which the other articles have one that looks like it, or that one foreign word also means."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA, JaroWinkler

from mtaudit.event.facts.lines import Line, Reading, fact
from mtaudit.lexicon.pivots import bases, bundled
from mtaudit.lexicon.set_phrases import set_phrases
from mtaudit.lexicon.spelling import same_word
from mtaudit.lexicon.wordnet import Relation, frequency, kindred, known, lemma, lemmas, parts_of_speech, relation
from mtaudit.records import Fact, FactKind, Mention, Span
from mtaudit.text.names import CALENDAR, is_capitalised

GAP = 2
"""Small words that may stand between the two of a phrase: "balance of the equities"."""

LIKE = 0.3
"""Likeness of the words around from which two words are said of the same thing."""

ALIKE = 0.88
"""Jaro-Winkler similarity from which two words look alike; or two letters, or one, are others."""

BEGIN = 3
"""Letters that words of one family have in common ("juror", "jury")."""

RARE = 10
"""Tag counts of two words together below which they seldom stand by chance: one like word around is enough."""

COMMON = 60
"""Tag counts of two words together from which both stand everywhere ("campaign"): there only a phrase tells."""

MOST = 60
"""Uses of a word whose surroundings are looked at."""

SHORT = 5
"""Letters below which words look alike by chance."""

AKIN = frozenset(
    (Relation.IDENTICAL, Relation.INFLECTION, Relation.SYNONYM, Relation.SIMILAR, Relation.DERIVED, Relation.ANTONYM)
)
"""How words stand to each other of which an outlet may choose either."""

NEARER = AKIN | {Relation.HYPERNYM, Relation.HYPONYM}
"""The same, where the two do not even look alike: one may say more than the other."""


@dataclass(frozen=True, slots=True, eq=False)
class Use:
    """A word of an article with the word before or behind it: which, on which side, and where the two stand."""

    article: int
    form: str
    span: Span
    word: Span
    frame: frozenset[str]


Beside = tuple[str, int]
"""A word in base form, and whether it stands before (-1) or behind (1)."""


def term_facts(reading: Reading) -> Iterator[Fact]:
    """Each phrase of the others of which some articles have another word, and each word confused in one sense."""
    terms = _Terms(reading)
    made: dict[tuple[Mention, ...], Fact] = {}
    for base in sorted(terms.spread):
        found = terms.phrase(base) or terms.word(base)
        if found:
            made.setdefault(found.mentions, found)
    for found in _broken(reading):
        made.setdefault(found.mentions, found)
    yield from made.values()


class _Terms:
    """Every noun and adjective that is no name: where it stands, by its base form and by the words beside it."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.spread: defaultdict[str, set[int]] = defaultdict(set)
        self.uses: defaultdict[str, list[Use]] = defaultdict(list)
        self.pairs: defaultdict[str, list[tuple[Beside, Use]]] = defaultdict(list)
        self.where: defaultdict[tuple[Beside, str], set[int]] = defaultdict(set)
        self.beside: defaultdict[Beside, dict[str, list[Use]]] = defaultdict(lambda: defaultdict(list))
        for article, said in enumerate(reading.lemmas):
            for form in said:
                self.spread[form].add(article)
        for line in reading:
            self._read(line)

    def _read(self, line: Line) -> None:
        worded = [
            k for k, form in enumerate(line.lemmas) if form and line.words[k].text[0].isalpha() and form not in CALENDAR
        ]
        nominal = [is_nominal(line.words[k].form) for k in worded]
        for place, k in enumerate(worded):
            named = line.words[k].form in self.reading.names[line.article] or (k and is_capitalised(line.words[k]))
            if named or not nominal[place]:
                continue
            base, form, span = line.lemmas[k], line.words[k].form, line.words[k].span
            frame = line.frame(range(k, k + 1))
            self.uses[base].append(Use(line.article, form, span, span, frame))
            for step in (-1, 1):
                at = place + step
                if not 0 <= at < len(worded) or not nominal[at] or not _joined(line, *sorted((k, worded[at]))):
                    continue
                first, last = sorted((k, worded[at]))
                use = Use(line.article, form, line.span(range(first, last + 1)), span, frame)
                self.pairs[base].append(((line.lemmas[worded[at]], step), use))
                self.beside[line.lemmas[worded[at]], step][base].append(use)
                self.where[(line.lemmas[worded[at]], step), base].add(line.article)

    def _rivals(self, base: str, other: str) -> bool:
        """Whether no article has both words, and the other is no rarer among the articles."""
        mine, theirs = self.spread[base], self.spread.get(other, set())
        return bool(theirs) and base != other and mine.isdisjoint(theirs) and len(mine) <= len(theirs)

    def phrase(self, base: str) -> Fact | None:
        """The phrase of others in which these articles have this word for one that looks or means alike."""
        best: tuple[int, str, Beside] | None = None
        for neighbour, use in dict(self.pairs.get(base, ())).items():
            for other, theirs in self.beside[neighbour].items():
                mine, others = self.where[neighbour, base], self.where[neighbour, other]
                support = len(others)
                if (
                    not mine.isdisjoint(others)
                    or len(mine) > support
                    or not self._stands_for(use.form, theirs[0], others)
                ):
                    continue
                if best is None or (-support, other, neighbour) < (-best[0], *best[1:]):
                    best = support, other, neighbour
        if best is None:
            return None
        _, other, neighbour = best
        wrong = [(use.article, use.span) for beside, use in self.pairs[base] if beside == neighbour]
        return _fact(self.reading, [(use.article, use.span) for use in self.beside[neighbour][other]], wrong)

    def _stands_for(self, form: str, their: Use, articles: Collection[int]) -> bool:
        """Whether the word can have come in the stead of another: one article is enough where the two look alike."""
        return look_alike(form, their.form) or (self.reading.anchors(articles) and _confused(form, their.form))

    def word(self, base: str) -> Fact | None:
        """The word of others that these articles lack, and of which this one is another sense in some language."""
        best: tuple[float, str] | None = None
        mine = self.uses.get(base, [])
        for other in sorted(_confusable(base)) if mine else ():
            theirs = self.uses.get(other)
            if not theirs or not self._rivals(base, other) or not self.reading.anchors(self.spread[other]):
                continue
            if not _confused(mine[0].form, theirs[0].form):
                continue
            like = max(self.reading.likeness(use.frame, t.frame) for use in mine[:MOST] for t in theirs[:MOST])
            often = frequency(base) + frequency(other)
            shared = often > 1 and any(use.frame & t.frame for use in mine[:MOST] for t in theirs[:MOST])
            rare = often <= 1 or (shared and often < RARE)
            if (rare or (like >= LIKE and often < COMMON)) and (best is None or like > best[0]):
                best = like, other
        if best is None:
            return None
        right = [(use.article, use.word) for use in self.uses[best[1]]]
        return _fact(self.reading, right, [(use.article, use.word) for use in mine])


@lru_cache(maxsize=16384)
def is_nominal(form: str) -> bool:
    """Whether a word is likeliest a noun or an adjective."""
    found = lemmas(form)
    return bool(found) and (found[0][0] in "na" or (frequency(form) < RARE and any(part == "n" for part, _ in found)))


def _joined(line: Line, first: int, last: int) -> bool:
    """Whether two words stand in one phrase: near, and with no punctuation but a hyphen between them."""
    return last - first <= GAP + 1 and all(not w.is_punctuation or w.form == "-" for w in line.words[first + 1 : last])


def _broken(reading: Reading) -> Iterator[Fact]:
    """Set phrases that articles agree on, and that others have with another word in the place of one."""
    found: defaultdict[str, list[tuple[Line, range]]] = defaultdict(list)
    spread = Counter(form for said in reading.lemmas for form in said)
    several = {form for form, count in spread.items() if count > 1 or reading.primary}
    for line in reading:
        forms = [w.form for w in line.words]
        for k in range(len(forms)):
            told = line.lemmas[k] in several and line.words[k].text[0].isalpha()
            for length, entry, _ in set_phrases(forms, k)[:1] if told else ():
                found[entry].append((line, range(k, k + length)))
    at: defaultdict[tuple[int, str], list[tuple[Line, int]]] = defaultdict(list)
    for line in reading:
        for k, form in enumerate(line.lemmas):
            if form:
                at[line.article, form].append((line, k))
    for _, places in sorted(found.items()):
        having = {line.article for line, _ in places}
        if not reading.anchors(having):
            continue
        for article in sorted(set(range(len(reading.articles))) - having):
            wrong = _other_form(reading, places, at, article)
            if wrong:
                yield _fact(reading, [(line.article, line.span(where)) for line, where in places], wrong)


def _other_form(
    reading: Reading, places: Sequence[tuple[Line, range]], at: Mapping[tuple[int, str], list[tuple[Line, int]]],
    article: int,
) -> list[tuple[int, Span]]:  # fmt: skip
    """Where an article has the phrase but for one content word, which the others' word hardly can be replaced by."""
    line, where = places[0]
    worded = [k for k in where if line.lemmas[k]]
    wrong: list[tuple[int, Span]] = []
    for lost in worded[-1:] if len(worded) == 2 else ():  # of two words the first may well be another kind
        kept = worded[0]
        if line.lemmas[lost] in reading.lemmas[article]:
            continue
        for here, k in at.get((article, line.lemmas[kept]), [])[:MOST]:
            start = k - (kept - where.start)
            there = range(start, start + len(where))
            if (
                start < 0
                or there.stop > len(here.words)
                or not _is_rewritten(line, where, here, there, lost - where.start)
            ):
                continue
            if any(reading.likeness(here.frame(there), other.frame(w)) >= LIKE for other, w in places[:MOST]):
                wrong.append((article, here.span(there)))
    return wrong


def _is_rewritten(line: Line, where: range, here: Line, there: range, lost: int) -> bool:
    """Whether two stretches differ in that word alone, in which stands a noun or adjective that is no synonym."""
    new, old = here.words[there[lost]], line.words[where[lost]]
    if any(
        here.words[b].form != line.words[a].form for n, (a, b) in enumerate(zip(where, there, strict=True)) if n != lost
    ):
        return False
    plain = new.text.isalpha() and new.text.islower() and old.text.islower()
    return plain and is_nominal(new.form) and relation(old.form, new.form) not in NEARER


def _fact(reading: Reading, right: list[tuple[int, Span]], wrong: list[tuple[int, Span]]) -> Fact:
    value, other = (min(_text(reading, *place) for place in places) for places in (right, wrong))
    mentions = [Mention(a, s, value) for a, s in right] + [Mention(a, s, other) for a, s in wrong]
    return fact(FactKind.TERM, value, mentions)


def _text(reading: Reading, article: int, span: Span) -> str:
    return " ".join(span.of(reading.articles[article].document.text).casefold().split())


@lru_cache(maxsize=32768)
def look_alike(a: str, b: str) -> bool:
    """Whether two words look alike and have nothing to do with each other: "torturous", "tortious"."""
    if min(len(a), len(b)) < SHORT or a[0] != b[0] or abs(len(a) - len(b)) > 2:
        return False
    edits = OSA.distance(a, b, score_cutoff=2)
    if edits > 2 or (edits == 2 and float(JaroWinkler.similarity(a, b)) < ALIKE):
        return False
    if not known(a) or not known(b) or same_word(a, b) or lemma(a) == lemma(b):
        return False
    return bool(parts_of_speech(a) & parts_of_speech(b)) and relation(a, b) not in AKIN and not kindred(a, b)


@lru_cache(maxsize=32768)
def _confused(a: str, b: str) -> bool:
    """Whether the two are senses apart of one foreign word, and no English synonyms."""
    if not parts_of_speech(a) & parts_of_speech(b) or relation(a, b) in NEARER or a[:BEGIN] == b[:BEGIN]:
        return False
    return bool(bundled().confusions(bases(a), bases(b)))


@lru_cache(maxsize=4096)
def _confusable(base: str) -> frozenset[str]:
    """The English words of which some foreign word has this one in another sense."""
    return bundled().confusable(base)
