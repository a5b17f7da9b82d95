"""Which office, title or part each article gives to a person."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from mtaudit.event.facts.lines import Line, Place, Reading, fact
from mtaudit.event.facts.people import Named, People
from mtaudit.lexicon.closed_class import DETERMINERS, is_function_word
from mtaudit.lexicon.pivots import bases, bundled
from mtaudit.lexicon.tables import members
from mtaudit.lexicon.wordnet import Relation, lemma, relation
from mtaudit.records import Fact, FactKind, Word
from mtaudit.text.people import CLASS_OF, is_person_noun, kin, role_of, same_portfolio, same_role

BESIDES = members("roles-together", "beside")
"""What somebody may be beside any office or occupation, or what says less than it."""

WIDER = frozenset(
    (Relation.IDENTICAL, Relation.INFLECTION, Relation.SYNONYM, Relation.HYPERNYM, Relation.HYPONYM, Relation.DERIVED)
)
"""Relations in which two words can be of one person."""

FIELDED = frozenset(("minister", "secretary"))
"""Roles of which there are many, each in charge of another field."""

PAST = frozenset("once formerly previously".split())
"""Words behind a name that say that somebody no longer is what follows."""

AHEAD = 7
"""Words behind a name and a comma among which the noun stands that says who it is."""

PARTS_AT_COURT = members("roles-together", "court")
"""Parts in a trial, of which a person has one; not all of them are occupations."""


def role_facts(reading: Reading) -> Iterator[Fact]:
    """For each person the role that articles agree on, and those that others give."""
    people = People.of(reading)
    by_person: defaultdict[str, list[Place]] = defaultdict(list)
    for line in reading:
        for person in people.on(line):
            by_person[person.key] += _roles(line, person)
    for key, places in sorted(by_person.items()):
        yield from _facts(key, places)


def _roles(line: Line, person: Named) -> Iterator[Place]:
    """The role right before the name ("prosecutor Ada Brook"), and that between commas behind it (", a judge at …")."""
    words, run = line.words, person.words
    before = run.start - 1
    if before >= 0 and words[before].form == ",":  # "the lead prosecutor, Ada Brook, said"
        closed = run.stop < len(words) and words[run.stop].form in (",", ".")
        opened = closed and _opens(line, before - 1) and words[before - 1].text.islower()
        before = _head(line, before - 1) if opened else -1
    if before >= 0 and words[before].form == ".":
        before -= 1
    if before >= 0 and (role := _role(words[before])) and not _is_past(line, before):
        yield _place(line, before, role)
    if run.stop + 1 < len(words) and words[run.stop].form in (",", "is", "was", "("):
        k = _apposed(line, run.stop + 1)
        if k is not None and (role := _role(words[k])) and not _is_past(line, k):
            yield _place(line, k, role)


def _head(line: Line, k: int) -> int:
    """The noun that a phrase which ends with the word k is about: "lawyer" in "the lawyer of the crews"."""
    for at in range(k, max(0, k - AHEAD), -1):
        if line.words[at].is_punctuation:
            break
        if line.words[at].form in ("of", "for"):
            return at - 1
    return k


def _opens(line: Line, k: int) -> bool:
    """Whether the noun phrase that ends there begins with a determiner, near by."""
    return any(w.form in DETERMINERS or w.form == "'s" for w in line.words[max(0, k - 5) : k])


def _apposed(line: Line, start: int) -> int | None:
    """The noun of the phrase that begins there and says who somebody is."""
    words = line.words
    found = None
    for k in range(start, min(len(words), start + AHEAD)):
        form = words[k].form
        if words[k].form in (",", ".", "who", "of", "for", "at", "in", "with", "from", "on", "and", ")"):
            break
        if form == "'s":
            found = None
        elif _role(words[k]):
            found = k
        elif found is not None and not is_function_word(form):
            break
    return found


def _role(word: Word) -> str | None:
    """The word, in the singular, if it says who somebody is; a name does not."""
    role = role_of(word.form)
    if role or not word.text.islower():
        return role
    return word.form if is_person_noun(word.form) and word.form == lemma(word.form) and not kin(word.form) else None


def _is_past(line: Line, k: int) -> bool:
    """Whether the role is one that the person no longer has, or not yet, or only stands in for."""
    return any(w.form in CLASS_OF or w.form in PAST for w in line.words[max(0, k - 3) : k])


def _place(line: Line, k: int, role: str) -> Place:
    first = last = k
    field = None
    if role in FIELDED and k and same_portfolio(line.words[k - 1].form, "finance") is not None:
        first, field = k - 1, line.words[k - 1].form
    elif role in FIELDED and (at := _field_behind(line, k)):
        last, field = at, line.words[at].form
    value = f"{field} {role}" if field else role
    return Place(line.article, line.span(range(first, last + 1)), value, frozenset())


def _field_behind(line: Line, k: int) -> int | None:
    """The field of a minister that stands behind: "the minister of agriculture", "the secretary for the interior"."""
    behind = line.words[k + 1 : k + 4]
    at = 2 if len(behind) > 2 and behind[1].form == "the" else 1
    told = len(behind) > at and behind[0].form in ("of", "for")
    return k + 1 + at if told and same_portfolio(behind[at].form, "finance") is not None else None


def _facts(key: str, places: Sequence[Place]) -> Iterator[Fact]:
    """The person's role by most articles with those that exclude it, and with those that say it in other words."""
    counts = Counter(value for value, _ in {(p.value, p.article) for p in places})
    for value, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        same = [p for p in places if one_role(p.value, value)]
        theirs = {p.article for p in same}
        held = {p.value for p in places if p.article in theirs}
        strays = [p for p in places if p.article not in theirs and p.value not in held and excludes(p.value, value)]
        if len(theirs) + len(strays) > 1:
            yield fact(FactKind.ROLE, key, [p.mention(value) for p in same] + [p.mention(p.value) for p in strays])
        return


def one_role(a: str, b: str) -> bool:
    """Whether two roles can be said of one person: the same, one told more closely than the other, or unrelated."""
    (field, role), (other, second) = _parts(a), _parts(b)
    if field and other and same_portfolio(field, other) is False:
        return False
    return role == second or same_role(role, second) or relation(role, second) in WIDER


def excludes(a: str, b: str) -> bool:
    """Whether one person hardly is both: two occupations, parts in one trial, fields of two ministers, or two senses of
    one foreign word.
    """
    if one_role(a, b):
        return False
    (field, role), (other, second) = _parts(a), _parts(b)
    if field and other and role == second:
        return True
    if bundled().confusions(bases(role), bases(second)):
        return True
    if {role, second} & BESIDES or relation(role, second) in WIDER:
        return False
    return (role_of(role) is not None and role_of(second) is not None) or {role, second} <= PARTS_AT_COURT


def _parts(value: str) -> tuple[str, str]:
    field, _, role = value.rpartition(" ")
    return field, role
