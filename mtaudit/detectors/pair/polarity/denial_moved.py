"""Denial moved: "did not say that he would stay" became "said that he would not stay"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import became
from mtaudit.lexicon import tables
from mtaudit.lexicon.closed_class import ADVERBS, AUXILIARIES, MODALS, is_function_word
from mtaudit.lexicon.wordnet import lemma, parts_of_speech
from mtaudit.mqm import Category, Severity
from mtaudit.pair.bead import steadiness
from mtaudit.records import ComparedBead, Comparison, Suspicion, Word
from mtaudit.text.verb_groups import same_verb

RAISING = tables.words("raising-verbs")
"""Verbs whose denial is that of the verb below them: "does not think it will rain", "thinks it will not rain"."""

REACH = 4
"""Words behind a negator within which its verb stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DenialMoved:
    """The same denial stands with another verb, so that what was affirmed is denied and the other way round.

    "Did not say that he would stay" leaves open what "said that he would not stay" announces. Languages set their
    negators in other places, and a machine carries them across a clause. The reader is misled about whether: critical.
    Both verbs must stand on both sides. Verbs that pass their denial on ("does not think it will rain") are spared, and
    so is a denial lost or put in, which has its own detectors.
    """

    close: float = 0.5
    """Share of the other words that must have been kept; both verbs are found again in any case."""

    category: ClassVar[Category] = Category.POLARITY
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "The keeper did [[not]] say that he would stay.",
            "The keeper said that he would [[not]] stay.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The judge did [[not]] order the firm to pay.",
            "The judge ordered the firm [[not]] to pay.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The minister promised [[not]] to raise fares.",
            "The minister did [[not]] promise to raise fares.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "Doctors did [[not]] advise her to travel.",
            "Doctors advised her [[not]] to travel.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The fund has [[not]] agreed to sell.", "The fund has agreed [[not]] to sell.", severity=Severity.CRITICAL
        ),
        Case(
            "The army did [[not]] claim that it fired.",
            "The army claimed that it did [[not]] fire.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The probe did [[not]] show that ice melts.",
            "The probe showed that ice does [[not]] melt.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The voters who came did [[not]] pay.", "The voters who did [[not]] come paid.", severity=Severity.CRITICAL
        ),
        Case(
            "The league did [[not]] warn that clubs could fold.",
            "The league warned that clubs could [[not]] fold.",
            severity=Severity.CRITICAL,
        ),
        Case("Experts do not think it will rain.", "Experts think it will not rain.", why="the denial is passed on"),
        Case("He does not seem to know.", "He seems not to know."),
        Case(
            "The keeper did not say why he left.",
            "The keeper said nothing of why he left.",
            why="denied with the same verb",
        ),
        Case("The fund has not agreed to sell.", "The fund hasn’t agreed to sell."),
        Case("She did not expect to win.", "She expected not to win."),
        Case(
            "The judge did not order it, and the firm paid.",
            "The firm paid; the judge did not order it.",
            why="moved whole",
        ),
        Case("The army did not fire, it claimed.", "The army claimed it did not fire.", why="the same verb"),
        Case("Not paying is a crime.", "It is a crime not to pay."),
        Case("It does not look like rain.", "It looks like there will be no rain."),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Negators whose verb stands undenied on the other side, where another verb is denied instead."""
        for bead in comparison.beads:
            if bead.original and bead.copy and bead.differences and bead.bead.kind == "matched":
                yield from self._in_bead(bead)

    def _in_bead(self, bead: ComparedBead) -> Iterator[Suspicion]:
        mine, theirs = _denied(bead.original), _denied(bead.copy)
        if not mine or len(mine) != len(theirs):
            return
        partner = {k.original: k.copy for k in bead.links if _one_verb(bead, k.original, k.copy)}
        gone = [(verb, k) for verb, k in mine.items() if partner.get(verb, -1) >= 0 and partner[verb] not in theirs]
        denied = {partner[verb] for verb in mine if verb in partner}
        found = set(partner.values())
        new = [(verb, k) for verb, k in theirs.items() if verb in found and verb not in denied]
        if len(gone) != 1 or len(new) != 1:
            return
        if any(
            lemma(side[verb].form) in RAISING for side, verb in ((bead.original, gone[0][0]), (bead.copy, new[0][0]))
        ):
            return
        i, j = gone[0][1], new[0][1]
        if steadiness(bead, range(i, i + 1), range(j, j + 1)) >= self.close:
            yield became(
                (bead.original[i],),
                (bead.copy[j],),
                Severity.CRITICAL,
                "What the original denies the copy leaves standing, and it denies what the original does not.",
                0.8,
                message="“{1}” denies another verb than in the original.",
            )


def _one_verb(bead: ComparedBead, i: int, j: int) -> bool:
    a, b = bead.original[i].form, bead.copy[j].form
    return "v" in parts_of_speech(a) and same_verb(a, b)


def _denied(side: Sequence[Word]) -> dict[int, int]:
    """Verb → the "not" or "never" that denies it."""
    found: dict[int, int] = {}
    for k, word in enumerate(side):
        if word.form not in ("not", "never") or (k + 1 < len(side) and side[k + 1].form == "only"):
            continue
        for verb in range(k + 1, min(len(side), k + 1 + REACH)):
            form = side[verb].form
            if not is_function_word(form) and "v" in parts_of_speech(form):
                found.setdefault(verb, k)
                break
            if form not in AUXILIARIES and form not in MODALS and form not in ADVERBS and form != "to":
                break
    return found
