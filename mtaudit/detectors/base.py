"""What a detector of corruptions in a pair looks like, and the form of its cases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Protocol

from mtaudit.mqm import Category
from mtaudit.records import Comparison, Suspicion

GLOSSARY = "glossary"
"""What the findings of the house's glossary are called; it judges like a detector and is none of the registry."""


@dataclass(frozen=True, slots=True)
class Case:
    """An example that is also a test: what must be flagged stands in `[[…]]` on the side(s) it is flagged.

    Without brackets the detector must stay silent. Several flagged places are several brackets; a bracket
    on both sides is one finding with two spans, in order.
    """

    original: str
    copy: str
    why: str = ""


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
