"""Name rendered: a name stands beside its own translation, as if there were two."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.text._reading import symptom
from mtaudit.lexicon.closed_class import ARTICLES, is_function_word
from mtaudit.lexicon.pivots import bases, bundled
from mtaudit.lexicon.wordnet import parts_of_speech
from mtaudit.mqm import Category, Severity
from mtaudit.records import Parsed, Suspicion, Word
from mtaudit.text.names import CALENDAR, TITLES, is_capitalised, names
from mtaudit.text.people import role_of
from mtaudit.text.phrases import FINITE, is_told, prose


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRendered:
    """A name that is a word of another language acts in one place, and what that word means acts in another.

    A text that has "Parler" and then lets "Talking" sue somebody speaks of one company: the name was taken for the
    French verb in some sentences and not in others. The reader looks for a second party. It is said where the
    translation, with a capital in mid-sentence and alone, does what the name does elsewhere in the text: it acts, or
    something is its own.
    """

    confidence: float = 0.7
    """None in 24,000 words of sound news; a paper may be called by its name and by what that means."""

    category: ClassVar[Category] = Category.NAME
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "On Monday Parler said it would sue. Lawyers say that [[Talk]] has lost its servers.",
            severity=Severity.MAJOR,
        ),
        Case("Critics say Parler was warned. In May [[Speak]]’s servers were shut.", severity=Severity.MAJOR),
        Case("The bank Casa said on Monday it had lost. Later [[House]] said it would close.", severity=Severity.MAJOR),
        Case("Voters say Siège was weak. In June [[Seat]] has lost.", severity=Severity.MAJOR),
        Case("The club Estrella has won. On Sunday [[Star]] was late.", severity=Severity.MAJOR),
        Case("In March Ouvrage has sold its ships. Unions say that [[Book]] will strike.", severity=Severity.MAJOR),
        Case("The start-up Étoile said it had a vaccine. On Friday [[Star]] was sold.", severity=Severity.MAJOR),
        Case("The lab Étoile has a probe. Last year [[Star]] had none.", severity=Severity.MAJOR),
        Case("The retailer Feuille said sales fell. In June [[Leaf]]’s shares rose.", severity=Severity.MAJOR),
        Case("Parler said it would sue, and people talk about it.", why="no capital"),
        Case("Parler said so. The Talk of the Town was on.", why="a longer name, behind an article"),
        Case("Parler was shut. “Talk to us,” he said.", why="the beginning of a quotation"),
        Case("The paper El Sol said so. The Sun was fined.", why="behind an article"),
        Case("Casa Rosada is the palace. Speaker House said no.", why="within a longer name"),
        Case("The bank Casa is shut. In May the White House said no.", why="within a longer name"),
        Case("House said Wilson would stay; Wilson has not left.", why="no foreign name"),
        Case("The film Parler won. He saw Talk Radio has closed.", why="within a longer name"),
        Case("Sol Campbell has signed. On Sunday Sun Microsystems was sold.", why="within longer names"),
    )

    def __call__(self, text: Parsed) -> Iterator[Suspicion]:
        """Capitalised words in mid-sentence that mean what a name of the text means, where both act."""
        sides = tuple(prose(text))
        named = names(text.document.text)
        meant = _meanings(sides, named)
        for side in sides if meant else ():
            for k in range(1, len(side)):
                name = next((meant[b] for b in sorted(bases(side[k].form)) if b in meant), None)
                if name and name != side[k].text and _acts(side, k, named) and not is_function_word(side[k].form):
                    yield symptom(
                        side,
                        range(k, k + 1),
                        Severity.MAJOR,
                        f"“{{}}” is what “{name}” means, which acts elsewhere in the text.",
                        "The name was taken for a word and translated here; it seems to be somebody else's.",
                        self.confidence,
                    )


def _meanings(sides: Sequence[Sequence[Word]], named: frozenset[str]) -> Mapping[str, str]:
    """English words by which a name that acts in the text could be translated, with that name."""
    found: dict[str, str] = {}
    for side in sides:
        for k, word in enumerate(side):
            if word.form in named and not parts_of_speech(word.form) and _acts(side, k, named):
                for entry in bundled().translations(word.form):
                    found |= dict.fromkeys(sorted(e for sense in entry.senses for e in sense), word.text)
    return found


def _acts(side: Sequence[Word], k: int, named: frozenset[str]) -> bool:
    """Whether the word is a name alone before a verb, or one that owns something."""
    before, behind = side[k - 1] if k else None, side[k + 1] if k + 1 < len(side) else None
    if not is_capitalised(side[k]) or side[k].form in CALENDAR or behind is None or len(side[k].form) < 3:
        return False
    if before is not None and (before.is_punctuation or before.form in ARTICLES or _joins(before, named)):
        return False
    return behind.form in FINITE | {"'s"} or is_told(behind)


def _joins(before: Word, named: frozenset[str]) -> bool:
    """Whether the word before a name belongs to it: another name, or a title."""
    titled = before.form in TITLES or role_of(before.form) is not None
    return is_capitalised(before) and before.form not in CALENDAR and (before.form in named or titled)
