"""Syndication notice: the article says that it came out of a feed and that nobody edited it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.text._reading import seen
from mtaudit.lexicon.notices import is_syndication_notice
from mtaudit.mqm import Category, Severity
from mtaudit.records import Parsed, Suspicion


@dataclass(frozen=True, slots=True, kw_only=True)
class SyndicationNotice:
    """A sentence under the article tells that it was published from a feed without a person's hand.

    It is no error, and neutral: many sound articles carry one. But it says that nobody of the outlet read the text, and
    most machine-made copies come through such feeds, so it counts where it is judged whether the text was translated.
    It is known by what it is made of, not by its wording: it speaks of "this story" and of a feed, of hands that did
    not touch it, or of the machine that made it. Sentences of the story about feeds and agencies are none.
    """

    category: ClassVar[Category] = Category.BOILERPLATE
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "The dam broke.\n\n[[This story was published from an agency feed without any edits to the text.]]",
            severity=Severity.NEUTRAL,
        ),
        Case(
            "The dam broke.\n\n[[(This article is auto-generated from a syndicated feed.)]]", severity=Severity.NEUTRAL
        ),
        Case(
            "Rates rose.\n\n[[Apart from the headline, this report has not been edited by our newsroom.]]",
            severity=Severity.NEUTRAL,
        ),
        Case(
            "Rates rose.\n\n[[Disclaimer: This post was automatically published from a news feed.]]",
            severity=Severity.NEUTRAL,
        ),
        Case(
            "The keeper was sold.\n\n[[This copy is unedited and came through a third-party feed.]]",
            severity=Severity.NEUTRAL,
        ),
        Case("The keeper was sold. He wept.\n\n[[Auto-generated from an RSS feed]]", severity=Severity.NEUTRAL),
        Case(
            "Voters chose Hale.\n\n[[This news item is unmodified and was supplied by a wire service.]]",
            severity=Severity.NEUTRAL,
        ),
        Case(
            "Snow fell.\n\n[[This content was imported from our partner feed without human intervention.]]",
            severity=Severity.NEUTRAL,
        ),
        Case(
            "The probe landed.\n\n[[The above article was sourced from a wire agency; only its headline was changed.]]",
            severity=Severity.NEUTRAL,
        ),
        Case(
            "Snow fell.\n\n[[(This text was not produced by our editors but taken from a syndicated source.)]]",
            severity=Severity.NEUTRAL,
        ),
        Case("The agency fed its horses from a wire feeder until May.", why="another feed"),
        Case("The news agency published the report on Monday without a date.", why="a story about an agency"),
        Case("This story has two sides, and the court heard one of them.", why="a story"),
        Case("“This story was not edited,” the editor of the feed told the court.", why="a quotation"),
        Case("The firm sells syndicated loans and a news service.", why="syndicated loans"),
        Case("This report was written by our staff in Riga and Oslo.", why="by people"),
        Case("Our editors changed the headline of this article on Monday to name the judge.", why="a correction"),
        Case("The article was automatically deleted from the feed of the minister.", why="a story about a feed"),
        Case("This article was translated by a machine.", why="a notice of another kind"),
    )

    def __call__(self, text: Parsed) -> Iterator[Suspicion]:
        """Every such sentence, wherever it stands."""
        for segment in text.segments:
            if is_syndication_notice(segment.span.of(text.document.text)):
                yield seen(
                    segment.span,
                    "The text came out of a feed, and says that no person of the outlet edited it.",
                    "This is no error; it tells that nobody looked at the text before it was published.",
                    severity=Severity.NEUTRAL,
                    confidence=0.95,
                )
