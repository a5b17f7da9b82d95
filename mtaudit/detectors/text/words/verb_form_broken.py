"""Verb form broken: a helper and a verb that cannot go together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.text._reading import symptom
from mtaudit.lexicon.closed_class import AUXILIARIES, DETERMINERS
from mtaudit.lexicon.tables import members
from mtaudit.lexicon.wordnet import lemmas, parts_of_speech
from mtaudit.mqm import Category, Severity
from mtaudit.records import Parsed, Suspicion, Word
from mtaudit.text.phrases import is_hyphened, is_plain, prose

PAST = members("verb-forms", "past")
"""Forms that are only the past of a verb, neither its base nor its participle."""

THIRD = members("verb-forms", "third")
"""Forms that are only the present of a third person, and no nouns in the plural beside."""

MUST = frozenset(("would", "should", "could", "cannot", "must", "shall"))
"""Modals that are no nouns, or nouns only behind an article: behind them stands a verb in its base form."""

OUGHT = frozenset(("must", "should", "shall", "would"))
"""Modals that have no "to" behind them: "all they could to help" is sound."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbFormBroken:
    """A helper stands with a form of the verb that it cannot have: “did not went”, “to took”, “must to pay”.

    Word-for-word translation inflects the verb as the other language does. Who reads it takes the sentence for broken,
    and often cannot tell whether it is of the past.
    """

    confidence: float = 0.85
    """None in 24,000 words of sound news."""

    category: ClassVar[Category] = Category.FLUENCY
    cases: ClassVar[tuple[Case, ...]] = (
        Case("The minister [[did not went]] to the funeral.", severity=Severity.MINOR),
        Case("The firm wanted [[to took]] over its rival.", severity=Severity.MINOR),
        Case("The patients [[must to]] wait for a month.", severity=Severity.MINOR),
        Case("The court [[would has]] freed him.", severity=Severity.MINOR),
        Case("The storm [[could becomes]] a hurricane.", severity=Severity.MINOR),
        Case("The party [[should to]] vote in May.", severity=Severity.MINOR),
        Case("He [[must gave]] the money back.", severity=Severity.MINOR),
        Case("The probe [[does not has]] a camera.", severity=Severity.MINOR),
        Case("The striker hoped [[to became]] a coach.", severity=Severity.MINOR),
        Case("The army [[cannot took]] the hill.", severity=Severity.MINOR),
        Case("The rate [[should could]] fall by May.", severity=Severity.MINOR),
        Case("It is a must to visit; he has a will to live.", why="nouns"),
        Case("They did all they could to help.", why="a clause cut short"),
        Case("The price fell to was-once levels.", why="joined by a hyphen"),
        Case("He said “I must”, took his coat and left.", why="a quotation between"),
        Case("What he did was wrong, and what he did went unseen.", why="a clause as the subject"),
        Case("The man she looked up to took the prize.", why="a stranded preposition"),
        Case("He ought to go, and used to say so.", why="what has a “to”"),
        Case("They came to; took stock; left.", why="behind a mark"),
        Case("The place he went to became a park.", why="a stranded preposition"),
        Case("He did, however, not go.", why="the base form"),
        Case("The people they spoke to gave no names.", why="a stranded preposition"),
    )

    def __call__(self, text: Parsed) -> Iterator[Suspicion]:
        """Helpers before a form that they cannot have."""
        for side in prose(text):
            for k in range(len(side) - 1):
                where = _broken(side, k)
                if where:
                    yield symptom(
                        side,
                        where,
                        Severity.MINOR,
                        "These forms cannot stand together: “{}”.",
                        "The verb has the form that another language gives it here.",
                        self.confidence,
                    )


def _broken(side: Sequence[Word], k: int) -> range | None:
    """The helper k with the form behind it, if they cannot stand together."""
    form, after = side[k].form, k + 1
    if not is_plain(side[k]) or is_hyphened(side, k) or (k and side[k - 1].form in DETERMINERS):
        return None
    negated = side[after].form == "not" and after + 1 < len(side)
    verb = side[after + 1] if negated else side[after]
    where = range(k, after + 1 + negated)
    if not is_plain(verb) or not verb.spaced or is_hyphened(side, where[-1]):
        return None
    if form in OUGHT and verb.form == "to":
        base = side[where.stop] if where.stop < len(side) else None
        return where if base and "v" in parts_of_speech(base.form) else None
    if form in MUST or (negated and AUXILIARIES.get(form) == "do"):
        return where if verb.form in PAST | THIRD | MUST else None
    return where if form == "to" and not negated and verb.form in PAST and _governed(side, k) else None


GOVERNING = members("verb-complements", "infinitive")
"""Words that have an infinitive behind them, so that the "to" is no stranded preposition."""


def _governed(side: Sequence[Word], k: int) -> bool:
    """Whether what stands before the "to" calls for an infinitive."""
    before = side[k - 1].form if k else ""
    return before in GOVERNING or any(part == "v" and base in GOVERNING for part, base in lemmas(before))
