"""Term reworded: a compound with other words in it than its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import became, both
from mtaudit.detectors.pair.terms._wording import (
    Rewording,
    features,
    is_firm,
    is_qualified,
    rewordings,
    synonymy_of_one,
    without_verbs,
)
from mtaudit.lexicon.closed_class import content
from mtaudit.lexicon.speech import is_speech
from mtaudit.model.fitted import load
from mtaudit.mqm import Category, Severity
from mtaudit.pair.bead import steadiness
from mtaudit.records import ComparedBead, Comparison, Suspicion

IN_CONTEXT, BY_LEXICON = 2.0, -1.0
"""Log-odds by which a compound with a changed word is likelier ruined in a copy than in what the models were fitted on.

With a language model, which tells synonyms in their place, as many as keep nine in ten findings on the hybrid copies of
the round-trip corpus right; without one the lexicon errs on the quiet side.
"""


AROUND = 8
"""Words and marks around a term from which it shows whether the sentence was kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermReworded:
    """A term has another word in it than its own, so that it is the term no longer.

    "Surface area" is a quantity, "surface region" is a place; "junior debt" is paid last, "young debt" is nothing.
    A term of several words names one thing, and even a word that is otherwise a synonym makes it another or none.
    Machine translation and programs that spin synonyms exchange such words one by one. This detector judges what no
    other one claims. The meaning can often still be guessed: such a finding is minor. Its confidence is a
    probability, from how the words stand together, how rare they are, what relates old and new ones and how alike
    they are in context. `training/term_reworded.py` made the weights, from terms that were found ruined in papers
    (Problematic Paper Screener), against edits of summaries that people called harmless (SummEdits) and two sound
    translations of one text.
    """

    term: float = 0.47
    """Probability from which a compound counts as a ruined term."""

    qualified: float = 0.9
    """The same where a noun behind adjectives alone became a synonym ("planned shutdown", "planned closing")."""

    loose: float = 0.92
    """The same of a single word, and of a phrase that does not end in a noun."""

    synonym: float = 0.98
    """The same where one word became another that stands for it nearly everywhere ("drinkable", "potable").

    With these four 94.7 % of the ruined terms of the half to report on are found in sentences, at 9 more false alarms
    and 27 more errors found on all hybrid copies of the round-trip corpus; of the edits of summaries that people call
    harmless 15 % are told too. With 0.6, 0.9, 0.92 and 0.98 it is 93.7 % at 5, 24 and 12 %; with 0.38, 0.9, 0.92 and
    0.98 95.3 % at 13, 28 and 18 %.
    """

    verbatim: float = 0.97
    """Share of the other words that must have been kept for such a term to be a minor finding; else it is a remark.

    Who rewords a sentence rewords its compounds too: of 200 pairs of sound translations 15 % had such a finding and no
    other where the rest was not looked at, 1 % have now, and of the ruined terms one in a hundred is lost.
    """

    steady: float = 0.85
    """Share from which a sentence was nearly kept."""

    nearly_kept: float = 0.3
    """How far above what is needed the probability must lie in such a sentence."""

    rewritten: float = 0.45
    """The same in any other; a single word or a near synonym is then never more than a remark."""

    nearly: float = 0.1
    """Synonymy (see `mtaudit.lexicon.wordnet.synonymy`) from which a noun behind adjectives became a synonym."""

    freely: float = 0.5
    """Synonymy from which a word stands for another nearly everywhere."""

    category: ClassVar[Category] = Category.TERM
    general: ClassVar[bool] = True
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "The lab relies on [[pattern recognition]].",
            "The lab relies on [[design acknowledgement]].",
            severity=Severity.MINOR,
        ),
        Case(
            "The drug slows [[bone resorption]] in mice.",
            "The drug slows [[osseous reuptake]] in mice.",
            severity=Severity.MINOR,
        ),
        Case(
            "The coach praised the [[offside trap]].",
            "The coach praised the [[offside snare]].",
            severity=Severity.MINOR,
        ),
        Case(
            "The clinic treats [[retinal detachment]].",
            "The clinic treats [[retinal aloofness]].",
            severity=Severity.MINOR,
        ),
        Case("The fund uses [[risk hedging]].", "The fund uses [[hazard fencing]].", severity=Severity.MINOR),
        Case(
            "The vote used [[ranked choice voting]].",
            "The vote used [[graded option polling]].",
            severity=Severity.MINOR,
        ),
        Case("The plant makes a [[silicon wafer]].", "The plant makes a [[silicon biscuit]].", severity=Severity.MINOR),
        Case(
            "Voters asked about [[nuclear fusion]].", "Voters asked about [[atomic merger]].", severity=Severity.MINOR
        ),
        Case(
            "The radar measures [[wind turbulence]].", "The radar measures [[breeze unrest]].", severity=Severity.MINOR
        ),
        Case(
            "The army tested a [[guidance computer]].",
            "The army tested a [[counsel calculator]].",
            severity=Severity.MINOR,
        ),
        Case(
            "Sprinters trained their [[muscle fibres]].",
            "Sprinters trained their [[muscle strands]].",
            severity=Severity.MINOR,
        ),
        Case("The phone company cut its prices.", "The telephone firm cut its prices.", why="an everyday compound"),
        Case("Heavy rain fell on the valley.", "Strong rain fell on the valley.", why="an everyday adjective"),
        Case("A senior official left the talks.", "A high-ranking official left the talks."),
        Case("The new law takes effect in May.", "The new statute takes effect in May."),
        Case("Police searched the large building.", "Police searched the big building."),
        Case("The striker missed an easy chance.", "The striker missed a simple chance."),
        Case("The rescue team reached the village.", "The rescue squad reached the village."),
        Case("Doctors praised the quick response.", "Doctors praised the rapid response."),
        Case("The candidate thanked many people.", "The candidate thanked many persons."),
        Case("The town has clean drinking water.", "The town has pure drinking water."),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Compounds with changed words that are probably terms."""
        model = load("term-reworded" if comparison.contextual else "term-reworded-lexical")
        raised = IN_CONTEXT if comparison.contextual else BY_LEXICON
        for bead in comparison.beads:
            for found in rewordings(bead):
                ruined = model(features(bead, found), raised)
                least = self._least(bead, found)
                if ruined >= least and not _is_said(bead, found):
                    yield _suspicion(bead, found, ruined, self._severity(bead, found, ruined - least))

    def _severity(self, bead: ComparedBead, found: Rewording, margin: float) -> Severity:
        """Minor in a sentence that was kept; where less of it was, the term must be likelier ruined than need be."""
        kept = _kept(bead, found)
        needed = 0.0 if kept >= self.verbatim else self.nearly_kept if kept >= self.steady else self.rewritten
        is_sure = margin >= needed
        return Severity.MINOR if is_sure else Severity.NEUTRAL

    def _least(self, bead: ComparedBead, found: Rewording) -> float:
        alike = synonymy_of_one(bead, found)
        if alike >= self.freely:
            return self.synonym
        if not is_firm(bead, found):
            return self.loose
        return self.qualified if alike >= self.nearly and is_qualified(bead, found) else self.term


def _kept(bead: ComparedBead, found: Rewording) -> float:
    """How much of the sentence around the changed words was kept; of a text that is hardly more than they are, all."""
    around = len(bead.original) - len(found.lost)
    return steadiness(bead, found.lost, found.gained) if around >= AROUND else 1.0


def _is_said(bead: ComparedBead, found: Rewording) -> bool:
    """Whether the changed words are but verbs of speech, which stand for each other."""
    sides = ([bead.original[k] for k in found.lost], [bead.copy[k] for k in found.gained])
    return all(is_speech(word.form) for side in sides for word in content(side))


def _suspicion(bead: ComparedBead, found: Rewording, ruined: float, severity: Severity) -> Suspicion:
    was, now = both(bead, *without_verbs(bead, found))
    means = (
        "The words belong together as a term, and with others in their place it is the term no longer."
        if len(was) > 1
        else "The new word does not stand for the old one everywhere, and perhaps not here."
    )
    return became(was, now, severity, means, round(ruined, 4))
