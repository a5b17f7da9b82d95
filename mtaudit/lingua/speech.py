"""Who says what: verbs of speech, and the tags that attribute a statement to its source."""

from __future__ import annotations

from collections.abc import Sequence

from mtaudit.lingua.wordnet import lemma
from mtaudit.records import Word

SPEECH = frozenset(
    """say tell add state write declare announce report claim argue insist explain note comment reply answer ask warn
    admit concede deny confirm allege testify maintain contend suggest indicate estimate believe think acknowledge
    assert predict conclude observe remark stress emphasise emphasize tweet post read show find rule""".split()
)
"""Lemmas of verbs that attribute a statement; the last few only with a source beside them."""

SOURCES = frozenset(
    """
    according spokesman spokeswoman spokesperson report reports officials official statement analysis data reportedly
    """.split()
)


def is_speech(form: str) -> bool:
    """Whether the word is a form of a verb of speech."""
    return form in SPEECH or lemma(form) in SPEECH


def is_attribution(words: Sequence[Word]) -> bool:
    """Whether a stretch of words is a tag that names a source: "according to the mayor", "the mayor said"."""
    forms = [w.form for w in words if not w.is_punctuation]
    if not 2 <= len(forms) <= 14:
        return False
    if "according" in forms and "to" in forms:
        return True
    return (
        len(forms) <= 8
        and any(is_speech(f) for f in (forms[0], forms[-1], forms[1]))
        and (
            any(w.text[:1].isupper() for w in words)
            or any(f in ("he", "she", "they", "it", "who") or f in SOURCES for f in forms)
        )
    )
