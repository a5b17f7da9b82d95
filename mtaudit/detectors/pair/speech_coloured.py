"""Speech coloured: a plain "said" became a verb that judges the speaker, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.lingua.speech import Stance, speaks, stance
from mtaudit.mqm import Category, Severity
from mtaudit.records import ComparedBead, Comparison, Difference, DifferenceKind, Suspicion, Word

COMMITTING = frozenset((Stance.CONFESSING, Stance.BOASTING, Stance.THREATENING, Stance.LYING))
"""Verbs that say of a speaker what the speaker may never have done."""

EFFECT = {
    Stance.NEUTRAL: "The verb takes no side.",
    Stance.ASSERTING: "The verb lets the speaker stand against a doubt.",
    Stance.DOUBTFUL: "The verb casts doubt on what is said.",
    Stance.CONCEDING: "The verb lets the speaker give way.",
    Stance.CONFESSING: "The verb makes the statement an admission of guilt or fault.",
    Stance.BOASTING: "The verb makes the speaker a boaster.",
    Stance.THREATENING: "The verb makes the statement a threat.",
    Stance.COMPLAINING: "The verb makes the statement a complaint.",
    Stance.LYING: "The verb makes the statement a lie.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechColoured:
    """The verb of a statement says more, or less, about the speaker than the original's.

    "Said" takes no side; "admitted" makes a confession of it, "threatened" a threat, "boasted" a braggart of the
    speaker: major, since the outlet now judges. "Claimed" casts doubt, "insisted" and "conceded" hint at a dispute:
    minor, and so is the loss of any colour. "Stated", "told", "added", "noted" and other plain verbs stand for one
    another, as do verbs of the same colour.
    """

    category: ClassVar[Category] = Category.ATTRIBUTION
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case("The driver [[said]] he had seen the light.", "The driver [[admitted]] he had seen the light."),
        Case("“We closed the plant,” Hale [[said]].", "“We closed the plant,” Hale [[boasted]]."),
        Case("The union [[said]] it would strike in May.", "The union [[threatened]] it would strike in May."),
        Case("She [[says]] the pill works.", "She [[claims]] the pill works."),
        Case("Brook [[said]] the goal was valid.", "Brook [[insisted]] the goal was valid."),
        Case("The minister [[added]] that taxes rose.", "The minister [[conceded]] that taxes rose."),
        Case("The clerk [[admitted]] that he opened the safe.", "The clerk [[said]] that he opened the safe."),
        Case("Rebels [[alleged]] that the army used gas.", "Rebels [[stated]] that the army used gas."),
        Case("Farmers [[said]] the flood aid came late.", "Farmers [[complained]] the flood aid came late."),
        Case("The coach [[wrote]] that he was ill.", "The coach [[pretended]] that he was ill."),
        Case("The driver said he saw it.", "The driver stated he saw it.", "plain verbs"),
        Case("“We won,” Hale said.", "“We won,” Hale added.", "plain verbs"),
        Case("The firm noted that sales fell.", "The firm reported that sales fell.", "plain verbs"),
        Case("She admitted that she took it.", "She confessed that she took it.", "the same colour"),
        Case("He was told that he could go.", "He was admitted and he could go.", "a passive, and no statement"),
        Case("The court heard two reports.", "The court heard two claims.", "nouns"),
        Case("The thief, they said, fled.", "The alleged thief fled.", "an adjective"),
        Case("Police said that rain fell.", "Police said it rained.", "the same verb"),
        Case("He claimed the prize in Oslo.", "He collected the prize in Oslo.", "no statement"),
        Case("She insisted that he go.", "She maintained that he go.", "the same colour"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Replaced verbs of speech that colour what is said otherwise."""
        for bead in comparison.beads:
            for difference in bead.differences:
                if difference.kind is DifferenceKind.REPLACED:
                    yield from _in_difference(bead, difference)


def _in_difference(bead: ComparedBead, difference: Difference) -> Iterator[Suspicion]:
    lost = _verbs(bead.original, difference.original)
    gained = _verbs(bead.copy, difference.copy)
    if len(lost) != 1 or len(gained) != 1:
        return
    was, became = bead.original[lost[0]], bead.copy[gained[0]]
    before, after = stance(was.form), stance(became.form)
    if before is None or after is None or before is after:
        return
    grave = after in COMMITTING
    yield Suspicion(
        original=was.span,
        copy=became.span,
        severity=Severity.MAJOR if grave else Severity.MINOR,
        message=f"“{was.text}” became “{became.text}”.",
        explanation=EFFECT[after],
        confidence=0.8 if grave else 0.6,
    )


def _verbs(side: Sequence[Word], where: range) -> list[int]:
    """Where verbs of speech stand."""
    return [k for k in where if stance(side[k].form) and speaks(side, k)]
