"""Numbers in a text, in digits or in words, with scale words and fractions: "1,709", "1.5bn", "½", "two-thirds"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from mtaudit.lexicon.number_words import PARTS, SCALE, START, Form, Numeral, scale_value, word_numeral

_SPACES = " \u00a0\u2009\u202f"
_VULGAR = {
    "½": Fraction(1, 2), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "¼": Fraction(1, 4), "¾": Fraction(3, 4),
    "⅕": Fraction(1, 5), "⅖": Fraction(2, 5), "⅗": Fraction(3, 5), "⅘": Fraction(4, 5), "⅛": Fraction(1, 8),
    "⅜": Fraction(3, 8), "⅝": Fraction(5, 8), "⅞": Fraction(7, 8),
}  # fmt: skip
_VULGARS = "".join(_VULGAR)
_FIND = re.compile(
    rf"(?<!\w)(?P<digits>\d|\.\d|[{_VULGARS}])|(?<=[$£€¥₹₽])(?P<money>\d)|(?<!\w)(?P<words>{START})", re.IGNORECASE
)
LONGEST = 300
"""Characters of a figure beyond which it is none: no float holds its value, and no reader does."""

_GROUPED = re.compile(
    rf"[1-9]\d{{0,2}}(?:[{_SPACES}]\d{{3}}){{1,6}}(?![\d])(?![{_SPACES}]\d{{3}}(?!\d))(?:[.,]\d{{1,2}}(?!\d))?"
)
_DIGITS = re.compile(r"\d*(?:[.,'’]?\d+)+")
_SLASHED = re.compile(r"(\d+)\s?[/⁄]\s?(\d+)(?![\d/⁄])")
_MIXED = re.compile(rf"[ -]?([{_VULGARS}])|[ -](\d)[/⁄](\d{{1,2}})(?![\d/⁄])")
_DENOMINATORS = frozenset((2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100))
_COMMAS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?")
_INDIAN = re.compile(r"[1-9]\d?(?:,\d\d)+,\d{3}(?:\.\d+)?")
_DOTS = re.compile(r"[1-9]\d{0,2}(?:(?:\.\d{3}){2,}(?:,\d+)?|(?:\.\d{3})+,\d+)")
_PRIMES = re.compile(r"[1-9]\d{0,2}(?:['’]\d{3})+(?:\.\d+)?")
_PLAIN = re.compile(r"\d*\.?\d+")
_DECIMAL_COMMA = re.compile(r"\d+,(?:\d{1,2}|\d{4,})")
_ORDINAL_END = re.compile(r"(?:st|nd|rd|th)(?!\w)", re.IGNORECASE)
_PART_END = re.compile(r"[\s-](?:" + "|".join(PARTS) + r")(?!\w)", re.IGNORECASE)
_SCALE_END = re.compile(rf"(?:[\s-](?:{SCALE})s?|[\s-]dozen)(?:\s(?:{SCALE}))*(?!\w)", re.IGNORECASE)
_LETTERS = {"k": 10**3, "mn": 10**6, "mln": 10**6, "mio": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12, "trn": 10**12}
_LETTER_END = re.compile(r"(?:[kK]|\s?(?:mn|mln|mio|bn|bln|tn|trn|BN|MN|TN))(?!\w)")
_MILLION_LETTER = re.compile(r"[mMB](?![\w²³/])")
_MONEY_LETTER = re.compile(r"\s?[mMbBtT](?![\w²³/])")
_MONEY_LEFT = re.compile(r"[$£€¥₹₽₩₺₦]\s?$|(?<!\w)[A-Z]{3}\s?$")
_METRES = re.compile(
    r"[\s-]*(?:long|tall|high|deep|wide|away|thick|race|sprint|dash|hurdles|freestyle|butterfly|backstroke|breaststroke"
    r"|medley|relay|final|heats?|record|below|above|from|apart|pool|wall|waves?|bronze|silver|gold|champion|runner)\b"
)
_AND_PART = re.compile(
    rf"\s+and\s+(?P<part>an?\s+half|one[\s-]half|an?\s+quarter|three[\s-]quarters)(?:\s+(?P<scale>{SCALE}))?(?!\w)",
    re.IGNORECASE,
)
_AND_PARTS = {"half": Fraction(1, 2), "quarter": Fraction(1, 4), "quarters": Fraction(3, 4)}
_CODE_LEFT = re.compile(r"(?:[A-Z]\w*[-‐‑/]|\d/)$|[A-Za-z]\.$|[A-Za-z][’']$")
_SLASH_LEFT = re.compile(r"\w/$")
_LETTER_RIGHT = re.compile(r"[^\W\d_]|_")
_KNOWN_RIGHT = re.compile(
    r"(?:s|st|nd|rd|th|x|p|c|pc|pct|pp|bps?|m|km|kms|cm|mm|ft|in|yds?|kg|kgs|mg|g|lbs?|oz|l|L|ml|ha|mph|kmh|kph|[kMG]Wh?|"
    r"[MGT]B|hrs?|mins?|secs?|h|min|sec|yrs?|wks?|km²|m²|C|F|[A-Z]{3})(?![\w])|km/h|m/s"
)


def numerals(text: str) -> Iterator[Numeral]:
    """The numbers of a text in order, none overlapping; names and codes with digits are left out."""
    match = _FIND.search(text)
    while match:
        found = word_numeral(text, match.start()) if match["words"] else _digits(text, match.start())
        if found:
            found = _with_part(text, found)
            yield found
        match = _FIND.search(text, found.end if found else _skipped(text, match.start()))


def _skipped(text: str, start: int) -> int:
    """Where an unreadable run of digits ends, so that no piece of a code is taken for a number."""
    match = _DIGITS.match(text, start)
    return match.end() if match else start + 1


def _digits(text: str, start: int) -> Numeral | None:
    if text[start] in _VULGAR:
        return Numeral(start, start + 1, _VULGAR[text[start]], Form.FRACTION, digits=True)
    if _CODE_LEFT.search(text, max(0, start - 12), start):
        return None
    if slashed := _SLASHED.match(text, start):
        above, below = int(slashed[1]), int(slashed[2])
        if 0 < above < below and below in _DENOMINATORS:
            return Numeral(start, slashed.end(), Fraction(above, below), Form.FRACTION, digits=True)
    elif _SLASH_LEFT.search(text, max(0, start - 2), start):
        return None
    token = _GROUPED.match(text, start) or _DIGITS.match(text, start)
    value = token and digits_value(token.group())
    if token is None or value is None:
        return None
    return _ended(text, Numeral(start, token.end(), value, Form.CARDINAL, digits=True))


def digits_value(written: str) -> Fraction | None:
    """The value of digits with separators in any convention; None where they are no number ("1.2.3"), or too long.

    A single dot before three digits is a decimal point, as English has it: "1.709" is less than two.
    """
    if len(written) > LONGEST:
        return None
    if _COMMAS.fullmatch(written) or _INDIAN.fullmatch(written):
        return Fraction(written.replace(",", ""))
    if _DOTS.fullmatch(written):
        return Fraction(written.replace(".", "").replace(",", "."))
    if _PRIMES.fullmatch(written):
        return Fraction(written.replace("'", "").replace("’", ""))
    if any(space in written for space in _SPACES):
        return Fraction(re.sub(rf"[{_SPACES}]", "", written).replace(",", "."))
    if _PLAIN.fullmatch(written):
        return Fraction(written)
    if _DECIMAL_COMMA.fullmatch(written):
        return Fraction(written.replace(",", "."))
    return None


def _ended(text: str, number: Numeral) -> Numeral | None:
    """The digits with what is written onto them: an ordinal's ending, a fraction, a scale."""
    if ordinal := _ORDINAL_END.match(text, number.end):
        return replace(number, end=ordinal.end(), form=Form.ORDINAL)
    if mixed := _MIXED.match(text, number.end):
        if mixed[1]:
            return replace(number, end=mixed.end(), value=number.value + _VULGAR[mixed[1]])
        if 0 < int(mixed[2]) < int(mixed[3]):
            return replace(number, end=mixed.end(), value=number.value + Fraction(int(mixed[2]), int(mixed[3])))
    if number.value < 20 and (part := _PART_END.match(text, number.end)) and number.value.denominator == 1:
        denominator = PARTS[part.group()[1:].casefold()]
        return replace(number, end=part.end(), value=number.value / denominator, form=Form.FRACTION)
    if scaled := _scaled(text, number):
        return scaled
    if _LETTER_RIGHT.match(text, number.end) and not _KNOWN_RIGHT.match(text, number.end):
        return None
    return number


def _scaled(text: str, number: Numeral) -> Numeral | None:
    if word := _SCALE_END.match(text, number.end):
        return _times(number, scale_value(word.group()), word.end())
    if letter := _LETTER_END.match(text, number.end):
        factor = _LETTERS[letter.group().strip().casefold()]
        return _times(number, factor, letter.end())
    money = _MONEY_LEFT.search(text, max(0, number.start - 5), number.start)
    letter = (_MONEY_LETTER if money else _MILLION_LETTER).match(text, number.end)
    metres = number.value >= 1000 or _METRES.match(text, letter.end()) if letter else True
    if letter and (money or not metres):
        factor = {"m": 10**6, "b": 10**9, "t": 10**12}[letter.group().strip().casefold()]
        return _times(number, factor, letter.end())
    return None


def _times(number: Numeral, scale: int, end: int) -> Numeral:
    return replace(number, end=end, value=number.value * scale, scale=scale)


def _with_part(text: str, number: Numeral) -> Numeral:
    """ "two and a half", "two and a half million"."""
    match = _AND_PART.match(text, number.end) if number.form is Form.CARDINAL else None
    if not match:
        return number
    part = _AND_PARTS[re.split(r"[\s-]", match["part"].casefold())[-1]]
    if not match["scale"]:  # "a million and a half", "two and a half"
        return replace(number, end=match.end(), value=number.value + part * number.scale)
    factor = scale_value(match["scale"])
    return replace(number, end=match.end(), value=(number.value + part) * factor, scale=max(number.scale, factor))
