"""Names of detectors, equivalences and metrics that were changed: an old one is read as the new."""

from __future__ import annotations

RENAMED: dict[str, str] = {}
"""Old name → new name. What stands here stays: suppressions, levels, baselines and fingerprints hold old names."""


def current(name: str) -> str:
    """What a name is now."""
    while name in RENAMED:
        name = RENAMED[name]
    return name


def first(name: str) -> str:
    """What a name was at first: fingerprints are made of it, so that they outlast a new name."""
    before = {new: old for old, new in RENAMED.items()}
    while name in before:
        name = before[name]
    return name
