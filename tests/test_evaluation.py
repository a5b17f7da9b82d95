"""Figures are what the gold's rules say, reckoned here by hand."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from damaging import DAMAGE, Damage
from hypothesis import given

import mtaudit
from mtaudit.cli import main
from mtaudit.errors import InputError
from mtaudit.evaluation import Evaluation, evaluate
from mtaudit.mqm import Category, Severity
from mtaudit.records import Audit, Bead, Finding, Span

ROOT = Path(__file__).parent.parent
ORIGINAL = "The ferry sank. Twelve men swam home. The mayor wept bitterly."
COPY = "The boat sank. Twenty men swam home. It is late. The mayor laughed."
SEGMENTS = {"original": [(0, 15), (16, 37), (38, 62)], "copy": [(0, 14), (15, 36), (37, 48), (49, 67)]}
BEADS: list[tuple[list[int], list[int]]] = [([0], [0]), ([1], [1]), ([], [2]), ([2], [3])]

Spans = tuple[int, int] | None


def span(at: Spans) -> dict[str, int] | None:
    return {"start": at[0], "end": at[1]} if at else None


def error(copy: Spans, original: Spans = None, severity: str = "major", category: str = "term") -> dict[str, Any]:
    return {"id": "g", "category": category, "severity": severity, "copy": span(copy), "original": span(original)}


def found(copy: Spans, original: Spans = None, severity: str = "major", category: str = "term") -> Finding:
    return Finding(
        id="f",
        detector="d",
        category=Category(category),
        fingerprint="",
        original=Span(*original) if original else None,
        copy=Span(*copy) if copy else None,
        severity=Severity(severity),
        message="",
        explanation="",
        confidence=1.0,
    )


def story(folder: Path, **changed: Any) -> Path:
    """A story with gold; `changed` are fields of the gold."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "original.txt").write_text(ORIGINAL)
    (folder / "copy.txt").write_text(COPY)
    gold = {
        "original": "original.txt",
        "copy": "copy.txt",
        "segments": {side: [span(at) for at in ats] for side, ats in SEGMENTS.items()},
        "beads": BEADS,
        "findings": [],
        "benign": [],
        "tolerated": [],
    }
    (folder / "gold.json").write_text(json.dumps(gold | changed))
    return folder


def auditor(*findings: Finding, beads: list[tuple[list[int], list[int]]] = BEADS) -> Any:
    """A comparison whose findings and beads are given."""

    def compare(original: Path, copy: Path) -> Audit:
        audit = mtaudit.compare(original, copy)
        assert audit.comparison is not None
        alignment = audit.comparison.alignment
        originals = {segment.span: segment for bead in alignment.beads for segment in bead.original}
        copies = {segment.span: segment for bead in alignment.beads for segment in bead.copy}
        given = tuple(
            Bead(
                tuple(originals[Span(*SEGMENTS["original"][k])] for k in rows),
                tuple(copies[Span(*SEGMENTS["copy"][k])] for k in columns),
                1.0,
            )
            for rows, columns in beads
        )
        comparison = replace(audit.comparison, alignment=replace(alignment, beads=given))
        return replace(audit, findings=findings, comparison=comparison)

    return compare


def figures(folder: Path, *findings: Finding, **gold: Any) -> dict[str, float]:
    return evaluate(story(folder / "story", **gold), auditor(*findings)).figures()


@pytest.mark.parametrize(
    ("beads", "f1"),
    [
        pytest.param(BEADS, 1.0, id="as in the gold"),
        pytest.param([([0], [0]), ([1], [1]), ([2], [2, 3])], 2 * 3 / (4 + 4), id="one link too many, one too few"),
        pytest.param([([0, 1, 2], [0, 1, 2, 3])], 2 * 3 / (4 + 12), id="all in one"),
        pytest.param([], 0.0, id="nothing aligned"),
    ],
)
def test_alignment_is_an_f1_over_links(tmp_path: Path, beads: list[tuple[list[int], list[int]]], f1: float) -> None:
    evaluation = evaluate(story(tmp_path), auditor(beads=beads))
    assert evaluation.figures()["alignment-f1"] == pytest.approx(f1)


def test_an_audit_without_a_comparison_has_no_links(tmp_path: Path) -> None:
    def compare(original: Path, copy: Path) -> Audit:
        return replace(mtaudit.compare(original, copy), comparison=None, findings=())

    assert evaluate(story(tmp_path), compare).figures()["alignment-f1"] == 0


BOAT, FERRY = (4, 8), (4, 9)


@pytest.mark.parametrize(
    ("finding", "recall", "precision"),
    [
        pytest.param(found(BOAT), 1, 1, id="on the word"),
        pytest.param(found((7, 9)), 1, 1, id="overlapping it"),
        pytest.param(found((0, 56)), 1, 1, id="as long as allowed"),
        pytest.param(found((0, 57)), 0, 0, id="too long to be about it"),
        pytest.param(found((8, 13)), 0, 0, id="beside it"),
        pytest.param(found(BOAT, severity="minor", category="name"), 1, 1, id="of another severity and category"),
        pytest.param(found(BOAT, severity="neutral"), 0, 1, id="a neutral remark is not reported"),
        pytest.param(found(None, FERRY), 0, 1, id="on the original alone: right, but the copy's error is not found"),
        pytest.param(found(BOAT, category="quotation"), 1, 1, id="quotations find, but are not judged"),
        pytest.param(found((20, 25), category="quotation"), 0, 1, id="and are never wrong"),
    ],
)
def test_what_is_found_and_what_is_right(tmp_path: Path, finding: Finding, recall: float, precision: float) -> None:
    have = figures(tmp_path, finding, findings=[error(BOAT, FERRY)])
    assert (have["recall-major"], have["recall-term"], have["precision"]) == (recall, recall, precision)


def test_an_omission_is_found_on_the_original(tmp_path: Path) -> None:
    gold = [error(None, (53, 61), category="omission")]
    assert figures(tmp_path, found(None, (53, 61)), findings=gold)["recall-omission"] == 1
    assert figures(tmp_path, found((49, 52)), findings=gold)["recall-omission"] == 0


def test_a_minor_finding_on_a_tolerated_span_is_not_wrong(tmp_path: Path) -> None:
    assert figures(tmp_path, found(BOAT, severity="minor"), tolerated=[span(BOAT)])["precision"] == 1
    assert figures(tmp_path, found(BOAT), tolerated=[span(BOAT)])["precision"] == 0


@pytest.mark.parametrize(
    ("finding", "left_alone"),
    [
        pytest.param(found(BOAT), 0, id="disturbed"),
        pytest.param(found(BOAT, severity="minor"), 1, id="a minor finding disturbs nobody"),
        pytest.param(found(BOAT, category="quotation"), 1, id="nor does one on a quotation"),
        pytest.param(found((4, 20)), 1, id="nor one that lies on an error too"),
        pytest.param(found((20, 25)), 1, id="nor one elsewhere"),
    ],
)
def test_harmless_edits(tmp_path: Path, finding: Finding, left_alone: float) -> None:
    have = figures(
        tmp_path, finding, findings=[error((15, 21))], benign=[{"copy": span(BOAT), "original": span(FERRY)}]
    )
    assert have["harmless"] == left_alone


def test_where_nothing_is_counted_nothing_is_lost(tmp_path: Path) -> None:
    assert figures(tmp_path) == {"alignment-f1": 1, "precision": 1, "harmless": 1}


def test_stories_add_up(tmp_path: Path) -> None:
    gold = [error(BOAT), error((15, 21), severity="critical", category="number")]
    story(tmp_path / "a", findings=gold)
    story(tmp_path / "b" / "c", findings=gold[:1])
    evaluation = evaluate(tmp_path, auditor(found(BOAT)))
    assert list(evaluation.stories) == ["a", "c"]
    have = evaluation.figures()
    assert (have["recall-major"], have["recall-critical"], have["recall-number"]) == (1, 0, 0)
    assert "recall-minor" not in have
    text = "\n".join(evaluation.lines())
    assert ["a", "1.000", "0/1", "1/1", "0/0", "1.000", "0/0"] in [line.split() for line in evaluation.lines()]
    assert ["all", "1.000", "0/1", "2/2", "0/0", "1.000", "0/0"] in [line.split() for line in evaluation.lines()]
    assert "number                  0/1" in text


@pytest.mark.parametrize(
    ("floors", "violations"),
    [
        ("", []),
        ("precision = 1.0\nharmless = 0.5", []),
        ("recall-major = 0.5\nprecision = 1", ["recall-major: 0.000 is below its floor 0.500"]),
    ],
)
def test_floors(tmp_path: Path, floors: str, violations: list[str]) -> None:
    evaluation = evaluate(story(tmp_path, findings=[error(BOAT)]), auditor())
    (tmp_path / "floors.toml").write_text(floors)
    assert evaluation.violations(tmp_path / "floors.toml") == violations


@pytest.mark.parametrize(
    ("floors", "told"),
    [
        pytest.param("recal-major = 1", "no such figure: recal-major; there are alignment-f1, harmless", id="unknown"),
        pytest.param("precision 1", "cannot be read", id="broken"),
        pytest.param("precision = 1\udcff", "cannot be read", id="no UTF-8"),
        pytest.param("precision = " + "9" * 5000, "cannot be read", id="a number that is none"),
        pytest.param("precision = 'high'", "precision: a floor is a number from 0 to 1", id="a word"),
        pytest.param("precision = 95", "precision: a floor is a number from 0 to 1", id="per cent"),
        pytest.param("[events.names]\nrecall = 1", "events.names: a floor is a number", id="a table too deep"),
        pytest.param(None, "cannot be read", id="missing"),
    ],
)
def test_floors_that_cannot_be_used(tmp_path: Path, floors: str | None, told: str) -> None:
    evaluation = evaluate(story(tmp_path), auditor())
    if floors is not None:
        (tmp_path / "floors.toml").write_bytes(floors.encode(errors="surrogateescape"))
    with pytest.raises(InputError, match=told):
        evaluation.violations(tmp_path / "floors.toml")


def test_a_folder_without_gold(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no gold\.json in it or below"):
        evaluate(tmp_path, auditor())


@pytest.mark.parametrize(
    "gold",
    [
        pytest.param(b"{", id="ends early"),
        pytest.param(b'{"original": 1}', id="of another form"),
        pytest.param(b'{"original": "\xff"}', id="no UTF-8"),
        pytest.param(b"[" * 100_000, id="too deep"),
        pytest.param(b"", id="empty"),
    ],
)
@pytest.mark.parametrize("place", ["story", "events/swim"])
def test_gold_that_cannot_be_read_is_named(tmp_path: Path, gold: bytes, place: str) -> None:
    (tmp_path / place).mkdir(parents=True)
    (tmp_path / place / "gold.json").write_bytes(gold)
    with pytest.raises(InputError, match=r"gold\.json: "):
        evaluate(tmp_path, auditor(), nobody)


def nobody(copies: Sequence[Path], primary: Sequence[Path]) -> list[Audit]:  # noqa: ARG001 - what `Cover` takes
    """Audits nothing."""
    return []


@given(DAMAGE)
def test_law_damaged_gold_and_floors_are_told(damage: Damage) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder, floors = Path(name), Path(name, "floors.toml")
        evaluation = Evaluation({}, {})
        for file in ("corpora/storm/gold.json", "corpora/floors.toml"):
            floors.write_bytes(damage((ROOT / file).read_bytes()))
            with suppress(InputError):
                evaluation.violations(floors)
        place = folder / "events" / "swim"
        place.mkdir(parents=True)
        whole = next((ROOT / "corpora" / "events").glob("*/gold.json")).read_bytes()
        (place / "gold.json").write_bytes(damage(whole))
        with suppress(InputError):
            evaluate(folder, auditor(), nobody)


# --- events

ARTICLES = {"a.txt": "He said ten men swam home that day.", "b.txt": "He said two men swam home.", "c.txt": "A ruling."}
TEN = (8, 11)


def marked(article: str, at: tuple[int, int], **more: str) -> dict[str, Any]:
    return {"article": article, "start": at[0], "end": at[1], **more}


def wrong(article: str, at: tuple[int, int], kind: str = "figure", category: str = "number") -> dict[str, Any]:
    return marked(article, at, kind=kind, category=category, severity="major")


def told(folder: Path, findings: dict[str, list[Finding]], **gold: Any) -> dict[str, float]:
    """The figures of one event with this gold, by an audit that finds this."""
    place = folder / "events" / "swim"
    place.mkdir(parents=True)
    for name, text in ARTICLES.items():
        (place / name).write_text(text)
    articles = {name: {"primary": name == "c.txt", "outlet": "O", "copies": None} for name in ARTICLES}
    written = {"articles": articles, "errors": [], "harmless": [], "tolerated": [], **gold}
    (place / "gold.json").write_text(json.dumps(written))

    def cover(copies: Sequence[Path], primary: Sequence[Path]) -> list[Audit]:
        assert [path.name for path in primary] == ["c.txt"]
        bare = mtaudit.compare(copies[0], copies[0], model=False)
        return [
            replace(bare, copy=replace(bare.copy, path=str(path)), findings=tuple(findings.get(path.name, ())))
            for path in copies
        ]

    return evaluate(folder, auditor(), cover).figures()


def test_errors_of_an_event_are_found_by_kind_and_findings_right_by_category(tmp_path: Path) -> None:
    errors = [wrong("a.txt", TEN), wrong("a.txt", (24, 28), "quotation", "quotation")]
    findings = [found(TEN, category="quotation"), found((12, 15), category="number")]
    have = told(tmp_path, {"a.txt": findings}, errors=errors)
    assert (have["events.figures-recall"], have["events.quotations-recall"]) == (1, 0)
    assert (have["events.figures-precision"], have["events.quotations-precision"]) == (0, 1)
    assert have["events.precision"] == 0.5
    assert "events.names-recall" not in have
    assert "precision" not in have, "there is no pair"


def test_a_finding_in_another_article_of_the_event_is_wrong(tmp_path: Path) -> None:
    have = told(tmp_path, {"b.txt": [found(TEN, category="number")]}, errors=[wrong("a.txt", TEN)])
    assert (have["events.figures-recall"], have["events.figures-precision"]) == (0, 0)
    assert have["events.sound"] == 0


@pytest.mark.parametrize(("severity", "right"), [("minor", 1), ("major", 0)])
def test_tolerated_and_harmless_spans_bear_a_minor_finding(tmp_path: Path, severity: str, right: int) -> None:
    finding = found(TEN, severity=severity)
    have = told(tmp_path, {"a.txt": [finding]}, tolerated=[marked("a.txt", TEN)], harmless=[marked("a.txt", (9, 14))])
    assert (have["events.precision"], have["events.harmless"]) == (right, right)
    assert have["events.sound"] == (1 + right) / 2


def test_a_finding_too_long_for_its_error_does_not_count(tmp_path: Path) -> None:
    have = told(tmp_path, {"a.txt": [found((0, 60))]}, errors=[wrong("a.txt", TEN)])
    assert have["events.figures-recall"] == 0


@pytest.mark.parametrize(
    ("gold", "said"),
    [
        (
            {"errors": [wrong("a.txt", TEN, "spelling")]},
            "an error of the kind 'spelling'; known are the beginnings of quot",
        ),
        ({"errors": [wrong("a.txt", TEN, "")]}, "an error of the kind ''"),
        ({"errors": [wrong("z.txt", TEN)]}, "a span of the article 'z.txt'; it names a.txt, b.txt, c.txt"),
        ({"harmless": [marked("z.txt", TEN)]}, "a span of the article 'z.txt'"),
    ],
)
def test_gold_of_what_is_not_known_is_told(tmp_path: Path, gold: dict[str, Any], said: str) -> None:
    with pytest.raises(InputError, match=rf"gold\.json: {said}"):
        told(tmp_path, {}, **gold)


def test_an_article_that_is_missing_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told(tmp_path, {})
    (tmp_path / "events" / "swim" / "b.txt").unlink()
    assert main(["evaluate", str(tmp_path), "--no-model"]) == 2
    assert capsys.readouterr().err.endswith("swim/b.txt: no such file\n")


def test_floors_of_events_stand_in_a_table(tmp_path: Path) -> None:
    told(tmp_path, {}, errors=[wrong("a.txt", TEN)])
    (tmp_path / "floors.toml").write_text("[events]\nfigures-recall = 0.5\nsound = 1.0\n")
    evaluation = evaluate(tmp_path, auditor(), nobody)
    assert evaluation.violations(tmp_path / "floors.toml") == ["events.figures-recall: 0.000 is below its floor 0.500"]
    assert ["swim", "0/1", "0/0", "0/0", "1/1"] in [line.split() for line in evaluation.lines()]


def test_events_need_one_who_audits_them(tmp_path: Path) -> None:
    told(tmp_path, {})
    with pytest.raises(InputError, match=r"no gold\.json in it or below"):
        evaluate(tmp_path, auditor())


def test_gold_of_an_event_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    told(tmp_path, {})
    (tmp_path / "events" / "swim" / "gold.json").write_text("{}")
    with pytest.raises(InputError, match=r"gold\.json: "):
        evaluate(tmp_path, auditor(), nobody)
