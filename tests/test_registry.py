"""Plug-ins are found by folder and by entry point; one of another package that breaks costs only itself."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from mtaudit import registry
from mtaudit.errors import UnknownName
from mtaudit.registry import Registered

DETECTOR = '''
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.mqm import Category
from mtaudit.records import Comparison, Suspicion


@dataclass(frozen=True, slots=True, kw_only=True)
class {name}:
    """Something was found by a stranger.

    And this is why.
    """

    category: ClassVar[Category] = Category.TERM
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = ()

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        return iter(())
'''


def entry(name: str) -> Registered[object]:
    group = registry.PAIR_DETECTORS.group
    return Registered(name, object(), "One sentence.", "Why.", f"{group}.{name}", group)


@pytest.mark.parametrize("kind", [registry.detectors, registry.equivalences, registry.metrics])
def test_plug_ins_are_sorted_and_named_as_their_files(kind: object) -> None:
    assert callable(kind)
    found = kind()
    names = [registered.name for registered in found]
    assert names == sorted(set(names))
    for registered in found:
        assert registered.module.rpartition(".")[2].replace("_", "-") == registered.name
        assert registered.built_in


def test_the_folders_are_found_whole() -> None:
    package = Path(registry.__file__).parent
    for folder, found in (
        (package / "detectors" / "pair", registry.pair_detectors()),
        (package / "equivalences", registry.equivalences()),
    ):
        files = [path for path in folder.rglob("*.py") if re.search(r"(?m)^    cases\b", path.read_text("utf-8"))]
        expected = {path.stem.replace("_", "-") for path in files if path.stem != "base"}
        assert {registered.name for registered in found} == expected


def test_the_shape_of_a_kind_is_none_of_the_kind() -> None:
    names = {registered.name for registered in registry.metrics()}
    assert {"bleu", "chrf", "ter", "fidelity"} <= names
    assert "base" not in names


def test_find_gives_the_one_of_that_name() -> None:
    assert registry.find("b", [entry("a"), entry("b")]).name == "b"


def test_an_unknown_name_is_told_the_close_and_the_known_ones() -> None:
    with pytest.raises(UnknownName, match="nmae-changed: no such name; did you mean name-changed") as told:
        registry.find("nmae-changed", [entry("name-changed"), entry("added")])
    assert "known are added, name-changed" in str(told.value)


def test_an_unknown_name_that_is_close_to_none_gets_the_list_alone() -> None:
    with pytest.raises(UnknownName, match=r"^zzz: no such name; known are added$"):
        registry.find("zzz", [entry("added")])


def with_plug_ins(folder: Path, modules: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Runs `mtaudit detectors` where another package with these modules as detectors is installed."""
    about = folder / "stranger-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: stranger\nVersion: 1.0\n")
    entries = "".join(f"{module} = stranger_{module}\n" for module in modules)
    (about / "entry_points.txt").write_text(f"[mtaudit.detectors.pair]\n{entries}")
    for module, code in modules.items():
        (folder / f"stranger_{module}.py").write_text(code)
    return subprocess.run(
        [sys.executable, "-m", "mtaudit", "detectors", "--format", "json"],
        env=os.environ | {"PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_detector_of_another_package_is_found_by_its_entry_point(tmp_path: Path) -> None:
    done = with_plug_ins(tmp_path, {"term": DETECTOR.format(name="StrangerTerm")})
    assert done.returncode == 0, done.stderr
    row = next(row for row in json.loads(done.stdout) if row["name"] == "stranger-term")
    assert row["summary"] == "Something was found by a stranger."
    assert not done.stderr


@pytest.mark.parametrize(
    ("code", "why"),
    [
        pytest.param("import no_such_module_anywhere", "ModuleNotFoundError", id="it cannot be imported"),
        pytest.param("1 / 0", "ZeroDivisionError", id="it breaks while it is imported"),
        pytest.param(DETECTOR.format(name="Other"), "must define one public class", id="its class is not named so"),
        pytest.param(
            DETECTOR.format(name="StrangerBroken").replace("frozen=True", "frozen=False"), "frozen", id="it can change"
        ),
        pytest.param(
            DETECTOR.format(name="StrangerBroken").replace("category:", "kind:"),
            "has no category",
            id="it lacks a part",
        ),
    ],
)
def test_a_broken_one_costs_only_itself(tmp_path: Path, code: str, why: str) -> None:
    done = with_plug_ins(tmp_path, {"broken": code, "whole": DETECTOR.format(name="StrangerWhole")})
    assert done.returncode == 0
    names = {row["name"] for row in json.loads(done.stdout)}
    assert "stranger-whole" in names
    assert "stranger-broken" not in names
    assert "stranger_broken" in done.stderr
    assert why in done.stderr
    assert "Traceback" not in done.stderr
