"""Which language a text is written in, through langdetect with a fixed seed."""

from __future__ import annotations

from functools import lru_cache

SAMPLE = 600
"""Code points that are looked at: langdetect reads some 100 sentences a second, and these are enough."""

LEAST_LETTERS = 60
"""A shorter text is not judged: on headlines langdetect errs too often (it calls "Parler" Turkish)."""

LEAST_PROBABILITY = 0.9


@lru_cache(maxsize=1024)
def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the text's language; None where the text is too short or too mixed to say."""
    sample = text[:SAMPLE]
    if sum(c.isalpha() for c in sample) < LEAST_LETTERS:
        return None
    from langdetect import DetectorFactory, LangDetectException, detect_langs

    DetectorFactory.seed = 0
    try:
        best = detect_langs(sample)[0]
    except LangDetectException:
        return None
    return str(best.lang) if best.prob >= LEAST_PROBABILITY else None
