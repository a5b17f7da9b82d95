"""How lists of words are read: what their files may hold, and what a newsroom adds to them or strikes."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.errors import LexiconError
from mtaudit.lexicon import tables
from mtaudit.lexicon.tables import parse

SET = "#: set\n"
CLASSES = "#: classes death injury\n"
PAIRS = "#: pairs opposite free\n"


def test_a_set_a_class_and_a_pair_are_read() -> None:
    assert [row.head for row in parse("x", SET + "barely\nno longer # a phrase\n", "x").rows] == ["barely", "no longer"]
    table = parse("x", CLASSES + "#: columns words also\ndeath\tdie, dead\tlate\ndeath\tperish\ninjury\thurt\n", "x")
    assert dict(table.column("words")) == {"death": ("die", "dead", "perish"), "injury": ("hurt",)}
    assert dict(table.column("also")) == {"death": ("late",), "injury": ()}
    table = parse("x", CLASSES + "#: columns men women\ndeath\t\twidow\n", "x")
    assert table.column("women")["death"] == ("widow",)
    assert parse("x", PAIRS + "fall\trise\topposite, free\n", "x").rows[0].cells == (("rise",), ("opposite", "free"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("rise\n", "tells its shape", id="no shape"),
        pytest.param("#: heap\nrise\n", "“#: heap”", id="a shape that is none"),
        pytest.param(SET + "rise\nfall\n", "x:3: “fall” stands behind “rise”", id="unsorted"),
        pytest.param(SET + "fall\nfall\n", "“fall” stands there twice", id="a word twice"),
        pytest.param(SET + "Fall\n", "has a capital", id="a capital"),
        pytest.param(SET + "fall\trise\n", "columns", id="a column too many"),
        pytest.param(CLASSES + "rescue\tsave\n", "rescue: no such class; known are death, injury", id="a class"),
        pytest.param(CLASSES + "death\thurt\ninjury\thurt\n", "“hurt” stands there twice", id="a word in two classes"),
        pytest.param(CLASSES + "death\n", "columns", id="a class without words"),
        pytest.param(PAIRS + "fall\trise\tsame\n", "same: no such tag", id="a tag"),
        pytest.param(PAIRS + "fall\trise\nrise\tfall\n", "“rise / fall” stands there twice", id="a pair turned round"),
        pytest.param(PAIRS + "fall\trise, climb\n", "a pair is two words", id="three words"),
    ],
)
def test_what_makes_no_sense_is_refused(text: str, told: str) -> None:
    with pytest.raises(LexiconError) as error:
        parse("x", text, "x")
    assert told in str(error.value)


@given(st.sets(st.from_regex(r"[a-z]{1,8}( [a-z]{1,8})?", fullmatch=True), min_size=1))
def test_a_sorted_set_is_read_as_it_was_written(words: set[str]) -> None:
    assert {row.head for row in parse("x", SET + "\n".join(sorted(words)), "x").rows} == words


@given(st.sampled_from((SET, CLASSES, PAIRS)), st.text(st.sampled_from("ab ,\t\n#:-A")))
def test_whatever_stands_in_a_list_is_read_or_refused(head: str, text: str) -> None:
    with suppress(LexiconError):
        assert parse("x", head + text, "x").name == "x"


def asked(folder: Path, question: str) -> str:
    """What a process of its own says, whose lists are read with those of the folder."""
    begin = f"from pathlib import Path; from mtaudit.lexicon import tables; tables.use(Path({str(folder)!r}))"
    done = subprocess.run([sys.executable, "-c", f"{begin}; {question}"], capture_output=True, text=True, check=False)
    return done.stdout + done.stderr.strip().rpartition("\n")[2]


def test_a_newsroom_adds_words_and_strikes_others(tmp_path: Path) -> None:
    (tmp_path / "institutions.tsv").write_text("-senate\nmoot\n", encoding="utf-8")
    told = asked(tmp_path, "w = tables.words('institutions'); print('moot' in w, 'senate' in w, 'court' in w)")
    assert told.split() == ["True", "False", "True"]
    assert asked(tmp_path, "print(tables.signature())").strip() != tables.signature()


def test_what_a_newsroom_got_wrong_is_told(tmp_path: Path) -> None:
    (tmp_path / "instituions.tsv").write_text("up\tdown\n", encoding="utf-8")
    assert "no such list; did you mean" in asked(tmp_path, "")
    assert "no such folder" in asked(tmp_path / "nowhere", "")
    (tmp_path / "instituions.tsv").rename(tmp_path / "institutions.tsv")
    assert "institutions.tsv:1" in asked(tmp_path, "")


def test_lists_in_use_are_not_exchanged(tmp_path: Path) -> None:
    assert "in use already" in asked(
        tmp_path, f"tables.words('institutions'); tables.use(Path({str(tmp_path.parent)!r}))"
    )
