"""English words and the relations between them, from WordNet 3.0 (Princeton University; see LICENSE).

The data lie in `relations.dat`, made by `build.py` and mapped into memory when a word is first looked up. Words and
phrases may be given in any case and inflection, phrases with spaces or underscores; lemmas come back with spaces.
"""

import hashlib
from functools import cache

from mtaudit.lexicon.wordnet.antonyms import opposite
from mtaudit.lexicon.wordnet.morphy import frequency, known, lemma, lemmas, parts_of_speech, share
from mtaudit.lexicon.wordnet.phrases import phrases
from mtaudit.lexicon.wordnet.relations import (
    Relation,
    distance,
    falls_under,
    kindred,
    opposite_in_kind,
    relation,
    synonymy,
)
from mtaudit.lexicon.wordnet.store import DATA

__all__ = [
    "Relation",
    "distance",
    "falls_under",
    "frequency",
    "kindred",
    "known",
    "lemma",
    "lemmas",
    "opposite",
    "opposite_in_kind",
    "parts_of_speech",
    "phrases",
    "relation",
    "share",
    "signature",
    "synonymy",
]


@cache
def signature() -> str:
    """Version and content of the data, for the signature of a run."""
    return "3.0-" + hashlib.sha256(DATA.read_bytes()).hexdigest()[:8]
