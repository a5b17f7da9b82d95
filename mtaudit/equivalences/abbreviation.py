"""Abbreviation: a name or title and its short form."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import ClassVar

from mtaudit.equivalences.base import Same, Unlike
from mtaudit.lexicon.closed_class import is_function_word
from mtaudit.lexicon.tables import pairs
from mtaudit.records import ComparedBead, Difference, Word
from mtaudit.text.names import initial, stands_as_name

SHORT = dict(pairs("short-forms"))
"""Written abbreviation (lower case, no stop) → the word in full."""

THINGS = frozenset(chain.from_iterable(pairs("short-forms", "thing")))
"""Those that have no capital inside a sentence, where a word with one is a name ("Min Park")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviation:
    """A title, unit or institution is written short on one side and in full on the other.

    "Sen." is "Senator", and the initials of a name in capitals stand for that name: "EU" for "European Union", "G7" for
    "Group of Seven".
    """

    cases: ClassVar[tuple[Same | Unlike, ...]] = (
        Same("Sen. Ada Brook met Dr. Hale.", "Senator Ada Brook met Doctor Hale."),
        Same("The European Union warned the UK.", "The EU warned the United Kingdom."),
        Same("Mr. Hale spoke.", "Mr Hale spoke."),
        Same("the U.S. Congress", "the United States Congress"),
        Same("The G7 met.", "The Group of Seven met."),
        Same("The Group of 20 met.", "The G20 met."),
        Same("The shop at No. 9 burned.", "The shop at Number 9 burned."),
        Unlike("They met Min Park.", "They met Minutes Park."),
        Unlike("The European Union met.", "The UN met."),
        Unlike("The G7 met.", "The Group of Eight met."),
        Unlike("Sen. Brook met Rep. Hale.", "Rep. Brook met Sen. Hale."),
        Unlike("the US Congress", "the UK Congress"),
    )

    def __call__(self, bead: ComparedBead, difference: Difference) -> bool:
        """Whether one side is the other in short."""
        lost, gained = bead.lost(difference), bead.gained(difference)
        if not lost or not gained:
            return _is_stop(bead, difference)
        if any(w.form in SHORT for w in (*lost, *gained)) and _full(lost) == _full(gained):
            return [w.form for w in lost] != [w.form for w in gained] and not _is_of_a_name(bead, difference)
        return _initials(lost, gained) or _initials(gained, lost)


def _is_of_a_name(bead: ComparedBead, difference: Difference) -> bool:
    """Whether a word for a thing is written with a capital inside a sentence, and no figure follows ("No. 1")."""
    for side, where in ((bead.original, difference.original), (bead.copy, difference.copy)):
        for k in where:
            behind = [w.form for w in side[k + 1 : k + 3] if w.form != "."]
            if side[k].form in THINGS and not side[k].text.isupper() and stands_as_name(side, k):
                return not any(form[0].isdigit() for form in behind[:1])
    return False


def _full(side: tuple[Word, ...]) -> list[str]:
    return [SHORT.get(w.form, w.form) for w in side if not w.is_punctuation]


def _initials(short: tuple[Word, ...], full: tuple[Word, ...]) -> bool:
    """Whether `short` is one word made of the initials of `full`."""
    shorts = [w for w in short if not (w.is_punctuation or w.form in ("the", "'s"))]
    last = shorts[0].text[-1:] if len(shorts) == 1 else ""
    if not (last.isupper() or last.isdigit() or last == "."):
        return False
    letters = shorts[0].form.replace(".", "")
    named = [w for w in full if w.text[:1].isupper() or not is_function_word(w.form)]
    named = [w for w in named if not (w.is_punctuation or w.form in ("the", "'s"))]
    spelled = "".join(map(initial, named))
    everything = "".join(initial(w) for w in full if not w.is_punctuation)
    capital = all(w.text[0].isupper() or w.text.isdigit() for w in named)
    return len(letters) >= 2 and letters[0].isalpha() and capital and letters in (spelled, everything)


def _is_stop(bead: ComparedBead, difference: Difference) -> bool:
    """Whether the difference is the stop behind an abbreviation."""
    side, where = (bead.original, difference.original) if difference.original else (bead.copy, difference.copy)
    return (
        len(where) == 1
        and side[where.start].form == "."
        and where.start > 0
        and not side[where.start].spaced
        and (side[where.start - 1].form in SHORT or side[where.start - 1].form in ("mrs", "ms", "jr"))
    )
