"""Capital lost: a name without its capitals reads as an ordinary word, or a small word in capitals as a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import became, both
from mtaudit.lexicon.closed_class import DETERMINERS, is_content
from mtaudit.lexicon.tables import words
from mtaudit.lexicon.wordnet import distance, lemma, parts_of_speech
from mtaudit.mqm import Category, Severity
from mtaudit.records import PROSE, ComparedBead, Comparison, Suspicion, Word
from mtaudit.text.names import CALENDAR, CLOSED, OPENING, TITLES, is_acronym, is_capitalised, is_place, names
from mtaudit.text.words import joined

INSTITUTIONS = words("institutions")
"""Words that mean the same with a capital and without, so that house styles differ: bodies, places by kind, parties."""

AMBIGUOUS = frozenset(("march", "may", "august"))
"""Months that are words besides."""

THINGS = ("food", "bird", "animal", "substance", "artifact", "plant", "metal", "fruit", "flower", "ware")
"""What names of firms and places may also be: an apple, a turkey, china."""

SEATS = words("seats")
"""Names by which news call those who sit there, made of words that say something else."""

FEW = 3
"""Names from which the style of a whole text can be told."""

NEAR = 3
"""Steps in WordNet's hierarchy within which a noun is one of these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CapitalLost:
    """A word that its capital alone makes a name stands in lower case, where it means something else.

    "Polish" workers and "polish", "Turkey" and "turkey", "March" and "march": the reader stumbles over a word that
    makes no sense until the name behind it is seen, so it is minor. Capitals of institutions, titles and directions
    come and go with house style, as do those of headlines and of the first word; a name that no dictionary has as a
    word is still seen to be one. A name in capitals ("the US", "the WHO", "IT") whose letters are a small word in lower
    case is major, since the sentence now speaks of "us" or of who; so is a small word that its capitals make such a
    name. Lines in capitals and single words in capitals for emphasis are none.
    """

    most: float = 0.5
    """Share of the original's names in lower case in the copy from which its style is to write none with capitals."""

    category: ClassVar[Category] = Category.TYPOGRAPHY
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "Two [[Polish]] workers were hurt in Oslo.",
            "Two [[polish]] workers were hurt in Oslo.",
            severity=Severity.MINOR,
        ),
        Case(
            "Troops left [[Turkey]] after the quake.",
            "Troops left [[turkey]] after the quake.",
            severity=Severity.MINOR,
        ),
        Case(
            "The talks in Paris ended in [[March]].", "The talks in Paris ended in [[march]].", severity=Severity.MINOR
        ),
        Case(
            "Rain will reach [[China]] and Vietnam.", "Rain will reach [[china]] and Vietnam.", severity=Severity.MINOR
        ),
        Case("The coach met Ada [[Rose]] in Porto.", "The coach met Ada [[rose]] in Porto.", severity=Severity.MINOR),
        Case("Shares of [[Apple]] and Volvo rose.", "Shares of [[apple]] and Volvo rose.", severity=Severity.MINOR),
        Case("The storm hit [[Nice]] and Cannes.", "The storm hit [[nice]] and Cannes.", severity=Severity.MINOR),
        Case(
            "The probe circled [[Mercury]] in Nasa's name.",
            "The probe circled [[mercury]] in Nasa's name.",
            severity=Severity.MINOR,
        ),
        Case("Aides at the [[White House]] said no.", "Aides at the [[white house]] said no.", severity=Severity.MINOR),
        Case(
            "The deal would let [[US]] firms sell gas.",
            "The deal would let [[us]] firms sell gas.",
            severity=Severity.MAJOR,
        ),
        Case("He works in [[IT]] for a bank.", "He works in [[it]] for a bank.", severity=Severity.MAJOR),
        Case("The [[WHO]] sent nurses to Oslo.", "The [[who]] sent nurses to Oslo.", severity=Severity.MAJOR),
        Case("The clinic treats [[AIDS]] patients.", "The clinic treats [[aids]] patients.", severity=Severity.MINOR),
        Case("The law lets [[us]] vote by mail.", "The law lets [[US]] vote by mail.", severity=Severity.MAJOR),
        Case("Only the [[US]] and Oman stayed.", "Only [[us]] and Oman stayed.", severity=Severity.MAJOR),
        Case("[[IT]] staff left the bank.", "[[It]] staff left the bank.", severity=Severity.MAJOR),
        Case("Ask the doctors [[who]] came.", "Ask the doctors [[WHO]] came.", severity=Severity.MAJOR),
        Case("JOIN US TODAY, SAID THE BANNER", "Join us today, said the banner", why="a line in capitals"),
        Case("We will NOT start it now.", "We will not start it now.", why="emphasis"),
        Case("The AIDS fund met in Oslo.", "The Aids fund met in Oslo.", why="two styles"),
        Case("The US firms sell gas.", "The U.S. firms sell gas.", why="two styles"),
        Case("They praised the Presidential guards.", "They praised the presidential guards.", why="no name"),
        Case("All Members of Congress met in Oslo.", "All members of Congress met in Oslo.", why="no name"),
        Case("The vote in [[May]] went to Hale.", "The vote in [[may]] went to Hale.", severity=Severity.MINOR),
        Case("The bill passed Congress in Oslo.", "The bill passed congress in Oslo.", why="an institution"),
        Case("They asked President Hale.", "They asked president Hale.", why="a title"),
        Case("He moved to the South of France.", "He moved to the south of France.", why="a direction"),
        Case("Storm Hits Turkey And Greece", "Storm hits Turkey and Greece", why="a headline"),
        Case(
            "Polish workers were hurt in Oslo.", "In Oslo polish workers were hurt.", why="a first word proves no name"
        ),
        Case("Police in Zagreb held Hale.", "Police in zagreb held Hale.", why="still seen to be a name"),
        Case("The Supreme Court ruled in May.", "The supreme court ruled in May.", why="an institution"),
        Case("She won; Turkey lost to Iran.", "She won; Turkey lost to Iran 2-1.", why="kept"),
        Case("The polish shone in Oslo.", "In Oslo the polish shone.", why="no name"),
        Case("The firm, Apple, sued in Oslo.", "The firm, APPLE, sued in Oslo.", why="capitals gained"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Linked words of which the original's is a name by its capital, and the copy's none."""
        known = names(comparison.original.text) | CALENDAR
        found = [
            (bead, k.original, k.copy)
            for bead in comparison.beads
            for k in bead.links
            if bead.bead.copy[0].role in PROSE and bead.original[k.original].form == bead.copy[k.copy].form
            if _stands_inside(bead, k.original) and bead.original[k.original].form in known
        ]
        for bead in comparison.beads:
            yield from _acronyms(bead)
        small = sum(bead.copy[j].text[0].islower() for bead, _, j in found)
        if len(found) > FEW and small >= self.most * len(found):
            return
        for bead, i, j in sorted(found, key=lambda place: place[0].copy[place[2]].span):
            long = _is_seat(bead, i, j)
            if long or _loses(bead, i, j):
                lost, lowered = both(bead, range(i, i + 1 + long), range(j, j + 1 + long))
                yield became(
                    lost,
                    lowered,
                    Severity.MINOR,
                    "The reader takes a name for an ordinary word.",
                    0.8,
                    message="“{}” lost its capital: “{}” is something else.",
                    group=f"capital:{joined(lost).casefold()}",
                )


def _acronyms(bead: ComparedBead) -> Iterator[Suspicion]:
    """Names in capitals that are small words in the copy, and small words that are such names."""
    for i, j in _respelt(bead):
        a, b = bead.original[i], bead.copy[j]
        lost = is_acronym(bead.original, i) and _is_small(bead.copy, j)
        if not lost and not (is_acronym(bead.copy, j) and _is_small(bead.original, i)):
            continue
        closed = not lost or a.form in CLOSED
        yield became(
            (a,),
            (b,),
            Severity.MAJOR if closed else Severity.MINOR,
            "The reader takes a name in capitals for an ordinary word."
            if lost
            else "The reader takes an ordinary word for a name in capitals.",
            0.8,
            group=f"capital:{a.form}",
        )


def _is_small(side: Sequence[Word], k: int) -> bool:
    """Whether a word is no name by its letters: in lower case, or with the capital of a sentence's first word."""
    first = k == 0 or side[k - 1].text in OPENING
    return side[k].text.islower() or (first and side[k].text.istitle() and side[k].form in CLOSED | {"us"})


def _respelt(bead: ComparedBead) -> Iterator[tuple[int, int]]:
    """Words of the same letters, in other capitals, in each other's place."""
    linked = {(k.original, k.copy) for k in bead.links}
    placed = {pair for d in bead.differences for pair in product(d.original, d.copy)}
    for i, j in sorted(linked | placed):
        a, b = bead.original[i], bead.copy[j]
        if a.text != b.text and a.form.replace(".", "") == b.form.replace(".", ""):
            yield i, j


def _stands_inside(bead: ComparedBead, k: int) -> bool:
    """Whether the original's word is a capitalised content word in the middle of a sentence."""
    word = bead.original[k]
    if not is_capitalised(word) or not (is_content(word) or word.form in CALENDAR) or not k:
        return False
    before = bead.original[k - 1]
    return not before.is_punctuation or before.text in (",", "(", "-", ";")


def _is_seat(bead: ComparedBead, i: int, j: int) -> bool:
    """Whether a name of two words begins here, both in lower case in the copy."""
    pairs = bead.original[i : i + 2], bead.copy[j : j + 2]
    forms = [" ".join(w.form for w in pair) for pair in pairs]
    return forms[0] == forms[1] and forms[0] in SEATS and all(w.text.islower() for w in pairs[1])


def _loses(bead: ComparedBead, i: int, j: int) -> bool:
    """Whether the word means something else in lower case."""
    a, b = bead.original[i], bead.copy[j]
    return (
        _is_name(bead.original, i)
        and b.text.islower()
        and not a.text.isupper()
        and a.form not in INSTITUTIONS | TITLES
        and (a.form in AMBIGUOUS if a.form in CALENDAR else _is_word(a.form))
    )


def _is_name(side: Sequence[Word], i: int) -> bool:
    """Whether the word is a place's or a month's, stands beside another name, or is a noun that lacks its article."""
    form = side[i].form
    if form in CALENDAR or is_place(form):
        return True
    if form.endswith("s") and lemma(form) == form[:-1]:
        return False
    beside = [side[k] for k in (i - 1, i + 1) if 0 <= k < len(side)]
    if any(is_capitalised(w) and is_content(w) and w.form not in TITLES for w in beside):
        return True
    return "a" not in parts_of_speech(form) and side[i - 1].form not in DETERMINERS


def _is_word(form: str) -> bool:
    """Whether the lexicon has the name as a word for an action, a quality or a thing, and not only as a name."""
    return bool(parts_of_speech(form) & {"a", "v", "r"}) or any((distance(form, t) or NEAR + 1) <= NEAR for t in THINGS)
