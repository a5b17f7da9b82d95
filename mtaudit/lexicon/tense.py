"""When something happens and whether it is over: what the form of an English verb group says."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from mtaudit.lexicon.closed_class import AUXILIARIES
from mtaudit.lexicon.wordnet import lemma, parts_of_speech

PRESENT_AUXILIARIES = frozenset("am is are has have do does".split())
PAST_AUXILIARIES = frozenset("was were had did".split())
FUTURE = frozenset("will shall".split())


class Time(StrEnum):
    """The time of a finite verb; WOULD is the future seen from the past."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    WOULD = "would"


class Tense(NamedTuple):
    """Time and aspect of a verb group."""

    time: Time
    perfect: bool
    progressive: bool


def is_helping(form: str) -> bool:
    """Whether the word only builds tenses."""
    return form in AUXILIARIES or form in FUTURE or form == "would"


def tense(group: Sequence[str]) -> Tense | None:
    """The tense of a verb group in lower case ("has been saying"); None where it has no finite verb.

    A lone form that may be past or participle counts as past, one that may be noun or verb as a verb.
    """
    if not group:
        return None
    time = _time(group[0])
    if time is None:
        return None
    helpers = group[:-1]
    return Tense(
        time,
        perfect=any(AUXILIARIES.get(f) == "have" for f in helpers),
        progressive=group[-1].endswith("ing") and any(AUXILIARIES.get(f) == "be" for f in helpers),
    )


def _time(first: str) -> Time | None:
    if first in FUTURE:
        return Time.FUTURE
    if first == "would":
        return Time.WOULD
    if first in PAST_AUXILIARIES:
        return Time.PAST
    if first in PRESENT_AUXILIARIES:
        return Time.PRESENT
    if is_helping(first) or first.endswith("ing") or "v" not in parts_of_speech(first):
        return None
    base = lemma(first)
    return Time.PRESENT if first == base or first.endswith("s") else Time.PAST
