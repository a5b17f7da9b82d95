"""From the form that stands in a text to the lemmas it may be of: rules of detachment and lists of irregular forms.

After the algorithm of morphy(7WN), with doubled consonants ("dropped"), adverbs, closed-class words, and phrases of
which one word is inflected. A form may be of several lemmas; tag counts say which is likeliest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from mtaudit.lexicon.closed_class import AUXILIARIES, DETERMINERS, FUNCTION_WORDS, MODALS, PRONOUNS
from mtaudit.lexicon.wordnet.store import PARTS_OF_SPEECH, Store

STORE = Store()
WORDS = 1 << 11
PAIRS = 1 << 14
"""Entries a cache of words or of pairs may hold: an article has some 500 different words."""

RULES = {
    "n": (
        ("s", ""),
        ("ses", "s"),
        ("xes", "x"),
        ("zes", "z"),
        ("ches", "ch"),
        ("shes", "sh"),
        ("men", "man"),
        ("ies", "y"),
        ("ves", "f"),
        ("ves", "fe"),
    ),
    "v": (
        ("s", ""),
        ("ies", "y"),
        ("ied", "y"),
        ("es", ""),
        ("ed", "e"),
        ("ed", ""),
        ("ing", "e"),
        ("ing", ""),
    ),
    "a": (("er", "e"), ("er", ""), ("est", "e"), ("est", ""), ("ier", "y"), ("iest", "y")),
    "r": (("er", "e"), ("er", ""), ("est", "e"), ("est", ""), ("ier", "y"), ("iest", "y")),
}
"""Ending → what stands in its place in the lemma."""

HISSING = ("s", "x", "z", "ch", "sh", "o")
"""Ends of a verb that takes "es", not "s"."""

INFLECTED_WEIGHT = 0.3
"""Part of a lemma's tag count that an inflected form of it is taken to have, against a form that is itself a lemma."""

COMMON = 10_000
"""Frequency given to closed-class words, which were not tagged; "be" has 16 000, "say" 2 000."""

_DOUBLED = re.compile(r"(?P<stem>\w*[aeiou](?P<last>[bdgklmnprtvz]))(?P=last)(?:ed|ing|er|est)")
_SHORT_STEM = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy](?:ed|ing|er|est)|\w*[^aeiou]u[^aeiou](?:ed|ing)")
_NO_NOUN = (PRONOUNS | DETERMINERS | frozenset(AUXILIARIES) | {f for f in FUNCTION_WORDS if len(f) < 4}) - MODALS


_LAST_LETTERS = frozenset(ending[-1] for rules in RULES.values() for ending, _ in rules)


class Reading(NamedTuple):
    """One lemma a form may be of. The senses are numbered as in the store; `weight` is for comparison only."""

    part: str
    lemma: int
    senses: range
    tags: int
    weight: float


def normal(word: str) -> str:
    """The form in which WordNet lists a word or phrase: lower case, underscores for spaces, a plain apostrophe."""
    return "_".join(word.lower().replace("\u2019", "'").replace("_", " ").split())


@lru_cache(maxsize=WORDS)
def readings(form: str) -> tuple[Reading, ...]:
    """All lemmas a normal form may be of, the likeliest first."""
    found: dict[tuple[str, int], Reading] = {}
    for part, lemma, inflected in _bases(form):
        if lemma < 0 or (part, lemma) in found or (part == "n" and form in _NO_NOUN):
            continue
        if senses := senses_of(lemma).get(part):
            count = sum(map(STORE.count, senses))
            found[part, lemma] = Reading(
                part, lemma, senses, count, (count + 1) * (INFLECTED_WEIGHT if inflected else 1)
            )
    return tuple(sorted(found.values(), key=lambda r: (-r.weight, PARTS_OF_SPEECH.index(r.part), r.lemma)))


Lexeme = tuple[str, int]
"""Part of speech and lemma."""


@lru_cache(maxsize=WORDS)
def lexemes(form: str) -> frozenset[Lexeme]:
    """All lemmas a normal form may be of, with their parts of speech."""
    return frozenset((reading.part, reading.lemma) for reading in readings(form))


@lru_cache(maxsize=WORDS)
def senses_of(lemma: int) -> dict[str, range]:
    """The senses of a lemma by part of speech."""
    parts: dict[str, range] = {}
    for sense in STORE.senses(lemma):
        part = STORE.part_of_speech(STORE.synset(sense))
        parts[part] = range(parts[part].start if part in parts else sense, sense + 1)
    return parts


def _bases(form: str) -> Iterator[tuple[str, int, bool]]:
    """Part of speech, lemma, and whether the form is inflected; part of speech and lemma need not go together."""
    exact = STORE.lemmas.find(form)
    if exact >= 0:
        yield from ((part, exact, False) for part in PARTS_OF_SPEECH)
    if form in AUXILIARIES:
        yield "v", STORE.lemmas.find(AUXILIARIES[form]), True
    elif form not in FUNCTION_WORDS:
        if "_" in form:
            yield from _phrase_bases(form)
        else:
            yield from _word_bases(form)
        if exact < 0 and "-" in form and form.strip("-"):
            yield from _bases(form.replace("-", "_").strip("_"))


def _word_bases(form: str) -> Iterator[tuple[str, int, bool]]:
    irregular = STORE.bases(form)
    yield from ((part, lemma, True) for part, lemma in irregular)
    if form[-1:] not in _LAST_LETTERS:
        return
    closed = {part for part, _ in irregular}
    for part in PARTS_OF_SPEECH:
        if part not in closed:
            yield from ((part, lemma, True) for lemma in _regular(form, part))


def _regular(form: str, part: str) -> Iterator[int]:
    """The lemmas that rules of detachment lead to; at least two letters must stay."""
    if part == "n" and (form.endswith("ss") or len(form) < 3):
        return
    found = []
    for ending, replacement in RULES[part]:
        if not form.endswith(ending) or len(form) - len(ending) < 2:
            continue
        base = form[: len(form) - len(ending)] + replacement
        if ending == "ses" and len(base) < 3:
            continue
        if ending == "es" and not base.endswith(HISSING):  # "planes" is no form of "plan"
            continue
        lemma = STORE.lemmas.find(base)
        if lemma >= 0 and part in senses_of(lemma):
            found.append(lemma)
            if replacement == "e" and _SHORT_STEM.fullmatch(form):
                break
    if not found and part != "n" and (doubled := _DOUBLED.fullmatch(form)):
        found = [STORE.lemmas.find(doubled["stem"])]
    yield from (lemma for lemma in found if lemma >= 0)


def _phrase_bases(form: str) -> Iterator[tuple[str, int, bool]]:
    """The entries a phrase may be of: its first word inflected as a verb or noun, or its last as a noun."""
    first, _, after = form.partition("_")
    before, _, last = form.rpartition("_")
    for part, lemma, _ in _word_bases(first):
        if part in "nv":
            yield part, STORE.lemmas.find(f"{STORE.lemmas[lemma]}_{after}"), True
    if first in AUXILIARIES:
        yield "v", STORE.lemmas.find(f"{AUXILIARIES[first]}_{after}"), True
    for part, lemma, _ in _word_bases(last):
        if part == "n":
            yield part, STORE.lemmas.find(f"{before}_{STORE.lemmas[lemma]}"), True


@lru_cache(maxsize=WORDS)
def lemmas(word: str) -> tuple[tuple[str, str], ...]:
    """Part of speech (n, v, a, r) and lemma of every reading, the likeliest first; empty for a word not in WordNet."""
    return tuple((r.part, STORE.lemmas[r.lemma].replace("_", " ")) for r in readings(normal(word)))


@lru_cache(maxsize=WORDS)
def lemma(word: str) -> str:
    """The likeliest base form. Closed-class words but auxiliaries, and unknown ones, are their own, in lower case."""
    form = word.lower()
    if form in AUXILIARIES:
        return AUXILIARIES[form]
    found = () if form in FUNCTION_WORDS else lemmas(word)
    return found[0][1] if found else form


@lru_cache(maxsize=WORDS)
def parts_of_speech(word: str) -> frozenset[str]:
    """The parts of speech (n, v, a, r) a word can be; empty for a word not in WordNet."""
    return frozenset(reading.part for reading in readings(normal(word)))


@lru_cache(maxsize=WORDS)
def frequency(word: str) -> int:
    """Tag counts summed over all readings: 0 is rare or unknown. Closed-class words have at least COMMON."""
    form = normal(word)
    return max(COMMON if form in FUNCTION_WORDS else 0, sum(reading.tags for reading in readings(form)))


@lru_cache(maxsize=WORDS)
def share(word: str, part: str) -> float:
    """How likely the word is of this part of speech (n, v, a, r), 0 to 1, from the tag counts of its readings."""
    found = readings(normal(word))
    return sum(r.weight for r in found if r.part == part) / sum(r.weight for r in found) if found else 0.0


def known(word: str) -> bool:
    """Whether this is an English word, in any case and inflection; a closed-class word or clitic counts."""
    form = normal(word)
    return form in FUNCTION_WORDS or bool(readings(form))
