"""Which language a text is written in: plain English by its small words, the rest through langdetect."""

from __future__ import annotations

import re
from functools import lru_cache

from mtaudit.lingua.closed_class import is_function_word

SAMPLE = 1500
"""Code points that are looked at."""

LEAST_LETTERS = 60
"""A shorter text is not judged: on headlines langdetect errs too often."""

LEAST_WORDS = 8
"""A text of fewer different words is not judged either, however long it is."""

LEAST_PROBABILITY = 0.9
"""A language that langdetect holds for less likely is not named."""

EVIDENT = 0.3
"""Share of English function words from which a text with "the" in it is English, without asking langdetect, which
reads only some 100 sentences a second: 127 English news texts have 0.32 to 0.56."""

_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=1024)
def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the text's language; None where the text is too short or too mixed to say."""
    sample = text[:SAMPLE]
    if sum(c.isalpha() for c in sample) < LEAST_LETTERS:
        return None
    words = _WORD.findall(sample.lower())
    if len(set(words)) < LEAST_WORDS:
        return None
    if "the" in words and sum(map(is_function_word, words)) >= EVIDENT * len(words):
        return "en"
    return _detected(sample)


def _detected(sample: str) -> str | None:
    from langdetect import DetectorFactory, LangDetectException, detect_langs

    DetectorFactory.seed = 0
    try:
        best = detect_langs(sample)[0]
    except LangDetectException:
        return None
    return str(best.lang) if best.prob >= LEAST_PROBABILITY else None
