"""Times told from the day of writing or from another event: "yesterday", "tonight", "last week", "two days ago"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from mtaudit.lexicon.number_words import SMALL
from mtaudit.records import Span
from mtaudit.text.dates import MONTHS, WEEKDAYS


@dataclass(frozen=True, slots=True)
class RelativeDay:
    """How far a time lies from now: `offset` units ahead (below 0: back), at a part of the day if that is given.

    Where the units are counted ("in two days", "years ago") `counted` is set; without a number the offset is 1 or -1.
    """

    span: Span
    unit: str
    offset: int
    part: str | None = None
    counted: bool = False


_AHEAD = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1, "following": 1}
_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_NIGHT = "night"
_PARTS = {"morning": "morning", "afternoon": "afternoon", "evening": _NIGHT, "night": _NIGHT}
_SEASONS = "spring summer autumn fall winter".split()
_LOOSE = frozenset(("season", "weekend", "term", "calendar", *_SEASONS))
"""Units that overlap with others: a "season" may be the "year"."""

_UNIT = "day week weekend fortnight month year decade century season term quarter semester".split()
_CALENDAR = [name.casefold() for name in (*WEEKDAYS, *MONTHS)]
_NAMED = "|".join((*_UNIT, *_SEASONS, *_CALENDAR))
_PART = "|".join(_PARTS)
_SPAN = r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|years?|decades?|centur(?:y|ies))"
_COUNT = "|".join(("an?", r"(?<![\d.,$])\d\d?", *SMALL))

_PATTERNS = (
    re.compile(r"(?<!\w)(?:the\s+)?day\s+(?P<two>before\s+yesterday|after\s+tomorrow)(?!\w)", re.IGNORECASE),
    re.compile(rf"(?<![\w-])(?P<day>{'|'.join(_DAYS)})(?:\s+(?P<part>{_PART}))?(?![\w-])", re.IGNORECASE),
    re.compile(rf"(?<!\w)(?P<which>last|this)\s+(?P<part>{_PART})(?!\w)", re.IGNORECASE),
    re.compile(rf"(?<!\w)(?P<which>{'|'.join(_AHEAD)})\s+(?P<unit>{_NAMED})(?!\w)(?!\s+of\b)", re.IGNORECASE),
    re.compile(rf"(?<!\w)(?:(?P<count>{_COUNT})\s+)?(?P<unit>{_SPAN})\s+(?P<ago>ago|from\s+now)(?!\w)", re.IGNORECASE),
    re.compile(rf"(?<!\w)(?P<ago>in)\s+(?P<count>\w+)\s+(?P<unit>{_SPAN})(?!\w)(?!['’]|\s+of\b)", re.IGNORECASE),
)
_CLUE = re.compile(r"day|morrow|night|ago|now|week|last|next|this|past|previous|coming|following|\bin\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def relative_days(text: str) -> tuple[RelativeDay, ...]:
    """The relative times of a text in order; spans lie in the text and do not overlap."""
    if not _CLUE.search(text):
        return ()
    found: list[RelativeDay] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            span = Span(*match.span())
            if not any(span.overlaps(other.span) for other in found):
                found.extend(_read(match, span))
    return tuple(sorted(found, key=lambda day: day.span))


def _read(match: re.Match[str], span: Span) -> Iterator[RelativeDay]:
    said = {name: words.casefold() for name, words in match.groupdict().items() if words}
    part = _PARTS.get(said.get("part", ""))
    if "two" in said:
        yield RelativeDay(span, "day", -2 if said["two"].startswith("before") else 2)
    elif "day" in said:
        yield RelativeDay(span, "day", _DAYS[said["day"]], _NIGHT if said["day"] == "tonight" else part)
    elif "ago" in said:
        away = _counted(said.get("count", ""))
        yield RelativeDay(span, _one(said["unit"]), -away if said["ago"] == "ago" else away, counted=True)
    elif "part" in said:
        yield RelativeDay(span, "day", _AHEAD[said["which"]], part)
    else:
        unit = "calendar" if said["unit"] in _CALENDAR else said["unit"]
        yield RelativeDay(span, unit, _AHEAD[said["which"]])


def _counted(word: str) -> int:
    """The number that the word says; 1 where it says none ("a few")."""
    return max(1, int(word) if word.isdecimal() and word.isascii() else SMALL.get(word, 1))


def _one(units: str) -> str:
    """The unit's singular."""
    return units.removesuffix("s").replace("centurie", "century")


def days_apart(a: RelativeDay, b: RelativeDay) -> str | None:
    """How two relative times disagree: "direction", "distance", "unit" or "part of the day"; None if they may agree."""
    if a.offset * b.offset < 0:
        return "direction"
    if a.counted or b.counted:
        told = a.unit == b.unit and not (a.counted and b.counted)
        return "distance" if told and a.offset != b.offset else None
    if a.unit == b.unit:
        if a.offset != b.offset:
            return "distance"
        return "part of the day" if a.part and b.part and a.part != b.part else None
    if _LOOSE & {a.unit, b.unit} or (a.offset == b.offset == 0 and "day" in (a.unit, b.unit)):
        return None
    return "unit"


def same_day(a: RelativeDay, b: RelativeDay) -> bool:
    """Whether two relative times may be the same."""
    return days_apart(a, b) is None
