"""What words tell of people: their kin and sex, the offices they hold, and words of status before such nouns.

Closed classes, written by hand. All forms are lower case; singular stands for plural too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from mtaudit.lexicon.closed_class import ARTICLES, PERSONAL_PRONOUNS, Gender, is_function_word
from mtaudit.lexicon.wordnet import falls_under, lemma
from mtaudit.records import Word
from mtaudit.text.names import TITLES, is_capitalised, names
from mtaudit.text.words import words

MASCULINE, FEMININE, EITHER = Gender.MASCULINE, Gender.FEMININE, Gender.ANY


class Kin(NamedTuple):
    """One reading of a word for kin or for people by sex and age: which relation, which sex."""

    relation: str
    gender: Gender


KIN_ROWS = """
    parent     : father dad daddy pop papa : mother mum mom mummy mommy mama : parent
    child      : son : daughter : child kid
    sibling    : brother : sister : sibling
    spouse     : husband : wife : spouse partner
    bereaved   : widower : widow :
    engaged    : fiance fiancé : fiancee fiancée :
    couple     : boyfriend : girlfriend : partner
    wedding    : groom bridegroom : bride :
    uncle      : uncle : aunt auntie :
    nephew     : nephew : niece :
    cousin     : : : cousin
    grandparent: grandfather granddad grandpa : grandmother grandma granny : grandparent
    grandchild : grandson : granddaughter : grandchild
    stepparent : stepfather stepdad : stepmother stepmum stepmom : stepparent
    stepchild  : stepson : stepdaughter : stepchild
    stepsibling: stepbrother : stepsister : stepsibling
    halfsibling: halfbrother : halfsister : halfsibling
    godparent  : godfather : godmother : godparent
    godchild   : godson : goddaughter : godchild
    parent-in-law  : father-in-law : mother-in-law :
    child-in-law   : son-in-law : daughter-in-law :
    sibling-in-law : brother-in-law : sister-in-law :
    young      : boy lad schoolboy : girl schoolgirl lass : child kid teenager youngster pupil schoolchild
    adult      : man gentleman guy bloke : woman lady : person adult
    monarch    : king : queen : monarch sovereign ruler
    royal      : prince : princess : royal
    police     : policeman : policewoman : police officer cop constable
    spokes     : spokesman : spokeswoman : spokesperson
    chair      : chairman : chairwoman : chairperson chair
    congress   : congressman : congresswoman : congressperson representative lawmaker
    council    : councilman : councilwoman : councillor councilor
    business   : businessman : businesswoman : entrepreneur businessperson
    sport      : sportsman : sportswoman : athlete sportsperson
    cloister   : monk : nun :
    addressed  : mr : mrs ms :
"""
"""Relation: masculine, feminine and neutral words, apart by colons."""

OFFICE_GENDER = frozenset("police spokes chair congress council business sport cloister royal monarch".split())
"""Relations that are offices rather than kin: their neutral words are no opposites of either sex."""

KIN_ONLY = frozenset(
    """
    parent child sibling spouse bereaved engaged couple wedding uncle nephew cousin grandparent grandchild stepparent
    stepchild stepsibling halfsibling godparent godchild parent-in-law child-in-law sibling-in-law
    """.split()
)
"""Relations between members of a family."""


def _kin_table(rows: str) -> Mapping[str, tuple[Kin, ...]]:
    table: dict[str, tuple[Kin, ...]] = {}
    for row in rows.strip().splitlines():
        name, *columns = (part.strip() for part in row.split(":"))
        for gender, column in zip((MASCULINE, FEMININE, EITHER), columns, strict=True):
            for form in column.split():
                table[form] = (*table.get(form, ()), Kin(name, gender))
    return table


_KIN = _kin_table(KIN_ROWS)

PLURALS = {
    "men": "man", "women": "woman", "children": "child", "wives": "wife", "ladies": "lady", "people": "person",
    "policemen": "policeman", "policewomen": "policewoman", "spokesmen": "spokesman", "spokeswomen": "spokeswoman",
    "businessmen": "businessman", "businesswomen": "businesswoman", "grandchildren": "grandchild",
    "gentlemen": "gentleman",
    "stepchildren": "stepchild", "schoolchildren": "schoolchild", "congressmen": "congressman",
    "congresswomen": "congresswoman", "sportsmen": "sportsman", "sportswomen": "sportswoman",
}  # fmt: skip
"""Plurals of words for people that no ending makes."""


def singular(form: str) -> str:
    """The singular of a word for people, by its ending."""
    if form in PLURALS or form in _KIN:
        return PLURALS.get(form, form)
    head, mark, tail = form.partition("-in-law")
    if mark:
        return singular(head) + mark + tail
    return form[:-1] if form.endswith("s") and form[:-1] in _KIN else form


def kin(form: str) -> tuple[Kin, ...]:
    """What a word tells of kin or sex; nothing for words of no such kind."""
    return _KIN.get(singular(form), ())


PREFIXES = frozenset(("half", "step", "god", "grand", "great"))
"""What stands joined before a word for kin, with or without a hyphen."""


def kin_at(side: Sequence[Word], k: int) -> tuple[range, tuple[Kin, ...]]:
    """The written word for kin around side[k] and what it tells: "half-sister", "mother-in-law" are one word each."""
    start, stop, form = k, k + 1, side[k].form
    if [w.form for w in side[stop : stop + 4]] == ["-", "in", "-", "law"]:
        stop, form = stop + 4, f"{singular(form)}-in-law"
    if k > 1 and side[k - 1].form == "-" and side[k - 2].form in PREFIXES:
        start = k - 2
        prefix = side[start].form
        return range(start, stop), kin(f"{prefix}{form}") or tuple(
            reading._replace(relation=f"{prefix}{reading.relation}") for reading in kin(form)
        )
    return range(start, stop), kin(form)


ROLE_ROWS = """
    president head-of-state
    president chairman chairwoman chairperson chair head
    premier pm chancellor
    minister secretary
    minister pastor clergyman vicar priest reverend parson
    priest father cleric clergyman
    rabbi
    imam mullah ayatollah cleric
    senator lawmaker legislator parliamentarian
    representative congressman congresswoman congressperson lawmaker legislator delegate rep
    mp lawmaker legislator parliamentarian deputy assemblyman
    governor
    mayor burgomaster
    councillor councilor councilman councilwoman alderman
    ambassador envoy diplomat emissary
    consul diplomat
    judge justice magistrate
    juror
    prosecutor attorney
    attorney lawyer solicitor barrister advocate counsel counselor
    defendant accused
    plaintiff claimant complainant
    bailiff
    sheriff marshal
    commissioner
    detective inspector investigator
    constable policeman policewoman cop officer
    superintendent
    corporal
    sergeant
    lieutenant
    captain skipper
    colonel
    brigadier
    general commander
    admiral
    commander commandant chief
    king monarch sovereign ruler queen
    prince princess royal
    duke duchess
    emperor empress
    sultan
    emir
    pope pontiff
    cardinal
    archbishop
    bishop
    monk friar
    nun
    director executive chief head boss manager ceo
    treasurer
    accountant auditor bookkeeper
    cashier teller
    spokesman spokeswoman spokesperson
    speaker
    professor academic scholar lecturer scientist researcher
    teacher schoolteacher instructor tutor lecturer
    headteacher principal headmaster headmistress head director
    doctor physician medic clinician gp practitioner
    surgeon doctor
    nurse
    midwife
    paramedic
    pharmacist chemist
    dentist
    veterinarian vet
    engineer
    architect
    pilot aviator flier
    coach manager trainer
    goalkeeper keeper goalie
    striker forward attacker
    defender
    midfielder
    referee umpire official
    batsman batter
    bowler
    editor
    reporter journalist correspondent newsman
    columnist commentator
    novelist author writer
    poet writer author
    playwright dramatist author writer
    actor actress performer
    singer vocalist performer artist musician
    pianist musician
    guitarist musician
    violinist musician
    composer musician
    painter artist
    sculptor artist
    photographer
    cook chef
    waiter waitress server
    baker
    butcher
    farmer grower
    fisherman fisher angler
    firefighter fireman
    butler
    janitor caretaker cleaner
    driver motorist pilot racer
    soldier serviceman trooper
    economist
    historian
    physicist scientist
    biologist scientist
    chemist scientist
    astronomer scientist
    geologist scientist
    mathematician scientist
"""
"""One row for words that can name one role; two words of unlike rows name two roles."""

MANY_ROLES = frozenset("father chair head official chief officer executive boss partner accused deputy".split())
"""Words that name too many roles to be held against another."""


def _rows(text: str) -> Mapping[str, frozenset[int]]:
    table: defaultdict[str, set[int]] = defaultdict(set)
    for number, row in enumerate(text.strip().splitlines()):
        for form in row.split():
            table[form].add(number)
    return {form: frozenset(rows) for form, rows in table.items()}


_ROLES = _rows(ROLE_ROWS)


def role_of(form: str) -> str | None:
    """The singular of a word that names one role; None for others, and for words that name too many."""
    base = form if form in _ROLES else lemma(form) if form.endswith(("s", "men", "women")) else form
    return base if base in _ROLES and base not in MANY_ROLES else None


def same_role(a: str, b: str) -> bool:
    """Whether two words can name one role."""
    return not _ROLES.get(a, frozenset()).isdisjoint(_ROLES.get(b, frozenset()))


PORTFOLIO_ROWS = """
    finance treasury economy economic exchequer budget fiscal
    foreign external
    defence defense war
    interior home internal
    justice
    health
    education schools
    environment environmental climate
    agriculture agricultural farm farming food
    transport transportation
    labour labor employment work
    energy
    culture
    trade commerce business
    tourism
    housing
"""
"""What a minister or a ministry is in charge of, one row for words of one field."""

_PORTFOLIOS = _rows(PORTFOLIO_ROWS)


def same_portfolio(a: str, b: str) -> bool | None:
    """Whether two words before "minister" name one field; None where one of them names none."""
    if a not in _PORTFOLIOS or b not in _PORTFOLIOS:
        return None
    return not _PORTFOLIOS[a].isdisjoint(_PORTFOLIOS[b])


NO_PERSON = frozenset(("attorney", "general", "chief", "justice", "mount", "saint", "queen", "king", "prince"))
"""Titles that also begin the names of places and bodies ("King Street", "Justice Department")."""


class Status(NamedTuple):
    """One word of status found in a text: its class, its words, and the noun for a person that it is said of."""

    kind: str
    words: range
    head: int


STATUS_ROWS = """
    former    : former ex erstwhile onetime one-time then previous past ousted retired deposed
    former    : formerly once previously
    retired   : retired former ex emeritus
    deputy    : deputy vice assistant under associate
    acting    : acting interim caretaker temporary provisional stand-in
    elect     : elect designate incoming future newly-elected
    outgoing  : outgoing departing former
    late      : late deceased dead
    convicted : convicted
    acquitted : acquitted
    disgraced : disgraced
    ousted    : ousted deposed toppled overthrown former
    exiled    : exiled
    estranged : estranged separated former ex
    adoptive  : adoptive adopted foster adopting
    biological: biological birth natural
    honorary  : honorary
    self-made : self-styled self-proclaimed self-appointed self-declared self-described so-called
    would-be  : would-be aspiring prospective wannabe potential hopeful
    shadow    : shadow
    junior    : junior
    accused   : accused alleged suspected suspect
"""
"""Class of status: words that say it. A class's first word is its name in messages; the others may stand for it."""

_STATUS: Mapping[str, frozenset[str]] = {
    kind: frozenset(
        form
        for row in STATUS_ROWS.strip().splitlines()
        for form in row.split(":")[1].split()
        if row.split(":")[0].strip() == kind
    )
    for kind in dict.fromkeys(row.split(":")[0].strip() for row in STATUS_ROWS.strip().splitlines())
}

_STATED = """
    self-made: self-styled self-proclaimed self-appointed self-declared self-described so-called
    would-be: would-be aspiring wannabe
    former: former ex erstwhile onetime one-time
    deputy: deputy vice assistant
    acting: acting interim caretaker stand-in
    elect: elect designate incoming newly-elected
    ousted: ousted deposed toppled
    adoptive: adoptive adopted foster
    retired: retired
    outgoing: outgoing
    late: late
    convicted: convicted
    acquitted: acquitted
    disgraced: disgraced
    exiled: exiled
    estranged: estranged
    biological: biological
    honorary: honorary
    shadow: shadow
    accused: accused
    junior: junior
"""

CLASS_OF = {
    form: row.split(":")[0].strip() for row in _STATED.strip().splitlines() for form in row.split(":")[1].split()
}
"""A word before a noun for a person → the class of status that it states there."""

BEHIND = frozenset(("elect", "designate", "emeritus"))
"""Words of status that stand behind their noun, joined to it by a hyphen."""

REACH = 3
"""Words from a word of status to the noun that it is said of."""


def equivalents(kind: str) -> frozenset[str]:
    """All words that can say this status."""
    return _STATUS[kind]


CLASS_NOUNS = frozenset(
    """
    state country nation city town village capital region province county district island republic kingdom territory
    company firm corporation group bank club team side party union league organisation organization agency institute
    university college school newspaper paper magazine network channel website site platform service chain airline
    carrier retailer manufacturer maker producer brand hospital clinic court ministry government parliament church
    regime administration association federation foundation museum theatre theater band studio river lake mountain
    storm hurricane virus ship vessel
    """.split()
)
"""What a name of a place, a body or a thing is called where it is spoken of again: "the state", "the company"."""


def stands_in(side: Sequence[Word], k: int, said: frozenset[str]) -> bool:
    """Whether the word, in lower case and after an article, refers to a name: what it is, or the office it holds.

    `said` are the words of the original: an office that it never names is no one's in the copy.
    """
    word = side[k]
    if is_capitalised(word) or not k:
        return False
    before = [w.form for w in side[max(0, k - 2) : k]]
    if not any(form in REFERRING for form in (before[-1], before[0])):
        return False
    if word.form in CLASS_NOUNS or word.form in TITLES or kin(word.form):
        return True
    return role_of(word.form) is not None and word.form in said


REFERRING = frozenset("the this that these those its their his her our".split())
"""What stands before a noun that refers to something named before."""


@lru_cache(maxsize=16384)
def is_person_noun(form: str) -> bool:
    """Whether a common word mostly names people: a role, kin, or under "person" in the lexicon."""
    return role_of(form) is not None or form in TITLES or bool(kin(form)) or falls_under(form, "person")


def hyphenated(side: Sequence[Word], start: int) -> tuple[str, int]:
    """The written word that begins there ("self-styled"), in lower case, and the index behind it; two parts at most."""
    parts = side[start : start + 3]
    if len(parts) == 3 and parts[1].form == "-" and not parts[1].spaced and not parts[2].spaced:
        return f"{parts[0].form}-{parts[2].form}", start + 3
    return side[start].form, start + 1


def statuses(side: Sequence[Word]) -> tuple[Status, ...]:
    """Every word of status said of a person there, in the order of the text."""
    found = []
    for k in range(len(side)):
        form, stop = hyphenated(side, k)
        if form not in CLASS_OF:
            form, stop = side[k].form, k + 1
        if form in BEHIND and k >= 2 and side[k - 1].form == "-" and is_person_noun(side[k - 2].form):
            found.append(Status(CLASS_OF[form], range(k, k + 1), k - 2))
        elif form in CLASS_OF and not (k > 1 and side[k - 1].form == "-" and not side[k].spaced):
            head = _head(side, stop, form)
            if head is not None:
                found.append(Status(CLASS_OF[form], range(k, stop), head))
    return tuple(found)


def _head(side: Sequence[Word], start: int, form: str) -> int | None:
    """The noun for a person that a word of status before `start` is said of, past other adjectives and titles."""
    if form == "late" and not _before_late(side, start - 2):
        return None
    first = start + 1 if start < len(side) and side[start].form == "-" else start
    for k in range(first, min(first + REACH, len(side))):
        word = side[k]
        if word.is_punctuation or is_function_word(word.form):
            return None
        if is_person_noun(word.form) or (is_capitalised(word) and form in ("late", "disgraced", "exiled")):
            return k
    return None


def _before_late(side: Sequence[Word], k: int) -> bool:
    """Whether what stands before "late" makes it say that someone died, and not the hour."""
    return k >= 0 and (side[k].form in ("the", "'s") or side[k].form in PERSONAL_PRONOUNS)


@lru_cache(maxsize=64)
def persons(text: str) -> frozenset[str]:
    """The names (lower case) that a text shows to be people's, and to which it never gives an article.

    A name is a person's behind a title ("Mr. Brook", "Senator Ada Brook") and before an age (", 41,").
    """
    tokens = words(text)
    known, articled, found = names(text), set(), set()
    for k, word in enumerate(tokens):
        if word.form not in known or not is_capitalised(word) or is_function_word(word.form):
            continue
        if k and tokens[k - 1].form in ARTICLES:
            articled.add(word.form)
        if _titled(tokens, k, known) or _aged(tokens, k):
            found.add(word.form)
    return frozenset(found - articled - TITLES)


def _titled(tokens: Sequence[Word], k: int, known: frozenset[str]) -> bool:
    """Whether a title stands before the name, or before one or two names before it."""
    for j in range(k - 1, max(-1, k - 5), -1):
        form = tokens[j].form
        if form in TITLES and is_capitalised(tokens[j]):
            return form not in NO_PERSON
        if form != "." and (form not in known or not is_capitalised(tokens[j])):
            return False
    return False


def _aged(tokens: Sequence[Word], k: int) -> bool:
    """Whether an age follows, between commas."""
    behind = [w.form for w in tokens[k + 1 : k + 4]]
    return len(behind) == 3 and behind[0] == behind[2] == "," and behind[1].isdigit() and len(behind[1]) <= 2
