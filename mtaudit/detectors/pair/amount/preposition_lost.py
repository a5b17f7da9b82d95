"""Preposition lost: "is not about a plot" became "is not a plot"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.lexicon import tables
from mtaudit.lexicon.closed_class import ADVERBS, AUXILIARIES, DETERMINERS, NEGATORS, is_function_word
from mtaudit.lexicon.wordnet import parts_of_speech
from mtaudit.mqm import Category, Severity
from mtaudit.pair.bead import partners
from mtaudit.records import ComparedBead, Comparison, Suspicion

RELATING = tables.words("relating-prepositions")
"""Prepositions that, behind "be", say how its subject stands to another thing; without one it is that thing."""

BETWEEN = NEGATORS | ADVERBS | frozenset("all just really merely simply mainly largely mostly only entirely".split())
"""Words that may stand between the verb and the preposition."""

LONGEST = 3
"""Words between the verb and the preposition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrepositionLost:
    """The preposition behind a form of "be" is gone, and the subject is said to be what it only had to do with.

    "The dispute is not about a merger" says what is argued over; "the dispute is not a merger" denies something nobody
    said. Prepositions have no fixed counterparts in other languages, and a machine drops the one it cannot place. The
    verb stands, and so does the noun phrase behind it: the meaning of the sentence is changed, which is major. Another
    preposition in its place, a verb that says the same ("concerns") and clauses are spared.
    """

    category: ClassVar[Category] = Category.MISTRANSLATION
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case("The lawsuit is not [[about a]] patent.", "The lawsuit is not [[a]] patent.", severity=Severity.MAJOR),
        Case(
            "The strike was never [[about the]] wages.", "The strike was never [[the]] wages.", severity=Severity.MAJOR
        ),
        Case("The referendum is [[about the]] euro.", "The referendum is [[the]] euro.", severity=Severity.MAJOR),
        Case("The senator is [[against the]] wall.", "The senator is [[the]] wall.", severity=Severity.MAJOR),
        Case(
            "The virus is [[like a]] thief, the doctor said.",
            "The virus is [[a]] thief, the doctor said.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The striker’s new boots were [[from a]] fan.",
            "The striker’s new boots were [[a]] fan.",
            severity=Severity.MAJOR,
        ),
        Case("The front line was [[behind the]] river.", "The front line was [[the]] river.", severity=Severity.MAJOR),
        Case(
            "This debate is not [[over money]], she said.",
            "This debate is not [[money]], she said.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The telescope is really [[for the]] students.",
            "The telescope is really [[the]] students.",
            severity=Severity.MAJOR,
        ),
        Case("The lawsuit is not about a patent.", "The lawsuit is not over a patent.", why="another preposition"),
        Case("The lawsuit is about a patent.", "The lawsuit concerns a patent.", why="a verb says it"),
        Case("The storm is over the coast.", "The storm hit the coast.", why="another verb"),
        Case("The talks are over.", "The talks are finished.", why="an adverb"),
        Case("The flu is all about.", "The flu is all around."),
        Case("The minister was for once silent.", "The minister was silent for once.", why="moved"),
        Case("About a third of voters is undecided.", "A third of voters is undecided.", why="not behind the verb"),
        Case("The keeper is about to leave.", "The keeper is going to leave.", why="a verb follows"),
        Case(
            "The bank is with about 300 clients in talks.",
            "The bank is in talks with 300 clients.",
            why="before a figure",
        ),
        Case("The bill was before the senate in May.", "The senate had the bill in May.", why="rewritten"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Relating prepositions behind "be" whose neighbours on both sides follow each other in the copy."""
        for bead in comparison.beads:
            if bead.original and bead.copy and bead.differences:
                yield from _in_bead(bead)


def _in_bead(bead: ComparedBead) -> Iterator[Suspicion]:
    partner = partners(bead)
    for i in range(1, len(bead.original) - 1):
        if bead.original[i].form not in RELATING or i in partner:
            continue
        j, behind = partner.get(i - 1), partner.get(i + 1)
        if j is None or behind != j + 1 or not _follows_be(bead, i, partner) or not _opens_phrase(bead, i + 1):
            continue
        if bead.original[i + 1].form == bead.copy[behind].form:
            yield _suspicion(bead, i, behind)


def _follows_be(bead: ComparedBead, i: int, partner: dict[int, int]) -> bool:
    """Whether a form of "be" precedes, with nothing but small words between, and the copy has one for it."""
    for k in range(i - 1, max(-1, i - 2 - LONGEST), -1):
        form = bead.original[k].form
        if AUXILIARIES.get(form) == "be":
            return k in partner and AUXILIARIES.get(bead.copy[partner[k]].form) == "be"
        if form not in BETWEEN:
            return False
    return False


def _opens_phrase(bead: ComparedBead, k: int) -> bool:
    """Whether the word begins a noun phrase: a determiner, a name, or a noun that is nothing else."""
    word = bead.original[k]
    if word.form in DETERMINERS or word.text[0].isupper():
        return True
    return not is_function_word(word.form) and parts_of_speech(word.form) == {"n"}


def _suspicion(bead: ComparedBead, i: int, j: int) -> Suspicion:
    preposition = bead.original[i].text
    return Suspicion(
        original=bead.original_span(range(i, i + 2)),
        copy=bead.copy_span(range(j, j + 1)),
        severity=Severity.MAJOR,
        message=f"“{preposition}” was lost.",
        explanation="The copy says what the subject is, or is not, where the original says what it has to do with.",
        confidence=0.8,
    )
