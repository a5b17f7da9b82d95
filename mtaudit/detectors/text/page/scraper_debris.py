"""Scraper debris: what surrounds an article on its page stands in it as if it were text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.text._reading import paragraphs, seen
from mtaudit.lexicon.notices import is_syndication_notice, is_translation_notice
from mtaudit.mqm import Category, Severity
from mtaudit.records import Parsed, Role, Suspicion

_CALL = re.compile(
    r"^\W*(?:please |now |just |don[’']t forget to |be sure to |you can (?:also )?|to .{1,40}, )?"
    r"(?:subscribe|sign up|register|join|follow|like|share|download|install|click|tap|support|donate|"
    r"consider|help|visit|send|leave|check out|stay|get|read|find|contact|advertise|thank(?:s| you) for)\b"
    r"(?=.{0,160}\b(?:our|us|your|you)\b)",
    re.IGNORECASE,
)
_OUTLET = re.compile(
    r"\b(?:newsletters?|apps?|inbox|e-?mail alerts?|alerts?|notifications?|channels?|social media|facebook|twitter"
    r"|instagram|telegram|whatsapp|youtube|linkedin|community|subscribers?|subscription|journalism|readers?|reading|comments?"
    r"|podcast|website|web site|friends|advertis\w+|breaking news|coverage|donation|membership|members?)\b",
    re.IGNORECASE,
)

_TOLD = re.compile(r"\b(?:said|says|told|wrote|asked|added|warned|read)\b", re.IGNORECASE)

LONGEST = 300
"""Code points: longer paragraphs that call to the reader are an editor's column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScraperDebris:
    """A shortcode, an ad slot, a footer, a link to another story, or a call to the reader stands in the text.

    Scrapers take along what surrounds an article. It misleads nobody, but it shows that no person looked at the
    text. Notices that the text came out of a feed are another matter (`syndication-notice`). A paragraph that calls to
    the reader is known by its imperative, by "our" or "your", and by something that an outlet offers; quotations and
    columns that speak to the reader of other things are left alone. Minor for what a machine left (shortcodes,
    templates, "Source link"), and for calls, since they interrupt the story.
    """

    category: ClassVar[Category] = Category.BOILERPLATE
    cases: ClassVar[tuple[Case, ...]] = (
        Case("[[[ad_1]]]\n\nThe dam broke at noon.", severity=Severity.MINOR),
        Case("The dam broke at noon.\n\n[[Source link]]", severity=Severity.MINOR),
        Case("Rates rose on Monday.\n\n[[Related Story]]\n\nShares fell.", severity=Severity.MINOR),
        Case(
            "Rates rose on Monday.\n\n[[Sign up for our morning newsletter and get the news in your inbox.]]",
            severity=Severity.MINOR,
        ),
        Case(
            "The keeper was sold.\n\n[[Thank you for reading. If you liked this, share it with your friends.]]",
            severity=Severity.MINOR,
        ),
        Case("The keeper was sold.\n\n[[Advertisement]]\n\nHe wept.", severity=Severity.MINOR),
        Case("Voters chose Hale.\n\n[[Download our free app for breaking news.]]", severity=Severity.MINOR),
        Case("Voters chose Hale.\n\n[[Follow us on Facebook]]", severity=Severity.MINOR),
        Case(
            "Snow closed the pass.\n\n[[Please support our journalism with a small donation.]]", severity=Severity.MINOR
        ),
        Case("The court freed him.\n\n[[Read more: Ten trials that shook Riga]]", severity=Severity.MINOR),
        Case("Join us, the rebels told the guards, and you will live.", why="no outlet's offer"),
        Case("“Follow us on Twitter,” the mayor told voters.", why="a quotation"),
        Case("Share prices fell again after the vote in your state.", why="begins like a call"),
        Case("Follow the money, the judge told your readers.", why="somebody says so"),
        Case("Readers of our newsletter chose the book of the year in May.", why="a sentence"),
        Case("The app sends alerts to your phone when the dam is full.", why="a story about an app"),
        Case("Sign language was taught in May.", why="begins like a call"),
        Case("Get well soon, the card to the keeper said.", why="no outlet's offer"),
        Case("Subscribers left the paper in May.", why="a sentence"),
        Case("Rates rose.\n\nThis article was auto-generated from a syndicated feed.", why="a notice of its own kind"),
    )

    def __call__(self, text: Parsed) -> Iterator[Suspicion]:
        """Every paragraph that is no part of the article."""
        for span, role in paragraphs(text, None):
            said = span.of(text.document.text)
            if (role is not Role.DEBRIS and not is_call(said)) or said.startswith(("“", '"')):
                continue
            if is_syndication_notice(said) or is_translation_notice(said):
                continue
            yield seen(
                span,
                f"“{said[:80]}” is no part of the article.",
                "It was left by a scraper or a content system when the text was taken from its page.",
                severity=Severity.MINOR,
                confidence=0.95 if role is Role.DEBRIS else 0.8,
            )


def is_call(paragraph: str) -> bool:
    """Whether an outlet calls to its readers: an imperative, "our" or "your", and something that it offers."""
    if len(paragraph) > LONGEST or any(mark in paragraph for mark in '“”"'):
        return False
    return bool(_CALL.match(paragraph) and _OUTLET.search(paragraph) and not _TOLD.search(paragraph, 1))
