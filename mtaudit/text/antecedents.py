"""Whom "he" and "she" can mean in a text: the people that it has named so far, and what is known of their sex.

Told by closed classes: titles, words for kin, offices, and first names that only one sex has. Whoever else may be a
person counts as of either sex.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from mtaudit.lexicon.closed_class import DETERMINERS, Gender, is_function_word
from mtaudit.lexicon.origins import origin
from mtaudit.lexicon.tables import members, words
from mtaudit.lexicon.wordnet import falls_under, lemma, parts_of_speech, share
from mtaudit.records import Word
from mtaudit.text.names import CALENDAR, TITLES, is_capitalised, is_place
from mtaudit.text.people import KIN_ONLY, is_person_noun, kin, role_of

MEN = members("first-names", "men")
"""First names that men have, and hardly any woman."""

WOMEN = members("first-names", "women")
"""First names that women have, and hardly any man; those that are places too ("Victoria") are left out."""

VESSELS = words("vessels")
"""What is called "she" without being a person."""

HIS = frozenset("he him his himself".split())
HERS = frozenset("she her hers herself".split())

ADDRESSED = {"mr": Gender.MASCULINE, "sir": Gender.MASCULINE, "lord": Gender.MASCULINE} | dict.fromkeys(
    ("mrs", "ms", "miss", "lady", "dame", "madam"), Gender.FEMININE
)
"""Titles that tell the sex."""

PLACING = frozenset("on at in near via inside outside across onto within the".split())
"""Words behind which the name of a thing or a place stands rather than that of a person."""

OWNED = words("company-words")
"""What stands behind the name of a company, with or without an 's."""

FORMS = frozenset("inc corp ltd llc llp plc gmbh co".split())
"""Legal forms of companies."""

HALF = 0.5
"""Share of a word's readings from which it is a noun."""

SOMETIMES = 0.3
"""Share of a word's senses from which a capitalised one may be a person's surname."""

LONG = 6
"""Letters from which a word in capitals is a name rather than initials."""


def gender(form: str) -> Gender | None:
    """What a pronoun tells of the sex of one person; None for other words."""
    return Gender.MASCULINE if form in HIS else Gender.FEMININE if form in HERS else None


def antecedents(sides: Sequence[Sequence[Word]], named: frozenset[str]) -> Iterator[tuple[int, int, Gender]]:
    """Each word that may bring in one person: which sentence, which word, and that person's sex, ANY where unknown.

    `named` are the forms of the text's names. The noun for the office of someone named ("the judge" where there is a
    Judge Ada Brook) brings in no other person.
    """
    things = _things(sides)
    offices = _offices(sides)
    for number, side in enumerate(sides):
        for k, word in enumerate(side):
            found = _of_name(side, k, things, named) if is_capitalised(word) else None
            lower = not k or not is_capitalised(word) or _is_office(side, k)
            if found in (None, Gender.ANY) and lower and parts_of_speech(word.form):
                found = _of_noun(side, k, offices)
            if found is not None:
                yield number, k, found


def _is_office(side: Sequence[Word], k: int) -> bool:
    """Whether a capitalised word for an office stands without a name behind: "the Duchess"."""
    behind = side[k + 1] if k + 1 < len(side) else None
    return role_of(side[k].form) is not None and not (behind and is_capitalised(behind))


def _of_noun(side: Sequence[Word], k: int, offices: frozenset[str]) -> Gender | None:
    """The sex of the person that a common noun in the singular may bring in; a husband is that of another, too."""
    word, articled = side[k], k > 0 and side[k - 1].form in DETERMINERS
    readings = kin(word.form)
    if word.form in VESSELS:
        return Gender.FEMININE
    if readings and word.form != "people":
        return Gender.ANY if readings[0].relation in KIN_ONLY else readings[0].gender
    if not is_person_noun(word.form):
        return None
    heads = k + 1 >= len(side) or not parts_of_speech(side[k + 1].form) & {"n", "a"}
    noun = share(word.form, "n") > HALF or (articled and (heads or share(word.form, "n") > share(word.form, "a")))
    named = noun and not is_function_word(word.form)
    singular = named and lemma(word.form) == word.form
    return Gender.ANY if singular and word.form not in offices else None


def _of_name(side: Sequence[Word], k: int, things: frozenset[str], named: frozenset[str]) -> Gender | None:
    """The sex of the person that the name k may bring in."""
    form = side[k].form
    if form in ADDRESSED:
        return ADDRESSED[form]
    if form in MEN or form in WOMEN:
        return Gender.MASCULINE if form in MEN else Gender.FEMININE
    initials = side[k].text.isupper() and len(form) < LONG
    if initials or form in things or _is_no_person(form) or _has_first(side, k):
        return None
    return Gender.ANY if not _is_worded(form) or (form in named and _is_alone(side, k)) else None


def _has_first(side: Sequence[Word], k: int) -> bool:
    """Whether a first name that tells the sex stands before, among names alone."""
    for word in reversed(side[max(0, k - 3) : k]):
        if not (is_capitalised(word) or word.text == "."):
            return False
        if word.form in MEN or word.form in WOMEN or word.form in ADDRESSED:
            return True
    return False


@lru_cache(maxsize=4096)
def _is_no_person(form: str) -> bool:
    """Whether a capitalised word is a title, a date, an origin, or a place."""
    if is_function_word(form) or form in TITLES | CALENDAR | FORMS or origin(form) is not None or role_of(form):
        return True
    return not form.isalpha() or is_place(form)


@lru_cache(maxsize=4096)
def _is_worded(form: str) -> bool:
    """Whether the lexicon has the word, and hardly as a person's name."""
    return bool(parts_of_speech(form)) and not falls_under(form, "person", SOMETIMES)


def _is_alone(side: Sequence[Word], k: int) -> bool:
    """Whether no other name stands beside, unless it is a title or a word for an office: "Trump", "President Trump"."""
    before, behind = side[k - 1] if k else None, side[k + 1] if k + 1 < len(side) else None
    titled = before is not None and (before.form in TITLES or role_of(before.form) is not None)
    joined = before is not None and is_capitalised(before) and not titled
    return titled or not (joined or (behind is not None and is_capitalised(behind)))


def _things(sides: Sequence[Sequence[Word]]) -> frozenset[str]:
    """Names that the text shows to be no people's: behind an article or a place's preposition, before what firms have.

    Surnames of people named in full are none of them.
    """
    found, surnames = set(), set()
    for side in sides:
        for k, word in enumerate(side):
            if not is_capitalised(word):
                continue
            before, behind = side[k - 1] if k else None, side[k + 1 : k + 3]
            if before and is_capitalised(before) and before.form in MEN | WOMEN | set(ADDRESSED):
                surnames.add(word.form)
            if (before and before.form in PLACING) or _owns(behind):
                found.add(word.form)
    return frozenset(found - surnames)


def _owns(behind: Sequence[Word]) -> bool:
    """Whether what only a company has stands behind its name."""
    owned = [w for w in behind if w.form not in ("'s", "-")][:1]
    return bool(owned) and (owned[0].form in OWNED or (owned[0].form == "which" and len(behind) > 1))


def _offices(sides: Sequence[Sequence[Word]]) -> frozenset[str]:
    """Nouns of office that stand right before a first name that tells the sex: "Judge Ada Brook"."""
    return frozenset(
        side[k].form
        for side in sides
        for k in range(len(side) - 1)
        if side[k + 1].form in MEN | WOMEN and is_capitalised(side[k + 1]) and role_of(side[k].form)
    )
