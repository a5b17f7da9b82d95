"""How well the segment score ranks, on the halves of the public benchmarks that nothing was fitted on.

Run with `MTAUDIT_MODEL=$(mtaudit model path) pytest tests/benchmarks/test_ranking.py -s`; it prints every figure.
The sets are read where they lie (see `training/sets.py`) and are no part of the project.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

import numpy as np
import pytest
from sacrebleu.metrics.chrf import CHRF

from mtaudit.judging.judges import Plugins
from mtaudit.judging.segment_score import bead_scores, log_odds
from mtaudit.model.fitted import load, load_trees, probability
from training.judging import area, audited
from training.segment import chosen, examples, figures, scorer
from training.sentence_quality import grave_errors
from training.sets import BENCHMARKS, SHARED, sample

SIZES = {"demetr": 700, "menli": 350, "summedits": 500, "contratico_rt": 700}

ROUND_TRIPS = 20
"""Articles of the round-trip corpus: with harmless edits alone (cl), injected errors (ce), a machine's errors (hy)."""

FLOORS = {
    "demetr critical": 0.98,
    "demetr major": 0.94,
    "demetr minor": 0.915,
    "menli": 0.975,
    "summedits balanced accuracy": 0.815,
    "contratico area": 0.74,
}
"""A little below what was reached; goals are 0.98, 0.95, 0.93, 0.90, 0.82 and 0.75. On twice as many rows the three of
DEMETR are 0.971, 0.951 and 0.929, the others 0.980, 0.825 and 0.754."""

pytestmark = pytest.mark.skipif(
    not BENCHMARKS.is_dir(), reason=f"{SHARED} does not hold the public benchmarks; set MTAUDIT_SHARED"
)


@pytest.fixture(scope="module")
def reached(judges: Plugins) -> Mapping[str, float]:
    found = figures(
        {s: examples(s, chosen(s, "report", n), judges) for s, n in SIZES.items()},
        scorer(load("segment"), load_trees("segment")),
    )
    print("\n" + "\n".join(f"{name:28} {value:.3f}" for name, value in found.items()))
    return found


@pytest.mark.parametrize(("figure", "floor"), FLOORS.items(), ids=[name.replace(" ", "-") for name in FLOORS])
def test_a_figure_on_the_halves_to_report(reached: Mapping[str, float], figure: str, floor: float) -> None:
    assert reached[figure] >= floor


def test_sentences_with_harmless_edits_score_above_those_with_errors(judges: Plugins) -> None:
    """On the round-trip corpus, which nothing was fitted on."""
    scores, harmless = zip(*_round_trips(judges), strict=True)
    found = area(np.array(scores), np.array(harmless))
    print(f"\nround trips: {sum(harmless)} sentences edited harmlessly, {len(scores) - sum(harmless)} with an error")
    print(f"area under the curve {found:.3f}")
    assert found >= 0.88


def _round_trips(judges: Plugins) -> Iterator[tuple[float, bool]]:
    """The score of each edited sentence of the copies with labelled edits, and whether all of these are harmless."""
    folder = SHARED / "roundtrip"
    for path in sorted(folder.glob("gold/*.hy.json"))[:ROUND_TRIPS]:
        for kind in ("cl", "ce", "hy"):
            gold = json.loads(path.with_name(path.name.replace(".hy.", f".{kind}.")).read_text(encoding="utf-8"))
            texts = [(folder / gold[side]).read_text(encoding="utf-8") for side in ("original", "copy")]
            audit = audited(texts[0], texts[1], judges)
            assert audit.comparison is not None
            for bead, score in zip(audit.comparison.beads, bead_scores(audit.comparison, audit.findings), strict=True):
                if score is not None and bead.differences:
                    start, end = bead.bead.copy[0].span.start, bead.bead.copy[-1].span.end
                    inside = [e for e in gold["errors"] if e["copy_start"] < end and e["copy_end"] > start]
                    if not inside or any(e["severity"] in ("critical", "major") for e in inside):
                        yield score, not inside


def test_sound_translations_score_above_those_of_another_text(judges: Plugins) -> None:
    """Two sound translations of one text differ freely: ranked rightly, though far below the border of near-copies."""
    rows = sample("human_refs", "report", 80)
    others = [{**row, "hyp": other["hyp"]} for row, other in zip(rows, [*rows[40:], *rows[:40]], strict=True)]
    read = [e.copies[0] for given in (rows, others) for e in examples("human_refs", given, judges)]
    scores = np.array([probability(log_odds(given, load("segment"), load_trees("segment"))) for given in read])
    found = area(scores, np.arange(len(scores)) < len(rows))
    print(f"\nsound translations: area {found:.3f} against other texts, median {np.median(scores[: len(rows)]):.2f}")
    assert found >= 0.9


@pytest.mark.parametrize(("name", "floor"), [("wmt20_zhen_mqm", 0.67), ("wmt21_zhen_mqm", 0.64)])
def test_translations_with_a_grave_error_score_below_others(judges: Plugins, name: str, floor: float) -> None:
    """Machine translations of news against a person's, with the errors that experts marked beside the source.

    The score is not fitted on them; the networks that it hears learned from the other half.
    """
    rows = sample(name, "report", 400, human=False)
    score = scorer(load("segment"), load_trees("segment"))
    told = np.array([score(e.copies[0]) for e in examples(name, rows, judges)])
    chrf = CHRF(word_order=2)
    likeness = np.array([chrf.sentence_score(row["hyp"], [row["ref"]]).score for row in rows])
    sound = np.array([not grave_errors(row) for row in rows])
    found = area(told, sound)
    print(f"\n{name}: area {found:.3f} for translations with a major error, {area(likeness, sound):.3f} by chrF++")
    assert found >= floor
