"""How sure, allowed or obliged: modal verbs and hedges on one scale each."""

from __future__ import annotations

from mtaudit.lexicon.tables import class_of, unordered

POSSIBLE, LIKELY, CERTAIN, OBLIGED = "possible", "likely", "certain", "obliged"

STRENGTH = class_of("modality")
"""Word (lower case) → how strong a statement it makes."""

HEDGES = frozenset(word for word, strength in STRENGTH.items() if strength == POSSIBLE) - frozenset(
    "may might could can possible potential reported claimed accused".split()
) | {"likely", "probably"}
"""Words that alone keep a statement from being a plain fact; losing one makes a suspicion a fact."""

NEAR = unordered("interchangeable", "modal")
"""Pairs of modal verbs that tense and idiom exchange freely."""


def strength(form: str) -> str | None:
    """How strong the word makes a statement; None for words of no such kind."""
    return STRENGTH.get(form)


def changed(a: str, b: str) -> bool:
    """Whether two words of modality make statements of unlike strength, beyond what tense and idiom exchange."""
    return bool(strength(a) and strength(b) and strength(a) != strength(b) and frozenset((a, b)) not in NEAR)
