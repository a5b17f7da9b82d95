"""Bad input costs a message, never a traceback; one bad file in a batch costs only itself."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import mtaudit
from mtaudit.cli import main
from mtaudit.ingest import MAX_BYTES

STORY = """Storm kills 12 in Lyon

A storm killed 12 people in Lyon on Monday, the mayor said. “We did not expect it,” she told reporters.

The fire brigade took residents of the building to a school nearby.
"""
COPY = STORY.replace("12 people", "21 people")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "original.txt").write_text(STORY, "utf-8")
    (tmp_path / "copy.txt").write_text(COPY, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


UNREADABLE = [
    pytest.param(b"", "is empty", id="empty"),
    pytest.param(b" \n\t\r\n \xc2\xa0", "is empty", id="white space"),
    pytest.param(b"\xef\xbb\xbf", "is empty", id="byte order mark alone"),
    pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "is a binary file", id="picture"),
    pytest.param(bytes(range(1, 256)) * 9, "is a binary file", id="random bytes without NUL"),
    pytest.param(STORY.encode() + b"\x00", "is a binary file", id="one NUL"),
    pytest.param(STORY.encode("utf-16-le"), "is a binary file", id="UTF-16 without a mark"),
    pytest.param(STORY.encode("utf-16") + b"a", "is not", id="UTF-16 cut in the middle"),
    pytest.param(b"a" * (MAX_BYTES + 1), "an article may have", id="too long"),
]

ODD = [
    pytest.param("[ad_1]\n\nSource link\n", id="debris alone"),
    pytest.param("storm", id="one word"),
    pytest.param("…", id="one mark"),
    pytest.param(".,;:!?()[]{}\"\"''--…“”‘’ " * 20, id="marks alone"),
    pytest.param("123 45,6 7.8.9 12:30 " * 20, id="digits alone"),
    pytest.param("😀👨\u200d👩\u200d👧🏳️\u200d🌈🇫🇷 " * 20, id="emoji alone"),
    pytest.param("קתלה הסערה 12 בני אדם בעיר ביום שני. הסיבה אינה ידועה.\n" * 3, id="Hebrew"),
    pytest.param("周一，风暴在该市造成12人死亡。市长说，原因尚不清楚。\n" * 3, id="Chinese"),
    pytest.param("\u200b\u200c\ufeff\u200d", id="zero width"),
    pytest.param(STORY.replace("e", "e\u0301\u0323"), id="combining marks"),
    pytest.param(STORY.replace("e", "e\u200b"), id="zero width within words"),
    pytest.param(STORY.replace("the", "\u202ethe\u202c"), id="right-to-left override"),
    pytest.param(STORY.replace("Storm", "\x1b[31mStorm\x1b[0m"), id="colours of a terminal"),
    pytest.param(STORY.replace("storm", "<script>alert(1)</script>"), id="script"),
    pytest.param(STORY.replace("storm", "{{ 7*7 }}{% for x in y %}"), id="template"),
    pytest.param(STORY.replace("storm", "st\ud800orm"), id="half a surrogate pair"),
    pytest.param(STORY.replace("“", "â€œ").replace("”", "â€\x9d"), id="mojibake"),
    pytest.param("(" * 2000 + "x" + ")" * 2000, id="brackets"),
    pytest.param('" ' * 2000, id="quotation marks"),
    pytest.param("x" * 50_000, id="no white space"),
    pytest.param("Earnings rose by a third at the bank, which sold its shares in May.", id="another story"),
]

STUBBORN = [
    pytest.param(". ", id="stops"),
    pytest.param("a-", id="hyphens"),
    pytest.param("A. ", id="initials apart"),
    pytest.param("a.", id="initials"),
    pytest.param("http://a.)", id="addresses"),
    pytest.param("'a ", id="apostrophes"),
    pytest.param("(", id="brackets"),
    pytest.param("1,", id="commas in a number"),
]
"""What, repeated 8,000 times, made a regular expression try every end from every start."""


@pytest.mark.parametrize(("data", "told"), UNREADABLE)
def test_what_cannot_be_read_is_told_in_one_line(
    data: bytes, told: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "bad.txt").write_bytes(data)
    for pair in (["bad.txt", "copy.txt"], ["original.txt", "bad.txt"], ["bad.txt", "bad.txt"]):
        assert main(["compare", *pair]) == 2
        said = capsys.readouterr()
        assert not said.out
        assert said.err.startswith("mtaudit: bad.txt: ")
        assert told in said.err
        assert said.err.count("\n") == 1


@pytest.mark.parametrize("text", ODD)
def test_odd_text_is_audited_on_either_side(text: str) -> None:
    for original, copy in ((text, COPY), (STORY, text), (text, text)):
        audit = mtaudit.compare(original, copy)
        assert [f for f in audit.failures if f.what != "language"] == []
        if original == copy:
            assert not audit.findings
            assert not audit.verdicts


@pytest.mark.parametrize("text", STUBBORN)
def test_no_text_takes_long(text: str) -> None:
    audit = mtaudit.compare(STORY, text * 8_000)
    assert [f for f in audit.failures if f.what != "language"] == []


def test_paths_that_are_no_files(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "loop").symlink_to("loop")
    (folder / "dangling").symlink_to("nowhere")
    for name, told in (("loop", "symbolic links"), ("dangling", "no such file"), (".", "is a folder")):
        assert main(["compare", "original.txt", name]) == 2
        said = capsys.readouterr().err
        assert told in said
        assert said.count("\n") == 1


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_folder_without_permission_costs_itself(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    locked = folder / "locked"
    locked.mkdir(mode=0)
    try:
        assert main(["audit", "locked", "copy.txt", "--originals", "original.txt"]) == 2
    finally:
        locked.chmod(0o700)
    said = capsys.readouterr()
    assert "locked" in said.err
    assert "copy.txt: fidelity" in said.out


@pytest.mark.parametrize(
    "name", [b"new\nline.txt", "storm 😀.txt".encode(), b"-dash.txt", b"bytes\xff\xfe.txt", b"%s{0}.txt"]
)
def test_any_file_name_will_do(name: bytes, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = os.fsdecode(name)
    Path(path).write_text(COPY, "utf-8")
    for format_ in ("text", "json", "html"):
        assert main(["compare", "--format", format_, "--output", "out", "--", "original.txt", path]) == 0
    assert main(["audit", "--originals", "original.txt", "--out", "reports", "--", path]) == 0
    assert "fidelity" in capsys.readouterr().out
    assert (folder / "reports" / "index.html").exists()


def test_bad_files_in_a_batch_cost_only_themselves(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number, parameters in enumerate(UNREADABLE):
        (folder / f"bad{number}.txt").write_bytes(parameters.values[0])  # type: ignore[arg-type]
    bad = [f"bad{number}.txt" for number in range(len(UNREADABLE))]
    assert main(["audit", *bad, "copy.txt", "--originals", "original.txt", *bad]) == 2
    said = capsys.readouterr()
    assert "copy.txt: fidelity" in said.out
    assert "Traceback" not in said.err
    assert all(name in said.err for name in bad)


def test_a_hundred_copies(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(100):
        (folder / f"copy{number:03}.txt").write_text(COPY.replace("21", str(21 + number)), "utf-8")
    assert main(["audit", "copy*.txt", "--originals", "original.txt"]) == 0
    assert capsys.readouterr().out.count(": fidelity ") == 101


@pytest.mark.usefixtures("folder")
def test_a_copy_given_twice_is_audited_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", "copy.txt", "./copy.txt", "--originals", "original.txt"]) == 0
    assert capsys.readouterr().out.count(": fidelity ") == 1


def test_an_existing_file_is_no_place_for_a_report(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", "copy.txt", "--originals", "original.txt", "--out", "copy.txt"]) == 2
    assert "is a file" in capsys.readouterr().err
    assert (folder / "copy.txt").read_text("utf-8") == COPY


@pytest.mark.parametrize("argv", ["compare original.txt copy.txt", "explain number-changed", "detectors"])
@pytest.mark.parametrize("environment", ["LC_ALL=C", "PYTHONIOENCODING=ascii", "NO_COLOR=1", "TERM=dumb"])
def test_any_locale_will_do(argv: str, environment: str, folder: Path) -> None:
    name, _, value = environment.partition("=")
    done = subprocess.run(
        [sys.executable, "-m", "mtaudit", *argv.split()],
        capture_output=True,
        env={**os.environ, name: value},
        cwd=folder,
        check=False,
    )
    assert done.returncode == 0
    assert done.stdout
    assert done.stderr == b""


@pytest.mark.parametrize("argv", ["compare original.txt copy.txt", "explain number-changed"])
def test_a_closed_standard_output_is_no_bug(argv: str, folder: Path) -> None:
    done = subprocess.run(
        ["sh", "-c", f'"$0" -m mtaudit {argv} >&-', sys.executable], capture_output=True, cwd=folder, check=False
    )
    assert done.returncode == 0
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_full_disk_is_told(folder: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "mtaudit", "compare", "original.txt", "copy.txt"],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=folder,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == b"mtaudit: standard output: No space left on device\n"
