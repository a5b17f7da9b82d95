"""Speech coloured: a plain "said" became a verb that judges the speaker, or a denial, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import became
from mtaudit.lexicon.speech import ACTS, Stance, speaks, stance, states, tells, turns_round
from mtaudit.mqm import Category, Severity
from mtaudit.pair.bead import changed_words, turned
from mtaudit.records import ComparedBead, Comparison, Difference, DifferenceKind, Suspicion, Word
from mtaudit.text.negation import made_up_for, negators

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

REACH = 6
"""Words behind a verb within which the "to" of a request or an order stands."""

INNOCENT = frozenset("innocent innocence".split())
"""Words by which a plain verb denies: "said he was innocent"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechColoured:
    """The verb of a statement says more, or less, about the speaker than the original's.

    "Said" takes no side; "admitted" makes a confession of it, "threatened" a threat, "boasted" a braggart of the
    speaker: major, since the outlet now judges. "Claimed" casts doubt, "insisted" and "conceded" hint at a dispute:
    minor, and so is the loss of any colour. "Stated", "told", "added", "noted" and other plain verbs stand for one
    another, as do verbs of the same colour. A verb that denies ("disputed", "rejected") for one that tells, claims,
    admits or confirms turns the whole statement round: critical, unless a "not" or a "false" in the statement makes up
    for it. An order for a request to do something, or the reverse, is major.
    """

    category: ClassVar[Category] = Category.ATTRIBUTION
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "The driver [[said]] he had seen the light.",
            "The driver [[admitted]] he had seen the light.",
            severity=Severity.MAJOR,
        ),
        Case(
            "“We closed the plant,” Hale [[said]].", "“We closed the plant,” Hale [[boasted]].", severity=Severity.MAJOR
        ),
        Case(
            "The union [[said]] it would strike in May.",
            "The union [[threatened]] it would strike in May.",
            severity=Severity.MAJOR,
        ),
        Case("She [[says]] the pill works.", "She [[claims]] the pill works.", severity=Severity.MINOR),
        Case("Brook [[said]] the goal was valid.", "Brook [[insisted]] the goal was valid.", severity=Severity.MINOR),
        Case(
            "The minister [[added]] that taxes rose.",
            "The minister [[conceded]] that taxes rose.",
            severity=Severity.MINOR,
        ),
        Case(
            "The clerk [[admitted]] that he opened the safe.",
            "The clerk [[said]] that he opened the safe.",
            severity=Severity.MINOR,
        ),
        Case(
            "Rebels [[alleged]] that the army used gas.",
            "Rebels [[stated]] that the army used gas.",
            severity=Severity.MINOR,
        ),
        Case(
            "Farmers [[said]] the flood aid came late.",
            "Farmers [[complained]] the flood aid came late.",
            severity=Severity.MINOR,
        ),
        Case(
            "The coach [[wrote]] that he was ill.", "The coach [[pretended]] that he was ill.", severity=Severity.MAJOR
        ),
        Case(
            "Prosecutors [[said]] Hale had sold the files.",
            "Prosecutors [[denied]] Hale had sold the files.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The firms [[dispute]] that the pump was old.",
            "The firms [[confirm]] that the pump was old.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The clinic [[rejected]] claims that it hid the deaths.",
            "The clinic [[reported]] claims that it hid the deaths.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The captain [[asked]] passengers to leave the deck.",
            "The captain [[ordered]] passengers to leave the deck.",
            severity=Severity.MAJOR,
        ),
        Case("Hale denied that he knew her.", "Hale said that he did not know her.", why="a denial in other words"),
        Case("Hale denied that he stole it.", "Hale said that it was false that he stole it.", why="a denial"),
        Case("The firm rejected the claim.", "The firm denied the claim.", why="two verbs that deny"),
        Case("They asked for a bus at noon.", "They ordered a bus at noon.", why="no one is told to do anything"),
        Case("The driver said he saw it.", "The driver stated he saw it.", why="plain verbs"),
        Case("“We won,” Hale said.", "“We won,” Hale added.", why="plain verbs"),
        Case("The firm noted that sales fell.", "The firm reported that sales fell.", why="plain verbs"),
        Case("She admitted that she took it.", "She confessed that she took it.", why="the same colour"),
        Case("He was told that he could go.", "He was admitted and he could go.", why="a passive, and no statement"),
        Case("The court heard two reports.", "The court heard two claims.", why="nouns"),
        Case("The thief, they said, fled.", "The alleged thief fled.", why="an adjective"),
        Case("Police said that rain fell.", "Police said it rained.", why="the same verb"),
        Case("He claimed the prize in Oslo.", "He collected the prize in Oslo.", why="no statement"),
        Case("She insisted that he go.", "She maintained that he go.", why="the same colour"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Replaced verbs of speech that colour what is said otherwise."""
        for bead in comparison.beads:
            for difference in bead.differences:
                if difference.kind is DifferenceKind.REPLACED:
                    yield from _in_difference(bead, difference)


def _in_difference(bead: ComparedBead, difference: Difference) -> Iterator[Suspicion]:
    act = _act(bead, difference)
    if act:
        yield act
        return
    lost = _verbs(bead.original, difference.original)
    gained = _verbs(bead.copy, difference.copy)
    if len(lost) != 1 or len(gained) != 1:
        return
    was, now = bead.original[lost[0]], bead.copy[gained[0]]
    before, after = stance(was.form), stance(now.form)
    if before is None or after is None or before is after or not ACTS.isdisjoint((before, after)):
        return
    grave = after in COMMITTING
    yield became((was,), (now,), Severity.MAJOR if grave else Severity.MINOR, EFFECT[after], 0.8 if grave else 0.6)


def _act(bead: ComparedBead, difference: Difference) -> Suspicion | None:
    """A statement that became its denial, a request that became an order, and the reverse."""
    lost = [k for k in difference.original if stance(bead.original[k].form) or tells(bead.original[k].form)]
    gained = [k for k in difference.copy if stance(bead.copy[k].form) or tells(bead.copy[k].form)]
    if len(lost) != 1 or len(gained) != 1:
        return None
    was, now = bead.original[lost[0]], bead.copy[gained[0]]
    stated = states(bead.original, lost[0]) and states(bead.copy, gained[0])
    if turns_round(was.form, now.form) and stated and not _denied_otherwise(bead, was, now):
        return became((was,), (now,), Severity.CRITICAL, "The reader is told the contrary of what was said.", 0.86)
    asked = {stance(was.form), stance(now.form)} == {Stance.ASKING, Stance.ORDERING}
    if asked and _is_to_do(bead.original, lost[0]) and _is_to_do(bead.copy, gained[0]):
        return became((was,), (now,), Severity.MAJOR, "A request is no order: whoever is asked may refuse.", 0.8)
    return None


def _denied_otherwise(bead: ComparedBead, was: Word, now: Word) -> bool:
    """Whether the side whose verb does not deny denies by another word that changed, or has a negator more."""
    if len(negators(bead.original)) != len(negators(bead.copy)):
        return True
    told, verb = (turned(bead), was) if stance(now.form) is Stance.DENYING else (bead, now)
    changed = [w for w in changed_words(told) if w is not verb]
    return made_up_for(changed, ()) or any(w.form in INNOCENT for w in changed)


def _is_to_do(side: Sequence[Word], k: int) -> bool:
    """Whether someone is asked or told to do something: a "to" follows."""
    return any(w.form == "to" for w in side[k + 1 : k + 1 + REACH])


def _verbs(side: Sequence[Word], where: range) -> list[int]:
    """Where verbs of speech stand."""
    return [k for k in where if stance(side[k].form) and speaks(side, k)]
