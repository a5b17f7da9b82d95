"""What detectors of marks read alike: with what a sentence begins, and which quotation marks belong together."""

from __future__ import annotations

from mtaudit.lexicon.closed_class import DETERMINERS
from mtaudit.records import Parsed, Span
from mtaudit.text.quote_marks import Quoted, marks, pairs

BEGINS = (DETERMINERS - frozenset(("which", "that", "what", "whose"))) | frozenset(
    "it he she they we you there".split()
)
"""With these a sentence of its own begins, which only lost its capital."""


def quoted(text: Parsed, within: Span) -> tuple[Quoted, ...]:
    """The quotations of a paragraph by their double marks, in order."""
    return tuple(pairs(marks(text.document.text, within.start, within.end)))
