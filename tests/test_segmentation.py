"""A document falls into segments with roles that tile its text."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.records import Document, Role
from mtaudit.text.segmentation import HEADING_WORDS, segment

LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "",
                " ",
                "Rain in Brindle",
                "By Ana Quill",
                "[ad_1]",
                "Photo: Lund",
                "It rained. It stopped.",
                "“Go",
                "No:",
            ]
        ),
        st.text("aB 3.,“”\t", max_size=60),
    ),
    max_size=12,
)

STORY = """\
Ferry to Lorn runs aground

By Ana Quill
Photo: the ferry on Thursday. It lists to port.
The ferry ran aground on Thursday. Nobody was hurt.
“We were lucky.”
A long night
The captain said this:
We saw nothing. The fog was thick.
[ad_1]
The ferry will sail again.
"""


def parts(text: str) -> list[tuple[str, Role, int]]:
    return [(s.span.of(text), s.role, s.paragraph) for s in segment(Document("d", text))]


def role_of(line: str, before: str = "Rain in Brindle\n") -> Role:
    """The role of a line that is not the first."""
    return segment(Document("d", before + line))[-1].role


def test_a_story_whole() -> None:
    assert parts(STORY) == [
        ("Ferry to Lorn runs aground", Role.HEADLINE, 0),
        ("By Ana Quill", Role.BYLINE, 1),
        ("Photo: the ferry on Thursday.", Role.CAPTION, 2),
        ("It lists to port.", Role.CAPTION, 2),
        ("The ferry ran aground on Thursday.", Role.BODY, 3),
        ("Nobody was hurt.", Role.BODY, 3),
        ("“We were lucky.”", Role.QUOTE, 4),
        ("A long night", Role.HEADING, 5),
        ("The captain said this:", Role.BODY, 6),
        ("We saw nothing.", Role.QUOTE, 7),
        ("The fog was thick.", Role.QUOTE, 7),
        ("[ad_1]", Role.DEBRIS, 8),
        ("The ferry will sail again.", Role.BODY, 9),
    ]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("By Ana Quill and Bo Lund", Role.BYLINE),
        ("Published 4 hours ago", Role.BYLINE),
        ("Updated: Monday, noon", Role.BYLINE),
        ("12 March 2019", Role.BYLINE),
        ("Tuesday, March 12, 2019", Role.BYLINE),
        ("Enlarge / The ferry in its dock.", Role.CAPTION),
        ("Image: a ferry", Role.CAPTION),
        ("Photos (from left): two ferries", Role.CAPTION),
        ("Advertisement", Role.DEBRIS),
        ("What the captain knew", Role.HEADING),
        ("The captain knew,", Role.BODY),
        ("word " * HEADING_WORDS, Role.HEADING),
        ("word " * (HEADING_WORDS + 1), Role.BODY),
        ("It rained.", Role.BODY),
        ("“It rained.”", Role.QUOTE),
        ("“It rained,” she said.", Role.BODY),
        ("Is this the end?", Role.BODY),
    ],
)
def test_the_role_of_a_line(line: str, role: Role) -> None:
    assert role_of(line) is role


@pytest.mark.parametrize(
    ("line", "role"),
    [
        pytest.param("Rain in Brindle", Role.HEADLINE, id="without a stop"),
        pytest.param("It rained in Brindle.", Role.BODY, id="a sentence"),
        pytest.param("rain " * 60, Role.BODY, id="too long"),
        pytest.param("Photo: rain", Role.CAPTION, id="a caption"),
        pytest.param("[ad_1]", Role.DEBRIS, id="debris"),
    ],
)
def test_the_first_line(line: str, role: Role) -> None:
    assert parts(line)[0][1] is role


def test_a_list_is_not_introduced_twice() -> None:
    assert [role for _, role, _ in parts("Rain\nHe said:\nIt is over.\nThen he left.")][1:] == [
        Role.BODY,
        Role.QUOTE,
        Role.BODY,
    ]


SENTENCE = "The old ferry that links the islands with the town ran aground on Thursday in a fog and nobody was hurt. "


def test_text_wrapped_by_hand_is_joined_into_paragraphs() -> None:
    paragraphs = [textwrap.fill(SENTENCE * 3, 72), textwrap.fill(SENTENCE * 2, 72)]
    found = parts("\n\n".join(paragraphs))
    assert [number for _, _, number in found] == [0, 0, 0, 1, 1]
    assert {" ".join(text.split()) for text, _, _ in found} == {SENTENCE.strip()}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_lines_are_paragraphs_where_the_text_is_not_wrapped(newline: str) -> None:
    assert [number for _, _, number in parts(newline.join(["Rain", "", SENTENCE, SENTENCE]))] == [0, 1, 2]


def test_a_heading_too_long_to_be_one_piece_is_split() -> None:
    debris = "Click here to read on. " * 12
    assert len(debris) < 400
    assert [role for _, role, _ in parts(debris)] == [Role.DEBRIS]


@pytest.mark.parametrize("text", ["", " \n\t\r\n"])
def test_nothing_has_no_segments(text: str) -> None:
    assert segment(Document("d", text)) == ()


@given(LINES, st.sampled_from(["\n", "\r\n", "\n\n", "\r"]))
def test_segments_tile_the_text_but_for_white_space(lines: list[str], newline: str) -> None:
    text, end, paragraph = newline.join(lines), 0, 0
    for found in segment(Document("d", text)):
        assert found.span.start >= end
        assert not text[end : found.span.start].strip()
        assert found.paragraph >= paragraph
        end, paragraph = found.span.end, found.paragraph
    assert not text[end:].strip()
