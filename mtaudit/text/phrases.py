"""The shape of a phrase, told without a tagger: which words are surely nouns, adjectives, verbs, and where phrases end.

A word counts as of one part of speech only where hardly anything else is likely, so that a doubtful one decides
nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtaudit.lexicon.closed_class import ARTICLES, AUXILIARIES, CONJUNCTIONS, MODALS, PREPOSITIONS, is_function_word
from mtaudit.lexicon.number_words import SCALES, SMALL, TENS
from mtaudit.lexicon.speech import is_speech
from mtaudit.lexicon.wordnet import lemmas, parts_of_speech, share
from mtaudit.records import PROSE, Parsed, Role, Word
from mtaudit.text.words import DASHES

WHOLE = PROSE | {Role.CAPTION}
"""Where sentences have their articles and verbs, which headlines leave out."""

SURE = 0.75
"""Share of a word's readings, by their tag counts, from which it counts as of one part of speech: "report" is no sure
noun (0.35), "citizen" is (1.0), "private" a sure adjective (0.78)."""

LIKELY = 0.2
"""The same where an article stands right before it, so that it is no verb."""

FINITE = frozenset((*AUXILIARIES, *MODALS)) - {"be", "being", "been", "having", "doing", "done"}
"""Helpers that begin the verb group of a clause."""


def prose(text: Parsed) -> Iterator[tuple[Word, ...]]:
    """The words of each sentence of running text, in order."""
    for segment, side in zip(text.segments, text.words, strict=True):
        if segment.role in WHOLE and side:
            yield side


def is_plain(word: Word) -> bool:
    """Whether it is written in lower-case letters alone."""
    return word.text.isalpha() and word.text.islower()


def is_noun(side: Sequence[Word], k: int) -> bool:
    """Whether the word k is a common noun, in lower case: by itself, or behind an article."""
    word, articled = side[k], k > 0 and side[k - 1].form in ARTICLES
    least = LIKELY if articled else SURE
    plain = is_plain(word) and len(word.form) > 2 and not is_function_word(word.form)
    return plain and not parts_of_speech(word.form) & {"a", "r"} and share(word.form, "n") >= least


def is_adjective(word: Word) -> bool:
    """Whether it is an adjective and hardly anything else, in lower case; no participle and no adverb."""
    return is_plain(word) and "r" not in parts_of_speech(word.form) and share(word.form, "a") >= SURE


def is_plural(form: str) -> bool:
    """Whether it is the plural of a noun, and no noun in the singular ("means", "series") nor a verb oftener."""
    found = [base for part, base in lemmas(form) if part == "n"]
    return form.endswith("s") and bool(found) and form not in found and share(form, "n") >= SURE


def ends_phrase(side: Sequence[Word], k: int) -> bool:
    """Whether a noun phrase that stands before the word k cannot go on there: its clause's verb or a joint begins."""
    if k >= len(side):
        return True
    form = side[k].form
    if side[k].is_punctuation:
        return side[k].text[0] not in DASHES and form not in ("'", "/", "&", "%", "(")
    if not side[k].text.islower():
        return False
    return form in FINITE or form in PREPOSITIONS or form in CONJUNCTIONS or is_told(side[k])


def is_told(word: Word) -> bool:
    """Whether it is a finite verb of speech: "said", "announced"."""
    return is_plain(word) and word.form.endswith(("d", "s", "t")) and is_speech(word.form)


def is_number(form: str) -> bool:
    """Whether it is a cardinal number, in figures or as a word."""
    return form[:1].isdigit() or form in SMALL or form in TENS or form in SCALES


def is_hyphened(side: Sequence[Word], k: int) -> bool:
    """Whether a hyphen or the like joins the word to its neighbour on either side."""
    beside = side[k - 1 : k] if k else ()
    behind = side[k + 1 : k + 2]
    return any(w.text[0] in DASHES + "/" for w in (*beside, *behind))
