"""The run's page as plain values: a line per copy, what they amount to, and what has no audit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from mtaudit.mqm import Severity
from mtaudit.records import Basis, RelationKind, Run
from mtaudit.render.html.lines import CODE, CopyLine
from mtaudit.render.html.plots import Plots, plots
from mtaudit.render.html.view import Article, Count, article
from mtaudit.render.reading.failing import Broke, broke
from mtaudit.render.reading.names import names
from mtaudit.render.reading.text import one_line
from mtaudit.render.reading.verdict import (
    RELATION,
    SEVERITIES,
    SIGN,
    counted,
    unaudited,
)

_BASIS = {Basis.PAIR: "its original", Basis.COVERAGE: "other articles", Basis.TEXT: "its text alone"}
_GRAVE = {
    Severity.CRITICAL: ("misleads its readers", "mislead their readers"),
    Severity.MAJOR: ("has major findings", "have major findings"),
}
_MILD = ("has no grave finding", "have no grave finding")


@dataclass(frozen=True, slots=True)
class Choice:
    """What a table can be filtered by: the value that a line must have, its name, and how many lines have it."""

    value: str
    name: str
    number: int


@dataclass(frozen=True, slots=True)
class Filters:
    """The choices that tell lines apart; none where all lines are alike."""

    outlets: tuple[Choice, ...]
    worst: tuple[Choice, ...]
    bases: tuple[Choice, ...]
    relations: tuple[Choice, ...]
    categories: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class RunView:
    """The run: what it amounts to in a sentence, its plots and table, and what has no audit or failed.

    `batches` are the lines, gravest first, in parts of which a browser lays out only those in view; `names` tell copies
    of one title apart, by the name of each document.
    """

    title: str
    headline: str
    worst: str
    summary: str
    severities: tuple[Count, ...]
    plots: Plots
    filters: Filters
    batches: tuple[tuple[CopyLine, ...], ...]
    names: Mapping[str, str]
    number: int
    has_intervals: bool
    unmatched: tuple[Article, ...]
    failures: tuple[Broke, ...]
    signature: str


def run_view(lines: Sequence[CopyLine], run: Run, batch: int = 50) -> RunView:
    """The overview of audits of which there are these lines, and of what a run has beside audits."""
    ordered = sorted(lines, key=lambda line: (*line.gravity, line.title))
    totals = [sum(numbers) for numbers in zip(*(line.counts for line in lines), strict=True)] or [0] * len(SEVERITIES)
    severities = tuple(Count(s, SIGN[s], n) for s, n in zip(SEVERITIES, totals, strict=True))
    without = unaudited(run, {line.id for line in lines})
    return RunView(
        title="Audit of " + counted(len(lines), "copy", "copies"),
        headline=_headline(lines, len(run.failures)),
        worst=next((s for s, n in zip(SEVERITIES, totals, strict=True) if n), Severity.NEUTRAL),
        summary=_summary(lines, severities, len(without), len(run.failures)),
        severities=severities,
        plots=plots(lines),
        filters=_filters(lines),
        batches=tuple(tuple(ordered[at : at + batch]) for at in range(0, len(ordered), batch)),
        names={name: one_line(short) for name, short in names(line.id for line in lines).items()},
        number=len(lines),
        has_intervals=any(line.interval for line in lines),
        unmatched=tuple(article(document) for document in without),
        failures=tuple(map(broke, run.failures)),
        signature=run.signature,
    )


def _headline(lines: Sequence[CopyLine], failures: int) -> str:
    """First what could not be checked; then how many copies mislead, lose something, or have no grave finding."""
    in_part = sum(line.failed > 0 for line in lines)
    failed = [counted(failures, "failure")] if failures else []
    failed += [f"{counted(in_part, 'copy', 'copies')} checked in part"] if in_part else []
    told = _found(lines)
    return f"Not everything could be checked ({', '.join(failed)}). {told}" if failed else told


def _found(lines: Sequence[CopyLine]) -> str:
    if not lines:
        return "No copy was audited."
    critical, major = (sum(_worst(line) is severity for line in lines) for severity in _GRAVE)
    numbers = (critical, major, len(lines) - critical - major)
    parts = [(n, words) for n, words in zip(numbers, (*_GRAVE.values(), _MILD), strict=True) if n]
    if len(parts) == 1:
        (number, (one, many)), *_ = parts
        return f"The copy {one}." if number == 1 else f"{'Both' if number == 2 else f'All {number}'} copies {many}."
    (first, words), *rest = parts
    told = [f"{first} of {len(lines)} copies {words[first > 1]}", *(f"{n} {w[n > 1]}" for n, w in rest)]
    return f"{', '.join(told)}."


def _worst(line: CopyLine) -> Severity | None:
    return next((s for s, count in zip(SEVERITIES, line.counts, strict=True) if count), None)


def _summary(lines: Sequence[CopyLine], severities: Sequence[Count], without: int, failed: int) -> str:
    silenced = sum(line.suppressed for line in lines)
    parts = [counted(sum(count.number for count in severities), "finding")]
    parts += [f"{silenced} suppressed"] if silenced else []
    alone = sum(line.kind[0] != Basis.PAIR[0] for line in lines) + without
    parts += [f"{counted(alone, 'copy', 'copies')} without an original"] if alone else []
    parts += [counted(failed, "failure")] if failed else []
    return ", ".join(parts)


def _filters(lines: Sequence[CopyLine]) -> Filters:
    kinds = [line.kind for line in lines]
    worst = Counter(_worst(line) for line in lines)
    found = Counter(category for line in lines for category, _ in line.categories)
    severe = [Choice(s, s, worst[s]) for s in SEVERITIES if worst[s]]
    severe += [Choice("none", "nothing found", worst[None])] if worst[None] else []
    outlets = Counter(line.outlet for line in lines)
    return Filters(
        outlets=_telling(
            [Choice(name, name or "unknown", outlets[name]) for name in sorted(outlets, key=str.casefold)]
        ),
        worst=_telling(severe),
        bases=_telling(_named(_BASIS, Counter(kind[0] for kind in kinds))),
        relations=_telling(_named(RELATION, Counter(kind[1] for kind in kinds))),
        categories=tuple(Choice(CODE[c], c, n) for c, n in sorted(found.items(), key=lambda item: (-item[1], item[0]))),
    )


def _named(names: dict[Basis, str] | dict[RelationKind, str], numbers: Counter[str]) -> list[Choice]:
    return [Choice(what[0], name, numbers[what[0]]) for what, name in names.items() if numbers[what[0]]]


def _telling(choices: Collection[Choice]) -> tuple[Choice, ...]:
    """The choices where there are several to choose from."""
    return tuple(choices) if len(choices) > 1 else ()
