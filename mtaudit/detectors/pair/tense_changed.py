"""Tense changed: what was or will be stands in another time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.lingua.closed_class import is_function_word
from mtaudit.lingua.gaps import steadiness
from mtaudit.lingua.speech import is_speech
from mtaudit.lingua.tense import Tense, Time, is_helping, tense
from mtaudit.lingua.wordnet import lemma, parts_of_speech
from mtaudit.lingua.words import joined
from mtaudit.mqm import Category, Severity
from mtaudit.records import ComparedBead, Comparison, Difference, DifferenceKind, Role, Suspicion

BACKSHIFT = frozenset((Time.PRESENT, Time.PAST)), frozenset((Time.FUTURE, Time.WOULD))
"""Times that reported speech exchanges: "said it is", "said it was"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TenseChanged:
    """A verb stands in another time or aspect where the rest of the sentence was kept.

    "The bank was sold", "the bank will be sold": news is about when. Languages cut time in other ways (French says
    "has said" for "said"), so tenses drift in round trips, and readers mostly know better: a remark, minor. Reported
    speech may shift its tense, and headlines tell the past in the present.
    """

    verbatim: float = 0.9
    """Share of the other words that must have been kept: where more changed, the verb changed its sentence."""

    category: ClassVar[Category] = Category.MISTRANSLATION
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case("The bank [[was]] sold to a rival firm.", "The bank [[will be]] sold to a rival firm."),
        Case("The strike [[began]] in three towns on Monday.", "The strike [[begins]] in three towns on Monday."),
        Case("The valley [[is]] home to many rare birds.", "The valley [[has been]] home to many rare birds."),
        Case("He said that the bank is sold.", "He said that the bank was sold.", "reported speech"),
        Case("The bank was sold to a rival firm.", "A rival firm buys the bank.", "rewritten"),
        Case("The birds are rare in the valley.", "The birds is rare in the valley.", "the same time"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Differences of verb groups alone, with one main verb and two tenses."""
        for bead in comparison.beads:
            if not bead.original or not bead.copy or bead.bead.original[0].role is Role.HEADLINE:
                continue
            reported = any(is_speech(w.form) for w in bead.original)
            for difference in bead.differences:
                verbs = (
                    difference.kind is not DifferenceKind.MOVED and difference.copy and _only_verbs(bead, difference)
                )
                if verbs and self._changed(bead, difference, reported):
                    yield _suspicion(bead, difference)

    def _changed(self, bead: ComparedBead, difference: Difference, reported: bool) -> bool:
        before, now = (_tense(side, where) for side, where in _sides(bead, difference))
        if before is None or now is None or before == now:
            return False
        if reported and frozenset((before.time, now.time)) in BACKSHIFT:
            return False
        return steadiness(bead, difference.original, difference.copy) >= self.verbatim


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
    lost, gained = joined(bead.lost(difference)), joined(bead.gained(difference))
    return Suspicion(
        original=bead.original_span(difference.original),
        copy=bead.copy_span(difference.copy),
        severity=Severity.MINOR,
        message=f"“{lost}” became “{gained}”." if lost else f"“{gained}” was added to the verb.",
        explanation="The copy tells of another time, or of something else as done.",
        confidence=0.6,
    )
