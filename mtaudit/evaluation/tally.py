"""Counts of which every figure is made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of which every figure is made; tallies add up over stories."""

    counts: Counter[str]

    @classmethod
    def of(cls, tallies: Iterable[Tally]) -> Tally:
        """All the tallies' counts added up."""
        return cls(sum((tally.counts for tally in tallies), Counter()))

    def share(self, part: str, whole: str) -> float:
        """The share of one count in another; 1 where there was nothing to count."""
        return self.counts[part] / self.counts[whole] if self.counts[whole] else 1.0
