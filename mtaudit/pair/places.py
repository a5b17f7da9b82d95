"""Where in a copy a person should look for what it lacks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from mtaudit.records import Comparison, Finding, Span


def placed(comparison: Comparison, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, those on words that the copy lacks with the word before the gap."""
    gaps = _Gaps(comparison)
    return tuple(f if f.copy or f.original is None else replace(f, near=gaps.before(f.original)) for f in findings)


class _Gaps:
    def __init__(self, comparison: Comparison) -> None:
        self._beads = comparison.beads
        self._starts = sorted(
            (segment.span.start, number) for number, bead in enumerate(self._beads) for segment in bead.bead.original
        )

    def before(self, lost: Span) -> Span | None:
        """The copy's word before these words of the original; its first where none is, None where it has nothing."""
        at = bisect_right(self._starts, lost.start, key=lambda entry: entry[0])
        for _, number in reversed(self._starts[:at]):
            bead = self._beads[number]
            before = [k.copy for k in bead.links if bead.original[k.original].span.end <= lost.start]
            if before:
                return bead.copy[max(before)].span
            if bead.copy:
                return bead.copy[0].span
        return next((bead.copy[0].span for bead in self._beads if bead.copy), None)
