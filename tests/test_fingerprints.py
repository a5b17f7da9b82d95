"""Fingerprints last: edits elsewhere in a copy leave them alone, and no two findings of a document share one."""

from __future__ import annotations

import random
from pathlib import Path

import harmless_edits
import pytest

import mtaudit
from mtaudit.records import Audit, Document

ROOT = Path(__file__).parent.parent

ORIGINAL = "The mayor spoke late. It was said that 12 ferries sank in the gale. Nobody had seen it come."
COPY = "The mayor spoke late. It was said that 21 ferries sank in the gale. Nobody had seen it come."


def audited(original: str, copy: str) -> Audit:
    return mtaudit.compare(Document("o", original, "en"), Document("c", copy, "en"), model=False)


def prints(original: str, copy: str) -> list[str]:
    return [finding.fingerprint for finding in audited(original, copy).findings]


@pytest.mark.parametrize(
    "copy",
    [
        pytest.param(COPY.replace(". ", ".\n\n"), id="sentences parted into paragraphs"),
        pytest.param(COPY.replace(" ", "  "), id="double spaces"),
        pytest.param(COPY.replace("21 ferries", "21\u00a0ferries"), id="a space that does not break"),
        pytest.param("A cat was rescued from a roof in Brindle.\n\n" + COPY, id="a paragraph before"),
        pytest.param(COPY + "\n\nA cat was rescued from a roof in Brindle.", id="a paragraph behind"),
        pytest.param(COPY.replace("said that", "said how"), id="a word beside it in the next revision"),
        pytest.param(COPY.replace("late. It", "late; it"), id="its sentence joined to the one before"),
    ],
)
def test_an_edit_elsewhere_leaves_it_alone(copy: str) -> None:
    (print_,) = prints(ORIGINAL, COPY)
    assert print_ in prints(ORIGINAL, copy)


def test_another_change_at_the_same_place_has_another() -> None:
    assert prints(ORIGINAL, COPY) != prints(ORIGINAL, COPY.replace("21", "33"))


def test_the_same_change_in_another_sentence_has_another() -> None:
    original = ORIGINAL + "\n\nIn spring 12 ferries were sold."
    found = prints(original, original.replace("12", "21"))
    assert len(found) == len(set(found)) == 2


def test_the_same_change_in_the_same_words_has_another() -> None:
    original = "\n\n".join(["It was said that 12 ferries sank in the gale."] * 3)
    found = prints(original, original.replace("12", "21"))
    assert len(found) == len(set(found)) == 3


def test_hand_wrapped_lines_leave_it_alone() -> None:
    wrapped = COPY.replace("said that 21", "said that\n21").replace("Nobody had", "Nobody\nhad")
    assert prints(ORIGINAL, COPY)[0] in prints(ORIGINAL, wrapped)


def test_the_law_holds_over_random_edits() -> None:
    """A thousand of them in tests/benchmarks/test_fingerprint_law.py."""
    told = harmless_edits.stories([ROOT / "corpora" / "storm", ROOT / "corpora-blind" / "arson-trial"])
    tally = harmless_edits.tallied(told, 60, seed=3)
    assert set(tally.asked) == {edit.__name__ for edit in harmless_edits.EDITS}
    assert tally.share >= 0.99
    assert tally.shared == 0


def test_the_law_can_fail() -> None:
    """Edits do touch something: a text that says something else keeps few of them."""
    told = harmless_edits.stories([ROOT / "corpora" / "storm"])[0]
    chance = random.Random(1)
    for edit in harmless_edits.EDITS:
        edited = edit(told.copy.text, chance)
        assert edited is not None
        assert edited.text != told.copy.text or edit is harmless_edits.white_space
    faithful = audited(told.original.text, told.original.text)
    assert not faithful.findings
