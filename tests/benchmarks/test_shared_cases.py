"""Small inputs of faults that were reported, with their right values; they are read where they lie.

They stand in `cases` of the folder that MTAUDIT_SHARED names, or of `shared` beside the repository.
"""

from __future__ import annotations

import os
from itertools import permutations
from pathlib import Path

import pytest

import mtaudit
from mtaudit.mqm import Severity
from mtaudit.records import Audit

CASES = Path(os.environ.get("MTAUDIT_SHARED") or Path(__file__).parents[3] / "shared") / "cases"

pytestmark = pytest.mark.skipif(
    not CASES.is_dir(), reason=f"there is no {CASES}; set MTAUDIT_SHARED to the folder that has the cases"
)


def critical(audit: Audit) -> set[str]:
    """The words of the copy on which a critical finding lies."""
    found = (f for f in audit.findings if f.severity is Severity.CRITICAL and f.copy)
    return {f.copy.of(audit.copy.text) for f in found if f.copy}


def test_grave_changes_are_not_called_harmless() -> None:
    audit = mtaudit.compare(CASES / "called-harmless" / "original.txt", CASES / "called-harmless" / "copy.txt")
    assert {"Lion", "denied", "murder"} <= {word for words in critical(audit) for word in words.split()}
    assert audit.scores
    assert next(score.value for score in audit.scores if score.metric == "fidelity") < 60


def test_a_page_is_read_whole() -> None:
    document = mtaudit.read(CASES / "kinds" / "install-no-html" / "page.html")
    assert document.text.count("\n\n") == 4
    assert "All rights reserved" not in document.text


def test_the_order_of_the_files_changes_no_finding() -> None:
    folder = CASES / "alone" / "16-order"
    copies = [path for path in sorted(folder.glob("*.txt")) if "primary" not in path.stem]
    primary = [path for path in sorted(folder.glob("*.txt")) if "primary" in path.stem]
    told = set()
    for order in permutations(copies):
        run = mtaudit.audit(order, primary=primary, model=False)
        told.add(tuple(sorted((a.copy.id, f.detector, f.copy, f.severity) for a in run.audits for f in a.findings)))
    assert len(told) == 1
