"""What `import mtaudit` offers, and how it is called."""

from __future__ import annotations

import doctest
import subprocess
import sys
from pathlib import Path

import pytest

import mtaudit

ORIGINAL = "A fire killed 12 people in Lorn on Monday. The mayor did not name the cause of it."
COPY = "A fire killed 21 people in Lorn on Monday. The mayor did not name the cause of it."
OTHER = "A choir from Brindle has won a singing contest. Its jury praised clear voices and modern pieces."


@pytest.fixture
def original(tmp_path: Path) -> Path:
    path = tmp_path / "original.txt"
    path.write_text(ORIGINAL)
    return path


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    path = tmp_path / "copy.txt"
    path.write_text(COPY)
    return path


def test_the_public_names_are_there_and_sorted() -> None:
    assert mtaudit.__all__ == sorted(mtaudit.__all__)
    assert [name for name in mtaudit.__all__ if not hasattr(mtaudit, name)] == []
    assert {"audit", "compare", "read", "Document", "Finding", "Run", "InputError"} <= set(mtaudit.__all__)


def test_its_docstring_tells_the_truth() -> None:
    assert doctest.testmod(mtaudit).failed == 0
    assert doctest.testmod(mtaudit).attempted > 0


def test_importing_it_loads_no_library_that_takes_its_time() -> None:
    code = "import mtaudit, sys; print([m for m in ('sacrebleu', 'numpy', 'langdetect', 'ftfy') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_text_a_path_and_a_document_are_all_read(original: Path) -> None:
    document = mtaudit.Document("mine", ORIGINAL)
    assert mtaudit.read(document) is document
    assert mtaudit.read(ORIGINAL).text == mtaudit.read(original).text == ORIGINAL
    assert mtaudit.read(original).path == original.as_posix()
    assert mtaudit.read(str(original)).text == str(original), "a string is the text itself, never a path"


def test_all_of_them_are_compared_alike(original: Path, copy: Path) -> None:
    sources: list[tuple[mtaudit.Source, mtaudit.Source]] = [
        (ORIGINAL, COPY),
        (original, copy),
        (mtaudit.Document("o", ORIGINAL), copy),
    ]
    found = [[(f.detector, f.copy, f.fingerprint) for f in mtaudit.compare(*pair).findings] for pair in sources]
    assert found[0] == found[1] == found[2]
    assert [(name, span and span.of(COPY)) for name, span, _ in found[0]] == [("number-changed", "21")]


def test_compare_raises_what_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(mtaudit.InputError, match="no such file"):
        mtaudit.compare(tmp_path / "none.txt", COPY)
    with pytest.raises(mtaudit.InputError, match="is empty"):
        mtaudit.compare(ORIGINAL, " ")


def test_audit_finds_the_original(original: Path, copy: Path) -> None:
    run = mtaudit.audit([copy, OTHER], [OTHER + " It was fun.", original])
    assert [(a.copy.text, a.original.text if a.original else None) for a in run.audits] == [
        (COPY, ORIGINAL),
        (OTHER, OTHER + " It was fun."),
    ]
    assert run.signature == mtaudit.signature()
    assert f"v:{mtaudit.__version__}" in run.signature


def test_audit_lists_what_has_no_original(copy: Path) -> None:
    run = mtaudit.audit([copy, OTHER], [ORIGINAL])
    assert [(audit.copy.text, audit.basis.value) for audit in run.audits] == [(COPY, "pair"), (OTHER, "text")]
    assert [document.text for document in run.unmatched] == [OTHER]


def test_without_originals_nothing_is_sought(copy: Path) -> None:
    run = mtaudit.audit([copy])
    assert [audit.original for audit in run.audits] == [None]
    assert not run.unmatched


def test_what_cannot_be_read_becomes_a_failure_and_the_rest_is_done(original: Path, copy: Path, tmp_path: Path) -> None:
    run = mtaudit.audit([tmp_path / "none.txt", copy, " "], [original, tmp_path])
    assert len(run.audits) == 1
    assert {(f.what, f.where) for f in run.failures} == {
        ("copy", str(tmp_path / "none.txt")),
        ("copy", "copy"),
        ("original", str(tmp_path)),
    }
    assert len(run.failures) == 3


def test_an_original_is_not_audited_against_itself(original: Path, copy: Path) -> None:
    run = mtaudit.audit([original, copy], [original])
    assert [audit.copy.path for audit in run.audits] == [copy.as_posix()]
    assert not run.unmatched


def test_nothing_to_audit() -> None:
    run = mtaudit.audit([], [])
    assert (run.audits, run.unmatched, run.failures) == ((), (), ())


def test_progress_is_told(copy: Path, original: Path) -> None:
    told: list[tuple[int, int, str]] = []
    mtaudit.audit([copy, OTHER], [original], progress=lambda *step: told.append(step))
    assert [(done, total) for done, total, _ in told] == [(0, 2), (1, 2), (2, 2)]
    assert told[0][2] == copy.as_posix()
