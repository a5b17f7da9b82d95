"""Laws for all that reads facts from text: whatever words of its own stand in a row, it breaks on none."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_laws import audited

import mtaudit
from mtaudit import lexicon, pair, text
from mtaudit.judging.pipeline import audit_text
from mtaudit.records import Document, Span
from mtaudit.text.segmentation import parsed
from mtaudit.text.words import words

MODULES = [
    importlib.import_module(found.name)
    for room in (lexicon, text, pair)
    for found in pkgutil.iter_modules(room.__path__, f"{room.__name__}.")
]
NUMBERS = """a an one two half second seconds third thirds quarter quarters twenty twenty-one first 21st dozen hundred
thousand million of in and to or per the 1 2 7 1,000 3.5 ½ 1/3 $ £ € % - – per cent points hours hour minute mile km
aged year-old . , : / ° m bn pence pounds about over at least more than or more between from nearly minus 12 am pm May
Monday 2019 night day once twice double""".split()
MARKS = tuple(""". , ; : ! ? ' " “ ” ‘ ’ ( ) [ ] - – — / % $ £ € ° 1 2 12 1,000 0.5 A b the of""".split())
COMMON = 40
"""Words of one module that an example is made of at most: with all of them, hardly two would ever fit together."""

lawful = settings(deadline=None, suppress_health_check=list(HealthCheck))


def vocabulary(module: ModuleType) -> tuple[str, ...]:
    """The words that stand in what a module defines: in its lists, its tables and its patterns."""
    return tuple(sorted({word for value in vars(module).values() for word in _written(value)}))


def _written(value: object) -> Iterator[str]:
    match value:
        case str():
            yield from re.findall(r"[^\W\d_][\w'’-]*", re.sub(r"\\.|\?P?<\w+>", " ", value))
        case re.Pattern():
            yield from _written(value.pattern)
        case dict():
            yield from _written(tuple(value.items()))
        case tuple() | list() | set() | frozenset():
            for one in value:
                yield from _written(one)


VOCABULARIES = {
    module.__name__: found for module in MODULES if len(found := vocabulary(module)) >= 5
} | {"numbers": tuple(NUMBERS)}  # fmt: skip


@st.composite
def rows(draw: st.DrawFn) -> str:
    """Words of one reader and marks in any order."""
    own = VOCABULARIES[draw(st.sampled_from(sorted(VOCABULARIES)))]
    few = draw(st.lists(st.sampled_from(own), min_size=1, max_size=COMMON))
    pieces = st.tuples(st.sampled_from((*few, *MARKS)), st.sampled_from((" ", " ", " ", "", "-")))
    row = draw(st.lists(pieces, max_size=25))
    return "".join(f"{word}{gap}" for word, gap in row)


def readers(*takes: str) -> list[Callable[..., object]]:
    """The public functions of these rooms that take what is written so, and nothing else that they need."""
    found = {}
    for module in MODULES:
        for name, function in inspect.getmembers(module, inspect.isroutine):
            own = function.__module__ == module.__name__ and not name.startswith("_")
            needed = [p for p in inspect.signature(function).parameters.values() if p.default is p.empty] if own else []
            if needed and tuple(p.annotation for p in needed) == takes and needed[0].name not in OF_A_TABLE:
                found[module.__name__, name] = function
    return [found[name] for name in sorted(found)]


OF_A_TABLE = ("name", "kind", "written")
"""What a function calls its argument that takes the keys of a table or what a reader found, and no text."""

OF_TEXT = readers("str")
OF_WORDS = readers("Sequence[Word]")
OF_A_WORD = readers("Sequence[Word]", "int")
OF_BEADS = readers("ComparedBead")


def within(found: object, text: str, count: int) -> None:
    """Every span of what was read lies in the text, and every range among its words."""
    match found:
        case Span():
            assert 0 <= found.start < found.end <= len(text)
        case range():
            assert 0 <= found.start <= found.stop <= count
        case str():
            pass
        case _ if is_dataclass(found):
            for field in fields(found):
                within(getattr(found, field.name), text, count)
        case Iterable():
            for one in found:
                within(one, text, count)


def test_the_readers_are_found() -> None:
    names = {reader.__name__ for reader in (*OF_TEXT, *OF_WORDS, *OF_A_WORD, *OF_BEADS)}
    assert {"quantities", "dates", "relative_days", "numerals", "quoted", "negators", "verb_group", "gaps"} <= names
    assert {"matched_quantities", "matched_dates", "matched_days", "connectives", "exchanged", "paired"} <= names
    assert {"second", "thousand"} <= set(VOCABULARIES["mtaudit.lexicon.number_words"])


@lawful
@given(rows() | st.lists(st.sampled_from(NUMBERS), max_size=12).map(" ".join))
def test_readers_of_text_stay_in_it(text: str) -> None:
    for reader in OF_TEXT:
        within(reader(text), text, 0)


@lawful
@given(rows())
def test_readers_of_words_stay_among_them(text: str) -> None:
    side = words(text)
    for reader in OF_WORDS:
        within(reader(side), text, len(side))
    for reader in OF_A_WORD:
        for k in range(len(side)):
            within(reader(side, k), text, len(side))


@lawful
@given(rows(), rows())
def test_no_reader_of_beads_and_no_detector_breaks(original: str, copy: str) -> None:
    audit = audited(f"It said {original}", f"It said {copy}")
    assert audit is not None
    assert audit.comparison is not None
    assert [f for f in audit.failures if f.what != "language"] == []
    for bead in audit.comparison.beads:
        for reader in OF_BEADS:
            within(reader(bead), max(original, copy, key=len) + "It said ", max(len(bead.original), len(bead.copy)))


@lawful
@given(rows())
def test_no_detector_of_texts_breaks(text: str) -> None:
    alone = audit_text(parsed(Document("a", f"It said {text}", language="en")), mtaudit.plugins(False))
    assert alone.failures == ()


@pytest.mark.parametrize(
    ("original", "copy"),
    [
        ("They hold one third of the seats.", "They hold one second of the seats."),
        ("The lights went out for one second.", "The lights went out for about 1 second."),
    ],
)
def test_a_unit_that_is_a_numeral_too_breaks_nothing(original: str, copy: str) -> None:
    assert mtaudit.compare(original, copy, model=False).failures == ()
