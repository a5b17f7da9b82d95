"""Figures in English news and whether two of them say the same: counts, money, percentages, measures, scores, ages.

"one" is a quantity only where it counts: in a longer number ("one million", "one in five"), before a unit
("one hour"), behind a bound ("at least one"), in a range ("one or two"), or before a singular noun ("one
man"). "one of the", "no one", "one another", "one should" are pronouns and left out, and so is "second" as a
unit of time that is not counted ("a split second"). Years, days and clock times belong to `lingua.dates`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from mtaudit.lexicon.number_words import Form, Numeral
from mtaudit.lexicon.tables import members
from mtaudit.lexicon.units import currency_after, currency_before, unit_after
from mtaudit.records import Span
from mtaudit.text.dates import dates
from mtaudit.text.numerals import numerals
from mtaudit.text.quantity import Bound, Kind, Quantity, bound_after, bound_before, same

__all__ = ["Bound", "Kind", "Quantity", "quantities", "same"]

_ADDRESS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+|[#@](?=\w*[^\W\d])\w+")
_POINTS = re.compile(
    r"(?:\s+of\s+an?)?[\s-]?(?:(?:percentage|per\s?cent|%)[\s-]points?|pp(?!\w)|ppts?(?!\w))", re.IGNORECASE
)
_BASIS_POINTS = re.compile(r"(?:\s+of\s+an?)?[\s-]?(?:basis\s+points?|bps?(?!\w))", re.IGNORECASE)
_PERCENT = re.compile(
    r"[\s-]?(?:%|percent(?!\w)|per[\s-]?cent(?!\w)|pct(?!\w)|p\.c\.)|\s+(?:per\s?cent|percent)age(?!\w)", re.IGNORECASE
)
_AGE_AFTER = re.compile(
    r"[\s-]*(?P<unit>year|month|week|day)s?(?:[\s-]+|\s-\s)olds?(?!\w)|\s+years?\s+of\s+age", re.IGNORECASE
)
_AGE_BEFORE = re.compile(r"\b(?:aged?|ages)\s+(?:of\s+)?(?:only\s+|just\s+)?(?:between\s+)?$", re.IGNORECASE)
_SIGN = re.compile(r"(?:(?<![\w)\]])(?P<mark>[-−])|\b(?P<word>minus)\s+)$", re.IGNORECASE)
_OF = re.compile(r"\s+(?:of\s+)?an?\b|\s+of\b|-an?\b", re.IGNORECASE)
_CLOSED = re.compile(r"(?:-\s+(?:to|or)\s+|\s?[-‐‑–—−]\s?|\s+to\s+|-to-|\s+or\s+|-or-)(?:[$£€¥]|US\$)?", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+(?:[$£€¥]|US\$)?", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+ages\s+of\s+)?(?:[$£€¥]|US\$)?\s?$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|by)\s+(?:[$£€¥]|US\$)?$", re.IGNORECASE)
_ODDS = re.compile(r"\s+in\s+(?:every\s+)?|-in-|\s+out\s+of\s+(?:every\s+)?", re.IGNORECASE)
_ONE_OF_THEM_IN = re.compile(r"\s+[a-z]{3,}\s+in\s+(?:every\s+)?", re.IGNORECASE)
_AN_HOUR_AND = re.compile(r"\ban?(?P<unit>\s\w+)\s+and\s+$", re.IGNORECASE)
_DASH = re.compile(r"[-‐‑–—−]|\s[-‐‑–—−]\s|-to-|\s+to\s+")
_VOTES = 1000

_TIME_OF_ONE = re.compile(
    r"one\s+(?:day|morning|evening|night)(?:\s*,|\s+(?:soon|i|you|he|she|it|we|they|be|will|would|when|after)\b)",
    re.IGNORECASE,
)
_PRONOUN_LEFT = re.compile(r"\b(?:the|this|that|no|any|every|each|which|some|another)[\s-]+(?:\w+\s+)?$", re.IGNORECASE)
_COUNTED = re.compile(r"[\s-]+(?P<noun>[A-Za-z]{3,})(?!\w)")
_NOT_COUNTED = members("small-words", "uncounted")
_IDLE_SECOND = re.compile(r"\b(?:a\s+split|split|per|every|each|this|a\s+few|by\s+the)[\s-]+$", re.IGNORECASE)
_SECOND_WORD = re.compile(r"[\s-](?:hand|guess\w*|nature|thoughts?|only|rate)\b|-", re.IGNORECASE)
_A_SECOND = re.compile(r"\ba\s+$", re.IGNORECASE)
_FIRST_WORD = re.compile(r"[\s-](?:hand|aid|of\s+all)\b", re.IGNORECASE)
_AT_FIRST = re.compile(r"\bat\s+$", re.IGNORECASE)
_PLAIN_HALF = re.compile(
    r"\b(?:first|second|other|latter|former|better|opening|final|top|bottom|this|each|the)[\s-]+$", re.IGNORECASE
)
_HALF_WORD = re.compile(
    r"-(?!an?\b|million|dozen|hour|year|day|century|mile|metre|meter)|\s+(?:time|term|brother|sister)\b|[\s-]?(?:way|final)",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of a text in order; spans lie in the text and do not overlap."""
    masked = _masked(text)
    joined = _joined(masked, list(_read(masked)))
    return tuple(_bounded(masked, quantity) for quantity in joined if not _idle(masked, quantity))


def _read(text: str) -> Iterator[Quantity]:
    """A quantity for every numeral that is not the unit of the one before it, as in "one second".

    A sign between two numerals belongs to the first ("5$ 7").
    """
    end = 0
    for number in numerals(text):
        quantity = _quantity(text, number)
        if number.end <= end:
            continue
        if quantity.span.start < end:
            quantity = replace(quantity, span=Span(end, quantity.span.end))
        end = quantity.span.end
        yield quantity


def _masked(text: str) -> str:
    """The text with dates and addresses blanked out, as long as before."""
    hidden = [m.span for m in dates(text)]
    if "://" in text or "@" in text or "#" in text or "www." in text:
        hidden += [Span(*match.span()) for match in _ADDRESS.finditer(text)]
    for span in hidden:
        text = text[: span.start] + "\0" * (span.end - span.start) + text[span.end :]
    return text


def _quantity(text: str, number: Numeral) -> Quantity:
    """The numeral with its sign, currency, percent, unit or age."""
    if number.form is Form.ORDINAL:
        return _plain(number, Kind.ORDINAL)
    readings = (_one_and_part, _percentage, _age, _money, _measure)
    found = next((q for read in readings if (q := read(text, number))), _plain(number, Kind.CARDINAL))
    if sign := _SIGN.search(text, max(0, found.span.start - 7), found.span.start):
        found = replace(found, span=Span(sign.start(), found.span.end), low=-found.high, high=-found.low)
    return found


def _plain(number: Numeral, kind: Kind, *, end: int = 0, unit: str | None = None, divisor: int = 1) -> Quantity:
    value = number.value / divisor
    span = Span(number.start, end or number.end)
    return Quantity(
        span, span, value, value, kind, unit, digits=number.digits, rough=number.form is Form.MULTIPLE,
        scale=number.scale, part=number.form is Form.FRACTION,
    )  # fmt: skip


def _percentage(text: str, number: Numeral) -> Quantity | None:
    if points := _POINTS.match(text, number.end):
        return _plain(number, Kind.POINTS, end=points.end())
    if basis := _BASIS_POINTS.match(text, number.end):
        return _plain(number, Kind.POINTS, end=basis.end(), divisor=100)
    if percent := _PERCENT.match(text, number.end):
        return _plain(number, Kind.PERCENT, end=percent.end())
    return None


def _age(text: str, number: Numeral) -> Quantity | None:
    if after := _AGE_AFTER.match(text, number.end):
        return _plain(number, Kind.AGE, end=after.end(), unit=(after["unit"] or "year").casefold())
    if _AGE_BEFORE.search(text, max(0, number.start - 20), number.start):
        unit = unit_after(text, number.end, digits=number.digits)
        if unit and unit[0] in ("year", "month", "week", "day"):
            return _plain(number, Kind.AGE, end=unit[1], unit=unit[0])
        return _plain(number, Kind.AGE, unit="year")
    return None


def _money(text: str, number: Numeral) -> Quantity | None:
    before = currency_before(text, number.start)
    after = currency_after(text, _past_of(text, number))
    if not before:
        return after and _plain(number, Kind.MONEY, end=after[2], unit=after[0], divisor=after[1])
    name, start = before
    end = number.end
    if after and after[1] == 1 and (after[0] == name or "$" in (after[0], name)):
        end, name = after[2], name if after[0] == "$" else after[0]
    return replace(_plain(number, Kind.MONEY, unit=name), span=Span(start, end))


def _measure(text: str, number: Numeral) -> Quantity | None:
    unit = unit_after(text, _past_of(text, number), digits=number.digits)
    if not unit:
        return None
    name, end = unit
    if name == "second" and text[end - 1] not in "sS" and text[number.end] != "-" and number.value != 1:
        return None  # "two second homes"
    return _plain(number, Kind.MEASURE, end=end, unit=name)


def _one_and_part(text: str, number: Numeral) -> Quantity | None:
    """ "an hour and a half"."""
    if number.form is not Form.FRACTION or number.digits:
        return None
    window = max(0, number.start - 22)
    match = _AN_HOUR_AND.search(text[window : number.start])
    unit = match and unit_after(text, window + match.start("unit"), digits=False)
    if not match or not unit or unit[1] != window + match.end("unit"):
        return None
    whole = replace(number, start=window + match.start(), value=number.value + 1, form=Form.CARDINAL)
    return _plain(whole, Kind.MEASURE, unit=unit[0])


def _past_of(text: str, number: Numeral) -> int:
    """Where a unit may begin: behind "of" or "a" in "half an hour", "millions of dollars"."""
    if number.form in (Form.FRACTION, Form.MULTIPLE) and (of := _OF.match(text, number.end)):
        return of.end()
    return number.end


def _joined(text: str, found: list[Quantity]) -> list[Quantity]:
    """Ranges, scores and odds made of two neighbours; telephone numbers and other chains of dashes dropped."""
    joined: list[Quantity] = []
    skip = 0
    for index, quantity in enumerate(found):
        if skip:
            skip -= 1
            continue
        following = found[index + 1] if index + 1 < len(found) else None
        whole = following and _pair(text, quantity, following)
        if not following or not whole:
            joined.append(quantity)
            continue
        third = found[index + 2] if index + 2 < len(found) else None
        if third and _DASH.fullmatch(gap := text[following.span.end : third.span.start]) and gap.strip() in "-–":
            skip = 2
            continue
        skip = 1
        joined.append(whole)
    return joined


def _pair(text: str, a: Quantity, b: Quantity) -> Quantity | None:
    gap = text[a.span.end : b.span.start]
    if len(gap) > 16 or Kind.ORDINAL in (a.kind, b.kind) or a.rough or b.rough:
        return None
    span = Span(a.span.start, b.span.end)
    plain = a.plain and b.plain
    odds = _ODDS.fullmatch(gap) or (a.low == 1 and _ONE_OF_THEM_IN.fullmatch(gap))
    if plain and odds and 0 < a.low < b.low and a.low.denominator == 1:
        return replace(a, span=span, low=a.low / b.low, high=a.low / b.low, digits=a.digits or b.digits, part=True)
    if gap.strip().casefold() == "and" and b.part and b.kind is Kind.CARDINAL and a.unit and not a.part:
        return replace(a, span=span, low=a.low + b.low, high=a.high + b.high)  # "two hours and a half"
    before = text[max(0, a.span.start - 24) : a.span.start]
    between = _BETWEEN.search(before)
    if between and _AND.fullmatch(gap):
        ranged = _range(a, b, span)
        return ranged and replace(ranged, extent=Span(a.span.start - len(before) + between.start(), b.span.end))
    if not _CLOSED.fullmatch(gap) or _FROM.search(before):
        return None
    dash = _DASH.fullmatch(gap)
    if plain and dash and a.low >= b.low and a.scale == b.scale == 1 and a.low <= _VOTES:
        return replace(a, span=span, high=b.low, kind=Kind.SCORE, digits=a.digits or b.digits)
    return _range(a, b, span)


def _range(a: Quantity, b: Quantity, span: Span) -> Quantity | None:
    """From a to b, each lending the other the unit or scale it lacks; None where they do not belong together."""
    if a.scale == 1 and a.low * b.scale < b.low:
        a = replace(a, low=a.low * b.scale, high=a.high * b.scale)
    if a.kind is not b.kind or a.unit != b.unit:
        if a.kind is Kind.CARDINAL and not a.part:
            a = replace(a, kind=b.kind, unit=b.unit)
        elif a.kind is Kind.AGE and b.kind is Kind.MEASURE and a.unit == b.unit:
            b = replace(b, kind=Kind.AGE)
        elif b.kind is Kind.CARDINAL and a.kind in (Kind.MONEY, Kind.AGE):
            b = replace(b, kind=a.kind, unit=a.unit)
        else:
            return None
    if not a.low < b.high:
        return None
    return replace(b, span=span, low=a.low, digits=a.digits or b.digits, part=False)


def _idle(text: str, quantity: Quantity) -> bool:
    """Whether a number word counts nothing here: "one another", "at first", "second-hand", "the half"."""
    if quantity.digits or quantity.kind not in (Kind.CARDINAL, Kind.ORDINAL, Kind.MEASURE):
        return False
    start, end = quantity.span.start, quantity.span.end
    word = text[start:end].casefold()
    left = max(0, start - 16)
    if word.startswith("one") and quantity.low == 1:
        return bool(_TIME_OF_ONE.match(text, start)) or (word == "one" and not _counts(text, start, end))
    if word == "second":
        noun = _COUNTED.match(text, end)
        bare = _A_SECOND.search(text, left, start) and (not noun or noun["noun"] in _NOT_COUNTED)
        return bool(_IDLE_SECOND.search(text, left, start) or _SECOND_WORD.match(text, end) or bare)
    if word == "first":
        return bool(_AT_FIRST.search(text, left, start) or _FIRST_WORD.match(text, end))
    if word == "half":
        return bool(_PLAIN_HALF.search(text, left, start) or _HALF_WORD.match(text, end))
    return False


def _counts(text: str, start: int, end: int) -> bool:
    """Whether a lone "one" counts: behind a bound, or before a singular noun that no pronoun claims."""
    if bound_before(text, start):
        return True
    if _PRONOUN_LEFT.search(text, max(0, start - 24), start):
        return False
    noun = _COUNTED.match(text, end)
    if not noun or noun["noun"] in _NOT_COUNTED:
        return False
    return not re.search(r"(?:[^s]s|ed|ly)$", noun["noun"])


def _bounded(text: str, quantity: Quantity) -> Quantity:
    """The quantity with the words that bound it: "at least", "or more", "nearly"."""
    start, end = quantity.extent.start, quantity.span.end
    quantity = replace(quantity, extent=Span(min(start, quantity.span.start), end))
    if before := bound_before(text, quantity.extent.start):
        return replace(quantity, bound=before[0], extent=Span(before[1], end))
    if after := bound_after(text, end):
        return replace(quantity, bound=after[0], extent=Span(quantity.extent.start, after[1]))
    return quantity
