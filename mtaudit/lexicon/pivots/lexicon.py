"""Words of other languages with the English words for each of their senses, looked up from the English side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from mtaudit.lexicon.closed_class import is_content, is_function_word
from mtaudit.lexicon.wordnet import lemmas
from mtaudit.records import Word

NAIVE = "~"
"""Begins a sense that a word only seems to have: what it looks like in English."""


LONGEST = 3
"""Content words of a phrase up to which they are looked up one by one: of more, some two share a word by chance."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A word of another language; each of its senses is the English words, in base form, that say it.

    `naive` are the English words that it looks like and does not mean (a false friend); they are not among the senses.
    """

    language: str
    word: str
    senses: tuple[frozenset[str], ...]
    naive: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Confusion:
    """A word of another language that has both of two English ones, in senses apart.

    `false_friend` tells that it means the first and only looks like the second, whichever of them stood first: either
    way of the trip may have gone by the looks.
    """

    language: str
    word: str
    first: str
    second: str
    false_friend: bool = False


class Lexicon:
    """Entries of any number of languages, found by their English words or by the foreign one."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._by_english: dict[str, list[tuple[Entry, int]]] = defaultdict(list)
        self._by_word: dict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            self._by_word[entry.word.casefold()].append(entry)
            for number, sense in enumerate((*entry.senses, entry.naive)):
                for word in sense:
                    self._by_english[word].append((entry, number))

    def confusions(self, first: Collection[str], second: Collection[str]) -> tuple[Confusion, ...]:
        """Which words have one of the first and one of the second English words (base forms) in senses apart.

        None where any word has the two in one sense: then they are synonyms somewhere, and no sense was confused.
        """
        if not frozenset(first).isdisjoint(second):
            return ()
        found: dict[tuple[str, str], Confusion] = {}
        for a, b, entry, one, other in self._having(first, second):
            if one == other:
                return ()
            naive = len(entry.senses)
            meant, seen = (b, a) if one == naive else (a, b)
            made = Confusion(entry.language, entry.word, meant, seen, naive in (one, other))
            found.setdefault((entry.language, entry.word), made)
        return tuple(found.values())

    def translations(self, word: str) -> Iterator[Entry]:
        """What a word, lower case, means in those languages in which it is one."""
        yield from self._by_word.get(word, ())

    def confusable(self, word: str) -> frozenset[str]:
        """The English words that a word of some language has in another sense than this one, which is in base form."""
        return frozenset(
            other
            for entry, number in self._by_english.get(word, ())
            for sense, others in enumerate((*entry.senses, entry.naive))
            for other in others
            if sense != number and word not in others
        )

    def agreed(self, first: Collection[str], second: Collection[str]) -> frozenset[str]:
        """The languages of which a word has one of the first and one of the second English words in one sense."""
        return frozenset(
            entry.language
            for a, b, entry, one, other in self._having(first, second)
            if a != b and one == other < len(entry.senses)
        )

    def shared(self, first: Collection[str], second: Collection[str]) -> tuple[Confusion, ...]:
        """Which words have one of the first and one of the second English words, be it in one sense or in two."""
        found: dict[tuple[str, str], Confusion] = {}
        for a, b, entry, one, other in self._having(first, second):
            if a != b and max(one, other) < len(entry.senses):
                found.setdefault((entry.language, entry.word), Confusion(entry.language, entry.word, a, b))
        return tuple(found.values())

    def _having(self, first: Collection[str], second: Collection[str]) -> Iterator[tuple[str, str, Entry, int, int]]:
        """Every entry that has one of the first and one of the second English words, with these and their senses.

        In the same order on every run, however the words were given.
        """
        for a, b in product(sorted(first), sorted(second)):
            ours = {id(entry): sense for entry, sense in self._by_english.get(a, ())}
            for entry, sense in self._by_english.get(b, ()) if ours else ():
                if id(entry) in ours:
                    yield a, b, entry, ours[id(entry)], sense


def parsed(language: str, text: str) -> Iterator[Entry]:
    """The entries of a list: a line each, word, part of speech and senses apart by tabs, senses apart by " / "."""
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        word, _, senses = line.split("\t")
        real, naive = [], set[str]()
        for sense in senses.split(" / "):
            words = frozenset(w.strip() for w in sense.removeprefix(NAIVE).split(","))
            if sense.startswith(NAIVE):
                naive |= words
            else:
                real.append(words)
        yield Entry(language, word, tuple(real), frozenset(naive))


def phrase_pairs(lost: Sequence[Word], gained: Sequence[Word]) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Base forms of two phrases to look up together: of the phrases whole, and where they are short of their words."""
    yield phrase_bases(lost), phrase_bases(gained)
    ours, theirs = ([word for word in side if is_content(word)] for side in (lost, gained))
    if max(len(ours), len(theirs)) <= LONGEST and len(ours) * len(theirs) > 1:
        yield from ((phrase_bases((a,)), phrase_bases((b,))) for a, b in product(ours, theirs))


def phrase_bases(words: Sequence[Word]) -> frozenset[str]:
    """A short phrase as a lexicon may have it: its words as they are, with the first or last one in base form."""
    forms = [word.form for word in words if not word.is_punctuation]
    while forms and is_function_word(forms[0]) and len(forms) > 1:
        forms = forms[1:]
    if not forms:
        return frozenset()
    if len(forms) == 1:
        return bases(forms[0])
    return frozenset(" ".join((head, *forms[1:-1], tail)) for head, tail in product(bases(forms[0]), bases(forms[-1])))


def bases(form: str) -> frozenset[str]:
    """A word as it is and in its base forms."""
    return frozenset((form, *(base for _, base in lemmas(form))))
