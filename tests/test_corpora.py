"""The shipped corpora hold to their own rules: spans true, segments and beads complete, labels known."""

import json
from pathlib import Path
from typing import Any

import pytest

from mtaudit.mqm import Category, Severity

ROOT = Path(__file__).parent.parent
SIDES = ("original", "copy")
STORIES = sorted(
    path.parent.relative_to(ROOT).as_posix()
    for folder in ("corpora", "corpora-blind")
    for path in (ROOT / folder).glob("*/gold.json")
)

Gold = dict[str, Any]


def read_story(name: str) -> tuple[Gold, dict[str, str]]:
    """The gold of one story, and its two texts by side."""
    gold: Gold = json.loads((ROOT / name / "gold.json").read_text(encoding="utf-8"))
    return gold, {side: (ROOT / name / gold[side]).read_bytes().decode("utf-8") for side in SIDES}


def labelled_spans(gold: Gold) -> list[tuple[str, Gold]]:
    """Every span that quotes its text, with its side."""
    pairs = [(side, label[side]) for label in gold["findings"] + gold["benign"] for side in SIDES if label[side]]
    return pairs + [("copy", span) for span in gold["tolerated"]]


def overlap(one: Gold, other: Gold) -> bool:
    return bool(one["start"] < other["end"] and other["start"] < one["end"])


def test_stories_are_shipped() -> None:
    assert {"corpora/court-ruling", "corpora/storm", "corpora-blind/ceasefire"} <= set(STORIES)


@pytest.mark.parametrize("name", STORIES)
def test_origin_names_the_licence(name: str) -> None:
    assert "Apache-2.0" in (ROOT / name / "ORIGIN.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", STORIES)
def test_spans_quote_their_text(name: str) -> None:
    gold, texts = read_story(name)
    for side, span in labelled_spans(gold):
        assert texts[side][span["start"] : span["end"]] == span["text"]
        assert span["text"]
        assert span["text"] == span["text"].strip()


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("name", STORIES)
def test_segments_tile_the_text_losing_only_white_space(name: str, side: str) -> None:
    gold, texts = read_story(name)
    text, end = texts[side], 0
    for segment in gold["segments"][side]:
        assert end <= segment["start"] < segment["end"]
        assert not text[end : segment["start"]].strip()
        content = text[segment["start"] : segment["end"]]
        assert content == content.strip()
        end = segment["end"]
    assert not text[end:].strip()


@pytest.mark.parametrize("name", STORIES)
def test_beads_use_every_segment_exactly_once(name: str) -> None:
    gold, _ = read_story(name)
    assert all(original or copy for original, copy in gold["beads"])
    for index, side in enumerate(SIDES):
        used = sorted(segment for bead in gold["beads"] for segment in bead[index])
        assert used == list(range(len(gold["segments"][side])))


@pytest.mark.parametrize("name", STORIES)
def test_each_label_lies_inside_one_bead(name: str) -> None:
    gold, _ = read_story(name)

    def beads_of(label: Gold) -> set[int]:
        return {
            number
            for number, bead in enumerate(gold["beads"])
            for side, indices in zip(SIDES, bead, strict=True)
            for i in indices
            if label[side] and overlap(label[side], gold["segments"][side][i])
        }

    for label in gold["findings"] + gold["benign"]:
        assert len(beads_of(label)) == 1, label


@pytest.mark.parametrize("name", STORIES)
def test_findings_are_well_formed(name: str) -> None:
    gold, _ = read_story(name)
    findings = gold["findings"]
    assert len(findings) >= 12
    assert len({finding["id"] for finding in findings}) == len(findings)
    for finding in findings:
        Category(finding["category"])
        assert finding["copy"] or finding["original"]
        assert finding["why"]
    severities = {Severity(finding["severity"]) for finding in findings}
    assert severities == {Severity.MINOR, Severity.MAJOR, Severity.CRITICAL}


@pytest.mark.parametrize("name", STORIES)
def test_harmless_edits_are_edits_and_touch_no_finding(name: str) -> None:
    gold, _ = read_story(name)
    assert len(gold["benign"]) >= 12
    for edit in gold["benign"]:
        assert edit["original"]["text"] != edit["copy"]["text"]
        for side in SIDES:
            assert not any(finding[side] and overlap(edit[side], finding[side]) for finding in gold["findings"])


@pytest.mark.parametrize("name", STORIES)
def test_tolerated_spans_touch_no_other_label(name: str) -> None:
    gold, _ = read_story(name)
    labels = [label["copy"] for label in gold["findings"] + gold["benign"] if label["copy"]]
    assert not any(overlap(span, label) for span in gold["tolerated"] for label in labels)
