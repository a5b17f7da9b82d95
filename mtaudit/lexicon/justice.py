"""Crimes, steps of a procedure and the people in it: words of the news of which none says another.

Written by hand from what dictionaries of law, British and American, and style books of news agencies tell apart:
`crimes.tsv`, `procedure.tsv`, `parties-to-a-case.tsv`. What stands in one class is told by any of its words; two
classes are two things. A noun or verb is given in its base form.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from mtaudit.lexicon.tables import classes, labels, unordered
from mtaudit.lexicon.wordnet import lemma, lemmas
from mtaudit.records import Word


class Field(StrEnum):
    """What a word of justice tells of: a crime, a step of the procedure, or someone's part in it."""

    CRIME = "crime"
    STEP = "step"
    PARTY = "party"


class Standing(StrEnum):
    """What is said of someone's guilt."""

    NONE = "none"
    OPEN = "open"
    PROVEN = "proven"
    CLEARED = "cleared"


_WIDER = labels("crimes", "within")
"""A crime, and those of which it is a kind."""

_BEFORE = {"charge": frozenset(("in", "of"))}
_BEHIND = {"tried": frozenset(("to", "and", "out", "on")), "clear": frozenset(("that", "up"))}
"""Words beside which a word tells of no justice: "in charge", "tried to"."""


class Kind(NamedTuple):
    """What a word of justice tells: by the name of its class, with what it is among or what it says of guilt."""

    field: Field
    name: str
    family: str = ""
    standing: Standing | None = None


class Told(NamedTuple):
    """Words of a text that tell of a crime, a step or a part."""

    kind: Kind
    words: range


def told(side: Sequence[Word]) -> tuple[Told, ...]:
    """What the words tell of justice, in the order of the text; of phrases that overlap, the longest."""
    found = []
    k = 0
    while k < len(side):
        here = _at(side, k)
        if here:
            found.append(here)
        k = here.words.stop if here else k + 1
    return tuple(found)


def near(a: Kind, b: Kind) -> bool:
    """Whether loose writing has the one for the other: a wider word for a crime, an arrest for a detention."""
    return wider(a, b) or wider(b, a) or frozenset((a.name, b.name)) in _CLOSE


def wider(a: Kind, b: Kind) -> bool:
    """Whether the crime b is a kind of the crime a."""
    return a.field is b.field is Field.CRIME and a.name in _WIDER.get(b.name, ())


def _kinds() -> Iterator[tuple[Kind, Sequence[str]]]:
    """All that words of justice tell, each with its words and phrases."""
    families, crimes = labels("crimes", "family"), classes("crimes")
    yield from ((Kind(Field.CRIME, name, "".join(families.get(name, ()))), said) for name, said in crimes.items())
    for field, listed in ((Field.PARTY, "parties-to-a-case"), (Field.STEP, "procedure")):
        standings = labels(listed, "standing")
        for name, phrases in classes(listed).items():
            standing = next(map(Standing, standings.get(name, ())), None)
            yield Kind(field, name, "", standing), phrases


def _entries() -> dict[str, list[tuple[tuple[str, ...], Kind]]]:
    """First word → the phrases that begin with it, the longest first, each with what it tells."""
    table: defaultdict[str, list[tuple[tuple[str, ...], Kind]]] = defaultdict(list)
    for kind, phrases in _kinds():
        for words in (tuple(phrase.split()) for phrase in phrases):
            table[words[0]].append((words, kind))
    return {first: sorted(found, key=lambda entry: -len(entry[0])) for first, found in table.items()}


_TABLE = _entries()

_CLOSE = unordered("interchangeable", "procedure")


def _at(side: Sequence[Word], k: int) -> Told | None:
    """What the words from k on tell of justice."""
    form = side[k].form
    for first in dict.fromkeys((form, lemma(form), *(base for _, base in lemmas(form)))):
        for phrase, kind in _TABLE.get(first, ()):
            stop = k + len(phrase)
            if stop > len(side) or not _stands(side[k:stop], phrase, kind):
                continue
            before, behind = (side[k - 1].form if k else ""), (side[stop].form if stop < len(side) else "")
            if before not in _BEFORE.get(first, ()) and behind not in _BEHIND.get(first, ()):
                return Told(kind, range(k, stop))
    return None


def _stands(side: Sequence[Word], phrase: Sequence[str], kind: Kind) -> bool:
    """Whether the words are the phrase, inflected or not; of a part only the noun ("suspects", not "suspected")."""
    if kind.field is Field.PARTY:
        return side[0].form in (phrase[0], phrase[0] + "s", phrase[0] + "es")
    return all(
        w.form == wanted or any(base == wanted for _, base in lemmas(w.form))
        for w, wanted in zip(side, phrase, strict=True)
    )
