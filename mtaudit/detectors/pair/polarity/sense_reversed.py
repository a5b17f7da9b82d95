"""Sense reversed: a word became its opposite."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import became
from mtaudit.lexicon import tables
from mtaudit.lexicon.closed_class import is_function_word
from mtaudit.lexicon.wordnet import Relation, lemma, opposite, opposite_in_kind, parts_of_speech, relation
from mtaudit.mqm import Category, Severity
from mtaudit.pair.bead import steadiness, stretches
from mtaudit.records import ComparedBead, Comparison, Difference, DifferenceKind, Link, Suspicion, Word
from mtaudit.text.negation import negators

PHRASES = tables.unordered("opposite-phrases")
"""Small phrases, a verb in its base form, of which one turns the sense of the other round; the lexicon has words."""

BEHIND = 2
"""Kept words behind a difference that may complete such a phrase: "under control", "out of control"."""

LESSENING = frozenset("less least fewer little not never no hardly scarcely barely".split())
"""Words that turn the word behind them round: "less high" is "lower"."""

HARMLESS = tables.unordered("exchanged-by-idiom")
"""Pairs that idiom exchanges freely ("fill in", "fill out"), so that they prove nothing; those that deny count as
negations, and where the other side denies by another word say the same ("said nothing", "did not say anything")."""

GOVERNED = frozenset(("from", "to"))
"""Prepositions whose choice is that of the word before them ("hear from", "listen to")."""

EITHER_WAY = frozenset("opposite contrary different similar comparable preferable".split())
"""Words behind which one may say "from" or "to"."""

CONVERSES = tables.unordered("converses")
"""Verbs that tell one thing from its two sides: what one was given he received."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SenseReversed:
    """A word or small phrase of the original stands in the copy as its opposite.

    "Closed" becomes "opened", "after" becomes "before", "at least" becomes "at most": the reader learns the
    contrary. Opposites come from WordNet's antonyms, from negative prefixes and from lists of our own for
    function words. Where the other side carries a negator in exchange ("illegal", "not legal"), the sense is
    kept and nothing is reported. Words that are opposite only through others that they resemble ("quick", "leisurely")
    or are kinds of ("delay", "accelerate") count where the rest of the sentence was kept. "Up" and "down", which idiom
    exchanges, are opposites before a figure.

    Whoever reads the contrary is misled about whether or which way: critical; through a kind alone it is less sure, and
    major.
    """

    close: float = 0.75
    """Share of the other words that must have been kept for indirect opposites to count: of 2,500 exchanged words in
    harmless edits and second translations (SummEdits, WMT, PAWS) two stand in that relation, of DEMETR's antonyms
    seven of a hundred beyond the direct ones."""

    category: ClassVar[Category] = Category.POLARITY
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "The bridge was [[closed]] on Sunday.", "The bridge was [[opened]] on Sunday.", severity=Severity.CRITICAL
        ),
        Case("He arrived [[after]] the vote.", "He arrived [[before]] the vote.", severity=Severity.CRITICAL),
        Case(
            "Analysts spoke [[in favor of]] the merger.",
            "Analysts spoke [[against]] the merger.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The search was [[lawful]], the court said.",
            "The search was [[unlawful]], the court said.",
            severity=Severity.CRITICAL,
        ),
        Case("Sales [[rose]] in the north.", "Sales [[fell]] in the north.", severity=Severity.CRITICAL),
        Case(
            "[[Supporters]] of the reform filled the square.",
            "[[Opponents]] of the reform filled the square.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The new dam [[protects]] three villages.",
            "The new dam [[endangers]] three villages.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "Shares in the bank are [[up]] 4 percent.",
            "Shares in the bank are [[down]] 4 percent.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The shuttle [[took off]] in thick fog.", "The shuttle [[landed]] in thick fog.", severity=Severity.CRITICAL
        ),
        Case(
            "Trains [[from]] Turin were cancelled.", "Trains [[to]] Turin were cancelled.", severity=Severity.CRITICAL
        ),
        Case(
            "The appeals judge [[upheld]] the sentence.",
            "The appeals judge [[overturned]] the sentence.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The trains to Riga were [[late]] on Monday.",
            "The trains to Riga were [[on time]] on Monday.",
            severity=Severity.CRITICAL,
        ),
        Case("The wildfire is [[under]] control.", "The wildfire is [[out of]] control.", severity=Severity.CRITICAL),
        Case(
            "The nurse said the patient [[recovered]].",
            "The nurse said the patient [[died]].",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The treaty was a [[victory]] for the rebels.",
            "The treaty was a [[defeat]] for the rebels.",
            severity=Severity.CRITICAL,
        ),
        Case("The [[pre]]-war bridge was rebuilt.", "The [[post]]-war bridge was rebuilt.", severity=Severity.CRITICAL),
        Case("Turnout was lower in the south.", "Turnout was less high in the south.", why="turned round twice"),
        Case("The index was little changed.", "The index was almost unchanged.", why="turned round twice"),
        Case("The index went up again.", "The index moved up again."),
        Case("The rain let up at noon.", "The rain died down at noon.", why="an idiom on either side"),
        Case(
            "The club lost the keeper it hired.", "The club hired the keeper it lost.", why="both stand on both sides"
        ),
        Case("The jury cleared the banker.", "The jury acquitted the banker.", why="the same verdict"),
        Case("The court struck down the ban.", "The court overturned the ban.", why="the same ruling"),
        Case("Doctors did not rule it out.", "Doctors said it was possible."),
        Case("The search was illegal.", "The search was not legal."),
        Case("Sales rose in the north.", "Sales climbed in the north."),
        Case("She filled in the form.", "She filled out the form."),
        Case("This is the end.", "That is the end."),
        Case("The coach said nothing of it.", "The coach did not say anything of it.", why="denied either way"),
        Case("The widow was given a medal.", "The widow received a medal.", why="told from the other side"),
        Case("The pilot heard from the tower.", "The pilot listened to the tower.", why="as the verb wants"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Differences whose two sides are opposites."""
        for bead in comparison.beads:
            if len(negators(bead.original)) != len(negators(bead.copy)):
                continue
            for difference in bead.differences:
                if difference.kind is DifferenceKind.REPLACED and difference.equivalence is None:
                    yield from self._in_difference(bead, difference)

    def _in_difference(self, bead: ComparedBead, difference: Difference) -> Iterator[Suspicion]:
        phrases = _phrases(bead, difference)
        if phrases:
            yield _suspicion(*phrases)
            return
        for link in bead.links:
            if link.original in difference.original and link.copy in difference.copy:
                a, b = bead.original[link.original], bead.copy[link.copy]
                if _both(bead.original, a, b) and _both(bead.copy, a, b):
                    continue
                idle = frozenset((a.form, b.form)) in HARMLESS and not _before_figures(bead, link)
                if idle or _lessened(bead.original, link.original) != _lessened(bead.copy, link.copy):
                    continue
                if _told_from_the_other_side(bead, link) or _otherwise_governed(bead, link):
                    continue
                severity = self._opposed(bead, difference, a.form, b.form)
                if severity:
                    yield _suspicion((a,), (b,), severity)

    def _opposed(self, bead: ComparedBead, difference: Difference, a: str, b: str) -> Severity | None:
        """How bad it is: the words are opposites, or in a sentence otherwise kept resemble or are kinds of such."""
        if opposite(a, b):
            return Severity.CRITICAL
        if is_function_word(a) or is_function_word(b):
            return None
        alike = relation(a, b) is Relation.ANTONYM
        if not (alike or opposite_in_kind(a, b)):
            return None
        kept = steadiness(bead, difference.original, difference.copy) >= self.close
        return (Severity.CRITICAL if alike else Severity.MAJOR) if kept else None


def _both(side: tuple[Word, ...], a: Word, b: Word) -> bool:
    """Whether both words stand on this side, so that a turned sentence may have them change places."""
    forms = [w.form for w in side]
    return a.form in forms and b.form in forms


def _before_figures(bead: ComparedBead, link: Link) -> bool:
    """Whether a figure follows on both sides: "up 4 percent"."""
    sides = ((bead.original, link.original + 1), (bead.copy, link.copy + 1))
    return all(k < len(side) and (side[k].form[0].isdigit() or side[k].form in "$£€") for side, k in sides)


def _told_from_the_other_side(bead: ComparedBead, link: Link) -> bool:
    """Whether converse verbs stand in unlike voices: "was given", "received"."""
    a, b = bead.original[link.original].form, bead.copy[link.copy].form
    if frozenset((lemma(a), lemma(b))) not in CONVERSES:
        return False
    return _is_passive(bead.original, link.original) != _is_passive(bead.copy, link.copy)


def _is_passive(side: Sequence[Word], k: int) -> bool:
    return any(lemma(w.form) == "be" for w in side[max(0, k - 2) : k])


def _otherwise_governed(bead: ComparedBead, link: Link) -> bool:
    """Whether "from" or "to" changed with the word that governs it, or behind one that takes either."""
    i, j = link.original, link.copy
    if not {bead.original[i].form, bead.copy[j].form} <= GOVERNED or not i or not j:
        return False
    near = {w.form for w in bead.original[max(0, i - 3) : i]}
    return lemma(bead.original[i - 1].form) != lemma(bead.copy[j - 1].form) or not near.isdisjoint(EITHER_WAY)


def _lessened(side: Sequence[Word], k: int) -> bool:
    """Whether a word right before, a "no longer" or a "non-" turns this one round."""
    before = [w.form for w in side[max(0, k - 4) : k]]
    return bool(before) and (before[-1] in LESSENING or "longer" in before or before[-2:] == ["non", "-"])


def _phrases(bead: ComparedBead, difference: Difference) -> tuple[tuple[Word, ...], tuple[Word, ...]] | None:
    """The two sides where they are phrases that turn each other round, by themselves, with the changed words beside
    them, or with the same words behind them."""
    here, there = stretches(bead, difference)
    whole = bead.original[here.start : here.stop], bead.copy[there.start : there.stop]
    if _turns(*whole):
        return whole
    lost, gained = bead.lost(difference), bead.gained(difference)
    i, j = difference.original.stop, difference.copy.stop
    for more in range(BEHIND + 1):
        behind = bead.original[i : i + more], bead.copy[j : j + more]
        if [w.form for w in behind[0]] != [w.form for w in behind[1]]:
            return None
        if _turns((*lost, *behind[0]), (*gained, *behind[1])):
            return lost, gained
    return None


def _turns(a: tuple[Word, ...], b: tuple[Word, ...]) -> bool:
    return frozenset((_base(a), _base(b))) in PHRASES


def _base(side: Sequence[Word]) -> str:
    """The words written out, the first, where it can be a verb, as its base form."""
    first = side[0].form
    verb = "v" in parts_of_speech(first) and not is_function_word(first)
    return " ".join([lemma(first) if verb else first, *(w.form for w in side[1:])])


def _suspicion(was: Sequence[Word], now: Sequence[Word], severity: Severity = Severity.CRITICAL) -> Suspicion:
    means = "The reader is told the contrary of what the original says."
    confidence = 0.85 if severity is Severity.CRITICAL else 0.65
    return became(was, now, severity, means, confidence, message="“{}” became its opposite, “{}”.")
