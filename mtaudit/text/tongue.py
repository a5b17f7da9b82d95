"""In what language a single sentence is, which is too short for a text's language to be told of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby

from mtaudit.lexicon.closed_class import is_function_word
from mtaudit.lexicon.foreign import is_foreign_script, languages_of, small_word_of
from mtaudit.lexicon.wordnet import known
from mtaudit.records import Segment, Span, Word
from mtaudit.text.language import NATIVE, language_of, name_of
from mtaudit.text.names import is_capitalised
from mtaudit.text.words import words

SCRIPT = "another script"
"""What a sentence is written in whose letters are not Latin ones."""

LEAST = 3
"""Small words of one language, or words in another script, of a sentence that is no name and no saying."""

FEW = 0.6
"""Share of the words without capitals that an English lexicon has from which a sentence is English: a third of the
words of French, and half of the short ones of Dutch, are English words too."""


def tongues(text: str, segments: Iterable[Segment]) -> dict[Segment, str | None]:
    """What language each of a text's segments is in, that of its paragraph before its own; None for English."""
    told: dict[Segment, str | None] = {}
    for _, group in groupby(sorted(segments, key=lambda s: s.span), key=lambda s: s.paragraph):
        paragraph = tuple(group)
        whole = _tongue_of(Span(paragraph[0].span.start, paragraph[-1].span.end).of(text))
        told |= {s: whole or _tongue_of(s.span.of(text)) for s in paragraph}
    return told


@lru_cache(maxsize=1024)
def _tongue_of(sentence: str) -> str | None:
    """What language a sentence is in, by its small words or else by all its letters; None for English."""
    spoken = words(sentence)
    low = [w.form for w in spoken if w.text[0].isalpha() and not is_capitalised(w)]
    if sum(map(known, low)) > FEW * len(low):
        return None
    found = foreign_language(spoken, least=LEAST, script=LEAST)
    if found not in (None, SCRIPT):
        return found
    code = language_of(sentence)
    return found if code is None or code == NATIVE else name_of(code)


def foreign_language(words: Sequence[Word], *, least: int, script: int) -> str | None:
    """In what language, or script, a sentence that is not English is written.

    That is known by `least` small words of one language, or by `script` words in another script.
    """
    spelt = [w for w in words if w.text[0].isalpha()]
    other = sum(is_foreign_script(w.form) for w in spelt)
    if other >= script and other > 0.7 * len(spelt):
        return SCRIPT
    low = [w for w in spelt if not is_capitalised(w)]
    counts = Counter(language for w in {w.form: w for w in spelt}.values() for language in languages_of(w.form))
    if not counts or len(low) < len(spelt) / 2:
        return None
    language, count = max(
        counts.items(), key=lambda item: (item[1], sum(item[0] in small_word_of(w.form) for w in low))
    )
    english = sum(is_function_word(w.form) and language not in small_word_of(w.form) for w in low)
    small = sum(language in small_word_of(w.form) for w in spelt)
    return language if count >= least - 1 and small >= least and english <= small / 4 else None
