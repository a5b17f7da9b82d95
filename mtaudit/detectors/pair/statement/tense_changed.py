"""Tense changed: what was or will be stands in another time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import became, both
from mtaudit.lexicon.closed_class import is_function_word
from mtaudit.lexicon.speech import is_speech
from mtaudit.lexicon.tense import Tense, Time, is_helping, tense
from mtaudit.lexicon.wordnet import lemma, parts_of_speech
from mtaudit.mqm import Category, Severity
from mtaudit.pair.bead import steadiness
from mtaudit.records import ComparedBead, Comparison, Difference, DifferenceKind, Role, Suspicion, Word
from mtaudit.text.verb_groups import Mood, VerbGroup, paired, told_apart

BACKSHIFT = frozenset((Time.PRESENT, Time.PAST)), frozenset((Time.FUTURE, Time.WOULD))
"""Times that reported speech exchanges: "said it is", "said it was"."""


RELATIVES = frozenset(("that", "which", "who"))
"""Words that open a relative clause, which may do without them and its "is"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TenseChanged:
    """A verb stands in another time or aspect where the rest of the sentence was kept.

    "The bank was sold", "the bank will be sold": news is about when. Languages cut time in other ways (French says
    "has said" for "said"), so tenses drift in round trips, and readers mostly know better: a remark, minor. What is
    still to come told as done ("will open", "opened"), done as to come, or over as going on ("used to be", "is"),
    changes the fact: major. Reported speech may shift its tense, and headlines tell the past in the present.
    """

    close: float = 0.75
    """The same for what is to come and what is done: verbs with their helpers are held against each other."""

    verbatim: float = 0.9
    """Share of the other words that must have been kept: where more changed, the verb changed its sentence."""

    category: ClassVar[Category] = Category.MISTRANSLATION
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "The bank [[was]] sold to a rival firm.",
            "The bank [[will be]] sold to a rival firm.",
            severity=Severity.MAJOR,
        ),
        Case("The new museum [[will open]] in May.", "The new museum [[opened]] in May.", severity=Severity.MAJOR),
        Case("The club [[has sold]] its keeper.", "The club [[will sell]] its keeper.", severity=Severity.MAJOR),
        Case("The troops [[are to leave]] in June.", "The troops [[left]] in June.", severity=Severity.MAJOR),
        Case(
            "The probe [[landed]] on the comet at noon.",
            "The probe [[is going to land]] on the comet at noon.",
            severity=Severity.MAJOR,
        ),
        Case("Dr. Hale [[used to be]] a surgeon.", "Dr. Hale [[is]] a surgeon.", severity=Severity.MAJOR),
        Case(
            "The court [[is expected to free]] the editor.", "The court [[freed]] the editor.", severity=Severity.MAJOR
        ),
        Case(
            "The strike [[began]] in three towns on Monday.",
            "The strike [[begins]] in three towns on Monday.",
            severity=Severity.MINOR,
        ),
        Case(
            "The valley [[is]] home to many rare birds.",
            "The valley [[has been]] home to many rare birds.",
            severity=Severity.MINOR,
        ),
        Case("He said that the bank is sold.", "He said that the bank was sold.", why="reported speech"),
        Case("The bank was sold to a rival firm.", "A rival firm buys the bank.", why="rewritten"),
        Case("The museum will open in May.", "The museum opens in May.", why="a fixed date"),
        Case("She said the club would sell him.", "She said the club will sell him.", why="reported speech"),
        Case("The probe will land at noon.", "The probe is going to land at noon.", why="to come either way"),
        Case("The troops are to leave in June.", "The troops will leave in June."),
        Case("The vote was close, he says.", "The vote was close, he said.", why="reported speech"),
        Case("Miners who had paid were freed.", "Miners who paid had been freed.", why="two verbs"),
        Case("A trial that is expected to last began.", "A trial expected to last began.", why="a shorter clause"),
        Case("The birds are rare in the valley.", "The birds is rare in the valley.", why="the same time"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Differences of verb groups alone, with one main verb and two tenses."""
        for bead in comparison.beads:
            if not bead.original or not bead.copy or bead.bead.original[0].role is Role.HEADLINE:
                continue
            reported = any(is_speech(w.form) for w in bead.original)
            turned = list(self._turned(bead))
            for a, b in turned:
                means = "What has happened is told as still to come or as going on, or the other way round."
                yield became(*both(bead, *told_apart(bead, a, b)), Severity.MAJOR, means, 0.75)
            for difference in bead.differences:
                if any(_meets(difference, a.words, b.words) for a, b in turned):
                    continue
                verbs = (
                    difference.kind is not DifferenceKind.MOVED and difference.copy and _only_verbs(bead, difference)
                )
                if verbs and self._changed(bead, difference, reported):
                    yield _suspicion(bead, difference)

    def _turned(self, bead: ComparedBead) -> Iterator[tuple[VerbGroup, VerbGroup]]:
        """Verbs that one side tells as done or going on and the other as to come or over."""
        for a, b in paired(bead):
            moods = {a.mood, b.mood}
            coming = (a.over or b.over) and not moods.isdisjoint((Mood.FUTURE, Mood.LIKELY))
            ended = moods == {Mood.HABIT, Mood.FACT} and not (a.over or b.over)
            if _opens_relative(bead.original, a.words) or _opens_relative(bead.copy, b.words):
                continue
            if (coming or ended) and steadiness(bead, a.words, b.words) >= self.close:
                yield a, b

    def _changed(self, bead: ComparedBead, difference: Difference, reported: bool) -> bool:
        before, now = (_tense(side, where) for side, where in _sides(bead, difference))
        if before is None or now is None or before == now:
            return False
        if _opens_relative(bead.original, difference.original) or _opens_relative(bead.copy, difference.copy):
            return False
        if reported and frozenset((before.time, now.time)) in BACKSHIFT:
            return False
        return steadiness(bead, difference.original, difference.copy) >= self.verbatim


def _opens_relative(side: Sequence[Word], where: range) -> bool:
    """Whether the words begin a relative clause, which may lose or gain its "that is": "a trial expected to last"."""
    return any(side[k].form in RELATIVES for k in range(max(0, where.start - 1), min(where.start + 1, len(side))))


def _meets(difference: Difference, original: range, copy: range) -> bool:
    """Whether the difference touches one of these groups."""
    return not (set(difference.original).isdisjoint(original) and set(difference.copy).isdisjoint(copy))


def _sides(bead: ComparedBead, difference: Difference) -> tuple[tuple[list[str], range], ...]:
    return (
        ([w.form for w in bead.original], difference.original),
        ([w.form for w in bead.copy], difference.copy),
    )


def _only_verbs(bead: ComparedBead, difference: Difference) -> bool:
    """Whether only helping verbs and forms of one main verb differ."""
    main = []
    for side in (bead.lost(difference), bead.gained(difference)):
        verbs = [w.form for w in side if not is_helping(w.form)]
        if any(is_function_word(f) or "v" not in parts_of_speech(f) for f in verbs) or len(verbs) > 1:
            return False
        main.append({lemma(f) for f in verbs})
    return main[0] == main[1]


def _tense(forms: Sequence[str], where: range) -> Tense | None:
    """The tense of the verb group of which these words are a part; an empty range is a place."""
    start, stop = where.start, where.stop
    while start > 0 and is_helping(forms[start - 1]):
        start -= 1
    while stop < len(forms) and is_helping(forms[stop]):
        stop += 1
    if all(is_helping(f) for f in forms[start:stop]) and stop < len(forms):
        following = forms[stop]
        if "v" in parts_of_speech(following) and not is_function_word(following):
            stop += 1
    return tense(forms[start:stop])


def _suspicion(bead: ComparedBead, difference: Difference) -> Suspicion:
    lost, gained = bead.lost(difference), bead.gained(difference)
    message = "“{}” became “{}”." if lost else "“{1}” was added to the verb."
    means = "The copy tells of another time, or of something else as done."
    return became(lost, gained, Severity.MINOR, means, 0.6, message=message)
