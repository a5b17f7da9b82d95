"""Name inverted: what a name is of stands before it, as in other languages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.text._reading import symptom
from mtaudit.lexicon.closed_class import ARTICLES, COORDINATORS, PREPOSITIONS, is_function_word
from mtaudit.lexicon.origins import origin
from mtaudit.lexicon.tables import members
from mtaudit.lexicon.wordnet import distance, falls_under, frequency, parts_of_speech, phrases, share
from mtaudit.mqm import Category, Severity
from mtaudit.records import Parsed, Suspicion, Word
from mtaudit.text.people import role_of, same_portfolio
from mtaudit.text.phrases import FINITE, SURE, is_hyphened, is_number, is_plain, is_told, prose

LAWS = members("named-bodies", "law")
"""What is called after a person or a place, and has the name before it: "the Sherman Act"."""

BODIES = members("named-bodies", "body")
"""What has its name before it, or behind it with an "of"."""

STATE = members("named-bodies", "state")
"""Bodies of a state or a society, which an adjective tells apart: "the Constitutional Court"."""

BEHIND = members("postposed", "name")
"""Adjectives that stand behind the noun in English names: "court martial", "Alliance Global"."""

RELATIONAL = ("al", "ar", "ic", "ive", "ian", "ist", "ese", "ish", "ary")
"""Ends of adjectives that tell what a body is for, or whose it is."""

PARTS = members("named-bodies", "part")
"""What follows the name of a body within a longer name: "University College", "Museum Street"."""

SOMETIMES = 0.3
"""Share of a word's senses from which it may be a name ("Sherman" is a tank too), or an adjective before a noun."""

RARE = 2
"""Tag count up to which a word of the lexicon may be no more than a name: "Harvard" has two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameInverted:
    """A name stands in the order of another language: “the Law Sherman”, “the Court Supreme”.

    In English what a thing is comes behind its name ("the Sherman Act", "Harvard University"), and an adjective comes
    before ("the Supreme Court"). A reader looks in vain for a law of that name. Nothing is said of what English puts
    first ("Mount Everest", "Lake Erie", "Hotel Adlon", "Hurricane Ada"), of numbers and letters behind ("Act Two"), and
    of names of people.
    """

    confidence: float = 0.85
    """None in 24,000 words of sound news."""

    category: ClassVar[Category] = Category.NAME
    cases: ClassVar[tuple[Case, ...]] = (
        Case("The firm broke the [[Law Sherman]].", severity=Severity.MAJOR),
        Case("They sued under the [[Act Rowlatt]] in May.", severity=Severity.MAJOR),
        Case("She studied at the [[University Harvard]] and in Rome.", severity=Severity.MAJOR),
        Case("The case went to the [[Court Supreme]] on Monday.", severity=Severity.MAJOR),
        Case("He lives near the [[House White]].", severity=Severity.MAJOR),
        Case("The plane left the [[Airport Heathrow]] at noon.", severity=Severity.MAJOR),
        Case("She won the [[Prize Nobel]] for her work on vaccines.", severity=Severity.MAJOR),
        Case("The match was moved to the [[Stadium Wembley]].", severity=Severity.MAJOR),
        Case("Troops crossed the [[Desert Sahara]] in the war.", severity=Severity.MAJOR),
        Case("The talks of the [[Union European]] failed.", severity=Severity.MAJOR),
        Case("The [[Minister Prime]] resigned.", severity=Severity.MAJOR),
        Case("The decree was void, the [[Court Constitutional]] found.", severity=Severity.MAJOR),
        Case("A raid by the [[Police Federal]] ended at dawn.", severity=Severity.MAJOR),
        Case("Clerks of the [[Ministry Health]] went on strike.", severity=Severity.MAJOR),
        Case("The Party Central Committee and the Army Reserve met.", why="a longer name, and a noun"),
        Case("He was tried by the Court Martial and praised by the Council General.", why="behind in English too"),
        Case("He climbed Mount Everest and swam in Lake Erie.", why="English puts these first"),
        Case("They stayed at the Hotel Adlon near the River Thames.", why="English puts these first"),
        Case("In Act Two and in Court 5 nothing happened.", why="numbers"),
        Case("The University of Leeds and University College London agree.", why="“of”, and a longer name"),
        Case("The actor Jude Law and the judge met Denis Law Smith.", why="a surname"),
        Case("The Act Smith signed was void; the Law Jones had broken stood.", why="a clause without “which”"),
        Case("Bats left the Bat Cave; the Museum Curator and the Committee Chairman saw it.", why="common words"),
        Case("Police State was the name of the show.", why="a phrase by itself"),
        Case("The House White Paper came out.", why="the end of one name, the beginning of another"),
        Case("The novelist James Henry met the poet Thomas Dylan.", why="people"),
        Case("The Department Store Union struck.", why="the word begins a longer name"),
        Case("She joined the Ministry Tuesday.", why="a day"),
        Case(
            "The Institute Pasteur and the Museum Ludwig are called so.", why="names that keep their order in English"
        ),
    )

    def __call__(self, text: Parsed) -> Iterator[Suspicion]:
        """Pairs of capitalised words that stand alone in mid-sentence, and the wrong way round."""
        for side in prose(text):
            for k in range(1, len(side) - 1):
                if _is_pair(side, k) and (_is_called(side, k) or _is_turned(side, k)):
                    yield symptom(
                        side,
                        range(k, k + 2),
                        Severity.MAJOR,
                        "The name stands the wrong way round: “{}”.",
                        "English has what a thing is behind its name; the order is that of another language.",
                        self.confidence,
                    )


def _is_pair(side: Sequence[Word], k: int) -> bool:
    """Whether the words k and k + 1 are capitalised, between words that are not, and their phrase ends with them."""
    pair, before = side[k : k + 2], side[k - 1]
    capital = all(w.text.istitle() and w.text.isalpha() and len(w.text) > 2 for w in pair) and pair[1].spaced
    opened = is_plain(before) or (k == 1 and before.form in ARTICLES)
    joined = is_hyphened(side, k) or is_hyphened(side, k + 1)
    return capital and opened and not joined and (k + 2 >= len(side) or not side[k + 2].text[0].isupper())


def _ends(side: Sequence[Word], k: int) -> bool:
    """Whether what follows a name goes on with the sentence: a mark, a small word, a verb of speech."""
    if k >= len(side) or (side[k].is_punctuation and side[k].form not in ("&", "'", '"')):
        return True
    if not is_plain(side[k]):
        return False
    form = side[k].form
    return form in PREPOSITIONS | COORDINATORS | FINITE or is_told(side[k]) or form in ("which", "who", "that")


def _acts(side: Sequence[Word], k: int) -> bool:
    """Whether a name ends there, or goes on with a word that can be its verb and hardly is a noun."""
    verb = k < len(side) and is_plain(side[k]) and "v" in parts_of_speech(side[k].form)
    return _ends(side, k) or (verb and share(side[k].form, "n") < SOMETIMES)


def _is_called(side: Sequence[Word], k: int) -> bool:
    """Whether the word k says what the name behind it is of, behind an article, and the name no more than a name."""
    kind, name = side[k].form, side[k + 1].form
    if side[k - 1].form not in ARTICLES or kind not in LAWS | BODIES:
        return False
    if kind in ("ministry", "department") and same_portfolio(name, name) and _acts(side, k + 2):
        return True
    if is_number(name) or name in PARTS or not _ends(side, k + 2):
        return False
    if k + 2 < len(side) and (side[k + 2].form in FINITE or is_told(side[k + 2])) and kind in LAWS:
        return False
    return not is_function_word(name) and origin(name) is None and _is_name(name, kind)


def _is_name(form: str, kind: str) -> bool:
    """Whether the word names a person, a place, or one of that kind, or is none of the lexicon; "curator" is a role."""
    if not parts_of_speech(form):
        return True
    named = any(falls_under(form, what, SOMETIMES) for what in ("person", "location"))
    named = named or distance(form, kind) == 1
    common = frequency(form) > RARE or role_of(form) is not None or form.endswith(("er", "or", "ist"))
    return named and not common and parts_of_speech(form) == {"n"}


def _is_turned(side: Sequence[Word], k: int) -> bool:
    """Whether the two words are a phrase of the lexicon the other way round, and none as they stand."""
    one, other = side[k].form, side[k + 1].form
    if share(other, "a") < SOMETIMES:
        return False
    turned = any(length == 2 for length, _ in phrases((other, one), 0))
    return (turned or _is_told_apart(side, k)) and not phrases((one, other), 0)


def _is_told_apart(side: Sequence[Word], k: int) -> bool:
    """Whether the word k is a body of state behind an article, and the next a sure adjective that tells which."""
    one, other = side[k].form, side[k + 1].form
    telling = other.endswith(RELATIONAL) and other not in BEHIND and share(other, "a") >= SURE
    return side[k - 1].form in ARTICLES and one in STATE | BODIES and telling and _acts(side, k + 2)
