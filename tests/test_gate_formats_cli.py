"""`mtaudit check` writes its formats: several at once, the manual in SARIF, the summary of a GitHub step."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from mtaudit import registry
from mtaudit.cli import main
from mtaudit.render.formats import GATE

ORIGINAL = (
    "The mayor opened the new bridge on Tuesday. About 40 guests came to the ceremony.\n\n"
    "The bridge cost 12 million euros and carries two lanes of traffic across the river.\n"
)
COPY = ORIGINAL.replace("12 million", "21 million")


@pytest.fixture
def pair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    Path("original.txt").write_text(ORIGINAL, encoding="utf-8")
    Path("copy.txt").write_text(COPY, encoding="utf-8")
    return tmp_path


def check(*words: str) -> int:
    return main(["check", "copy.txt", "--originals", "original.txt", "--no-model", *words])


def test_all_formats_at_once(pair: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = [word for name in GATE for word in ("--output", f"{name}=out.{name}")]
    assert check("--quiet", *asked) == 1
    assert capsys.readouterr().out == ""
    for name in GATE:
        assert "number-changed" in (pair / f"out.{name}").read_text(encoding="utf-8")
    assert ET.parse("out.junit").getroot().attrib["failures"] == "1"
    assert (pair / "out.csv").read_bytes().startswith(b'\xef\xbb\xbf"level"')
    assert b"\r\r\n" not in (pair / "out.csv").read_bytes()


@pytest.mark.usefixtures("pair")
def test_sarif_has_the_manual_of_every_detector() -> None:
    assert check("--output", "sarif=out.sarif") == 1
    driver = json.loads(Path("out.sarif").read_text(encoding="utf-8"))["runs"][0]["tool"]["driver"]
    assert {entry.name for entry in registry.detectors()} <= {rule["id"] for rule in driver["rules"]}
    assert all(rule["help"]["markdown"].startswith(f"# {rule['id']}\n\n") for rule in driver["rules"])


@pytest.mark.usefixtures("pair")
def test_github_gets_annotations_on_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    assert check("--format", "github") == 1
    first = capsys.readouterr().out.split("\n")[0]
    assert first.startswith("::error file=copy.txt,line=3,endLine=3,col=17,")
    assert "title=critical number-changed::" in first


def test_the_summary_of_a_github_step_is_added_to(pair: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    summary = pair / "summary.md"
    summary.write_text("# Before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    check("--format", "json")
    assert summary.read_text(encoding="utf-8") == "# Before\n"
    check("--format", "github")
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("# Before\n### ❌ mtaudit: the gate is closed\n")
    assert "number-changed" in text


def test_a_summary_that_cannot_be_written_is_an_error(
    pair: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(pair / "no" / "summary.md"))
    assert check("--format", "github") == 2
    assert "cannot be written" in capsys.readouterr().err
