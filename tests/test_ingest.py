"""Bytes become a document whose text is final, with remarks on what an editor should know."""

from __future__ import annotations

import codecs
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.errors import InputError
from mtaudit.ingest import MAX_BYTES, Reader, decode, document, expand
from mtaudit.records import Document


def read(path: Path) -> Document:
    with Reader() as reader:
        return reader.read(path)


TEXT = "Café prices rose by 5 € – “again”.\r\nNobody was surprised.\n"


@pytest.mark.parametrize(
    ("data", "remarks"),
    [
        pytest.param(TEXT.encode(), (), id="utf-8"),
        pytest.param(codecs.BOM_UTF8 + TEXT.encode(), (), id="utf-8 with its mark"),
        pytest.param(codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), (), id="utf-16, little end first"),
        pytest.param(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), (), id="utf-16, big end first"),
        pytest.param(codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), (), id="utf-32, whose mark begins as utf-16's"),
        pytest.param(codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"), (), id="utf-32, big end first"),
        pytest.param(TEXT.encode("cp1252"), ("not UTF-8; read as Windows-1252",), id="windows-1252"),
    ],
)
def test_encodings(data: bytes, remarks: tuple[str, ...]) -> None:
    assert decode(data) == (TEXT, remarks)


def test_bytes_that_no_encoding_reads_are_counted() -> None:
    text, (remark,) = decode(b"caf\xe9 \x81\x8d")
    assert text == "café \ufffd\ufffd"
    assert "2 bytes could not be read" in remark


@pytest.mark.parametrize(
    ("data", "told"),
    [
        pytest.param(b"PK\x03\x04\x00\x00", "binary", id="a zero byte"),
        pytest.param(codecs.BOM_UTF8 + b"caf\xe9", "starts as utf-8 text but is not", id="a mark that lies"),
        pytest.param(codecs.BOM_UTF16_LE + b"a", "starts as utf-16-le text but is not", id="half a character"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, told: str) -> None:
    with pytest.raises(InputError, match=told):
        decode(data)


@pytest.mark.parametrize("text", ["", " \n\t ", "\u2003"])
def test_an_empty_text_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="is empty"):
        document(text)


def test_control_characters_make_a_binary() -> None:
    with pytest.raises(InputError, match="binary"):
        document("ab\x01\x02")
    assert document("It rained. " * 20 + "\x01").text.endswith("\x01")


def test_the_text_is_final() -> None:
    assert document(TEXT).text == TEXT


def test_the_title_is_the_first_line() -> None:
    assert document("\n  Rain in Brindle \n\nIt rained.").title == "Rain in Brindle"
    title = document("rain " * 100).title
    assert title is not None
    assert len(title) == 200
    assert title.endswith("…")


def test_the_id_is_made_of_the_text() -> None:
    assert document("It rained.").id == document("It rained.").id != document("It rained!").id
    assert document("It rained.", id="mine").id == "mine"


def test_the_language_is_told() -> None:
    assert document("The ferry to the island left the dock on Thursday although there was a fog.").language == "en"
    assert document("Rain").language is None


def test_mojibake_is_remarked_on_and_left_as_it_is() -> None:
    broken = "The cafÃ© closed, â€œat lastâ€\x9d she said."
    made = document(broken)
    assert made.text == broken
    assert "mojibake" in made.remarks[0]
    assert document(TEXT, remarks=("earlier",)).remarks == ("earlier",)


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "rain.txt"
    path.write_bytes(TEXT.encode("cp1252"))
    made = read(path)
    assert (made.id, made.path, made.text) == (path.as_posix(), path.as_posix(), TEXT)
    assert made.remarks == ("not UTF-8; read as Windows-1252",)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        pytest.param(None, "no such file", id="missing"),
        pytest.param(b"", "is empty", id="empty"),
        pytest.param(b"\x00\x01", "is a binary file", id="binary"),
        pytest.param(b"a" * (MAX_BYTES + 1), "500,001 bytes; an article may have 500,000", id="too long"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, data: bytes | None, told: str) -> None:
    path = tmp_path / "rain.txt"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(InputError, match=told) as error:
        read(path)
    assert str(error.value).startswith(f"{path}: ")


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a folder"):
        read(tmp_path)


def test_a_name_that_no_file_can_have_is_refused() -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read(Path("a\x00b"))


def test_what_a_users_words_stand_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("b.txt", "a.TXT", "c.md", "d.html", "sub/e.txt", "[f].txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("It rained.")
    assert [str(p) for p in expand(["."])] == ["[f].txt", "a.TXT", "b.txt", "c.md", "d.html"]
    assert [str(p) for p in expand(["d.html", "?.txt", "b.txt"])] == ["d.html", "b.txt"], "each once, in order"
    assert [str(p) for p in expand(["**/*.txt"])] == ["[f].txt", "b.txt", f"sub{os.sep}e.txt"]
    assert [str(p) for p in expand(["[f].txt"])] == ["[f].txt"], "a file may be named like a pattern"
    assert [str(p) for p in expand(["none.txt", "*.pdf"])] == ["none.txt", "*.pdf"], "reading them reports it"


@given(st.text(min_size=1, max_size=60).filter(lambda text: not text.startswith("\ufeff") and "\x00" not in text))
def test_a_text_comes_back_from_utf_8_whole(text: str) -> None:
    try:
        data = text.encode()
    except UnicodeEncodeError:
        return
    assert decode(data) == (text, ())


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        text, _ = decode(data)
    except InputError:
        return
    assert len(text) <= len(data)
