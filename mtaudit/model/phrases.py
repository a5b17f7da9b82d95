"""How probably two phrases say the same where they stand: by their vectors, their links, their words and numbers.

What is asked is whether one phrase can stand for the other in this sentence, not whether they are about the same thing:
"higher" is much like "lower", and "ten" like "twelve", yet neither says the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from mtaudit.lexicon.alike import similarity
from mtaudit.lexicon.closed_class import is_function_word
from mtaudit.lexicon.paraphrases import same_sense
from mtaudit.lexicon.wordnet import Relation, relation
from mtaudit.model.fitted import load
from mtaudit.records import Link, Word
from mtaudit.text.negation import made_up_for, negators
from mtaudit.text.numerals import numerals
from mtaudit.text.words import joined

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float32]

ALIKE = 0.6
"""Similarity by the lexicon from which a word counts as said on the other side: synonyms, not what is next of kin."""

HIGH = 0.5
"""Cosine in layer 3 above which it speaks for two words: corruptions in the sample pair hardly come above it."""

MANY = 3
"""Content words left without a partner beyond which it no longer matters how many there are."""


def equivalence(
    original: Sequence[Word],
    copy: Sequence[Word],
    left: range,
    right: range,
    links: Sequence[Link],
    a: Array | None = None,
    b: Array | None = None,
) -> float:
    """The probability, 0 to 1, that words `left` of the original say what words `right` of the copy say.

    `links` are those between the two sentences, `a` and `b` the contextual vectors of all their words, a row each;
    without vectors, lexicon and form decide. Raises ValueError for a phrase without words.
    """
    if not left or not right:
        raise ValueError("a phrase needs a word on either side")
    features = phrase_features(original, copy, left, right, links)
    if a is None or b is None:
        return load("phrase-equivalence-lexical")(features)
    return load("phrase-equivalence")(with_vectors(features, original, copy, left, right, a, b))


def phrase_features(
    original: Sequence[Word], copy: Sequence[Word], left: range, right: range, links: Sequence[Link]
) -> dict[str, float]:
    """What words and links tell of two phrases; swapping the sides changes nothing."""
    from rapidfuzz.distance import Indel

    sides = [[words[k] for k in where] for words, where in ((original, left), (copy, right))]
    which = _content(original, left), _content(copy, right)
    content = [[words[k] for k in chosen] for words, chosen in zip((original, copy), which, strict=True)]
    spoken = [[w.form for w in side if not w.is_punctuation] or [w.form for w in side] for side in sides]
    bare = ["".join(w.form for w in side) for side in content]
    inside = [link for link in links if link.original in left and link.copy in right]
    linked = (
        [max((k.similarity for k in inside if k.original == n), default=0.0) for n in which[0]],
        [max((k.similarity for k in inside if k.copy == n), default=0.0) for n in which[1]],
    )
    listed = same_sense(*(" ".join(side) for side in spoken))
    meant = [[1.0] * len(side) if listed else _said(side, other) for side, other in (content, content[::-1])]
    unlinked = [sum(not probability for probability in side) for side in linked]
    unmeant = [sum(nearness < ALIKE for nearness in side) for side in meant]
    numbers = [_numbers(side) for side in sides]
    spelt = float(Indel.normalized_similarity(*bare))
    relations = _apart(sides[0], sides[1])
    opposed = Relation.ANTONYM in relations
    denied = _denied(sides[0], sides[1]) or _denied(sides[1], sides[0])
    return {
        "same words": float(spoken[0] == spoken[1]),
        "same content words": float(bare[0] == bare[1]),
        "spelt alike": spelt,
        "spelt alike, other meaning": spelt * min(*unmeant, 1),
        "linked": _mean(linked[0]) + _mean(linked[1]),
        "not linked on both sides": float(min(*unlinked, MANY)),
        "least meant": min(_mean(meant[0]), _mean(meant[1])),
        "not meant on both sides": float(min(*unmeant, MANY)),
        "turned round": float(opposed != denied),
        "of one kind": float(Relation.SIBLING in relations),
        "numbers agree": float(bool(numbers[0]) and numbers[0] == numbers[1]),
        "numbers differ": float(bool(numbers[0]) and bool(numbers[1]) and numbers[0] != numbers[1]),
        "number on one side": float(bool(numbers[0]) != bool(numbers[1])),
        "one word each": float(len(content[0]) == len(content[1]) == 1),
    }


def with_vectors(
    features: Mapping[str, float],
    original: Sequence[Word],
    copy: Sequence[Word],
    left: range,
    right: range,
    a: Array,
    b: Array,
) -> dict[str, float]:
    """These features and what contextual vectors tell: cosines of the phrases' means and of their words."""
    import numpy as np

    one, other = a[_content(original, left)], b[_content(copy, right)]
    norms = np.linalg.norm(one, axis=1)[:, None] * np.linalg.norm(other, axis=1)[None, :]
    each = (one @ other.T) / np.maximum(norms, 1e-9)
    rows, columns = each.max(axis=1), each.max(axis=0)
    least = float(min(rows.min(), columns.min()))
    return {
        **features,
        "cosine of all words": _cosine(
            a[left.start : left.stop].mean(axis=0), b[right.start : right.stop].mean(axis=0)
        ),
        "least cosine of a word, if high": max(0.0, least - HIGH),
    }


def _content(words: Sequence[Word], where: range) -> list[int]:
    """The content words of a phrase, or all its words, or all its marks: what there is."""
    spoken = [k for k in where if not words[k].is_punctuation]
    return [k for k in spoken if not is_function_word(words[k].form)] or spoken or list(where)


def _said(words: Sequence[Word], others: Sequence[Word]) -> list[float]:
    """For each word how near the nearest of the others comes to it in the lexicon, 0 for an opposite."""
    return [max(similarity(word, other) for other in others) for word in words]


def _apart(left: Sequence[Word], right: Sequence[Word]) -> set[Relation]:
    """How the words that only one phrase has stand to those that only the other has."""
    forms = [Counter(w.form for w in side if not w.is_punctuation) for side in (left, right)]
    one, other = forms[0] - forms[1], forms[1] - forms[0]
    return {relation(x, y) for x in one for y in other}


def _denied(words: Sequence[Word], others: Sequence[Word]) -> bool:
    """Whether these words deny what the others do not, by whatever means."""
    return bool(negators(words)) and not negators(others) and not made_up_for(others, words)


def _numbers(words: Sequence[Word]) -> list[Fraction]:
    return sorted(number.value for number in numerals(joined(words)))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _cosine(a: Array, b: Array) -> float:
    import numpy as np

    norms = float(np.linalg.norm(a)) * float(np.linalg.norm(b))
    return float(a @ b) / norms if norms else 0.0
