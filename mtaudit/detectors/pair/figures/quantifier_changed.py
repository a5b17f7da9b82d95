"""Quantifier changed: "some" became "all", "both" became "either", "only" is gone or stands elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import added, became, lost
from mtaudit.lexicon.closed_class import AUXILIARIES, DETERMINERS, MODALS
from mtaudit.lexicon.tables import members
from mtaudit.mqm import Category, Severity
from mtaudit.pair.bead import steadiness
from mtaudit.records import ComparedBead, Comparison, Difference, DifferenceKind, Suspicion, Word
from mtaudit.text.negation import negators

SHARES = ("all", "most", "many", "some", "few", "both", "either")
SHARE = {word: share for share in SHARES for word in members("quantifiers", share)}
"""Quantifier → how many of those in question it takes in."""

SEVERITY = {
    frozenset(pair): severity
    for severity, pairs in (
        (Severity.CRITICAL, (("all", "some"), ("all", "few"), ("most", "few"))),
        (Severity.MAJOR, (("all", "most"), ("all", "many"), ("most", "some"), ("both", "either"))),
        (Severity.MINOR, (("most", "many"),)),
    )
    for pair in pairs
}
"""Two shares → how bad it is to take the one for the other; "many" and "some", "some" and "few" overlap."""

TURNED = {
    frozenset(pair): severity
    for severity, pairs in (
        (Severity.CRITICAL, (("always", "rarely"), ("often", "rarely"))),
        (Severity.MAJOR, (("always", "sometimes"),)),
        (Severity.MINOR, (("always", "often"), ("often", "sometimes"))),
    )
    for pair in pairs
}
"""The same for how often: adverbs are vaguer, and only few cases for many turn the sense round."""

ONLY = members("quantifiers", "only")
LIMITING = members("quantifiers", "only", "limiting")
"""Words by which the other side may say "only" in another way."""

FREQUENCIES = ("always", "often", "sometimes", "rarely")
OFTEN = {adverb: often for often in FREQUENCIES for adverb in members("quantifiers", often)}
"""Adverb → in how many cases, or to what part, something holds."""

LINKING = members("quantifiers", "linking")
"""What may stand between a quantifier and its noun on one side only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantifierChanged:
    """A quantifier or an adverb of how often takes in more or fewer than the original's, or "only" lost its word.

    "Some of the ballots were lost" is a mishap, "all of the ballots were lost" the end of an election. A part told as
    the whole, or back, misleads about how many: critical. "Most" for "some" or "all", "either" for "both" and an "only"
    that is gone, put in, or moved from the doer to the deed ("only doctors may give it", "doctors may only give it")
    are major, "most" for "many" and "a few" for "few" are minor. How often something happens is told by adverbs in the
    same way: "rarely" for "commonly" is critical, "sometimes" for "always" major. "Every" for "all", "a few" for
    "some", "frequently" for "often", "some" before a figure, "the most" of a comparison and an "only" that keeps its
    word are spared.
    """

    close: float = 0.75
    """Share of the other words that must have been kept: in freer rewordings quantifiers belong to other nouns."""

    verbatim: float = 0.9
    """The same for an "only": two human translations set it at different words."""

    category: ClassVar[Category] = Category.MISTRANSLATION
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case("[[Some]] of the ballots were lost.", "[[All]] of the ballots were lost.", severity=Severity.CRITICAL),
        Case(
            "[[Most]] voters in the north backed the tax.",
            "[[Some]] voters in the north backed the tax.",
            severity=Severity.MAJOR,
        ),
        Case(
            "[[Both]] clubs can still reach the final.",
            "[[Either]] club can still reach the final.",
            severity=Severity.MAJOR,
        ),
        Case("The flu spread to [[every]] ward.", "The flu spread to [[several]] wards.", severity=Severity.CRITICAL),
        Case("[[Few]] of the shells hit the town.", "[[All]] of the shells hit the town.", severity=Severity.CRITICAL),
        Case(
            "Banks in [[most]] cities closed early.", "Banks in [[all]] cities closed early.", severity=Severity.MAJOR
        ),
        Case("[[Only]] doctors may give the new drug.", "Doctors may give the new drug.", severity=Severity.MAJOR),
        Case(
            "[[Only]] doctors may give the new drug.",
            "Doctors may [[only]] give the new drug.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The judge heard two of the witnesses.",
            "The judge heard [[only]] two of the witnesses.",
            severity=Severity.MAJOR,
        ),
        Case(
            "[[Many]] glaciers lost half of their ice.",
            "[[All]] glaciers lost half of their ice.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The frost did [[little]] harm to vines.",
            "The frost did a [[little]] harm to vines.",
            severity=Severity.MINOR,
        ),
        Case(
            "The drug is [[commonly]] given in winter.",
            "The drug is [[rarely]] given in winter.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The crowd was [[mostly]] quiet on Sunday.",
            "The crowd was [[hardly]] quiet on Sunday.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The two clubs [[always]] share the money.",
            "The two clubs [[sometimes]] share the money.",
            severity=Severity.MAJOR,
        ),
        Case("The drug is commonly given in winter.", "The drug is often given in winter.", why="as often"),
        Case("The crowd was mostly quiet on Sunday.", "The crowd was largely quiet on Sunday.", why="as much"),
        Case("The drug is often given in winter.", "The drug is not rarely given in winter.", why="denied twice"),
        Case("He rarely wins in the rain.", "He does not often win in the rain.", why="denied"),
        Case("All the houses on the street burned.", "Every house on the street burned."),
        Case("Some 300 ballots were lost.", "All 300 ballots were lost.", why="about so many"),
        Case("It was the most costly cup of all.", "It was the costliest cup of all.", why="a comparison"),
        Case("A few doctors left.", "Some doctors left.", why="they overlap"),
        Case("Only two witnesses came.", "Just two witnesses came.", why="said in another way"),
        Case("He was the only survivor.", "He was the sole survivor."),
        Case("Not only banks closed early.", "Banks closed early, and not only they.", why="it limits nothing"),
        Case("Both clubs can reach the final.", "The two clubs can both reach the final."),
        Case("The drug is only given to adults.", "The drug is given only to adults.", why="the same limit"),
        Case("Several wards closed.", "Many wards closed.", why="they overlap"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Quantifiers before the same noun, then every "only" without a counterpart or before another word."""
        for bead in comparison.beads:
            if bead.original and bead.copy and bead.differences:
                yield from self._exchanged(bead)
                yield from self._how_often(bead)
                yield from self._scanty(bead)
                yield from self._only(bead)

    def _exchanged(self, bead: ComparedBead) -> Iterator[Suspicion]:
        for difference in bead.differences:
            if difference.kind is not DifferenceKind.REPLACED:
                continue
            pairs = [
                (i, j)
                for i in difference.original
                for j in difference.copy
                if _counts(bead.original, i) and _counts(bead.copy, j)
            ]
            for i, j in pairs[:1]:
                severity = SEVERITY.get(frozenset((SHARE[bead.original[i].form], SHARE[bead.copy[j].form])))
                if severity and _same_noun(bead, i, j) and self._is_kept(bead, difference, self.close):
                    yield _exchange(bead.original[i], bead.copy[j], severity)

    def _how_often(self, bead: ComparedBead) -> Iterator[Suspicion]:
        """Adverbs of how often, one in the other's place, where both sides deny as much."""
        if len(negators(bead.original)) != len(negators(bead.copy)):
            return
        for difference in bead.differences:
            mine = [i for i in difference.original if bead.original[i].form in OFTEN]
            theirs = [j for j in difference.copy if bead.copy[j].form in OFTEN]
            if len(mine) != 1 or len(theirs) != 1:
                continue
            a, b = bead.original[mine[0]], bead.copy[theirs[0]]
            severity = TURNED.get(frozenset((OFTEN[a.form], OFTEN[b.form])))
            if severity and self._is_kept(bead, difference, self.close):
                yield _exchange(a, b, severity)

    def _scanty(self, bead: ComparedBead) -> Iterator[Suspicion]:
        """Where "few" and "a few", "little" and "a little" are exchanged: hardly any, and some after all."""
        for link in bead.links:
            i, j = link.original, link.copy
            if bead.original[i].form != bead.copy[j].form or bead.original[i].form not in ("few", "little"):
                continue
            before = [side[max(0, k - 2) : k] for side, k in ((bead.original, i), (bead.copy, j))]
            articles = [bool(words) and words[-1].form == "a" for words in before]
            bare = [not words or words[-1].form not in DETERMINERS for words in before]
            behind = i + 1 < len(bead.original) and j + 1 < len(bead.copy)
            limited = any(w.form in LIMITING | {"quite"} for words in before for w in words)
            unlike = articles[0] != articles[1] and any(bare)
            if behind and unlike and not limited and _same_noun(bead, i, j):
                yield _exchange(bead.original[i], bead.copy[j], Severity.MINOR)

    def _only(self, bead: ComparedBead) -> Iterator[Suspicion]:
        mine, theirs = (_limits(side) for side in (bead.original, bead.copy))
        if not mine and not theirs:
            return
        for difference in bead.differences:
            gone = [k for k in difference.original if k in mine]
            new = [k for k in difference.copy if k in theirs]
            if not self._is_kept(bead, difference, self.verbatim):
                continue
            if difference.kind is DifferenceKind.OMITTED and len(gone) == len(difference.original) == 1:
                if not theirs and not _limited(bead, bead.copy):
                    told = "What the original limits the copy says without the limit."
                    yield lost(bead.lost(difference), Severity.MAJOR, told, 0.75, message="“{}” was lost.")
                elif len(mine) == len(theirs) == 1 and _leaps(bead, mine[0], theirs[0]):
                    yield _moved(bead.original[mine[0]], bead.copy[theirs[0]])
            elif difference.kind is DifferenceKind.MOVED and gone and new:
                if _leaps(bead, gone[0], new[0]):
                    yield _moved(bead.original[gone[0]], bead.copy[new[0]])
            elif (
                difference.kind is DifferenceKind.ADDED
                and len(new) == len(difference.copy) == 1
                and not mine
                and not _limited(bead, bead.original)
            ):
                told = "The copy limits what the original does not."
                yield added(bead.gained(difference), Severity.MAJOR, told, 0.75, message="“{}” was added.")

    def _is_kept(self, bead: ComparedBead, difference: Difference, share: float) -> bool:
        return steadiness(bead, difference.original, difference.copy) >= share


def _counts(side: Sequence[Word], k: int) -> bool:
    """Whether the word is a quantifier that takes in a share of what follows."""
    form = side[k].form
    if form not in SHARE or k + 1 >= len(side):
        return False
    before, behind = side[k - 1].form if k else "", side[k + 1].form
    if form == "most":
        return before != "the" and not behind.endswith("ly")
    if form in ("few", "whole", "entire") and before in ("a", "quite"):
        return False
    return not (form == "some" and (behind[0].isdigit() or side[k + 1].is_punctuation)) and before != "not"


def _same_noun(bead: ComparedBead, i: int, j: int) -> bool:
    """Whether the next word behind both that is no determiner is the same one on both sides, and no figure."""
    i, j = _noun(bead.original, i), _noun(bead.copy, j)
    if i >= len(bead.original) or j >= len(bead.copy) or bead.original[i].form[0].isdigit():
        return False
    return any(k.original == i and k.copy == j for k in bead.links)


def _noun(side: Sequence[Word], k: int) -> int:
    k += 1
    while k < len(side) and side[k].form in LINKING:
        k += 1
    return k


def _limits(side: Sequence[Word]) -> list[int]:
    """Where an "only" limits something."""
    return [k for k, w in enumerate(side) if w.form in ONLY and not (k and side[k - 1].form in ("not", "if"))]


def _limited(bead: ComparedBead, side: Sequence[Word]) -> bool:
    """Whether a difference brings to this side a word that says "only" in another way."""
    return any(side[k].form in LIMITING for k in bead.changed(of_copy=side is bead.copy))


def _leaps(bead: ComparedBead, i: int, j: int) -> bool:
    """Whether the word limits the doer on one side, before the verb, and the deed on the other."""
    return _limits_doer(bead.original, i) != _limits_doer(bead.copy, j)


def _limits_doer(side: Sequence[Word], k: int) -> bool:
    """Whether the word opens its clause, with its noun before the verb."""
    opens = k == 0 or side[k - 1].is_punctuation or side[k - 1].form == "that"
    return opens and k + 1 < len(side) and not (side[k + 1].form in AUXILIARIES or side[k + 1].form in MODALS)


def _exchange(a: Word, b: Word, severity: Severity) -> Suspicion:
    return became((a,), (b,), severity, "The copy speaks of more or fewer of them than the original does.", 0.85)


def _moved(a: Word, b: Word) -> Suspicion:
    told = "The original limits who does it, the copy what is done, or the other way round."
    return became((a,), (b,), Severity.MAJOR, told, 0.75, message="“{}” limits another part of the sentence.")
