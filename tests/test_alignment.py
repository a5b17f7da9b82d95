"""Segments of both sides become beads: each segment in exactly one, however the copy was cut and shuffled."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from mtaudit.pair import alignment
from mtaudit.pair.alignment import MERGE_COST, SHAPES, THRESHOLD, align
from mtaudit.records import Alignment, Bead, Document, Pair, Role, Segment
from mtaudit.text.segmentation import segment

SENTENCES = (
    "The ferry to Lorn ran aground in a thick fog on Thursday evening.",
    "Its captain had asked the harbour for an experienced pilot.",
    "Divers searched the hull for leaks until long after midnight.",
    "Forty passengers slept in the school of a nearby village.",
    "A tug from the mainland will pull the vessel free at high tide.",
    "The company promised every traveller a refund and a hot breakfast.",
    "Two similar accidents had troubled the same route last winter.",
    "Fishermen blame a buoy that drifted away during the storm.",
    "An inquiry under judge Ana Quill should begin within weeks.",
    "Until then, buses replace boats along the northern shore.",
    "Hotels expect fewer guests and have lowered their prices.",
    "Children of the village drew pictures of the stranded ship.",
)

Matrices = dict[tuple[int, int], NDArray[np.float64]]
Texts = tuple[tuple[str, ...], tuple[str, ...]]


def aligned(original: Sequence[str] | str, copy: Sequence[str] | str) -> Alignment:
    """Two texts aligned, given whole or as paragraphs."""
    texts = [side if isinstance(side, str) else "\n".join(side) for side in (original, copy)]
    pair = Pair(Document("o", texts[0]), Document("c", texts[1]))
    return align(pair, segment(pair.original), segment(pair.copy))


def texts(found: Alignment, bead: Bead) -> Texts:
    return (
        tuple(s.span.of(found.pair.original.text) for s in bead.original),
        tuple(s.span.of(found.pair.copy.text) for s in bead.copy),
    )


def shapes(found: Alignment) -> list[str]:
    return [bead.kind + (" moved" if bead.moved else "") for bead in found.beads]


def one_line_each(sentences: Sequence[str]) -> list[Texts]:
    return [((sentence,), (sentence,)) for sentence in sentences]


def test_a_text_is_aligned_with_itself_one_to_one() -> None:
    found = aligned(SENTENCES, SENTENCES)
    assert [texts(found, bead) for bead in found.beads] == one_line_each(SENTENCES)
    assert all(bead.similarity == 1 and not bead.moved for bead in found.beads)


@pytest.mark.parametrize(
    ("original", "copy", "expected"),
    [
        pytest.param([], [], [], id="nothing"),
        pytest.param(SENTENCES[:1], [], ["omitted"], id="no copy"),
        pytest.param([], SENTENCES[:1], ["added"], id="no original"),
        pytest.param(SENTENCES[:2], SENTENCES[5:7], ["omitted", "omitted", "added", "added"], id="nothing in common"),
        pytest.param(SENTENCES[:3], [SENTENCES[0], SENTENCES[2]], ["matched", "omitted", "matched"], id="one omitted"),
        pytest.param(SENTENCES[:3], SENTENCES[1:3], ["omitted", "matched", "matched"], id="the first omitted"),
        pytest.param(
            SENTENCES[:2], [SENTENCES[0], SENTENCES[7], SENTENCES[1]], ["matched", "added", "matched"], id="one added"
        ),
        pytest.param(
            ["Divers searched the hull for leaks, and forty passengers slept in the school of a village."],
            ["Divers searched the hull for leaks. Forty passengers slept in the school of a village."],
            ["split"],
            id="one split",
        ),
        pytest.param(
            ["Divers searched the hull for leaks. Forty passengers slept in the school of a village."],
            ["Divers searched the hull for leaks, and forty passengers slept in the school of a village."],
            ["merged"],
            id="two merged",
        ),
        pytest.param(
            ["The tug came late, the divers found no leak, and the passengers slept in a school."],
            ["The tug came late. The divers found no leak. The passengers slept in a school."],
            ["split"],
            id="one split into three",
        ),
        pytest.param(
            SENTENCES[:6],
            [*SENTENCES[:2], *SENTENCES[3:6], SENTENCES[2]],
            [*["matched"] * 5, "matched moved"],
            id="one moved to the end",
        ),
        pytest.param(
            [SENTENCES[0], "Nobody was harmed.", SENTENCES[1]],
            [SENTENCES[0], "There is no injury.", SENTENCES[1]],
            ["matched", "omitted", "added", "matched"],
            id="one that shares no word with its original",
        ),
        pytest.param(
            [SENTENCES[0], "The rescuers praised all of them.", SENTENCES[1]],
            [SENTENCES[0], "The helpers lauded each of those.", SENTENCES[1]],
            ["matched", "matched", "matched"],
            id="one that shares few words, alone between the same neighbours",
        ),
        pytest.param(
            [SENTENCES[0], "[ad_1]", SENTENCES[1]],
            [SENTENCES[0], SENTENCES[1]],
            ["matched", "omitted", "matched"],
            id="debris of the original",
        ),
    ],
)
def test_shapes(original: Sequence[str], copy: Sequence[str], expected: list[str]) -> None:
    assert shapes(aligned(original, copy)) == expected


def test_a_moved_paragraph_keeps_its_sentences() -> None:
    paragraphs = [" ".join(SENTENCES[k : k + 3]) for k in (0, 3, 6)]
    found = aligned(paragraphs, [paragraphs[1], paragraphs[2], paragraphs[0]])
    assert [bead.moved for bead in found.beads] == [False] * 6 + [True] * 3
    assert all(original == copy for original, copy in (texts(found, bead) for bead in found.beads))


def test_an_omitted_segment_follows_the_one_before_it_in_the_original() -> None:
    found = aligned(SENTENCES[:4], [SENTENCES[3], SENTENCES[0]])
    assert [texts(found, bead)[0] for bead in found.beads] == [(SENTENCES[k],) for k in (3, 0, 1, 2)]


@pytest.mark.parametrize("debris", ["[ad_1]", "Read more: divers searched the hull"])
@pytest.mark.parametrize("side", [0, 1])
def test_debris_merges_with_nothing(debris: str, side: int) -> None:
    whole = ["Divers searched the hull for leaks, and forty passengers slept in the school of a village."]
    cut = ["Divers searched the hull for leaks.", debris, "Forty passengers slept in the school of a village."]
    found = aligned(*((whole, cut) if side else (cut, whole)))
    beads = [bead for bead in found.beads if any(s.role is Role.DEBRIS for s in (*bead.original, *bead.copy))]
    assert [(len(bead.original), len(bead.copy)) for bead in beads] == [(0, 1) if side else (1, 0)]


def test_debris_is_aligned_with_debris() -> None:
    story = [SENTENCES[0], "[ad_1]", SENTENCES[1]]
    assert shapes(aligned(story, story)) == ["matched"] * 3


def in_one_bead_each(found: Alignment, original: Sequence[Segment], copy: Sequence[Segment]) -> None:
    assert Counter(s for bead in found.beads for s in bead.original) == Counter(original)
    assert Counter(s for bead in found.beads for s in bead.copy) == Counter(copy)
    order = [s.span for bead in found.beads for s in bead.copy]
    assert order == sorted(order), "beads stand in the order of the copy"
    assert all(0 <= bead.similarity <= 1 for bead in found.beads)


@st.composite
def damaged(draw: st.DrawFn) -> tuple[list[str], list[str]]:
    """An original, and a copy whose sentences are deleted, doubled, shuffled, and stripped of words."""
    original = list(draw(st.permutations(SENTENCES)))[: draw(st.integers(0, 8))]
    copy = list(draw(st.lists(st.sampled_from([*SENTENCES, "[ad_1]", "Rain", "“."]), max_size=8)))
    words = [sentence.split()[draw(st.integers(0, 3)) :] for sentence in copy]
    return original, [" ".join(w) for w in words if w]


@settings(max_examples=60, deadline=None)
@given(damaged(), st.sampled_from([" ", "\n"]))
def test_each_segment_stands_in_exactly_one_bead(sides: tuple[list[str], list[str]], glue: str) -> None:
    found = aligned(glue.join(sides[0]), glue.join(sides[1]))
    in_one_bead_each(found, segment(found.pair.original), segment(found.pair.copy))


@settings(max_examples=40, deadline=None)
@given(st.sets(st.sampled_from(range(len(SENTENCES)))), st.randoms(use_true_random=False))
def test_a_sentence_finds_itself_however_the_copy_is_cut_and_shuffled(kept: set[int], chance: random.Random) -> None:
    copy = [SENTENCES[k] for k in sorted(kept)]
    chance.shuffle(copy)
    found = aligned(SENTENCES, copy)
    both = [texts(found, bead) for bead in found.beads if bead.copy]
    assert both == one_line_each(copy)


def gain(
    cells: tuple[int, int, int, int],
    similarity: Matrices,
    lengths: list[list[int]],
) -> float:
    """What a bead of rows i…i+m and columns j…j+n is worth."""
    i, j, m, n = cells
    alike = float(similarity[m, n][i, j]) - MERGE_COST * (m + n - 2)
    return (alike - THRESHOLD) * (sum(lengths[0][i : i + m]) + sum(lengths[1][j : j + n]))


def slow_best(
    similarity: Matrices,
    lengths: list[list[int]],
    apart: list[set[int]],
    i: int = 0,
    j: int = 0,
) -> float:
    """The greatest gain of all monotone paths from (i, j), by trying every one."""
    height, width = len(lengths[0]), len(lengths[1])
    tried = [0.0]
    if i < height:
        tried.append(slow_best(similarity, lengths, apart, i + 1, j))
    if j < width:
        tried.append(slow_best(similarity, lengths, apart, i, j + 1))
    for m, n in SHAPES:
        if i + m <= height and j + n <= width:
            debris = apart[0] & set(range(i, i + m)) or apart[1] & set(range(j, j + n))
            worth = gain((i, j, m, n), similarity, lengths)
            if worth > 0 and not (debris and m + n > 2):
                tried.append(worth + slow_best(similarity, lengths, apart, i + m, j + n))
    return max(tried)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 4), st.integers(0, 4), st.randoms(use_true_random=False))
def test_the_path_is_as_good_as_the_best_of_all_paths(height: int, width: int, chance: random.Random) -> None:
    similarity = {
        (m, n): np.array(
            [[chance.random() for _ in range(width - n + 1)] for _ in range(height - m + 1)], dtype=np.float64
        ).reshape(max(0, height - m + 1), max(0, width - n + 1))
        for m, n in SHAPES
    }
    lengths = [[chance.randint(1, 9) for _ in range(size)] for size in (height, width)]
    apart = [{k for k in range(size) if chance.random() < 0.2} for size in (height, width)]
    path = alignment._best_path(similarity, lengths, apart)
    worth = [gain((c.original[0], c.copy[0], len(c.original), len(c.copy)), similarity, lengths) for c in path]
    assert sum(worth) == pytest.approx(slow_best(similarity, lengths, apart))
    rows, columns = [i for c in path for i in c.original], [j for c in path for j in c.copy]
    assert rows == sorted(set(rows))
    assert columns == sorted(set(columns))


def slow_heaviest(values: list[int], weights: list[float]) -> float:
    """The weight of the heaviest strictly increasing subsequence, by trying every one."""
    best = 0.0
    for chosen in range(1 << len(values)):
        picked = [k for k in range(len(values)) if chosen >> k & 1]
        if all(values[a] < values[b] for a, b in pairwise(picked)):
            best = max(best, sum(weights[k] for k in picked))
    return best


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(1, 5)), max_size=7))
def test_the_chain_in_common_order_is_the_heaviest(pairs: list[tuple[int, int]]) -> None:
    values, weights = [value for value, _ in pairs], [float(weight) for _, weight in pairs]
    chain = alignment._longest_increasing(values, weights)
    picked = [values[k] for k in chain]
    assert chain == sorted(chain)
    assert picked == sorted(set(picked))
    assert sum(weights[k] for k in chain) == slow_heaviest(values, weights)
    assert len(alignment._longest_increasing(values)) == slow_heaviest(values, [1.0] * len(values))


NOUNS = "ferry captain harbour pilot diver hull school village tug vessel tide company refund route buoy storm".split()
VERBS = "finds leaves paints sells buries praises follows repairs".split()


def long_story(sentences: int) -> list[str]:
    """Sentences no two of which are the same, in no pattern."""
    return [
        f"The {NOUNS[k % 16]} of Quay {k} {VERBS[k // 16 % 8]} the {NOUNS[k // 128 % 16]} and the {NOUNS[k * 7 % 16]}."
        for k in range(sentences)
    ]


@pytest.mark.parametrize("block", [7, 20, 64])
def test_a_long_text_is_aligned_in_blocks_as_it_would_be_whole(block: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alignment, "BLOCK", block)
    story = long_story(150)
    copy = [*story[:40], *story[43:90], "It rained for a week.", *story[90:]]
    found = aligned(story, copy)
    in_one_bead_each(found, segment(found.pair.original), segment(found.pair.copy))
    assert sum(o == c for o, c in (texts(found, bead) for bead in found.beads)) == 147
    assert Counter(shapes(found)) == {"matched": 147, "omitted": 3, "added": 1}


def test_blocks_without_a_sentence_in_common_are_cut_evenly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alignment, "BLOCK", 20)
    story = long_story(90)
    copy = [sentence.replace("The", "A") for sentence in story]
    found = aligned(story, copy)
    in_one_bead_each(found, segment(found.pair.original), segment(found.pair.copy))
    assert [texts(found, bead)[0] for bead in found.beads] == [(sentence,) for sentence in story]


def test_no_block_is_larger_than_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alignment, "BLOCK", 10)
    story = long_story(95)
    pair = Pair(Document("o", "\n".join(story)), Document("c", "\n".join(story[50:])))
    original, copy = segment(pair.original), segment(pair.copy)
    blocks = list(alignment._blocks(pair, original, copy))
    assert all(len(rows) <= 10 and len(columns) <= 10 for rows, columns in blocks)
    assert [i for rows, _ in blocks for i in rows] == list(range(len(original)))
    assert [j for _, columns in blocks for j in columns] == list(range(len(copy)))


def test_an_empty_side_of_a_long_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alignment, "BLOCK", 10)
    assert set(shapes(aligned(long_story(40), []))) == {"omitted"}
    assert set(shapes(aligned([], long_story(40)))) == {"added"}
