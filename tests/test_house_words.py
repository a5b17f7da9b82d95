"""What a newsroom adds to the lists of words and strikes, by the real command line: a process reads them once."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from mtaudit import manual
from mtaudit.cli import COMMANDS
from mtaudit.lexicon import tables

REST = (
    "The harbour board met on Monday to settle the budget of the old port. Ferries will run twice a day until the end "
    "of May. A spokesman said that two cranes had failed in the storm."
)
ORIGINAL = f"The landlord sold the mill. {REST}"
STRUCK = ORIGINAL.replace("landlord", "tenant")
ADDED = ORIGINAL.replace("Ferries", "Cranes")


@pytest.fixture(autouse=True)
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with settings that name a folder of words, which is empty, an original, and two copies."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MTAUDIT_CACHE", str(tmp_path / "cache"))
    Path("mtaudit.toml").write_text('[lexicon]\nfolder = "words/"\n', encoding="utf-8")
    for name, text in (("o.txt", ORIGINAL), ("struck.txt", STRUCK), ("added.txt", ADDED)):
        Path(name).write_text(text, encoding="utf-8")
    (tmp_path / "words").mkdir()
    return tmp_path / "words"


def write(folder: Path, name: str, *lines: str) -> None:
    (folder / f"{name}.tsv").write_text("\n".join(lines), encoding="utf-8")


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "mtaudit", *command], capture_output=True, text=True, check=False)


def compared(copy: str, *options: str) -> tuple[list[str], str]:
    """The detectors that found something, and the hash of the lists in the signature."""
    done = run("compare", "o.txt", copy, "--no-model", "--format", "json", *options)
    assert done.stderr == ""
    return _found(json.loads(done.stdout))


def checked(copy: str) -> tuple[list[str], str]:
    done = run("check", copy, "--originals", "o.txt", "--no-model", "--format", "json")
    return _found(json.loads(done.stdout))


def _found(report: dict[str, Any]) -> tuple[list[str], str]:
    told = report.get("audits") or report["copies"]
    words = re.search(r"\|words:([0-9a-f]{8})", report["signature"])
    assert words
    return [finding["detector"] for copy in told for finding in copy["findings"]], words[1]


def test_a_pair_that_is_struck_is_no_longer_found_and_one_that_is_added_is(house: Path) -> None:
    before = compared("struck.txt", "--no-config")
    assert before == (["sense-reversed"], tables.signature())
    assert compared("struck.txt") == before, "an empty folder changes nothing"
    assert "sense-reversed" not in compared("added.txt")[0]
    write(house, "opposites", "-landlord\ttenant", "ferry\tcrane")
    struck, signature = compared("struck.txt")
    assert "sense-reversed" not in struck
    assert signature != before[1]
    assert compared("added.txt") == (["sense-reversed"], signature)


def test_a_detector_with_options_is_loaded_after_the_words(house: Path) -> None:
    write(house, "opposites", "ferry\tcrane")
    with Path("mtaudit.toml").open("a", encoding="utf-8") as file:
        file.write("[detectors.sense-reversed]\nclose = 0.5\n")
    assert compared("added.txt")[0] == ["sense-reversed"]


def test_what_was_judged_with_other_words_is_judged_anew(house: Path) -> None:
    first = checked("added.txt")
    assert checked("added.txt") == first
    write(house, "opposites", "ferry\tcrane")
    second = checked("added.txt")
    assert (first[0], second[0]) == ([f for f in first[0] if f != "sense-reversed"], ["sense-reversed"])
    write(house, "opposites")
    third = checked("added.txt")
    assert third[0] == first[0]
    assert len({first[1], second[1], third[1]}) == 3


@pytest.mark.parametrize(
    "command",
    [
        ("check", "added.txt", "--originals", "o.txt"),
        ("baseline", "added.txt", "--originals", "o.txt"),
        ("audit", "added.txt", "--originals", "o.txt", "--out", "report"),
        ("compare", "o.txt", "added.txt"),
        ("watch", "added.txt", "--originals", "o.txt", "--once", "--out", "watched"),
    ],
    ids=["check", "baseline", "audit", "compare", "watch"],
)
def test_every_command_that_judges_reads_them(house: Path, command: tuple[str, ...]) -> None:
    write(house, "opposites", "ferry\tcrane")
    done = run(*command, "--no-model")
    assert done.stderr == "" or "mtaudit: " not in done.stderr
    said = done.stdout + "".join(path.read_text(encoding="utf-8") for path in Path().glob("mtaudit-baseline.json"))
    assert "sense-reversed" in said or "became its opposite" in said


@pytest.mark.parametrize("command", [name for name in COMMANDS if name not in ("index", "read", "evaluate")])
def test_no_command_reads_a_list_before_its_settings(command: str) -> None:
    """The three that are left out have no settings."""
    code = f"import sys, mtaudit.cli.{command}; print([m for m in sys.modules if m.startswith('mtaudit.lexicon')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("name", "lines", "told"),
    [
        pytest.param("oposites", ["up\tdown"], "oposites.tsv: no such list; did you mean opposites", id="no list"),
        pytest.param("opposites", ["-up\tsideways"], "opposites.tsv:1: “sideways / up” cannot be struck", id="struck"),
        pytest.param("opposites", ["ferry\tcrane\tharbours"], "harbours: no such tag", id="a tag"),
        pytest.param("stances", ["loud\tyell"], "loud: no such class", id="a class"),
        pytest.param("stances", ["", "asking\tdeny"], "stances.tsv:2: “deny” stands there twice", id="in two classes"),
        pytest.param("idioms", ["Kick Into Touch"], "has a capital", id="a capital"),
        pytest.param("modality", ["-possible\tmay"], "-possible: no such class", id="a class struck"),
    ],
)
def test_what_makes_no_sense_is_told_in_a_line(house: Path, name: str, lines: list[str], told: str) -> None:
    write(house, name, *lines)
    for command in (("config",), ("compare", "o.txt", "added.txt", "--no-model")):
        done = run(*command)
        assert done.returncode == 2
        assert done.stdout == ""
        assert done.stderr.startswith("mtaudit: words/")
        assert done.stderr.count("\n") == 1
        assert told in done.stderr


def test_a_folder_that_is_none(house: Path) -> None:
    house.rmdir()
    done = run("config")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("mtaudit: words: no such folder")


def test_the_examples_of_the_manual_are_accepted(house: Path) -> None:
    page = manual.topics()["words"]
    examples = re.findall(r"`words/([a-z-]+)\.tsv`:\n\n```text\n(.*?)```", page, re.DOTALL)
    assert len(examples) == 3
    for name, text in examples:
        write(house, name, text)
    question = (
        "print('reckon' in tables.members('stances', 'doubtful'), 'dark horse' in ' '.join(tables.words('idioms')))"
    )
    code = f"from pathlib import Path; from mtaudit.lexicon import tables; tables.use(Path('words')); {question}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "False"]


def test_from_python(house: Path) -> None:
    write(house, "opposites", "ferry\tcrane")
    code = """
import mtaudit
from mtaudit.config import load
from mtaudit.errors import LexiconError
settings = load()
original, copy = (open(name).read() for name in ("o.txt", "added.txt"))
print([f.detector for f in mtaudit.compare(original, copy, model=False, settings=settings).findings])
for judge in (mtaudit.compare, lambda *texts, model: mtaudit.audit(texts[1:], texts[:1], model=model)):
    try:
        judge(original, copy, model=False)
    except LexiconError as error:
        print(error)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    first, *others = done.stdout.splitlines()
    assert first == "['sense-reversed']"
    assert len(others) == 2
    assert all(line.startswith("no folder of words: the lists are in use already, with those of ") for line in others)
