"""Charge changed: another crime, another step of the procedure, or another part in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import became, both
from mtaudit.lexicon.justice import Field, Kind, Told, near, told, wider
from mtaudit.mqm import Category, Severity
from mtaudit.pair.matching_facts import exchanged
from mtaudit.records import ComparedBead, Comparison, Suspicion, Word
from mtaudit.text.negation import negators

CHARGED = frozenset("suspicion count counts alleged allegedly allegation allegations guilty".split())
"""Words beside which a crime is what someone answers for."""

EXPLANATION = {
    Field.CRIME: "The reader is told of another crime than the one that someone answers for.",
    Field.STEP: "The reader is told that the case stands elsewhere than it does.",
    Field.PARTY: "The reader is told of someone with another part in the case.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargeChanged:
    """A crime, a step of a procedure or someone's part in it was exchanged for another.

    Manslaughter is no murder, theft no robbery, and whoever was charged was not convicted. Lexicons hold such words to
    be neighbours, and a machine picks one of them; what it prints accuses or clears someone. Another crime of someone
    who answers for it is critical, and so is whatever tells otherwise whether guilt was found: an arrest, a charge or a
    suspect on the one side, a conviction, a sentence or a culprit, or else an acquittal or a victim, on the other.
    Other steps and other crimes of a kind are major. A wider word that says less ("homicide" for "manslaughter"), an
    arrest told as a detention, a charge as an accusation are minor. Words of one meaning ("indicted", "charged";
    "theft", "larceny"; "blackmail", "extortion") are spared.
    """

    close: float = 0.6
    """Share of the other words that must have been kept: in freer rewordings such words tell of different people."""

    category: ClassVar[Category] = Category.MISTRANSLATION
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "The driver was charged with [[manslaughter]] in May.",
            "The driver was charged with [[murder]] in May.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The clerk was [[charged]] with fraud on Monday.",
            "The clerk was [[convicted]] of fraud on Monday.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The jury [[acquitted]] the nurse after an hour.",
            "The jury [[convicted]] the nurse after an hour.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "Police [[questioned]] the baker about the fire.",
            "Police [[charged]] the baker about the fire.",
            severity=Severity.MAJOR,
        ),
        Case(
            "A photograph of the [[suspect]] hung in the station.",
            "A photograph of the [[culprit]] hung in the station.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The [[witness]] spoke to the police for two hours.",
            "The [[suspect]] spoke to the police for two hours.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The [[robbery]] shocked the quiet village in May.",
            "The [[theft]] shocked the quiet village in May.",
            severity=Severity.MAJOR,
        ),
        Case(
            "He was charged with [[sexual assault]] in June.",
            "He was charged with [[rape]] in June.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "He was released on [[parole]] in the autumn.",
            "He was released on [[bail]] in the autumn.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "Detectives treat the death as [[manslaughter]] for now.",
            "Detectives treat the death as [[homicide]] for now.",
            severity=Severity.MINOR,
        ),
        Case(
            "Two men were [[detained]] near the border.",
            "Two men were [[arrested]] near the border.",
            severity=Severity.MINOR,
        ),
        Case(
            "The [[appeal]] starts in Porto on Monday.",
            "The [[trial]] starts in Porto on Monday.",
            severity=Severity.MAJOR,
        ),
        Case("The clerk was indicted on Monday.", "The clerk was charged on Monday.", why="a formal charge"),
        Case("The man was found not guilty.", "The man was acquitted.", why="one verdict"),
        Case("The man was found guilty of fraud.", "The man was convicted of fraud.", why="one verdict"),
        Case("He served a year in prison.", "He served a year in jail.", why="one place"),
        Case("The gang planned the robbery for weeks.", "The gang planned the hold-up for weeks.", why="one crime"),
        Case("The accused denied the theft.", "The defendant denied the theft.", why="one person"),
        Case("She sued the bank in June.", "She filed suit against the bank in June.", why="one step"),
        Case("He was arrested and charged.", "He was charged and arrested.", why="order"),
        Case("He was not charged in the end.", "He was acquitted in the end.", why="denied on one side"),
        Case("She was in charge of the clinic.", "She was in control of the clinic.", why="no charge"),
        Case("They tried to reach the island.", "They attempted to reach the island.", why="no trial"),
        Case("The mugging left her with a scar.", "The robbery left her with a scar.", why="one crime"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Words of justice in each other's place that say unlike things."""
        for bead in comparison.beads:
            if bead.original and bead.copy and bead.differences:
                yield from self._in_bead(bead)

    def _in_bead(self, bead: ComparedBead) -> Iterator[Suspicion]:
        mine, theirs = told(bead.original), told(bead.copy)
        if not mine or not theirs or _denials(bead.original, mine) != _denials(bead.copy, theirs):
            return
        for field in Field:

            def read(side: Sequence[Word], where: range, field: Field = field) -> list[Told]:
                found = mine if side is bead.original else theirs
                return [t for t in found if t.kind.field is field and _touches(t.words, where)]

            for was, now, kept in exchanged(bead, read):
                fewer = _times(mine, was.kind) > _times(theirs, was.kind)
                if kept >= self.close and fewer and _times(theirs, now.kind) > _times(mine, now.kind):
                    severity = _severity(bead, was.kind, now.kind, mine)
                    yield became(*both(bead, was.words, now.words), severity, EXPLANATION[field], 0.86)


def _touches(words: range, where: range) -> bool:
    return words.start < where.stop and where.start < words.stop


def _times(side: Sequence[Told], kind: Kind) -> int:
    return sum(t.kind == kind for t in side)


def _denials(side: Sequence[Word], found: Sequence[Told]) -> int:
    """How often the sentence denies, but for what belongs to a verdict or a plea ("not guilty")."""
    return sum(all(k not in t.words for t in found) for k in negators(side))


def _severity(bead: ComparedBead, was: Kind, now: Kind, mine: Sequence[Told]) -> Severity:
    if near(was, now) and not wider(was, now):
        return Severity.MINOR
    if was.field is Field.CRIME:
        charged = any(t.kind.standing for t in mine) or any(w.form in CHARGED for w in bead.original)
        return Severity.CRITICAL if charged or was.family != now.family else Severity.MAJOR
    told_of_guilt = was.standing is not None and now.standing is not None
    return Severity.CRITICAL if told_of_guilt and was.standing is not now.standing else Severity.MAJOR
