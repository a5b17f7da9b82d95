"""Which originals a copy could come from."""

from __future__ import annotations

import atexit
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from damaging import DAMAGE, Damage
from hypothesis import given, settings
from hypothesis import strategies as st

from mtaudit.cli import main
from mtaudit.errors import InputError, UsageError
from mtaudit.matching import Archive
from mtaudit.matching.damage import sheltered
from mtaudit.records import Document

FERRY = Document("ferry", "The ferry to Lorn ran aground in a fog. The captain called the harbour for help.")
BAKERY = Document("bakery", "The oldest bakery of Brindle closed its doors. Bread had been baked there for a century.")
DOCK = Document("dock", "The harbour of Lorn got a new dock. No ferry may land there before the summer.")
REPOST = Document("copy", "In a fog, the ferry to Lorn ran aground. The harbour was called by its captain.")


def test_the_likeliest_comes_first() -> None:
    assert Archive.of([BAKERY, DOCK, FERRY]).candidates(REPOST) == (FERRY, DOCK)


def test_no_more_than_asked_for() -> None:
    assert Archive.of([BAKERY, DOCK, FERRY]).candidates(REPOST, most=1) == (FERRY,)


def test_unlike_originals_are_none() -> None:
    assert Archive.of([BAKERY]).candidates(REPOST) == ()


def test_none_of_none() -> None:
    assert Archive.of([]).candidates(REPOST) == ()


def test_a_copy_of_small_words_is_like_nothing() -> None:
    assert Archive.of([FERRY]).candidates(Document("copy", "It is what it is.")) == ()


def test_equally_likely_ones_are_found_in_one_order() -> None:
    twin = Document("twin", FERRY.text)
    assert Archive.of([twin, FERRY]).candidates(REPOST) == (FERRY, twin)
    assert Archive.of([FERRY, twin]).candidates(REPOST) == (FERRY, twin)


def test_an_archive_is_kept(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    assert Archive(folder).add([FERRY, BAKERY]) == 2
    again = Archive(folder)
    assert len(again) == 2
    assert again.candidates(REPOST) == (FERRY,)


def test_what_comes_back_is_the_whole_document(tmp_path: Path) -> None:
    told = replace(
        FERRY,
        url="https://news.example/ferry",
        outlet="The Lorn Post",
        published=datetime(2024, 5, 17, 9, 30, tzinfo=UTC),
        remarks=("not UTF-8",),
    )
    Archive(tmp_path).add([told])
    assert Archive(tmp_path).candidates(REPOST) == (told,)


def test_nothing_is_added_twice_and_a_change_is_another_version(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    later = replace(FERRY, text=FERRY.text + " Nobody was hurt.")
    assert archive.add([FERRY, FERRY, DOCK]) == 2
    assert archive.add([FERRY, later]) == 1
    assert set(archive.candidates(Document("c", later.text))) == {FERRY, later, DOCK}


def test_what_was_committed_survives_a_crash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mtaudit.matching.archive.COMMIT", 1)

    def breaking() -> Iterator[Document]:
        yield FERRY
        yield DOCK
        raise RuntimeError("the power went")

    with pytest.raises(RuntimeError, match="power"):
        Archive(tmp_path).add(breaking())
    assert len(Archive(tmp_path)) == 2
    assert Archive(tmp_path).add([BAKERY, FERRY]) == 1, "nothing holds it any more"


def test_a_killed_process_leaves_an_archive(tmp_path: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from mtaudit.matching import Archive, archive;"
        "from mtaudit.records import Document; archive.COMMIT = 2;"
        "texts = (Document(str(n), f'the ferry number {n} ran aground') for n in range(5));"
        "kill = lambda d: os._exit(9) if d.id == '4' else d;"
        f"Archive(Path({str(tmp_path)!r})).add(map(kill, texts))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 9
    archive = Archive(tmp_path)
    assert len(archive) == 4
    assert archive.add([FERRY]) == 1


def test_two_cannot_add_at_once(tmp_path: Path) -> None:
    def other() -> Iterator[Document]:
        with pytest.raises(UsageError, match="another process"):
            Archive(tmp_path).add([DOCK])
        yield FERRY

    assert Archive(tmp_path).add(other()) == 1


def test_a_folder_with_other_things_is_no_archive(tmp_path: Path) -> None:
    (tmp_path / "letters.txt").write_text("Dear Ada")
    assert not Archive.is_archive(tmp_path)
    with pytest.raises(InputError, match="not an archive"):
        Archive(tmp_path)
    with pytest.raises(InputError, match="no archive can be opened"):
        Archive(tmp_path / "letters.txt")


def test_a_damaged_archive_is_told(tmp_path: Path) -> None:
    Archive(tmp_path).add([FERRY])
    (tmp_path / "meta.json").write_text("{")
    with pytest.raises(InputError, match="no archive can be opened"):
        Archive(tmp_path)


def made(folder: Path) -> list[Path]:
    texts = [replace(FERRY, id=str(n), text=f"{FERRY.text} It was ferry number {n} of {n * 7}.") for n in range(60)]
    Archive(folder).add(texts)
    return sorted(path for path in folder.iterdir() if path.stat().st_size)


@cache
def sound() -> Path:
    """An archive to be copied: what lies in one that was open in this process may still be mapped into its memory."""
    folder = Path(tempfile.mkdtemp(prefix="mtaudit-tests-"))
    made(folder)
    atexit.register(shutil.rmtree, folder)
    return folder


def used(folder: Path) -> str | None:
    """Does all that can be done with an archive; what was told of it."""
    try:
        archive = Archive(folder)
        assert len(archive) >= 0
        archive.candidates(REPOST)
        archive.add([BAKERY])
    except (InputError, UsageError) as error:
        return str(error)
    return None


@settings(max_examples=40)
@given(st.floats(0, 1, exclude_max=True), DAMAGE)
def test_law_a_damaged_archive_is_told_in_one_line(which: float, damage: Damage) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(shutil.copytree(sound(), Path(name, "archive")))
        files = sorted(path for path in folder.iterdir() if path.stat().st_size)
        path = files[int(which * len(files))]
        path.write_bytes(damage(path.read_bytes()))
        told = used(folder)
        assert told is None or (str(folder) in told and "\n" not in told)


@pytest.mark.parametrize("cut", [False, True], ids=["damaged", "cut short"])
@pytest.mark.parametrize("kind", ["term", "idx", "store", "fast", "fieldnorm"])
def test_no_panic_of_a_library_is_heard(
    kind: str, cut: bool, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = Path(shutil.copytree(sound(), tmp_path / "originals"))
    path = next(path for path in sorted(folder.iterdir()) if path.suffix == f".{kind}")
    data = bytearray(path.read_bytes())
    for place in range(0, max(1, len(data) - 120), 3):
        data[place] ^= 0xFF
    path.write_bytes(data[:3] if cut else data)
    (tmp_path / "copy.txt").write_text(REPOST.text)
    argv = ["audit", str(tmp_path / "copy.txt"), "--originals", str(folder), "--out", str(tmp_path / "r"), "--no-model"]
    assert main(argv) == 2
    said = capfd.readouterr().err
    assert said == (
        f"mtaudit: {folder}: the archive is damaged ({path.name} is not as it was written); "
        "move it away and build it anew with `mtaudit index`\n"
    )
    assert main(["index", str(tmp_path / "copy.txt"), "--archive", str(folder)]) == 2


def test_what_no_checksum_foretold_is_told_the_same_way(tmp_path: Path) -> None:
    made(tmp_path)
    archive = Archive(tmp_path)
    with pytest.raises(InputError, match="the archive is damaged"), sheltered(tmp_path):
        raise type("PanicException", (BaseException,), {})("index out of bounds")
    with pytest.raises(KeyboardInterrupt), sheltered(tmp_path):
        raise KeyboardInterrupt
    (tmp_path / "entries").write_bytes(b"")
    with pytest.raises(InputError, match="an entry of the archive is damaged"):
        archive.candidates(REPOST)


ANY = st.text(st.characters())


@given(st.lists(ANY, max_size=5), ANY)
@settings(max_examples=25, deadline=None)
def test_any_text_can_be_kept_and_asked_for(texts: list[str], copy: str) -> None:
    originals = [Document(str(number), text) for number, text in enumerate(texts)]
    archive = Archive.of(originals)
    assert len(archive) == len(originals)
    assert set(archive.candidates(Document("c", copy))) <= set(originals)
