"""Was this text translated by a machine? A probability, from the text and what was found in it alone.

Engines leave two kinds of traces: damage that a detector sees, and kinds of words side by side that hardly stand so in
English that a person wrote. Both are counted, and a calibrated model weighs them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from math import log1p

from mtaudit import calibration
from mtaudit.lingua.foreign import languages_of
from mtaudit.lingua.shapes import neighbours
from mtaudit.lingua.words import either
from mtaudit.mqm import SURFACE
from mtaudit.records import PROSE, Finding, Parsed, Pivot, Span, Translated, Word

MODEL = "translated"

DAMAGE = "damage"
"""The feature of all findings together that are more than a matter of marks or of the page: most detectors find their
kind of damage too seldom to have a weight of their own."""

FEWEST_WORDS = 50
"""Words of prose without which nothing can be told; the model was fitted on articles of 100 words and more."""

SHORTEST = 6
"""Words and marks of a sentence that says something of grammar."""

TELLING = 0.5
"""Log-odds by which a piece of evidence must raise the probability to be told by itself."""

SHOWN = 4
"""Pieces of evidence that are told."""

EXAMPLES = 3
"""Places in the text that are quoted in one piece of evidence."""

RESIDUE = 0.75
"""Probability of a language that alone has a small word which was left in the text: it may have been quoted."""


def translated(text: Parsed, findings: Sequence[Finding]) -> Translated | None:
    """How probable it is that the text was machine translated; None where it has too little prose to tell.

    `findings` are those of the text alone.
    """
    if sum(len(sentence) for sentence in _prose(text)) < FEWEST_WORDS:
        return None
    model = calibration.load(MODEL)
    given = features(text, findings)
    probability = model({name: given.get(name, 0.0) for name in model.weights})
    raised = {n: r for n, value in given.items() if (r := model.weights.get(n, 0.0) * value) >= TELLING}
    return Translated(round(probability, 4), tuple(islice(_evidence(text, findings, raised), SHOWN)))


def features(text: Parsed, findings: Iterable[Finding]) -> dict[str, float]:
    """What the model weighs: by name the logarithm of one plus how often it stands in a thousand words."""
    sentences = _prose(text)
    counts = Counter(pair for sentence in sentences for pair, _ in neighbours(sentence))
    found = tuple(findings)
    counts.update(map(_named, found))
    counts[DAMAGE] = sum(finding.category not in SURFACE for finding in found)
    size = max(FEWEST_WORDS, sum(map(len, sentences)))
    return {name: log1p(1000 * number / size) for name, number in counts.items()}


def pivot(text: Parsed) -> Pivot | None:
    """The language, or those, of which small words were left in the text; None where there are none."""
    found: dict[tuple[str, ...], list[str]] = {}
    for sentence in _prose(text):
        for word in sentence:
            if word.text.islower() and (languages := languages_of(word.form)):
                found.setdefault(languages, []).append(word.text)
    if not found:
        return None
    votes = Counter(language for languages, left in found.items() for language in languages * len(set(left)))
    most = max(votes.values())
    best = sorted(language for language, number in votes.items() if number == most)
    evidence = [
        f"“{word}” was left in the text, a word of {either(languages)}."
        for languages, left in found.items()
        if set(languages) & set(best)
        for word in dict.fromkeys(left)
    ]
    return Pivot(tuple((language, round(RESIDUE / len(best), 4)) for language in best), tuple(evidence[:SHOWN]))


def _prose(text: Parsed) -> list[tuple[Word, ...]]:
    """The sentences that say something of grammar."""
    pairs = zip(text.segments, text.words, strict=True)
    return [found for segment, found in pairs if segment.role in PROSE and len(found) >= SHORTEST]


def _named(finding: Finding) -> str:
    return f"finding {finding.detector}"


def _evidence(text: Parsed, findings: Sequence[Finding], raised: dict[str, float]) -> Iterator[str]:
    """What raised the probability, most telling first."""
    for name in sorted(raised, key=lambda name: (-raised[name], name)):
        if name == DAMAGE:
            grave = [finding for finding in findings if finding.category not in SURFACE]
            yield from (finding.message for finding in sorted(grave, key=lambda f: -f.severity.rank))
        elif name.startswith("finding "):
            same = [finding for finding in findings if _named(finding) == name]
            more = f" ({len(same)} such places)" if len(same) > 1 else ""
            yield f"{same[0].message}{more}"
        else:
            places = list(islice(_places(text, name), EXAMPLES))
            quoted = ", ".join(f"“{' '.join(place.of(text.document.text).split())}”" for place in places)
            yield f"Words stand together as they hardly do in sound English: {quoted}."


def _places(text: Parsed, pair: str) -> Iterator[Span]:
    """Where two words of these shapes stand side by side, with the word before them."""
    for sentence in _prose(text):
        for found, number in neighbours(sentence):
            if found == pair:
                around = sentence[max(0, number - 2) : number + 1]
                yield Span(around[0].span.start, around[-1].span.end)
