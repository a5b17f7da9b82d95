"""What the detectors of names share: which words came into a name's place."""

from __future__ import annotations

from mtaudit.records import ComparedBead, DifferenceKind


def together(bead: ComparedBead, i: int, j: int) -> bool:
    """Whether one replacement took the one word and gave the other."""
    replaced = (d for d in bead.differences if d.kind is DifferenceKind.REPLACED)
    return any(i in d.original and j in d.copy for d in replaced)
