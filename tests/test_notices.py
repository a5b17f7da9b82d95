"""Notices of syndication and translation are told by what they say, in wordings that nobody listed."""

from __future__ import annotations

import pytest

from mtaudit.lexicon.notices import LONGEST, is_syndication_notice, is_translation_notice


@pytest.mark.parametrize(
    "sentence",
    [
        "This story was published from a wire agency feed and the text has not been modified.",
        "(This report has been auto-generated from a syndicated feed.)",
        "Except for the headline, this article is unedited and was published from a syndicated feed.",
        "This post was automatically generated from an agency feed; our staff did not touch it.",
        "Disclaimer: This is an unedited story, and this content came from a news agency.",
        "This news article has not been edited by our editorial team and was received from a feed.",
        "Our newsroom did not write it: this piece comes from a syndicated source without changes.",
        "The above story is unaltered; it was supplied by a wire service.",
        "This copy was imported from a partner feed with no edit, without human intervention.",
        "This text was created by machine-generated import from an RSS feed.",
        "Auto-generated from a syndicated feed",
        "  This   story\nwas not edited by our staff and was published as received.  ",
    ],
)
def test_a_notice_of_syndication(sentence: str) -> None:
    assert is_syndication_notice(sentence)
    assert not is_translation_notice(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "The agency published the report on Monday.",
        "This story was written by our staff in Oslo.",
        "This report was published by the agency in May.",
        "The farm feeds its cattle without changes to the mix.",
        "This article was corrected on Monday: the mayor was not at the ferry.",
        "“This story was auto-generated from a syndicated feed,” the clerk read out.",
        "This news reached the team from a feed of the space agency.",
        "This content was removed by the platform, which named no reason.",
        "This text has been the law of the land since 1911.",
        "This story was published from a syndicated feed without changes. " + "And so on. " * 60,
    ],
)
def test_what_is_no_notice_of_syndication(sentence: str) -> None:
    assert not is_syndication_notice(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "This article has been machine-translated from Greek.",
        "This story was automatically translated.",
        "This text is an automatic translation of the Polish one.",
        "Translated from Finnish with an online translator.",
        "Translated by AI",
        "(Machine translation)",
        "The following report was translated from Thai using artificial intelligence.",
    ],
)
def test_a_notice_of_translation(sentence: str) -> None:
    assert is_translation_notice(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "Translated from Finnish by Ada Brook.",
        "This article was translated by Ada Brook and Jon Frost.",
        "The firm translates patents with software.",
        "Translations by machine are banned in the court.",
        "“This was machine translated,” he said.",
        "Translated by AI" + " and by hand" * LONGEST,
    ],
)
def test_what_is_no_notice_of_translation(sentence: str) -> None:
    assert not is_translation_notice(sentence)
