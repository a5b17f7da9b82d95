"""Capital misplaced: a small word has a capital in the middle of a clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.text._reading import prose, seen
from mtaudit.lexicon.closed_class import is_function_word
from mtaudit.lexicon.tables import members
from mtaudit.lexicon.wordnet import known
from mtaudit.mqm import Category, Severity
from mtaudit.records import Parsed, Suspicion, Word

SMALL = members("small-words", "lower")
"""Small words that are no name, grade, title of a group or letter, as "A", "Will", "May", "Down" and "Us" are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CapitalMisplaced:
    """A small word begins with a capital between two words in lower case.

    "the evidence in support Of the claim": where a machine cuts a sentence it begins the next piece with a capital, and
    it keeps those of a headline. The reader stumbles: minor. Titles of works, names, emphasis in capitals, lists and
    the beginnings of quotations are left alone.
    """

    category: ClassVar[Category] = Category.TYPOGRAPHY
    cases: ClassVar[tuple[Case, ...]] = (
        Case("The evidence in support [[Of]] the claim is thin.", severity=Severity.MINOR),
        Case("The votes of the north [[Were]] counted again in May.", severity=Severity.MINOR),
        Case("The club sold its keeper [[And]] bought a striker.", severity=Severity.MINOR),
        Case("Rain fell in the valley [[For]] nine days.", severity=Severity.MINOR),
        Case("The bank said [[That]] rates will rise in June.", severity=Severity.MINOR),
        Case("Nine patients were treated [[With]] the new drug.", severity=Severity.MINOR),
        Case("Troops held the bridge [[Until]] dawn on the third day.", severity=Severity.MINOR),
        Case("The probe sent pictures [[From]] the far side of it.", severity=Severity.MINOR),
        Case("The storm closed [[The]] port of the old town.", severity=Severity.MINOR),
        Case("Readers of The Times and The Sun met.", why="names of papers"),
        Case("He read Of Mice and Men in May.", why="a title"),
        Case("The judge asked: The lease, was it signed?", why="behind a colon"),
        Case("They met in The Hague and at the House Of Blues.", why="names"),
        Case("The coach said, “The match was lost.”", why="a quotation"),
        Case("The drug IS safe, the mayor wrote.", why="emphasis"),
        Case("The band The The and the group Was (Not Was) sang.", why="names"),
        Case("It failed. The club left. And then it rained.", why="sentences"),
        Case("The court—The Hague's—met in May.", why="a dash"),
        Case("He said that I was late.", why="the pronoun"),
        Case("Step one. (The lid is hot.) Then stir.", why="brackets"),
    )

    def __call__(self, text: Parsed) -> Iterator[Suspicion]:
        """Every such word in prose."""
        for _, words in prose(text):
            for k in range(1, len(words) - 1):
                if words[k].text[0].isupper() and _is_misplaced(words, k):
                    yield seen(
                        words[k].span,
                        f"“{words[k].text}” has a capital in the middle of a clause.",
                        "Machine translation began a new piece of the sentence here, or kept a headline's capital.",
                        confidence=0.75,
                    )


def _is_misplaced(words: Sequence[Word], k: int) -> bool:
    """Whether the word is a small one in title case between two common words in lower case."""
    word = words[k]
    plain = word.form in SMALL and word.text[1:].islower() and word.spaced and words[k + 1].spaced
    return plain and _is_common(words[k - 1]) and _is_common(words[k + 1])


def _is_common(word: Word) -> bool:
    return word.text.isalpha() and word.text.islower() and (is_function_word(word.form) or known(word.form))
