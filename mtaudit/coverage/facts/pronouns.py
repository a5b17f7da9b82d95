"""Whether each article speaks of a person as of a man or a woman."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mtaudit.coverage.facts.lines import Line, Place, Reading, fact
from mtaudit.coverage.facts.people import COURTESY, Named, People
from mtaudit.lingua.closed_class import DETERMINERS
from mtaudit.lingua.people import is_person_noun, kin, role_of
from mtaudit.lingua.quotations import depth
from mtaudit.lingua.wordnet import lemma
from mtaudit.records import Fact, FactKind, Role

SEXED = {"he": "masculine", "himself": "masculine", "she": "feminine", "herself": "feminine"}
"""Pronouns that tell the sex of who acts. "His" and "her" are left out: machines give them to things."""

PARAGRAPHS = 1
"""Paragraphs on from the line that names a person, in which a pronoun that opens one still means that person."""

FRESH = 2
"""Lines on from the last that named or meant a person, beyond which a pronoun is no longer taken to mean them."""


@dataclass(frozen=True, slots=True)
class Meant:
    """Who is spoken of: the person's key, the line that last named or meant them, and by which sex, once it was told."""

    key: str
    line: int
    paragraph: int


def pronoun_facts(reading: Reading) -> Iterator[Fact]:
    """For each person the sex by which articles speak of them, each pronoun and title a mention."""
    people = People.of(reading)
    holders = _holders(reading, people)
    by_person: defaultdict[str, list[Place]] = defaultdict(list)
    for lines in reading.lines:
        for key, place in _meant(lines, people, holders):
            by_person[key].append(place)
    for key, places in sorted(by_person.items()):
        told = {value: {p.article for p in places if p.value == value} for value in ("masculine", "feminine")}
        if any(reading.anchors(articles) for articles in told.values()):
            yield fact(FactKind.PRONOUN, key, [p.mention(p.value) for p in places])


def _holders(reading: Reading, people: People) -> dict[str, str]:
    """The role that a line gives to a named person → that person, where all articles give it to no one else."""
    held: defaultdict[str, set[str]] = defaultdict(set)
    for line in reading:
        for person in people.on(line):
            role = _titled(line, person)
            if role:
                held[role].add(person.key)
    return {role: next(iter(keys)) for role, keys in held.items() if len(keys) == 1}


def _titled(line: Line, person: Named) -> str | None:
    k = person.words.start - 1
    return role_of(line.words[k].form) if k >= 0 else None


def _meant(lines: Sequence[Line], people: People, holders: dict[str, str]) -> Iterator[tuple[str, Place]]:
    """Every pronoun that means the only person spoken of, and every title that tells a sex, with the person's key."""
    meant: Meant | None = None
    for line in lines:
        named = people.on(line)
        yield from _courtesies(line, named)
        quoted = _quoted(line)
        referents = _referents(line, named, holders, quoted)
        pronouns = [k for k, w in enumerate(line.words) if w.form in SEXED and not quoted[k]]
        for k in pronouns:
            before = {key for at, key in referents if at < k}
            if len(before) == 1 and "" not in before:
                key = next(iter(before))
            elif not before and meant and line.number - meant.line <= FRESH and _goes_on(line, k, meant):
                key = meant.key
            else:
                break
            yield key, Place(line.article, line.words[k].span, SEXED[line.words[k].form], frozenset())
            meant = Meant(key, line.number, line.paragraph)
        meant = _after(line, referents, meant)


def _goes_on(line: Line, k: int, meant: Meant) -> bool:
    """Whether a pronoun without a person before it on its line can mean the last one spoken of."""
    return line.paragraph - meant.paragraph <= PARAGRAPHS and line.role not in (Role.HEADLINE, Role.CAPTION)


def _after(line: Line, referents: Sequence[tuple[int, str]], meant: Meant | None) -> Meant | None:
    """Who is spoken of behind the line: the one person on it, or no one where there are several."""
    keys = {key for _, key in referents}
    if len(keys) == 1 and "" not in keys:
        return Meant(next(iter(keys)), line.number, line.paragraph)
    return None if keys else meant


def _courtesies(line: Line, named: Sequence[Named]) -> Iterator[tuple[str, Place]]:
    for person in named:
        k = person.words.start - 1
        k -= k > 0 and line.words[k].form == "."
        if k >= 0 and (value := COURTESY.get(line.words[k].form)):
            yield person.key, Place(line.article, line.words[k].span, value, frozenset())


def _quoted(line: Line) -> list[bool]:
    """For each word whether it stands in quotation marks: there a pronoun means whom the speaker means."""
    return [depth(line.text, w.span.start - line.start) > 0 for w in line.words]


def _referents(
    line: Line, named: Sequence[Named], holders: dict[str, str], quoted: Sequence[bool]
) -> list[tuple[int, str]]:
    """Whoever on a line a pronoun may mean, in order: the key of a person, "" for one without a name.

    Words for a role stand for the person who alone holds it. A role beside a name is that person's.
    """
    found = [(person.words.start, person.key) for person in named]
    taken = {k for person in named for k in range(person.words.start - 4, person.words.stop + 8)}
    for k, word in enumerate(line.words):
        if word.form not in line.lemmas[k : k + 1] or quoted[k] or k in taken:
            continue
        if word.text.islower() and k and _is_somebody(line, k):
            found.append((k, holders.get(role_of(word.form) or "", "")))
    return sorted(found)


def _is_somebody(line: Line, k: int) -> bool:
    """Whether a noun for one person stands there with a determiner before it: "the lawyer", "a young woman"."""
    word = line.words[k]
    if lemma(word.form) != word.form or not (is_person_noun(word.form) or kin(word.form)):
        return False
    return any(w.form in DETERMINERS or w.form == "'s" for w in line.words[max(0, k - 3) : k])
