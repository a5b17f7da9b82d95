"""Our findings of major or worse against what experts marked as major in translations of news (WMT, MQM).

Run with `MTAUDIT_MODEL=$(mtaudit model path) pytest tests/benchmarks/test_expert_spans.py -s`. The experts saw the
Chinese source and not the reference that stands for the original here; one of them against another reaches .40.
"""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from mtaudit.judging.judges import Plugins
from mtaudit.mqm import Severity
from training.judging import audited
from training.sets import BENCHMARKS, SHARED, Row, sample

SIZE = 300

FLOORS = {"wmt20_zhen_mqm": 0.04, "wmt21_zhen_mqm": 0.05}

pytestmark = pytest.mark.skipif(
    not BENCHMARKS.is_dir(), reason=f"{SHARED} does not hold the benchmarks; set MTAUDIT_SHARED to the folder that does"
)


def marked(spans: Iterable[tuple[int, int]]) -> set[int]:
    """The code points that lie in any of the spans."""
    return {k for start, end in spans for k in range(start, end)}


def agreement(rows: Iterable[Row], judges: Plugins, least: Severity) -> tuple[float, float, float]:
    """Character F1, precision and recall of our spans against each expert's major ones."""
    both = ours = theirs = 0
    for row in rows:
        findings = audited(row.get("ref2") or row["ref"], row["hyp"], judges).findings
        found = marked((f.copy.start, f.copy.end) for f in findings if f.copy and f.severity.rank >= least.rank)
        for rater in row["raters"]:
            gold = marked((e["start"], e["end"]) for e in rater["errors"] if e["sev"] in ("Major", "Critical"))
            both, ours, theirs = both + len(found & gold), ours + len(found), theirs + len(gold)
    return 2 * both / (ours + theirs), both / max(1, ours), both / max(1, theirs)


@pytest.mark.parametrize("name", FLOORS)
def test_grave_findings_lie_where_experts_mark_grave_errors(judges: Plugins, name: str) -> None:
    rows = sample(name, "report", SIZE, human=False)
    reached = {least: agreement(rows, judges, least) for least in (Severity.MAJOR, Severity.MINOR, Severity.NEUTRAL)}
    for least, (f1, precision, recall) in reached.items():
        print(f"\n{name}, {least.value} or worse: F1 {f1:.3f}, precision {precision:.3f}, recall {recall:.3f}", end="")
    assert reached[Severity.MAJOR][0] >= FLOORS[name]
