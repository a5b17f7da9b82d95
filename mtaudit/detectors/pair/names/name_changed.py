"""Name changed: another name stands where the original's stood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import became, both
from mtaudit.lexicon import tables
from mtaudit.lexicon.closed_class import is_function_word
from mtaudit.lexicon.origins import origin
from mtaudit.lexicon.wordnet import relation
from mtaudit.mqm import Category, Severity
from mtaudit.pair.bead import steadiness
from mtaudit.records import ComparedBead, Comparison, Difference, DifferenceKind, Suspicion, Word
from mtaudit.text.names import (
    CALENDAR,
    KIN,
    TITLES,
    initial,
    is_capitalised,
    is_common,
    is_name,
    is_place,
    may_be_name,
    names,
)
from mtaudit.text.words import words

DESIGNATOR = re.compile(r"([^\W\d_]+)(\d+)([^\W\d_]*)")
"""Letters and a number as one word, with letters behind or none."""

NUMBERED = tables.words("before-figures")
"""What stands before a mere figure: a currency, an age, a part of a time."""

SURE = 0.9
"""Confidence of another number in a designator."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameChanged:
    """A name, however long, gave way to another one where the rest of the sentence was kept.

    Where all the words around a name stayed, a new name cannot be part of a rewording: the same is said of someone or
    something else. This detector takes what `name-translated` leaves, which looks at single words inside sentences:
    names that open a sentence, and those made of words and figures. A designator of letters and a number ("G7", "A380")
    that came back with another number names something else for sure. Names with a word or a spelling in common,
    initials of the long name, titles and pronouns in a name's stead are left alone.
    """

    close: float = 0.75
    """Share of the other words that must have been kept: WMT's second references, where names are called differently,
    seldom reach it."""

    turned: float = 0.6
    """Closeness of a sentence, its order aside, in which the only name that the whole copy lacks and the only one that
    the whole original lacks are held against each other."""

    category: ClassVar[Category] = Category.NAME
    general: ClassVar[bool] = True
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "[[Madagascar]] is the largest island here.",
            "[[Boston]] is the largest island here.",
            severity=Severity.MAJOR,
        ),
        Case(
            "[[Portugal]], which led the talks, left.",
            "[[Chicago]], which led the talks, left.",
            severity=Severity.MAJOR,
        ),
        Case(
            "Many people died of [[Covid-19]] in May.",
            "Many people died of [[Mark Yarrow]] in May.",
            severity=Severity.MAJOR,
        ),
        Case(
            "[[Greece]] borrowed forty billion last year.",
            "[[Belgium]] borrowed forty billion last year.",
            severity=Severity.MAJOR,
        ),
        Case(
            "[[Malta]] scored twice before the break.",
            "[[Lyon]] scored twice before the break.",
            severity=Severity.MAJOR,
        ),
        Case(
            "[[Japan]] has more nurses than we thought.",
            "[[Chicago]] has more nurses than we thought.",
            severity=Severity.MAJOR,
        ),
        Case(
            "Voters chose [[K2-18]] as the name of the team.",
            "Voters chose [[Ada Brook]] as the name of the team.",
            severity=Severity.MAJOR,
        ),
        Case(
            "[[Peru]] sent nurses to the flooded villages.",
            "[[Oslo]] sent nurses to the flooded villages.",
            severity=Severity.MAJOR,
        ),
        Case(
            "[[Damascus]] denied that its army had fired.",
            "[[Lisbon]] denied that its army had fired.",
            severity=Severity.MAJOR,
        ),
        Case(
            "Governor [[Ruiz]] vetoed the bill in May.",
            "The bill was vetoed in May by Governor [[Gomez]].",
            severity=Severity.MAJOR,
        ),
        Case("The [[G7]] met in the mountains.", "The [[G8]] met in the mountains.", severity=Severity.MAJOR),
        Case(
            "Doctors treated forty people for [[Covid-19]].",
            "Doctors treated forty people for [[Covid-18]].",
            severity=Severity.MAJOR,
        ),
        Case("The flu was called COVID-19.", "The flu was called Covid 19.", why="one number"),
        Case("Talks with Ada Brook ended in May.", "Talks with Brook ended in May.", why="a shorter name"),
        Case("Talks with the European Union ended.", "Talks with the EU ended.", why="initials"),
        Case(
            "The G7 nations agreed on a tax.", "The Group of Seven agreed on a tax.", why="a number among the initials"
        ),
        Case("Talks with Ada Brook ended in May.", "Talks with the minister ended in May.", why="no name"),
        Case("Greece borrowed forty billion.", "Athens borrowed 40 billion and more than was known.", why="rewritten"),
        Case("RATES TO INCREASE IN MAY", "RATES TO AUGMENT IN MAY", why="a headline in capitals"),
        Case("Chairman HALE: We vote now.", "Chairman HALE: Now we vote.", why="capitals of a speaker"),
        Case("French banks lent the money.", "Banks in France lent the money.", why="made from the name"),
        Case("Holland won the match on Friday.", "The Netherlands won the match on Friday.", why="one country"),
        Case("Munich sent nurses to the villages.", "Muenchen sent nurses to the villages.", why="respelt"),
        Case("Scientists met in Lisbon on Friday.", "Researchers met in Lisbon on Friday.", why="no name"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Replaced phrases with a name on both sides and nothing in common."""
        known = names(comparison.original.text), names(comparison.copy.text)
        said = [{w.form for w in words(text)} for text in (comparison.original.text, comparison.copy.text)]
        for bead in comparison.beads:
            told = False
            for difference in bead.differences:
                replaced = difference.kind is DifferenceKind.REPLACED and difference.equivalence is None
                renumbered = _renumbered(bead, difference) if replaced else None
                if renumbered:
                    told = True
                    yield _other(bead, *renumbered, SURE)
                elif replaced and self._exchanged(bead, difference, known):
                    told = True
                    yield _other(bead, difference.original, difference.copy)
            if not told and bead.original and bead.copy and bead.closeness >= self.turned:
                yield from _left_alone(bead, known, (said[1], said[0]))

    def _exchanged(
        self, bead: ComparedBead, difference: Difference, known: tuple[frozenset[str], frozenset[str]]
    ) -> bool:
        lost = _named(bead.original, difference.original, known[0])
        gained = _named(bead.copy, difference.copy, known[1])
        if not lost or not gained:
            return False
        kept = {w.form for w in bead.original} & {w.form for w in bead.copy}
        if any(w.form in kept for w in (*lost, *gained)) or _initials(lost, gained) or _initials(gained, lost):
            return False
        if any(may_be_name(a, b) for a in lost for b in gained) or _akin(bead.original, gained):
            return False
        return steadiness(bead, difference.original, difference.copy) >= self.close


def _renumbered(bead: ComparedBead, difference: Difference) -> tuple[range, range] | None:
    """Where the same letters stand with another number: "G7" and "G8", "Covid-19" and "Covid-18"."""
    mine = _designators(bead.original, difference.original)
    theirs = _designators(bead.copy, difference.copy)
    if len(mine) != 1 or len(theirs) != 1:
        return None
    (here, (letters, number, rest)), (there, other) = mine[0], theirs[0]
    same = (letters, rest) == (other[0], other[2])
    return (here, there) if same and number.lstrip("0") != other[1].lstrip("0") else None


def _designators(side: Sequence[Word], where: range) -> list[tuple[range, tuple[str, str, str]]]:
    """The designators that touch these words, each with its letters, its number and the letters behind."""
    found = []
    for k, word in enumerate(side):
        of_three = k + 2 < len(side) and side[k + 1].form == "-" and not side[k + 2].spaced and not side[k + 1].spaced
        place, written = range(k, k + 1), word.form
        if of_three and word.form.isalpha() and side[k + 2].form.isdecimal():
            place, written = range(k, k + 3), word.form + side[k + 2].form
        parts = DESIGNATOR.fullmatch(written)
        if parts and any(i in where for i in place) and word.form not in NUMBERED:
            found.append((place, (parts[1], parts[2], parts[3])))
    return found


def _left_alone(
    bead: ComparedBead, known: tuple[frozenset[str], frozenset[str]], elsewhere: tuple[set[str], set[str]]
) -> Iterator[Suspicion]:
    """A name that the other text lacks altogether, where in turn this one lacks but one of the other's names."""
    sides = (bead.original, known[0], elsewhere[0]), (bead.copy, known[1], elsewhere[1])
    runs = [
        _runs([k for k in range(len(side)) if is_name(side[k], named) and k and side[k].form not in there])
        for side, named, there in sides
    ]
    if len(runs[0]) != 1 or len(runs[1]) != 1:
        return
    rows, columns = runs[0][0], runs[1][0]
    changed = [d for d in bead.differences if d.equivalence is None]
    if not {i for d in changed for i in d.original} >= set(rows) or not {j for d in changed for j in d.copy} >= set(
        columns
    ):
        return  # another detector has claimed it
    lost, gained = [bead.original[k] for k in rows], [bead.copy[k] for k in columns]
    if any(w.form in CALENDAR or origin(w.form) for w in (*lost, *gained)):
        return
    if _initials(lost, gained) or _initials(gained, lost) or _akin(bead.original, gained):
        return
    if not any(may_be_name(a, b) for a in lost for b in gained):
        yield _other(bead, rows, columns)


def _runs(indices: Sequence[int]) -> list[range]:
    """Indices that follow each other, as ranges."""
    runs: list[range] = []
    for k in indices:
        if runs and runs[-1].stop == k:
            runs[-1] = range(runs[-1].start, k + 1)
        else:
            runs.append(range(k, k + 1))
    return runs


def _named(side: Sequence[Word], where: range, known: frozenset[str]) -> list[Word]:
    """The words there that are names: known as such, unknown as words, or places; inside a sentence any capital."""
    found = []
    for k in where:
        word = side[k]
        if not is_capitalised(word) or is_function_word(word.form) or word.form in TITLES | CALENDAR:
            continue
        if word.text.isupper() and is_common(word.form) and word.form not in known and _shouts(side, k):
            continue
        inside = k > 0 and (not side[k - 1].is_punctuation or side[k - 1].form in (",", "-", "'"))
        if inside or word.form in known or word.text.isupper() or not is_common(word.form) or is_place(word.form):
            found.append(word)
    return found


def _shouts(side: Sequence[Word], k: int) -> bool:
    """Whether the word beside this one is all in capitals too, as in headlines and the openings of speeches."""
    near = [side[j] for j in (k - 1, k + 1) if 0 <= j < len(side)]
    return any(len(w.text) > 1 and w.text.isupper() for w in near)


def _akin(side: Sequence[Word], gained: Sequence[Word]) -> bool:
    """Whether a name is made from another that stands in the original's sentence ("French", "France")."""
    return any(relation(w.form, b.form) in KIN for w in side if is_capitalised(w) for b in gained)


def _initials(short: Sequence[Word], long: Sequence[Word]) -> bool:
    """Whether one side is a single word in capitals made of what the other's words leave in an abbreviation."""
    if len(short) != 1 or not short[0].text.isupper() or len(long) < 2:
        return False
    return all(initial(w) in short[0].form for w in long)


def _other(bead: ComparedBead, rows: range, columns: range, confidence: float = 0.75) -> Suspicion:
    told = "The reader is told of someone or something else; check who is meant."
    return became(*both(bead, rows, columns), Severity.MAJOR, told, confidence)
