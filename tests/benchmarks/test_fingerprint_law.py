"""The law of fingerprints over 1,000 random harmless edits of the labelled copies: ≥ 99 % of the findings that an edit
does not touch keep theirs, and no two findings of a document share one.

What is lost is lost where the edit changes what is found: lines wrapped by hand move the words that a detector of
quotations reads, and a paragraph put between two sentences that became one parts them.
"""

from __future__ import annotations

from pathlib import Path

import harmless_edits
import pytest

ROOT = Path(__file__).parents[2]

FLOOR = 0.995
"""Measured: 0.998 (12 stories, seed 1)."""


@pytest.mark.benchmark  # with coverage it takes four times as long, and it reaches nothing that other tests do not
def test_fingerprints_outlast_a_thousand_harmless_edits() -> None:
    folders = sorted(p.parent for name in ("corpora", "corpora-blind") for p in (ROOT / name).glob("*/copy.txt"))
    tally = harmless_edits.tallied(harmless_edits.stories(folders), 1000, seed=1)
    for edit, asked in sorted(tally.asked.items()):
        print(f"{edit:<20} {tally.kept[edit]:>6} of {asked:>6} kept: {tally.kept[edit] / asked:.4f}")
    print(f"{'all':<20} {tally.kept.total():>6} of {tally.asked.total():>6} kept: {tally.share:.4f}")
    assert tally.shared == 0
    assert tally.share >= FLOOR
