"""Who is spoken of in the articles: people by name, and each place where an article names one of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from mtaudit.coverage.facts.lines import Line, Reading
from mtaudit.lingua.closed_class import is_function_word
from mtaudit.lingua.names import TITLES, folded, is_capitalised
from mtaudit.lingua.origins import origin
from mtaudit.lingua.people import NO_PERSON, is_person_noun
from mtaudit.lingua.speech import is_speech
from mtaudit.records import Word

COURTESY = {"mr": "masculine", "sir": "masculine", "mrs": "feminine", "ms": "feminine", "miss": "feminine"}
"""Titles that tell the sex of whom they stand before."""

LONGEST = 4
"""Words of a person's name."""

PARTICLES = frozenset("de da do dos del della di van von der den la le al el bin ibn ben ter ten".split())
"""Small words inside a name."""


@dataclass(frozen=True, slots=True, eq=False)
class Named:
    """Words of a line that may name a person, titles not included; `key` is the last of them."""

    line: Line
    words: range
    key: str

    @property
    def given(self) -> str | None:
        """The first word of a name of several."""
        first = self.line.words[self.words.start]
        return folded(first.form) if len(self.words) > 1 else None


def runs(line: Line, known: frozenset[str]) -> Iterator[range]:
    """Stretches of words that are names, small words between them included ("Anna van Dyk"); not over long."""
    words, k = line.words, 0
    while k < len(words):
        if not _is_named(words[k], known):
            k += 1
            continue
        stop = k + 1
        while stop < len(words):
            if _is_named(words[stop], known):
                stop += 1
            elif (
                words[stop].form in PARTICLES and stop + 1 < len(words) and _is_named(words[stop + 1], known)
            ) or _is_initial(words, stop):
                stop += 1
            elif words[stop].form == "." and _is_initial(words, stop - 1) and stop + 1 < len(words):
                stop += 1
            elif words[stop].form == "-" and not words[stop].spaced and stop + 1 < len(words) and is_capitalised(words[stop + 1]):
                stop += 2
            else:
                break
        yield range(k, min(stop, len(words)))
        k = stop


def _is_named(word: Word, known: frozenset[str]) -> bool:
    return is_capitalised(word) and word.form in known and word.form not in TITLES and not is_function_word(word.form)


def _is_initial(words: Sequence[Word], k: int) -> bool:
    """Whether a single capital letter stands there before a full stop: "Ada J. Brook"."""
    return len(words[k].text) == 1 and words[k].text.isupper() and k + 1 < len(words) and words[k + 1].form == "."


@dataclass(frozen=True, eq=False)
class People:
    """The people of an event by key, and where each line names them."""

    keys: frozenset[str]
    _by_line: dict[tuple[int, int], tuple[Named, ...]]

    @staticmethod
    def of(reading: Reading) -> People:
        """Whoever some article shows to be a person: by a title, an age, a verb of speech, or a role beside the name.

        A surname that stands behind several given names is no one's: who is meant by it alone cannot be told.
        """
        found: dict[tuple[int, int], tuple[Named, ...]] = {}
        shown: set[str] = set()
        given: defaultdict[str, set[str]] = defaultdict(set)
        for line in reading:
            named = tuple(_named(line, reading.names[line.article]))
            if named:
                found[line.article, line.number] = named
            for person in named:
                if person.given:
                    given[person.key].add(person.given)
                if _is_shown(person):
                    shown.add(person.key)
        several = {key for key, names in given.items() if not _one_person(names)}
        return People(frozenset(shown - several), found)

    def on(self, line: Line) -> tuple[Named, ...]:
        """The people that a line names, in order."""
        return tuple(n for n in self._by_line.get((line.article, line.number), ()) if n.key in self.keys)

    def others(self, line: Line) -> tuple[Named, ...]:
        """The names on a line that are no person's, for all that is known."""
        return tuple(n for n in self._by_line.get((line.article, line.number), ()) if n.key not in self.keys)


def _one_person(names: Collection[str]) -> bool:
    """Whether given names may all be one person's: spelt alike, or one short for the other."""
    return len({name[:2] for name in names}) <= 1


def _named(line: Line, known: frozenset[str]) -> Iterator[Named]:
    for run in runs(line, known):
        last = line.words[run.stop - 1]
        if len(last.form) > 2 and len(run) <= LONGEST + 2:
            yield Named(line, run, folded(last.form))


def _is_shown(person: Named) -> bool:
    """Whether the words around a name show it to be a person's."""
    words, run = person.line.words, person.words
    if origin(words[run.stop - 1].form):
        return False
    before = words[run.start - 1] if run.start else None
    if before and before.form == "." and run.start > 1:
        before = words[run.start - 2]
    if before and before.form in TITLES | COURTESY.keys() and before.form not in NO_PERSON:
        return True
    if before and not before.is_punctuation and before.form not in TITLES and is_person_noun(before.form):
        return before.text.islower()
    behind = [w for w in words[run.stop : run.stop + 3]]
    if len(behind) == 3 and behind[0].form == "," and behind[1].text.isdigit() and len(behind[1].text) <= 2:
        return True
    if len(run) > 1 and len(behind) > 1 and behind[0].form == "," and behind[1].form in ("a", "an", "the", "who"):
        return any(is_person_noun(w.form) for w in words[run.stop + 2 : run.stop + 7]) or behind[1].form == "who"
    return len(run) > 1 and bool(behind) and is_speech(behind[0].form)
