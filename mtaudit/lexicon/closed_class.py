"""The closed classes of English words: articles, prepositions, pronouns, auxiliaries and the like.

Written by hand, since these words are few and WordNet leaves them out. All forms are lower case with a plain
apostrophe. A word may stand in several classes ("that", "her", "before"). The lists are in `closed-classes.tsv`; what
is a table of grammar stands here.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from mtaudit.lexicon.tables import members
from mtaudit.records import Word


class Person(StrEnum):
    """Who is meant: the speaker, the one spoken to, or another."""

    FIRST = "first"
    SECOND = "second"
    THIRD = "third"


class Number(StrEnum):
    """One, several, or either."""

    SINGULAR = "singular"
    PLURAL = "plural"
    EITHER = "either"


class Gender(StrEnum):
    """What a pronoun tells of the sex of its person; ANY where it tells nothing."""

    MASCULINE = "masculine"
    FEMININE = "feminine"
    NEUTER = "neuter"
    ANY = "any"


class Case(StrEnum):
    """The pronoun's role in the sentence. DETERMINER is "her" before a noun, POSSESSIVE is "hers" without one."""

    SUBJECT = "subject"
    OBJECT = "object"
    DETERMINER = "determiner"
    POSSESSIVE = "possessive"
    REFLEXIVE = "reflexive"


class Pronoun(NamedTuple):
    """One reading of a personal pronoun."""

    person: Person
    number: Number
    gender: Gender
    case: Case


def _table(*rows: tuple[Person, Number, Gender, str]) -> dict[str, tuple[Pronoun, ...]]:
    """Form → its readings, from rows that hold the forms of one pronoun in the order of Case."""
    table: dict[str, tuple[Pronoun, ...]] = {}
    for person, number, gender, forms in rows:
        for case, form in zip(Case, forms.split(), strict=True):
            table[form] = (*table.get(form, ()), Pronoun(person, number, gender, case))
    return table


PERSONAL_PRONOUNS = _table(
    (Person.FIRST, Number.SINGULAR, Gender.ANY, "i me my mine myself"),
    (Person.FIRST, Number.PLURAL, Gender.ANY, "we us our ours ourselves"),
    (Person.SECOND, Number.SINGULAR, Gender.ANY, "you you your yours yourself"),
    (Person.SECOND, Number.PLURAL, Gender.ANY, "you you your yours yourselves"),
    (Person.THIRD, Number.SINGULAR, Gender.MASCULINE, "he him his his himself"),
    (Person.THIRD, Number.SINGULAR, Gender.FEMININE, "she her her hers herself"),
    (Person.THIRD, Number.SINGULAR, Gender.NEUTER, "it it its its itself"),
    (Person.THIRD, Number.PLURAL, Gender.ANY, "they them their theirs themselves"),
    (Person.THIRD, Number.SINGULAR, Gender.ANY, "they them their theirs themself"),
    (Person.THIRD, Number.EITHER, Gender.ANY, "one one one's one's oneself"),
)
"""Every form of the personal and possessive pronouns with all its readings."""

LISTED = "closed-classes"

INDEFINITE_PRONOUNS = members(LISTED, "indefinite")
DEMONSTRATIVES = members(LISTED, "demonstrative")
RECIPROCALS = members(LISTED, "reciprocal")

WH_WORDS = members(LISTED, "wh-word")
PRONOUNS = frozenset(PERSONAL_PRONOUNS) | INDEFINITE_PRONOUNS | DEMONSTRATIVES | members(LISTED, "wh-pronoun")

ARTICLES = members(LISTED, "article")
QUANTIFIERS = members(LISTED, "quantifier")
DETERMINERS = (
    ARTICLES
    | DEMONSTRATIVES
    | QUANTIFIERS
    | members(LISTED, "determiner")
    | frozenset(f for f, readings in PERSONAL_PRONOUNS.items() if any(r.case is Case.DETERMINER for r in readings))
)

PREPOSITIONS = members(LISTED, "preposition")
COORDINATORS = members(LISTED, "coordinator")
SUBORDINATORS = members(LISTED, "subordinator")
CONJUNCTIONS = COORDINATORS | SUBORDINATORS

AUXILIARIES = {
    **dict.fromkeys("be am is are was were been being".split(), "be"),
    **dict.fromkeys("have has had having".split(), "have"),
    **dict.fromkeys("do does did done doing".split(), "do"),
}
"""Every form of the primary auxiliaries with its base form."""

MODALS = members(LISTED, "modal")

NEGATORS = members(LISTED, "negator")

PARTICLES = members(LISTED, "particle")
"""Adverbs that make phrasal verbs: "carry out", "put off"."""

ADVERBS = members(LISTED, "adverb")
"""Adverbs that tell more of how sentences hang together than of the world."""

CLITICS = {
    "n't": ("not",),
    "'s": ("is", "has", "us", "'s"),
    "'re": ("are",),
    "'ve": ("have",),
    "'ll": ("will", "shall"),
    "'d": ("would", "had", "did"),
    "'m": ("am",),
    "'em": ("them",),
}
"""Clitic → what it may stand for, the likeliest first; the possessive stands for itself."""

FUNCTION_WORDS = (
    ARTICLES
    | DETERMINERS
    | PRONOUNS
    | WH_WORDS
    | PREPOSITIONS
    | CONJUNCTIONS
    | frozenset(AUXILIARIES)
    | MODALS
    | NEGATORS
    | PARTICLES
    | ADVERBS
    | frozenset(CLITICS)
)


def is_function_word(form: str) -> bool:
    """Whether the word, in any case, belongs to a closed class."""
    return form.lower() in FUNCTION_WORDS


def content(words: Iterable[Word]) -> list[Word]:
    """The words that carry content: neither punctuation nor of a closed class."""
    return [w for w in words if is_content(w)]


def is_content(word: Word) -> bool:
    """Whether the word is neither punctuation nor of a closed class."""
    return not word.is_punctuation and word.form not in FUNCTION_WORDS
