"""The words of each bead → links and differences, so that differences and equal words tile both sides.

Words are linked along a monotone path of greatest gain: a content word that stands on both sides weighs more
than a function word, words that correspond in meaning or form weigh less than equal ones, and a pair whose
neighbours are equal gains a little. With a language model words also correspond by what they are in their
sentences. Words left over on both sides that correspond are linked across: they moved. What is not linked with equal
text is a difference; neighbouring ones are one difference unless a pair inside clearly corresponds on its own, and none
cuts a written word in two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from mtaudit.lexicon.alike import BY_KIND, Kind, correspondence, kind, similarity
from mtaudit.lexicon.closed_class import is_content
from mtaudit.model.links import WIDEST
from mtaudit.pair.context import Context, contexts, harms, signature
from mtaudit.records import (
    Alignment,
    Bead,
    ComparedBead,
    Comparison,
    Difference,
    DifferenceKind,
    Document,
    Link,
    Segment,
    Word,
)
from mtaudit.text.words import words

if TYPE_CHECKING:
    from mtaudit.model.encoder.encoder import Encoder

GAIN_CONTENT, GAIN_FUNCTION, GAIN_MARK = 2.0, 0.8, 0.4
"""What an equal pair is worth: a content word, a function word, a mark of punctuation."""

CHANGED = 0.8 * GAIN_CONTENT
"""What a pair of unlike words is worth, times their correspondence; less where one is a function word."""

GAINS = [
    [alike * (GAIN_FUNCTION if Kind.FUNCTION in (a, b) else CHANGED) for b, alike in zip(Kind, row, strict=True)]
    for a, row in zip(Kind, BY_KIND, strict=True)
]
"""What unlike words are worth by their kinds."""

NEIGHBOUR_BONUS = 0.15
"""What an equal neighbour on either side adds to a pair."""

ALONE = 0.6
"""Correspondence from which a pair of words is a difference of its own inside a changed stretch."""

MOVED = 0.85
"""Correspondence from which two words out of order are the same word moved."""

ONE_TO_ONE, ONE_OF_SEVERAL = 0.8, 0.55
"""Correspondence of words linked in context: a pair of their own, or part of a phrase, which is not cut there."""

REACH = 5
"""Words from a word's place within which another is looked up in the lexicon for it."""

Steps = list[tuple[int | None, int | None]]

Correspond = Callable[[int, int], float]
"""0 (cannot stand for each other) to 1, of a word of the original and one of the copy, by their numbers."""


def compare(alignment: Alignment, encoder: Encoder | None = None) -> Comparison:
    """Every bead of the alignment compared word by word, in context where there is an encoder."""
    sides = worded(alignment)
    found = contexts(sides, encoder) if encoder else [None] * len(sides)
    told = harms(found) if encoder else [None] * len(sides)
    beads = tuple(
        _compare_bead(bead, original, copy, context, harm)
        for bead, (original, copy), context, harm in zip(alignment.beads, sides, found, told, strict=True)
    )
    return Comparison(alignment, beads, signature(encoder) if encoder else None)


def worded(alignment: Alignment) -> list[tuple[tuple[Word, ...], tuple[Word, ...]]]:
    """The words of each bead, of the original and of the copy."""
    pair = alignment.pair
    return [(tuple(_words(pair.original, b.original)), tuple(_words(pair.copy, b.copy))) for b in alignment.beads]


def _compare_bead(
    bead: Bead, original: tuple[Word, ...], copy: tuple[Word, ...], context: Context | None, harm: float | None
) -> ComparedBead:
    correspond = _correspondence(original, copy, context)
    steps = _path(original, copy, correspond)
    across = _across(original, copy, steps)
    links = [Link(i, j, similarity(original[i], copy[j])) for i, j in steps if i is not None and j is not None] + [
        Link(i, j, similarity(original[i], copy[j])) for i, j in across
    ]
    differences = _differences(original, copy, steps, across, correspond)
    if context:
        differences = [_in_context(original, copy, difference, context) for difference in differences]
    return ComparedBead(
        bead,
        original,
        copy,
        tuple(sorted(links, key=lambda k: k.original)),
        tuple(differences),
        context.counterparts if context else None,
        context.tags if context else None,
        harm,
    )


def _correspondence(original: Sequence[Word], copy: Sequence[Word], context: Context | None) -> Correspond:
    """How words correspond here: by form and lexicon or, for content words that are no names, by context if surer.

    To a context one name is as good as another.
    """
    if context is None:
        return lambda i, j: correspondence(original[i], copy[j])
    links = [k for k in context.links if _is_common(original[k.original]) and _is_common(copy[k.copy])]
    of_original, of_copy = Counter(k.original for k in links), Counter(k.copy for k in links)
    surer = {
        (k.original, k.copy): ONE_TO_ONE * k.similarity
        if of_original[k.original] == of_copy[k.copy] == 1
        else ONE_OF_SEVERAL
        for k in links
    }
    return lambda i, j: max(correspondence(original[i], copy[j]), surer.get((i, j), 0.0))


def _is_common(word: Word) -> bool:
    return kind(word.form) is Kind.CONTENT and not word.text[0].isupper()


def _in_context(original: Sequence[Word], copy: Sequence[Word], difference: Difference, context: Context) -> Difference:
    """A replacement of words, and not only marks, with its similarity in context."""
    spoken = (
        any(not side[k].is_punctuation for k in where)
        for side, where in ((original, difference.original), (copy, difference.copy))
    )
    if difference.kind is not DifferenceKind.REPLACED or not all(spoken):
        return difference
    return replace(difference, similarity=context.similarity(difference.original, difference.copy))


def _words(document: Document, segments: Sequence[Segment]) -> Iterator[Word]:
    for segment in segments:
        yield from words(document.text, segment.span.start, segment.span.end)


def _equal_gain(word: Word) -> float:
    """What linking a word with itself is worth."""
    return (GAIN_MARK, GAIN_CONTENT, GAIN_FUNCTION, GAIN_CONTENT)[kind(word.form)]


def _path(original: Sequence[Word], copy: Sequence[Word], correspond: Correspond) -> Steps:
    """The monotone path of greatest gain as (original, copy) indices, None where a word stands alone."""
    head = 0
    while head < min(len(original), len(copy)) and original[head].form == copy[head].form:
        head += 1
    tail = 0
    while tail < min(len(original), len(copy)) - head and original[-1 - tail].form == copy[-1 - tail].form:
        tail += 1
    left, right = original[head : len(original) - tail], copy[head : len(copy) - tail]
    middle = _middle(left, right, lambda i, j: correspond(i + head, j + head))
    steps: Steps = [(k, k) for k in range(head)]
    steps += [(None if i is None else i + head, None if j is None else j + head) for i, j in middle]
    return steps + [(len(original) - k, len(copy) - k) for k in range(tail, 0, -1)]


def _middle(left: Sequence[Word], right: Sequence[Word], correspond: Correspond) -> Steps:
    """The path between the first and the last difference, by dynamic programming.

    Of two words that stand on both sides neither is linked with the other: they changed places. Content words
    are looked up in the lexicon only when they are near each other's place and neither has its equal.
    """
    height, width = len(left), len(right)
    if not height or not width:
        return [(i, None) for i in range(height)] + [(None, j) for j in range(width)]
    if max(height, width) > WIDEST:
        return _equal_only(left, right)
    both = frozenset(w.form for w in left if is_content(w) and w.form.isalpha()) & frozenset(w.form for w in right)
    forms, kinds = [w.form for w in right], [kind(w.form) for w in right]
    totals = [[0.0] * (width + 1) for _ in range(height + 1)]
    for i in range(height - 1, -1, -1):
        row, below, word = totals[i], totals[i + 1], left[i]
        form, stays, same, gains = word.form, word.form in both, _equal_gain(word), GAINS[kind(word.form)]
        content = kind(form) is Kind.CONTENT and not stays
        before = left[i - 1].form if i else None
        behind = left[i + 1].form if i + 1 < height else None
        place = i * width // height
        for j in range(width - 1, -1, -1):
            best = below[j] if below[j] >= row[j + 1] else row[j + 1]
            if form == forms[j]:
                gain = same
            elif forms[j] in both:
                gain = 0.0 if stays else gains[kinds[j]]
            elif content and kinds[j] is Kind.CONTENT and -REACH <= j - place <= REACH:
                gain = CHANGED * correspond(i, j)
            else:
                gain = gains[kinds[j]]
            if gain:
                if j and before == forms[j - 1]:
                    gain += NEIGHBOUR_BONUS
                if behind is not None and j + 1 < width and behind == forms[j + 1]:
                    gain += NEIGHBOUR_BONUS
                if gain + below[j + 1] > best:
                    best = gain + below[j + 1]
            row[j] = best
    return _walk(totals, height, width)


def _walk(totals: list[list[float]], height: int, width: int) -> Steps:
    steps: Steps = []
    i = j = 0
    while i < height and j < width:
        here = totals[i][j]
        if here == totals[i + 1][j]:
            steps.append((i, None))
            i += 1
        elif here == totals[i][j + 1]:
            steps.append((None, j))
            j += 1
        else:
            steps.append((i, j))
            i, j = i + 1, j + 1
    return steps + [(k, None) for k in range(i, height)] + [(None, k) for k in range(j, width)]


def _equal_only(left: Sequence[Word], right: Sequence[Word]) -> Steps:
    from rapidfuzz.distance import Indel

    steps: Steps = []
    for code in Indel.opcodes([w.form for w in left], [w.form for w in right]):
        if code.tag == "equal":
            steps += zip(range(code.src_start, code.src_end), range(code.dest_start, code.dest_end), strict=True)
        steps += [(i, None) for i in range(code.src_start, code.src_end) if code.tag != "equal"]
        steps += [(None, j) for j in range(code.dest_start, code.dest_end) if code.tag != "equal"]
    return steps


def _across(original: Sequence[Word], copy: Sequence[Word], steps: Steps) -> list[tuple[int, int]]:
    """Content words left alone on both sides that are the same word elsewhere.

    A word that stands inside what the other side writes as one word has not moved: it broke that word up.
    """
    broken = {k for number, stretch in _stretches(original, copy, steps) for k in stretch if steps[k][number] is None}
    alone = [step for k, step in enumerate(steps) if k not in broken]
    lost = [i for i, j in alone if i is not None and j is None and is_content(original[i])]
    new = [j for i, j in alone if j is not None and i is None and is_content(copy[j])]
    found = []
    for i in lost:
        best = max(new, key=lambda j: (correspondence(original[i], copy[j]), -abs(i - j)), default=None)
        if best is not None and correspondence(original[i], copy[best]) >= MOVED:
            new.remove(best)
            found.append((i, best))
    return found


def _differences(
    original: Sequence[Word],
    copy: Sequence[Word],
    steps: Steps,
    across: list[tuple[int, int]],
    correspond: Correspond,
) -> list[Difference]:
    """Everything that is not an equal pair, in the order of the path, the moved words last."""
    moved_left, moved_right = {i for i, _ in across}, {j for _, j in across}
    changed = _changed(original, copy, steps)
    hunks: list[Steps] = [[]]
    for (i, j), differs in zip(steps, changed, strict=True):
        moved = (i in moved_left and j is None) or (j in moved_right and i is None)
        if moved or not differs:
            hunks.append([])
        else:
            hunks[-1].append((i, j))
    pieces = [piece for hunk in hunks if hunk for piece in _pieces(original, copy, hunk, correspond)]
    places = _places(steps)
    made = [_difference(original, copy, piece, places) for piece in pieces]
    return made + [_moved(original, copy, run) for run in _runs(across)]


def _pieces(original: Sequence[Word], copy: Sequence[Word], hunk: Steps, correspond: Correspond) -> list[Steps]:
    """A changed stretch cut at pairs that correspond on their own, but never inside a word, however it is joined."""
    left = "".join(original[i].form for i, _ in hunk if i is not None)
    right = "".join(copy[j].form for _, j in hunk if j is not None)
    if left.replace("-", "") == right.replace("-", ""):
        return [hunk]
    pieces: list[Steps] = []
    closed = True
    for i, j in hunk:
        alone = i is not None and j is not None and correspond(i, j) >= ALONE
        begun = next(
            (
                number
                for number, piece in enumerate(pieces)
                if _glued(original, i, [a for a, _ in piece]) or _glued(copy, j, [b for _, b in piece])
            ),
            None,
        )
        if begun is not None:
            pieces[begun:] = [[*chain.from_iterable(pieces[begun:]), (i, j)]]
            closed = closed and alone
        elif pieces and not (closed or alone):
            pieces[-1].append((i, j))
        else:
            pieces.append([(i, j)])
            closed = alone
    return pieces


def _glued(side: Sequence[Word], index: int | None, before: Sequence[int | None]) -> bool:
    """Whether the word continues the written word that stands before it; a possessive ending does not."""
    return (
        index is not None
        and index - 1 in before
        and not side[index].spaced
        and side[index].form != "'s"
        and all(not w.is_punctuation or w.form == "-" for w in side[index - 1 : index + 1])
    )


def _changed(original: Sequence[Word], copy: Sequence[Word], steps: Steps) -> list[bool]:
    """For each step whether it belongs to a difference: its texts differ, or a part of its written word is changed."""
    changed = [i is None or j is None or original[i].text != copy[j].text for i, j in steps]
    stretches = sorted((stretch for _, stretch in _stretches(original, copy, steps)), key=lambda s: (s.start, s.stop))
    for stretch in stretches + stretches[::-1]:  # rightwards, then leftwards
        if any(changed[k] for k in stretch):
            for k in stretch:
                changed[k] = True
    return changed


def _stretches(original: Sequence[Word], copy: Sequence[Word], steps: Steps) -> Iterator[tuple[int, range]]:
    """For each written word of several words its side (0 or 1) and the steps from its first word to its last."""
    for number, side in enumerate((original, copy)):
        where = {step[number]: k for k, step in enumerate(steps)}
        for first, last in _written(side):
            yield number, range(where[first], where[last] + 1)


def _written(side: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """First and last index of the written words that are made of several words."""
    start = 0
    for k in range(1, len(side) + 1):
        if k == len(side) or not _glued(side, k, (k - 1,)):
            if k - start > 1:
                yield start, k - 1
            start = k


def _range(indices: Sequence[int | None], place: int) -> range:
    """The words at these indices; an empty range at their place where there are none."""
    present = [k for k in indices if k is not None]
    return range(present[0], present[-1] + 1) if present else range(place, place)


def _places(steps: Steps) -> dict[tuple[int | None, int | None], tuple[int, int]]:
    """For each step how many words of either side come before it."""
    places, rows, columns = {}, 0, 0
    for i, j in steps:
        places[i, j] = (rows, columns)
        rows, columns = rows + (i is not None), columns + (j is not None)
    return places


def _difference(
    original: Sequence[Word],
    copy: Sequence[Word],
    piece: Steps,
    places: dict[tuple[int | None, int | None], tuple[int, int]],
) -> Difference:
    rows, columns = (_range([step[side] for step in piece], places[piece[0]][side]) for side in (0, 1))
    if not rows or not columns:
        return Difference(DifferenceKind.OMITTED if rows else DifferenceKind.ADDED, rows, columns, 0.0)
    linked = sum(similarity(original[i], copy[j]) for i, j in piece if i is not None and j is not None)
    return Difference(DifferenceKind.REPLACED, rows, columns, round(linked / max(len(rows), len(columns)), 4))


def _runs(across: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Moved words that moved together."""
    runs: list[list[tuple[int, int]]] = []
    for i, j in sorted(across):
        if runs and runs[-1][-1] == (i - 1, j - 1):
            runs[-1].append((i, j))
        else:
            runs.append([(i, j)])
    return runs


def _moved(original: Sequence[Word], copy: Sequence[Word], run: list[tuple[int, int]]) -> Difference:
    alike = sum(similarity(original[i], copy[j]) for i, j in run) / len(run)
    return Difference(
        DifferenceKind.MOVED,
        range(run[0][0], run[-1][0] + 1),
        range(run[0][1], run[-1][1] + 1),
        round(alike, 4),
    )
