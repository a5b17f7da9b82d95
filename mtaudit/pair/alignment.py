"""Two lists of segments → beads: a monotone path of m:n beads first, then what moved, then what was lost.

The path maximises the summed gain of its beads, where a bead's gain is its words times how far its similarity
lies above `THRESHOLD`; leaving a segment alone gains nothing. Similarity is the cosine of word stems weighted
by how telling they are (inverse document frequency over both texts). Segments left over on both sides are
then paired greedily: those moved.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from mtaudit.lexicon.closed_class import is_function_word
from mtaudit.records import Alignment, Bead, Document, Pair, Role, Segment
from mtaudit.text.words import words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]
    Similarities = NDArray[np.float64]

THRESHOLD = 0.25
"""Similarity from which two segments may correspond in their place."""

MOVE_THRESHOLD = 0.45
"""Similarity from which two segments correspond although they are out of order."""

PLACE_THRESHOLD = 0.01
"""Similarity from which two segments of like length correspond when both are alone between the same neighbours;
beside only one common neighbour they need `THRESHOLD`."""

MERGE_COST = 0.06
"""Similarity that each further segment in a bead must add, so that beads stay small."""

SHAPES = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1))
"""Segments of original and copy in a bead; a 2:2 bead never helped on 251 round-trip copies."""

CONTAINED = 0.4
"""Share of a lone segment's weighted stems that a bead beside it must lack to take it in."""

STEM = 5
"""Letters of a word that count: enough to tell words apart, few enough to join their inflections."""

BLOCK = 600
"""Segments a side that are aligned at once; longer texts are divided at equal segments first."""


def align(pair: Pair, original: Sequence[Segment], copy: Sequence[Segment]) -> Alignment:
    """Beads in the order of the copy, an omitted segment behind the one that precedes it in the original."""
    found: list[_Cells] = []
    for rows, columns in _blocks(pair, original, copy):
        found.extend(_align_block(pair, original, copy, rows, columns))
    return Alignment(pair, tuple(_ordered(found, original, copy)))


@dataclass(frozen=True, slots=True)
class _Cells:
    """A bead to be: indices of its segments."""

    original: tuple[int, ...]
    copy: tuple[int, ...]
    similarity: float


def _text(document: Document, segment: Segment) -> str:
    return segment.span.of(document.text)


def _blocks(pair: Pair, original: Sequence[Segment], copy: Sequence[Segment]) -> Iterable[tuple[range, range]]:
    """Ranges of both sides that are aligned apart; one for any article of ordinary length."""
    if len(original) <= BLOCK and len(copy) <= BLOCK:
        return [(range(len(original)), range(len(copy)))]
    cuts = [(0, 0)]
    for i, j in [*_anchors(pair, original, copy), (len(original), len(copy))]:
        while i - cuts[-1][0] > BLOCK or j - cuts[-1][1] > BLOCK:
            steps = max(math.ceil((i - cuts[-1][0]) / BLOCK), math.ceil((j - cuts[-1][1]) / BLOCK))
            cuts.append((cuts[-1][0] + (i - cuts[-1][0]) // steps, cuts[-1][1] + (j - cuts[-1][1]) // steps))
        if i - cuts[-1][0] >= BLOCK // 2 or (i, j) == (len(original), len(copy)):
            cuts.append((i, j))
    return [(range(a, c), range(b, d)) for (a, b), (c, d) in pairwise(cuts)]


def _anchors(pair: Pair, original: Sequence[Segment], copy: Sequence[Segment]) -> list[tuple[int, int]]:
    """Segments whose text stands once on either side, as far as they are in the same order."""
    left, right = ([_text(d, s) for s in ss] for d, ss in ((pair.original, original), (pair.copy, copy)))
    once_left, once_right = ({t for t, n in Counter(side).items() if n == 1} for side in (left, right))
    where = {text: j for j, text in enumerate(right) if text in once_right}
    matches = [(i, where[text]) for i, text in enumerate(left) if text in once_left and text in where]
    return [matches[k] for k in _longest_increasing([j for _, j in matches])]


def _longest_increasing(values: Sequence[int], weights: Sequence[float] | None = None) -> list[int]:
    """Indices of the heaviest strictly increasing subsequence (all weigh 1 by default)."""
    weight = weights or [1.0] * len(values)
    rank = {value: k for k, value in enumerate(sorted(set(values)), start=1)}
    heaviest = [(0.0, -1)] * (len(rank) + 1)  # a Fenwick tree: the heaviest chain that ends at or below a rank
    best: list[tuple[float, int]] = []
    for k, value in enumerate(values):
        before, node = (0.0, -1), rank[value] - 1
        while node:
            before, node = max(before, heaviest[node]), node & (node - 1)
        best.append((before[0] + weight[k], before[1]))
        node = rank[value]
        while node < len(heaviest):
            heaviest[node] = max(heaviest[node], (best[k][0], k))
            node += node & -node
    k = max(range(len(best)), key=lambda p: best[p][0], default=-1)
    chain = []
    while k >= 0:
        chain.append(k)
        k = best[k][1]
    return chain[::-1]


def _vectors(pair: Pair, original: Sequence[Segment], copy: Sequence[Segment]) -> tuple[Matrix, Matrix]:
    """A row per segment, a column per word stem, weighted by inverse document frequency; not normalised."""
    import numpy as np

    bags = [
        [Counter(_stems(document, segment)) for segment in segments]
        for document, segments in ((pair.original, original), (pair.copy, copy))
    ]
    spread = Counter(stem for side in bags for bag in side for stem in bag)
    column = {stem: k for k, stem in enumerate(spread)}
    total = len(original) + len(copy)
    weight = {stem: math.log(1 + total / n) * (0.3 if is_function_word(stem) else 1.0) for stem, n in spread.items()}
    matrices = []
    for side in bags:
        matrix = np.zeros((len(side), max(1, len(column))), dtype=np.float32)
        for row, bag in enumerate(side):
            for stem, count in bag.items():
                matrix[row, column[stem]] = math.sqrt(count) * weight[stem]
        matrices.append(matrix)
    return matrices[0], matrices[1]


def _stems(document: Document, segment: Segment) -> list[str]:
    forms = [w.form for w in words(document.text, segment.span.start, segment.span.end)]
    content = [f[:STEM] for f in forms if f[0].isalnum()]
    return content or forms


def _similarities(left: Matrix, right: Matrix) -> dict[tuple[int, int], Similarities]:
    """For each shape the cosine of every window of rows of the left with every one of the right."""
    import numpy as np

    products, grams = _product(left, right), (_product(left, left), _product(right, right))
    found = {}
    for m, n in SHAPES:
        dots = _summed(_summed(products, m).T, n).T
        norms = [np.sqrt(np.diagonal(_summed(_summed(g, k).T, k))) for g, k in ((grams[0], m), (grams[1], n))]
        found[m, n] = dots / np.maximum(np.outer(*norms), 1e-9)
    return found


def _product(a: Matrix, b: Matrix) -> Matrix:
    """The rows' scalar products; for an article's few rows a plain loop beats waking the threads of BLAS (50 times)."""
    import numpy as np

    small = len(a) * len(b) * a.shape[1] < 20_000_000
    product: Matrix = np.einsum("ik,jk->ij", a, b) if small else a @ b.T
    return product


def _summed(matrix: Matrix, size: int) -> Matrix:
    """Row k is the sum of rows k … k + size - 1."""
    rows = max(0, len(matrix) - size + 1)
    total = matrix[:rows].copy()
    for shift in range(1, size):
        total += matrix[shift : shift + rows]
    return total


def _align_block(
    pair: Pair, original: Sequence[Segment], copy: Sequence[Segment], rows: range, columns: range
) -> list[_Cells]:
    if not rows or not columns:
        return []
    original, copy = original[rows.start : rows.stop], copy[columns.start : columns.stop]
    left, right = _vectors(pair, original, copy)
    similarity = _similarities(left, right)
    lengths = [
        [max(1, len(words(d.text, s.span.start, s.span.end))) for s in segments]
        for d, segments in ((pair.original, original), (pair.copy, copy))
    ]
    apart = [{k for k, s in enumerate(segments) if s.role is Role.DEBRIS} for segments in (original, copy)]
    path = _best_path(similarity, lengths, apart)
    path += _moved(similarity[1, 1], path, apart)
    path = _grown(path, left, right, apart)
    path += _reworded(path, similarity[1, 1], lengths, apart)
    return [
        _Cells(tuple(rows.start + i for i in c.original), tuple(columns.start + j for j in c.copy), c.similarity)
        for c in path
    ]


def _best_path(
    similarity: Mapping[tuple[int, int], Similarities], lengths: list[list[int]], apart: list[set[int]]
) -> list[_Cells]:
    """The monotone path of greatest gain, by dynamic programming over (original, copy) prefixes.

    Of steps that are worth the same it leaves a segment of the original alone first, then one of the copy, then
    takes the first of `SHAPES`.
    """
    import numpy as np

    gains = {shape: _gains(alike, shape, lengths, apart) for shape, alike in similarity.items()}
    height, width = len(lengths[0]), len(lengths[1])
    totals = np.zeros((height + 1, width + 1))
    for i in range(1, height + 1):
        row = totals[i - 1].copy()
        for (m, n), gain in gains.items():
            if m <= i and n <= width:
                np.maximum(row[n:], totals[i - m, :-n] + gain[i - m], out=row[n:])
        np.maximum.accumulate(row, out=totals[i])
    path, i, j = [], height, width
    while i and j:
        if totals[i, j] == totals[i - 1, j]:
            i -= 1
        elif totals[i, j] == totals[i, j - 1]:
            j -= 1
        else:
            m, n = next(
                (m, n)
                for m, n in gains
                if m <= i and n <= j and totals[i, j] == totals[i - m, j - n] + gains[m, n][i - m, j - n]
            )
            i, j = i - m, j - n
            path.append(_Cells(tuple(range(i, i + m)), tuple(range(j, j + n)), float(similarity[m, n][i, j])))
    return path[::-1]


def _gains(
    alike: Similarities, shape: tuple[int, int], lengths: list[list[int]], apart: list[set[int]]
) -> Similarities:
    """What a bead of this shape is worth at each place; minus infinity where it may not be.

    Debris merges with nothing.
    """
    import numpy as np

    net = alike - MERGE_COST * (sum(shape) - 2)
    size = [
        np.array([sum(side[k : k + span]) for k in range(len(side) - span + 1)], dtype=np.float64)
        for side, span in zip(lengths, shape, strict=True)
    ]
    debris = [
        np.array([any(c in side for c in range(k, k + span)) for k in range(len(total))], dtype=bool)
        for side, span, total in zip(apart, shape, size, strict=True)
    ]
    gain = (net - THRESHOLD) * (size[0][:, None] + size[1][None, :])
    allowed = net > THRESHOLD
    if shape != (1, 1):
        allowed &= ~(debris[0][:, None] | debris[1][None, :])
    return np.where(allowed, gain, -np.inf)


def _moved(similarity: Similarities, path: list[_Cells], apart: list[set[int]]) -> list[_Cells]:
    """Pairs of segments left alone by the path that are alike enough to be the same one elsewhere, best first."""
    import numpy as np

    used_rows, used_columns = {i for c in path for i in c.original}, {j for c in path for j in c.copy}
    rows = [i for i in range(similarity.shape[0]) if i not in used_rows and i not in apart[0]]
    columns = [j for j in range(similarity.shape[1]) if j not in used_columns and j not in apart[1]]
    free = similarity[np.ix_(rows, columns)]
    made = []
    for negative, i, j in sorted(
        (-float(free[a, b]), rows[a], columns[b]) for a, b in np.argwhere(free >= MOVE_THRESHOLD).tolist()
    ):
        if i not in used_rows and j not in used_columns:
            used_rows.add(i)
            used_columns.add(j)
            made.append(_Cells((i,), (j,), -negative))
    return made


def _reworded(
    path: list[_Cells], similarity: Similarities, lengths: list[list[int]], apart: list[set[int]]
) -> list[_Cells]:
    """Lone segments between or beside the same neighbours, debris apart: few words in common, but the same place.

    Where each text is one segment of several words nothing else can correspond to it, even if none of them was kept.
    """
    free = [
        [k for k in range(len(side)) if k not in used and k not in debris]
        for side, used, debris in (
            (lengths[0], {i for c in path for i in c.original}, apart[0]),
            (lengths[1], {j for c in path for j in c.copy}, apart[1]),
        )
    ]
    following = [_following(len(side), debris) for side, debris in zip(lengths, apart, strict=True)]
    behind = {following[0][c.original[-1]]: following[1][c.copy[-1]] for c in path}
    behind[following[0][-1]] = following[1][-1]
    before = {c.original[0]: c.copy[0] for c in path} | {len(lengths[0]): len(lengths[1])}
    leading = {following[1][j]: j for j in free[1]}
    made: list[_Cells] = []
    for i in free[0]:
        after, ahead = behind.get(i, -1), leading.get(before.get(following[0][i], -1), -1)
        for j in dict.fromkeys((after, ahead)):
            if j not in free[1] or any(j in c.copy for c in made):
                continue
            shorter, longer = sorted((lengths[0][i], lengths[1][j]))
            least = PLACE_THRESHOLD if after == ahead else THRESHOLD
            if len(lengths[0]) == len(lengths[1]) == 1 and shorter > 1:
                least = 0.0
            if similarity[i, j] >= least and longer <= 2 * shorter + 2:
                made.append(_Cells((i,), (j,), float(similarity[i, j])))
                break
    return made


def _following(length: int, debris: set[int]) -> dict[int, int]:
    """For each segment, and for -1 before the first, the next one that is no debris; the length behind the last."""
    found, following = {}, length
    for k in range(length - 1, -2, -1):
        found[k] = following
        following = following if k in debris else k
    return found


def _grown(path: list[_Cells], left: Matrix, right: Matrix, apart: list[set[int]]) -> list[_Cells]:
    """Beads that take in a segment left over beside them where that makes the two sides more alike."""
    import numpy as np

    free = [
        set(range(len(left))) - {i for c in path for i in c.original} - apart[0],
        set(range(len(right))) - {j for c in path for j in c.copy} - apart[1],
    ]

    def alike(original: tuple[int, ...], copy: tuple[int, ...]) -> float:
        a, b = left[list(original)].sum(axis=0), right[list(copy)].sum(axis=0)
        return float(a @ b / max(1e-9, float(np.linalg.norm(a)) * float(np.linalg.norm(b))))

    grown = []
    for cells in path:
        for side in (0, 1):
            for beside in (-1, 1):
                mine = cells.copy if side else cells.original
                k = mine[0] - 1 if beside < 0 else mine[-1] + 1
                if k not in free[side] or len(mine) > 3:
                    continue
                wider = tuple(sorted((*mine, k)))
                trial = (cells.original, wider) if side else (wider, cells.copy)
                better = alike(*trial)
                if better > cells.similarity + MERGE_COST or _belongs(k, side, cells, left, right):
                    free[side].discard(k)
                    cells = _Cells(*trial, better)
        grown.append(cells)
    return grown


def _belongs(k: int, side: int, cells: _Cells, left: Matrix, right: Matrix) -> bool:
    """Whether most of what the lone segment says stands in the bead's other side, and not yet in its own."""
    import numpy as np

    mine, other = (right[list(cells.copy)], left[list(cells.original)])
    if not side:
        mine, other = other, mine
    lone = (right if side else left)[k]
    unmatched = np.maximum(other.sum(axis=0) - mine.sum(axis=0), 0.0)
    return float(np.minimum(lone, unmatched).sum()) >= CONTAINED * float(lone.sum())


def _ordered(found: list[_Cells], original: Sequence[Segment], copy: Sequence[Segment]) -> Iterable[Bead]:
    """All beads, with those off the common order marked as moved and the segments left alone put in place."""
    found = sorted(found, key=lambda c: c.copy)
    weights = [float(sum(original[i].span.end - original[i].span.start for i in c.original)) for c in found]
    in_order = set(_longest_increasing([c.original[0] for c in found], weights))
    placed: list[tuple[tuple[float, int, int], Bead]] = []
    after: dict[int, float] = {}
    for k, cells in enumerate(found):
        bead = Bead(
            tuple(original[i] for i in cells.original),
            tuple(copy[j] for j in cells.copy),
            min(1.0, round(cells.similarity, 6)),
            k not in in_order,
        )
        placed.append(((float(cells.copy[0]), 0, 0), bead))
        after.update(dict.fromkeys(cells.original, float(cells.copy[-1])))
    used = {j for c in found for j in c.copy}
    placed.extend(((float(j), 0, 0), Bead((), (s,), 0.0)) for j, s in enumerate(copy) if j not in used)
    place = -1.0
    for i, segment in enumerate(original):
        if i in after:
            place = after[i]
        else:
            placed.append(((place, 1, i), Bead((segment,), (), 0.0)))
    return [bead for _, bead in sorted(placed, key=lambda p: p[0])]
