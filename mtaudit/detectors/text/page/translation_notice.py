"""Translation notice: the article says that a machine translated it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.text._reading import seen
from mtaudit.lexicon.notices import is_translation_notice
from mtaudit.mqm import Category, Severity
from mtaudit.records import Parsed, Suspicion


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslationNotice:
    """A sentence of the article tells that the article itself was translated by a machine.

    Honest outlets say so, and what they say is no error: neutral. It is the plainest evidence there is that the words
    are not those of the reporter. A translation by a person, or a story about translation, is not meant.
    """

    category: ClassVar[Category] = Category.BOILERPLATE
    cases: ClassVar[tuple[Case, ...]] = (
        Case("The dam broke.\n\n[[This article was machine translated from French.]]", severity=Severity.NEUTRAL),
        Case(
            "The dam broke.\n\n[[This story has been automatically translated and may contain errors.]]",
            severity=Severity.NEUTRAL,
        ),
        Case("Rates rose.\n\n[[Translated from Spanish by an automatic translator]]", severity=Severity.NEUTRAL),
        Case(
            "Rates rose.\n\n[[Machine translation; read the German version for the exact wording.]]",
            severity=Severity.NEUTRAL,
        ),
        Case(
            "The keeper was sold.\n\n[[This text was translated with the help of artificial intelligence.]]",
            severity=Severity.NEUTRAL,
        ),
        Case("Voters chose Hale.\n\n[[(AI-translated)]]", severity=Severity.NEUTRAL),
        Case("Snow fell.\n\n[[Translated with DeepL.]]", severity=Severity.NEUTRAL),
        Case(
            "The probe landed.\n\n[[This report was translated into English by software.]]", severity=Severity.NEUTRAL
        ),
        Case(
            "Snow fell. The pass is shut.\n\n[[Automatically translated from the Norwegian.]]",
            severity=Severity.NEUTRAL,
        ),
        Case("This article was translated from French by Ada Brook.", why="by a person"),
        Case("The firm sells machine translation to courts in nine countries.", why="a story"),
        Case("Translated into seats, the lead of the party is small.", why="another sense"),
        Case("“This article was machine translated,” the witness told the court.", why="a quotation"),
        Case("The court heard that the letter was translated by software.", why="another text"),
        Case("The report says that rain was translated into heat by the engine of the storm.", why="another sense"),
        Case("This story was edited by our staff.", why="by people"),
        Case("Machines translated the speech of the president as he spoke.", why="a story"),
        Case("Translations of the novel sold well in Riga.", why="books"),
    )

    def __call__(self, text: Parsed) -> Iterator[Suspicion]:
        """Every such sentence, wherever it stands."""
        for segment in text.segments:
            if is_translation_notice(segment.span.of(text.document.text)):
                yield seen(
                    segment.span,
                    "The text says that a machine translated it.",
                    "This is no error; quotations and terms may not be the words that were said.",
                    severity=Severity.NEUTRAL,
                    confidence=0.95,
                )
