"""How long it takes to group articles by event and to hold those of each against one another.

Run alone with `pytest -m benchmark -s`; MTAUDIT_COVERAGE_ARTICLES says how many articles, 400 by default. It prints and
holds no time against a limit. What is held is that no two events are made one.
"""

from __future__ import annotations

import os
import time
from collections import Counter

import pytest
from synthetic_events import articles

import mtaudit
from mtaudit.event import event_of, groups
from mtaudit.judging.pipeline import audit_event
from mtaudit.text.segmentation import parsed

NUMBER = int(os.environ.get("MTAUDIT_COVERAGE_ARTICLES", "400"))


@pytest.mark.benchmark
def test_events_are_grouped_and_cross_checked() -> None:
    told = articles(NUMBER)
    event_of_id = {t.document.id: t.event for t in told}
    mtaudit.plugins(False)

    start = time.perf_counter()
    found = groups([t.document for t in told])
    grouped = time.perf_counter() - start

    start = time.perf_counter()
    flagged: Counter[bool] = Counter()
    for group in found:
        event = event_of([parsed(d) for d in group])
        for k, document in enumerate(group):
            audit = audit_event(event, k, mtaudit.plugins(False))
            flagged[document.id.endswith("/3")] += any(f.detector == "quote-deviates" for f in audit.findings)
    checked = time.perf_counter() - start

    damaged = sum(document.id.endswith("/3") for group in found for document in group)
    print(
        f"\n{NUMBER} articles: {len(found)} events in {grouped:.1f} s, cross-checked in {checked:.1f} s; "
        f"{flagged[True]} of {damaged} damaged ones found, {flagged[False]} sound ones flagged"
    )
    assert all(len({event_of_id[d.id] for d in group}) == 1 for group in found)
    sizes = Counter(t.event for t in told)
    assert sum(map(len, found)) >= 0.95 * sum(size for size in sizes.values() if size > 1)
    assert flagged[True] >= 0.9 * damaged
    assert flagged[False] <= 0.01 * NUMBER
