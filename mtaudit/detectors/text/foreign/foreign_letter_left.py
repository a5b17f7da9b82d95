"""Foreign letter left: a single letter of another alphabet or with an accent stands as a word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.text._reading import prose, seen
from mtaudit.lexicon.closed_class import PREPOSITIONS
from mtaudit.lexicon.foreign import small_word_of
from mtaudit.lexicon.tables import members
from mtaudit.mqm import Category, Severity
from mtaudit.records import Parsed, Suspicion, Word
from mtaudit.text.names import is_capitalised
from mtaudit.text.words import QUOTES

LETTERS = members("spoken-of", "letter")
"""Words in a sentence that speaks of letters."""

UNITS = frozenset("åø")
"""Letters that are units and signs behind or before a figure."""

SIGNS = frozenset("()=+/&")
"""Beside these a letter belongs to a formula or a gloss."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignLetterLeft:
    """A lone letter that English does not write by itself stands between its words.

    "as the contract É required": the whole of a short word of another language ("é", "à", "è", "ó") that was left
    untranslated, often with a wrong capital. What it said is lost: minor, since the sentence mostly tells. Initials,
    letters that are spoken of, letters of formulas, units and loan phrases ("à la carte") are left alone.
    """

    category: ClassVar[Category] = Category.RESIDUE
    cases: ClassVar[tuple[Case, ...]] = (
        Case("The tenant moved out in May, as the contract [[É]] required.", severity=Severity.MINOR),
        Case("The coach said [[à]] reporters that the match was lost.", severity=Severity.MINOR),
        Case("The bridge [[è]] closed until the spring, the city said.", severity=Severity.MINOR),
        Case("Hale won seven [[ó]] eight of the districts in the north.", severity=Severity.MINOR),
        Case("The vaccine [[é]] safe for children, the trial found.", severity=Severity.MINOR),
        Case("Shares of Acme [[à]] rose by half before noon.", severity=Severity.MINOR),
        Case("The storm will reach [[À]] the coast on Sunday.", severity=Severity.MINOR),
        Case("The probe [[é]] circling the moon, engineers said.", severity=Severity.MINOR),
        Case("Troops [[и]] volunteers held the port of Kelmar.", severity=Severity.MINOR),
        Case("She ordered fish à la carte, and pie à la mode.", why="loan phrases"),
        Case("É. Dupont and Ö. Berg were on trial.", why="initials"),
        Case("The letter é stands on the key beside it.", why="a letter that is spoken of"),
        Case("The gap is 3 Å wide and the pipe Ø 30.", why="units and signs"),
        Case("He wrote “é” on the board and left.", why="in quotation marks"),
        Case("The café in Malmö sold crème brûlée.", why="words with accents"),
        Case("She read Cosa è Successo in Milan.", why="a title in another language"),
        Case("The angle α and the share β were known.", why="Greek letters of formulas"),
        Case("It is spelt with é, è or ê in French.", why="a list of letters"),
        Case("The ferry lands in Å before noon.", why="a village"),
        Case("A man and I saw a U turn on Route Q.", why="plain letters"),
    )

    def __call__(self, text: Parsed) -> Iterator[Suspicion]:
        """Every such letter in prose."""
        for _, words in prose(text):
            for k, word in enumerate(words):
                if _is_letter(word) and not word.text.isascii() and _is_lone(words, k):
                    languages = small_word_of(word.form)
                    of = f", a word of {' or '.join(languages[:3])}," if languages else ""
                    yield seen(
                        word.span,
                        f"The letter “{word.text}”{of} stands alone in an English sentence.",
                        "A short word was left untranslated on the way back; what it said is lost.",
                        confidence=0.9,
                    )


def _is_letter(word: Word) -> bool:
    """Whether it is one letter of an alphabet that has capitals, and no sign that is a word by itself."""
    return len(word.text) == 1 and word.text.lower() != word.text.upper()


def _is_lone(words: Sequence[Word], k: int) -> bool:
    """Whether it stands between English words: in no list, quotation, formula, initial, title or loan phrase."""
    word, near = words[k], [words[j] for j in (k - 1, k + 1) if 0 <= j < len(words)]
    spaced = word.spaced and (k + 1 == len(words) or words[k + 1].spaced)
    if not spaced or "α" <= word.form <= "ω" or any(w.text in QUOTES or w.text in SIGNS for w in near):
        return False
    place = word.text.isupper() and k > 0 and words[k - 1].form in PREPOSITIONS  # the village of Å
    if word.form in UNITS and (place or any(w.text[0].isdigit() for w in near)):
        return False
    if LETTERS & {w.form for w in words[max(0, k - 4) : k + 5]} or _is_listed(words, k):
        return False
    following = words[k + 1] if k + 1 < len(words) else None
    loan = following is not None and following.form in ("la", "deux", "propos", "clef", "jour", "point", "outrance")
    return not loan and not (len(near) == 2 and all(map(is_capitalised, near)))


def _is_listed(words: Sequence[Word], k: int) -> bool:
    """Whether another single letter with an accent stands close by, as in a list of letters."""
    close = (*words[max(0, k - 2) : k], *words[k + 1 : k + 3])
    return any(_is_letter(w) and not w.text.isascii() for w in close)
