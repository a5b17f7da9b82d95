"""What a shell is told that it may offer, asked as the shells ask; and the scripts that ask."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from mtaudit import manual, registry
from mtaudit.cli import COMPLETE, main
from mtaudit.cli.completing import ENDINGS
from mtaudit.cli.completion import SHELLS
from mtaudit.render.formats import GATE

ROOT = Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def offered(line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What is offered for the last word of the line, `type,value`, as click's script for bash asks."""
    monkeypatch.setenv(COMPLETE, "bash_complete")
    monkeypatch.setenv("COMP_WORDS", line)
    monkeypatch.setenv("COMP_CWORD", str(line.count(" ")))
    assert main([]) == 0
    told = capsys.readouterr()
    assert not told.err
    return told.out.split()


def plain(*values: str) -> list[str]:
    return [f"plain,{value}" for value in values]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("mtaudit bas", ["baseline"]),
        ("mtaudit man", []),
        ("mtaudit check --form", ["--format"]),
        ("mtaudit check --format s", ["sarif"]),
        ("mtaudit check --format ", GATE),
        ("mtaudit check copies --output sar", ["sarif=check.sarif"]),
        ("mtaudit check copies --output json=check.json --output jun", ["junit=check.junit.xml"]),
        ("mtaudit check --fail-on ", ["critical", "major", "minor"]),
        ("mtaudit explain number-c", ["number-changed"]),
        ("mtaudit explain sev", ["severity"]),
        ("mtaudit explain contrac", ["contraction"]),
        ("mtaudit completion ", SHELLS),
        ("mtaudit cache c", ["clear"]),
    ],
)
def test_words_are_offered(
    line: str, words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert offered(line, monkeypatch, capsys) == plain(*words)


@pytest.mark.parametrize(
    "line",
    [
        "mtaudit check co",
        "mtaudit check copies --originals ar",
        "mtaudit check copies --coverage ",
        "mtaudit audit copies --originals archive more --primary ru",
        "mtaudit compare original.txt co",
        "mtaudit watch feed.xml --originals ",
        "mtaudit index ar",
        "mtaudit read pa",
    ],
)
def test_files_are_left_to_the_shell(
    line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert offered(line, monkeypatch, capsys) == [f"file,{line.rpartition(' ')[2]}"]


def test_files_behind_a_format_are_offered(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("out-b.sarif", "out-a.sarif", "other.sarif"):
        (folder / name).touch()
    assert offered("mtaudit check --output sarif=out", monkeypatch, capsys) == plain(
        "sarif=out-a.sarif", "sarif=out-b.sarif"
    )


def test_profiles_of_the_settings_are_offered(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert offered("mtaudit check --profile ", monkeypatch, capsys) == []
    (folder / "mtaudit.toml").write_text("[profile.wire]\n[profile.desk]\n", encoding="utf-8")
    assert offered("mtaudit check --profile ", monkeypatch, capsys) == plain("desk", "wire")
    (folder / "mtaudit.toml").write_text("[profile.wire\n", encoding="utf-8")
    assert offered("mtaudit check --profile ", monkeypatch, capsys) == []


def test_every_page_of_the_manual_is_offered(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    plugins = [entry.name for entry in (*registry.detectors(), *registry.equivalences())]
    assert offered("mtaudit explain ", monkeypatch, capsys) == plain(*sorted({*manual.topics(), *plugins}))


def test_a_file_is_named_for_each_format_that_needs_it() -> None:
    assert ENDINGS.keys() <= set(GATE)


def test_completing_loads_nothing_that_takes_its_time() -> None:
    code = (
        "import sys\nfrom mtaudit.cli import main\nassert main([]) == 0\n"
        "slow = {'rapidfuzz', 'sacrebleu', 'langdetect', 'jinja2', 'rich', 'ftfy', 'numpy', 'onnx', 'httpx', 'lxml'}\n"
        "print(sorted(slow & set(sys.modules)), file=sys.stderr)"
    )
    for line in ("mtaudit ", "mtaudit explain n", "mtaudit check --format s", "mtaudit check --profile w"):
        asked = {
            "PYTHONPATH": str(ROOT),
            COMPLETE: "bash_complete",
            "COMP_WORDS": line,
            "COMP_CWORD": str(line.count(" ")),
        }
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=os.environ | asked
        )
        assert done.stderr.strip() == "[]", line


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_asks_this_program(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    told = capsys.readouterr().out
    assert f"{COMPLETE}={shell}_complete" in told
    assert "mtaudit" in told


def test_another_shell_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", "tcsh"]) == 2
    assert "'bash', 'zsh', 'fish'" in capsys.readouterr().err


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")
def test_bash_completes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", "bash"]) == 0
    program = folder / "mtaudit"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m mtaudit "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    script = capsys.readouterr().out + (
        'COMP_WORDS=(mtaudit explain number-ch); COMP_CWORD=2\n_mtaudit_completion mtaudit\necho "${COMPREPLY[@]}"\n'
    )
    environment = os.environ | {
        "PATH": f"{folder}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
    }
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.split() == ["number-changed"]
