"""Text → words with their places, and the plain form in which two words are held against each other."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import zip_longest

from mtaudit.records import Span, Word

APOSTROPHES = "'’‘ʼ′`´"
SINGLE_QUOTES = "'‘’‚‛‹›`´"
DOUBLE_QUOTES = '"“”„‟«»'
QUOTES = SINGLE_QUOTES + DOUBLE_QUOTES
DASHES = "-‐‑‒–—―−"

BREAKS = "\r\n\x0b\x0c\x85\u2028\u2029"
"""What ends a line; a line is a paragraph, unless the text is wrapped."""

LINE = re.compile(rf"[^{BREAKS}]*[^\s][^{BREAKS}]*")
"""A line that is not blank."""

_PLAIN = str.maketrans(
    dict.fromkeys(APOSTROPHES + SINGLE_QUOTES, "'")
    | dict.fromkeys(DOUBLE_QUOTES, '"')
    | dict.fromkeys(DASHES, "-")
    | {"…": "..."}
)

_CLITIC = rf"(?:n[{APOSTROPHES}]t|[{APOSTROPHES}](?:s|re|ve|ll|d|m|S|RE|VE|LL|D|M))(?![\w])"
_TOKEN = re.compile(
    rf"""
      https?://\S+?(?=[.,;:!?)\]}}”’"']{{0,9}}(?:\s|$))   # an address
    | [\w.+-]{{1,64}}@\w[\w-]*(?:\.\w[\w-]*)+              # a mail address
    | (?:[^\W\d_]\.){{2,9}}(?!\w)                        # initials: U.S., a.m.
    | [#@]\w+                                            # a tag or handle
    | \d+(?:[.,:/]\d+)+                                  # 1,709  3.5  21:00  17/05/2019
    | {_CLITIC}
    | (?:
          (?!n[{APOSTROPHES}]t(?!\w))[\w&]
        | (?<=[^\W\d_])(?!{_CLITIC})[{APOSTROPHES}](?=[^\W\d_])   # O’Brien
        | (?<=\w)\.(?=(?:com|org|net|co|gov|edu|io|tv|fr|de|uk|eu)\b)
      )+
    | \.{{2,}}|…
    | [^\w\s]
    """,
    re.VERBOSE,
)

_CLITIC_FORMS = {"n't": "not", "'re": "are", "'ve": "have", "'ll": "will", "'m": "am"}
_HOST_FORMS = {"ca": "can", "wo": "will", "sha": "shall"}


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """The text in lower case with plain quotation marks, apostrophes and dashes."""
    return text.casefold().translate(_PLAIN)


def words(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """The words and marks that lie in text[start:end], in order, with spans into the whole text."""
    everything, starts = _words(text)
    if start == 0 and end is None:
        return everything
    return everything[bisect_left(starts, start) : bisect_left(starts, len(text) if end is None else end)]


@lru_cache(maxsize=64)
def _words(text: str) -> tuple[tuple[Word, ...], list[int]]:
    """All words of a text, and where each begins."""
    found = list(_TOKEN.finditer(text))
    made = []
    for match, following in zip_longest(found, found[1:]):
        form = _initials(match.group()) or plain(match.group())
        if form in _CLITIC_FORMS:
            form = _CLITIC_FORMS[form]
        elif form in _HOST_FORMS and following and plain(following.group()) == "n't":
            form = _HOST_FORMS[form]
        spaced = match.start() == 0 or text[match.start() - 1].isspace()
        made.append(Word(Span(match.start(), match.end()), match.group(), form, spaced))
    return tuple(made), [word.span.start for word in made]


def joined(side: Iterable[Word]) -> str:
    """The words as they stand in their text, with one space where there was any."""
    return "".join((" " if w.spaced else "") + w.text for w in side).strip()


def either(names: Sequence[str]) -> str:
    """One or more names in words, as alternatives: "A", "A or B", "A, B or C"."""
    *first, last = names
    return f"{', '.join(first)} or {last}" if first else last


def excerpt(side: Iterable[Word], longest: int = 120) -> str:
    """The words as they stand, cut after so many code points, as a message quotes them."""
    said = joined(side)
    return said if len(said) <= longest else said[:longest] + "…"


def _initials(text: str) -> str | None:
    """Dotted initials without their dots ("a.m." → "am"), but the country apart from the pronoun "us"."""
    if text in ("US", "U.S."):
        return "u.s."
    dotted = len(text) > 3 and text[1] == "." and text[0].isalpha() and text[1::2].strip(".") == ""
    return plain(text).replace(".", "") if dotted else None
