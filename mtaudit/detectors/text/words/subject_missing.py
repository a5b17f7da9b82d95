"""Subject missing: a clause begins with its verb, and nobody does what it tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.text._reading import symptom
from mtaudit.lexicon.closed_class import WH_WORDS
from mtaudit.mqm import Category, Severity
from mtaudit.records import Parsed, Suspicion, Word
from mtaudit.text.phrases import is_hyphened, is_plain, is_told, prose

OPENERS = frozenset("because although whereas unless".split())
"""Conjunctions behind which a clause has its subject; "if", "when" and "while" may do without one."""

VERBS = frozenset("is was were are has had have does did will would".split())
"""Helpers that begin the verb of a clause."""

SAID = frozenset("is was has had".split())
"""Helpers that tell of one who spoke, where the speaker's pronoun was lost."""

RELATING = WH_WORDS | {"that", "all"}
"""Words that may be the subject of what somebody said: "what the coach said was wrong"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectMissing:
    """A clause has a verb and no subject: “because was late”, “the keeper, a Finn, said was sure”.

    Spanish, Portuguese and Italian leave the pronoun out. Where a translation does not put it back, the reader cannot
    tell who did what, or takes the next noun for the one who did.
    """

    confidence: float = 0.8
    """None in 24,000 words of sound news, nor in 280,000 of human translations."""

    category: ClassVar[Category] = Category.FLUENCY
    cases: ClassVar[tuple[Case, ...]] = (
        Case("He left early [[because was]] tired of the row.", severity=Severity.MINOR),
        Case("The firm won, [[although had]] few ships.", severity=Severity.MINOR),
        Case("The keeper, a Finn by birth, [[said was]] sure of it.", severity=Severity.MINOR),
        Case("The clinic closed [[because has]] no water.", severity=Severity.MINOR),
        Case("The probe will fail [[unless is]] turned soon.", severity=Severity.MINOR),
        Case("The club sank, [[whereas had]] led in May.", severity=Severity.MINOR),
        Case("The mayor, Ada Lund, [[said had]] seen the flood.", severity=Severity.MINOR),
        Case("Voters stayed at home [[because were]] angry.", severity=Severity.MINOR),
        Case("The army stopped, [[because would]] lose the bridge.", severity=Severity.MINOR),
        Case("He left because he was tired.", why="a subject"),
        Case("It was late because of rain.", why="no clause"),
        Case("What the coach, a Finn, said was wrong.", why="a clause as the subject"),
        Case("The man police said was armed has died.", why="a clause without “who”"),
        Case("A deal which the mayor, Ada Lund, said had failed was signed.", why="a relative clause"),
        Case("If need be, and when asked, he will go.", why="set phrases"),
        Case("The film “Because” was shown.", why="a title"),
        Case("The plan, she said, was sound.", why="a speaker in between"),
        Case("He went, although, had he known, he would not have.", why="apart by a mark"),
        Case("The play Unless has closed.", why="a title"),
    )

    def __call__(self, text: Parsed) -> Iterator[Suspicion]:
        """Conjunctions, and verbs of speech behind a comma, with a helping verb right behind."""
        for side in prose(text):
            for k in range(len(side) - 1):
                if _opens(side, k) or _says(side, k):
                    yield symptom(
                        side,
                        range(k, k + 2),
                        Severity.MINOR,
                        "The clause has no subject: “{}”.",
                        "Some languages leave out the pronoun, and it was not put back: it is unclear who is meant.",
                        self.confidence,
                    )


def _opens(side: Sequence[Word], k: int) -> bool:
    """Whether a conjunction stands at k right before a helping verb."""
    plain = is_plain(side[k]) and is_plain(side[k + 1]) and side[k + 1].spaced
    return plain and side[k].form in OPENERS and side[k + 1].form in VERBS and not is_hyphened(side, k + 1)


def _says(side: Sequence[Word], k: int) -> bool:
    """Whether a verb of speech stands at k, behind a comma and before a helping verb, with nothing it could go with."""
    if k < 2 or not is_told(side[k]) or side[k].form.endswith("s") or side[k + 1].form not in SAID:
        return False
    related = any(word.form in RELATING for word in side[:k])
    return side[k - 1].text == "," and not related and not any(is_told(word) for word in side[:k])
