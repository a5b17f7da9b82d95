"""The findings of a run as a table for a spreadsheet."""

from __future__ import annotations

from dataclasses import dataclass

from mtaudit.records import Run
from mtaudit.render.gate import csv
from mtaudit.render.gate.listing import ungated


@dataclass(frozen=True, slots=True, kw_only=True)
class Csv:
    """One finding a row, in the columns of the gate's table without those that only mean something to a gate.

    Attributes:
        mark: As there.
    """

    mark: bool = True

    def __call__(self, run: Run) -> str:
        """The whole file."""
        return csv.Csv(mark=self.mark, gate=False)(ungated(run))
