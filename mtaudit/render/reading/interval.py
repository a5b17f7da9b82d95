"""How far a copy's fidelity can be relied on, as an interval around it."""

from __future__ import annotations

from mtaudit.metrics.fidelity import SHARE
from mtaudit.records import Audit
from mtaudit.render.reading.verdict import score

MEANING = (
    f"The {SHARE}\u00a0% interval says how far the fidelity would move if the article had consisted of other sentences "
    "like these: its sentences are drawn again and again, with replacement, and each draw is scored (percentile "
    "bootstrap). Short articles and few grave findings make it wide. It does not say how sure the findings are."
)
"""What it is, for a reader."""


def interval(audit: Audit) -> tuple[float, float] | None:
    """Low and high end of the fidelity, 0 to 100; None where it was not measured, or nothing can be said of it."""
    found = score(audit, "fidelity")
    return found.interval if found else None
