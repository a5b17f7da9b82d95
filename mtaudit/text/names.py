"""Which words of an article are names, told by capitals and the lexicon alone."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import zip_longest

from rapidfuzz.distance import JaroWinkler

from mtaudit.lexicon import tables
from mtaudit.lexicon.closed_class import is_function_word
from mtaudit.lexicon.number_words import SMALL
from mtaudit.lexicon.spelling import same_word
from mtaudit.lexicon.wordnet import Relation, distance, falls_under, parts_of_speech, relation
from mtaudit.records import Word
from mtaudit.text.dates import MONTHS, WEEKDAYS
from mtaudit.text.sentences import TITLES as ABBREVIATED
from mtaudit.text.words import LINE, QUOTES, words

CALENDAR = frozenset(name.casefold() for name in (*WEEKDAYS, *MONTHS))
"""Capitalised by rule, but dates and not names."""

TITLES = tables.words("titles")
"""Words that stand before a person's name; capitals come and go with them."""

KIN = frozenset((Relation.IDENTICAL, Relation.INFLECTION, Relation.DERIVED, Relation.SIMILAR))
"""Relations in which a name and its rendering may stand: "Greece" and "Greek"."""

PLACES = ("country", "city", "state", "island", "river", "region")
"""What has several names in the lexicon ("Holland", "Netherlands"); a person's or a firm's synonyms are words."""

LANDS = ("district", "island", "river", "mountain", "sea")
"""What goes by two names in the lexicon, of which none is a common word; the signs of the zodiac are none of it."""

ALIKE = 0.88
"""Jaro-Winkler similarity from which two spellings are one name ("Zelensky", "Zelenskyy")."""

LONG = 6
"""Letters of a place's name from which a slip in one leaves it recognisable."""

MOSTLY = 0.6
"""Share of capitals from which a line is a headline in capitals, whose capitals prove nothing."""


CALLED = (
    "organization", "social group", "legal document", "agreement", "law", "facility", "district", "activity",
    "building", "time period", "deity", "religion",
)  # fmt: skip
"""Kinds of things whose names are made of common words, for which a copy may have others ("Court", "Tribunal")."""

ACRONYMS = tables.words("acronyms")
"""Names in capitals, by their plain form, whose letters are an everyday word in lower case."""

CLOSED = frozenset(("u.s.", "who", "it", "is", "or"))
"""Those of them of which that word is none of content."""

OPENING = frozenset((*QUOTES, *".!?:([—–", "...", "…"))
"""Marks behind which a capital proves no name."""

AMONG_NAMES = 0.25
"""Share of its senses from which a capitalised word beside others calls a body: of 43 such words ("ministry",
"board", "act") it has 37, with MOSTLY 27; of 55 that are names too it takes six, the months among them."""

BETWEEN = frozenset(("of", "and", "for"))
"""What joins the words of a long name."""

FEW = 4
"""Words of content below which their capitals tell no headline."""

SPELT = 0.66
"""Jaro-Winkler similarity from which two names with the same consonants may be one ("Antey", "Antai")."""

VOWELS_ONLY = 0.75
"""The same where they have one consonant, which proves little ("Seyha", "Saiha")."""

SOUNDS = (
    ("tsch", "s"), ("sch", "s"), ("tch", "s"), ("shch", "s"), ("sh", "s"), ("ch", "s"), ("cz", "s"), ("tz", "s"),
    ("ts", "s"), ("zh", "s"), ("dj", "s"), ("z", "s"), ("x", "ks"), ("kh", "k"), ("gh", "k"),
    ("ck", "k"), ("q", "k"), ("g", "k"), ("ph", "f"),
    ("ce", "se"), ("ci", "si"), ("c", "k"), ("w", "v"), ("ff", "f"), ("ov", "of"), ("ev", "ef"),
)  # fmt: skip
"""How the sounds of other alphabets are written, brought to one letter."""

UNACCENTED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
)
"""Letters that have no accent to be taken off."""


def is_capitalised(word: Word) -> bool:
    """Whether the word begins with a capital letter."""
    return word.text[:1].isupper()


def may_name(word: Word) -> bool:
    """Whether a word has a capital by which it may be part of a name: no small word, day, month or letter."""
    return is_capitalised(word) and not is_function_word(word.form) and word.form not in CALENDAR and len(word.form) > 1


@lru_cache(maxsize=256)
def names(text: str) -> frozenset[str]:
    """The forms (lower case) of the words that are names in this text.

    A word is a name where it is capitalised in the middle of a sentence and never stands in lower case, or
    where it is capitalised and no lexicon has it as a common word. On part-of-speech annotated news the rule
    finds 96 % of the proper nouns; what it finds too much are mostly adjectives of nationality and titles.
    """
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    doubtful: set[str] = set()
    for line in LINE.finditer(text):
        tokens = words(text, *line.span())
        content = [w for w in tokens if w.text[0].isalpha() and not is_function_word(w.form)]
        sentence = tokens[-1].text in ".!?" and len(content) < 5 if tokens else False
        shouting = sum(map(is_capitalised, content)) > MOSTLY * len(content) > MOSTLY and not sentence
        initial, before = True, ""
        for word, behind in zip_longest(tokens, tokens[1:]):
            if behind and behind.form == "-" and not behind.spaced and not parts_of_speech(word.form):
                continue
            if word.text[0].isalpha() and not is_function_word(word.form):
                if not is_capitalised(word):
                    small[word.form] += 1
                elif initial or shouting:
                    doubtful.add(word.form)
                else:
                    capital[word.form] += 1
            if not (word.is_punctuation and (word.text in QUOTES or word.text in "([")):
                initial = (word.text in ".!?:…—–" or word.text == "...") and not (
                    word.text == "." and before in ABBREVIATED
                )
            elif word.spaced or word.text not in QUOTES:
                initial = True
            before = word.form
    named = {form for form in capital if capital[form] > small[form]}
    named |= {form for form in doubtful - set(capital) if not parts_of_speech(form) and not small[form]}
    return frozenset(form for form in named if len(form) > 1 and form not in CALENDAR)


def is_name(word: Word, known: frozenset[str]) -> bool:
    """Whether the word stands here as one of the names that are known, and not as a title."""
    return is_capitalised(word) and len(word.form) > 2 and word.form in known and word.form not in TITLES


def stands_as_name(side: Sequence[Word], k: int) -> bool:
    """Whether the word is a name by its capital in the running text of these words.

    At the start of a sentence, and where most words have a capital, that proves nothing; titles, days and months have
    one by rule. A noun that opens a sentence before another name is one, too, unless it says what that person is.
    """
    word = side[k]
    if not is_capitalised(word) or is_function_word(word.form) or word.form in TITLES | CALENDAR:
        return False
    if (not k or side[k - 1].text in OPENING) and not is_first_name(side, k):
        return False
    content = [w for w in side if w.text[0].isalpha() and not is_function_word(w.form)]
    return len(content) < FEW or sum(map(is_capitalised, content)) <= MOSTLY * len(content)


def is_first_name(side: Sequence[Word], k: int) -> bool:
    """Whether a word that opens a sentence is the first of a person's names: a noun for no person before a capital."""
    opens = not k or side[k - 1].text in OPENING
    if not opens or k + 1 == len(side) or not is_capitalised(side[k]) or not is_capitalised(side[k + 1]):
        return False
    form, behind = side[k].form, side[k + 1].form
    if is_function_word(form) or is_function_word(behind) or behind in CALENDAR | TITLES or form in CALENDAR | TITLES:
        return False
    named = "n" in parts_of_speech(form) and parts_of_speech(form) <= {"n", "v"}
    return named and not falls_under(form, "person") and not is_called(form)


def has_synonyms(a: Word, b: Word) -> bool:
    """Whether a name can be called by another word: bodies, laws, feasts, places that have two names, two spellings."""
    if is_land(a.form) and is_land(b.form) and is_capitalised(a) and is_capitalised(b):
        return True
    if float(JaroWinkler.similarity(a.form, b.form)) >= ALIKE and is_capitalised(b):
        return True
    return is_called(a.form) or is_called(b.form)


def is_called(form: str, least: float = MOSTLY) -> bool:
    """Whether that share of the word's senses is one by which bodies, laws, feasts and the like are called."""
    return any(falls_under(form, kind, least) for kind in CALLED)


def in_long_name(side: Sequence[Word], k: int) -> bool:
    """Whether the word stands in a name of several words that calls a body, a law or a feast, and no newspaper."""
    if falls_under(side[k].form, "publication", AMONG_NAMES):
        return False
    start, stop = k, k + 1
    while start and (is_capitalised(side[start - 1]) or side[start - 1].form in BETWEEN):
        start -= 1
    while stop < len(side) and (is_capitalised(side[stop]) or side[stop].form in BETWEEN):
        stop += 1
    return any(is_capitalised(w) and is_called(w.form, AMONG_NAMES) for w in side[start:stop])


def is_acronym(side: Sequence[Word], k: int) -> bool:
    """Whether a word in capitals is a name whose letters are an everyday word: "WHO", not "NOW OR NEVER"."""
    word = side[k]
    if not word.text.isupper() or word.form not in ACRONYMS:
        return False
    loud = [j for j, w in enumerate(side) if len(w.text) > 1 and w.text.isupper() and w.form not in ACRONYMS]
    return not any(
        is_function_word(side[j].form) or (abs(j - k) == 1 and is_common(side[j].form) and side[j].text.isalpha())
        for j in loud
    )


def folded(form: str) -> str:
    """The form without accents and marks ("São" and "Sao" are one)."""
    letters = unicodedata.normalize("NFKD", form.translate(UNACCENTED))
    return "".join(c for c in letters if c.isalnum())


@lru_cache(maxsize=16384)
def sounds_alike(a: str, b: str) -> bool:
    """Whether two lower-case forms can be one foreign name in two transliterations ("Stoiky", "Stoyky").

    Transliterations differ in vowels, in doubled letters and in how a sound is written; what is left is the same.
    """
    one, other = folded(a), folded(b)
    if one == other:
        return True
    bones = _skeleton(one)
    if min(len(one), len(other)) < 4 or not bones or bones != _skeleton(other):
        return False
    return float(JaroWinkler.similarity(one, other)) >= (SPELT if len(bones) > 1 else VOWELS_ONLY)


def _skeleton(form: str) -> str:
    """The consonants of a name by their sound, each once."""
    for written, sound in SOUNDS:
        form = form.replace(written, sound)
    bones = "".join(c for c in form if c not in "aeiouyhj")
    return re.sub(r"(.)\1+", r"\1", bones)


def is_common(form: str) -> bool:
    """Whether the lexicon has the word as a common word too, so that a translator may take it for one."""
    return bool(parts_of_speech(form))


def is_place(form: str) -> bool:
    """Whether the lexicon has the name as that of a place."""
    return falls_under(form, "location") or any((distance(form, kind) or 9) <= 2 for kind in PLACES)


def _is_of_one_family(a: str, b: str) -> bool:
    """Whether a word pertains to the other because it is made from it, or from a place's name ("Dutch"); no "sage"."""
    return a[:3] == b[:3] or is_place(a) or is_place(b) or not (is_common(a) and is_common(b))


def is_land(form: str) -> bool:
    """Whether the lexicon has the name as a country's, a town's, an island's or a river's before all else."""
    return any(falls_under(form, kind) for kind in LANDS) or (distance(form, "country") or 9) <= 2


def _in_number(a: str, b: str) -> bool:
    """Whether two forms begin alike or differ by an "s" alone, as a name's do; "dries" is no plural of "dry"."""
    return a[:4] == b[:4] or a + "s" == b or b + "s" == a or a + "es" == b or b + "es" == a


def _is_respelt(a: str, b: str) -> bool:
    """Whether a place or an unknown word can be a name in other letters: a transliteration, a slip, its people."""
    slip = is_place(b) and min(len(a), len(b)) >= LONG and float(JaroWinkler.similarity(a, b)) >= ALIKE
    return slip or sounds_alike(a, b) or a == b + "er"


def initial(word: Word) -> str:
    """What a word leaves in an abbreviation: its first letter, or the number that it is ("G7", "Group of Seven")."""
    number = word.form if word.form.isdigit() else str(SMALL.get(word.form, ""))
    return number or word.form[0]


def may_be_name(a: Word, b: Word, alike: float = ALIKE) -> bool:
    """Whether b can still be the name a: inflected, derived, respelt, a title or a pronoun in its stead."""
    if b.is_punctuation or is_function_word(b.form) or b.form in TITLES or not b.text[0].isalpha():
        return True
    found = relation(a.form, b.form)
    if same_word(a.form, b.form) or folded(a.form) == folded(b.form):
        return True
    named = not is_common(b.form) or (is_place(b.form) and (is_place(a.form) or not is_common(a.form)))
    if is_capitalised(b) and named and _is_respelt(a.form, b.form):
        return True
    if (
        found in KIN - {Relation.SIMILAR}
        or (found is Relation.SIMILAR and _is_of_one_family(a.form, b.form))
        or (found is Relation.SYNONYM and has_synonyms(a, b))
    ):
        return found is not Relation.INFLECTION or _in_number(a.form, b.form)
    shorter, longer = sorted((a.form, b.form), key=len)
    if len(shorter) >= 4 and longer.startswith(shorter[: max(4, len(shorter) - 2)]) and not is_common(b.form):
        return True
    return float(JaroWinkler.similarity(a.form, b.form)) >= alike and not is_common(b.form)
