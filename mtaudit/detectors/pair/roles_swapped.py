"""Roles swapped: who did it and who suffered it changed places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.lingua.closed_class import ARTICLES, AUXILIARIES, COORDINATORS, content, is_function_word
from mtaudit.lingua.names import CALENDAR
from mtaudit.lingua.wordnet import lemma, parts_of_speech
from mtaudit.mqm import Category, Severity
from mtaudit.records import ComparedBead, Comparison, Suspicion, Word

MUTUAL = frozenset(
    """
    meet marry resemble equal match border join merge accompany adjoin divorce wed mean face fight agree differ include
    """.split()
)
"""Verbs whose two sides can change places and the same is said."""

LONGEST = 6
"""Words of the longest phrase that is looked for on the other side of the verb."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RolesSwapped:
    """Two phrases changed places across a verb, or the verb its voice, so that doer and sufferer are exchanged.

    "The bank sued the city" has all the words of "the city sued the bank". Word order means little in languages with
    cases, and a machine that comes from one puts the wrong phrase first. Where the verb changed its voice along with
    the order ("the city was sued by the bank") nothing is exchanged. Verbs that hold both ways ("met", "married") and
    "be" are left alone.
    """

    category: ClassVar[Category] = Category.MISTRANSLATION
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case("On Friday the [[bank sued the city]].", "On Friday the [[city sued the bank]]."),
        Case("[[Brook has beaten Hale]] in the final.", "[[Hale has beaten Brook]] in the final."),
        Case("The city [[sued]] the bank on Friday.", "The city [[was sued by]] the bank on Friday."),
        Case("The city [[was sued by]] the bank on Friday.", "The city [[sued]] the bank on Friday."),
        Case("The bank sued the city.", "The city was sued by the bank."),
        Case("The mayor met the bishop.", "The bishop met the mayor."),
        Case("The winner is Brook.", "Brook is the winner."),
        Case("Brook and Hale sang.", "Hale and Brook sang."),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Beads that differ by an exchange across a verb, or by the voice of a verb whose neighbours stayed."""
        for bead in comparison.beads:
            if bead.differences and bead.original and bead.copy:
                places = _exchange(bead.original, bead.copy) or _voice(bead)
                if places:
                    yield _suspicion(bead, *places)


def _exchange(original: Sequence[Word], copy: Sequence[Word]) -> tuple[range, range] | None:
    """Where the two differ, if only by two phrases that changed places across a verb."""
    mine, theirs = [w.form for w in original], [w.form for w in copy]
    shortest = min(len(mine), len(theirs))
    head = next((k for k in range(shortest) if mine[k] != theirs[k]), shortest)
    tail = next((k for k in range(shortest - head) if mine[-1 - k] != theirs[-1 - k]), shortest - head)
    inside = range(head, len(mine) - tail), range(head, len(theirs) - tail)
    x, y = mine[inside[0].start : inside[0].stop], theirs[inside[1].start : inside[1].stop]
    if len(x) != len(y) or len(x) < 3:
        return None
    for first in range(1, min(LONGEST, len(x) - 2) + 1):
        for second in range(1, min(LONGEST, len(x) - first - 1) + 1):
            if x[:first] == y[-first:] and x[-second:] == y[:second]:
                between = x[first : len(x) - second]
                if (
                    between == y[second : len(y) - first]
                    and _acts(between)
                    and _nouns(original, inside[0], first, second)
                ):
                    return inside
    return None


def _acts(between: Sequence[str]) -> bool:
    """Whether there is a verb between the two that does not hold both ways, and nothing that joins them."""
    if any(form in COORDINATORS or not form[0].isalnum() for form in between):
        return False
    verbs = [
        lemma(f) for f in between if f not in AUXILIARIES and not is_function_word(f) and "v" in parts_of_speech(f)
    ]
    return bool(verbs) and MUTUAL.isdisjoint(verbs)


def _nouns(side: Sequence[Word], inside: range, first: int, second: int) -> bool:
    """Whether both phrases name someone or something, and neither a day."""
    phrases = side[inside.start : inside.start + first], side[inside.stop - second : inside.stop]
    return all(
        any(w.text[0].isupper() or "n" in parts_of_speech(w.form) for w in content(phrase))
        and not any(w.form in CALENDAR or w.is_punctuation for w in phrase)
        for phrase in phrases
    )


def _voice(bead: ComparedBead) -> tuple[range, range] | None:
    """Where a verb between kept words became passive with "by", or such a passive became active."""
    mine, theirs = [w.form for w in bead.original], [w.form for w in bead.copy]
    equal = {(k.original, k.copy) for k in bead.links if mine[k.original] == theirs[k.copy]}
    for link in bead.links:
        i, j = link.original, link.copy
        a, b = mine[i], theirs[j]
        if lemma(a) != lemma(b) or "v" not in parts_of_speech(a) or is_function_word(a):
            continue
        if _passive(theirs, j) and not _passive(mine, i) and _stays(bead, equal, (i - 1, j - 2), (i + 1, j + 2)):
            return range(i, i + 1), range(j - 1, j + 2)
        if _passive(mine, i) and not _passive(theirs, j) and _stays(bead, equal, (i - 2, j - 1), (i + 2, j + 1)):
            return range(i - 1, i + 2), range(j, j + 1)
    return None


def _passive(forms: Sequence[str], k: int) -> bool:
    return 0 < k < len(forms) - 1 and AUXILIARIES.get(forms[k - 1]) == "be" and forms[k + 1] == "by"


def _stays(bead: ComparedBead, equal: set[tuple[int, int]], before: tuple[int, int], behind: tuple[int, int]) -> bool:
    """Whether the same words stand before and behind the verb on both sides, the latter a noun phrase."""
    if before not in equal or behind not in equal:
        return False
    word = bead.original[behind[0]]
    noun = word.form in ARTICLES or word.text[0].isupper() or "n" in parts_of_speech(word.form)
    return noun and not bead.original[before[0]].is_punctuation and not is_function_word(bead.original[before[0]].form)


def _suspicion(bead: ComparedBead, original: range, copy: range) -> Suspicion:
    return Suspicion(
        original=bead.original_span(original),
        copy=bead.copy_span(copy),
        severity=Severity.CRITICAL,
        message="Who did it and whom it was done to changed places.",
        explanation="The words are the same, and the reader is told that the one did what the other did.",
        confidence=0.85,
    )
