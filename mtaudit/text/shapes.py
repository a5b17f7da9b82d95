"""What kind of word stands beside what kind: enough of grammar to tell sound English from the output of an engine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from mtaudit.lexicon.closed_class import is_function_word
from mtaudit.lexicon.wordnet import known, parts_of_speech
from mtaudit.records import Word

NAME, NUMBER, UNKNOWN, OTHER_MARK, START, END = "Name", "0", "?", "mark", "<", ">"

MARKS = frozenset(",.;:?!-()\"'")
"""Marks that are shapes of their own."""

ENDINGS = ("ing", "ed", "ly", "s")
"""Endings that tell forms of one word apart, tried in this order."""


def shapes(sentence: Sequence[Word]) -> list[str]:
    """A shape for each word: function words and marks are themselves, others their possible parts of speech."""
    return [
        _mark(word.form) if word.is_punctuation else _shape(word.form, word.text[:1].isupper() and place > 0)
        for place, word in enumerate(sentence)
    ]


def neighbours(sentence: Sequence[Word]) -> Iterator[tuple[str, int]]:
    """Each two shapes that stand side by side, as "of the", with the number of the second word; ends are shapes too."""
    found = [START, *shapes(sentence), END]
    for number in range(len(found) - 1):
        yield f"{found[number]} {found[number + 1]}", number


def _mark(form: str) -> str:
    return form if form in MARKS else OTHER_MARK


@lru_cache(maxsize=65536)
def _shape(form: str, capital: bool) -> str:
    if is_function_word(form):
        return form
    if form[0].isdigit():
        return NUMBER
    if capital:
        return NAME
    if not known(form):
        return UNKNOWN
    ending = next((e for e in ENDINGS if form.endswith(e)), "")
    return "".join(sorted(parts_of_speech(form))) + (f"-{ending}" if ending else "")
