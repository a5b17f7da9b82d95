"""Words that one article alone has where the others have another that looks like it, or that one foreign word can mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA, JaroWinkler

from mtaudit.coverage.facts.lines import Line, Reading, fact
from mtaudit.lingua.pivots import bases, bundled
from mtaudit.lingua.spelling import same_word
from mtaudit.lingua.wordnet import Relation, kindred, known, lemma, parts_of_speech, relation
from mtaudit.records import Fact, FactKind, Mention, Span

GAP = 2
"""Small words that may stand between the two of a phrase: "balance of the equities"."""

LIKE = 0.3
"""Likeness of the words around from which two words are said of the same thing."""

ALIKE = 0.88
"""Jaro-Winkler similarity from which two words look alike; or two letters, or one, are others."""

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
    """Each phrase of the others of which one article alone has another word, and each word confused in one sense."""
    uses, beside = _uses(reading)
    spread: defaultdict[str, set[int]] = defaultdict(set)
    for k, said in enumerate(reading.lemmas):
        for form in said:
            spread[form].add(k)
    taken: set[tuple[int, str]] = set()
    for (base, article), mine in sorted(uses.items()):
        if spread[base] != {article}:
            continue
        found = _phrase(reading, base, mine, beside, spread, article) or _word(reading, base, mine, uses, spread, article)
        if found and (article, base) not in taken:
            taken.add((article, base))
            yield found


Uses = dict[tuple[str, int], list[tuple[Beside | None, Use]]]


def _uses(reading: Reading) -> tuple[Uses, dict[Beside, dict[str, list[Use]]]]:
    """Every content word that is no name, by its base form and article, and by the words beside it."""
    uses: Uses = defaultdict(list)
    beside: defaultdict[Beside, dict[str, list[Use]]] = defaultdict(lambda: defaultdict(list))
    for line in reading:
        worded = [k for k, form in enumerate(line.lemmas) if form and line.words[k].text[0].isalpha()]
        frames: dict[int, frozenset[str]] = {}
        for place, k in enumerate(worded):
            if line.words[k].form in reading.names[line.article]:
                continue
            frames[k] = line.frame(range(k, k + 1))
            word = line.words[k].span
            uses[line.lemmas[k], line.article].append((None, Use(line.article, line.words[k].form, word, word, frames[k])))
            for step in (-1, 1):
                other = worded[place + step] if 0 <= place + step < len(worded) else None
                if other is None or abs(other - k) > GAP + 1 or not _runs_on(line, min(k, other), max(k, other)):
                    continue
                use = Use(line.article, line.words[k].form, line.span(range(min(k, other), max(k, other) + 1)), word, frames[k])
                uses[line.lemmas[k], line.article].append(((line.lemmas[other], step), use))
                beside[line.lemmas[other], step][line.lemmas[k]].append(use)
    return uses, beside


def _runs_on(line: Line, first: int, last: int) -> bool:
    """Whether no punctuation but a hyphen stands between two words."""
    return all(not w.is_punctuation or w.form == "-" for w in line.words[first + 1 : last])


def _phrase(
    reading: Reading, base: str, mine: list[tuple[Beside | None, Use]], beside: dict[Beside, dict[str, list[Use]]],
    spread: dict[str, set[int]], article: int,
) -> Fact | None:  # fmt: skip
    """The phrase of others, of which this article has one word otherwise."""
    best: tuple[int, str, Beside] | None = None
    for neighbour, use in mine:
        if neighbour is None:
            continue
        for other, theirs in beside.get(neighbour, {}).items():
            if other == base or article in spread[other] or not _stands_for(use.form, theirs[0].form):
                continue
            support = len({t.article for t in theirs})
            if best is None or support > best[0]:
                best = support, other, neighbour
    if best is None:
        return None
    _, other, neighbour = best
    right, wrong = beside[neighbour][other], [use for n, use in mine if n is not None and _same_phrase(n, neighbour)]
    return _fact(reading, [(u.article, u.span) for u in right], [(u.article, u.span) for u in wrong])


def _same_phrase(a: Beside, b: Beside) -> bool:
    return a == b


def _word(
    reading: Reading, base: str, mine: list[tuple[Beside | None, Use]], uses: Uses, spread: dict[str, set[int]], article: int
) -> Fact | None:  # fmt: skip
    """The word of others that this article lacks, and of which its own is another sense in some language."""
    best: tuple[float, str] | None = None
    places = [use for neighbour, use in mine if neighbour is None]
    for other in sorted(_confusable(base)):
        articles = spread.get(other, set())
        if article in articles or not reading.anchors(articles):
            continue
        theirs = [use for a in sorted(articles) for n, use in uses.get((other, a), ()) if n is None]
        if not theirs or not _confused(places[0].form, theirs[0].form):
            continue
        like = max(reading.likeness(use.frame, t.frame) for use in places for t in theirs)
        if like >= LIKE and (best is None or like > best[0]):
            best = like, other
    if best is None:
        return None
    theirs = [use for a in sorted(spread[best[1]]) for n, use in uses.get((best[1], a), ()) if n is None]
    return _fact(reading, [(u.article, u.word) for u in theirs], [(u.article, u.word) for u in places])


def _fact(reading: Reading, right: list[tuple[int, Span]], wrong: list[tuple[int, Span]]) -> Fact:
    value = _text(reading, *right[0])
    mentions = [Mention(a, s, value) for a, s in right] + [Mention(a, s, _text(reading, *wrong[0])) for a, s in wrong]
    return fact(FactKind.TERM, value, mentions)


def _text(reading: Reading, article: int, span: Span) -> str:
    return " ".join(span.of(reading.articles[article].document.text).casefold().split())


def _stands_for(form: str, other: str) -> bool:
    return look_alike(form, other) or _confused(form, other)


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
    if not parts_of_speech(a) & parts_of_speech(b) or relation(a, b) in NEARER or same_word(a, b):
        return False
    return bool(bundled().confusions(bases(a), bases(b)))


@lru_cache(maxsize=4096)
def _confusable(base: str) -> frozenset[str]:
    """The English words of which some foreign word has this one in another sense."""
    return bundled().confusable(base)
