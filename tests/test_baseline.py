"""A baseline knows its findings again, says what is fixed, and lets the counts of an outlet fall and never rise."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import mtaudit
from mtaudit.errors import InputError
from mtaudit.gate import Baseline, Policy, check, suppressed
from mtaudit.mqm import RANKED, Category, Severity
from mtaudit.records import Audit, Document, Failure, Run, Suppression
from mtaudit.records.rulings import Entry, Standing

TODAY = date(2026, 3, 1)

ORIGINAL = """A fire killed 12 people in Lorn on Monday, the mayor said.

The owner did not pay the fine of 300 crowns, and the court closed the case in May."""
COPY = ORIGINAL.replace("12", "21").replace("did not pay", "did pay").replace("May", "July")


def made(copy: str = COPY, name: str = "copies/a.txt", outlet: str | None = None) -> Audit:
    return mtaudit.compare(
        Document("o", ORIGINAL, "en"), Document(name, copy, "en", path=name.split("#")[0], outlet=outlet), model=False
    )


def ran(*audits: Audit) -> Run:
    return Run(audits, (), (), "signature")


def standings(baseline: Baseline, run: Run) -> list[Standing]:
    checked = check(run, Policy(), baseline=baseline, today=TODAY)
    return [ruling.standing for rulings in checked.rulings for ruling in rulings]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, where the baseline lies, with the copy in a folder below."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "copies").mkdir()
    (tmp_path / "copies" / "a.txt").write_text(COPY, encoding="utf-8")
    return Path()


@pytest.fixture
def baseline(folder: Path) -> Baseline:
    return Baseline.of(ran(made()), folder)


def test_the_story_has_three_findings() -> None:
    assert [f.detector for f in made().findings] == ["number-changed", "negation-lost", "date-changed"]


def test_what_was_there_is_known(baseline: Baseline) -> None:
    assert standings(baseline, ran(made())) == [Standing.KNOWN] * 3


def test_without_a_baseline_all_is_new() -> None:
    checked = check(ran(made()), Policy(), today=TODAY)
    assert [r.standing for r in checked.rulings[0]] == [Standing.NEW] * 3


@pytest.mark.parametrize(
    "copy",
    [
        pytest.param("The choir of Brindle sang on Sunday.\n\n" + COPY, id="a paragraph inserted"),
        pytest.param(COPY.replace("\n\n", "\n\n\n") + "\n", id="other white space"),
        pytest.param(COPY.replace(".\n\n", ". "), id="paragraphs joined"),
        pytest.param(COPY.replace("the mayor said", "the mayor told reporters"), id="the next revision"),
    ],
)
def test_it_outlives_edits(baseline: Baseline, copy: str) -> None:
    run = ran(made(copy))
    known = [f.detector for f, s in zip(run.audits[0].findings, standings(baseline, run), strict=True) if s == "known"]
    assert {"number-changed", "negation-lost", "date-changed"} <= set(known)
    assert check(run, Policy(), baseline=baseline, today=TODAY).fixed == ()


def test_only_what_is_new_is_new(baseline: Baseline) -> None:
    run = ran(made(COPY.replace("300", "900")))
    new = [f for f, s in zip(run.audits[0].findings, standings(baseline, run), strict=True) if s is Standing.NEW]
    assert [f.copy and f.copy.of(run.audits[0].copy.text) for f in new] == ["900 crowns"]


def test_what_is_fixed_is_told_and_pruned(baseline: Baseline) -> None:
    run = ran(made(COPY.replace("21", "12")))
    assert [e.detector for e in check(run, Policy(), baseline=baseline, today=TODAY).fixed] == ["number-changed"]
    left = baseline.pruned(run, baseline.match(run))
    assert [e.detector for e in left.entries] == [
        e.detector for e in baseline.entries if e.detector != "number-changed"
    ]
    assert left.pruned(run, left.match(run)) == left


def test_what_came_back_after_pruning_is_new(baseline: Baseline) -> None:
    fixed = ran(made(COPY.replace("21", "12")))
    left = baseline.pruned(fixed, baseline.match(fixed))
    assert standings(left, ran(made())).count(Standing.NEW) == 1


def test_of_copies_that_are_not_checked_nothing_is_said(baseline: Baseline, folder: Path) -> None:
    (folder / "copies" / "b.txt").write_text("x", encoding="utf-8")
    run = ran(made(ORIGINAL, "copies/b.txt"))
    assert check(run, Policy(), baseline=baseline, today=TODAY).fixed == ()
    assert baseline.pruned(run, baseline.match(run)) == baseline


def test_a_copy_that_could_not_be_judged_is_not_fixed(baseline: Baseline) -> None:
    broken = replace(made(ORIGINAL), failures=(Failure("detector", "number-changed", "broke"),))
    assert check(ran(broken), Policy(), baseline=baseline, today=TODAY).fixed == ()
    assert baseline.pruned(ran(broken), baseline.match(ran(broken))) == baseline


def test_the_same_errors_in_another_copy_are_new(baseline: Baseline) -> None:
    assert standings(baseline, ran(made(name="copies/b.txt"))) == [Standing.NEW] * 3


def test_a_copy_that_was_renamed_is_known_and_pruned_to_its_new_name(baseline: Baseline, folder: Path) -> None:
    (folder / "copies" / "a.txt").rename(folder / "copies" / "b.txt")
    run = ran(made(name="copies/b.txt"))
    assert standings(baseline, run) == [Standing.KNOWN] * 3
    assert {e.document for e in baseline.pruned(run, baseline.match(run)).entries} == {"copies/b.txt"}


def test_an_entry_stands_for_one_finding(baseline: Baseline, folder: Path) -> None:
    (folder / "copies" / "a.txt").unlink()
    run = ran(made(name="copies/b.txt"), made(name="copies/c.txt"))
    assert sorted(standings(baseline, run)) == [Standing.KNOWN] * 3 + [Standing.NEW] * 3


def test_an_article_of_a_file_that_has_another_line_now_is_known(folder: Path) -> None:
    before = Baseline.of(ran(replace(made(), copy=replace(made().copy, id="feed.jsonl:1", path="feed.jsonl"))), folder)
    now = ran(replace(made(), copy=replace(made().copy, id="feed.jsonl:7", path="feed.jsonl")))
    assert standings(before, now) == [Standing.KNOWN] * 3


def test_what_became_graver_is_new_and_not_fixed(baseline: Baseline) -> None:
    milder = replace(baseline, entries=tuple(replace(e, severity=Severity.MINOR) for e in baseline.entries))
    checked = check(ran(made()), Policy(), baseline=milder, today=TODAY)
    assert [r.standing for r in checked.rulings[0]] == [Standing.NEW] * 3
    assert checked.fixed == ()
    assert milder.pruned(ran(made()), milder.match(ran(made()))) == milder


def test_what_became_milder_is_known_and_pruned_to_that(baseline: Baseline) -> None:
    audit = made()
    milder = ran(replace(audit, findings=tuple(replace(f, severity=Severity.MINOR) for f in audit.findings)))
    assert standings(baseline, milder) == [Standing.KNOWN] * 3
    assert {e.severity for e in baseline.pruned(milder, baseline.match(milder)).entries} == {Severity.MINOR}


def test_what_is_suppressed_or_a_mere_remark_is_not_recorded(folder: Path) -> None:
    no_matter = Suppression(reason="r", origin="o", detector="number-changed")
    run = suppressed(ran(made()), [no_matter], TODAY)
    assert [e.detector for e in Baseline.of(run, folder).entries if e.detector == "number-changed"] == []
    remarks = ran(replace(made(), findings=tuple(replace(f, severity=Severity.NEUTRAL) for f in made().findings)))
    assert Baseline.of(remarks, folder).entries == ()


def test_what_is_suppressed_now_is_not_fixed(baseline: Baseline) -> None:
    run = suppressed(ran(made()), [Suppression(reason="r", origin="o", detector="number-changed")], TODAY)
    assert check(run, Policy(), baseline=baseline, today=TODAY).fixed == ()


def test_the_ratchet_counts_what_is_as_grave_or_graver(folder: Path) -> None:
    before = Baseline.of(ran(made(outlet="Wire")), folder)
    worse = ran(made(COPY.replace("300", "900"), outlet="Wire"))
    (excess,) = before.excesses(worse)
    assert (excess.outlet, excess.severity, excess.found, excess.allowed) == ("Wire", Severity.CRITICAL, 4, 3)
    assert before.excesses(ran(made(outlet="Wire"))) == ()
    assert before.excesses(ran(made(ORIGINAL, outlet="Wire"))) == ()


def test_a_finding_that_became_milder_turns_no_ratchet(folder: Path) -> None:
    before = Baseline.of(ran(made(outlet="Wire")), folder)
    audit = made(outlet="Wire")
    milder = replace(audit, findings=tuple(replace(f, severity=Severity.MINOR) for f in audit.findings))
    assert before.excesses(ran(milder)) == ()


def test_outlets_do_not_lend_each_other_room(folder: Path) -> None:
    before = Baseline.of(ran(made(outlet="Wire")), folder)
    now = ran(made(ORIGINAL, outlet="Wire"), made(name="copies/b.txt", outlet="Post"))
    assert [e.outlet for e in before.excesses(now)] == ["Post"]


def test_an_outlet_that_is_named_only_now_is_no_excess(baseline: Baseline) -> None:
    assert baseline.excesses(ran(made(outlet="Wire"))) == ()


def test_recording_again_keeps_what_is_not_checked(baseline: Baseline, folder: Path) -> None:
    (folder / "copies" / "b.txt").write_text("x", encoding="utf-8")
    both = baseline.renewed(ran(made(name="copies/b.txt")))
    assert {e.document for e in both.entries} == {"copies/a.txt", "copies/b.txt"}
    (folder / "copies" / "a.txt").unlink()
    assert {e.document for e in both.renewed(ran(made(ORIGINAL, "copies/b.txt"))).entries} == set()


NAMES = st.text(max_size=12)
ENTRIES = st.builds(
    Entry,
    document=NAMES,
    outlet=NAMES,
    fingerprint=st.text("0123456789abcdef", min_size=16, max_size=16),
    detector=st.sampled_from(["number-changed", "glossary"]),
    category=st.sampled_from(Category),
    severity=st.sampled_from(RANKED[1:]),
    original=NAMES,
    copy=NAMES,
)


@settings(deadline=None)
@given(st.lists(ENTRIES, max_size=6).map(sorted))
def test_what_is_written_is_read_again_and_each_finding_is_a_line(entries: list[Entry]) -> None:
    baseline = Baseline(tuple(entries), Path())
    text = baseline.text()
    text.encode()
    assert text.isascii()
    assert text.count('"fingerprint"') == len(entries)
    assert all(line.count('"fingerprint"') <= 1 for line in text.splitlines())
    assert sum(map(len, json.loads(text)["findings"].values())) == len(entries)


@settings(deadline=None)
@given(st.lists(ENTRIES, max_size=6).flatmap(lambda entries: st.tuples(st.just(entries), st.permutations(entries))))
def test_the_order_in_which_they_are_found_does_not_show(two: tuple[list[Entry], list[Entry]]) -> None:
    assert Baseline(tuple(two[0]), Path()).text() == Baseline(tuple(two[1]), Path()).text()


def test_half_a_surrogate_pair_can_be_written_and_read(folder: Path) -> None:
    audit = mtaudit.compare(
        Document("o", "He paid 300 crowns\ud800 in May to them.", "en"),
        Document("a\ud800", "He paid 900 crowns\ud800 in May to them.", "en", outlet="\udc00"),
        model=False,
    )
    baseline = Baseline.of(ran(audit), folder)
    assert baseline.entries
    baseline.write(folder / "base.json")
    assert Baseline.read(folder / "base.json") == baseline
    assert set(standings(baseline, ran(audit))) == {Standing.KNOWN}


def test_a_file_is_read_as_it_was_written(baseline: Baseline, folder: Path) -> None:
    path = folder / "base.json"
    baseline.write(path)
    assert Baseline.read(path) == baseline
    before = path.read_bytes()
    Baseline.read(path).write(path)
    assert path.read_bytes() == before
    assert sorted(p.name for p in folder.iterdir()) == ["base.json", "copies"]


def test_a_file_elsewhere_names_the_copies_from_there(folder: Path) -> None:
    (folder / "gate").mkdir()
    Baseline.of(ran(made()), folder / "gate").write(folder / "gate" / "base.json")
    read = Baseline.read(folder / "gate" / "base.json")
    assert {e.document for e in read.entries} == {"../copies/a.txt"}
    assert standings(read, ran(made())) == [Standing.KNOWN] * 3


def test_it_is_known_from_another_working_directory(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Baseline.of(ran(made()), folder).write(folder / "base.json")
    monkeypatch.chdir("copies")
    assert standings(Baseline.read(Path("../base.json")), ran(made(name="a.txt"))) == [Standing.KNOWN] * 3


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "is no baseline"),
        ("[" * 100_000, "is no baseline"),
        ('{"schema": "\xff"}', "is no baseline"),
        ("[]", "is no baseline"),
        ('{"schema": "mtaudit-baseline/9", "findings": {}}', "is no baseline"),
        ('{"schema": "mtaudit-baseline/1", "findings": {"a": [{"fingerprint": "x"}]}}', "is no baseline"),
        ("\xff", "is no baseline"),
    ],
)
def test_a_file_of_another_kind_is_refused(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "base.json"
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(InputError, match=told):
        Baseline.read(path)


def test_a_missing_file_is_told_with_the_cure(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="mtaudit baseline"):
        Baseline.read(tmp_path / "none.json")


def test_a_write_that_fails_leaves_the_file_as_it_was(
    baseline: Baseline, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "base.json"
    path.write_text("as it was", encoding="utf-8")

    def refuse(made: str, path: Path) -> None:
        raise OSError(f"no room for {made} in {path}")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(OSError, match="no room"):
        baseline.write(path)
    assert path.read_text("utf-8") == "as it was"
    assert sorted(p.name for p in folder.iterdir()) == ["base.json", "copies"]
