"""Foreign word left: a word of another language between English ones."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.text._reading import prose, seen
from mtaudit.lexicon import tables
from mtaudit.lexicon.closed_class import ARTICLES, DETERMINERS, is_function_word
from mtaudit.lexicon.foreign import NAMELY, calendar_of, ending_of, is_foreign_script, languages_of, small_word_of
from mtaudit.lexicon.pivots import bundled
from mtaudit.lexicon.spelling import common_spelling
from mtaudit.lexicon.wordnet import frequency, known, lemma, parts_of_speech, phrases
from mtaudit.mqm import Category, Severity
from mtaudit.records import PROSE, Parsed, Role, Suspicion, Word
from mtaudit.text.names import folded, is_capitalised, names
from mtaudit.text.words import QUOTES

LONGEST = 2
"""Words of another language in a row from which they are a saying or a title, which somebody chose."""

MANY = 99
"""So often a word may stand in a text that is no term of it, however often a machine left it."""

LONG = 40
"""Letters of the longest word."""

TELLING = 6
"""Letters of a word of a bilingual list from which it is hardly ever English, as "meta" is, which no lexicon has."""

LOANS = tables.words("foreign-homographs")
"""Small words of another language that are English nouns, slang, jargon or clippings too."""

DATED = PROSE | {Role.BYLINE}
"""Where dates stand."""

TIMELY = tables.members("small-words", "dated")
"""Words before a weekday or a month."""

FOLLOWING = ARTICLES | frozenset("his her their its our my these those".split())
"""Words that a noun without an article has hardly ever behind it."""

SPOKEN_OF = tables.members("spoken-of", "word")
"""Words in a sentence that speaks of words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignWordLeft:
    """A small word, or a whole noun, of another language stands in an English sentence.

    What a machine could not translate it leaves: "abuse y neglect", "the gobierno fell". Small words are known by the
    closed classes of a dozen languages, others by bilingual word lists or by accents that no English word has, or by
    their script. Minor for a word whose sense the sentence gives away; major for one in another script, which nobody
    can read. Names, loan words and phrases of the English lexicon, words in quotation marks or brackets, sayings and
    titles in another language, and words that the text uses again as its own are left alone. A weekday or a month of
    another language counts in a date, whatever its case.
    """

    category: ClassVar[Category] = Category.RESIDUE
    cases: ClassVar[tuple[Case, ...]] = (
        Case("The plan protects victims of abuse [[y]] neglect, the ministry said.", severity=Severity.MINOR),
        Case("A visit to the shrine [[est]] a duty for all who can afford it.", severity=Severity.MINOR),
        Case("The fire began [[avant]] midnight in a shed behind the mill.", severity=Severity.MINOR),
        Case("Voters chose the old mayor [[nach]] nine hours of counting.", severity=Severity.MINOR),
        Case("The [[juicio]] began on Monday after a vote in parliament.", severity=Severity.MINOR),
        Case("The keeper missed a [[casualidad]] to win the match.", severity=Severity.MINOR),
        Case("The court will sit again on [[Lundi]], the clerk said.", severity=Severity.MINOR),
        Case("Ferries stop on 20 [[août]], a holiday, and on Sunday.", severity=Severity.MINOR),
        Case("He forgot [[para]] a second that the lamp was lit.", severity=Severity.MINOR),
        Case("The harbour [[港]] was closed on Monday because of the wind.", severity=Severity.MAJOR),
        Case("Rain [[und]] wind hit the coast before dawn.", severity=Severity.MINOR),
        Case("The price of the [[prójimo]] barrel fell by half in May.", severity=Severity.MINOR),
        Case("The court heard [[também]] the wife of the banker.", severity=Severity.MINOR),
        Case("The probe sent pictures [[depuis]] its landing in March.", severity=Severity.MINOR),
        Case("He flew to Rio de Janeiro and drove to La Paz.", why="names"),
        Case("The de facto ruler met Ludwig van der Berg.", why="a loan phrase, and a name"),
        Case("He met Müller in the café and ate crème brûlée.", why="loan words and names"),
        Case("She sang “Je ne regrette rien” and left.", why="a title"),
        Case("The port (港) was closed on Monday.", why="a gloss in brackets"),
        Case("The shop sells açaí. Its açaí is from Brazil.", why="a word that the text uses as its own"),
        Case("They cried hasta la vista and left.", why="a saying"),
        Case("The word und means and, the teacher said.", why="a word that is spoken of"),
        Case("The deal was done en bloc, vis-à-vis the bank.", why="loan phrases"),
        Case("The firm, est. 1911, and its op-ed page were sold.", why="abbreviations"),
        Case("Cristiano dos Santos and Ana da Silva were hurt.", why="names"),
        Case("Smugglers in a van chased down a truck and a bus.", why="an English noun"),
        Case("The para athletes and the pod of whales were filmed.", why="rare English nouns"),
        Case("The Mardi Gras parade and Freitag, a shop, were in the news.", why="names"),
        Case("Das Boot and El Clásico were shown in May.", why="titles"),
    )

    def __call__(self, text: Parsed) -> Iterator[Suspicion]:
        """Every such word in prose."""
        named = names(text.document.text)
        times = Counter(w.form for words in text.words for w in words)
        for segment, words in prose(text, DATED):
            found = dict(_dated(words))
            if segment.role in PROSE:
                found |= dict(_homographs(words))
                foreign = {
                    k: of for k, w in enumerate(words) if (of := _origin(w, named)) and times[w.form] <= _most(w)
                }
                found |= {
                    k: of
                    for k, of in foreign.items()
                    if k not in found and _run(foreign, k) < LONGEST and _stands_among_english(words, k, foreign)
                }
            yield from (_suspicion(words[k], found[k]) for k in sorted(found))


def _dated(words: Sequence[Word]) -> Iterator[tuple[int, str]]:
    """Weekdays and months of another language that stand in a date or behind a preposition of time."""
    for k, word in enumerate(words):
        languages = calendar_of(word.form)
        if languages:
            before, behind = words[k - 1] if k else None, words[k + 1] if k + 1 < len(words) else None
            cued = before is not None and (before.form in TIMELY or before.text[0].isdigit())
            if cued or (behind is not None and (behind.text[0].isdigit() or (behind.text == "," and k == 0))):
                yield k, "a date's word of " + " or ".join(languages[:3])


def _homographs(words: Sequence[Word]) -> Iterator[tuple[int, str]]:
    """Small words of another language that are rare English nouns too, where no bare noun can stand."""
    for k in range(1, len(words) - 1):
        form, before, behind = words[k].form, words[k - 1], words[k + 1]
        languages = () if languages_of(form) or is_function_word(form) else small_word_of(form)
        if len(form) < 2 or words[k].text != form or not languages:
            continue
        rare = parts_of_speech(form) == {"n"} and not frequency(lemma(form)) and form not in LOANS
        bare = before.text.islower() and before.form not in DETERMINERS and "a" not in parts_of_speech(before.form)
        if rare and bare and behind.form in FOLLOWING and behind.text.islower() and words[k].spaced and behind.spaced:
            yield k, "a word of " + " or ".join(languages[:3])


def _most(word: Word) -> int:
    """How often a word may stand in a text before it is one of its terms; a small word may be left any number."""
    return MANY if languages_of(word.form) or ending_of(word.form) else 1


def _origin(word: Word, named: frozenset[str]) -> str | None:
    """What language the word is of, in words; None for English, names, letters and numbers."""
    form = word.form
    if len(form) > LONG or not form[0].isalpha() or not _is_plain(form):
        return None
    if is_foreign_script(form) and not (len(form) == 1 and form.upper() != form):
        return "a word in another script"
    if word.text != form or form in LOANS or (len(form) < 2 and form != "y") or form in named:
        return None
    languages = languages_of(form)
    if languages:
        return "a word of " + " or ".join(languages[:3])
    if known(form) or known(common_spelling(form)) or is_function_word(form):
        return None
    plain = folded(form)
    if plain != form and known(plain):
        return None
    listed = sorted({entry.language for entry in bundled().translations(form)})
    if listed and (len(form) >= TELLING or not form.isascii()):
        return "a word of " + " or ".join(listed[:3])
    made = ending_of(form)
    if made:
        return "a word of " + " or ".join(made)
    return "no English word" if plain != form and len(form) > 3 else None


def _is_plain(form: str) -> bool:
    return all(unicodedata.category(c)[0] in "LM" for c in form)


def _run(foreign: dict[int, str], k: int) -> int:
    """How many foreign words stand in a row beside this one, as far as it matters."""
    near = range(k - LONGEST, k + LONGEST + 1)
    return max(len(list(g)) for inside, g in groupby(j in foreign for j in near) if inside)


def _stands_among_english(words: Sequence[Word], k: int, foreign: dict[int, str]) -> bool:
    """Whether English words stand beside it, and it is in no quotation, bracket, name, phrase or talk of words."""
    before, behind = k - 1, k + 1
    while before in foreign:
        before -= 1
    while behind in foreign:
        behind += 1
    if not words[k].spaced or (k + 1 < len(words) and not words[k + 1].spaced and words[k + 1].text not in ".,;:!?"):
        return False
    near = [words[j] for j in (before, behind) if 0 <= j < len(words)]
    if any(w.text in QUOTES or w.text in "()[]-‐‑/@'" for w in near) or _is_shortened(words, behind):
        return False
    if SPOKEN_OF & {w.form for w in words[max(0, k - 5) : k + 6]} or _in_phrase(words, k):
        return False
    lettered = [w for w in near if w.text[0].isalpha()]
    english = [w for w in near if w.text[0].isdigit() or (w in lettered and w.text.islower() and _is_english(w.form))]
    capital = [w for w in lettered if is_capitalised(w)]
    if words[k].form in NAMELY:
        return len(english) == 2
    if not languages_of(words[k].form) and any(not w.text.isascii() for w in lettered):
        return False
    return bool(english) and (len(capital) == 0 or (words[k].form not in NAMELY and len(english) + len(capital) == 2))


def _is_english(form: str) -> bool:
    return is_function_word(form) or known(form)


def _is_shortened(words: Sequence[Word], behind: int) -> bool:
    """Whether the mark behind it is the stop of an abbreviation, with words of the sentence to follow."""
    return (
        words[behind].text == "." and any(w.text[0].isalnum() for w in words[behind:]) if behind < len(words) else False
    )


def _in_phrase(words: Sequence[Word], k: int) -> bool:
    """Whether it is part of a phrase that the English lexicon has."""
    start = max(0, k - 3)
    forms = [w.form for w in words[start : k + 4]]
    return any(j + length > k - start for j in range(k - start + 1) for length, _ in phrases(forms, j))


def _suspicion(word: Word, of: str) -> Suspicion:
    script = is_foreign_script(word.form)
    return seen(
        word.span,
        f"“{word.text}” is {of}.",
        "The word was left untranslated on the way back.",
        severity=Severity.MAJOR if script else Severity.MINOR,
        confidence=0.9 if script else 0.85 if languages_of(word.form) else 0.65,
        group=f"foreign:{word.form}",
    )
