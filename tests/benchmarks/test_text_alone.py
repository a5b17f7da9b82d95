"""What each detector of a text alone finds in real news and in its round trips: `pytest -s` prints the figures.

The round-trip corpus and the samples stand in the folder that MTAUDIT_SHARED names, or in `shared` beside the
repository.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

import mtaudit
from mtaudit import registry
from mtaudit.detectors.base import TextDetector
from mtaudit.mqm import Severity
from mtaudit.records import Parsed
from mtaudit.registry import Registered
from mtaudit.segmentation import parsed

SHARED = Path(os.environ.get("MTAUDIT_SHARED") or Path(__file__).parents[3] / "shared")
ROUNDTRIP, SEEDS = SHARED / "roundtrip", SHARED / "seeds"

pytestmark = pytest.mark.skipif(
    not (ROUNDTRIP.is_dir() and SEEDS.is_dir()),
    reason=f"{SHARED} does not hold the real articles; set MTAUDIT_SHARED to the folder that does",
)


class Held(NamedTuple):
    """Places per 1,000 words: at most so many in sound originals, at least so many in round trips and in samples.

    `damaged` is a count: places in the samples that were round-tripped.
    """

    sound: float
    rt: float
    damaged: int


FLOORS = {
    "adjective-behind-noun": Held(0.0, 0.0, 1),
    "article-stranded": Held(0.0, 0.2, 0),
    "genitive-chained": Held(0.0, 0.35, 0),
    "malapropism": Held(0.0, 0.1, 5),
    "name-inverted": Held(0.0, 0.0, 1),
    "name-rendered": Held(0.0, 0.0, 0),
    "name-torn": Held(0.0, 0.0, 1),
    "preposition-calqued": Held(0.0, 0.1, 0),
    "pronoun-flips": Held(0.0, 0.0, 2),
    "subject-missing": Held(0.0, 0.05, 0),
    "verb-form-broken": Held(0.0, 0.03, 0),
}
"""By detector. Floors lie just below what was measured when they were last raised, ceilings at it."""

DAMAGED, SOUND = ("000_*", "001_*", "002_*"), ("003_*", "004_*")
"""The samples that were round-tripped, and those that were not."""

KNOWN = {registered.name: registered for registered in registry.text_detectors()}

each = pytest.mark.parametrize("name", [name for name in FLOORS if name in KNOWN])


@cache
def texts(folder: Path, *patterns: str) -> tuple[Parsed, ...]:
    paths = sorted({path for pattern in patterns for path in folder.glob(f"{pattern}.txt")})
    return tuple(parsed(mtaudit.read(path)) for path in paths)


def found(entry: Registered[TextDetector], among: Sequence[Parsed], least: Severity = Severity.MINOR) -> int:
    return sum(s.severity.rank >= least.rank for text in among for s in entry.plugin(text))


def rate(entry: Registered[TextDetector], among: Sequence[Parsed]) -> float:
    """Places per 1,000 words."""
    return 1000 * found(entry, among) / sum(len(text.document.text.split()) for text in among)


def test_all_that_is_held_exists() -> None:
    assert KNOWN.keys() >= FLOORS.keys()


@each
def test_a_detector_finds_damage_and_leaves_sound_news_alone(name: str) -> None:
    entry = KNOWN[name]
    sound, hy, rt = (
        rate(entry, texts(ROUNDTRIP / "originals", "*")),
        rate(entry, texts(ROUNDTRIP / "copies", "*.hy")),
        rate(entry, texts(ROUNDTRIP / "copies", "*.rt")),
    )
    damaged = found(entry, texts(SEEDS, *DAMAGED))
    print(f"\n{name}: per 1,000 words sound {sound:.2f}, hy {hy:.2f}, rt {rt:.2f}; in damaged samples {damaged}")
    held = FLOORS[name]
    assert sound <= held.sound
    assert rt >= held.rt
    assert damaged >= held.damaged


@each
def test_sound_samples_have_nothing_above_minor(name: str) -> None:
    assert found(KNOWN[name], texts(SEEDS, *SOUND), Severity.MAJOR) == 0
