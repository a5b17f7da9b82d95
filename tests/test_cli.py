"""The command line: what it accepts, what it answers, and with which status it leaves."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit import manual, registry
from mtaudit.cli import BROKEN_PIPE, COMMANDS, commands, main
from mtaudit.cli.several import spread
from mtaudit.version import __version__

ROOT = Path(__file__).parent.parent

ORIGINAL = """Fire in Lyon kills 12

A fire killed 12 people in Lyon on Monday, the mayor said.

The fire brigade did not find the cause. Residents of the building were taken to a school nearby.
"""
COPY = ORIGINAL.replace("12", "21").replace("Residents of the building", "Inhabitants of the building")


@pytest.fixture
def original(tmp_path: Path) -> Path:
    path = tmp_path / "original.txt"
    path.write_text(ORIGINAL, encoding="utf-8")
    return path


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    path = tmp_path / "copy.txt"
    path.write_text(COPY, encoding="utf-8")
    return path


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "reports"


def refused(argv: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """What standard error says where the call is a mistake: status 2, and no traceback."""
    assert main(argv) == 2
    told = capsys.readouterr()
    assert not told.out
    assert "Traceback" not in told.err
    return told.err


def all_commands() -> list[tuple[str, click.Command]]:
    context = click.Context(commands)
    found = [(name, commands.get_command(context, name)) for name in COMMANDS]
    return [(name, command) for name, command in found if command is not None]


# --- the whole


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"mtaudit {__version__}\n"


def test_the_help_names_every_command_but_the_hidden(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    told = capsys.readouterr().out
    for name, command in all_commands():
        assert (f"\n  {name} " in told) is not command.hidden


def test_there_is_a_file_for_every_command() -> None:
    assert [name for name, _ in all_commands()] == list(COMMANDS)


@pytest.mark.parametrize(("name", "command"), all_commands(), ids=COMMANDS)
def test_a_command_is_documented(name: str, command: click.Command) -> None:
    shown = command.get_short_help_str(55)
    assert command.hidden or (shown.endswith(".") and not shown.endswith("...")), "its first sentence is cut off"
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, f"--{parameter.name} has no help"
    document = ROOT / ("CONTRIBUTING.md" if command.hidden else "README.md")
    assert f"mtaudit {name}" in document.read_text("utf-8")


def test_the_help_of_explain_lists_the_topics(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "--help"]) == 0
    told = capsys.readouterr().out
    for name in manual.topic_names():
        assert f"\n  {name} " in told


def test_a_topic_misspelt_is_told_from_the_topics(capsys: pytest.CaptureFixture[str]) -> None:
    assert "did you mean coverage" in refused(["explain", "coverge"], capsys)


def test_asking_for_help_loads_no_library_that_takes_its_time() -> None:
    code = (
        "import sys\nfrom mtaudit.cli import main\nmain(['--help'])\n"
        "slow = {'rapidfuzz', 'sacrebleu', 'langdetect', 'jinja2', 'rich', 'msgspec', 'ftfy', 'numpy', 'onnx'}\n"
        "print(sorted(slow & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


def test_python_m_mtaudit_is_mtaudit() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mtaudit", "explain", "zzz"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert done.stderr.startswith("mtaudit: zzz: no such name")


def test_a_reader_who_leaves_is_no_error() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "mtaudit", "detectors"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == ""
    assert process.returncode == BROKEN_PIPE


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        ([], "Usage: mtaudit"),
        (["frobnicate"], "No such command 'frobnicate'"),
        (["compare", "a.txt"], "Missing argument 'COPY'"),
        (["compare", "a.txt", "b.txt", "--format", "xml"], "'xml' is not one of 'text', 'json', 'html'"),
        (["audit", "a.txt", "--originals"], "Option '--originals' needs at least one value"),
        (["audit", "a.txt", "--originals", "--out", "x"], "Option '--originals' needs at least one value"),
        (["audit", "--originals", "a.txt"], "Missing argument 'COPY...'"),
        (["explain", "nothing-of-the-kind"], "nothing-of-the-kind: no such name"),
        (["evaluate", "no/such/folder"], "'no/such/folder' does not exist"),
    ],
    ids=lambda value: " ".join(value) or "nothing" if isinstance(value, list) else "",
)
def test_a_mistake_is_told(argv: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert told in refused(argv, capsys)


# --- on a terminal


def on_terminal(*argv: str) -> tuple[int, str]:
    """The status of Python with these arguments on a terminal, and all that it shows there."""
    ours, its = os.openpty()
    with subprocess.Popen([sys.executable, *argv], stdin=its, stdout=its, stderr=its) as process:
        os.close(its)
        shown = b"".join(iter(lambda: _read(ours), b""))
    os.close(ours)
    return process.returncode, shown.decode("utf-8")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux says that the other side of a terminal has closed
        return b""


def test_explain_renders_the_page_on_a_terminal() -> None:
    entry = registry.equivalences()[0]
    status, shown = on_terminal("-m", "mtaudit", "explain", entry.name)
    assert status == 0
    assert entry.name in shown
    assert f"# {entry.name}" not in shown
    assert "\x1b[" in shown


def test_compare_has_colours_on_a_terminal(original: Path, copy: Path) -> None:
    status, shown = on_terminal("-m", "mtaudit", "compare", str(original), str(copy))
    assert status == 0
    assert "\x1b[" in shown


def test_audit_shows_its_progress_on_a_terminal_only(
    original: Path, copy: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    argv = ["audit", str(copy), "--originals", str(original), "--out", str(out)]
    status, shown = on_terminal("-m", "mtaudit", *argv)
    assert status == 0
    assert "100%" in shown
    assert main(argv) == 0
    assert capsys.readouterr().err == ""


# --- options with several values


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        ("a b --originals c d", "a b --originals c --originals d"),
        ("a --originals c --originals d e", "a --originals c --originals d --originals e"),
        ("--originals c d --out x a", "--originals c --originals d --out x a"),
        ("--originals c -- a b", "--originals c -- a b"),
        ("a -- --originals c d", "a -- --originals c d"),
        ("--originals=c a", "--originals=c a"),
        ("--originals - a", "--originals - --originals a"),
        ("a b", "a b"),
        ("", ""),
    ],
)
def test_a_repeatable_option_takes_every_word_up_to_the_next_option(args: str, expected: str) -> None:
    assert list(spread(args.split(), {"--originals"})) == expected.split()


@pytest.mark.parametrize("args", ["--originals", "a --originals", "--originals --out x", "--originals -- a"])
def test_a_repeatable_option_needs_a_value(args: str) -> None:
    with pytest.raises(click.UsageError, match="needs at least one value"):
        list(spread(args.split(), {"--originals"}))


@given(
    st.lists(st.sampled_from(["a", "b", "--out", "--", "--originals=c"])), st.lists(st.sampled_from("xyz"), min_size=1)
)
def test_spreading_twice_is_spreading_once(before: list[str], values: list[str]) -> None:
    once = list(spread([*before, "--originals", *values], {"--originals"}))
    assert list(spread(once, {"--originals"})) == once


# --- compare


def test_compare_shows_what_changed(original: Path, copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", str(original), str(copy)]) == 0
    assert "21" in capsys.readouterr().out


def test_compare_gives_json(original: Path, copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", str(original), str(copy), "--format", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["schema"] == "mtaudit/1"
    assert [audit["copy"]["text"] for audit in report["audits"]] == [COPY]


@pytest.mark.parametrize("format_", ["text", "json", "html", "markdown", "csv"])
def test_compare_writes_to_a_file_what_it_would_print(
    format_: str, original: Path, copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    argv = ["compare", str(original), str(copy), "--format", format_]
    assert main(argv) == 0
    printed = capsys.readouterr().out
    assert main([*argv, "--output", str(tmp_path / "file")]) == 0
    assert capsys.readouterr().out == ""
    assert printed
    assert (tmp_path / "file").read_bytes().decode() == printed


def test_compare_says_which_file_it_cannot_read(
    original: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = str(tmp_path / "missing.txt")
    assert refused(["compare", str(original), missing], capsys) == f"mtaudit: {missing}: no such file\n"


def test_compare_says_where_it_cannot_write(original: Path, copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = original / "is" / "no"
    told = refused(["compare", str(original), str(copy), "--output", str(folder / "folder")], capsys)
    assert told.startswith(f"mtaudit: {folder}: cannot be written")


# --- audit


def test_audit_writes_the_report(original: Path, copy: Path, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", str(copy), "--originals", str(original), "--out", str(out)]) == 0
    told = capsys.readouterr()
    assert f"{copy}: fidelity " in told.out
    assert told.out.endswith(f"report: {out / 'index.html'}\n")
    assert told.err == ""
    assert (out / "index.html").read_text("utf-8").startswith("<!")
    assert len(list(out.rglob("*.html"))) == 2
    assert json.loads((out / "report.json").read_text("utf-8"))["schema"] == "mtaudit/1"


def test_a_single_file_of_many_copies_is_made_with_a_warning(
    original: Path, copy: Path, out: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    other = copy.with_name("other.txt")
    other.write_text(COPY.replace("school", "gym"), encoding="utf-8")
    argv = ["audit", str(copy), str(other), "--originals", str(original), "--out", str(out), "--single-file"]
    assert main(argv) == 0
    assert "in one file" not in capsys.readouterr().err
    monkeypatch.setattr("mtaudit.cli.audit.MANY", 1)
    assert main(argv) == 0
    assert "2 copies in one file: it will be large and slow to open" in capsys.readouterr().err


def test_audit_writes_a_single_file(original: Path, copy: Path, out: Path) -> None:
    (other := copy.with_name("other.txt")).write_text(COPY.replace("21", "13"), encoding="utf-8")
    assert main(["audit", str(copy), str(other), "--originals", str(original), "--out", str(out), "--single-file"]) == 0
    assert sorted(path.name for path in out.iterdir()) == ["index.html", "report.json"]
    assert (out / "index.html").read_text("utf-8").count('<section class="audit') == 2


def test_audit_does_the_rest_where_an_input_cannot_be_read(
    original: Path, copy: Path, out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = str(tmp_path / "missing.txt")
    assert main(["audit", missing, str(copy), "--originals", str(original), "--out", str(out)]) == 2
    told = capsys.readouterr()
    assert f"{copy}: fidelity " in told.out
    assert told.err.count(missing) == 1
    assert "Traceback" not in told.err
    assert (out / "index.html").exists()


def test_audit_expands_globs_and_leaves_originals_out_of_the_copies(
    original: Path, copy: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    argv = ["audit", str(copy.parent / "*.txt"), "--originals", str(original), "--out", str(out)]
    assert main(argv) == 0
    told = capsys.readouterr()
    assert f"{original}: is among the originals and not audited as a copy" in told.err
    report = json.loads((out / "report.json").read_text("utf-8"))
    assert [audit["copy"]["path"] for audit in report["audits"]] == [str(copy)]


def test_audit_says_where_it_cannot_write(original: Path, copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    inside_a_file = str(copy / "reports")
    told = refused(["audit", str(copy), "--originals", str(original), "--out", inside_a_file], capsys)
    assert "cannot be written" in told


# --- the manual


def test_detectors_lists_them_all(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["detectors"]) == 0
    lines = capsys.readouterr().out.splitlines()
    expected = [
        entry.name
        for entry in (
            *registry.pair_detectors(),
            *registry.coverage_detectors(),
            *registry.text_detectors(),
            *registry.equivalences(),
        )
    ]
    assert [line.split()[0] for line in lines] == expected


def test_detectors_gives_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["detectors", "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [row["name"] for row in rows if row["kind"] == "detector"] == [
        entry.name
        for kind in (registry.pair_detectors, registry.coverage_detectors, registry.text_detectors)
        for entry in kind()
    ]
    assert all(row["summary"] and (row["kind"] == "equivalence" or row["mqm"]) for row in rows)


def test_explain_shows_the_page_of_every_name(capsys: pytest.CaptureFixture[str]) -> None:
    for entry in (*registry.detectors(), *registry.equivalences()):
        assert main(["explain", entry.name]) == 0
        assert capsys.readouterr().out.startswith(f"# {entry.name}\n\n{entry.summary}\n")


def test_manual_check_agrees_that_the_pages_are_current(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["manual", "--check"]) == 0
    assert capsys.readouterr().out == ""


# --- evaluate


def test_evaluate_holds_the_corpus_against_its_floors(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", str(ROOT / "corpora")]) == 0
    told = capsys.readouterr()
    assert told.out
    assert told.err == ""


def test_index_makes_an_archive_that_audit_takes(
    original: Path, copy: Path, out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = tmp_path / "archive"
    assert main(["index", str(original), str(tmp_path / "none.txt"), "--archive", str(archive)]) == 2
    told = capsys.readouterr()
    assert told.out == f"{archive}: 1 added, 1 in all\n"
    assert "none.txt: no such file" in told.err
    assert main(["index", str(original), "--archive", str(archive)]) == 0
    assert capsys.readouterr().out == f"{archive}: 0 added, 1 in all\n"
    original.unlink()
    assert main(["audit", str(copy), "--originals", str(archive), "--out", str(out)]) == 0
    assert "number-changed" in capsys.readouterr().out


def test_index_refuses_a_folder_of_other_things(original: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "not an archive" in refused(["index", str(original), "--archive", str(original.parent)], capsys)
