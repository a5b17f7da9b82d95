"""The figures that were promised on real articles, which are read where they lie and are no part of the project.

They stand in the folder that MTAUDIT_SHARED names, or in `shared` beside the repository.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

import mtaudit
from mtaudit.evaluation import Tally, evaluate
from mtaudit.event import event_of
from mtaudit.mqm import Severity
from mtaudit.text.segmentation import parsed

SHARED = Path(os.environ.get("MTAUDIT_SHARED") or Path(__file__).parents[3] / "shared")
SEEDS, GOLD, ROUNDTRIP = SHARED / "seeds", SHARED / "gold" / "parler-003-000.json", SHARED / "roundtrip"

pytestmark = pytest.mark.skipif(
    not (GOLD.is_file() and SEEDS.is_dir() and ROUNDTRIP.is_dir()),
    reason=f"{SHARED} does not hold the real articles; set MTAUDIT_SHARED to the folder that does",
)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Tally, dict[str, float]]:
    """The counts and figures of the pair that a person annotated."""
    folder = tmp_path_factory.mktemp("sample")
    gold = json.loads(GOLD.read_text(encoding="utf-8"))
    names = {side: str(SEEDS / gold[side]) for side in ("original", "copy")}
    (folder / "gold.json").write_text(json.dumps(gold | names), encoding="utf-8")
    evaluation = evaluate(folder, mtaudit.compare)
    return evaluation.total, evaluation.figures()


@pytest.mark.parametrize(
    ("figure", "floor"), [("alignment-f1", 0.97), ("precision", 0.94)], ids=["alignment", "precision"]
)
def test_a_share_of_the_sample_pair(sample: tuple[Tally, dict[str, float]], figure: str, floor: float) -> None:
    assert sample[1][figure] >= floor


@pytest.mark.parametrize(
    ("part", "whole", "floor", "of"),
    [
        pytest.param("found critical", "gold critical", 15, 15, id="critical"),
        pytest.param("found major", "gold major", 12, 13, id="major"),
        pytest.param("found minor", "gold minor", 12, 17, id="minor"),
        pytest.param("left alone", "benign", 15, 15, id="harmless"),
    ],
)
def test_a_count_of_the_sample_pair(
    sample: tuple[Tally, dict[str, float]], part: str, whole: str, floor: int, of: int
) -> None:
    counts = sample[0].counts
    assert counts[whole] == of
    assert counts[part] >= floor


def test_each_article_finds_its_original_and_no_other() -> None:
    original = next(SEEDS.glob("003_*.txt"))
    run = mtaudit.audit(sorted(SEEDS.glob("0*.txt")), [original])
    assert not run.failures
    assert [Path(audit.copy.id).name[:3] for audit in run.audits if audit.original] == ["000"]
    assert [Path(document.id).name[:3] for document in run.unmatched] == ["001", "002", "004"]


@pytest.fixture(scope="module")
def scored(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Mapping[str, float]]:
    """What the scorer of the round-trip corpus says of our reports, by kind of copy and figure."""
    out = tmp_path_factory.mktemp("roundtrip")
    copies = [str(ROUNDTRIP / "copies" / f"*.{kind}.txt") for kind in ("rt", "hy", "ce", "cl")]
    audit = ["audit", *copies, "--originals", str(ROUNDTRIP / "originals" / "*.txt"), "--out", str(out)]
    # in a process of its own that coverage does not slow down
    env = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    subprocess.run([sys.executable, "-m", "mtaudit", *audit], env=env, capture_output=True, check=True)
    (report,) = out.glob("*.json")
    scorer = [sys.executable, str(SHARED / "tools" / "score_roundtrip.py"), str(ROUNDTRIP), str(report)]
    told = subprocess.run(scorer, capture_output=True, text=True, check=True).stdout
    figures: dict[str, dict[str, float]] = {kind: {} for kind in ("rt", "hy", "ce", "cl", "hp")}
    for name, pattern in (
        ("alignment", r"^alignment (\w\w): .*F1 ([\d.]+)"),
        ("recall", r"^recall (\w\w) ALL .* ([\d.]+)$"),
        ("precision", r"^findings (\w\w): .*precision ([\d.]+)"),
        ("wrong", r"^findings (\w\w): .*per 1,000 words ([\d.]+)"),
    ):
        for kind, value in re.findall(pattern, told, re.MULTILINE):
            figures[kind][name] = float(value)
    return figures


@pytest.mark.parametrize(
    ("kind", "figure", "floor"),
    [
        pytest.param("ce", "alignment", 0.98, id="injected errors: alignment"),
        pytest.param("cl", "alignment", 0.98, id="harmless edits: alignment"),
        pytest.param("hy", "alignment", 0.98, id="machine substitutions: alignment"),
        pytest.param("rt", "alignment", 0.95, id="machine round trips: alignment"),
        pytest.param("ce", "precision", 0.98, id="injected errors: precision"),
        pytest.param("ce", "recall", 0.98, id="injected errors: recall"),
        pytest.param("hy", "precision", 0.9, id="machine substitutions: precision"),
        pytest.param("hy", "recall", 0.75, id="machine substitutions: recall"),
    ],
)
def test_the_round_trip_corpus(scored: Mapping[str, Mapping[str, float]], kind: str, figure: str, floor: float) -> None:
    assert scored[kind][figure] >= floor


def test_harmless_edits_raise_few_false_alarms(scored: Mapping[str, Mapping[str, float]]) -> None:
    assert scored["cl"]["wrong"] <= 0.3


# --- without originals


@pytest.fixture(scope="module")
def coverage() -> dict[str, list[tuple[str, Severity]]]:
    """What each of four articles on one event, two of them damaged, is said to quote otherwise than the others."""
    run = mtaudit.audit([next(SEEDS.glob(f"{number}_*")) for number in ("001", "002", "003", "004")], model=False)
    return {
        Path(audit.copy.path or "").name[:3]: [
            (f.copy.of(audit.copy.text), f.severity)
            for f in audit.findings
            if f.detector == "quote-deviates" and f.copy
        ]
        for audit in run.audits
    }


@pytest.mark.parametrize(
    ("article", "deviates"),
    [
        ("001", "actions"),
        ("001", "getting smaller and smaller"),
        ("001", "challenged"),
        ("001", "type"),
        ("002", "type"),
    ],
)
def test_damaged_quotations_are_found_by_other_articles(
    coverage: dict[str, list[tuple[str, Severity]]], article: str, deviates: str
) -> None:
    assert deviates in [words for words, _ in coverage[article]]


@pytest.mark.parametrize("article", ["003", "004"])
def test_sound_articles_among_damaged_ones_stay_sound(
    coverage: dict[str, list[tuple[str, Severity]]], article: str
) -> None:
    assert all(severity is Severity.MINOR for _, severity in coverage[article])


def test_round_trips_of_one_original_speak_with_one_voice() -> None:
    originals = sorted((ROUNDTRIP / "originals").glob("*.txt"))[:12]
    for original in originals:
        copies = sorted((ROUNDTRIP / "copies").glob(f"{original.stem}.*.txt"))
        event = event_of([parsed(mtaudit.read(path)) for path in (original, *copies)])
        assert set(event.voices) == {0}, original
