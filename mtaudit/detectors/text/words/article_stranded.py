"""Article stranded: an article or a possessive stands before what none can stand before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.text._reading import symptom
from mtaudit.lexicon.tables import members
from mtaudit.mqm import Category, Severity
from mtaudit.records import Parsed, Suspicion, Word
from mtaudit.text.phrases import is_hyphened, is_plain, prose

DEAD = members("small-words", "dead")
"""What no noun phrase begins with behind "the", "an", or a possessive."""

DOUBLED = members("small-words", "determiner")
"""Determiners, of which a noun has one."""

OPENING = frozenset("the an his their its our my each".split())
"""Determiners that are nothing else: "a" may be a letter, "her" an object, "this" a noun phrase by itself."""

FAITHFUL = frozenset(
    (("the", "to"), ("each", "of"), ("his", "and"), ("his", "or"), ("his", "is"), ("his", "was"), ("the", "who"))
)
"""What may stand so after all: "the to and fro", "hers and his and theirs", "the who and why"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleStranded:
    """An article or a possessive has no noun: it stands before a preposition, a verb, or another article.

    A name or a term fell out of the sentence ("the of the company"), or two renderings of one phrase were joined
    ("the their families"). What is missing cannot be guessed from the text.
    """

    confidence: float = 0.8
    """None in 24,000 words of sound news; a writer's slip is as likely as a machine's where it stands alone."""

    category: ClassVar[Category] = Category.FLUENCY
    cases: ClassVar[tuple[Case, ...]] = (
        Case("He is [[the of]] a software company.", severity=Severity.MINOR),
        Case("Rescuers searched for [[the their]] families.", severity=Severity.MINOR),
        Case("The judge asked whether [[the is]] guilty.", severity=Severity.MINOR),
        Case("It was [[the an]] open secret in the club.", severity=Severity.MINOR),
        Case("The vaccine protects [[an from]] measles.", severity=Severity.MINOR),
        Case("The storm hit [[the and]] the harbour.", severity=Severity.MINOR),
        Case("The bank sold [[its the]] shares in May.", severity=Severity.MINOR),
        Case("Voters in [[their has]] decided.", severity=Severity.MINOR),
        Case("The army shelled [[the with]] rockets.", severity=Severity.MINOR),
        Case("The team thanked [[our the]] fans.", severity=Severity.MINOR),
        Case("The two cars hit [[each another]] in the fog.", severity=Severity.MINOR),
        Case("The then president and the above rule hold.", why="adverbs as adjectives"),
        Case("The is-ought problem and the at-home test.", why="joined by a hyphen"),
        Case("The book is called The And.", why="a title"),
        Case("The WHO and the IT industry agree with the US.", why="initials"),
        Case("The “of” is wrong.", why="a word is quoted"),
        Case("Vitamin A is rare; plan a or plan b.", why="a letter"),
        Case("The, er, the minister left.", why="a stammer"),
        Case("I told her the truth and showed this the next day.", why="an object"),
        Case("The to and fro went on, the by now familiar row.", why="nouns and adverbs"),
        Case("The like was never seen in the past.", why="a noun"),
    )

    def __call__(self, text: Parsed) -> Iterator[Suspicion]:
        """Determiners right before what cannot follow."""
        for side in prose(text):
            for k in range(len(side) - 1):
                if _is_stranded(side, k):
                    yield symptom(
                        side,
                        range(k, k + 2),
                        Severity.MINOR,
                        "Nothing that an article or a possessive could belong to follows: “{}”.",
                        "A name or a noun was lost here, or two renderings of one phrase were joined.",
                        self.confidence,
                    )


def _is_stranded(side: Sequence[Word], k: int) -> bool:
    word, behind = side[k], side[k + 1]
    plain = is_plain(word) or (word.text.istitle() and not k)
    if word.form not in OPENING or behind.form not in DEAD or not (plain and is_plain(behind) and behind.spaced):
        return False
    if word.form == "each":
        return behind.form == "another"
    same = word.form == behind.form
    faithful = (word.form, behind.form) in FAITHFUL or is_hyphened(side, k + 1) or is_hyphened(side, k)
    return not (same or faithful) and (word.form != "his" or behind.form in DOUBLED)
