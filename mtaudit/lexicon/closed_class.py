"""The closed classes of English words: articles, prepositions, pronouns, auxiliaries and the like.

Written by hand, since these words are few and WordNet leaves them out. All forms are lower case with a plain
apostrophe. A word may stand in several classes ("that", "her", "before").
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

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


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _pairs(text: str) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair.split("/")) for pair in text.split())


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

INDEFINITE_PRONOUNS = _words(
    """
    anybody anyone anything everybody everyone everything nobody none nothing no-one somebody someone something
    another other others each either neither both one ones such same
    """
)
DEMONSTRATIVES = _words("this that these those")
RECIPROCALS = frozenset(("each other", "one another"))

WH_WORDS = _words(
    """
    who whom whose which what when where why how whoever whomever whichever whatever whenever wherever however
    whence whither whereby wherein whereupon whereas whosoever whatsoever
    """
)
PRONOUNS = (
    frozenset(PERSONAL_PRONOUNS)
    | INDEFINITE_PRONOUNS
    | DEMONSTRATIVES
    | _words("who whom whose which what whoever whomever whichever whatever whosoever whatsoever")
)

ARTICLES = _words("a an the")
QUANTIFIERS = _words(
    """
    all any both each either enough every few fewer fewest half least less lots many more most much neither no none
    plenty several some
    """
)
DETERMINERS = (
    ARTICLES
    | DEMONSTRATIVES
    | QUANTIFIERS
    | _words("another other such same what which whatever whichever whose")
    | frozenset(f for f, readings in PERSONAL_PRONOUNS.items() if any(r.case is Case.DETERMINER for r in readings))
)

PREPOSITIONS = _words(
    """
    aboard about above across after against ahead along alongside amid amidst among amongst around as aside astride at
    atop barring before behind below beneath beside besides between betwixt beyond but by concerning considering despite
    down during except excluding following for from in including inside into like minus near notwithstanding of off on
    onto opposite out outside over past pending per plus regarding round since than through throughout till to
    toward towards under underneath unlike until unto up upon versus via vs with within without worth
    """
)
COORDINATORS = _words("and or but nor yet so")
SUBORDINATORS = _words(
    """
    after albeit although as because before if lest once provided providing since so than that though till unless until
    when whenever where whereas wherever whether while whilst
    """
)
CONJUNCTIONS = COORDINATORS | SUBORDINATORS

AUXILIARIES = {
    **dict.fromkeys(_words("be am is are was were been being"), "be"),
    **dict.fromkeys(_words("have has had having"), "have"),
    **dict.fromkeys(_words("do does did done doing"), "do"),
}
"""Every form of the primary auxiliaries with its base form."""

MODALS = _words("can could may might must ought shall should will would cannot")

NEGATORS = _words("no not n't never none nobody nothing nowhere neither nor no-one without cannot hardly scarcely")

PARTICLES = _words(
    """
    about across ahead along apart around aside away back by down forth forward in off on out over past round through
    to together under up
    """
)
"""Adverbs that make phrasal verbs: "carry out", "put off"."""

ADVERBS = _words(
    """
    again almost already also always else elsewhere even ever everywhere here hence indeed instead just maybe meanwhile
    moreover nevertheless nonetheless nor nowhere not now often only otherwise perhaps quite rather so somehow sometimes
    somewhat somewhere soon still then thence there thereby therefore thus too very well yet
    """
)
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

OPPOSITES = _pairs(
    """
    above/below above/under ahead/behind all/none always/never anybody/nobody anyone/nobody anything/nothing
    after/before both/neither down/up either/neither everybody/nobody everyone/nobody everything/nothing
    apart/together back/forward everywhere/nowhere few/many fewer/more fewest/most for/against from/to if/unless in/out
    including/excluding
    inside/outside into/from least/most less/more less/most little/much like/unlike minus/plus never/ever
    never/often never/sometimes no/yes no/all no/every nobody/somebody nobody/someone none/some nothing/something
    nowhere/somewhere off/on often/seldom often/rarely onto/off over/under over/below since/until somebody/nobody
    with/without within/outside within/beyond anti/pro pre/post single/multi inter/intra macro/micro
    """
)
"""Closed-class pairs of which one turns the sense of the other around."""

INTERCHANGEABLE = _pairs(
    """
    albeit/although albeit/though although/though amid/amidst among/amongst anybody/anyone alongside/beside
    because/since below/beneath below/underneath beneath/under beneath/underneath under/underneath
    despite/notwithstanding each/every everybody/everyone hardly/scarcely if/whether inside/within maybe/perhaps
    no-one/nobody on/upon onto/upon somebody/someone till/until toward/towards unto/to nevertheless/nonetheless
    versus/vs through/via whereas/while while/whilst after/following about/concerning about/regarding
    concerning/regarding
    """
)
"""Closed-class pairs of which one can mostly stand for the other."""


def is_function_word(form: str) -> bool:
    """Whether the word, in any case, belongs to a closed class."""
    return form.lower() in FUNCTION_WORDS


def content(words: Iterable[Word]) -> list[Word]:
    """The words that carry content: neither punctuation nor of a closed class."""
    return [w for w in words if is_content(w)]


def is_content(word: Word) -> bool:
    """Whether the word is neither punctuation nor of a closed class."""
    return not word.is_punctuation and word.form not in FUNCTION_WORDS
