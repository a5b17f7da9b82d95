"""Every list of words: data and no code, of the form, sorted, and in no contradiction to another."""

from __future__ import annotations

import re
from itertools import chain

import pytest

from mtaudit.detectors.pair.polarity import sense_reversed
from mtaudit.lexicon import tables
from mtaudit.lexicon.bound_words import _starred
from mtaudit.lexicon.set_phrases import terms
from mtaudit.lexicon.speech import TELLING, Stance, stance

SAYING_THE_SAME = (
    ("changes", "words"),
    ("connectives", "words"),
    ("crimes", "words"),
    ("fates", "words"),
    ("modality", "words"),
    ("origins", "words"),
    ("origins", "derived"),
    ("paraphrases", "words"),
    ("parties-to-a-case", "words"),
    ("procedure", "words"),
    ("stances", "words"),
)
"""Lists, and columns of theirs, of which the words of one class can stand for each other."""

EXCHANGED = ("interchangeable", "short-forms", "spelling")
"""Lists of pairs of which one can stand for the other."""

FREE = "free"
"""The tag of opposites that idiom exchanges, wherever a list has it."""

EXCHANGED_BY_IDIOM = frozenset(
    frozenset(pair.split("/"))
    for pair in """
    anybody/nobody anyone/nobody anything/nothing down/up either/neither ever/never from/into if/unless in/out
    little/much none/some off/onto
    """.split()
)
"""Opposites that a detector takes for harmless all the same: idiom exchanges some ("fill in", "fill out"), others come
with a denial elsewhere ("said nothing", "did not say anything"). Both are right: the words are opposed, and their
exchange alone proves nothing."""


def opposed() -> frozenset[frozenset[str]]:
    """The opposites of which an exchange turns the sense round."""
    return frozenset(pair for pair, tags in tables.tagged("opposites") if FREE not in tags)


@pytest.mark.parametrize("name", tables.names())
def test_every_list_makes_sense(name: str) -> None:
    text = (tables.OWN / f"{name}{tables.SUFFIX}").read_text(encoding="utf-8")
    assert tables.parse(name, text, name).rows
    head, licence, *_ = text.splitlines()
    assert re.fullmatch(rf"# {name}\.tsv: \S.*\.", head), "the first line says in a sentence what the list is"
    assert licence == "# Written for mtaudit, Apache-2.0."


@pytest.mark.parametrize("name", tables.names())
def test_what_is_read_is_what_is_checked(name: str) -> None:
    """A list that comes with mtaudit is read without checks."""
    path = tables.OWN / f"{name}{tables.SUFFIX}"
    checked = tables.parse(name, path.read_text(encoding="utf-8"), name)
    assert tables._table(name, checked.shape.kind) == checked


@pytest.mark.parametrize(("name", "column"), SAYING_THE_SAME)
def test_no_class_holds_opposites(name: str, column: str) -> None:
    found = tables.classes(name, column)
    assert {
        (class_, *sorted(pair)) for class_, words in found.items() for pair in opposed() if pair <= {*words}
    } == set()


@pytest.mark.parametrize("name", EXCHANGED)
def test_no_pair_is_opposed_and_can_stand_for_the_other(name: str) -> None:
    assert opposed() & tables.unordered(name) == set()


def test_what_idiom_exchanges_is_known() -> None:
    assert opposed() & sense_reversed.HARMLESS == EXCHANGED_BY_IDIOM


def test_pairs_are_of_two_words_that_differ() -> None:
    lists = [name for name in tables.names() if tables._laid_out(name).shape.kind == "pairs"]
    assert [(name, *pair) for name in lists for pair in tables.pairs(name) if pair[0] == pair[1]] == []
    assert {*EXCHANGED, "opposites"} <= {*lists}


def test_a_phrase_is_listed_once() -> None:
    entries = [words for words, _ in _starred()]
    assert len(entries) == len({*entries})
    assert not {" ".join(words) for words in terms()} & tables.words("idioms")


def test_steps_that_are_exchanged_and_wider_crimes_are_known() -> None:
    known = {*tables.classes("procedure"), *tables.classes("parties-to-a-case")}
    assert known >= {*chain.from_iterable(tables.pairs("interchangeable", "procedure"))}
    assert {*tables.classes("crimes")} >= {*chain.from_iterable(tables.labels("crimes", "within").values())}


def test_every_crime_has_a_family_and_every_origin_a_kind() -> None:
    assert tables.labels("crimes", "family").keys() == tables.classes("crimes").keys()
    assert tables.labels("origins", "kind").keys() == tables.classes("origins").keys()
    assert all(len(kind) == 1 for kind in tables.labels("origins", "kind").values())


def test_none_that_tells_denies() -> None:
    assert [verb for verb in sorted(TELLING) if stance(verb) is Stance.DENYING] == []
