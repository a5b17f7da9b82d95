"""Nationalities, religions and parties: which words name one origin ("Kenya", "Kenyan", "Kenyans").

Facts of the language, written by hand, since the lexicon lacks a third of them and joins few nouns to their
adjectives: `origins.tsv`. All forms are lower case and stand for their plurals too. Words for a party are common ones
as well: they name it only with a capital.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from mtaudit.lexicon.tables import classes, labels


class Origin(NamedTuple):
    """One reading of a word: which origin it names, and whether as its name or as a word for what comes from there."""

    name: str
    derived: bool


def _forms() -> Mapping[str, tuple[Origin, ...]]:
    """Form → its origins."""
    forms: defaultdict[str, list[Origin]] = defaultdict(list)
    for column, derived in (("words", False), ("derived", True)):
        for name, named in classes(LISTED, column).items():
            for form in named:
                forms[form].append(Origin(name, derived))
    return {form: tuple(found) for form, found in forms.items()}


LISTED = "origins"

_FORMS = _forms()

_KINDS = labels(LISTED, "kind")

_WHOLES = labels(LISTED, "within")
"""An origin and the wholes to which it belongs."""


def origin(form: str) -> Origin | None:
    """What origin a lower-case word names; None for words that name none."""
    found = _FORMS.get(form) or (_FORMS.get(form[:-1]) if form.endswith("s") else None)
    return found[0] if found else None


def kind_of(name: str) -> str:
    """Whether an origin is a nation, a region, a creed or a party."""
    return _KINDS[name][0]


def is_within(a: str, b: str) -> bool:
    """Whether one of two origins takes in the other: a whole and its part, a continent and a nation."""
    return b in _WHOLES.get(a, ()) or a in _WHOLES.get(b, ())


def is_derived_pair(a: str, b: str) -> bool:
    """Whether both words name origins, and one of them what comes from there, not only the country or the faith."""
    one, other = origin(a), origin(b)
    return bool(one and other and (one.derived or other.derived))
