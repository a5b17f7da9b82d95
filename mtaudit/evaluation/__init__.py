"""Findings held against gold: pairs of original and copy, and articles on one event that have no original."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from mtaudit.errors import InputError
from mtaudit.evaluation import events, pairs
from mtaudit.evaluation.events import Cover
from mtaudit.evaluation.pairs import Compare
from mtaudit.evaluation.tally import Tally

__all__ = ["Compare", "Cover", "Evaluation", "Tally", "evaluate"]

EVENTS = "events"
"""The folder whose stories are no pairs, but articles on one event; and the table of their floors."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The figures of a corpus, by name, each story and each event apart and all together."""

    stories: dict[str, Tally]
    events: dict[str, Tally] = field(default_factory=dict)

    @property
    def total(self) -> Tally:
        """All stories' counts added up."""
        return Tally.of(self.stories.values())

    def figures(self) -> dict[str, float]:
        """Every figure that a floor can hold, by name, between 0 and 1; those of events begin with "events."."""
        found = pairs.figures(self.total) if self.stories else {}
        if self.events:
            told = events.figures(Tally.of(self.events.values()))
            found |= {f"{EVENTS}.{name}": value for name, value in told.items()}
        return found

    def lines(self) -> list[str]:
        """The figures as tables to read."""
        told = pairs.lines(self.stories) if self.stories else []
        return [*told, *([""] if told and self.events else []), *(events.lines(self.events) if self.events else [])]

    def violations(self, floors: Path) -> list[str]:
        """A line for each figure below its floor; raises InputError where the floors cannot be read."""
        wanted = _floors(floors)
        have = self.figures()
        unknown = sorted(set(wanted) - set(have))
        if unknown:
            raise InputError(f"{floors}: no such figure: {', '.join(unknown)}; there are {', '.join(sorted(have))}")
        return [
            f"{name}: {have[name]:.3f} is below its floor {floor:.3f}"
            for name, floor in wanted.items()
            if round(have[name], 3) < floor
        ]


def _floors(path: Path) -> dict[str, float]:
    """Each floor by the name of its figure, which in a table begins with the table's name and a stop."""
    try:
        read = tomllib.loads(path.read_bytes().decode())
    except (OSError, ValueError, RecursionError) as error:
        raise InputError(f"{path}: cannot be read ({error})") from None
    wanted: dict[str, object] = {}
    for name, value in read.items():
        wanted |= {f"{name}.{key}": floor for key, floor in value.items()} if isinstance(value, dict) else {name: value}
    floors = {
        name: float(value) for name, value in wanted.items() if isinstance(value, int | float) and _is_share(value)
    }
    if bad := sorted(wanted.keys() - floors.keys()):
        raise InputError(f"{path}: {', '.join(bad)}: a floor is a number from 0 to 1")
    return floors


def _is_share(value: float) -> bool:
    return not isinstance(value, bool) and 0 <= value <= 1


def evaluate(folder: Path, compare: Compare, cover: Cover | None = None) -> Evaluation:
    """Every story below `folder` that has a gold.json, and every event where `cover` audits those.

    Raises InputError where there is none.
    """
    golds = sorted(folder.glob("**/gold.json"))
    told = [path for path in golds if path.parent.parent.name == EVENTS]
    stories = [path for path in golds if path not in told]
    if not stories and not (told and cover):
        raise InputError(
            f"{folder}: no gold.json in it or below; a story is a folder with original, copy and gold.json"
        )
    return Evaluation(
        {gold.parent.name: pairs.story(gold, compare) for gold in stories},
        {gold.parent.name: events.event(gold, cover) for gold in told} if cover else {},
    )
