"""A detector's old name is read as the new one wherever a house has written it, and a remark says so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mtaudit import registry
from mtaudit.cli import main
from mtaudit.config import load
from mtaudit.errors import ConfigError
from mtaudit.mqm import Severity
from mtaudit.renamed import RENAMED, current, first

OLD, NEW = "figure-altered", "number-changed"

ORIGINAL = "The fire killed 12 people in the old mill on Monday, and the owner of the mill did not pay for the repairs."


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A working directory with an original and its copy."""
    monkeypatch.chdir(tmp_path)
    Path("o.txt").write_text(ORIGINAL, encoding="utf-8")
    Path("c.txt").write_text(ORIGINAL.replace("12", "21"), encoding="utf-8")


def check(*options: str) -> int:
    return main(["check", "c.txt", "--originals", "o.txt", "--no-model", "--no-cache", *options])


def test_every_new_name_is_known_and_no_old_one() -> None:
    names = {*registry.detector_names(), *registry.equivalence_names(), *(entry.name for entry in registry.metrics())}
    assert {current(name) for name in RENAMED} <= names
    assert not names & RENAMED.keys()


def test_names_that_were_changed_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(RENAMED, "figure-false", OLD)
    monkeypatch.setitem(RENAMED, OLD, NEW)
    assert current("figure-false") == current(NEW) == NEW
    assert first(NEW) == first(OLD) == "figure-false"


@pytest.mark.parametrize(
    "settings",
    [
        pytest.param(f'[detectors.{OLD}]\nlevel = "neutral"', id="a level"),
        pytest.param(f'[[suppress]]\nreason = "known"\ndetector = "{OLD}"', id="a suppression"),
    ],
)
def test_settings_with_an_old_name_hold(
    settings: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check("--no-config") == 1
    Path("mtaudit.toml").write_text(settings, encoding="utf-8")
    with pytest.raises(ConfigError, match="no such detector"):
        load()
    monkeypatch.setitem(RENAMED, OLD, NEW)
    capsys.readouterr()
    assert check() == 0
    told = capsys.readouterr().err
    assert told.startswith("mtaudit: mtaudit.toml: ")
    assert f"{OLD} is called {NEW} now" in told


def test_options_and_levels_of_an_outlet_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(RENAMED, OLD, NEW)
    Path("mtaudit.toml").write_text(
        f'[detectors.{OLD}]\nverbatim = 0.5\n[outlet.Wire]\nlevels = {{ {OLD} = "minor" }}', encoding="utf-8"
    )
    found = load()
    assert found.options == {NEW: {"verbatim": 0.5}}
    assert found.levels.outlets == {"Wire": {NEW: Severity.MINOR}}
    assert [remark.partition(": ")[2] for remark in found.remarks] == [
        f"detectors.{OLD}: {OLD} is called {NEW} now",
        f"outlet.Wire.levels.{OLD}: {OLD} is called {NEW} now",
    ]


def test_a_table_under_both_names_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(RENAMED, OLD, NEW)
    Path("mtaudit.toml").write_text(
        f'[detectors.{OLD}]\nlevel = "minor"\n[detectors.{NEW}]\nlevel = "major"', encoding="utf-8"
    )
    with pytest.raises(ConfigError, match=f"detectors.{OLD}: is called {NEW} now, which stands there too"):
        load()


def test_a_baseline_of_before_knows_its_findings(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As a version would have made it whose detector had another name: that is part of the fingerprint."""
    newer = "figure-became-another"
    assert main(["baseline", "c.txt", "--originals", "o.txt", "--no-model", "--no-cache"]) == 0
    kept = Path("mtaudit-baseline.json")
    monkeypatch.setitem(RENAMED, NEW, newer)
    monkeypatch.setattr("mtaudit.registry._name", lambda module: newer if module.endswith("number_changed") else module)
    registry._found.cache_clear()
    try:
        capsys.readouterr()
        assert check("--baseline", str(kept), "--format", "json") == 0
        out, err = capsys.readouterr()
        assert f"{NEW} is called {newer} now" in err
        ((finding,),) = (copy["findings"] for copy in json.loads(out)["copies"])
        assert finding["detector"] == newer
    finally:
        registry._found.cache_clear()


def test_the_old_name_opens_the_page_of_the_new(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(RENAMED, OLD, NEW)
    assert main(["explain", OLD]) == 0
    assert capsys.readouterr().out.startswith(f"# {NEW}\n")
    assert registry.detector(OLD).name == NEW
