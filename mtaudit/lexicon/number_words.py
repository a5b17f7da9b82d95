"""Numbers written as words: "twenty-one", "two hundred and five", "half a million", "two-thirds"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

SMALL = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: value
    for value, word in zip(
        range(20, 100, 10), "twenty thirty forty fifty sixty seventy eighty ninety".split(), strict=True
    )
}
SCALES = {
    "hundred": 100,
    "thousand": 10**3,
    "lakh": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "milliard": 10**9,
    "trillion": 10**12,
}
ORDINALS = (
    dict(
        zip(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
            "fifteenth sixteenth seventeenth eighteenth nineteenth".split(),
            range(1, 20),
            strict=True,
        )
    )
    | {f"{word[:-1]}ieth": value for word, value in TENS.items()}
    | {f"{word}th": value for word, value in SCALES.items()}
)
PARTS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4} | {
    form: value for word, value in ORDINALS.items() if value > 2 for form in (word, f"{word}s")
}
DOZEN = 12

CARDINAL = "|".join((*SMALL, *TENS))
SCALE = "|".join(SCALES)
_ANY = "|".join(sorted((*SMALL, *TENS, *SCALES, "dozen", *ORDINALS, *PARTS), key=len, reverse=True))
_LONGEST = 48
"""Number words behind the first that can make one number with it: five groups to the trillions take fewer."""

_RUN = re.compile(rf"(?:{_ANY})(?:(?:\s?-\s?|\s+and\s+|\s+)(?:{_ANY})){{0,{_LONGEST}}}(?!\w)", re.IGNORECASE)
_STEP = re.compile(r"[a-z]+", re.IGNORECASE)
_MANY = r"tens|scores(?=\s+of\b)|dozens|hundreds|thousands|lakhs|millions|crores|billions|trillions"
_VAGUE = re.compile(
    rf"(?P<many>{_MANY})(?:\s+(?:and|upon)\s+(?P=many))?(?P<more>(?:\s+of\s+(?:{_MANY}))*)(?!\w)"
    rf"|(?:several|a\s+few|many)\s+(?P<of>dozen|{SCALE})(?P<then>(?:\s+(?:{SCALE}))*)(?!\w)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    rf"(?P<half>half[\s-]+an?\s+|a\s+half[\s-]+)?(?:an?\s+)?(?P<scale>{SCALE}|dozen)(?!\w)", re.IGNORECASE
)
_QUARTER = re.compile(rf"(?:a\s+)?quarter(?:\s+of\s+a|-)?\s+(?P<scale>{SCALE})(?!\w)", re.IGNORECASE)
_PART_WORDS = "quarter|half|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
_A_PART = re.compile(rf"an?\s+(?P<part>{_PART_WORDS})(?![\w-])", re.IGNORECASE)
_PART_AFTER = re.compile(
    r"\s+(?:of\b(?!\s+[A-Z])|more\b|less\b|fewer\b|higher\b|lower\b|larger\b|smaller\b|bigger\b|as\b)|\s*\("
)
_PART_BEFORE = re.compile(
    r"\b(?:than|by|nearly|almost|about|around|over|roughly|under|least|most|half|to)\s+$", re.IGNORECASE
)
_COUPLE = re.compile(r"a\s+couple\s+(?:of\s+)?(?:more\s+)?(?=[a-z])", re.IGNORECASE)
START = (
    rf"(?:quarter[\s-](?:of\s+a\s+)?(?:{SCALE})|an?\s+(?:few\s+)?(?:{SCALE}|dozen|{_PART_WORDS}|couple)|half|{_MANY}"
    rf"|(?:several|many)\s+(?:dozen|{SCALE})|{_ANY})(?!\w)"
)


class Form(StrEnum):
    """How a numeral is meant: a count, a place in a row, a part of a whole, or a rough order of size."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    FRACTION = "fraction"
    MULTIPLE = "multiple"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at text[start:end]. `scale` is what its last scale word or letter stands for."""

    start: int
    end: int
    value: Fraction
    form: Form
    digits: bool
    scale: int = 1


def scale_value(words: str) -> int:
    """The product of the scale words in a phrase: "hundred thousand" → 100 000; singular or plural."""
    product = 1
    for word in _STEP.findall(words.casefold()):
        singular = word.removesuffix("s")
        product *= {"ten": 10, "dozen": DOZEN, "score": 20, "of": 1}.get(singular, SCALES.get(singular, 1))
    return product


def word_numeral(text: str, start: int) -> Numeral | None:
    """The longest number in words that begins at `start`, or None."""
    return _vague(text, start) or _with_article(text, start) or _part(text, start) or _run(text, start)


def _vague(text: str, start: int) -> Numeral | None:
    match = _VAGUE.match(text, start)
    if not match:
        return None
    scale = scale_value(match.group())
    return Numeral(start, match.end(), Fraction(scale), Form.MULTIPLE, digits=False, scale=scale)


def _with_article(text: str, start: int) -> Numeral | None:
    """ "a hundred", "half a million", "a quarter of a million", "a couple of"."""
    if couple := _COUPLE.match(text, start):
        end = start + len(couple.group().rstrip())
        return Numeral(start, end, Fraction(2), Form.CARDINAL, digits=False)
    if quarter := _QUARTER.match(text, start):
        scale = SCALES[quarter["scale"].casefold()]
        return Numeral(start, quarter.end(), Fraction(scale, 4), Form.CARDINAL, digits=False, scale=scale)
    match = _ARTICLE.match(text, start)
    if not match or match.start("scale") == start:
        return None
    if not match["half"]:
        rest = _read(text, match.start("scale"), implied=True)
        return rest and Numeral(start, rest.end, rest.value, rest.form, digits=False, scale=rest.scale)
    scale = scale_value(match["scale"])
    return Numeral(start, match.end(), Fraction(scale, 2), Form.CARDINAL, digits=False, scale=scale)


def _part(text: str, start: int) -> Numeral | None:
    """ "a third of", "almost a quarter"; "a third term" is a place in a row and left to `_run`."""
    match = _A_PART.match(text, start)
    if match:
        sure = match["part"].casefold() in ("quarter", "half") or _PART_AFTER.match(text, match.end())
        if sure or _PART_BEFORE.search(text, max(0, start - 12), start):
            value = Fraction(1, PARTS[match["part"].casefold()])
            return Numeral(start, match.end(), value, Form.FRACTION, digits=False)
    return None


def _run(text: str, start: int) -> Numeral | None:
    return _read(text, start, implied=False)


def _read(text: str, start: int, *, implied: bool) -> Numeral | None:
    """Read number words from `start` while they make one number; `implied` puts a one before a scale."""
    run = _RUN.match(text, start)
    if not run:
        return None
    steps = [(m.group().casefold(), m.end()) for m in _STEP.finditer(text, start, run.end())]
    reader = _Reader(group=1 if implied else None)
    for index, (word, end) in enumerate(steps):
        if word == "and":
            if not reader.may_continue or index + 1 == len(steps) or steps[index + 1][0] in (*SCALES, "dozen"):
                break
            continue
        if not reader.take(word):
            break
        reader.end = end
        if reader.form is not Form.CARDINAL:
            break
    if not reader.end:
        return None
    return Numeral(start, reader.end, reader.value, reader.form, digits=False, scale=reader.scale)


class _Reader:
    """Adds up number words; `take` refuses a word that begins another number."""

    def __init__(self, group: int | None) -> None:
        self.total = Fraction(0)
        self.group = group
        self.last = "start" if group is None else "small"
        self.ceiling = 10**15
        self.form = Form.CARDINAL
        self.scale = 1
        self.end = 0

    @property
    def may_continue(self) -> bool:
        """Whether "and" may follow: only behind hundred, thousand, million."""
        return self.last in ("hundred", "scale")

    @property
    def value(self) -> Fraction:
        return self.total + (self.group or 0)

    def take(self, word: str) -> bool:
        if word in SMALL:
            return self._add(SMALL[word], "small", fits=self.last == "tens" and 0 < SMALL[word] < 10)
        if word in TENS:
            return self._add(TENS[word], "tens", fits=False)
        if word == "dozen":
            return self._multiply(DOZEN, "dozen")
        if word in SCALES:
            return self._multiply(SCALES[word], "hundred" if word == "hundred" else "scale")
        return self._finish(word)

    def _add(self, number: int, kind: str, *, fits: bool) -> bool:
        if not fits and self.last not in ("start", "hundred", "scale"):
            return False
        self.group = (self.group or 0) + number
        self.last = kind
        return True

    def _multiply(self, scale: int, kind: str) -> bool:
        if not self.group or scale >= self.ceiling or (kind != "scale" and self.group >= 100):
            return False
        self.scale = scale
        self.last = kind
        if kind == "scale":
            self.total += self.group * scale
            self.group, self.ceiling = None, scale
        else:
            self.group *= scale
        return True

    def _finish(self, word: str) -> bool:
        """An ordinal ends the number ("twenty-first"); behind one to nineteen it names a part ("two thirds")."""
        if word in PARTS and self.last == "small" and self.group and self.group < 20 and not self.total:
            self.total, self.group, self.form = Fraction(self.group, PARTS[word]), None, Form.FRACTION
            return True
        if word == "half" and self.last == "start":
            self.total, self.form = Fraction(1, 2), Form.FRACTION
            return True
        if word not in ORDINALS:
            return False
        number = ORDINALS[word]
        if word.removesuffix("th") in SCALES:
            if not self._multiply(number, "scale"):
                return False
        elif not self._add(number, "small", fits=self.last == "tens" and number < 10):
            return False
        self.form = Form.ORDINAL
        return True
