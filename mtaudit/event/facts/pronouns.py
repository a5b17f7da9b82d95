"""Whether each article speaks of a person as of a man or a woman."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mtaudit.event.facts.lines import Line, Reading, fact
from mtaudit.event.facts.people import COURTESY, Named, People
from mtaudit.lexicon.closed_class import DETERMINERS, is_function_word
from mtaudit.lexicon.wordnet import falls_under, lemma
from mtaudit.records import Fact, FactKind, Mention, Role, Span
from mtaudit.text.names import TITLES
from mtaudit.text.people import is_person_noun, kin, role_of
from mtaudit.text.quotations import depth

SEXED = {"he": "masculine", "himself": "masculine", "she": "feminine", "herself": "feminine"}
"""Pronouns that tell the sex of who acts. "His" and "her" are left out: machines give them to things."""

BACK = 6
"""Lines before a pronoun that is not plainly one person's, in which another person may have been named."""

PLACING = frozenset("in at near from into across around outside inside on the".split())
"""What stands before the name of a place: nobody means that by a pronoun of a person."""

THING = " "
"""In the stead of a person's key: something else that has a name."""

APPOSED = 8
"""Words behind a name and a comma that say who it is."""

AHEAD = 5
"""Words before a noun among which its determiner stands."""

PARAGRAPHS = 1
"""Paragraphs on from the line that names a person, in which a pronoun that opens one still means that person."""

FRESH = 2
"""Lines on from the last that named or meant a person, beyond which a pronoun is no longer taken to mean them."""


@dataclass(frozen=True, slots=True)
class Meant:
    """Who is spoken of: the person's key, and the line and paragraph that last named or meant them."""

    key: str
    line: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun or title on a line, and the sex that it tells; `loose` where it may well mean someone else."""

    line: Line
    span: Span
    value: str
    loose: bool

    def mention(self) -> Mention:
        """The pronoun as a mention of its sex."""
        return Mention(self.line.article, self.span, self.value)


def pronoun_facts(reading: Reading) -> Iterator[Fact]:
    """For each person the sex by which articles speak of them, each pronoun and title a mention."""
    people = People.of(reading)
    holders = _holders(reading, people)
    by_person: defaultdict[str, list[Pronoun]] = defaultdict(list)
    for lines in reading.lines:
        for key, pronoun in _meant(lines, people, holders):
            by_person[key].append(pronoun)
    sexes = {key: _mostly(pronouns) for key, pronouns in by_person.items()}
    for key, pronouns in sorted(by_person.items()):
        kept = [
            p for p in pronouns if not (p.loose and p.value != sexes[key] and _is_another(reading, people, sexes, p))
        ]
        if len({p.line.article for p in kept}) > 1:
            yield fact(FactKind.PRONOUN, key, [p.mention() for p in kept])


def _mostly(pronouns: Sequence[Pronoun]) -> str:
    """The sex by which most articles speak of a person; "" where as many speak of the other."""
    told = {value: len({p.line.article for p in pronouns if p.value == value}) for value in SEXED.values()}
    most = max(told.values())
    best = [value for value, articles in told.items() if articles == most]
    return best[0] if len(best) == 1 else ""


def _is_another(reading: Reading, people: People, sexes: dict[str, str], pronoun: Pronoun) -> bool:
    """Whether somebody of the pronoun's sex was named a little before: then it is they who are meant."""
    lines = reading.lines[pronoun.line.article]
    at = lines.index(pronoun.line)
    near = [n.key for line in lines[max(0, at - BACK) : at + 1] for n in people.on(line)]
    return any(sexes.get(key) == pronoun.value for key in near)


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


def _meant(lines: Sequence[Line], people: People, holders: dict[str, str]) -> Iterator[tuple[str, Pronoun]]:
    """Every pronoun that means the only person spoken of, and every title that tells a sex, with the person's key."""
    meant: Meant | None = None
    for line in lines:
        yield from _courtesies(line, people.on(line))
        quoted = _quoted(line)
        referents = _referents(line, people, holders, quoted)
        if meant and (line.number - meant.line > FRESH or not _goes_on(line, meant)):
            meant = None
        linked: list[tuple[int, str]] = []
        for k in [k for k, w in enumerate(line.words) if w.form in SEXED and not quoted[k]]:
            key = _who([who for at, who in referents if at < k], meant)
            if key is None:
                break
            linked.append((k, key))
            loose = not any(at < k for at, _ in referents) and not _is_firm(line, k, meant)
            yield key, Pronoun(line, line.words[k].span, SEXED[line.words[k].form], loose)
        meant = _after(line, sorted([*referents, *linked]), meant)


def _who(before: Sequence[str], meant: Meant | None) -> str | None:
    """Whom a pronoun means: the only person before it on its line, if nothing else came between, or the last one."""
    if not before:
        return meant.key if meant else None
    persons = {who for who in before if who != THING}
    return before[-1] if len(persons) == 1 and before[-1] not in (THING, "") else None


def _is_firm(line: Line, k: int, meant: Meant | None) -> bool:
    """Whether a pronoun opens a sentence in the paragraph that names its person and nobody since."""
    return meant is not None and k == 0 and line.paragraph == meant.paragraph


def _goes_on(line: Line, meant: Meant) -> bool:
    """Whether a pronoun without a person before it on its line can mean the last one spoken of."""
    return line.paragraph - meant.paragraph <= PARAGRAPHS and line.role not in (Role.HEADLINE, Role.CAPTION)


def _after(line: Line, referents: Sequence[tuple[int, str]], meant: Meant | None) -> Meant | None:
    """Who is spoken of behind the line: the one person on it, where it begins with them; no one where others act."""
    if not referents:
        return meant
    first, persons = referents[0][1], {who for _, who in referents if who != THING}
    alone = len(persons) == 1 and first not in (THING, "")
    return Meant(first, line.number, line.paragraph) if alone else None


def _courtesies(line: Line, named: Sequence[Named]) -> Iterator[tuple[str, Pronoun]]:
    for person in named:
        k = person.words.start - 1
        while k > 0 and (
            line.words[k].form == "." or (line.words[k].form in TITLES and line.words[k].form not in COURTESY)
        ):
            k -= 1
        if k >= 0 and (value := COURTESY.get(line.words[k].form)):
            yield person.key, Pronoun(line, line.words[k].span, value, False)


def _quoted(line: Line) -> list[bool]:
    """For each word whether it stands in quotation marks: there a pronoun means whom the speaker means."""
    return [depth(line.text, w.span.start - line.start) > 0 for w in line.words]


def _referents(line: Line, people: People, holders: dict[str, str], quoted: Sequence[bool]) -> list[tuple[int, str]]:
    """Whoever on a line a pronoun may mean, in order: the key of a person, "" for one who cannot be told.

    Words for a role stand for the person who alone holds it. A role beside a name is that person's. A name that is no
    person's counts too, but where it stands as a place: machines make "he" of a company.
    """
    named = people.on(line)
    found = [(person.words.start, person.key) for person in named]
    found += [
        (o.words.start, THING if _is_thing(line, o) else "")
        for o in people.others(line)
        if _may_act(line, o.words) and not any(_is_seat(line, person, o) for person in named)
    ]
    taken = {k for person in named for k in _own(line, person)}
    for k, word in enumerate(line.words):
        if word.form not in line.lemmas[k : k + 1] or quoted[k] or k in taken:
            continue
        if (word.text.islower() or role_of(word.form)) and k and _is_somebody(line, k):
            found.append((k, holders.get(role_of(word.form) or "", "")))
    return sorted(found)


def _is_seat(line: Line, person: Named, other: Named) -> bool:
    """Whether a name tells where the person before it belongs: "Ada Brook of Oldham College"."""
    stop = person.words.stop
    return other.words.start == stop + 1 and line.words[stop].form in ("of", "from")


def _own(line: Line, person: Named) -> range:
    """The words around a name that tell who it is: those before it, and those behind a comma."""
    stop = person.words.stop
    told = stop < len(line.words) and line.words[stop].form == ","
    return range(person.words.start - 4, stop + APPOSED * told)


def _is_thing(line: Line, other: Named) -> bool:
    """Whether a name is no unknown person's: it is one word, or ends in a word for a body."""
    return bool(other.key) and (len(other.words) == 1 or falls_under(line.words[other.words.stop - 1].form, "group"))


def _may_act(line: Line, name: range) -> bool:
    """Whether a name can be what a pronoun means: it stands as no place, and nothing is said to be its own."""
    before = line.words[name.start - 1].form if name.start else ""
    behind = line.words[name.stop].form if name.stop < len(line.words) else ""
    if behind in TITLES or behind in COURTESY:
        return False
    return before not in PLACING and behind != "'s" and not line.words[name.stop - 1].text.endswith("’")


def _is_somebody(line: Line, k: int) -> bool:
    """Whether a noun for one person stands there with a determiner before it: "the lawyer", "the 58-year-old"."""
    word = line.words[k]
    if k + 1 < len(line.words) and line.words[k + 1].text.islower() and is_person_noun(line.words[k + 1].form):
        return False  # the chief scientist is one person
    aged = word.form == "old" and k > 1 and line.words[k - 1].form == "-"
    if not aged and (lemma(word.form) != word.form or not (is_person_noun(word.form) or kin(word.form))):
        return False
    for before in reversed(line.words[max(0, k - AHEAD) : k]):
        if before.form in DETERMINERS or before.form == "'s":
            return True
        if is_function_word(before.form) or (before.is_punctuation and before.form != "-"):
            return False
    return False
