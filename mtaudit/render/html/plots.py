"""What many copies amount to, as plots: how fidelity is spread, which outlet keeps how much, what was found.

Lengths are in units of the drawing, which the style sheet stretches.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from mtaudit.mqm import Category
from mtaudit.render.html.lines import CODE, CopyLine
from mtaudit.render.reading.verdict import SEVERITIES

BINS = 10
"""Bars of the distribution, each for ten of a hundred."""

HEIGHT = 100
"""Units of the highest bar, and of the longest."""

_SHOWN = 10  # outlets that are not folded away


@dataclass(frozen=True, slots=True)
class Bin:
    """A bar of the distribution: the fidelities from `low` on, below `high`, and how high it stands."""

    low: int
    high: int
    number: int
    height: float


@dataclass(frozen=True, slots=True)
class Spread:
    """How the fidelity of the copies is spread."""

    bins: tuple[Bin, ...]
    number: int
    median: str

    @property
    def sentence(self) -> str:
        """The same for those who do not see it."""
        told = ", ".join(f"{b.number} from {b.low} to {b.high}" for b in self.bins if b.number)
        return f"Fidelity of {self.number} copies: {told}; median {self.median}"


@dataclass(frozen=True, slots=True)
class OutletBar:
    """An outlet: its copies, how many of them have a critical finding, and the least, middle and greatest fidelity."""

    value: str
    name: str
    copies: int
    critical: int
    low: float
    median: float
    high: float


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a bar, of one severity."""

    severity: str
    start: float
    width: float


@dataclass(frozen=True, slots=True)
class CategoryBar:
    """A category with its findings of each severity, worst first, as the parts of a bar."""

    category: str
    code: str
    counts: tuple[int, ...]
    total: int
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Plots:
    """All plots of a run; None and nothing where there is nothing to compare. `more` outlets are folded away."""

    spread: Spread | None
    outlets: tuple[OutletBar, ...]
    more: tuple[OutletBar, ...]
    categories: tuple[CategoryBar, ...]


def plots(lines: Sequence[CopyLine]) -> Plots:
    """The plots of these lines; outlets with the least fidelity first, categories with the gravest findings first."""
    outlets = _outlets(lines)
    return Plots(_spread(lines), outlets[:_SHOWN], outlets[_SHOWN:], _categories(lines))


def _spread(lines: Iterable[CopyLine]) -> Spread | None:
    values = [line.fidelity for line in lines if line.fidelity is not None]
    if len(values) < 2:
        return None
    numbers = [0] * BINS
    for value in values:
        numbers[min(BINS - 1, int(value * BINS / 100))] += 1
    step, most = 100 // BINS, max(numbers)
    bins = (Bin(n * step, (n + 1) * step, number, round(HEIGHT * number / most, 1)) for n, number in enumerate(numbers))
    return Spread(tuple(bins), len(values), f"{median(values):.1f}")


def _outlets(lines: Iterable[CopyLine]) -> tuple[OutletBar, ...]:
    """One for each outlet that has a fidelity; nothing for a single outlet."""
    by_name: defaultdict[str, list[CopyLine]] = defaultdict(list)
    for line in lines:
        if line.fidelity is not None:
            by_name[line.outlet].append(line)
    bars = [_outlet(name, same) for name, same in by_name.items()]
    return tuple(sorted(bars, key=lambda bar: (bar.median, bar.name))) if len(bars) > 1 else ()


def _outlet(name: str, lines: Sequence[CopyLine]) -> OutletBar:
    values = [round(line.fidelity, 1) for line in lines if line.fidelity is not None]
    critical = sum(line.counts[0] > 0 for line in lines)
    return OutletBar(name, name or "unknown", len(lines), critical, min(values), round(median(values), 1), max(values))


def _categories(lines: Iterable[CopyLine]) -> tuple[CategoryBar, ...]:
    found: defaultdict[Category, list[int]] = defaultdict(lambda: [0] * len(SEVERITIES))
    for line in lines:
        for category, counts in line.categories:
            found[category] = [a + b for a, b in zip(found[category], counts, strict=True)]
    ordered = sorted(found.items(), key=lambda item: ([-n for n in item[1]], item[0]))
    most = max((sum(counts) for counts in found.values()), default=1)
    return tuple(CategoryBar(c, CODE[c], tuple(counts), sum(counts), _parts(counts, most)) for c, counts in ordered)


def _parts(counts: Sequence[int], most: int) -> tuple[Part, ...]:
    parts, start = [], 0.0
    for severity, count in zip(SEVERITIES, counts, strict=True):
        width = HEIGHT * count / most
        if count:
            parts.append(Part(severity, round(start, 2), round(width, 2)))
        start += width
    return tuple(parts)
