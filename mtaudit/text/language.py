"""Which language a text is written in: plain English by its small words, the rest through langdetect."""

from __future__ import annotations

import re
from functools import lru_cache

from mtaudit.lexicon.closed_class import is_function_word
from mtaudit.lexicon.tables import pairs

NATIVE = "en"
"""The language that the detectors read."""

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

MIXED = 0.2
"""Share of its letters in English sentences from which a text that begins in another language is none of that: a part
of it can be read, and the rest is a fault of that part."""

LEAST_SENTENCE = 4
"""Words of a sentence from which its small words tell that it is English."""

_NAMES = dict(pairs("languages"))

_OTHERWISE = {"nb": "no", "nn": "no", "iw": "he", "in": "id", "fil": "tl"}
"""Codes that pages declare for a language which is told by another one."""

_TELLING = frozenset(("the", "and", "that", "with"))
"""Words that hardly any other language has; half of the other small words stand in Dutch or French too."""

_WORD = re.compile(r"[^\W\d_]+")

_SENTENCE = re.compile(r"\n+|(?<=[.!?…”\"])\s+")


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
    detected = _detected(sample)
    return detected if detected == NATIVE or english_share(text) < MIXED else None


def settled(detected: str | None, declared: str | None, text: str) -> tuple[str | None, tuple[str, ...]]:
    """The text's language by what it reads as and what was declared of it, and a remark where these disagree.

    The words count before the declaration; where they do not tell, that counts, unless a part of the text is English.
    """
    if detected:
        wrong = declared is not None and detected != declared
        return detected, (f"declared as {declared}, reads as {detected}",) if wrong else ()
    if declared is None or declared == NATIVE or english_share(text) < MIXED:
        return declared, ()
    return None, (f"declared as {declared}, though English stands in it",)


def english_share(text: str) -> float:
    """The share of a text's letters that stand in sentences which their small words show to be English."""
    english = letters = 0
    for sentence in _SENTENCE.split(text):
        words = _WORD.findall(sentence.lower())
        size = sum(map(len, words))
        letters += size
        if len(words) >= LEAST_SENTENCE and _TELLING & set(words):
            english += size if sum(map(is_function_word, words)) >= EVIDENT * len(words) else 0
    return english / letters if letters else 0.0


def code_of(tag: str) -> str:
    """The code by which a language is known here, of a tag such as en-GB, zh_TW or nb."""
    head = tag.strip().replace("_", "-").split("-")[0].lower()
    return _OTHERWISE.get(head, head)


def name_of(code: str) -> str:
    """What a language is called in English; its code in quotation marks where that is not known."""
    return _NAMES.get(code) or f"“{code}”"


def _detected(sample: str) -> str | None:
    from langdetect import DetectorFactory, LangDetectException, detect_langs

    DetectorFactory.seed = 0
    try:
        best = detect_langs(sample)[0]
    except LangDetectException:
        return None
    return code_of(best.lang) if best.prob >= LEAST_PROBABILITY else None
