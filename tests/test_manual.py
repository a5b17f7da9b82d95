"""A manual page shows all that a plug-in says of itself, and the written pages are the current ones."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import pytest

from mtaudit import manual, registry
from mtaudit.cli import main
from mtaudit.config import schema
from mtaudit.detectors.base import Case
from mtaudit.equivalences.base import Same, Unlike
from mtaudit.mqm import Category, Severity
from mtaudit.records import ComparedBead, Comparison, Difference, Suspicion
from mtaudit.registry import Registered

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, kw_only=True)
class ShipSunk:
    """A ship sank."""

    most: int = 12
    """How many may sink,
    by the Lloyd's Register."""

    seas: frozenset[str] = frozenset({"North Sea", "Baltic", "Adriatic"})

    category: ClassVar[Category] = Category.NUMBER
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case("Twelve *ships* sank.", "12 *ships* sank.", why="same value"),
        Case("The [[12]] ships.", "The [[21]] ships.\nAll of them.", severity=Severity.MAJOR),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        return iter(())


@dataclass(frozen=True)
class Boat:
    """A boat is a ship."""

    cases: ClassVar[tuple[Same | Unlike, ...]] = (Same("a boat", "a ship"), Unlike("a boat", "a car"))

    def __call__(self, bead: ComparedBead, difference: Difference) -> bool:
        return False


PAIR = registry.PAIR_DETECTORS.group

SHIP_SUNK = Registered("ship-sunk", ShipSunk(), "A ship sank.", "Ships sink\nin every translation.", "x", PAIR)
BOAT = Registered("boat", Boat(), "A boat is a ship.", "Sailors know.", "x", "mtaudit.equivalences")

DETECTOR_PAGE = r"""# ship-sunk

A ship sank.

- Kind: detector
- Category: number (MQM: Accuracy / Mistranslation / Number)
- Severity: set for each finding; it costs neutral 0, minor 1, major 5, critical 25 points
- Runs: on a pair, before the general detectors, on all differences

Ships sink
in every translation.

## Options

- `most` = `12`: How many may sink, by the Lloyd's Register.
- `seas` = `{'Adriatic', 'Baltic', 'North Sea'}`

## Flagged

1. Original: The **12** ships.

   Copy: The **21** ships. ¶ All of them.

   Severity: major

## Left alone

1. Original: Twelve \*ships\* sank.

   Copy: 12 \*ships\* sank.

   Why: same value
"""

EQUIVALENCE_PAGE = """# boat

A boat is a ship.

- Kind: equivalence

Sailors know.

## Harmless

1. Original: a boat

   Copy: a ship

## Not explained by it

1. Original: a boat

   Copy: a car
"""


def test_the_page_of_a_detector() -> None:
    assert manual.pages([SHIP_SUNK], [])["ship-sunk"] == DETECTOR_PAGE


def test_the_page_of_an_equivalence() -> None:
    assert manual.pages([], [BOAT])["boat"] == EQUIVALENCE_PAGE


def test_the_index_leads_to_every_page() -> None:
    index = manual.pages([SHIP_SUNK], [BOAT])["index"]
    assert "- [ship-sunk](ship-sunk.md): A ship sank." in index
    assert "- [boat](boat.md): A boat is a ship." in index


def test_writing_makes_the_folder_hold_exactly_these_pages(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    manual.write({"new": "n", "changed": "old", "gone": "g"}, folder)
    made = {"new": "n", "changed": "now", "added": "a"}
    assert manual.stale(made, folder) == ["added", "changed", "gone"]
    manual.write(made, folder)
    assert manual.stale(made, folder) == []
    assert {path.stem: path.read_text("utf-8") for path in folder.iterdir()} == made


def test_the_written_pages_are_current() -> None:
    made = manual.pages(registry.detectors(), registry.equivalences())
    assert manual.stale(made) == [], "bring them up to date with: mtaudit manual"


def test_every_topic_begins_with_its_name_and_a_sentence() -> None:
    for name, page in manual.topics().items():
        title, empty, sentence = page.split("\n")[:3]
        assert (title, empty) == (f"# {name}", "")
        assert sentence.endswith(".")
    assert list(manual.topic_names()) == list(manual.topics())


def test_topics_lead_to_pages_that_there_are() -> None:
    known = {*manual.topics(), *registry.detector_names(), *registry.equivalence_names()}
    for page in (*manual.topics().values(), (ROOT / "README.md").read_text(encoding="utf-8")):
        named = re.findall(r"`mtaudit explain ([a-z-]+)`", page)
        assert set(named) <= known


def test_the_readme_shows_the_layers_of_the_contract() -> None:
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    layers = [set(layer.split(" | ")) for layer in contract[0]["layers"]]
    shown: list[set[str]] = []
    drawn = (ROOT / "README.md").read_text(encoding="utf-8").partition("\ncli  ")[2].partition("\n```")[0]
    for line in drawn.split("\n"):
        modules = set(re.split(r"\s{2,}", line.strip().removeprefix("| "))[0].split(" | "))
        if line.startswith("  | "):
            shown[-1] |= modules
        else:
            shown.append(modules)
    assert shown[1:] == layers[1:]
    assert layers[0] == {"cli"}


def test_the_command_writes_what_is_stale_and_removes_what_has_nothing_behind_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pages, settings = tmp_path / "pages", tmp_path / "schema.json"
    for function in (manual.stale, manual.write):
        monkeypatch.setattr(function, "__defaults__", (pages,))
    monkeypatch.setattr(schema, "FILE", settings)
    assert main(["manual", "--check"]) == 1
    assert f"{settings} is stale" in capsys.readouterr().out
    assert not pages.exists()
    assert main(["manual"]) == 0
    assert f"{settings} written" in capsys.readouterr().out
    names = {entry.name for entry in (*registry.detectors(), *registry.equivalences())} | {"index"}
    assert {page.stem for page in pages.iterdir()} == names
    assert settings.read_text("utf-8") == schema.text()
    (pages / "ship-sunk.md").write_text("gone")
    (pages / "number-changed.md").write_text("old")
    assert main(["manual"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert [line.rpartition("/")[2] for line in told] == ["number-changed.md written", "ship-sunk.md removed"]
    assert main(["manual", "--check"]) == 0
    assert capsys.readouterr().out == ""
