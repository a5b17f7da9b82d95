"""Name dropped: a name is missing where the sentence around it was kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import lost
from mtaudit.lexicon.closed_class import PERSONAL_PRONOUNS, Person, is_content, is_function_word
from mtaudit.lexicon.tables import words
from mtaudit.mqm import Category, Severity
from mtaudit.pair.gaps import VERBATIM, Gap, gaps
from mtaudit.records import ComparedBead, Comparison, Suspicion, Word
from mtaudit.text.names import TITLES, is_capitalised, is_name, may_be_name, names

FIRMS = words("firm-endings")
"""What follows a firm's name and names no firm."""

INSTEAD = frozenset(
    form for form, readings in PERSONAL_PRONOUNS.items() if any(r.person is Person.THIRD for r in readings)
) | {"whose", "who", "which"}
"""Pronouns that stand in a name's stead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameDropped:
    """A name of the original is missing where its sentence was otherwise kept.

    "The case against Marcher and Brook" is not the case against Brook, and "that Inc restore the service" says nothing
    of who must. A machine that takes a name for a word it may leave out loses who is meant. Where nothing of the
    name is left but "Inc" or a title, the finding is critical; where all of the sentence was kept it is major, and
    minor where more of it changed. A shorter form of a name ("Brook" for "Ada Brook"), a pronoun or a noun in its stead
    ("the company"), a name that stands elsewhere in the sentence, and a place that only follows another ("Lisbon,
    Portugal") are left alone.
    """

    close: float = 0.8
    """Share of the other words that must have been kept: of 1,500 segments with two sound translations one has a
    finding from here on, a minor one."""

    most: int = 4
    """Content words of the longest gap; beyond it a clause was lost, not a name."""

    category: ClassVar[Category] = Category.NAME
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "The court heard the case against [[Marcher and]] Brook.",
            "The court heard the case against Brook.",
            severity=Severity.MAJOR,
        ),
        Case(
            "He demanded that [[Acme]] Inc restore the service.",
            "He demanded that Inc restore the service.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "[[Marcher]] Inc and Brook Ltd merged in May.",
            "Inc and Brook Ltd merged in May.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The coach praised [[Hale]] and the young keeper.",
            "The coach praised and the young keeper.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The storm killed nine people in [[Lisbon]] on Friday.",
            "The storm killed nine people in on Friday.",
            severity=Severity.MAJOR,
        ),
        Case(
            "Voters in the north chose [[Ada Brook]] for mayor.",
            "Voters in the north chose for mayor.",
            severity=Severity.MAJOR,
        ),
        Case(
            "Nurses accused Senator [[Hale]] of a lie.", "Nurses accused Senator of a lie.", severity=Severity.CRITICAL
        ),
        Case(
            "Shares [[of Marcher]] fell by a third in May.", "Shares fell by a third in May.", severity=Severity.MAJOR
        ),
        Case(
            "Scientists at the [[Tolland]] institute found the gene.",
            "Scientists at the institute found the gene.",
            severity=Severity.MAJOR,
        ),
        Case(
            "Troops of the general and of [[Malta]] held the town.",
            "Troops of the general and of held the town.",
            severity=Severity.MAJOR,
        ),
        Case(
            "Last week Ada Brook won the race by a second.", "Last week Brook won the race by a second.", why="shorter"
        ),
        Case("Shares of Marcher fell by a third in May.", "Its shares fell by a third in May.", why="a pronoun"),
        Case("The storm that struck Marcher cost it a third.", "The storm that struck the company cost it a third."),
        Case(
            "A fire in Lisbon, Portugal, killed nine people.", "A fire in Lisbon killed nine people.", why="one place"
        ),
        Case(
            "The coach praised Hale, and Hale thanked her.", "The coach praised Hale, and was thanked.", why="elsewhere"
        ),
        Case("The judge told President Hale to pay the fine.", "The judge told Hale to pay the fine.", why="a title"),
        Case("The vote on Monday hurt the party in the south.", "The vote hurt the party in the south.", why="no name"),
        Case("Nurses in the Tolland district went on strike.", "Nurses in the district of Tolland went on strike."),
        Case("The keeper joined FC Marcher in the summer.", "The keeper joined Marcher in the summer.", why="shorter"),
        Case("The minister flew to Malta to meet Brook.", "The minister went to see him in Malta.", why="rewritten"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Gaps of the copy that hold a name of which nothing is left."""
        known = names(comparison.original.text)
        for bead in comparison.beads:
            if bead.original and bead.copy and bead.differences:
                for gap in gaps(bead):
                    severity = self._severity(bead, gap, known)
                    if severity is not None:
                        yield lost(
                            bead.original[gap.words.start : gap.words.stop],
                            severity,
                            "The rest of the sentence was kept, so that the reader is not told who or what is meant.",
                            0.5 if severity is Severity.MINOR else 0.8,
                            message="The copy leaves out the name “{}”.",
                        )

    def _severity(self, bead: ComparedBead, gap: Gap, known: frozenset[str]) -> Severity | None:
        side, where = bead.original, gap.words
        inside = [side[k] for k in where]
        if gap.steady < self.close or sum(map(is_content, inside)) > self.most:
            return None
        gone = [side[k] for k in where if is_name(side[k], known) or _is_firm(side, k)]
        if not gone or not _only_names(inside, gone) or _is_replaced(bead) or any(_stands(w, bead.copy) for w in gone):
            return None
        kept = _rest_of_name(side, where)
        if kept:
            return Severity.CRITICAL if all(_says_nobody(w) for w in kept) else None
        if _only_places_it(side, where):
            return None
        return Severity.MAJOR if gap.steady >= VERBATIM else Severity.MINOR


def _is_firm(side: Sequence[Word], k: int) -> bool:
    """Whether the word is a name by what follows it: "Inc", "Ltd"."""
    return is_capitalised(side[k]) and k + 1 < len(side) and side[k + 1].form in FIRMS and is_capitalised(side[k + 1])


def _only_names(inside: Sequence[Word], gone: Sequence[Word]) -> bool:
    """Whether the gap holds names, titles and small words only."""
    return all(w in gone or not is_content(w) or is_capitalised(w) for w in inside)


def _stands(name: Word, copy: Sequence[Word]) -> bool:
    """Whether the copy's sentence has the name, in whatever form."""
    return any(
        w.form == name.form or (is_content(w) and is_capitalised(w) and w.form not in TITLES and may_be_name(name, w))
        for w in copy
    )


def _is_replaced(bead: ComparedBead) -> bool:
    """Whether the copy has a pronoun for a third person that the original has not."""
    mine, theirs = ([w.form for w in side if w.form in INSTEAD] for side in (bead.original, bead.copy))
    return len(theirs) > len(mine)


def _rest_of_name(side: Sequence[Word], where: range) -> list[Word]:
    """The capitalised words right beside the gap, which a name and its shorter form share."""
    kept = []
    for k, step in ((where.start - 1, -1), (where.stop, 1)):
        if is_function_word(side[where[0] if step < 0 else where[-1]].form):
            continue
        while 0 <= k < len(side) and is_capitalised(side[k]) and not is_function_word(side[k].form):
            if k or side[k].form in TITLES:
                kept.append(side[k])
            k += step
    return kept


def _says_nobody(word: Word) -> bool:
    """Whether what is left of a name is a firm's ending or a title."""
    return word.form in FIRMS or word.form in TITLES


def _only_places_it(side: Sequence[Word], where: range) -> bool:
    """Whether the gap stands behind a comma, or in brackets, and so only says more of what stands before."""
    before = side[where.start].form if where else ""
    return before in (",", "(", "-") or (where.start > 0 and side[where.start - 1].form in (",", "(", "-"))
