"""The languages through which news is translated, and the words of theirs that English takes in several senses.

A word like French “affaire” is a case in court, a business and an affair: who translates it back may pick the wrong
one. `bundled` are lists written for this project (`*.txt` beside this module, one language a file); `freedict` reads
the dictionaries of FreeDict where they are installed.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files

from mtaudit.lexicon.pivots import freedict
from mtaudit.lexicon.pivots.lexicon import Confusion, Entry, Lexicon, bases, parsed, phrase_bases, phrase_pairs

__all__ = [
    "LANGUAGES",
    "Confusion",
    "Entry",
    "Lexicon",
    "bases",
    "bundled",
    "phrase_bases",
    "phrase_pairs",
    "signature",
]

LANGUAGES = {"fr": "French", "es": "Spanish", "pt": "Portuguese", "it": "Italian", "de": "German"}
"""The languages of which there are lists, by their ISO 639-1 codes."""


@cache
def bundled() -> Lexicon:
    """The lists of this project, all languages in one lexicon."""
    folder = files(__package__)
    return Lexicon(
        entry
        for code, language in LANGUAGES.items()
        for entry in parsed(language, (folder / f"{code}.txt").read_text("utf-8"))
    )


def signature() -> str:
    """The content of the lists, and the dictionaries of FreeDict that are read beside them."""
    folder = files(__package__)
    lists = hashlib.sha256(b"".join((folder / f"{code}.txt").read_bytes() for code in LANGUAGES)).hexdigest()[:8]
    return lists + "".join(f"+{name}" for name in freedict.signatures())
