"""The file that outlives a run: all or nothing, for one at a time, and what comes out is what went in."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from damaging import DAMAGE, Damage
from hypothesis import given, settings
from hypothesis import strategies as st

import mtaudit
from mtaudit.errors import InputError, UsageError
from mtaudit.gate import ungated
from mtaudit.ingest import Answer
from mtaudit.keeping.store import State, Store
from mtaudit.records import Audit, Document, Run
from mtaudit.render.html import page
from mtaudit.render.json import Json

STORY = "A fire killed 12 people in Lorn on Monday, the mayor said. She did not name “the cause” of it."


IN_MEMORY = Path(":memory:")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "watch.sqlite"


def audited(original: str, copy: str) -> Audit:
    return mtaudit.compare(Document("o", original), Document("c", copy), model=False)


@cache
def story() -> Audit:
    return audited(STORY, STORY.replace("12", "21").replace("did not name", "named"))


def rendered(audit: Audit) -> tuple[str, str]:
    run = Run((audit,), (), (), "s")
    return Json()(ungated(run)), page(run)


# --- items


def test_what_was_recorded_is_there_when_it_is_opened_again(path: Path) -> None:
    item, other = Document("a", "Rain."), Document("b", "Rain.")
    with Store(path) as store:
        assert store.state(item) is None
        store.record(item, [story()], "judge 1")
        store.record(other, (), "judge 2")
    with Store(path) as store:
        assert (store.state(item), store.state(other)) == (State.AUDITED, State.UNMATCHED)
        (kept,) = store.items(State.AUDITED, 9)
        assert (kept.number, kept.signature, kept.document, kept.legible) == (1, "judge 1", item, True)
        assert rendered(*kept.audits) == rendered(story())
        assert [k.document for k in store.items(State.UNMATCHED, 9)] == [other]


def test_another_text_under_the_same_name_is_another_version(path: Path) -> None:
    with Store(path) as store:
        store.record(Document("a", "Rain."), (), "")
        assert store.state(Document("a", "Snow.")) is None
        assert store.state(Document("a", "Rain.", title="a title is no part of the text")) is State.UNMATCHED


def test_an_unmatched_item_may_find_its_original_and_is_the_newest_then(path: Path) -> None:
    with Store(path) as store:
        for name in "ab":
            store.record(Document(name, "Rain."), (), "")
        store.record(Document("a", "Rain."), [story()], "")
        assert store.state(Document("a", "Rain.")) is State.AUDITED
        assert [k.number for k in store.items(State.AUDITED, 9)] == [3]
        assert [k.number for k in store.items(State.UNMATCHED, 9)] == [2]


def test_the_newest_come_first_and_no_more_than_asked_for(path: Path) -> None:
    with Store(path) as store:
        for name in "abcd":
            store.record(Document(name, "Rain."), (), "")
        assert [k.document.id for k in store.items(State.UNMATCHED, 3)] == ["d", "c", "b"]


def test_an_audit_of_another_form_costs_itself(path: Path) -> None:
    with Store(path) as store:
        store.record(Document("a", "Rain."), [story()], "")
        store.record(Document("b", "Snow."), [story()], "")
    with sqlite3.connect(path) as db:
        db.execute("UPDATE items SET audit = document WHERE number = 1")
    db.close()
    with Store(path) as store:
        found = list(store.items(State.AUDITED, 9))
        assert [(k.document.id, k.legible, k.audits == ()) for k in found] == [("b", True, False), ("a", False, True)]
        assert store.state(Document("a", "Rain.")) is State.AUDITED


words = st.lists(st.sampled_from([*STORY.split(), "43", "“Parler", "\ud800", "café", "<b>", "\0", "not"]), min_size=1)


@given(words, words)
def test_law_an_audit_comes_out_as_it_went_in(original: list[str], copy: list[str]) -> None:
    audit = audited(" ".join(original), " ".join(copy))
    with Store(IN_MEMORY) as store:
        store.record(audit.copy, [audit], "")
        (kept,) = store.items(State.AUDITED, 1)
    assert rendered(*kept.audits) == rendered(audit)
    assert kept.audits[0].copy == audit.copy == kept.document


# --- answers


@given(st.binary(), st.text(), st.none() | st.text())
def test_law_an_answer_comes_out_as_it_went_in(body: bytes, url: str, tag: str | None) -> None:
    with Store(IN_MEMORY) as store:
        assert store.get(url) is None
        for answer in (Answer("moved", body, "text/html", None, tag), Answer(url, body + body, modified=tag)):
            store.put(url, answer)
            assert store.get(url) == answer


def test_an_answer_that_nobody_asks_for_is_dropped(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer, days = Answer("", b"Rain."), 24 * 3600.0
    with Store(path) as store:
        for now, url in ((0, "a"), (0, "b")):
            monkeypatch.setattr("time.time", lambda now=now: now)
            store.put(url, answer)
        monkeypatch.setattr("time.time", lambda: 5 * days)
        assert store.get("a") == answer
        monkeypatch.setattr("time.time", lambda: 8 * days)
        store.forget()
        assert (store.get("a"), store.get("b")) == (answer, None)


def test_an_answer_of_another_form_is_asked_for_again(path: Path) -> None:
    with Store(path) as store:
        store.put("a", Answer("a", b"Rain."))
        store.record(Document("a", "Rain."), (), "")
    with sqlite3.connect(path) as db:
        db.execute("UPDATE answers SET answer = (SELECT document FROM items)")
    db.close()
    with Store(path) as store:
        assert store.get("a") is None


def test_a_damaged_row_costs_itself(path: Path) -> None:
    with Store(path) as store:
        for name in "abc":
            store.record(Document(name, "Rain."), [story()] if name != "c" else (), "")
        store.put("a", Answer("a", b"Rain."))
    made(path, "UPDATE items SET document = x'00ff' WHERE number > 1")
    made(path, "UPDATE answers SET answer = x'00ff'")
    with Store(path) as store:
        found = list(store.items(State.AUDITED, 9))
        assert [(k.number, k.document.id, k.legible) for k in found] == [(2, "item 2", False), (1, "a", True)]
        assert [k.legible for k in store.items(State.UNMATCHED, 9)] == [False]
        assert store.get("a") is None


# --- the file


def test_nobody_else_can_open_it(path: Path) -> None:
    with Store(path):
        with pytest.raises(UsageError, match=r"watch\.sqlite: is in use; another watch"):
            Store(path)
        code = f"from mtaudit.keeping.store import Store; from pathlib import Path; Store(Path({str(path)!r}))"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
        assert "another watch is running on it" in done.stderr
    Store(path).close()


@pytest.mark.parametrize("left", [b"", b"no database at all" * 100], ids=["an empty file is filled", "text is refused"])
def test_a_file_that_is_none_of_ours(left: bytes, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(left)
    if left:
        with pytest.raises(InputError, match="is no file of `mtaudit watch`"):
            Store(path)
        assert path.read_bytes() == left
    else:
        Store(path).close()


def made(path: Path, statement: str) -> None:
    with sqlite3.connect(path) as db:
        db.execute(statement)
    db.close()


def test_a_database_of_another_program_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    made(tmp_path / "file", "CREATE TABLE recipes (name)")
    before = (tmp_path / "file").read_bytes()
    with pytest.raises(InputError, match="a database of another program; name another file with --state"):
        Store(tmp_path / "file")
    assert (tmp_path / "file").read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["file"]


@cache
def sound() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "watch.sqlite")
        with Store(path) as store:
            for number in range(9):
                store.record(Document(str(number), "Rain. " * 99), [story()] if number % 2 else (), "signed")
                store.put(str(number), Answer("a", b"Rain." * 99))
        return path.read_bytes()


@settings(max_examples=40)
@given(DAMAGE)
def test_law_a_damaged_file_is_told_and_never_taken_away(damage: Damage) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "watch.sqlite")
        path.write_bytes(damage(sound()))
        told = used(path)
        assert told is None or (told.startswith(f"{path}: ") and "\n" not in told)
        assert path.exists()


def used(path: Path) -> str | None:
    """Does all that can be done with a file; what was told of it."""
    try:
        with Store(path) as store:
            for state in State:
                list(store.items(state, 9))
            store.get("1")
            store.record(Document("new", "Snow."), (), "")
    except (InputError, UsageError) as error:
        return str(error)
    return None


def test_words_of_a_schema_that_are_no_text_are_told(path: Path) -> None:
    Store(path).close()
    data = path.read_bytes()
    path.write_bytes(data.replace(b"CREATE TABLE items", b"CREATE TABLE it\xffms"))
    with pytest.raises(InputError, match=r"watch\.sqlite: is damaged .*; name another file with --state, or move this"):
        Store(path)


def test_a_later_version_is_refused(path: Path) -> None:
    Store(path).close()
    made(path, "PRAGMA user_version = 2")
    with pytest.raises(InputError, match="made by a later version of mtaudit"):
        Store(path)


def test_a_place_where_none_can_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for path in (tmp_path / "file" / "state", tmp_path):
        with pytest.raises(UsageError, match=r"cannot be (written|used)"):
            Store(path)


def test_a_full_disk_is_told_and_loses_nothing(path: Path) -> None:
    with Store(path) as store:
        store.record(Document("a", "Rain."), (), "")
        store._db.execute("PRAGMA max_page_count = 1")
        many = replace(Document("b", "Snow."), remarks=tuple(str(n * n) for n in range(30_000)))
        with pytest.raises(UsageError, match=r"watch\.sqlite: cannot be used \(database or disk is full\)"):
            store.record(many, (), "")
        assert store.state(many) is None
    with Store(path) as store:
        assert store.state(Document("a", "Rain.")) is State.UNMATCHED
