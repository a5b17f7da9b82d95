"""How fast pages are read beside trafilatura alone with the same settings, in the same run.

Run alone with `pytest -m benchmark -s`. No time is held against a limit, which a busy machine would break, but only how
the two compare: processor time, in turn, the best round of each.
"""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable

import pages
import pytest
from trafilatura import bare_extraction

from mtaudit.ingest.html import article
from mtaudit.text.language import language_of

ADDRESS = "https://copy.example/x"

FLOOR = 0.9
"""Of trafilatura's throughput; measured 0.94 to 0.95 on bare pages, 1.2 on pages as large as real ones."""

ROUNDS = 50
"""A round takes a tenth of a second; whoever else is on the machine spoils many, and always upwards."""


def took(read: Callable[[str], object], made: list[str]) -> float:
    language_of.cache_clear()  # no page is read twice in life
    gc.collect()
    gc.disable()  # as timeit has it: whom the collector meets is a matter of chance
    start = time.process_time()
    for page in made:
        read(page)
    gc.enable()
    return time.process_time() - start


def ours(page: str) -> object:
    return article(page, id="page", url=ADDRESS)


def theirs(page: str) -> object:
    return bare_extraction(page, url=ADDRESS, fast=True, include_comments=False, with_metadata=True)


@pytest.mark.benchmark
@pytest.mark.parametrize("large", [False, True], ids=["bare pages", "pages as large as real ones"])
def test_reading_pages_beside_trafilatura_alone(large: bool) -> None:
    made = [layout(story) for layout in pages.LAYOUTS for story in pages.STORIES]
    if large:
        made = [pages.as_large_as_real(page) for page in made]
    mine, other = [], []
    for _ in range(ROUNDS):
        mine.append(took(ours, made))
        other.append(took(theirs, made))
    size = statistics.mean(len(page.encode()) for page in made)
    share = min(other) / min(mine)
    print(
        f"\n{size / 1000:.0f} kB a page: {len(made) / min(mine):.0f} pages a second of processor time, "
        f"{share:.2f} of trafilatura's throughput (the best of {ROUNDS} rounds of each, in turn)"
    )
    assert share >= FLOOR
