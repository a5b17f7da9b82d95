"""Phrase mistranslated: a phrase became one that does not say the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import became
from mtaudit.detectors.pair._replacement import Abroad, abroad, features, judgeable
from mtaudit.model.fitted import load
from mtaudit.mqm import Category, Severity
from mtaudit.records import ComparedBead, Comparison, Difference, Suspicion

REWORDED, IN_PLACE, UNRELATED, NOUNS_APART = 0.7, 1.2, 1.8, 2.45
"""Log-odds by which a replacement is likelier an error in a copy than in the translations that the model comes from.

There everything is worded anew, and one in eight is an error; of the hybrid copies of the round-trip corpus, where the
rest was kept, 38 in 100 are: 59 % of those in place between words that the lexicon knows and does not relate, 61 %
where these are nouns far from each other, 20 % of others in place. That verbs and adjectives stand in for each other
more freely than nouns shows in corpora/.
"""

ABROAD = {Abroad.APART: 1.0, Abroad.TOGETHER: -1.5, Abroad.UNKNOWN: 0.0}
"""Log-odds by which it is likelier where a word of another language has both phrases in senses apart, and less likely
where words of two have them in one sense. In the hybrid copies the first is so for one error in four and one harmless
synonym in fifteen, the second for one error in a hundred and one harmless synonym in ten. Not all of these odds (1.3,
-2.6) is taken: from 1.5 on a tenth of the synonyms is flagged, and hardly an error more is found."""

MEANS = "The two do not say the same here; probably another sense of a word was translated."

VERBATIM = 0.9
"""Closeness of a sentence in which a replaced phrase stands alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseMistranslated:
    """A phrase was replaced by one that, in its place, does not say the same.

    A word with two senses comes back in the wrong one: a legal "case" as "business", a social network's "posts"
    as "articles", "equities" as "actions". This detector judges what no equivalence explains and no other detector
    claims. Its confidence is the probability of a grave error, from a few features: how alike the two phrases are in
    context, whether the words found a counterpart elsewhere in the sentence, what relates them in WordNet, capitals,
    figures, how long they are, and whether they are quoted. The weights come from what experts marked in translations
    of news (WMT 2020 and 2021, MQM) and from edits of summaries that people called harmless or not (SummEdits);
    `training/phrase_mistranslated.py` made them. Where a word of another language has both phrases in senses apart, as
    French “affaire” has “case” and “business”, an error is likelier; where several have them in one sense, less likely.
    Without a language model the lexicon judges alone, and less surely.
    """

    major: float = 0.68
    """Probability of a grave error from which the finding is major: at 0.65 a harmless edit of the sample pair is."""

    alone: float = 0.64
    """The same, with a language model, where all but a word in ten of the sentence was kept: of what DEMETR calls
    critical nine in ten are then graver than minor, and of sound translations (human_refs) one in nine has such a
    finding."""

    minor: float = 0.6
    """Probability from which it is minor. Of all findings on the hybrid copies of the round-trip corpus 90 % are then
    right, and 74 % of the errors found; of those on corpora/ 94 %, and 84 % with 0.54. Harmless edits raise 0.2
    findings per 1,000 words."""

    remark: float = 0.3
    """Probability from which it is a remark (neutral); below it the phrase was merely reworded."""

    kept: float = 0.75
    """Closeness of a sentence below which no finding is graver than minor."""

    category: ClassVar[Category] = Category.MISTRANSLATION
    general: ClassVar[bool] = True
    cases: ClassVar[tuple[Case, ...]] = (
        Case("Users flagged the [[posts]] in May.", "Users flagged the [[sticks]] in May.", severity=Severity.MAJOR),
        Case("The [[match]] ended without goals.", "The [[party]] ended without goals.", severity=Severity.MAJOR),
        Case(
            "Doctors closed the [[ward]] at noon.",
            "Doctors closed the [[district]] at noon.",
            severity=Severity.NEUTRAL,
        ),
        Case("The court quashed the [[sentence]].", "The court quashed the [[phrase]].", severity=Severity.MAJOR),
        Case("The firm paid the [[fine]].", "The firm paid the [[end]].", severity=Severity.MINOR),
        Case("The [[crane]] lifted the beam.", "The [[bird]] lifted the beam.", severity=Severity.MINOR),
        Case(
            "The hospital opened a new [[wing]].", "The hospital opened a new [[feather]].", severity=Severity.NEUTRAL
        ),
        Case("The firm has no [[standing]] to sue.", "The firm has no [[quality]] to sue.", severity=Severity.NEUTRAL),
        Case(
            "The players are [[rated]] by experts.",
            "The players are [[nominal]] by experts.",
            severity=Severity.NEUTRAL,
        ),
        Case("The crowd cheered the mayor.", "The audience cheered the mayor.", why="near in sense"),
        Case("The doctor treated the wound.", "The doctor treated the injury.", why="near in sense"),
        Case("The army took the town.", "The army seized the town."),
        Case("Prices climbed in the spring.", "Prices rose in the spring."),
        Case("The report praised the teachers.", "The study praised the teachers."),
        Case("The ship reached the harbour.", "The ship reached the port."),
        Case("Doctors closed the ward at noon.", "Doctors shut the ward at noon."),
        Case("She left the team in May.", "She left the squad in May."),
        Case("He claimed that it was late.", "He alleged that it was late.", why="verbs of speech"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Unexplained replacements of content words by others that are probably wrong."""
        for bead in comparison.beads:
            grave = self.alone if comparison.contextual and bead.closeness >= VERBATIM else self.major
            for difference in bead.differences:
                if difference.equivalence is None and judgeable(bead, difference):
                    raised = ABROAD[abroad(bead, difference)]
                    wrong = _probability(features(bead, difference), raised, contextual=comparison.contextual)
                    if wrong >= self.remark:
                        severity = self._severity(bead, difference, wrong, grave)
                        yield became(bead.lost(difference), bead.gained(difference), severity, MEANS, round(wrong, 4))

    def _severity(self, bead: ComparedBead, difference: Difference, wrong: float, grave: float) -> Severity:
        if wrong >= grave and bead.closeness >= self.kept and not _same_letters(bead, difference):
            return Severity.MAJOR
        return Severity.MINOR if wrong >= self.minor else Severity.NEUTRAL


def _same_letters(bead: ComparedBead, difference: Difference) -> bool:
    """Whether no more than marks and spaces between the letters changed."""
    lost, gained = (
        [c for word in side for c in word.form if c.isalnum()]
        for side in (bead.lost(difference), bead.gained(difference))
    )
    return lost == gained


def _probability(known: Mapping[str, float], raised: float, *, contextual: bool) -> float:
    """That the phrase is wrong here: as the model says it of translations, raised by what is known of copies."""
    model = load("phrase-mistranslated" if contextual else "phrase-mistranslated-lexical")
    if not known["in place"]:
        raised += REWORDED
    elif known["nouns apart"]:
        raised += NOUNS_APART
    else:
        raised += UNRELATED if known["unrelated"] and contextual else IN_PLACE
    return model(known, raised)
