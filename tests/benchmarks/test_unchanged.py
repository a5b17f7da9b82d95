"""A second run over pairs of which none changed, against the first; and the start of `mtaudit check` on one of them.

`MTAUDIT_PAIRS=1000 pytest -m benchmark -s tests/benchmarks/test_unchanged.py` measures a thousand.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

import mtaudit
from mtaudit.keeping.cache import Cache

pytestmark = pytest.mark.benchmark

PAIRS = int(os.environ.get("MTAUDIT_PAIRS", "40"))

MOST = 0.02
"""Of the first run's processor time. With all of the language model's work in the first run the share is smaller."""

START = 0.5
"""Seconds of processor time of `mtaudit check` on one unchanged pair, the interpreter's own start included."""

STORIES = sorted(path.parent for path in (Path(__file__).parents[2] / "corpora").glob("*/copy.txt"))


def pairs(folder: Path, number: int) -> tuple[Path, Path]:
    """So many pairs as files, each unlike the others by a paragraph."""
    originals, copies = folder / "originals", folder / "copies"
    originals.mkdir()
    copies.mkdir()
    for k in range(number):
        story = STORIES[k % len(STORIES)]
        for where, name in ((originals, "original.txt"), (copies, "copy.txt")):
            text = (story / name).read_text("utf-8")
            (where / f"{k:04}.txt").write_text(f"{text}\n\nThis is the edition of day {k} of county {k * 7919}.\n")
    return originals, copies


def test_what_did_not_change_costs_next_to_nothing(tmp_path: Path) -> None:
    originals, copies = pairs(tmp_path, PAIRS)

    def run() -> tuple[float, int]:
        started = time.process_time()
        with Cache(tmp_path / "kept.sqlite") as kept:
            found = mtaudit.audit(sorted(copies.iterdir()), sorted(originals.iterdir()), model=False, kept=kept)
        return time.process_time() - started, sum(len(audit.findings) for audit in found.audits)

    mtaudit.audit(sorted(copies.iterdir())[:1], sorted(originals.iterdir())[:1], model=False)  # loads what judges
    (first, found), (second, again) = run(), run()
    print(f"\n{PAIRS} pairs: {first:.1f} s, unchanged {second:.3f} s: {second / first:.2%}")
    assert found == again > PAIRS
    assert second <= MOST * first


def test_checking_one_unchanged_pair_takes_no_time(tmp_path: Path) -> None:
    originals, copies = pairs(tmp_path, 1)
    command = [sys.executable, "-m", "mtaudit", "check", str(copies), "--originals", str(originals), "--no-model"]
    environment = {**os.environ, "MTAUDIT_CACHE": str(tmp_path / "cache")}

    def once() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run(command, capture_output=True, env=environment, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert done.returncode == 1, done.stderr
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    first, unchanged = once(), min(once() for _ in range(5))
    print(f"\none pair: {first:.2f} s, unchanged {unchanged:.2f} s of processor time")
    assert unchanged <= START
