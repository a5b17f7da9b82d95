"""Where there is nothing to audit, one line says so, the status is 2, and what an earlier run wrote stays."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mtaudit.cli import main

STORY = "A fire killed 12 people in Lorn on Monday, the mayor said. The court closed the case in May after two months."
EMPTY_FEED = "<rss version='2.0'><channel><title>x</title><link>http://x.example</link></channel></rss>"

NOTHING = [
    ("empty", "empty: is a folder without a file to read; read are .txt"),
    ("pictures", "pictures: is a folder without a file to read; read are .txt"),
    ("no*.txt", "no*.txt: matches no file"),
    ("empty.txt", "empty.txt: is empty"),
    ("empty.jsonl", "empty.jsonl: holds no article"),
    ("empty.rss", "empty.rss: holds no article"),
    ("bad.jsonl", "bad.jsonl:1: has none of the fields"),
]


@pytest.fixture(autouse=True)
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for folder in ("empty", "pictures", "copies", "originals"):
        (tmp_path / folder).mkdir()
    files = {
        "pictures/a.png": "x",
        "empty.txt": "",
        "empty.jsonl": "\n",
        "empty.rss": EMPTY_FEED,
        "bad.jsonl": '{"id": "a"}\n',
        "originals/fire.txt": STORY,
        "copies/fire.txt": STORY.replace("12", "21"),
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def held(folder: Path) -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize(("word", "told"), NOTHING, ids=[word for word, _ in NOTHING])
def test_an_earlier_report_stays(word: str, told: str, work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", "copies", "--originals", "originals", "--no-model"]) == 0
    before = held(work / "reports")
    for arguments in ([word], ["copies", "--originals", word], ["copies", "--coverage", word]):
        capsys.readouterr()
        assert main(["audit", *arguments, "--no-model"]) == 2
        said = capsys.readouterr()
        assert not said.out
        assert said.err.startswith(f"mtaudit: {told}")
        assert said.err.count("\n") == 1
    assert held(work / "reports") == before


@pytest.mark.parametrize(("word", "told"), NOTHING, ids=[word for word, _ in NOTHING])
def test_an_earlier_baseline_stays(word: str, told: str, work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = work / "mtaudit-baseline.json"
    assert main(["baseline", "copies", "--originals", "originals", "--no-model"]) == 0
    before = file.read_bytes()
    (work / "copies" / "fire.txt").rename(work / "fire.txt")
    for arguments in ([word, "--originals", "originals"], ["fire.txt", "--originals", word]):
        assert main(["baseline", *arguments, "--no-model"]) == 2
        assert told in capsys.readouterr().err
    argv = ["check", word, "--originals", "originals", "--baseline", file.name, "--prune", "--no-model"]
    assert main(argv) == 2
    assert file.read_bytes() == before


@pytest.mark.parametrize(("word", "told"), NOTHING, ids=[word for word, _ in NOTHING])
def test_the_gate_tells_it_in_its_formats(word: str, told: str, work: Path) -> None:
    argv = ["check", word, "--originals", "originals", "--no-model", "--output", "json=check.json"]
    assert main(argv) == 2
    (failure,) = json.loads((work / "check.json").read_text("utf-8"))["failures"]
    assert told in f"{failure['where']}: {failure['why']}" or told in failure["why"]
    assert main(["check", "copies", "--originals", word, "--no-model"]) == 2


@pytest.mark.parametrize(("word", "told"), NOTHING, ids=[word for word, _ in NOTHING])
def test_no_archive_is_made_of_nothing(word: str, told: str, work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["index", word, "--archive", "archive"]) == 2
    assert told in capsys.readouterr().err
    assert not (work / "archive").exists()


@pytest.mark.parametrize(("word", "told"), NOTHING, ids=[word for word, _ in NOTHING])
def test_what_takes_one_article_says_so_too(word: str, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    for argv in (["read", word], ["compare", word, "copies/fire.txt", "--no-model"]):
        assert main(argv) == 2
        said = capsys.readouterr()
        assert not said.out
        assert told in said.err


def test_the_neighbours_are_done(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", "empty", "copies", "--originals", "originals", "empty.rss", "--no-model"]) == 2
    said = capsys.readouterr()
    assert "copies/fire.txt: fidelity" in said.out
    assert said.err.count("\n") == 2


def test_copies_that_are_all_originals_leave_the_report(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", "originals", "--originals", "originals", "--no-model"]) == 2
    assert "originals: nothing to audit there" in capsys.readouterr().err
    assert not (work / "reports").exists()


def test_an_empty_archive_is_told(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from mtaudit.matching import Archive

    Archive(work / "kept")
    assert main(["audit", "copies", "--originals", "kept", "--no-model"]) == 2
    assert capsys.readouterr().err.startswith("mtaudit: kept: is an empty archive")


def test_a_corpus_without_gold_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", "empty", "--no-model"]) == 2
    assert "empty: no gold.json" in capsys.readouterr().err
