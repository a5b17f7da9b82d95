"""Does a text look like what rule-based engines make? A score, and the language whose words were left in it.

Such engines leave two kinds of traces: damage that a detector sees, and kinds of words side by side that hardly stand
so in English that a person wrote. The score weighs both. On the output of neural engines it is no better than chance,
so that it only lowers the trust in a witness: no report shows it, or says by it how a text was made.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log1p

from mtaudit.lexicon.closed_class import is_function_word
from mtaudit.lexicon.foreign import calendar_of, ending_of, languages_of
from mtaudit.lexicon.pivots import bundled
from mtaudit.lexicon.wordnet import known
from mtaudit.model import fitted as calibration
from mtaudit.mqm import SURFACE, Category
from mtaudit.records import PROSE, Finding, Parsed, Pivot, Translated, Word
from mtaudit.text.shapes import neighbours
from mtaudit.text.words import either

MODEL = "translated"

DAMAGE = "damage"
"""The feature of all findings together that are more than a matter of marks or of the page: most detectors find their
kind of damage too seldom to have a weight of their own."""

FEWEST_WORDS = 50
"""Words of prose without which nothing can be told; the model was fitted on articles of 100 words and more."""

SHORTEST = 6
"""Words and marks of a sentence that says something of grammar."""

SHOWN = 4
"""Pieces of evidence that are told."""

FEWEST_LEFT = 2
"""Different words of a language that must have been left for it to be named: one may be quoted, a name or a loan."""

RESIDUE = 0.75
"""Probability of a language that alone has words which were left in the text; never measured, and shown nowhere."""


def translated(text: Parsed, findings: Sequence[Finding]) -> Translated | None:
    """How much the text looks like the output of a rule-based engine; None where it has too little prose to tell.

    `findings` are those of the text alone.
    """
    if sum(len(sentence) for sentence in _prose(text)) < FEWEST_WORDS:
        return None
    model = calibration.load(MODEL)
    given = features(text, findings)
    return Translated(round(model({name: given.get(name, 0.0) for name in model.weights}), 4))


def features(text: Parsed, findings: Iterable[Finding]) -> dict[str, float]:
    """What the model weighs: by name the logarithm of one plus how often it stands in a thousand words."""
    sentences = _prose(text)
    counts = Counter(pair for sentence in sentences for pair, _ in neighbours(sentence))
    found = tuple(findings)
    counts.update(map(_named, found))
    counts[DAMAGE] = sum(finding.category not in SURFACE for finding in found)
    size = max(FEWEST_WORDS, sum(map(len, sentences)))
    return {name: log1p(1000 * number / size) for name, number in counts.items()}


def pivot(text: Parsed, findings: Iterable[Finding]) -> Pivot | None:
    """The language, or those, that a text alone went through; None unless findings of two kinds speak for it.

    At least `FEWEST_LEFT` different words of the language were left in the text, each in a finding; and the text has a
    finding about its English besides, such as an adjective behind its noun. Either alone is no proof of a translation:
    writers quote other languages, and make mistakes. `findings` are those of the text alone.
    """
    found = tuple(findings)
    if all(finding.category in {*SURFACE, Category.RESIDUE} for finding in found):
        return None
    left = [f.copy for f in found if f.category is Category.RESIDUE and f.copy]
    words = {w.form: w for sentence in text.words for w in sentence if any(span.overlaps(w.span) for span in left)}
    votes = Counter(language for form in words for language in _languages(form))
    most = max(votes.values(), default=0)
    if most < FEWEST_LEFT:
        return None
    best = sorted(language for language, number in votes.items() if number == most)
    evidence = [
        f"“{word.text}” was left in the text, a word of {either(languages)}."
        for form, word in words.items()
        if set(languages := _languages(form)) & set(best)
    ]
    return Pivot(tuple((language, round(RESIDUE / len(best), 4)) for language in best), tuple(evidence[:SHOWN]))


def _languages(form: str) -> tuple[str, ...]:
    """The languages of which a word is known to be; none for English."""
    small = languages_of(form)
    if small or known(form) or is_function_word(form):
        return small
    listed = {entry.language for entry in bundled().translations(form)}
    return tuple(sorted(listed | set(calendar_of(form)) | set(ending_of(form))))


def _prose(text: Parsed) -> list[tuple[Word, ...]]:
    """The sentences that say something of grammar."""
    pairs = zip(text.segments, text.words, strict=True)
    return [found for segment, found in pairs if segment.role in PROSE and len(found) >= SHORTEST]


def _named(finding: Finding) -> str:
    return f"finding {finding.detector}"
