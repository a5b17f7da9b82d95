"""Adjective behind noun: words stand in the order of another language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.text._reading import symptom
from mtaudit.lexicon.closed_class import ARTICLES, COORDINATORS, DETERMINERS, PREPOSITIONS
from mtaudit.lexicon.origins import origin
from mtaudit.lexicon.tables import members, words
from mtaudit.lexicon.wordnet import lemma, lemmas, parts_of_speech, phrases
from mtaudit.mqm import Category, Severity
from mtaudit.records import Parsed, Suspicion, Word
from mtaudit.text.phrases import (
    FINITE,
    ends_phrase,
    is_adjective,
    is_hyphened,
    is_noun,
    is_number,
    is_plain,
    is_told,
    prose,
)

POSTPOSED = members("postposed", "phrase")
"""What stands behind its noun in English too: "time immemorial", "notary public", "the man responsible"."""

COMPLETED = ("able", "ible", "ed", "ing", "en", "er", "est", "less", "some", "ant", "ent", "like", "wide")
"""Ends of adjectives that stand behind a noun as a clause cut short does: "the best seat imaginable"."""

MEASURES = members("measure-nouns", "measure")
"""Behind a unit and behind time stands the adjective of what is measured ("a mile wide"), and behind words for things
in general that of what is meant ("in matters legal")."""

WITH = members("small-words", "with")
"""Words behind which an adjective may be said of the noun before it: "with his eyes open", "for things spiritual"."""

LONGEST = 5
"""Words of the noun phrase before the adjective among which its beginning is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AdjectiveBehindNoun:
    """An adjective stands behind its noun, where English has it before.

    French, Spanish, Portuguese and Italian put most adjectives behind: "citizens private" is what is left of
    “citoyens privés” where the order was not turned back. A reader stumbles, and may take the adjective for that of
    another word. Nothing is said where English has adjectives behind nouns: in titles ("attorney general"), with
    measures ("five feet tall"), behind pronouns ("something new"), where a clause is cut short ("the people
    responsible"), in pairs ("clubs large and small"), and where it may be said of an object ("keeps prices low").
    """

    confidence: float = 0.75
    """Of 61 sound news texts (24,000 words) none has such a place; a poet or a headline may."""

    category: ClassVar[Category] = Category.FLUENCY
    cases: ClassVar[tuple[Case, ...]] = (
        Case("The gang planned the murder of officials and [[citizens private]].", severity=Severity.MINOR),
        Case("The team won its place in the [[competition national]].", severity=Severity.MINOR),
        Case("Prices in the [[sector agricultural]] have doubled since May.", severity=Severity.MINOR),
        Case("The probe landed near a [[crater lunar]], the agency said.", severity=Severity.MINOR),
        Case("Soldiers stood at the edge of the [[zone industrial]] before dawn.", severity=Severity.MINOR),
        Case("Doctors warned of a [[disease viral]] after the flood.", severity=Severity.MINOR),
        Case("The [[judge federal]] said the case would go on.", severity=Severity.MINOR),
        Case("The minister spoke of a [[crisis economic]].", severity=Severity.MINOR),
        Case("A ship of the [[squadron Japanese]] was damaged in the storm.", severity=Severity.MINOR),
        Case("The [[campaign electoral]] will begin in June.", severity=Severity.MINOR),
        Case("The attorney general spoke of a crime.", why="a title"),
        Case("He was tried by a court martial.", why="a set phrase"),
        Case("The wave was over five feet tall.", why="a measure"),
        Case("He thanked the people present for something new.", why="a clause cut short, and a pronoun"),
        Case("The bank keeps its rates low, and finds the plan risky.", why="said of an object"),
        Case("She stood with her eyes open and her mouth dry.", why="said of what one has"),
        Case("The cup is for clubs large and small.", why="a pair"),
        Case("Officials made the documents public, the president elect said.", why="said of an object"),
        Case("They sail from a land rich in oil, with signs typical of it.", why="a clause cut short"),
        Case("It was the best result imaginable for the party.", why="a clause cut short"),
        Case("He spoke of battles royal and of heirs apparent.", why="set phrases"),
        Case("In years past, the river froze.", why="time"),
        Case("Voters in the region federal judges visited were angry.", why="a noun follows"),
        Case("He is a friend of the owner, rich and idle.", why="behind a comma"),
        Case("She waited at the end of gate seven.", why="a number"),
        Case("In Paris medical, legal and social services are free.", why="a list"),
        Case("They deemed the sale of the forest illegal.", why="said of an object"),
        Case("Calls to declare the results of the vote invalid grew.", why="said of an object"),
    )

    def __call__(self, text: Parsed) -> Iterator[Suspicion]:
        """Nouns with a sure adjective behind them that end their phrase."""
        for side in prose(text):
            for k in range(1, len(side)):
                if _is_behind(side, k):
                    yield symptom(
                        side,
                        range(k - 1, k + 1),
                        Severity.MINOR,
                        "The adjective stands behind its noun: “{}”.",
                        "English puts the adjective first; the order is that of another language.",
                        self.confidence,
                    )


def _is_behind(side: Sequence[Word], k: int) -> bool:
    """Whether the word k is an adjective that belongs to the noun before it."""
    word = side[k]
    if not is_noun(side, k - 1) or not _is_strict(word) or is_hyphened(side, k) or is_hyphened(side, k - 1):
        return False
    if phrases((side[k - 1].form, word.form), 0):
        return False
    return not _is_measure(side, k - 1) and _is_closed(side, k + 1) and _is_bound(side, k)


def _is_strict(word: Word) -> bool:
    """Whether it is an adjective that English does not put behind a noun; one of origin may have a capital."""
    found = origin(word.form)
    if word.text.istitle():
        return found is not None and found.derived and word.form.endswith(("ish", "ese", "ch"))
    if word.form.endswith("s") and not word.form.endswith("ous"):
        return False
    numbered = is_number(word.form)  # "platform nine"
    return is_adjective(word) and not numbered and word.form not in POSTPOSED and not word.form.endswith(COMPLETED)


def _is_measure(side: Sequence[Word], k: int) -> bool:
    """Whether the noun k is a unit or the like, or counted: "three laps long"."""
    counted = k > 0 and is_number(side[k - 1].form)
    return counted or side[k].form.endswith("thing") or lemma(side[k].form) in MEASURES


def _is_closed(side: Sequence[Word], k: int) -> bool:
    """Whether the phrase ends before k, and no second adjective goes with the first."""
    if not ends_phrase(side, k):
        return False
    if k >= len(side) or side[k].form not in COORDINATORS | {","}:
        return k >= len(side) or side[k].form not in COMPLETING
    behind = side[k + 1] if k + 1 < len(side) else None
    return side[k].form == "," and behind is not None and not is_adjective(behind)


def _is_bound(side: Sequence[Word], k: int) -> bool:
    """Whether the noun before k stands where no adjective can be said of it: behind a preposition, or as a subject."""
    start = _start(side, k - 1)
    before = side[start - 1] if start else None
    follows = side[k + 1] if k + 1 < len(side) else None
    if before is None or before.is_punctuation:
        articled = side[start].form in ARTICLES
        return articled and follows is not None and (follows.form in FINITE or is_told(follows))
    if before.form == "to" and side[start].form not in DETERMINERS:
        return False
    return before.form in PREPOSITIONS - WITH and not _is_complement(side, start - 1)


def _start(side: Sequence[Word], k: int) -> int:
    """Where the noun phrase begins that ends with the noun k."""
    start = k
    while start and k - start < LONGEST:
        word = side[start - 1]
        nominal = is_plain(word) and bool(parts_of_speech(word.form) & {"n", "a"})
        if word.form in DETERMINERS:
            return start - 1
        if word.form == "and" and start > 1 and is_noun(side, start - 2):
            start -= 1
        elif not nominal or word.form in PREPOSITIONS:
            break
        else:
            start -= 1
    return start


COMPLETING = frozenset(("'s", "enough")) | PREPOSITIONS - frozenset("before after during since until near over".split())
"""What goes with an adjective behind its noun, as in a clause cut short: "a land rich in oil"."""

COMPLEMENTED = words("making-verbs")
"""Verbs behind whose object an adjective may be said of it: "deemed the sale illegal"."""


def _is_complement(side: Sequence[Word], k: int) -> bool:
    """Whether such a verb stands before in the clause."""
    for word in reversed(side[max(0, k - 12) : k]):
        if word.is_punctuation:
            return False
        if any(part == "v" and base in COMPLEMENTED for part, base in lemmas(word.form)):
            return True
    return False
