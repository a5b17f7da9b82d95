"""Where sentences end, in text whose punctuation may be damaged.

A machine round trip leaves orphan quotation marks ("others. “."), stops before commas and in the middle of
clauses ("taken. for"); a plain splitter breaks at each. So a boundary needs a stop *and* a proper start
behind it, and marks that open nothing go with the sentence before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtaudit.lexicon.closed_class import is_function_word
from mtaudit.lexicon.tables import members
from mtaudit.records import Span
from mtaudit.text.words import QUOTES

LONGEST = 1500
"""Code points after which a sentence is cut at white space: longer ones are lists or tables, never prose."""

LONGEST_ABBREVIATION = 40
"""Code points before a stop that are looked at for an abbreviation: twice the longest."""

TITLES = members("stopped", "title")
"""Abbreviations that a name follows: their stop never ends a sentence."""

ABBREVIATIONS = members("stopped", "inside")
"""Abbreviations whose stop ends a sentence only where a clear new one begins."""

STATES = members("stopped", "state")
"""States and provinces as agencies shorten them behind a town's name."""

OTHERS = members("stopped", "other")
"""Words that are shortened inside sentences."""

_CLOSERS = ")]}" + QUOTES
_STOP = re.compile(r"[.!?…]+")
_TAIL = re.compile(rf"[{re.escape(_CLOSERS)}]*")
_ORPHANS = re.compile(rf"(?:[ \t\u00a0]{{0,9}}[{re.escape(QUOTES)}.,;:!?)\]]{{1,9}}(?=\s|$)){{1,9}}")
_LAST_WORD = re.compile(r"[^\W_](?:[\w.&’']*[^\W_])?$")
_FIRST_WORD = re.compile(r"[^\W_]+")
_START = re.compile(rf"[ \t\u00a0]*(?:[{re.escape(QUOTES)}(\[—–-]*\s?)(?:[^\W\d_]|\d|[$€£¥#@•])")
_SPACE = re.compile(r"\s+")
_AHEAD = re.compile(r"\s{0,99}(\S)")
_FOLLOWS_NUMBER = frozenset("no nos p pp vol fig art sec ch".split())


def is_abbreviation(word: str) -> bool:
    """Whether the word, in any case and without its stop, is one that is written with a stop inside sentences."""
    form = word.casefold()
    return form in TITLES or form in ABBREVIATIONS or form in OTHERS or (form in STATES and word[0].isupper())


def sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of the paragraph text[start:end], tiling it but for white space."""
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if stop.start() < begin:
            continue
        cut = _boundary(text, begin, stop, end)
        if cut is not None:
            yield from _trimmed(text, begin, cut)
            begin = cut
    yield from _trimmed(text, begin, end)


def _boundary(text: str, begin: int, stop: re.Match[str], end: int) -> int | None:
    """Where the sentence that this stop ends is over, or None if it ends none."""
    tail = _TAIL.match(text, stop.end(), end)
    cut = tail.end() if tail else stop.end()
    if cut < end and not text[cut].isspace():
        return None
    orphans = _ORPHANS.match(text, cut, end)
    if orphans and not (_START.match(text, cut, end) and _goes_on(text, orphans.end(), end)):
        cut = orphans.end()
    following = _START.match(text, cut, end)
    if following is None:
        return None
    first = text[following.end() - 1]
    if first.islower():
        return None
    last = _LAST_WORD.search(text, max(begin, stop.start() - LONGEST_ABBREVIATION), stop.start())
    word = last.group().casefold() if last else ""
    next_word = _FIRST_WORD.match(text, following.end() - 1, end)
    if stop.group() == "." and _abbreviates(word, first, next_word.group() if next_word else ""):
        return None
    return cut


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether the next thing there is a lower-case letter."""
    ahead = _AHEAD.match(text, start, end)
    return ahead is not None and ahead.group(1).islower()


def _abbreviates(word: str, first: str, following: str) -> bool:
    """Whether the stop behind `word` belongs to it, and the text goes on."""
    if word in TITLES or (len(word) == 1 and word.isalpha() and word != "i"):
        return True
    if word in _FOLLOWS_NUMBER:
        return first.isdigit()
    if "." in word and all(len(part) == 1 for part in word.split(".")):
        return not is_function_word(following.casefold())
    return word in ABBREVIATIONS and first.isdigit()


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """The range without white space at its ends, cut where it is too long for a sentence."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        spaces = list(_SPACE.finditer(text, start + LONGEST // 2, start + LONGEST))
        cut = spaces[-1].start() if spaces else start + LONGEST
        yield Span(start, cut)
        start = spaces[-1].end() if spaces else cut
    if start < end:
        yield Span(start, end)
