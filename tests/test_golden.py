"""Whole reports of a shipped story against accepted ones.

A difference leaves the actual report beside the golden one as `*.actual`; once it is read and right, it is
accepted with `MTAUDIT_ACCEPT=1 pytest tests/test_golden.py`.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import gate_sample
import pytest

import mtaudit
from mtaudit.gate import ungated
from mtaudit.records import Run
from mtaudit.render.formats import GATE, REPORT, Renderer

STORY = Path("corpora/storm")
GOLDEN = Path(__file__).parent / "golden"

VARYING = (
    (re.compile(r"version:\d+\.\d+\.\d+"), "version:X"),
    (re.compile(r"(mtaudit\|v:)[\d.]+"), r"\1X"),
    (re.compile(r"\|words:[0-9a-f]{8}"), "|words:X"),
    (re.compile(rf'(mtaudit |ersion": "){re.escape(mtaudit.__version__)}"'), r'\1X"'),
)
"""What changes with a release of mtaudit or sacreBLEU, or with a word in a list, and is no difference."""


@pytest.fixture(scope="module")
def run() -> Run:
    root = Path(__file__).parent.parent
    original, copy = (
        mtaudit.Document(id=name, text=(root / STORY / name).read_text(encoding="utf-8"), language="en", title=title)
        for name, title in (("original.txt", "Storm, original"), ("copy.txt", "Storm, copy"))
    )
    return Run((mtaudit.compare(original, copy),), (), (), mtaudit.signature())


@pytest.mark.parametrize(
    ("name", "renderer"),
    [("storm.json", REPORT["json"]()), ("storm.txt", REPORT["text"](width=100)), ("storm.html", REPORT["html"]())],
    ids=["json", "terminal", "html"],
)
def test_the_report_is_the_accepted_one(run: Run, name: str, renderer: Renderer) -> None:
    hold_against(name, renderer(ungated(run)))


@pytest.mark.parametrize("format_", GATE)
def test_what_the_gate_says_is_the_accepted_one(format_: str) -> None:
    """Of a check made by hand, which no detector changes."""
    hold_against(f"gate.{format_}", GATE[format_]()(gate_sample.whole()))


def hold_against(name: str, actual: str) -> None:
    """Fails where the text is not the golden one."""
    for pattern, constant in VARYING:
        actual = pattern.sub(constant, actual)
    golden = GOLDEN / name
    if os.environ.get("MTAUDIT_ACCEPT"):
        golden.write_text(actual, encoding="utf-8", newline="")
    expected = golden.read_bytes().decode() if golden.exists() else ""
    beside = golden.with_name(name + ".actual")
    if actual == expected:
        beside.unlink(missing_ok=True)
    else:
        beside.write_text(actual, encoding="utf-8", newline="")
    assert actual == expected, f"read {beside.name}, then accept it with MTAUDIT_ACCEPT=1"
