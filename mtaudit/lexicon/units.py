"""Units of measure and money: how they are written, what they are called, and how they convert.

Factors are exact by definition: the international yard and pound (1959), the US gallon, the nautical mile;
months and years are kept apart from days, since no whole number of days makes one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from mtaudit.lexicon.tables import class_of


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit with its dimension and size in that dimension's base; `zero` is where the scale's 0 lies in the base."""

    name: str
    dimension: str
    size: Fraction
    zero: Fraction = Fraction(0)
    exact: bool = False


def _unit(name: str, dimension: str, size: str | int, zero: str | int = 0) -> Unit:
    return Unit(name, dimension, Fraction(size), Fraction(zero), exact=dimension in ("days", "months"))


# forms are regular expressions; "~" marks a short form that must touch or directly follow digits
_WRITTEN: tuple[tuple[Unit, str], ...] = (
    (_unit("km/h", "speed", 1), r"km/h|kmh|kph|kmph|(?:kilomet(?:re|er)s?|km)\s(?:per|an|each)\shour"),
    (_unit("mph", "speed", "1.609344"), r"mph|miles?\s(?:per|an|each)\shour"),
    (_unit("m/s", "speed", "3.6"), r"m/s|met(?:re|er)s?\s(?:per|a)\ssecond"),
    (_unit("knot", "speed", "1.852"), r"knots?"),
    (_unit("km²", "area", 10**6), r"square[\s-]kilomet(?:re|er)s?|sq\.?\s?km|km[²2]"),
    (_unit("mi²", "area", "2589988.110336"), r"square[\s-]miles?|sq\.?\smi(?:les?)?"),
    (_unit("m²", "area", 1), r"square[\s-]met(?:re|er)s?|sq\.?\s?m|~m[²2]"),
    (_unit("ft²", "area", "0.09290304"), r"square[\s-](?:feet|foot)|sq\.?\s?ft"),
    (_unit("ha", "area", 10**4), r"hectares?|ha"),
    (_unit("acre", "area", "4046.8564224"), r"acres?"),
    (_unit("m³", "volume", 1000), r"cubic[\s-]met(?:re|er)s?|m³"),
    (_unit("ft³", "volume", "28.316846592"), r"cubic[\s-](?:feet|foot)"),
    (_unit("km", "length", 1000), r"kilomet(?:re|er)s?|kms?"),
    (_unit("mi", "length", "1609.344"), r"miles?"),
    (_unit("nmi", "length", 1852), r"nautical[\s-]miles?"),
    (_unit("cm", "length", "0.01"), r"centimet(?:re|er)s?|cm"),
    (_unit("mm", "length", "0.001"), r"millimet(?:re|er)s?|mm"),
    (_unit("m", "length", 1), r"met(?:re|er)s?|~m"),
    (_unit("ft", "length", "0.3048"), r"feet|foot|ft"),
    (_unit("in", "length", "0.0254"), r"inch(?:es)?"),
    (_unit("yd", "length", "0.9144"), r"yards?|yds?"),
    (_unit("kg", "mass", 1), r"kilogram(?:me)?s?|kilos?|kgs?"),
    (_unit("mg", "mass", "0.000001"), r"milligram(?:me)?s?|mg"),
    (_unit("g", "mass", "0.001"), r"gram(?:me)?s?|~g"),
    (_unit("lb", "mass", "0.45359237"), r"lbs?"),
    (_unit("oz", "mass", "0.028349523125"), r"ounces?|oz"),
    (_unit("st", "mass", "6.35029318"), r"stones?"),
    (_unit("t", "mass", 1000), r"tonnes?|metric[\s-]tons?"),
    (_unit("ton", "mass", "907.18474"), r"(?:short[\s-])?tons?"),
    (_unit("l", "volume", 1), r"lit(?:re|er)s?|~[lL]"),
    (_unit("ml", "volume", "0.001"), r"millilit(?:re|er)s?|ml"),
    (_unit("gal", "volume", "3.785411784"), r"gallons?"),
    (_unit("pint", "volume", "0.473176473"), r"pints?"),
    (_unit("bbl", "volume", "158.987294928"), r"barrels?"),
    (_unit("°C", "temperature", 1), r"°\s?C|ºC|degrees?\s(?:celsius|centigrade|C)|℃"),
    (_unit("°F", "temperature", "5/9", "-160/9"), r"°\s?F|ºF|degrees?\s(?:fahrenheit|F)|℉"),
    (_unit("degree", "angle", 1), r"°|º|degrees?"),
    (_unit("W", "power", 1), r"watts?"),
    (_unit("kW", "power", 10**3), r"kilowatts?|kW"),
    (_unit("MW", "power", 10**6), r"megawatts?|MW"),
    (_unit("GW", "power", 10**9), r"gigawatts?|GW"),
    (_unit("kWh", "energy", 10**3), r"kilowatt[\s-]hours?|kWh"),
    (_unit("MWh", "energy", 10**6), r"megawatt[\s-]hours?|MWh"),
    (_unit("GWh", "energy", 10**9), r"gigawatt[\s-]hours?|GWh"),
    (_unit("MB", "data", 10**6), r"megabytes?|MB"),
    (_unit("GB", "data", 10**9), r"gigabytes?|GB"),
    (_unit("TB", "data", 10**12), r"terabytes?|TB"),
    (_unit("second", "days", "1/86400"), r"seconds?|secs?"),
    (_unit("minute", "days", "1/1440"), r"minutes?|mins?"),
    (_unit("hour", "days", "1/24"), r"hours?|hrs?"),
    (_unit("day", "days", 1), r"days?"),
    (_unit("week", "days", 7), r"weeks?|wks?"),
    (_unit("month", "months", 1), r"months?"),
    (_unit("year", "months", 12), r"years?|yrs?"),
    (_unit("decade", "months", 120), r"decades?"),
    (_unit("century", "months", 1200), r"century|centuries"),
)
UNITS = {unit.name: unit for unit, _ in _WRITTEN}

_LONG = "|".join(
    f"(?P<u{i}>{forms})"
    for i, forms in enumerate("|".join(f for f in w.split("|") if f[0] != "~") for _, w in _WRITTEN)
)
_TIGHT_NAMES = {"m": "m", "m²": "m²", "m2": "m²", "g": "g", "l": "l", "L": "l", "C": "°C", "F": "°F"}
_UNIT = re.compile(rf"(?:[\s-]|\s-\s)?(?:(?:full|whole|consecutive|straight|more)\s)?(?:{_LONG})(?!\w)", re.IGNORECASE)
_TIGHT_UNIT = re.compile(r"(?:[\s-])?(?P<tight>m[²2]?|g|[lL]|[CF])(?![\w/&’'.-]\w|\w)")

_COUNTRY_DOLLARS = class_of("money", "dollars")
"""What stands before "dollar" or its sign → the currency."""
DOLLARS = frozenset(_COUNTRY_DOLLARS.values())
_SYMBOLS = {
    "$": "$", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₺": "TRY", "₦": "NGN",
    "₿": "BTC", "₴": "UAH", "₪": "ILS", "฿": "THB", "r$": "BRL", "rs.": "INR", "rs": "INR",
}  # fmt: skip
_CODES = class_of("money")
"""Code, by whatever letters → the currency."""

_MONEY_WORDS = {
    r"dollars?|bucks?": "$", r"euros?": "EUR", r"pounds?\ssterling|british\spounds?|sterling": "GBP",
    r"(?:japanese\s)?yen": "JPY", r"(?:chinese\s)?yuan|renminbi": "CNY", r"(?:indian\s)?rupees?": "INR",
    r"(?:russian\s)?r(?:o?u)bles?": "RUB", r"(?:south\s)?korean\swon": "KRW", r"(?:turkish\s)?liras?": "TRY",
    r"nairas?": "NGN", r"(?:mexican\s)?pesos?": "MXN", r"(?:swiss\s)?francs?": "CHF",
    r"swedish\s(?:krona|kronor|crowns?)|kronor": "SEK", r"norwegian\s(?:krone|kroner|crowns?)": "NOK",
    r"danish\s(?:krone|kroner|crowns?)": "DKK", r"icelandic\s(?:krona|kr[oó]nur|crowns?)|kr[oó]nur": "ISK",
    r"czech\s(?:korunas?|koruny?|crowns?)|korunas?|korun[ay]?": "CZK", r"kron(?:er|e|a)|crowns?": "crown",
    r"rands?": "ZAR", r"reais|brazilian\sreals?": "BRL",
    r"dirhams?": "AED", r"riyals?": "SAR", r"shekels?": "ILS", r"(?:thai\s)?baht": "THB",
    r"ringgit": "MYR", r"shillings?": "KES", r"z[lł]otys?": "PLN", r"forints?": "HUF", r"hryvnias?": "UAH",
    r"rupiah": "IDR", r"takas?": "BDT", r"dinars?": "dinar", r"rials?": "rial", r"bitcoins?": "BTC",
    r"leva": "BGN", r"lei|leus?": "RON", r"laris?": "GEL", r"tenge": "KZT", r"dong": "VND", r"quid": "GBP",
    r"pounds?": "pound",
}  # fmt: skip
CROWNS = frozenset(("SEK", "NOK", "DKK", "ISK", "CZK"))
"""Currencies that English calls crowns, whatever their own languages call them."""

_CENTS = {"cent": "$", "cents": "$", "¢": "$", "c": "$", "pence": "GBP", "penny": "GBP", "p": "GBP"}

_ANY_CODE = "|".join(map(re.escape, sorted(_CODES)))
_DOLLAR_PLACES = "|".join(re.escape(place) for place in sorted(_COUNTRY_DOLLARS, key=len, reverse=True))
_BEFORE = re.compile(
    rf"(?:(?<!\w)(?P<place>US|AU?|CA?N?|NZ|HK|S|NT)\s?\$|(?P<symbol>(?<!\w)R\$|[$£€¥₹₽₩₺₦₿₴₪฿]|(?<!\w)Rs\.?)"
    rf"|(?<!\w)(?P<code>{_ANY_CODE}))\s?$"
)
_AFTER = re.compile(
    rf"(?:[\s-]?(?P<symbol>[$€£¥₽₹₺](?!\s?\d))|\s?(?P<code>{_ANY_CODE})(?!\w)"
    rf"|[\s-](?:(?P<place>{_DOLLAR_PLACES})[\s-])?(?:"
    + "|".join(f"(?P<w{i}>{form})" for i, form in enumerate(_MONEY_WORDS))
    + r")(?!\w)|(?:[\s-]?(?P<cents>cents?|pence|penny|¢|(?-i:(?<=\d)[cp])))(?!\w))",
    re.IGNORECASE,
)
_WORD_UNITS = tuple(_MONEY_WORDS.values())


def unit_after(text: str, end: int, *, digits: bool) -> tuple[str, int] | None:
    """The unit written behind a number that ends at `end`, and where it ends; None if there is none."""
    if match := _UNIT.match(text, end):
        return _WRITTEN[int((match.lastgroup or "u0")[1:])][0].name, match.end()
    if digits and (tight := _TIGHT_UNIT.match(text, end)):
        return _TIGHT_NAMES[tight["tight"]], tight.end()
    return None


def currency_before(text: str, start: int) -> tuple[str, int] | None:
    """The currency written before a number that starts at `start`, and where the sign starts."""
    window = max(0, start - 6)
    match = _BEFORE.search(text[window:start])
    if not match:
        return None
    if match["place"]:
        name = _COUNTRY_DOLLARS[match["place"].casefold()]
    elif match["symbol"]:
        name = _SYMBOLS[match["symbol"].casefold()]
    else:
        name = _CODES[match["code"]]
    return name, window + match.start()


def currency_after(text: str, end: int) -> tuple[str, int, int] | None:
    """The currency behind a number: its name, what to divide the number by (100 for cents), and where it ends."""
    match = _AFTER.match(text, end)
    if not match:
        return None
    if match["cents"]:
        return _CENTS[match["cents"].casefold()], 100, match.end()
    if match["symbol"]:
        return _SYMBOLS[match["symbol"]], 1, match.end()
    if match["code"]:
        return (_CODES[match["code"]], 1, match.end()) if match["code"].isupper() else None
    name = _WORD_UNITS[int((match.lastgroup or "w0")[1:])]
    place = (match["place"] or "").casefold()
    if place and name == "$":
        name = _COUNTRY_DOLLARS[place]
    return name, 1, match.end()


def converted(value: Fraction, unit: str, to: str) -> Fraction | None:
    """The value in another unit of the same dimension; None where there is no conversion."""
    here, there = UNITS.get(unit), UNITS.get(to)
    if not here or not there or here.dimension != there.dimension:
        return None
    return (value * here.size + here.zero - there.zero) / there.size
