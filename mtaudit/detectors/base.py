"""What a detector looks like, of corruptions in a pair, in one of several articles, in a text alone; and its cases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Protocol

from mtaudit.mqm import Category, Severity
from mtaudit.records import Comparison, Event, Parsed, Suspicion

GLOSSARY = "glossary"
"""What the findings of the house's glossary are called; it judges like a detector and is none of the registry."""


@dataclass(frozen=True, slots=True, init=False)
class Case:
    """An example that is also a test: one text for a detector of texts, original and copy for one of pairs, as many
    articles as there are for one of events. What must be flagged stands in `[[…]]`.

    Without brackets the detector must stay silent. Several flagged places are several brackets; in a pair a bracket
    on both sides is one finding with two spans, in order. `severity` is that of the gravest place flagged, and is given
    wherever one is; `why` says what the case shows.
    """

    texts: tuple[str, ...]
    why: str
    severity: Severity | None

    def __init__(self, *texts: str, why: str = "", severity: Severity | None = None) -> None:
        for name, value in (("texts", texts), ("why", why), ("severity", severity)):
            object.__setattr__(self, name, value)

    @property
    def flagged(self) -> bool:
        """Whether something must be flagged."""
        return any("[[" in text for text in self.texts)


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
    cases: ClassVar[tuple[Case, ...]]

    def __call__(self, event: Event, article: int) -> Iterator[Suspicion]:
        """Yield what is suspicious in the article of this number, in the order of its text."""
        ...


class TextDetector(Protocol):
    """Looks for one symptom of damage in a text by itself. None of its suspicions is graver than major."""

    category: ClassVar[Category]
    cases: ClassVar[tuple[Case, ...]]

    def __call__(self, text: Parsed) -> Iterator[Suspicion]:
        """Yield what is suspicious, in the order of the text."""
        ...


Detector = PairDetector | CoverageDetector | TextDetector
