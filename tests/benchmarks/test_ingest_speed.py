"""How fast pages are read beside trafilatura alone with the same settings, in the same run.

Run alone with `pytest -m benchmark -s`. It prints and holds no time against a limit, which a busy machine would break.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

import pages
import pytest
from trafilatura import bare_extraction

from mtaudit.ingest.html import article

ADDRESS = "https://copy.example/x"


def took(read: Callable[[str], object], made: list[str]) -> float:
    start = time.process_time()
    for page in made:
        read(page)
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
    took(ours, made), took(theirs, made)
    ratios, speeds = [], []
    for _ in range(15):
        mine, other = took(ours, made), took(theirs, made)
        ratios.append(other / mine)
        speeds.append(len(made) / mine)
    size = statistics.mean(len(page.encode()) for page in made)
    print(
        f"\n{size / 1000:.0f} kB a page: {statistics.median(speeds):.0f} pages a second of processor time, "
        f"{statistics.median(ratios):.2f} of trafilatura's throughput (median of {len(ratios)})"
    )
