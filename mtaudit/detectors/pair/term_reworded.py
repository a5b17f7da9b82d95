"""Term reworded: a compound with other words in it than its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.calibration import load
from mtaudit.detectors.base import Case
from mtaudit.detectors.terms import Rewording, features, is_firm, is_synonym, rewordings
from mtaudit.lingua.words import excerpt
from mtaudit.mqm import Category, Severity
from mtaudit.records import ComparedBead, Comparison, Suspicion

REWORDED = 2.0
"""Log-odds by which a compound with a changed word is likelier ruined in a copy than in what the model was fitted on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermReworded:
    """A term has another word in it than its own, so that it is the term no longer.

    "Surface area" is a quantity, "surface region" is a place; "junior debt" is paid last, "young debt" is nothing. A
    term of several words names one thing, and even a word that is otherwise a synonym makes it another or none. Machine
    translation and programs that spin synonyms exchange such words one by one. This detector judges what no other one
    claims. The meaning can often still be guessed: such a finding is minor. Its confidence is a
    probability, from how the words stand together, how rare they are, what relates old and new ones and how alike they
    are in context. `training/term_reworded.py` made the weights, from terms that were found ruined in papers
    (Problematic Paper Screener), against edits of summaries that people called harmless (SummEdits) and two sound
    translations of one text.
    """

    term: float = 0.5
    """Probability from which a compound counts as a ruined term."""

    loose: float = 0.97
    """The same of a single word, and of a phrase that does not end in a noun."""

    synonym: float = 0.99
    """The same where one word became another that stands for it nearly everywhere ("drinkable", "potable")."""

    freely: float = 0.5
    """Synonymy from which it does (see `mtaudit.lingua.wordnet.synonymy`)."""

    category: ClassVar[Category] = Category.TERM
    general: ClassVar[bool] = True
    cases: ClassVar[tuple[Case, ...]] = ()

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Compounds with changed words that are probably terms."""
        model = load("term-reworded" if comparison.contextual else "term-reworded-lexical")
        for bead in comparison.beads:
            for found in rewordings(bead):
                ruined = model(features(bead, found), REWORDED)
                if ruined >= self._least(bead, found):
                    yield _suspicion(bead, found, ruined)

    def _least(self, bead: ComparedBead, found: Rewording) -> float:
        if is_synonym(bead, found, self.freely):
            return self.synonym
        return self.term if is_firm(bead, found) else self.loose


def _suspicion(bead: ComparedBead, found: Rewording, ruined: float) -> Suspicion:
    lost = excerpt([bead.original[k] for k in found.original])
    gained = excerpt([bead.copy[k] for k in found.copy])
    return Suspicion(
        original=bead.original_span(found.original),
        copy=bead.copy_span(found.copy),
        severity=Severity.MINOR,
        message=f"“{lost}” became “{gained}”.",
        explanation="The words belong together as a term, and with others in their place it is the term no longer.",
        confidence=round(ruined, 4),
    )
