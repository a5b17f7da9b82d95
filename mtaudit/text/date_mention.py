"""One date or time as a value, and when two of them may be the same moment."""

from __future__ import annotations

from dataclasses import dataclass, fields

from mtaudit.records import Span


@dataclass(frozen=True, slots=True)
class DateMention:
    """What one mention of a date or time says; a field is None where it says nothing.

    `weekday` counts from Monday = 0, `hour` from 0 to 23. `either_half` tells that the time leaves open which
    half of the day is meant ("9:30"), `either_order` that day and month may stand the other way round ("05/04").
    `zone` is the minutes by which the clock is ahead of Greenwich, `quarter` and `half_year` count from 1.
    """

    span: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hour: int | None = None
    minute: int | None = None
    decade: int | None = None
    quarter: int | None = None
    half_year: int | None = None
    zone: int | None = None
    either_half: bool = False
    either_order: bool = False


def compatible(a: DateMention, b: DateMention) -> bool:
    """Whether both may say the same moment: they share a field and contradict each other in none."""
    return bool(_shared(a, b)) and not contradiction(a, b)


def contradiction(a: DateMention, b: DateMention) -> str | None:
    """The first field in which the two disagree, or None. One moment by the clocks of two zones is no disagreement."""
    if _same_moment(a, b):
        return None
    return next((name for name in _shared(a, b) if not _agree(name, a, b)), None)


def _same_moment(a: DateMention, b: DateMention) -> bool:
    """Whether two times of day in different zones are one moment; the date may differ by the hours between them."""
    if None in (a.zone, b.zone, a.hour, b.hour) or a.zone == b.zone:
        return False
    here, there = ((m.hour or 0) * 60 + (m.minute or 0) - (m.zone or 0) for m in (a, b))
    half = a.either_half or b.either_half
    return (here - there) % (12 * 60 if half else 24 * 60) == 0


_SAYING = tuple(f.name for f in fields(DateMention) if f.name not in ("span", "either_half", "either_order"))


def _shared(a: DateMention, b: DateMention) -> list[str]:
    return [name for name in _SAYING if getattr(a, name) is not None and getattr(b, name) is not None]


def _agree(name: str, a: DateMention, b: DateMention) -> bool:
    if name == "hour" and (a.either_half or b.either_half):
        return (a.hour or 0) % 12 == (b.hour or 0) % 12
    if name in ("day", "month") and (a.either_order or b.either_order):
        here = sorted(n for n in (a.day, a.month) if n is not None)
        there = sorted(n for n in (b.day, b.month) if n is not None)
        return here == there if len(here) == len(there) else bool(set(here) & set(there))
    return bool(getattr(a, name) == getattr(b, name))
