"""What is kept of earlier runs: the file that keeps it, and runs of which only what changed is done."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from damaging import DAMAGE, Damage
from hypothesis import given, settings

import mtaudit
from mtaudit.cli import main
from mtaudit.ingest import document
from mtaudit.judging import tracing
from mtaudit.judging.judges import Plugins
from mtaudit.judging.runs import Bench, Seated, audit_all
from mtaudit.keeping import cache as keeping
from mtaudit.keeping.cache import Cache
from mtaudit.keeping.incremental import Remembered
from mtaudit.matching import Archive
from mtaudit.records import Audit, Document, Run

FIRE = "A fire killed 12 people in Oakham on Monday. The mayor of Oakham said that the school was not insured."
FIRE_COPY = "A fire killed 21 people in Oakham on Monday. The mayor of Oakham said that the school was not insured."
FERRY = "The council of Brindle voted for a new ferry. It will cost eight million pounds, the harbour master said."
FERRY_COPY = "The council of Brindle voted for a new ferry. It will cost nine million pounds, the harbour master said."
BAKERY = "The bakery of Tarn closed its doors after a hundred years. “We are proud of it, the baker said."

ORIGINALS = [document(FIRE, id="fire"), document(FERRY, id="ferry")]
COPIES = [document(FIRE_COPY, id="a"), document(FERRY_COPY, id="b"), document(BAKERY, id="c")]


@pytest.fixture
def kept(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "kept.sqlite")


def refused() -> Plugins:
    raise AssertionError("nothing changed, and yet the judges were loaded")


class Unasked:
    """A bench of which nothing may be asked for."""

    sought = True

    @property
    def archives(self) -> Sequence[Archive]:
        raise AssertionError("nothing changed, and yet the originals were indexed")

    @property
    def plugins(self) -> Plugins:
        return refused()

    @property
    def signature(self) -> str:
        return "never made"


def seated(originals: Sequence[Document] = ORIGINALS) -> Seated:
    return Seated([Archive.of(originals)], mtaudit.plugins(False), "signed")


def changed(
    kept: Cache, copies: Sequence[Document] = COPIES, originals: Sequence[Document] = ORIGINALS, *, key: bytes = b"1"
) -> Run:
    """A run in which everything may have changed."""
    return _again(seated(originals), kept, copies, originals, key)


def unchanged(
    kept: Cache, copies: Sequence[Document] = COPIES, originals: Sequence[Document] = ORIGINALS, *, key: bytes = b"1"
) -> Run:
    """A run in which nothing may have changed."""
    return _again(Unasked(), kept, copies, originals, key)


def _again(bench: Bench, kept: Cache, copies: Sequence[Document], originals: Sequence[Document], key: bytes) -> Run:
    return audit_all(copies, bench, kept=Remembered(kept, key, originals, ()))


def slim(audit: Audit) -> Audit:
    return replace(audit, comparison=None, verdicts=(), bead_scores=())


def test_what_is_kept_is_found_again_by_any_number_of_keys(kept: Cache, tmp_path: Path) -> None:
    pairs = {f"key {k}".encode(): f"value {k}".encode() for k in range(keeping.TOGETHER + 7)}
    for key, value in pairs.items():
        kept.put(key, value)
    kept.put(b"key 0", b"another")
    with Cache(tmp_path / "kept.sqlite") as other:
        assert other.get([*pairs, b"none"]) == pairs | {b"key 0": b"another"}
        assert other.info().entries == len(pairs)
        assert other.info().size > 0
        assert other.clear() == len(pairs)
        assert other.get(pairs) == {}


@pytest.mark.parametrize("content", [b"no database", b"SQLite format 3\0" + b"\xff" * 5000, b""])
def test_a_damaged_file_is_begun_anew(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "kept.sqlite"
    path.write_bytes(content)
    with Cache(path) as kept:
        kept.put(b"k", b"v")
        assert kept.get([b"k"]) == {b"k": b"v"}


@settings(max_examples=30)
@given(DAMAGE)
def test_law_a_damaged_file_is_missed_and_soon_replaced(damage: Damage) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "kept.sqlite")
        with Cache(path) as kept:
            for k in range(30):
                kept.put(b"%d" % k, b"v" * 300)
        path.write_bytes(damage(path.read_bytes()))
        with Cache(path) as kept:
            assert all(isinstance(value, bytes) for value in kept.get([b"%d" % k for k in range(30)]).values())
            kept.put(b"k", b"v")
            kept.info()


def test_what_is_no_value_is_missed(tmp_path: Path) -> None:
    path = tmp_path / "kept.sqlite"
    with Cache(path) as kept:
        for key in (b"a", b"b", b"c"):
            kept.put(key, b"v")
    with sqlite3.connect(path) as db:
        db.execute("UPDATE kept SET value = 'text' WHERE key = x'61'")
        db.execute("UPDATE kept SET asked = 'never' WHERE key = x'62'")
    db.close()
    with Cache(path) as kept:
        assert kept.get([b"a", b"b", b"c"]) == {b"c": b"v"}


def test_a_damaged_entry_is_judged_anew(kept: Cache, tmp_path: Path) -> None:
    first = changed(kept)
    with sqlite3.connect(tmp_path / "kept.sqlite") as db:
        db.execute("UPDATE kept SET value = x'78ff00'")
    db.close()
    assert changed(kept) == first
    assert unchanged(kept) == first


def test_where_nothing_can_be_kept_nothing_is(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with Cache(tmp_path / "file" / "kept.sqlite") as kept:
        kept.put(b"k", b"v")
        assert kept.get([b"k"]) == {}
        assert kept.info().entries == kept.info().size == kept.clear() == 0
        assert len(changed(kept).audits) == 3


def test_what_was_longest_not_asked_for_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "kept.sqlite"
    with Cache(path) as kept:
        for k in range(40):
            kept.put(b"%d" % k, b"x" * 1000)
    with sqlite3.connect(path) as db:
        db.execute("UPDATE kept SET asked = CAST(CAST(key AS TEXT) AS REAL)")
    db.close()
    monkeypatch.setattr(keeping, "MOST", 10_000)
    with Cache(path) as kept:
        assert kept.get([b"3"])  # asked for now
    with Cache(path) as kept:
        left = {int(key) for key in kept.get([b"%d" % k for k in range(40)])}
    assert left == {3, *range(21, 40)}


WRITER = """
import sys
from pathlib import Path
from mtaudit.keeping.cache import Cache
with Cache(Path(sys.argv[1])) as kept:
    print("ready", flush=True)
    for k in range(int(sys.argv[3])):
        kept.put(f"{sys.argv[2]} {k}".encode(), b"v" * 2000)
"""


def writer(path: Path, name: str, number: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), name, str(number)], stdout=subprocess.PIPE, text=True
    )


def test_several_runs_may_write_at_once(tmp_path: Path) -> None:
    path = tmp_path / "kept.sqlite"
    writers = [writer(path, name, 100) for name in "abcd"]
    for one in writers:
        one.communicate()
    assert [one.returncode for one in writers] == [0, 0, 0, 0]
    with Cache(path) as kept:
        assert kept.info().entries == 400


def test_a_killed_run_leaves_a_sound_file(tmp_path: Path) -> None:
    path = tmp_path / "kept.sqlite"
    killed = writer(path, "k", 100_000)
    assert killed.stdout
    killed.stdout.readline()
    with Cache(path) as kept:
        while kept.info().entries < 20:
            pass
        os.kill(killed.pid, signal.SIGKILL)
        killed.communicate()
        assert kept.get([b"k 0"]) == {b"k 0": b"v" * 2000}
        kept.put(b"after", b"v")
        assert kept.get([b"after"])


def test_the_second_run_judges_nothing_and_says_the_same(kept: Cache) -> None:
    first, second = changed(kept), unchanged(kept)
    assert second == first
    assert second.signature == "signed"
    assert [d.id for d in second.unmatched] == ["c"]
    with_all = audit_all(COPIES, seated())
    assert first == replace(with_all, audits=tuple(map(slim, with_all.audits)))
    assert [len(audit.findings) for audit in first.audits][:2] == [1, 1]


def test_only_what_changed_is_judged(kept: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    changed(kept)
    judged: list[str] = []
    traced = tracing.traced

    def noted(copy: Document, *rest: object) -> object:
        judged.append(copy.id)
        return traced(copy, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(tracing, "traced", noted)
    other = document(FERRY_COPY.replace("nine", "ten"), id="b")
    run = changed(kept, [COPIES[0], other, COPIES[2]])
    assert judged == ["b"]
    assert [audit.copy for audit in run.audits] == [COPIES[0], other, COPIES[2]]


@pytest.mark.parametrize(
    ("copies", "originals", "key"),
    [
        ([COPIES[1], COPIES[0]], ORIGINALS[:1], b"1"),
        (COPIES, [*ORIGINALS, document(BAKERY + " It was fun.", id="bakery")], b"1"),
        (COPIES, ORIGINALS, b"2"),
        ([replace(COPIES[0], outlet="Example Post")], ORIGINALS, b"1"),
        ([replace(COPIES[0], id="another")], ORIGINALS, b"1"),
    ],
    ids=["an original is gone", "an original more", "other judges", "another outlet", "another name"],
)
def test_what_may_change_a_finding_makes_it_be_judged(
    kept: Cache, copies: list[Document], originals: list[Document], key: bytes
) -> None:
    changed(kept)
    with pytest.raises(AssertionError, match="nothing changed"):
        unchanged(kept, copies, originals, key=key)


def test_the_order_of_copies_is_kept_and_does_not_matter(kept: Cache) -> None:
    changed(kept)
    run = unchanged(kept, [COPIES[1], COPIES[0], COPIES[2]])
    assert [audit.copy.id for audit in run.audits] == ["b", "a", "c"]


def test_a_value_that_cannot_be_read_is_made_again(kept: Cache) -> None:
    first = changed(kept)
    db = sqlite3.connect(kept.path)
    with db:
        db.execute("UPDATE kept SET value = ? WHERE length(value) > 20", [b"nothing of the kind, and long enough"])
    db.close()
    assert changed(kept) == first
    assert unchanged(kept) == first


def test_the_gate_keeps_what_it_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MTAUDIT_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    Path("o.txt").write_text(FIRE)
    Path("c.txt").write_text(FIRE_COPY)
    asked = ["check", "c.txt", "--originals", "o.txt", "--no-model"]
    assert main(asked) == 1
    first = capsys.readouterr().out
    monkeypatch.setattr(mtaudit, "plugins", lambda *_: refused())
    assert main(asked) == 1
    assert capsys.readouterr().out == first
    with pytest.raises(AssertionError, match="nothing changed"):
        main([*asked, "--no-cache"])
    assert main(["cache", "info"]) == 0
    assert f"{tmp_path / 'cache'}" in capsys.readouterr().out
    assert main(["cache", "clear"]) == 0
    assert "dropped 2 entries" in capsys.readouterr().out
    Path("mtaudit.toml").write_text('[detectors.number-changed]\nlevel = "minor"\n')
    monkeypatch.undo()
    monkeypatch.setenv("MTAUDIT_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    assert main(asked) == 0
