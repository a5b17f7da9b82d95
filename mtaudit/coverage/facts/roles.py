"""Which office, title or part each article gives to a person."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from mtaudit.coverage.facts.lines import Line, Place, Reading, fact
from mtaudit.coverage.facts.people import Named, People
from mtaudit.lingua.closed_class import DETERMINERS, is_function_word
from mtaudit.lingua.people import is_person_noun, kin, role_of, same_portfolio, same_role
from mtaudit.lingua.pivots import bases, bundled
from mtaudit.lingua.wordnet import Relation, lemma, relation
from mtaudit.records import Fact, FactKind

EXCLUSIVE_ROWS = """
    judge prosecutor attorney lawyer solicitor barrister defendant plaintiff juror bailiff witness clerk
    president premier chancellor minister senator governor mayor ambassador consul king queen prince emperor sultan
    corporal sergeant lieutenant captain colonel brigadier admiral
    pope cardinal archbishop bishop priest rabbi imam monk nun
    coach goalkeeper striker defender midfielder referee batsman bowler
    surgeon nurse midwife paramedic pharmacist dentist veterinarian patient
    spokesman spokeswoman chairman treasurer
    teacher headteacher pupil student
    conductor pianist violinist singer drummer guitarist
    cook waiter butcher baker
    pilot passenger stewardess steward
    victim suspect witness survivor
    firefighter soldier detective sheriff
"""
"""Each row: what one person hardly ever is at one time, nor by the pen of another outlet."""

WIDER = frozenset(
    (Relation.IDENTICAL, Relation.INFLECTION, Relation.SYNONYM, Relation.HYPERNYM, Relation.HYPONYM, Relation.DERIVED)
)
"""Relations in which two words can be of one person."""

AHEAD = 7
"""Words behind a name and a comma among which the noun stands that says who it is."""

_ROW = {form: number for number, row in enumerate(EXCLUSIVE_ROWS.strip().splitlines()) for form in row.split()}


def role_facts(reading: Reading) -> Iterator[Fact]:
    """For each person the role that articles agree on, and those that others give."""
    people = People.of(reading)
    by_person: defaultdict[str, list[Place]] = defaultdict(list)
    for line in reading:
        for person in people.on(line):
            by_person[person.key] += _roles(line, person)
    for key, places in sorted(by_person.items()):
        yield from _facts(reading, key, places)


def _roles(line: Line, person: Named) -> Iterator[Place]:
    """The role right before the name ("prosecutor Ada Brook"), and that between commas behind it (", a judge at …")."""
    words, run = line.words, person.words
    before = run.start - 1
    if before >= 0 and words[before].form == ",":  # "the lead prosecutor, Ada Brook, said"
        closed = run.stop < len(words) and words[run.stop].form in (",", ".")
        before = before - 1 if closed and _opens(line, before - 1) else -1
    if before >= 0 and words[before].form == ".":
        before -= 1
    if before >= 0 and (role := _role(words[before].form)):
        yield _place(line, before, role)
    if run.stop + 1 < len(words) and words[run.stop].form in (",", "is", "was", "("):
        k = _apposed(line, run.stop + 1)
        if k is not None and (role := _role(words[k].form)):
            yield _place(line, k, role)


def _opens(line: Line, k: int) -> bool:
    """Whether the noun phrase that ends there begins with a determiner, near by."""
    return any(w.form in DETERMINERS or w.form == "'s" for w in line.words[max(0, k - 5) : k])


def _apposed(line: Line, start: int) -> int | None:
    """The noun of the phrase that begins there and says who somebody is."""
    words = line.words
    if words[start].form not in DETERMINERS and not role_of(words[start].form):
        return None
    found = None
    for k in range(start, min(len(words), start + AHEAD)):
        form = words[k].form
        if words[k].form in (",", ".", "who", "of", "for", "at", "in", "with", "from", "on", "and", ")"):
            break
        if form == "'s":
            found = None
        elif _role(form):
            found = k
        elif found is not None and not is_function_word(form):
            break
    return found


def _role(form: str) -> str | None:
    """The singular of a word that says who somebody is."""
    role = role_of(form)
    if role:
        return role
    base = lemma(form)
    return base if base in _ROW or (is_person_noun(form) and form == base and not kin(form)) else None


def _place(line: Line, k: int, role: str) -> Place:
    first = k
    field = None
    if role in ("minister", "secretary") and k and same_portfolio(line.words[k - 1].form, "finance") is not None:
        first, field = k - 1, line.words[k - 1].form
    value = f"{field} {role}" if field else role
    return Place(line.article, line.span(range(first, k + 1)), value, frozenset())


def _facts(reading: Reading, key: str, places: Sequence[Place]) -> Iterator[Fact]:
    """The person's role by most articles with those that exclude it, and with those that say it in other words."""
    counts = Counter(value for value, _ in {(p.value, p.article) for p in places})
    for value, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        same = [p for p in places if one_role(p.value, value)]
        if not reading.anchors({p.article for p in same}):
            continue
        theirs = {p.article for p in same}
        held = {p.value for p in places if p.article in theirs}
        strays = [p for p in places if p.article not in theirs and p.value not in held and excludes(p.value, value)]
        if strays or len(theirs) > 1:
            yield fact(FactKind.ROLE, key, [p.mention(value) for p in same] + [p.mention(p.value) for p in strays])
        return


def one_role(a: str, b: str) -> bool:
    """Whether two roles can be said of one person: the same, one told more closely than the other, or unrelated."""
    (field, role), (other, second) = _parts(a), _parts(b)
    if field and other and same_portfolio(field, other) is False:
        return False
    return role == second or same_role(role, second) or relation(role, second) in WIDER


def excludes(a: str, b: str) -> bool:
    """Whether one person hardly is both: roles of one row, fields of two ministers, or senses of one foreign word."""
    if one_role(a, b):
        return False
    (field, role), (other, second) = _parts(a), _parts(b)
    if field and other and role == second:
        return True
    rows = _ROW.get(role), _ROW.get(second)
    return (rows[0] is not None and rows[0] == rows[1]) or bool(bundled().confusions(bases(role), bases(second)))


def _parts(value: str) -> tuple[str, str]:
    field, _, role = value.rpartition(" ")
    return field, role
