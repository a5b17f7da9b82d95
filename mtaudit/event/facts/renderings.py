"""What a translation makes of a name: the noun in front, a word in another language, half a surname, a slip."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA, JaroWinkler

from mtaudit.lexicon.origins import origin
from mtaudit.lexicon.pivots import bases, bundled
from mtaudit.lexicon.spelling import same_word
from mtaudit.lexicon.tables import words
from mtaudit.lexicon.wordnet import Relation, lemma, parts_of_speech, relation
from mtaudit.text.names import is_common, is_place, sounds_alike
from mtaudit.text.people import is_person_noun

LEADING = words("leading-nouns")
"""Nouns that by rule stand before the name they belong to."""

COUSINS = frozenset((Relation.SYNONYM, Relation.SIBLING, Relation.HYPERNYM, Relation.HYPONYM, Relation.SIMILAR))
"""How two nouns stand to each other that translators exchange: "Act" and "Law"."""

BEGINNING = 4
"""Letters that two surnames have in common where one is half translated ("Lindqvist", "Lindentwig")."""

SPELT_LONG = 5
"""Letters of a name from which a slip leaves it recognisable."""

SPELT_ALIKE = 0.85
"""Jaro-Winkler similarity from which two names may be one of them misspelt."""


def is_inverted(form: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether a name has its common noun in front, where English has it behind: "Law Sherman" for "Sherman Act".

    The words between may be turned around too, and in another number: "Law Insurance Crops", "Crop Insurance Act".
    """
    noun = form[0]
    if (
        not (form[1:] == other[:-1] or _are_turned(form[1:], other[:-1]))
        or not LEADING.isdisjoint((noun, other[0]))
        or "n" not in parts_of_speech(noun)
        or is_person_noun(noun)
    ):
        return False
    return noun == other[-1] or is_rendering(noun, other[-1]) or _is_cousin(noun, other[-1])


def _are_turned(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two words or more are the same in the opposite order, whatever their number."""
    turned = zip(one, reversed(other), strict=False)
    return len(one) == len(other) > 1 and all(a == b or same_word(a, b) or lemma(a) == lemma(b) for a, b in turned)


def one_replaced(form: tuple[str, ...], other: tuple[str, ...], joined: bool) -> bool:
    """Whether one word of a name was translated or misspelt, or its common noun is another one of the same sort.

    The common noun stands last, but in front of "of": the Department of Justice is not that of State.
    """
    unlike = [k for k in range(len(form)) if form[k] != other[k]]
    if len(unlike) != 1:
        return False
    a, b = form[unlike[0]], other[unlike[0]]
    noun = unlike[0] == (0 if joined else len(form) - 1)
    return is_rendering(a, b) or is_slip(a, b) or (noun and _is_cousin(a, b))


def _is_cousin(a: str, b: str) -> bool:
    """Whether two common nouns are nearly the same: "Commission", "Committee"."""
    return not origin(a) and is_common(a) and is_common(b) and not same_word(a, b) and relation(a, b) in COUSINS


@lru_cache(maxsize=16384)
def is_rendering(a: str, b: str) -> bool:
    """Whether one word of a name can have come from the other by translation."""
    if origin(a) or origin(b) or same_word(a, b) or a.isdigit() or b.isdigit():
        return False
    if is_place(a) and is_place(b) and relation(a, b) is Relation.SYNONYM:
        return False
    if bundled().shared(bases(a), bases(b)):
        return True
    return any(b in sense for e in bundled().translations(a) for sense in e.senses) or any(
        not bases(a).isdisjoint(sense) for e in bundled().translations(b) for sense in e.senses
    )


@lru_cache(maxsize=16384)
def is_slip(a: str, b: str) -> bool:
    """Whether a name is another one misspelt, and neither inflected nor in another transliteration."""
    edits = OSA.distance(a, b, score_cutoff=2)
    if edits > 2 or min(len(a), len(b)) < SPELT_LONG or a.startswith(b) or b.startswith(a):
        return False
    if edits == 2 and float(JaroWinkler.similarity(a, b)) < SPELT_ALIKE:
        return False
    if origin(a) or origin(b) or same_word(a, b) or relation(a, b) in (Relation.INFLECTION, Relation.DERIVED):
        return False
    return not is_common(a) and not sounds_alike(a, b)


def begin_alike(form: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names have all words but the last in common, and the beginning of that."""
    a, b = form[-1], other[-1]
    return form[:-1] == other[:-1] and a[:BEGINNING] == b[:BEGINNING] and min(len(a), len(b)) > BEGINNING


@lru_cache(maxsize=16384)
def meanings(part: str) -> frozenset[str]:
    """What a word means in the languages that have it."""
    return frozenset(word for entry in bundled().translations(part) for sense in entry.senses for word in sense)


def is_said(form: tuple[str, ...], meant: Sequence[frozenset[str]]) -> bool:
    """Whether each word is a meaning of one of the other name's, in whatever order."""
    rest = list(meant)
    for part in form:
        found = next((m for m in rest if not bases(part).isdisjoint(m)), None)
        if found is None:
            return False
        rest.remove(found)
    return True


def is_translated(part: str, right: str) -> bool:
    """Whether a name of one word is what another one means, in a language or in other English words."""
    if not is_common(part) or is_place(part) or origin(part) or same_word(part, right):
        return False
    if is_common(right):
        return bool(bundled().confusions(bases(part), bases(right)))
    return not bases(part).isdisjoint(meanings(right))
