"""Passage untranslated: a headline or a sentence in another language than the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.text._reading import seen
from mtaudit.mqm import Category, Severity
from mtaudit.records import Parsed, Role, Suspicion
from mtaudit.text.quotations import depth
from mtaudit.text.tongue import foreign_language
from mtaudit.text.words import QUOTES


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageUntranslated:
    """A whole headline, caption or sentence of an English text is in another language.

    Engines skip what they take for a name, titles are often sent apart from the text, and captions not at all. Who does
    not read that language misses what it says: major. A language is known by its small words, at least three of them
    and no English ones beside, or by its script; a quotation in its own words, a gloss in brackets, a title or a name
    inside an English sentence is left alone.
    """

    least: int = 3
    """Small words of one language in a sentence that no name or saying has; with two, "de la" and "van der" count."""

    script: int = 4
    """Words in another script from which it is a passage and no name."""

    category: ClassVar[Category] = Category.RESIDUE
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "[[La ville est sans eau après une nuit de pluie]]\n\nThe town lost its water. It rained for a night.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The town lost its water. [[Le maire dit que les pompes sont dans la cave.]] It rained.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The judge freed the banker on Monday. [[El tribunal no dijo nada sobre los presos.]] The man left.",
            severity=Severity.MAJOR,
        ),
        Case(
            "Rates rose after a vote of the board.\n\n[[Die Bank wird auch im Juni nicht mehr zahlen.]]\n\n"
            "Shares fell.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The club was sold.\n\n[[Il presidente non ha detto quando sarà la prima partita.]]\n\nFans wept.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The reef is dying.\n\n[[Os corais são mais fracos do que há dois anos.]]\n\nIt is warm.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The vaccine works. [[De proef was niet groot en is nog niet klaar.]] More will follow.",
            severity=Severity.MAJOR,
        ),
        Case("The vote is over.\n\n[[市長は 選挙に 勝った と 述べた]]\n\nTurnout was low.", severity=Severity.MAJOR),
        Case("The dam held. [[Partiet har också sagt att det är för sent.]] The army left.", severity=Severity.MAJOR),
        Case("The mayor of La Paz met the head of the Banco de la Nación del Sur.", why="names"),
        Case("He sang “Je ne sais pas si elle est dans la rue” and left.", why="a title inside a sentence"),
        Case("“Non, je ne suis pas dans la cave avec les autres.”\n\nHe meant no.", why="a quotation in its own words"),
        Case("(Le maire dit que les pompes sont dans la cave.)\n\nThe town lost its water.", why="a gloss"),
        Case("The play, La vie est dans les bois, is back on the stage in Riga.", why="a title inside a sentence"),
        Case(
            "Die in the heat, or live in the cold: that was the choice.", why="English words that are foreign ones too"
        ),
        Case("De la Cruz van der Berg y Hijos was sold.", why="a name"),
        Case("The Tokyo paper 読売新聞 reported it first.", why="a name in its own script"),
        Case("Son of man on the sea, a song: me, no more war.", why="English words"),
        Case("Storm hits Rio\n\nThe storm hit the coast at noon.", why="an English headline"),
    )

    def __call__(self, text: Parsed) -> Iterator[Suspicion]:
        """Every segment of the article in another language."""
        for segment, words in zip(text.segments, text.words, strict=True):
            if segment.role is Role.DEBRIS or not words or words[0].text in QUOTES or words[0].text in "([":
                continue
            whole = text.document.text
            spoken = [w for w in words if not depth(whole, w.span.start)]
            language = foreign_language(spoken, least=self.least, script=self.script)
            if language:
                yield seen(
                    segment.span,
                    f"This stands in {language}, the text in English.",
                    "The passage was left untranslated; readers who do not know the language miss it.",
                    severity=Severity.MAJOR,
                    confidence=0.85,
                )
