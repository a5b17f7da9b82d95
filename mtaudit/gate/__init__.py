"""The gate: what the house makes of a run. Findings are suppressed, held against the baseline, and ruled on."""

from mtaudit.gate.baseline import Baseline
from mtaudit.gate.ruling import OutletPolicy, Policy, check, ungated
from mtaudit.gate.suppressing import suppressed

__all__ = ["Baseline", "OutletPolicy", "Policy", "check", "suppressed", "ungated"]
