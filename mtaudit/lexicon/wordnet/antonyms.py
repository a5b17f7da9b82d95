"""Opposites: words listed as antonyms, words derived from such, adjectives like such, and words negated by a prefix."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from mtaudit.lexicon.opposites import OPPOSED, OPPOSITES
from mtaudit.lexicon.tables import words
from mtaudit.lexicon.wordnet.morphy import PAIRS, STORE, WORDS, Lexeme, Reading, lexemes, normal, readings, senses_of
from mtaudit.lexicon.wordnet.store import Kind

ANY_PART = {"un": "nvar", "non": "nvar", "non-": "nvar"}
ADJECTIVAL = {"dis": "ar", "in": "ar", "il": "ar", "im": "ar", "ir": "ar"}
"""Negative prefix → the parts of speech it negates. The Latin ones negate no participles ("discovered", "improved")."""

SHORTEST_BASE = 4
NOT_NEGATIVE = words("not-negated")
"""Words that a negative prefix does not turn around ("invaluable", "indifferent", "inside", "unearth")."""


@lru_cache(maxsize=PAIRS)
def opposite(a: str, b: str) -> bool:
    """Whether one word turns the other around: antonyms or converses, inflected or derived ("legal", "illegally"), or
    negated.

    False for two forms of one lemma.
    """
    first, second = normal(a), normal(b)
    if frozenset((first, second)) in OPPOSITES:
        return True
    one, other = lexemes(first), lexemes(second)
    if not one or not other:
        return bool(one and second == f"non-{first}") or bool(other and first == f"non-{second}")
    if one & other:
        return False
    against = _pointed(_family(one), Kind.ANTONYM)
    if against and not against.isdisjoint(_family(other)):
        return True
    return _listed(one, other) or _negated(first, second) or _negated(second, first)


def facing(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether words of these synsets, or of adjective synsets similar to them, are each other's antonyms."""
    return not _faced(_heads(one)).isdisjoint(_heads(other))


def _listed(one: frozenset[Lexeme], other: frozenset[Lexeme]) -> bool:
    """Whether our own list opposes words of the two families, which can stand as the same part of speech."""
    if {part for part, _ in one}.isdisjoint(part for part, _ in other):
        return False
    against = _against()
    there = {lemma for _, lemma in _family(other)}
    return any(not against.get(lemma, _NOTHING).isdisjoint(there) for _, lemma in _family(one))


_NOTHING: frozenset[int] = frozenset()


@lru_cache(maxsize=1)
def _against() -> dict[int, frozenset[int]]:
    """Lemma → those that our own list opposes to it."""
    found: defaultdict[int, set[int]] = defaultdict(set)
    for pair in OPPOSED:
        a, b = (STORE.lemmas.find(word) for word in sorted(pair))
        found[a].add(b)
        found[b].add(a)
    return {lemma: frozenset(others - {-1}) for lemma, others in found.items() if lemma >= 0}


@lru_cache(maxsize=WORDS)
def _pointed(found: frozenset[Lexeme], kind: Kind) -> frozenset[Lexeme]:
    return frozenset(
        (STORE.part_of_speech(STORE.synset(goal)), STORE.lemma(goal))
        for part, lemma in found
        for goal in STORE.pointed(senses_of(lemma)[part], kind)
    )


@lru_cache(maxsize=WORDS)
def _family(found: frozenset[Lexeme]) -> frozenset[Lexeme]:
    """These lemmas with those one derivation away."""
    return found | _pointed(found, Kind.DERIVED) | _pointed(found, Kind.PERTAINYM)


def _negated(word: str, base: str) -> bool:
    """Whether a word is its base with a negative prefix, in a part of speech which that prefix negates.

    Not if they share a synset ("loose", "unloose"; "habitable", "inhabitable").
    """
    if not word.endswith(base) or len(base) < SHORTEST_BASE or base.removesuffix("ly") in NOT_NEGATIVE:
        return False
    prefixes = ANY_PART if base.endswith(("ed", "ing")) else ANY_PART | ADJECTIVAL
    parts = prefixes.get(word.removesuffix(base), "")
    one, other = readings(word), readings(base)
    shared = {r.part for r in one} & {r.part for r in other}
    return not shared.isdisjoint(parts) and _synsets(one).isdisjoint(_synsets(other))


def _synsets(found: tuple[Reading, ...]) -> set[int]:
    return {STORE.synset(sense) for reading in found for sense in reading.senses}


@lru_cache(maxsize=WORDS)
def _heads(synsets: frozenset[int]) -> frozenset[int]:
    adjectives = [synset for synset in synsets if STORE.part_of_speech(synset) == "a"]
    return synsets.union(*(STORE.linked(synset, Kind.SIMILAR) for synset in adjectives)) - _numerals()


@lru_cache(maxsize=1)
def _numerals() -> frozenset[int]:
    """The heads of all cardinal and ordinal numbers, listed as antonyms: but "third" is not opposite to "twenty"."""
    heads = (sense for word in ("cardinal", "ordinal") for sense in STORE.senses(STORE.lemmas.find(word)))
    return frozenset(STORE.synset(sense) for sense in heads if STORE.part_of_speech(STORE.synset(sense)) == "a")


@lru_cache(maxsize=WORDS)
def _faced(heads: frozenset[int]) -> frozenset[int]:
    return frozenset(goal for head in heads for goal in STORE.linked(head, Kind.ANTONYM))
