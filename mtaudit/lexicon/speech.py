"""Who says what: verbs of speech, and the tags that attribute a statement to its source."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from mtaudit.lexicon.closed_class import (
    ARTICLES,
    AUXILIARIES,
    DETERMINERS,
    MODALS,
    PERSONAL_PRONOUNS,
    PREPOSITIONS,
    WH_WORDS,
)
from mtaudit.lexicon.number_words import SMALL
from mtaudit.lexicon.tables import classes, members
from mtaudit.lexicon.wordnet import lemma, lemmas
from mtaudit.records import Word

SPEECH = members("speech", "attributing")
"""Lemmas of verbs that attribute a statement; the last few only with a source beside them."""


class Stance(StrEnum):
    """What a verb of speech lets the reader think of what is said, or of who says it."""

    NEUTRAL = "neutral"
    ASSERTING = "asserting"
    DOUBTFUL = "doubtful"
    CONCEDING = "conceding"
    CONFESSING = "confessing"
    BOASTING = "boasting"
    THREATENING = "threatening"
    COMPLAINING = "complaining"
    LYING = "lying"
    CONFIRMING = "confirming"
    DENYING = "denying"
    ASKING = "asking"
    ORDERING = "ordering"


STANCES = {Stance(name): verbs for name, verbs in classes("stances").items()}
"""Verbs by what they do: those of one stance can stand for each other, those of two cannot."""

ACTS = frozenset((Stance.CONFIRMING, Stance.DENYING, Stance.ASKING, Stance.ORDERING))
"""Stances that are acts of their own, and no colour of a statement."""

_STANCE = {form: stance for stance, forms in STANCES.items() for form in forms}


def stance(form: str) -> Stance | None:
    """How a form of a verb of speech colours what is said; None for other words."""
    verb = next((base for part, base in lemmas(form) if part == "v"), form)
    return _STANCE.get(verb)


TELLING = members("speech", "telling")
"""Base forms of other verbs by which someone tells or holds what one who denies does not."""


def turns_round(a: str, b: str) -> bool:
    """Whether one of two verbs denies what the other tells, claims, admits or confirms."""
    told = [(form, stance(form)) for form in (a, b)]
    denying = [how is Stance.DENYING for _, how in told]
    return denying.count(True) == 1 and any(how or tells(form) for form, how in told if how is not Stance.DENYING)


def tells(form: str) -> bool:
    """Whether the word is a form of a verb by which someone tells or holds something."""
    return is_speech(form) or form in TELLING or lemma(form) in TELLING


def states(side: Sequence[Word], k: int) -> bool:
    """Whether a form of a verb of speech has a subject: one that `speaks`, or that is oftener a verb and uncounted."""
    before = side[k - 1] if k else None
    if speaks(side, k):
        return True
    if before is None or before.form in DETERMINERS | PREPOSITIONS - {"to"} or AUXILIARIES.get(before.form) == "be":
        return False
    counted = before.form in SMALL or before.form.isdigit() or _likeliest(before.form) == "a"
    return _likeliest(side[k].form) == "v" and not (counted and side[k].form.endswith("s"))


def _likeliest(form: str) -> str:
    """The likeliest part of speech; empty for a word that no lexicon has."""
    return next((part for part, _ in lemmas(form)), "")


SHORT = 4
"""Words of a tag that is known by its form alone: ", analysts predicted", "the referee said"."""

SOURCES = members("speech", "source")
"""Words that tell where a statement comes from."""


def is_speech(form: str) -> bool:
    """Whether the word is a form of a verb of speech."""
    return form in SPEECH or lemma(form) in SPEECH


def is_attribution(words: Sequence[Word]) -> bool:
    """Whether a stretch of words is a tag that names a source: "according to the mayor", "the mayor said"."""
    forms = [w.form for w in words if not w.is_punctuation]
    if not 2 <= len(forms) <= 14:
        return False
    if "according" in forms and "to" in forms:
        return True
    if len(forms) <= SHORT and is_speech(forms[-1]) and (words[0].form == "," or forms[0] in ARTICLES):
        return True
    return (
        len(forms) <= 8
        and any(is_speech(f) for f in (forms[0], forms[-1], forms[1]))
        and (
            any(w.text[:1].isupper() for w in words)
            or any(f in ("he", "she", "they", "it", "who") or f in SOURCES for f in forms)
        )
    )


def speaks(side: Sequence[Word], k: int) -> bool:
    """Whether a form of a verb of speech stands as one, and not as a noun, an adjective or a passive.

    "Hale claims" and "she admitted", but neither "two claims", "the alleged thief" nor "was admitted".
    """
    form, before = side[k].form, side[k - 1] if k else None
    if before is None or before.is_punctuation:
        return not (form.endswith("s") and k + 1 < len(side) and side[k + 1].is_punctuation)
    if before.form in DETERMINERS | PREPOSITIONS - {"to"} or AUXILIARIES.get(before.form) == "be":
        return False
    if form.endswith("s") or (lemma(form) == form and not form.endswith("ed")):
        return before.form in PERSONAL_PRONOUNS or before.form in MODALS | WH_WORDS | {"to"} or before.text[0].isupper()
    return before.form != "to"
