"""What a detector looks like, of corruptions in a pair, in one of several articles, in a text alone; and its cases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Protocol

from mtaudit.mqm import Category, Severity
from mtaudit.records import Comparison, Event, Parsed, Suspicion

GLOSSARY = "glossary"
"""What the findings of the house's glossary are called; it judges like a detector and is none of the registry."""


@dataclass(frozen=True, slots=True)
class Case:
    """An example that is also a test: what must be flagged stands in `[[…]]` on the side(s) it is flagged.

    Without brackets the detector must stay silent. Several flagged places are several brackets; a bracket
    on both sides is one finding with two spans, in order. `severity` is that of the gravest place flagged.
    """

    original: str
    copy: str
    why: str = ""
    severity: Severity | None = None

    @property
    def texts(self) -> tuple[tuple[str, str], ...]:
        """Each text with what it is."""
        return ("Original", self.original), ("Copy", self.copy)


@dataclass(frozen=True, slots=True)
class TextCase:
    """An example of a text alone; what must be flagged stands in `[[…]]`, without which it must stay silent.

    `severity` is that of the gravest place flagged.
    """

    text: str
    why: str = ""
    severity: Severity | None = None

    @property
    def texts(self) -> tuple[tuple[str, str], ...]:
        """The text with what it is."""
        return (("Text", self.text),)


@dataclass(frozen=True, slots=True)
class EventCase:
    """An example of articles on one event; what must be flagged, in any of them, stands in `[[…]]`.

    `severity` is that of the gravest place flagged.
    """

    articles: tuple[str, ...]
    why: str = ""
    severity: Severity | None = None

    @property
    def texts(self) -> tuple[tuple[str, str], ...]:
        """Each text with what it is."""
        return tuple((f"Outlet {number}", article) for number, article in enumerate(self.articles, 1))


AnyCase = Case | TextCase | EventCase


class PairDetector(Protocol):
    """Looks for one kind of corruption in a comparison.

    An implementation is a frozen dataclass alone in a file named after it; its fields are its options, its
    docstring is its manual page. A `general` detector runs last and sees only differences that no
    equivalence and no special detector has claimed.
    """

    category: ClassVar[Category]
    general: ClassVar[bool]
    cases: ClassVar[tuple[Case, ...]]

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Yield what is suspicious, in the order of the text."""
        ...


class CoverageDetector(Protocol):
    """Looks for one kind of corruption in an article that others on the same event contradict.

    Its suspicions have a span in the copy alone, and the witnesses that contradict it and those that do not.
    """

    category: ClassVar[Category]
    cases: ClassVar[tuple[EventCase, ...]]

    def __call__(self, event: Event, article: int) -> Iterator[Suspicion]:
        """Yield what is suspicious in the article of this number, in the order of its text."""
        ...


class TextDetector(Protocol):
    """Looks for one symptom of damage in a text by itself. None of its suspicions is graver than major."""

    category: ClassVar[Category]
    cases: ClassVar[tuple[TextCase, ...]]

    def __call__(self, text: Parsed) -> Iterator[Suspicion]:
        """Yield what is suspicious, in the order of the text."""
        ...


Detector = PairDetector | CoverageDetector | TextDetector
