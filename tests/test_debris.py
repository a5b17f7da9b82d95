"""What a content system left behind is told from what a reporter wrote."""

from __future__ import annotations

import pytest

from mtaudit.text.debris import LONGEST, is_debris


@pytest.mark.parametrize(
    "paragraph",
    [
        "It took firemen four hours to read the meters.",
        "Read the room, she told him.",
        "Share prices fell on Monday.",
        "Save the marsh, they chanted.",
        "Print money, he said, and prices rise.",
        "The source of the river dried up.",
        "Source: the mayor of Brindle",
        "Like us, the crows came for the bread.",
        "Comments by the mayor were not welcome.",
        "He was [sic] there.",
        "Related: she is his aunt, they learnt.",
        "Copyrights of three songs were sold.",
        "",
        "12",
    ],
)
def test_prose_is_left_alone(paragraph: str) -> None:
    assert not is_debris(paragraph)


@pytest.mark.parametrize(
    "paragraph",
    [
        pytest.param("[ad_1]", id="a shortcode"),
        pytest.param("[/caption]", id="a shortcode that closes"),
        pytest.param("{{related}}", id="a slot of a template"),
        pytest.param("Source link", id="a footer of a scraper"),
        pytest.param("Original source: https://post.example", id="the same with an address"),
        pytest.param("Related stories", id="related"),
        pytest.param("Read more: Ferry sinks", id="read more"),
        pytest.param("READ THE FULL STORY HERE", id="read on, in capitals"),
        pytest.param("See also", id="see also"),
        pytest.param("More from Brindle Post", id="more from"),
        pytest.param("Continue reading the main story", id="continue reading"),
        pytest.param("Story continues below", id="continues below"),
        pytest.param("— Advertisement —", id="an advertisement between dashes"),
        pytest.param("Sponsored content", id="sponsored"),
        pytest.param("Click here to enter", id="click here"),
        pytest.param("Share this article on Quillbook", id="share"),
        pytest.param("Follow us on Quillbook", id="follow us"),
        pytest.param("Sign up for our letter", id="sign up"),
        pytest.param("Download our free app", id="download"),
        pytest.param("Join the conversation", id="join"),
        pytest.param("Leave a comment", id="leave a comment"),
        pytest.param("12 comments", id="comments counted"),
        pytest.param("Tags: ferry, fog", id="tags"),
        pytest.param("Photo credit: B. Lund", id="a credit"),
        pytest.param("Posted by Ana Quill", id="posted by"),
        pytest.param("© 2020 Brindle Post", id="copyright"),
        pytest.param("All rights reserved.", id="rights"),
        pytest.param("Loading…", id="loading"),
        pytest.param("  Read\n more ", id="white space does not matter"),
        pytest.param(
            "This text was not edited by Brindle staff and comes from a syndicated feed.", id="a notice of syndication"
        ),
    ],
)
def test_traces_of_a_content_system(paragraph: str) -> None:
    assert is_debris(paragraph)


def test_no_long_paragraph_is_debris() -> None:
    start = "Read more: "
    assert is_debris(start + "x" * (LONGEST - len(start)))
    assert not is_debris(start + "x" * (LONGEST + 1 - len(start)))
