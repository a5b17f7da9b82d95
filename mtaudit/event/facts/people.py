"""Who is spoken of in the articles: people by name, and each place where an article names one of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from mtaudit.event.facts.lines import Line, Reading
from mtaudit.lexicon import tables
from mtaudit.lexicon.closed_class import is_function_word
from mtaudit.lexicon.origins import origin
from mtaudit.lexicon.speech import is_speech
from mtaudit.lexicon.wordnet import lemmas
from mtaudit.records import Word
from mtaudit.text.names import TITLES, folded, is_capitalised, is_common
from mtaudit.text.people import NO_PERSON, is_person_noun, role_of

COURTESY = {"mr": "masculine", "sir": "masculine", "mrs": "feminine", "ms": "feminine", "miss": "feminine"}
"""Titles that tell the sex of whom they stand before."""

LONGEST = 4
"""Words of a person's name."""

HONOURS = 3
"""Letters behind a name: "KC", "OBE"."""

INSERTED = 12
"""Words between a name and its verb of speech, set off by commas, that say who it is."""

PARTICLES = tables.words("name-particles")
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
    """Stretches of words that are names, small words and initials between them included ("Anna van Dyk")."""
    words, k = line.words, 0
    while k < len(words):
        stop = k
        while stop < len(words) and (step := _goes_on(words, stop, known, first=stop == k)):
            stop += step
        if stop > k:
            yield range(k, min(stop, len(words)))
        k = max(stop, k + 1)


def _goes_on(words: Sequence[Word], k: int, known: frozenset[str], *, first: bool) -> int:
    """How many words, from this one on, belong to a name that has come so far: 0 where it ends."""
    if _is_named(words[k], known):
        return 1
    if first or k + 1 == len(words):
        return 0
    if words[k].form == "-" and not words[k].spaced and is_capitalised(words[k + 1]):
        return 2
    particle = words[k].form in PARTICLES and _is_named(words[k + 1], known)
    stop = words[k].form == "." and _is_initial(words, k - 1)
    return int(particle or stop or _is_initial(words, k))


def _is_named(word: Word, known: frozenset[str]) -> bool:
    return is_capitalised(word) and word.form in known and word.form not in TITLES and not is_function_word(word.form)


def _is_initial(words: Sequence[Word], k: int) -> bool:
    """Whether a single capital letter stands there before a full stop: "Ada J. Brook"."""
    return len(words[k].text) == 1 and words[k].text.isupper() and k + 1 < len(words) and words[k + 1].form == "."


@dataclass(frozen=True, eq=False)
class People:
    """The people of an event by key, and where each line names them.

    A key is a surname; where several people of the event bear it, it is the given name and the surname.
    """

    keys: frozenset[str]
    _by_line: dict[tuple[int, int], tuple[Named, ...]]

    @staticmethod
    @lru_cache(maxsize=2)
    def of(reading: Reading) -> People:
        """Whoever an article shows to be a person: by a title, an age, a verb of speech, or a role beside the name."""
        named = {
            (line.article, line.number): found
            for line in reading
            if (found := tuple(_named(line, reading.names[line.article])))
        }
        given: defaultdict[str, set[str]] = defaultdict(set)
        for found in named.values():
            for person in found:
                given[person.key].update([person.given] if person.given else ())
        several = {key for key, names in given.items() if not _one_person(names)}
        told = _told_apart(named, several)
        shown = {person.key for found in told.values() for person in found if person.key and _is_shown(person)}
        return People(frozenset(shown), told)

    @property
    def surnames(self) -> frozenset[str]:
        """The last words of their names."""
        return frozenset(key.rpartition(" ")[2] for key in self.keys)

    def on(self, line: Line) -> tuple[Named, ...]:
        """The people that a line names, in order."""
        return tuple(n for n in self._by_line.get((line.article, line.number), ()) if n.key in self.keys)

    def others(self, line: Line) -> tuple[Named, ...]:
        """The names on a line that are no person's, for all that is known, or of whom nobody can tell."""
        return tuple(n for n in self._by_line.get((line.article, line.number), ()) if n.key not in self.keys)


_ByLine = dict[tuple[int, int], tuple[Named, ...]]


def _told_apart(named: _ByLine, several: Collection[str]) -> _ByLine:
    """The names, those of which there are several with their given name; "" where an article does not tell which."""
    known: defaultdict[tuple[int, str], set[str]] = defaultdict(set)
    for (article, _), found in named.items():
        for person in found:
            if person.key in several and person.given:
                known[article, person.key].add(person.given)

    def apart(article: int, person: Named) -> Named:
        if person.key not in several:
            return person
        mine = known[article, person.key]
        given = person.given or (next(iter(mine)) if len(mine) == 1 else None)
        return replace(person, key=f"{given} {person.key}" if given else "")

    return {place: tuple(apart(place[0], person) for person in found) for place, found in named.items()}


def _one_person(names: Collection[str]) -> bool:
    """Whether given names may all be one person's: spelt alike, or one short for the other."""
    return len({name[:2] for name in names}) <= 1


def _named(line: Line, known: frozenset[str]) -> Iterator[Named]:
    for found in runs(line, known):
        run = _without_honours(line.words, found)
        last = line.words[run.stop - 1]
        if len(last.form) > 2 and len(run) <= LONGEST + 2:
            yield Named(line, run, folded(last.form))


def _without_honours(words: Sequence[Word], run: range) -> range:
    """The words of a name without the letters that stand behind it: "Ada Brook KC"."""
    letters = words[run.stop - 1].text
    return run[:-1] if len(run) > 2 and letters.isupper() and 1 < len(letters) <= HONOURS else run


def _is_shown(person: Named) -> bool:
    """Whether the words around a name show it to be a person's."""
    words, run = person.line.words, person.words
    last = words[run.stop - 1].form
    if origin(last) or (len(run) == 1 and role_of(last)):
        return False
    before = words[run.start - 1] if run.start else None
    if before and before.form == "." and run.start > 1:
        before = words[run.start - 2]
    if before and before.form in TITLES | COURTESY.keys():
        courted = run.start > 1 and words[run.start - 2].form in COURTESY  # "Mr Justice Brook"
        speaks = any(is_speech(w.form) for w in words[run.stop : run.stop + 1])
        if before.form not in NO_PERSON or courted or speaks:
            return True
    if len(run) == 1 and is_common(last):
        return False
    if before and before.form not in TITLES and _is_somebody(before):
        return True
    if before and before.form == "," and run.start > 1 and _is_somebody(words[run.start - 2]):
        return len(run) > 1 and run.stop < len(words) and words[run.stop].form in (",", ".")
    behind = words[run.stop : run.stop + 6]
    if len(behind) > 2 and behind[0].form == "," and behind[1].text.isdigit() and len(behind[1].text) <= 2:
        return True
    if len(run) > 1 and len(behind) > 1 and behind[0].form == ",":
        told = behind[1].form == "who" or any(_is_somebody(w) for w in behind[1:5])
        return told or _speaks_behind(words, run)
    if len(run) < 2 or (behind and is_capitalised(behind[0])):  # "told Ada Brook Hall"
        return False
    return any(w and is_speech(w.form) for w in (before, *behind[:1])) or _speaks_behind(words, run)


def _speaks_behind(words: Sequence[Word], run: range) -> bool:
    """Whether a verb of speech follows what is set off by commas behind a name: "Ada Brook, who chairs it, said"."""
    behind = words[run.stop : run.stop + INSERTED + 2]
    if not behind or behind[0].form != ",":
        return False
    inner = next((k for k, w in enumerate(behind[1:], start=1) if w.is_punctuation and w.form not in ("-", "'")), 0)
    first = behind[1].form if len(behind) > 1 else ""
    if is_speech(first):
        return run.start > 0 and words[run.start - 1].form == ","
    return 0 < inner < len(behind) - 1 and behind[inner].form == "," and is_speech(behind[inner + 1].form)


def _is_somebody(word: Word) -> bool:
    """Whether a word says who somebody is, and is no verb: "striker", not "accused"."""
    found = lemmas(word.form)
    office = role_of(word.form) is not None
    return office or (word.text.islower() and bool(found) and found[0][0] == "n" and is_person_noun(word.form))
