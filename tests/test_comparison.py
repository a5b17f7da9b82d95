"""The words of a bead: what is linked, what differs, and that nothing is passed over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mtaudit.lexicon.alike import UNRELATED, Kind, correspondence, kind
from mtaudit.lexicon.closed_class import is_function_word
from mtaudit.pair import comparison
from mtaudit.pair.comparison import GAIN_CONTENT, GAIN_FUNCTION, GAIN_MARK, NEIGHBOUR_BONUS, compare
from mtaudit.records import Alignment, Bead, ComparedBead, DifferenceKind, Document, Pair, Role, Segment, Span, Word

TOKENS = st.sampled_from(
    "the The a not ferry boat sank sinks fog Pell Orr 12 21 , . “ ” - ’s n’t web-hosting well-known".split()
)
TEXTS = st.lists(st.tuples(TOKENS, st.sampled_from(["", " ", " ", " "])), max_size=9).map(
    lambda parts: "".join(token + space for token, space in parts)
)


def compared(original: str, copy: str) -> ComparedBead:
    """Two texts compared as one bead."""
    sides = [(Segment(Span(0, len(text)), Role.BODY, 0),) if text.strip() else () for text in (original, copy)]
    bead = Bead(sides[0], sides[1], 1.0)
    (made,) = compare(Alignment(Pair(Document("o", original), Document("c", copy)), (bead,))).beads
    return made


def told(bead: ComparedBead) -> list[str]:
    """The differences in short: kind, words lost, words gained."""
    return [
        f"{d.kind}: {' '.join(w.text for w in bead.lost(d))} > {' '.join(w.text for w in bead.gained(d))}"
        for d in bead.differences
    ]


@pytest.mark.parametrize(
    ("original", "copy", "expected"),
    [
        pytest.param("The ferry sank.", "The ferry sank.", [], id="no difference"),
        pytest.param("The ferry sank.", "The  ferry\nsank .", [], id="white space is none"),
        pytest.param("The ferry sank.", "The boat sank.", ["replaced: ferry > boat"], id="a word"),
        pytest.param("The ferry sank.", "the ferry sank.", ["replaced: The > the"], id="a capital"),
        pytest.param("“Go.”", '"Go."', ['replaced: “ > "', 'replaced: ” > "'], id="marks"),
        pytest.param("The old ferry sank.", "The ferry sank.", ["omitted: old > "], id="a word omitted"),
        pytest.param("The ferry sank.", "The old ferry sank.", ["added:  > old"], id="a word added"),
        pytest.param(
            "The ferry sank near Lorn on Thursday, they said.",
            "On Thursday the ferry sank near Lorn, they said.",
            ["added:  > On", "replaced: The > the", "omitted: on > ", "moved: Thursday > Thursday"],
            id="a word moved",
        ),
        pytest.param(
            "Brindle and Lorn",
            "Lorn and Brindle",
            ["omitted: and > ", "added:  > and", "moved: Brindle > Brindle"],
            id="two change places",
        ),
        pytest.param(
            "The doctor bought a car.",
            "The physician purchased an automobile.",
            [
                "replaced: doctor > physician",
                "replaced: bought > purchased",
                "replaced: a > an",
                "replaced: car > automobile",
            ],
            id="words that correspond are differences of their own",
        ),
        pytest.param(
            "It took the zorb quib here.",
            "It took wax to gong here.",
            ["replaced: the zorb quib > wax to gong"],
            id="words that do not are one",
        ),
        pytest.param(
            "a web-hosting firm", "a web hosting firm", ["replaced: web - hosting > web hosting"], id="a hyphen lost"
        ),
        pytest.param(
            "a web-hosting firm", "a webhosting firm", ["replaced: web - hosting > webhosting"], id="a word joined"
        ),
        pytest.param(
            "a webhosting firm", "a web hosting firm", ["replaced: webhosting > web hosting"], id="a word split"
        ),
        pytest.param(
            "a well-known ship", "a well-read ship", ["replaced: well - known > well - read"], id="part of a compound"
        ),
        pytest.param(
            "They can’t sail.", "They can sail.", ["replaced: ca n’t > can"], id="a clitic goes with its host"
        ),
        pytest.param(
            "the mayor’s dog", "the doctor’s dog", ["replaced: mayor > doctor"], id="but a possessive ending does not"
        ),
        pytest.param("", "The ferry.", ["added:  > The ferry ."], id="all added"),
        pytest.param("The ferry.", "", ["omitted: The ferry . > "], id="all omitted"),
    ],
)
def test_differences(original: str, copy: str, expected: list[str]) -> None:
    assert told(compared(original, copy)) == expected


def test_links_join_the_words_that_correspond() -> None:
    bead = compared("The doctor sank slowly, Pell said.", "The physician sank, Pell said slowly.")
    links = {(bead.original[link.original].text, bead.copy[link.copy].text): link.similarity for link in bead.links}
    assert links.keys() >= {("The", "The"), ("doctor", "physician"), ("Pell", "Pell"), ("slowly", "slowly")}
    assert links["The", "The"] == links["slowly", "slowly"] == 1
    assert 0.6 < links["doctor", "physician"] < 1
    assert [link.original for link in bead.links] == sorted(link.original for link in bead.links)


def test_a_gap_stands_at_its_place() -> None:
    bead = compared("The old ferry sank.", "The ferry sank fast.")
    omitted, added = bead.differences
    assert (omitted.original, omitted.copy, omitted.similarity) == (range(1, 2), range(1, 1), 0.0)
    assert (added.original, added.copy, added.similarity) == (range(4, 4), range(3, 4), 0.0)
    assert bead.copy_span(omitted.copy) is None
    assert bead.original_span(omitted.original) == Span(4, 7)


def test_similarity_is_of_the_words_on_the_longer_side() -> None:
    (same,), (unlike,) = (compared("It rained", copy).differences for copy in ("it rained", "It swam"))
    assert same.similarity == 1
    assert unlike.similarity < 0.5


def test_words_lie_in_the_document() -> None:
    text = "First. The ferry sank."
    second = Segment(Span(7, 22), Role.BODY, 0)
    pair = Pair(Document("o", text), Document("c", "The ferry sank."))
    bead = Bead((second,), (Segment(Span(0, 15), Role.BODY, 0),), 1.0)
    (made,) = compare(Alignment(pair, (bead,))).beads
    assert [w.span.of(text) for w in made.original] == ["The", "ferry", "sank", "."]
    assert made.differences == ()


def test_a_list_too_long_for_the_path_is_linked_by_equal_words_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparison, "WIDEST", 5)
    original, copy = "One two three four five six seven.", "Two three doctor five six eight nine seven!"
    bead = compared(original, copy)
    assert {(bead.original[k.original].form, bead.copy[k.copy].form) for k in bead.links} == {
        (form, form) for form in ("two", "three", "five", "six", "seven")
    }
    tiles(bead)


def tiles(bead: ComparedBead) -> None:
    """Differences and words linked with equal text cover each word of either side once."""
    equal = [k for k in bead.links if bead.original[k.original].text == bead.copy[k.copy].text]
    for side, name in ((bead.original, "original"), (bead.copy, "copy")):
        covered = Counter(k for d in bead.differences for k in getattr(d, name))
        assert max(covered.values(), default=1) == 1, "no two differences share a word"
        linked = Counter(getattr(k, name) for k in bead.links)
        assert max(linked.values(), default=1) == 1, "no word is linked twice"
        assert set(covered) | {getattr(k, name) for k in equal} == set(range(len(side)))


def written(side: Sequence[Word]) -> list[set[int]]:
    """Words as they are written: letters and hyphens without white space, a possessive ending apart."""
    groups: list[set[int]] = []
    for k, word in enumerate(side):
        letters = [not w.is_punctuation or w.form == "-" for w in side[max(0, k - 1) : k + 1]]
        if k and all(letters) and not word.spaced and word.form != "'s":
            groups[-1].add(k)
        else:
            groups.append({k})
    return groups


@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS)
def test_differences_and_equal_words_tile_both_sides(original: str, copy: str) -> None:
    if (original + copy).strip():
        tiles(compared(original, copy))


@settings(max_examples=300, deadline=None)
@example("a web-hosting firm", "a web fast hosting firm")
@example("boat,ferry-the", "ferry boat the")  # a moved word inside what the other side writes as one
@given(TEXTS, TEXTS)
def test_no_difference_cuts_a_written_word(original: str, copy: str) -> None:
    if not (original + copy).strip():
        return
    bead = compared(original, copy)
    cut = {DifferenceKind.MOVED: False}
    for side, name in ((bead.original, "original"), (bead.copy, "copy")):
        for difference in bead.differences:
            inside = set(getattr(difference, name))
            cut[difference.kind] = cut.get(difference.kind, False) or any(
                0 < len(group & inside) < len(group) for group in written(side)
            )
    assert cut[DifferenceKind.MOVED] or not any(cut.values()), "only a move may take a part of a word along"


@settings(max_examples=100, deadline=None)
@given(TEXTS.filter(str.strip))
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    bead = compared(text, text)
    assert bead.differences == ()
    assert [(k.original, k.copy, k.similarity) for k in bead.links] == [(k, k, 1.0) for k in range(len(bead.copy))]


def gains(left: Sequence[Word], right: Sequence[Word]) -> list[list[float]]:
    """What linking each word with each is worth, with the bonus of equal neighbours; 0 for never."""
    content = [{w.form for w in side if w.form.isalpha() and not is_function_word(w.form)} for side in (left, right)]
    both = content[0] & content[1]

    def alone(a: Word, b: Word) -> float:
        small = is_function_word(a.form) or is_function_word(b.form)
        if a.form == b.form:
            return GAIN_MARK if a.is_punctuation else GAIN_FUNCTION if small else GAIN_CONTENT
        if a.form in both and b.form in both:
            return 0.0
        found_elsewhere = (a.form in both or b.form in both) and kind(a.form) is kind(b.form) is Kind.CONTENT
        alike = UNRELATED if found_elsewhere else correspondence(a, b)
        return alike * (GAIN_FUNCTION if small else 0.8 * GAIN_CONTENT)

    def equal(i: int, j: int) -> bool:
        return 0 <= i < len(left) and 0 <= j < len(right) and left[i].form == right[j].form

    def worth(i: int, j: int) -> float:
        gain = alone(left[i], right[j])
        return gain + NEIGHBOUR_BONUS * (equal(i - 1, j - 1) + equal(i + 1, j + 1)) if gain else 0.0

    return [[worth(i, j) for j in range(len(right))] for i in range(len(left))]


def slow_best(gain: list[list[float]], height: int, width: int, i: int = 0, j: int = 0) -> float:
    """The greatest gain of all monotone paths from (i, j), by trying every one."""
    if i == height or j == width:
        return 0.0
    tried = [slow_best(gain, height, width, i + 1, j), slow_best(gain, height, width, i, j + 1)]
    if gain[i][j]:
        tried.append(gain[i][j] + slow_best(gain, height, width, i + 1, j + 1))
    return max(tried)


SHORT = st.lists(st.sampled_from("the a ferry boat sank sinks Pell 12 21 , .".split()), min_size=1, max_size=5)


@settings(max_examples=150, deadline=None)
@given(SHORT, SHORT)
def test_the_links_are_worth_as_much_as_the_best_of_all_paths(original: list[str], copy: list[str]) -> None:
    # unlike words at both ends, since equal ones there are linked at once
    bead = compared(" ".join(["zorb", *original, "quib"]), " ".join(["wax", *copy, "gong"]))
    moved = {i for d in bead.differences if d.kind is DifferenceKind.MOVED for i in d.original}
    path = [(link.original, link.copy) for link in bead.links if link.original not in moved]
    assert path == sorted(path)
    assert [j for _, j in path] == sorted(j for _, j in path)
    gain = gains(bead.original, bead.copy)
    assert sum(gain[i][j] for i, j in path) == pytest.approx(slow_best(gain, len(bead.original), len(bead.copy)))
