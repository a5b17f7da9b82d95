"""What a metric looks like, and an alignment in the form that sacreBLEU wants."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Protocol

from mtaudit.records import Alignment, Bead, Comparison, Document, Finding, Role, Score, Segment


class Metric(Protocol):
    """Scores a pair from its comparison and its findings.

    An implementation is a frozen dataclass alone in a file named after it; its fields are its options and
    make its signature, as in sacreBLEU.
    """

    needs_verdicts: ClassVar[bool]
    """Whether the score is made of findings, and so means nothing where the detectors did not run."""

    def __call__(self, comparison: Comparison, findings: Sequence[Finding]) -> Score | None:
        """The score with its signature; None where it cannot be measured."""
        ...


def streams(alignment: Alignment) -> tuple[list[str], list[list[str]]]:
    """Hypotheses (of the copy) and reference streams (of the original), a bead as a segment.

    Debris of the copy is no translation and is left out.
    """
    hypotheses, references = [], []
    for bead in alignment.beads:
        if is_debris(bead):
            continue
        hypotheses.append(_text(alignment.pair.copy, bead.copy))
        references.append(_text(alignment.pair.original, bead.original))
    return hypotheses, [references]


def is_debris(bead: Bead) -> bool:
    """Whether the bead holds nothing but debris of the copy."""
    return not bead.original and all(s.role is Role.DEBRIS for s in bead.copy)


def _text(document: Document, segments: Sequence[Segment]) -> str:
    return " ".join(" ".join(s.span.of(document.text).split()) for s in segments)
