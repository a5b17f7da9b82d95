"""What is shipped for CI: valid by the schemas of those who read it, and run here as they run it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).parent.parent
ORIGINAL = (
    "The mayor opened the new bridge on Tuesday. About 40 guests came to the ceremony.\n\n"
    "The bridge cost 12 million euros and carries two lanes of traffic across the river.\n"
)
COPY = ORIGINAL.replace("12 million", "21 million")
OTHER = ORIGINAL.replace("Tuesday", "Thursday")


def read(name: str) -> Any:
    return YAML(typ="safe").load((ROOT / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("schema", "name"),
    [
        ("vendor.github-actions", "action.yml"),
        ("vendor.github-workflows", "docs/ci/github.yml"),
        ("vendor.gitlab-ci", "docs/ci/gitlab.yml"),
    ],
)
def test_the_files_hold_to_their_schemas(schema: str, name: str) -> None:
    words = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(ROOT / name)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("command", "name"),
    [("validate-manifest", ".pre-commit-hooks.yaml"), ("validate-config", "docs/ci/pre-commit.yml")],
)
def test_the_hooks_are_as_pre_commit_wants_them(command: str, name: str) -> None:
    words = [sys.executable, "-m", "pre_commit", command, str(ROOT / name)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


class Machine:
    """A folder with articles, in which scripts run as on a server: `mtaudit` is this one, `pip` does nothing."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.program("mtaudit", f'exec "{sys.executable}" -m mtaudit "$@"')
        self.program("python", f'exec "{sys.executable}" "$@"')
        self.program("pip", "exit 0")
        (folder / "temp").mkdir()
        self.write("archive/bridge.txt", ORIGINAL)
        self.write("copies/bridge.txt", COPY)

    def program(self, name: str, line: str) -> None:
        path = self.folder / "bin" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
        path.chmod(0o755)

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def run(self, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
        environment = os.environ | {
            "PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "GITHUB_OUTPUT": str(self.folder / "output"),
            "GITHUB_STEP_SUMMARY": str(self.folder / "summary"),
            "RUNNER_TEMP": str(self.folder / "temp"),
            **variables,
        }
        return subprocess.run(
            words, cwd=self.folder, env=environment, capture_output=True, text=True, check=False, timeout=120
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def step(name: str) -> str:
    """The script of a step of the action."""
    script: str = next(s for s in read("action.yml")["runs"]["steps"] if s.get("name") == name)["run"]
    return script


def act(machine: Machine, name: str, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Runs the script as GitHub's runner does."""
    file = machine.write("step.sh", step(name))
    empty = dict.fromkeys(("COPIES", "ORIGINALS", "BASELINE", "FAIL_ON", "ARGUMENTS"), "")
    given = empty | {"SARIF": "mtaudit.sarif"} | inputs
    return machine.run("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(file), **given)


def test_the_action_tells_and_keeps_the_exit_status_for_the_end(machine: Machine) -> None:
    done = act(machine, "Check", COPIES="copies/\n", ORIGINALS="archive/\n", ARGUMENTS="--no-model")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("::error file=copies/bridge.txt,line=3,")
    assert (machine.folder / "output").read_text(encoding="utf-8") == "status=1\nsarif=mtaudit.sarif\n"
    assert "number-changed" in (machine.folder / "summary").read_text(encoding="utf-8")
    assert machine.run("bash", "-c", step("The gate"), STATUS="1").returncode == 1


def test_the_action_reads_the_settings_where_it_is_told_nothing(machine: Machine) -> None:
    machine.write("mtaudit.toml", 'copies = ["copies/"]\noriginals = ["archive/"]\nfail-on = "minor"\n')
    act(machine, "Check", FAIL_ON="critical")
    assert (machine.folder / "output").read_text(encoding="utf-8").startswith("status=1\n")


def test_nothing_in_the_inputs_of_the_action_is_run(machine: Machine) -> None:
    evil = '$(touch owned)\n`touch owned`\n; touch owned\n"; touch owned; "\n*'
    done = act(machine, "Check", COPIES=evil, ORIGINALS=evil, BASELINE=evil, FAIL_ON=evil, SARIF=evil)
    assert not (machine.folder / "owned").exists()
    assert "status=2" in (machine.folder / "output").read_text(encoding="utf-8")
    assert done.returncode == 0
    scripts = [s["run"] for s in read("action.yml")["runs"]["steps"] if "run" in s]
    assert not any("${{" in script for script in scripts)


def test_code_scanning_gets_only_what_is_new(machine: Machine) -> None:
    machine.run("mtaudit", "baseline", "copies/", "--originals", "archive/", "--no-model")
    machine.write("copies/other.txt", OTHER)
    given = {"COPIES": "copies/", "ORIGINALS": "archive/", "ARGUMENTS": "--no-model"}
    act(machine, "Check", BASELINE="mtaudit-baseline.json", **given)
    done = act(machine, "Leave out what code scanning would take for open")
    assert done.returncode == 0, done.stderr
    states = []
    for name in ("mtaudit.sarif", "temp/mtaudit.sarif"):
        run = json.loads((machine.folder / name).read_text(encoding="utf-8"))["runs"][0]
        states.append({result["baselineState"] for result in run["results"]})
    assert states == [{"new", "unchanged"}, {"new"}]


def test_the_job_for_gitlab_writes_both_reports(machine: Machine) -> None:
    job = read("docs/ci/gitlab.yml")["mtaudit"]
    script = machine.write("job.sh", "set -eo pipefail\n" + "\n".join(job["script"]))
    given = {"COPIES": job["variables"]["COPIES"], "ORIGINALS": job["variables"]["ORIGINALS"], "MTAUDIT_PACKAGE": "x"}
    done = machine.run("bash", str(script), **given)
    assert done.returncode == 1, done.stderr
    reports = job["artifacts"]["reports"]
    (issue,) = json.loads((machine.folder / reports["codequality"]).read_text(encoding="utf-8"))
    assert issue["check_name"] == "number-changed"
    assert "<failure" in (machine.folder / reports["junit"]).read_text(encoding="utf-8")
    machine.run("mtaudit", "baseline", "copies/", "--originals", "archive/")
    assert machine.run("bash", str(script), **given).returncode == 0


def test_the_recipe_for_cron_tells_everything_once(machine: Machine) -> None:
    blocks = re.findall(r"```sh\n(.*?)```", (ROOT / "docs/ci/cron.md").read_text(encoding="utf-8"), re.DOTALL)
    script = machine.write("check.sh", next(block for block in blocks if block.startswith("#!/bin/sh")))
    machine.program("mail", '[ ! -e no-mail ] || exit 1\necho "$@" >> mails\ncat >> mails')
    given = {"COPIES": "copies", "ORIGINALS": "archive", "STATE": str(machine.folder / "state"), "EDITORS": "desk"}
    mails = machine.folder / "mails"

    machine.write("no-mail", "")
    assert machine.run("sh", str(script), **given).returncode != 0
    (machine.folder / "no-mail").unlink()
    done = machine.run("sh", str(script), **given)
    assert done.returncode == 1, done.stderr
    assert mails.read_text(encoding="utf-8").startswith("-s mtaudit: new findings desk\n### ❌ mtaudit")

    mails.unlink()
    assert machine.run("sh", str(script), **given).returncode == 0
    assert not mails.exists()

    machine.write("copies/other.txt", OTHER)
    assert machine.run("sh", str(script), **given).returncode == 1
    assert "date-changed" in mails.read_text(encoding="utf-8") or "day-shifted" in mails.read_text(encoding="utf-8")
    assert "number-changed" not in mails.read_text(encoding="utf-8")
