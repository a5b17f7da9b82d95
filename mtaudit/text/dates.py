"""Dates, periods and clock times in English news: "May 17, 2019", "Sept. 12", "Q3 2020", "9 p.m.", "the 1990s"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache

from mtaudit.lexicon.number_words import ORDINALS, SMALL
from mtaudit.records import Span
from mtaudit.text.date_mention import DateMention, compatible, contradiction

__all__ = ["DateMention", "compatible", "contradiction", "dates"]

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_MONTH_NUMBER = {name[:3].casefold(): number for number, name in enumerate(MONTHS, 1)}
_WEEKDAY_NUMBER = {name[:3].casefold(): number for number, name in enumerate(WEEKDAYS)}
_TENS = {"twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960, "seventies": 1970,
         "eighties": 1980, "nineties": 1990}  # fmt: skip
_HOURS = {word: n for word, n in SMALL.items() if 1 <= n <= 12}


_FULL = "|".join(f"{name}|{name.upper()}" for name in MONTHS)
_SHORT = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)(?:\.|(?!\w))"
_LOWER = "|".join(name.casefold() for name in MONTHS if name not in ("March", "May", "August"))
_MONTH = rf"(?:(?:{_FULL}|{_LOWER})(?!\w)|{_SHORT})"
_YEAR = r"(?:1\d|20)\d\d(?!\d|[.,:]\d|\s?%)"
_D = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)"
_TH = r"(?:st|nd|rd|th)?"
_NO_COUNT = r"(?!\w|[.,:]\d|\s?(?:%|percent|per\s?cent|million|billion|thousand|people|[ap]\.?m\b))"
_AND_DAY = rf"(?:\s?[-–—]\s?|\s+(?:and|or|to|&)\s+)(?P<day2>{_D}){_TH}(?!\w|[.,:]\d)"

_CALENDAR = (
    re.compile(rf"(?<![\w/.-])(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>{_D})(?=\D|$)"),
    re.compile(
        r"(?<![\w/.,$£€-])(?P<a>\d\d?)(?P<mark>[/.-])(?P<b>\d\d?)(?P=mark)(?P<year>(?:19|20)\d\d|\d\d)(?![\w/]|[.-]\d)"
    ),
    re.compile(
        rf"(?<![\w.,:/$£€-])(?P<day>{_D}){_TH}(?:{_AND_DAY})?[\s-]+(?:of\s+)?(?P<month>{_MONTH})"
        rf"(?:(?:,?\s+(?:of\s+)?|-)(?P<year>{_YEAR}))?"
    ),
    re.compile(
        rf"(?<!\w)(?P<month>{_MONTH})(?:\s+|(?<=\.))(?:the\s+)?(?P<day>{_D}){_TH}(?:{_AND_DAY})?{_NO_COUNT}"
        rf"(?:,?\s+(?:of\s+)?(?P<year>{_YEAR})(?!\w))?"
    ),
    re.compile(rf"(?<!\w)(?P<month>{_MONTH}),?\s+(?:of\s+)?(?P<year>{_YEAR})(?!\w)"),
)
_DIGITLESS_MONTH = re.compile(rf"(?<![\w-])(?P<month>{_MONTH})(?![\w’'-])")
_UNSURE_MONTHS = frozenset(("march", "may", "mar", "jan", "april", "june", "august", "jun", "dec", "sep", "oct"))
_MONTH_CUE = re.compile(
    r"\b(?:in|[Ss]ince|[Dd]uring|[Uu]ntil|till|from|[Ll]ast|[Nn]ext|this|[Ee]arly|[Mm]id|[Ll]ate|through|before|after"
    r"|between|by|of|to|for|[Ii]n|[Ff]rom|[Bb]y|[A-Z][a-z]{2,8} (?:and|or))[\s-]+$"
)
_SURNAME = re.compile(r"(?:\s+[A-Z][a-z]|[’']s|\s+(?:said|says|told|was|is|has|had|will|be|have|not)\b)")
_FIRST_NAME = re.compile(r"[A-Z][a-z]+\s+$")
_WEEKDAY = re.compile(
    r"(?<![\w-])(?P<weekday>(?:[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un)days?|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY"
    r"|(?:Tues?|Thu(?:rs?)?)(?:\.|(?=[\s,]))|(?:Mon|Wed|Fri|Sat|Sun)(?:\.|(?=[\s,]))(?=,?\s+(?:\d|[A-Z][a-z]{2,8}\.?\s+\d)))(?!\w)"
)
_WEEKDAY_GAP = re.compile(r",?\s+(?:the\s+)?|\s*\(")

_HALF = r"(?:\s?(?P<half>[ap])\.?\s?m\b\.?|\s+(?:in\s+the\s+(?P<part>morning|afternoon|evening)|(?P<night>at\s+night)))"
_CLOCK = (
    re.compile(
        rf"(?<![\w.,:/$£€-])(?P<hour>\d{{1,2}})(?:[:.h](?P<minute>[0-5]\d)(?::[0-5]\d)?)?{_HALF}", re.IGNORECASE
    ),
    re.compile(
        r"(?<![\w.,:/$£€-])(?P<hour>[01]?\d|2[0-4])(?::(?P<minute>[0-5]\d)(?::[0-5]\d)?|\s?h\s?(?P<minute_h>[0-5]\d)|h)(?![\w:]|\.\d)"
    ),
    re.compile(
        r"(?<![\w.,:/$£€-])(?P<hour>[01]\d|2[0-3]|\d(?=\d\d\s[A-Z]))(?P<minute>[0-5]\d)"
        r"(?=\s?(?:GMT|UTC|BST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|CET|CEST|IST|Z|hrs|hours|local)\b)"
    ),
    re.compile(rf"(?<![\w.,:/$£€-])(?P<hour>\d{{1,2}}|{'|'.join(_HOURS)})\s+o[’']clock{_HALF[:-1]}|)", re.IGNORECASE),
    re.compile(
        rf"(?<!\w)(?P<hour>{'|'.join(_HOURS)})(?:\s?(?P<half>[ap])\.m\b\.?|\s+in\s+the\s+(?P<part>morning|afternoon|evening))",
        re.IGNORECASE,
    ),
)
_HOURS_AHEAD = {
    "GMT": 0, "UTC": 0, "WET": 0, "BST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3, "IST": 5.5, "JST": 9,
    "KST": 9, "AEST": 10, "AEDT": 11, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8,
    "PDT": -7,
}  # fmt: skip
_ZONE = re.compile(
    rf"\s?(?P<zone>{'|'.join(_HOURS_AHEAD)})(?:\s?(?P<sign>[+−-])\s?(?P<ahead>\d\d?)(?::?(?P<extra>[0-5]\d))?)?(?!\w)"
)
_NAMED_HOUR = re.compile(r"(?<![\w-])(?P<name>noon|midday|midnight)(?!\w)")

_DECADE = re.compile(
    r"(?<![\w.,/$£€])(?:(?P<decade>(?:1[6-9]|20)\d0)[’']?s|[’'‘](?P<short>\d0)s|(?<=the )(?P<tens>[2-9]0)[’']?s|"
    rf"(?<=the )(?P<word>{'|'.join(_TENS)}))(?!\w)"
)
_YEAR_RANGE = re.compile(
    r"(?<![\w.,:/$£€-])(?P<year>(?:1[5-9]|20)\d\d)\s?[-–—/]\s?(?P<year2>(?:1[5-9]|20)\d\d|\d\d)(?![\w%]|[.,:/-]\d)"
)
_BARE_YEAR = re.compile(r"(?<![\w.,:/$£€¥#+])(?P<year>1\d{3}|20\d\d)(?![\w%°]|[.,:/-]\d|-[a-z]+s\b)")
_PLACES = (
    {word: number for word, number in ORDINALS.items() if number < 10}
    | {word: int(word[0]) for word in "1st 2nd 3rd 4th 5th 6th 7th 8th 9th".split()}
    | {"final": 4}
)
_FISCAL = r"(?:(?:fiscal|financial|calendar)[\s-]+)?"
_OF_YEAR = (
    rf"(?:(?:,?\s+(?:of\s+|in\s+)?(?:the\s+)?{_FISCAL}(?:year\s+)?(?:FY\s?)?|[-/])(?P<year>{_YEAR})(?!\w)"
    rf"|\s?['’](?P<short>\d\d)(?!\w)|\s?FY\s?(?P<fy>\d\d)(?!\w)|\s+of\s+the\s+{_FISCAL}year(?!\w))?"
)
_PERIODS = (
    re.compile(rf"(?<![\w.&-])(?:the\s+)?{_FISCAL}(?P<kind>[QH])(?P<number>[1-4])(?![\w.]*\w|-[A-Z]){_OF_YEAR}"),
    re.compile(
        rf"(?<![\w.,$£€-])(?:the\s+)?{_FISCAL}(?P<number>[1-4])(?P<kind>[QH])(?:(?P<two>\d\d)(?!\w)|(?!\w){_OF_YEAR})"
    ),
    re.compile(
        rf"(?<!\w)(?:the\s+)?{_FISCAL}(?P<number>{'|'.join(_PLACES)})[\s-]+{_FISCAL}(?P<kind>quarter|half)(?![\w])"
        rf"(?!-(?!on\b|over\b)(?:final|cent|hour|mile|time|truth|brother|sister|mar))(?!\s+(?:time|brother|sister|mile|hour)){_OF_YEAR}",
        re.IGNORECASE,
    ),
)
_PERIOD = re.compile(r"[QH][1-4]|[1-4][QH]|quarter|half", re.IGNORECASE)
_OF_A_WHOLE = re.compile(
    r"\s+of\s+(?!the\s+(?:(?:fiscal|financial|calendar|school)\s+)?(?:year|season|decade|century)\b|this|last|next|\d)"
)

_AMOUNT_BEFORE = re.compile(
    r"(?:\b(?:more than|over|at least|nearly|almost|up to|fewer than|less than|some|least|exceed\w*|total of"
    r"|about|roughly|USD|EUR|GBP|No\.?)|[$£€¥])\s*$",
    re.IGNORECASE,
)
_AMOUNT_AFTER = re.compile(
    r"[\s-]+(?:per\s?cent|percent|hundred|million|billion|thousand|people|(?:wo)?men|\w*children|miles?|km|kilomet(?:re|er)s?|met(?:re|er)s?"
    r"|feet|foot|tonn?e?s|hectares?|acres?|pounds?|dollars?|euros?|hours|minutes|days|weeks|months|years|m|ft|kg|lbs?|mph"
    r"|more|of the|or (?:more|so|fewer|less))\b"
)
_PLURAL_AFTER = re.compile(r"\s+(?:[a-z]+\s+)?[a-z]{2,}[^s\W]s\b")
_YEAR_CUE = re.compile(
    r"(?:\b(?:in|since|during|until|till|by|from|of|before|after|through|circa|c\.|year|early|late|mid|around|born|died"
    r"|between|winter|spring|summer|autumn|fall|season|the|a|an|to|and|this|last|next|his|her|its|their|our)|[’']s)[\s-]+$",
    re.IGNORECASE,
)
_OLD_YEAR_CUE = re.compile(
    r"(?:\b(?:in|since|during|until|by|from|of|before|after|circa|c\.|year|early|late|mid|born|died|to|the)[\s-]+|\()$",
    re.IGNORECASE,
)

_CLUE = re.compile(
    r"\d|[Qq]uarter\b|[Hh]alf\b|day\b|days\b|DAY|[Nn]oon|[Mm]id(?:day|night)|o[’']clock|\b[ap]\.m|Tue|Thu|"
    r"(?:Jan|Feb|Mar|Apr|May|Ju[nl]|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|JU[NL]|AUG|SEP|OCT|NOV|DEC)|"
    r"uary\b|\b(?:april|june|july)\b|(?:tem|cto|vem|cem)ber\b|ties\b|(?:morn|even)ing|afternoon"
)


@lru_cache(maxsize=4096)
def dates(text: str) -> tuple[DateMention, ...]:
    """The dates, quarters, half years and clock times of a text in order; spans lie in the text and do not overlap.

    A weekday written before a date belongs to it. "May", "March" and other names that are words or names of people
    too count as months only beside a day, a year or a preposition. A bare number is a year from 1900 to 2099
    unless it counts something, and earlier ones only behind a word such as "in" or "since".
    """
    if not _CLUE.search(text):
        return ()
    found: list[DateMention] = []
    has_digit = any(c.isdigit() for c in text)
    for reader in _READERS:
        if has_digit or reader in _DIGITLESS:
            for mention in reader(text):
                if not any(mention.span.overlaps(other.span) for other in found):
                    found.append(mention)
    found = sorted((_zoned(text, mention) for mention in found), key=lambda mention: mention.span)
    return tuple(_joined(text, found))


def _zoned(text: str, mention: DateMention) -> DateMention:
    """A time of day with the zone that is written behind it: "0900 GMT", "9:30 UTC+2"."""
    match = _ZONE.match(text, mention.span.end) if mention.hour is not None else None
    if not match:
        return mention
    zone = round(_HOURS_AHEAD[match["zone"]] * 60)
    if match["sign"]:
        ahead = int(match["ahead"]) * 60 + int(match["extra"] or 0)
        zone += ahead if match["sign"] == "+" else -ahead
    return replace(mention, span=Span(mention.span.start, match.end()), zone=zone)


def _calendar(text: str) -> Iterator[DateMention]:
    """A day with its month, a month with its year."""
    for pattern in _CALENDAR:
        for match in pattern.finditer(text):
            parts = match.groupdict()
            if "a" in parts:
                yield from _slashed(match)
                continue
            month = _MONTH_NUMBER.get(parts["month"][:3].casefold()) or int(parts["month"])
            mention = DateMention(
                Span(*match.span()),
                year=_number(parts["year"]),
                month=month,
                day=_number(parts.get("day")),
            )
            if parts.get("day2"):
                yield from _two_days(match, mention)
            else:
                yield mention


def _two_days(match: re.Match[str], whole: DateMention) -> Iterator[DateMention]:
    """ "December 5 and 6" is two dates: the first and the second day each get their part of the words."""
    day_first = match.start("day") < match.start("month")
    cut = match.end("day") if day_first else match.start("day2")
    first = Span(match.start(), cut if day_first else match.end("day"))
    second = Span(match.start("day2") if day_first else cut, match.end())
    yield replace(whole, span=first)
    yield replace(whole, span=second, day=int(match["day2"]))


def _slashed(match: re.Match[str]) -> Iterator[DateMention]:
    a, b = int(match["a"]), int(match["b"])
    short = len(match["year"]) == 2
    if not (1 <= min(a, b) <= 12 and max(a, b) <= 31) or (short and match["mark"] != "/"):
        return
    year = int(match["year"]) + (0 if not short else 2000 if int(match["year"]) < 50 else 1900)
    day, month = (a, b) if b <= 12 else (b, a)
    yield DateMention(Span(*match.span()), year, month, day, either_order=max(a, b) <= 12 and a != b)


def _clock(text: str) -> Iterator[DateMention]:
    for pattern in _CLOCK:
        for match in pattern.finditer(text):
            parts = match.groupdict()
            hour = _HOURS.get(parts["hour"].casefold()) or int(parts["hour"])
            half = parts.get("half") or {"morning": "a"}.get((parts.get("part") or "").casefold())
            half = half or ("p" if parts.get("part") else "p" if parts.get("night") and hour > 5 else None)
            minute = _number(parts.get("minute") or parts.get("minute_h")) or 0
            if half and 0 < hour <= 12:
                hour = hour % 12 + (12 if half in "pP" else 0)
            elif hour > 24 or (half and hour > 12):
                continue
            either = half is None and 0 < hour <= 12 and len(parts["hour"]) < 3 and not parts["hour"].startswith("0")
            either = either and pattern is not _CLOCK[2]
            yield DateMention(_trimmed(match), hour=hour % 24, minute=minute, either_half=either)


def _trimmed(match: re.Match[str]) -> Span:
    """Without the full stop of the sentence behind a plain "pm"."""
    written = match.group()
    extra = written.endswith(".") and "." not in written[-4:-1]
    return Span(match.start(), match.end() - extra)


def _named_hours(text: str) -> Iterator[DateMention]:
    for match in _NAMED_HOUR.finditer(text):
        yield DateMention(Span(*match.span()), hour=0 if match["name"] == "midnight" else 12, minute=0)


def _months(text: str) -> Iterator[DateMention]:
    for match in _DIGITLESS_MONTH.finditer(text):
        name = match["month"].rstrip(".").casefold()
        cued = _MONTH_CUE.search(text, max(0, match.start() - 16), match.start())
        short = len(name) < 5 and name not in ("may", "june", "july")
        if (short and not match["month"].endswith(".") and not cued) or (
            name in _UNSURE_MONTHS and (not cued or _SURNAME.match(text, match.end()))
        ):
            continue
        if not cued and _FIRST_NAME.search(text, max(0, match.start() - 16), match.start()) and short:
            continue
        yield DateMention(Span(*match.span()), month=_MONTH_NUMBER[name[:3]])


def _weekdays(text: str) -> Iterator[DateMention]:
    for match in _WEEKDAY.finditer(text):
        yield DateMention(Span(*match.span()), weekday=_WEEKDAY_NUMBER[match["weekday"][:3].casefold()])


def _decades(text: str) -> Iterator[DateMention]:
    for match in _DECADE.finditer(text):
        if match["word"]:
            start = _TENS[match["word"]]
        else:
            start = int(match["decade"] or match["short"] or match["tens"])
            start += 0 if start > 99 else 1900 if start > 20 else 2000
        yield DateMention(Span(*match.span()), decade=start)


def _periods(text: str) -> Iterator[DateMention]:
    """Quarters and half years: "Q3 2020", "3Q21", "the first half of the year"; not the half of anything else."""
    for pattern in _PERIODS if _PERIOD.search(text) else ():
        for match in pattern.finditer(text):
            parts = match.groupdict()
            number = _PLACES.get(parts["number"].casefold()) or int(parts["number"])
            halved = parts["kind"][0] in "Hh"
            if halved and (number > 2 or (len(parts["kind"]) > 1 and _OF_A_WHOLE.match(text, match.end()))):
                continue
            short = _number(parts.get("short") or parts.get("fy") or parts.get("two"))
            year = _number(parts.get("year")) or (None if short is None else 2000 + short)
            span = Span(*match.span())
            if halved:
                yield DateMention(span, year=year, half_year=number)
            else:
                yield DateMention(span, year=year, quarter=number)


def _years(text: str) -> Iterator[DateMention]:
    for match in _YEAR_RANGE.finditer(text):
        first, second = int(match["year"]), int(match["year2"])
        second += first // 100 * 100 if second < 100 else 0
        if first < second < first + 150:
            yield DateMention(Span(*match.span("year")), year=first)
            yield DateMention(Span(*match.span("year2")), year=second)
    for match in _BARE_YEAR.finditer(text):
        if _is_year(text, match):
            yield DateMention(Span(*match.span()), year=int(match["year"]))


def _is_year(text: str, match: re.Match[str]) -> bool:
    """Whether a bare number of four digits is a year: it must not count anything."""
    window = max(0, match.start() - 14)
    if _AMOUNT_BEFORE.search(text, window, match.start()) or _AMOUNT_AFTER.match(text, match.end()):
        return False
    if text[match.start() - 1 : match.start()] == "-" and text[match.start() - 2 : match.start() - 1].isupper():
        return False
    if int(match["year"]) < 1900:
        cued = _OLD_YEAR_CUE.search(text, window, match.start())
        return bool(cued) and not _PLURAL_AFTER.match(text, match.end())
    return bool(_YEAR_CUE.search(text, window, match.start())) or not _PLURAL_AFTER.match(text, match.end())


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _joined(text: str, found: list[DateMention]) -> Iterator[DateMention]:
    """A weekday written right before a date becomes part of it."""
    pending: DateMention | None = None
    for mention in found:
        if pending:
            gap = text[pending.span.end : mention.span.start]
            if mention.day is not None and mention.weekday is None and _WEEKDAY_GAP.fullmatch(gap):
                mention = replace(mention, span=Span.cover(pending.span, mention.span), weekday=pending.weekday)
            else:
                yield pending
        pending = mention if _only_weekday(mention) else None
        if not pending:
            yield mention
    if pending:
        yield pending


def _only_weekday(mention: DateMention) -> bool:
    return mention.weekday is not None and mention.day is None


_DIGITLESS: tuple[Callable[[str], Iterator[DateMention]], ...] = (
    _periods, _months, _weekdays, _decades, _named_hours, _clock,
)  # fmt: skip
_READERS: tuple[Callable[[str], Iterator[DateMention]], ...] = (
    _calendar, _periods, _clock, _decades, _years, _months, _weekdays, _named_hours,
)  # fmt: skip
