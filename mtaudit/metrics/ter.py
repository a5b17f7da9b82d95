"""TER (Snover et al. 2006) through sacreBLEU."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from mtaudit.metrics.base import streams
from mtaudit.records import Comparison, Finding, Score

NEAR = 20
"""Edits up to which sacreBLEU, which searches within 25 words of the diagonal, finds the fewest."""

BEAM = 25
LONGEST_SHIFT = 10
REACH = 50
TRIED = 1000
"""What sacreBLEU, after Tercom, searches: words beside the diagonal, of a shift and over which it goes, and shifts."""

FAR = 10**8
"""More edits than any segment takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ter:
    """Edits per word of the original, in percent: 0 is verbatim, and more than 100 is possible."""

    needs_verdicts: ClassVar[bool] = False

    longest: int = 400
    """Words of a bead up to which shifts are searched for; in longer ones few of them would be tried."""

    def __call__(self, comparison: Comparison, findings: Sequence[Finding]) -> Score:
        """Translation edit rate of the copy against the original, a bead as a segment.

        Where no shift can help the edits are only counted. In longer segments than `longest` a shift counts as the
        edits that it takes, and the signature says so.
        """
        from rapidfuzz.distance import Levenshtein
        from sacrebleu.metrics.ter import TER

        hypotheses, (references,) = streams(comparison.alignment)
        edits, length, long = 0, 0, False
        for pair in zip(hypotheses, references, strict=True):
            h, r = (side.lower().split() for side in pair)
            too_long = pair[0] != pair[1] and max(len(h), len(r)) > self.longest
            long, length = long or too_long, length + len(r)
            counted = too_long or not h or not r or _no_shift_helps(h, r)
            edits += Levenshtein.distance(h, r) if counted else _shifted_edits(h, r)
        metric = TER()
        metric.corpus_score([""], [[""]])  # else it does not know how many references its signature has
        signature = f"{metric.get_signature()}" + (f"|shifts:{self.longest}w" if long else "")
        return Score("ter", round(100 * edits / length if length else 100.0 * bool(edits), 4), signature)


def _no_shift_helps(hypothesis: Sequence[str], reference: Sequence[str]) -> bool:
    """Whether all edits but one at most are of words that one side lacks: no order saves these, and a shift costs one.

    So it is with nine in ten segments; the search for shifts takes a tenth of an audit.
    """
    from rapidfuzz.distance import Levenshtein

    lacking = max(len(hypothesis), len(reference)) - (Counter(hypothesis) & Counter(reference)).total()
    return Levenshtein.distance(hypothesis, reference) <= min(lacking + 1, NEAR)


def _shifted_edits(hypothesis: Sequence[str], reference: Sequence[str]) -> int:
    """The edits and shifts that sacreBLEU finds: the best shift, then the next, while each saves an edit.

    sacreBLEU holds one shift after the other against the reference, in time that grows with the cube of the length, and
    drops a round in which it has tried enough. Here that is known before, and those of a round are held together.
    """
    ids = {word: number for number, word in enumerate(dict.fromkeys((*hypothesis, *reference)))}
    h, r = [ids[word] for word in hypothesis], np.array([ids[word] for word in reference], np.int32)
    shifts = tried = 0
    while True:
        rows = _rows(np.array([h], np.int32), r)
        edits = int(rows[-1][0, -1])
        found, count = _shifts(h, r.tolist(), *_aligned(h, r.tolist(), [row[0] for row in rows]), TRIED - tried)
        tried += count
        if tried >= TRIED or not found:
            return shifts + edits
        made = [_moved(h, *shift) for shift in found]
        left = _rows(np.array(made, np.int32), r)[-1][:, -1].tolist()
        best = max(range(len(found)), key=lambda k: (-left[k], found[k][1], -found[k][0], -found[k][2]))
        if left[best] >= edits:
            return shifts + edits
        h, shifts = made[best], shifts + 1


def _rows(hypotheses: NDArray[np.int32], reference: NDArray[np.int32]) -> list[NDArray[np.int32]]:
    """The rows of the matrix of edit distances, for hypotheses of one length at once, near the diagonal only.

    A row is (hypotheses, words of the reference + 1).
    """
    number, length = hypotheses.shape
    width = len(reference) + 1
    slope = len(reference) / length
    beam = BEAM if slope / 2 <= BEAM else math.ceil(slope / 2 + BEAM)
    columns = np.arange(width, dtype=np.int32)
    rows = [np.broadcast_to(columns, (number, width))]
    for i in range(1, length + 1):
        middle = math.floor(i * slope)
        low, high = max(0, middle - beam), width if i == length else min(width, middle + beam)
        before, row = rows[-1], np.full((number, width), FAR, np.int32)
        best = before[:, low:high] + 1
        first = max(low, 1)
        differs = hypotheses[:, i - 1 : i] != reference[first - 1 : high - 1]
        best[:, first - low :] = np.minimum(best[:, first - low :], before[:, first - 1 : high - 1] + differs)
        row[:, low:high] = np.minimum.accumulate(best - columns[low:high], axis=1) + columns[low:high]
        rows.append(np.minimum(row, FAR))
        if number > 1:
            rows = rows[-1:]
    return rows


def _aligned(
    h: Sequence[int], r: Sequence[int], rows: Sequence[NDArray[np.int32]]
) -> tuple[list[int], list[bool], list[bool]]:
    """Behind which word of the hypothesis each of the reference stands, and which words of either are wrong."""
    i, j = len(h), len(r)
    at, wrong_h, wrong_r = [0] * j, [False] * i, [False] * j
    while i or j:
        here = rows[i][j]
        if i and j and here == rows[i - 1][j - 1] + (h[i - 1] != r[j - 1]):
            i, j = i - 1, j - 1
            at[j], wrong_h[i], wrong_r[j] = i, h[i] != r[j], h[i] != r[j]
        elif i and here == rows[i - 1][j] + 1:
            i -= 1
            wrong_h[i] = True
        else:
            j -= 1
            at[j], wrong_r[j] = i - 1, True
    return at, wrong_h, wrong_r


def _shifts(
    h: Sequence[int], r: Sequence[int], at: Sequence[int], wrong_h: Sequence[bool], wrong_r: Sequence[bool], most: int
) -> tuple[list[tuple[int, int, int]], int]:
    """Runs of words, as start, length and target, that may be put where the reference has them; how many were met.

    Of so many as `most` or more, none is any use.
    """
    places: dict[int, list[int]] = {}
    for k, word in enumerate(r):
        places.setdefault(word, []).append(k)
    found: dict[tuple[int, int, int], None] = {}
    count = 0
    for start, word in enumerate(h):
        for place in places.get(word, ()):
            if abs(place - start) > REACH:
                continue
            for length in range(1, _run(h, r, start, place) + 1):
                runs = any(wrong_h[start : start + length]) and any(wrong_r[place : place + length])
                if not runs or start <= at[place] < start + length:
                    continue
                targets = [0 if k < 0 else at[k] + 1 for k in range(place - 1, place + length)]
                kept = [t for k, t in enumerate(targets) if not k or t != targets[k - 1]]
                count += len(kept)
                found |= dict.fromkeys((start, length, target) for target in kept)
                if count >= most:
                    return [], count
    return list(found), count


def _run(h: Sequence[int], r: Sequence[int], start: int, place: int) -> int:
    """How many words are the same from there on, up to the longest that a shift moves."""
    most = min(LONGEST_SHIFT, len(h) - start, len(r) - place)
    return next((k for k in range(most) if h[start + k] != r[place + k]), most)


def _moved(words: Sequence[int], start: int, length: int, target: int) -> list[int]:
    """The words with a run of them put before the target, or as far behind its place as the target lies in it."""
    run, rest = words[start : start + length], [*words[:start], *words[start + length :]]
    put = target if target < start else target - length if target > start + length else target
    return [*rest[:put], *run, *rest[put:]]
