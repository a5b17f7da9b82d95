"""Words of other languages with the English words for each of their senses, looked up from the English side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from mtaudit.lingua.closed_class import is_content, is_function_word
from mtaudit.lingua.wordnet import lemmas
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
        found: dict[tuple[str, str], Confusion] = {}
        for a, b in product(first, second):
            if a == b:
                return ()
            ours, theirs = self._by_english.get(a, ()), self._by_english.get(b, ())
            if not ours or not theirs:
                continue
            senses: dict[int, list[int]] = defaultdict(list)
            for entry, sense in ours:
                senses[id(entry)].append(sense)
            for entry, sense in theirs:
                if sense in senses.get(id(entry), ()):
                    return ()
                for other in senses.get(id(entry), ())[:1]:
                    naive = len(entry.senses)
                    meant, seen = (b, a) if other == naive else (a, b)
                    made = Confusion(entry.language, entry.word, meant, seen, naive in (sense, other))
                    found.setdefault((entry.language, entry.word), made)
        return tuple(found.values())

    def translations(self, word: str) -> Iterator[Entry]:
        """What a word, lower case, means in those languages in which it is one."""
        yield from self._by_word.get(word, ())

    def agreed(self, first: Collection[str], second: Collection[str]) -> frozenset[str]:
        """The languages of which a word has one of the first and one of the second English words in one sense."""
        found: set[str] = set()
        for a, b in product(first, second):
            ours = {(id(entry), sense) for entry, sense in self._by_english.get(a, ()) if sense < len(entry.senses)}
            theirs = self._by_english.get(b, ()) if a != b else ()
            found.update(entry.language for entry, sense in theirs if (id(entry), sense) in ours)
        return frozenset(found)

    def shared(self, first: Collection[str], second: Collection[str]) -> tuple[Confusion, ...]:
        """Which words have one of the first and one of the second English words, be it in one sense or in two."""
        found: dict[tuple[str, str], Confusion] = {}
        for a, b in product(first, second):
            ours = {id(entry) for entry, sense in self._by_english.get(a, ()) if sense < len(entry.senses)}
            for entry, sense in self._by_english.get(b, ()) if a != b else ():
                if id(entry) in ours and sense < len(entry.senses):
                    found.setdefault((entry.language, entry.word), Confusion(entry.language, entry.word, a, b))
        return tuple(found.values())


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
    heads = {forms[0], *(base for _, base in lemmas(forms[0]))}
    if len(forms) == 1:
        return frozenset(heads)
    tails = {forms[-1], *(base for _, base in lemmas(forms[-1]))}
    return frozenset(" ".join((head, *forms[1:-1], tail)) for head, tail in product(heads, tails))
