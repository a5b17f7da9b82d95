"""Modality changed: "may" becomes "will", "alleged" becomes "proven"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import became, both, lost
from mtaudit.lexicon.modality import HEDGES, LIKELY, POSSIBLE, changed, strength
from mtaudit.lexicon.speech import SOURCES
from mtaudit.lexicon.wordnet import Relation, kindred, relation
from mtaudit.mqm import Category, Severity
from mtaudit.pair.bead import changed_words, steadiness, turned
from mtaudit.records import ComparedBead, Comparison, DifferenceKind, Link, Suspicion
from mtaudit.text.verb_groups import REPORTED, Mood, VerbGroup, paired, told_apart

FORBIDDING, NEEDING = (
    frozenset("must may can cannot shall".split()),
    frozenset("need needs needed required obliged".split()),
)
"""Words of a verb group that with "not" forbid, and that with "not" leave free."""

MANY = 12
"""Words of a bead's replaced phrases among which a lost hedge is looked for in another form."""

UNLIKE = {
    (Mood.REPORTED, Mood.FACT): Severity.MAJOR,
    (Mood.POSSIBLE, Mood.FACT): Severity.MAJOR,
    (Mood.OBLIGED, Mood.FACT): Severity.MAJOR,
    (Mood.FACT, Mood.POSSIBLE): Severity.MAJOR,
    (Mood.FACT, Mood.OBLIGED): Severity.MAJOR,
    (Mood.REPORTED, Mood.FUTURE): Severity.MAJOR,
    (Mood.LIKELY, Mood.FUTURE): Severity.MINOR,
    (Mood.FACT, Mood.REPORTED): Severity.MINOR,
}
"""Moods of a verb in original and copy → how bad the exchange is; what is not here, tense and idiom exchange."""


ACCUSED = frozenset("accused suspected charged".split())
"""Participles that make a deed an accusation."""

UNSURE, IMPOSSIBLE = (["may", "not"], ["might", "not"]), (["cannot"], ["can", "not"], ["could", "not"])
"""What is perhaps not so, and what cannot be."""

DEED = frozenset((Relation.INFLECTION, Relation.SYNONYM))
"""How the verb of an accusation and that of the copy may be related."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModalityChanged:
    """A statement became surer, less sure, or an order.

    "May" and "will", "alleged" and "proven" are not the same news. A machine drops the verb that carries the hedge ("is
    said to have killed", "has killed"), and a suspicion is told as a fact: the sense is changed, major. What only was
    likely told as coming or as possible, and a hedge that was put in, are minor. "Must not" told as "need not" turns
    a ban into a permission: critical. Pairs that tense and idiom exchange freely ("can", "could") are left alone; so
    is a hedge said in another way.
    """

    close: float = 0.75
    """Share of the other words that must have been kept for verbs with unlike helpers to be held against each other."""

    told: float = 0.5
    """The same where the original reports ("is thought to own"): words so telling are not lost in rewording."""

    category: ClassVar[Category] = Category.MODALITY
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case("The storm [[may]] reach the coast.", "The storm [[will]] reach the coast.", severity=Severity.MAJOR),
        Case("The [[alleged]] thief was held.", "The [[convicted]] thief was held.", severity=Severity.MAJOR),
        Case(
            "Troops were [[reportedly]] seen near the border.",
            "Troops were seen near the border.",
            severity=Severity.MAJOR,
        ),
        Case("He said the bank [[would]] pay.", "He said the bank [[must]] pay.", severity=Severity.MAJOR),
        Case("The boss [[is thought to be]] hiding.", "The boss [[is]] hiding.", severity=Severity.MAJOR),
        Case(
            "The drug [[is said to have]] killed two patients.",
            "The drug [[has]] killed two patients.",
            severity=Severity.MAJOR,
        ),
        Case("The senator [[is believed to own]] a bank.", "The senator [[owns]] a bank.", severity=Severity.MAJOR),
        Case("The mine [[appears to be]] empty.", "The mine [[is]] empty.", severity=Severity.MAJOR),
        Case("The probe [[might have]] landed at noon.", "The probe [[has]] landed at noon.", severity=Severity.MAJOR),
        Case(
            "The talks [[are likely to]] fail this time.", "The talks [[will]] fail this time.", severity=Severity.MINOR
        ),
        Case("The club [[must sell]] its keeper.", "The club [[sold]] its keeper.", severity=Severity.MAJOR),
        Case(
            "Drivers [[must not]] stop on the bridge.",
            "Drivers [[do not have to]] stop on the bridge.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "A captain [[accused of burning]] a ship knew.",
            "A captain who [[burned]] a ship knew.",
            severity=Severity.CRITICAL,
        ),
        Case("The envoy [[may not]] be in control.", "The envoy [[cannot]] be in control.", severity=Severity.MAJOR),
        Case("A captain accused of burning a ship knew.", "A captain suspected of having burned a ship knew."),
        Case("The storm could reach the coast.", "The storm might reach the coast."),
        Case("The drug is said to have killed two.", "The drug reportedly killed two.", why="hedged by an adverb"),
        Case("The senator is believed to own a bank.", "The senator is thought to own a bank."),
        Case("The club is going to sell him.", "The club will sell him.", why="one future"),
        Case("Drivers must pay a toll there.", "Drivers pay a toll there.", why="a rule told as usual"),
        Case("The mine seems to be empty.", "The mine appears to be empty."),
        Case("The alleged thief was held.", "The suspected thief was held."),
        Case("She can swim.", "She could swim."),
        Case("Troops were reportedly seen.", "According to reports, troops were seen."),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Linked words of unlike strength, and hedges that were lost."""
        for bead in comparison.beads:
            yield from self._exchanged(bead)
            yield from _accused(bead)
            yield from _ruled_out(bead)
            told = list(self._told(bead))
            yield from told
            taken = [s.original for s in told if s.original]
            for suspicion in self._lost(bead):
                if suspicion.original and not any(suspicion.original.overlaps(span) for span in taken):
                    yield suspicion

    def _exchanged(self, bead: ComparedBead) -> Iterator[Suspicion]:
        for link in bead.links:
            a, b = bead.original[link.original], bead.copy[link.copy]
            if a.form != b.form and changed(a.form, b.form):
                if _softened(bead, link):
                    continue
                likely = {strength(a.form), strength(b.form)} == {POSSIBLE, LIKELY}
                severity = Severity.MINOR if likely else Severity.MAJOR
                means = "The statement is surer or less sure, or an order, where the original's was not."
                yield became((a,), (b,), severity, means, 0.8)

    def _told(self, bead: ComparedBead) -> Iterator[Suspicion]:
        """Verbs told as a fact on one side and as reported, possible or obliged on the other."""
        for a, b in paired(bead):
            severity = Severity.CRITICAL if _bans(bead, a, b) else UNLIKE.get((a.mood, b.mood))
            if (
                _only_hedges(bead, a, b)
                or severity is None
                or (severity is not Severity.CRITICAL and _fact(a, b))
                or steadiness(bead, a.words, b.words) < (self.told if a.mood is Mood.REPORTED else self.close)
            ):
                continue
            if Mood.FACT not in (a.mood, b.mood) or not _hedges(bead if b.mood is Mood.FACT else turned(bead)):
                means = f"What the original tells as {a.mood} the copy tells as {b.mood}."
                yield became(*both(bead, *told_apart(bead, a, b)), severity, means, 0.75)

    def _lost(self, bead: ComparedBead) -> Iterator[Suspicion]:
        hedged = any(
            w.form in HEDGES or w.form in ("reports", "report", "claims", "appears", "seems") for w in bead.copy
        )
        gained = [w.form for d in bead.differences for w in bead.gained(d) if d.kind is DifferenceKind.REPLACED]
        for difference in bead.differences:
            if difference.kind is DifferenceKind.OMITTED and not hedged:
                words = [w for w in bead.lost(difference) if not w.is_punctuation]
                told = [w for w in words if w.form in REPORTED]
                if any(kindred(w.form, form) for w in words[:1] for form in gained[:MANY]):
                    continue
                if (len(words) == 1 and words[0].form in HEDGES) or (
                    told and [w.form for w in words][-2:] == ["to", "be"]
                ):
                    means = "What was a suspicion or a report reads as a plain fact."
                    yield lost(words, Severity.MAJOR, means, 0.75, message="“{}” was lost.")


def _accused(bead: ComparedBead) -> Iterator[Suspicion]:
    """Deeds of which someone is accused, and which the copy tells as done: "accused of burning", "who burned"."""
    if any(w.form in ACCUSED or w.form in HEDGES for w in bead.copy):
        return
    for link in bead.links:
        i, j = link.original, link.copy
        verb, told = bead.original[i].form, bead.copy[j].form
        charged = i > 1 and bead.original[i - 1].form in ("of", "with") and bead.original[i - 2].form in ACCUSED
        if charged and verb.endswith("ing") and verb != told and relation(verb, told) in DEED:
            means = "What someone is accused of is told as what he did."
            yield became(bead.original[i - 2 : i + 1], (bead.copy[j],), Severity.CRITICAL, means, 0.85)


def _ruled_out(bead: ComparedBead) -> Iterator[Suspicion]:
    """What may not be so, told as what cannot be: "may not be in control"; of what one may do they say the same."""
    for difference in bead.differences:
        lost = [w.form for w in bead.lost(difference)]
        gained = [w.form for w in bead.gained(difference)]
        behind = bead.copy[difference.copy.stop].form if difference.copy.stop < len(bead.copy) else ""
        if lost in UNSURE and gained in IMPOSSIBLE and behind in ("be", "have"):
            means = "What is perhaps not so is told as impossible."
            yield became(bead.lost(difference), bead.gained(difference), Severity.MAJOR, means, 0.75)


def _softened(bead: ComparedBead, link: Link) -> bool:
    """Whether a word behind the surer of two makes up for it: "will possibly miss", "could miss"."""
    behind = (*bead.original[link.original + 1 : link.original + 3], *bead.copy[link.copy + 1 : link.copy + 3])
    return any(strength(w.form) == POSSIBLE for w in behind)


def _only_hedges(bead: ComparedBead, a: VerbGroup, b: VerbGroup) -> bool:
    """Whether the two groups differ by hedges alone, which are looked at word by word."""
    mine, theirs = (
        [side[k].form for k in g.words if side[k].form not in HEDGES]
        for side, g in ((bead.original, a), (bead.copy, b))
    )
    return mine == theirs


def _bans(bead: ComparedBead, a: VerbGroup, b: VerbGroup) -> bool:
    """Whether one side forbids it and the other only does not demand it: "must not", "does not have to"."""
    forms = [{side[k].form for k in g.words} for side, g in ((bead.original, a), (bead.copy, b))]
    if not all("not" in said or "cannot" in said for said in forms):
        return False
    free = [("have" in said and "to" in said) or not NEEDING.isdisjoint(said) for said in forms]
    return free[0] != free[1] and any(not FORBIDDING.isdisjoint(said) for said in forms)


def _fact(a: VerbGroup, b: VerbGroup) -> bool:
    """Whether the fact is no finite verb, or a duty is told as usual: "must pay", "pays"."""
    facts = [g for g in (a, b) if g.mood is Mood.FACT]
    duty = Mood.OBLIGED in (a.mood, b.mood)
    return any(g.time is None or (duty and not g.over) for g in facts)


def _hedges(bead: ComparedBead) -> bool:
    """Whether a difference brings to the copy a word that hedges."""
    return any(w.form in HEDGES or w.form in SOURCES for w in changed_words(bead))
