"""What words tell of people: their kin and sex, the offices they hold, and words of status before such nouns.

Closed classes, written by hand. All forms are lower case; singular stands for plural too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from mtaudit.lexicon import tables
from mtaudit.lexicon.closed_class import ARTICLES, PERSONAL_PRONOUNS, Gender, is_function_word
from mtaudit.lexicon.tables import class_of, classes, pairs
from mtaudit.lexicon.wordnet import falls_under, lemma
from mtaudit.records import Word
from mtaudit.text.names import TITLES, is_capitalised, names
from mtaudit.text.words import words

MASCULINE, FEMININE, EITHER = Gender.MASCULINE, Gender.FEMININE, Gender.ANY


class Kin(NamedTuple):
    """One reading of a word for kin or for people by sex and age: which relation, which sex."""

    relation: str
    gender: Gender


COLUMNS = {"masculine": MASCULINE, "feminine": FEMININE, "either": EITHER}
"""The columns of the lists of kin and of people by their sex."""

OFFICE_GENDER = frozenset("police spokes chair congress council business sport cloister royal monarch".split())
"""Relations that are offices rather than kin: their neutral words are no opposites of either sex."""

KIN_ONLY = frozenset(classes("kin", "either"))
"""Relations between members of a family."""


def _readings(*lists: str) -> Mapping[str, tuple[Kin, ...]]:
    table: defaultdict[str, list[Kin]] = defaultdict(list)
    for name in lists:
        for column, gender in COLUMNS.items():
            for relation, forms in classes(name, column).items():
                for form in forms:
                    table[form].append(Kin(relation, gender))
    return {form: tuple(found) for form, found in table.items()}


_KIN = _readings("kin", "people-by-sex")

PLURALS = dict(pairs("plurals"))
"""Plurals of words for people that no ending makes."""


def singular(form: str) -> str:
    """The singular of a word for people, by its ending."""
    if form in PLURALS or form in _KIN:
        return PLURALS.get(form, form)
    head, mark, tail = form.partition("-in-law")
    if mark:
        return singular(head) + mark + tail
    return form[:-1] if form.endswith("s") and form[:-1] in _KIN else form


def kin(form: str) -> tuple[Kin, ...]:
    """What a word tells of kin or sex; nothing for words of no such kind."""
    return _KIN.get(singular(form), ())


PREFIXES = frozenset(("half", "step", "god", "grand", "great"))
"""What stands joined before a word for kin, with or without a hyphen."""


def kin_at(side: Sequence[Word], k: int) -> tuple[range, tuple[Kin, ...]]:
    """The written word for kin around side[k] and what it tells: "half-sister", "mother-in-law" are one word each."""
    start, stop, form = k, k + 1, side[k].form
    if [w.form for w in side[stop : stop + 4]] == ["-", "in", "-", "law"]:
        stop, form = stop + 4, f"{singular(form)}-in-law"
    if k > 1 and side[k - 1].form == "-" and side[k - 2].form in PREFIXES:
        start = k - 2
        prefix = side[start].form
        return range(start, stop), kin(f"{prefix}{form}") or tuple(
            reading._replace(relation=f"{prefix}{reading.relation}") for reading in kin(form)
        )
    return range(start, stop), kin(form)


MANY_ROLES = frozenset("father chair head official chief officer executive boss partner accused deputy".split())
"""Words that name too many roles to be held against another."""


def _rows(name: str) -> Mapping[str, frozenset[str]]:
    """Word → the rows of the list that it stands in."""
    table: defaultdict[str, set[str]] = defaultdict(set)
    for row, forms in classes(name).items():
        for form in forms:
            table[form].add(row)
    return {form: frozenset(rows) for form, rows in table.items()}


_ROLES = _rows("roles")


def role_of(form: str) -> str | None:
    """The singular of a word that names one role; None for others, and for words that name too many."""
    base = form if form in _ROLES else lemma(form) if form.endswith(("s", "men", "women")) else form
    return base if base in _ROLES and base not in MANY_ROLES else None


def same_role(a: str, b: str) -> bool:
    """Whether two words can name one role."""
    return not _ROLES.get(a, frozenset()).isdisjoint(_ROLES.get(b, frozenset()))


_PORTFOLIOS = class_of("portfolios")


def same_portfolio(a: str, b: str) -> bool | None:
    """Whether two words before "minister" name one field; None where one of them names none."""
    if a not in _PORTFOLIOS or b not in _PORTFOLIOS:
        return None
    return _PORTFOLIOS[a] == _PORTFOLIOS[b]


NO_PERSON = frozenset(("attorney", "general", "chief", "justice", "mount", "saint", "queen", "king", "prince"))
"""Titles that also begin the names of places and bodies ("King Street", "Justice Department")."""


class Status(NamedTuple):
    """One word of status found in a text: its class, its words, and the noun for a person that it is said of."""

    kind: str
    words: range
    head: int


_STATED, _ALSO = classes("status"), classes("status", "also")

CLASS_OF = class_of("status")
"""A word before a noun for a person → the class of status that it states there."""

BEHIND = frozenset(("elect", "designate", "emeritus"))
"""Words of status that stand behind their noun, joined to it by a hyphen."""

REACH = 3
"""Words from a word of status to the noun that it is said of."""


def equivalents(kind: str) -> frozenset[str]:
    """All words that can say this status."""
    return frozenset((*_STATED[kind], *_ALSO[kind]))


CLASS_NOUNS = tables.words("class-nouns")
"""What a name of a place, a body or a thing is called where it is spoken of again: "the state", "the company"."""


def stands_in(side: Sequence[Word], k: int, said: frozenset[str]) -> bool:
    """Whether the word, in lower case and after an article, refers to a name: what it is, or the office it holds.

    `said` are the words of the original: an office that it never names is no one's in the copy.
    """
    word = side[k]
    if is_capitalised(word) or not k:
        return False
    before = [w.form for w in side[max(0, k - 2) : k]]
    if not any(form in REFERRING for form in (before[-1], before[0])):
        return False
    if word.form in CLASS_NOUNS or word.form in TITLES or kin(word.form):
        return True
    return role_of(word.form) is not None and word.form in said


REFERRING = frozenset("the this that these those its their his her our".split())
"""What stands before a noun that refers to something named before."""


@lru_cache(maxsize=16384)
def is_person_noun(form: str) -> bool:
    """Whether a common word mostly names people: a role, kin, or under "person" in the lexicon."""
    return role_of(form) is not None or form in TITLES or bool(kin(form)) or falls_under(form, "person")


def hyphenated(side: Sequence[Word], start: int) -> tuple[str, int]:
    """The written word that begins there ("self-styled"), in lower case, and the index behind it; two parts at most."""
    parts = side[start : start + 3]
    if len(parts) == 3 and parts[1].form == "-" and not parts[1].spaced and not parts[2].spaced:
        return f"{parts[0].form}-{parts[2].form}", start + 3
    return side[start].form, start + 1


def statuses(side: Sequence[Word]) -> tuple[Status, ...]:
    """Every word of status said of a person there, in the order of the text."""
    found = []
    for k in range(len(side)):
        form, stop = hyphenated(side, k)
        if form not in CLASS_OF:
            form, stop = side[k].form, k + 1
        if form in BEHIND and k >= 2 and side[k - 1].form == "-" and is_person_noun(side[k - 2].form):
            found.append(Status(CLASS_OF[form], range(k, k + 1), k - 2))
        elif form in CLASS_OF and not (k > 1 and side[k - 1].form == "-" and not side[k].spaced):
            head = _head(side, stop, form)
            if head is not None:
                found.append(Status(CLASS_OF[form], range(k, stop), head))
    return tuple(found)


def _head(side: Sequence[Word], start: int, form: str) -> int | None:
    """The noun for a person that a word of status before `start` is said of, past other adjectives and titles."""
    if form == "late" and not _before_late(side, start - 2):
        return None
    first = start + 1 if start < len(side) and side[start].form == "-" else start
    for k in range(first, min(first + REACH, len(side))):
        word = side[k]
        if word.is_punctuation or is_function_word(word.form):
            return None
        if is_person_noun(word.form) or (is_capitalised(word) and form in ("late", "disgraced", "exiled")):
            return k
    return None


def _before_late(side: Sequence[Word], k: int) -> bool:
    """Whether what stands before "late" makes it say that someone died, and not the hour."""
    return k >= 0 and (side[k].form in ("the", "'s") or side[k].form in PERSONAL_PRONOUNS)


@lru_cache(maxsize=64)
def persons(text: str) -> frozenset[str]:
    """The names (lower case) that a text shows to be people's, and to which it never gives an article.

    A name is a person's behind a title ("Mr. Brook", "Senator Ada Brook") and before an age (", 41,").
    """
    tokens = words(text)
    known, articled, found = names(text), set(), set()
    for k, word in enumerate(tokens):
        if word.form not in known or not is_capitalised(word) or is_function_word(word.form):
            continue
        if k and tokens[k - 1].form in ARTICLES:
            articled.add(word.form)
        if _titled(tokens, k, known) or _aged(tokens, k):
            found.add(word.form)
    return frozenset(found - articled - TITLES)


def _titled(tokens: Sequence[Word], k: int, known: frozenset[str]) -> bool:
    """Whether a title stands before the name, or before one or two names before it."""
    for j in range(k - 1, max(-1, k - 5), -1):
        form = tokens[j].form
        if form in TITLES and is_capitalised(tokens[j]):
            return form not in NO_PERSON
        if form != "." and (form not in known or not is_capitalised(tokens[j])):
            return False
    return False


def _aged(tokens: Sequence[Word], k: int) -> bool:
    """Whether an age follows, between commas."""
    behind = [w.form for w in tokens[k + 1 : k + 4]]
    return len(behind) == 3 and behind[0] == behind[2] == "," and behind[1].isdigit() and len(behind[1]) <= 2
