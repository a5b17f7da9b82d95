"""Which originals could this be a copy of: ranked by the telling words they share."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from mtaudit.lingua.closed_class import is_function_word
from mtaudit.lingua.words import words
from mtaudit.records import Document

STEM = 6
"""Letters of a word that count."""

LEAST_ALIKE = 0.05
"""Cosine below which two articles are not even on one subject: unlike pairs of the round-trip corpus lie under it."""


def candidates(copy: Document, originals: Sequence[Document], most: int = 3) -> tuple[Document, ...]:
    """At most `most` originals that share the copy's telling words, the likeliest first."""
    if not originals:
        return ()
    bags = [_bag(o) for o in originals]
    spread = Counter(stem for bag in bags for stem in bag)
    rare = {stem: math.log(1 + len(bags) / n) for stem, n in spread.items()}
    mine = _bag(copy)
    ranked = sorted(
        ((-_cosine(mine, bag, rare), index) for index, bag in enumerate(bags)),
    )
    return tuple(originals[index] for negative, index in ranked[:most] if -negative >= LEAST_ALIKE)


def _bag(document: Document) -> Counter[str]:
    forms = (w.form for w in words(document.text))
    return Counter(f[:STEM] for f in forms if f[0].isalnum() and not is_function_word(f))


def _cosine(a: Counter[str], b: Counter[str], rare: dict[str, float]) -> float:
    shared = sum(math.sqrt(n * b[s]) * rare.get(s, 1.0) ** 2 for s, n in a.items() if s in b)
    norms = [math.sqrt(sum(n * rare.get(s, 1.0) ** 2 for s, n in bag.items())) for bag in (a, b)]
    return shared / max(1e-9, norms[0] * norms[1])
