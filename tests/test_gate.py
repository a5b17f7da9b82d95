"""The gate: what closes it, which suppressions hold, what the commands say and with which status they end."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

import mtaudit
from mtaudit.cli import main
from mtaudit.gate import OutletPolicy, Policy, check, suppressed, ungated
from mtaudit.mqm import Category, Severity
from mtaudit.records import Audit, Document, Failure, Run, Suppression
from mtaudit.records.rulings import Level, Status
from mtaudit.render.formats import GATE
from mtaudit.render.gate.json import CheckReport, Spot

TODAY = date(2026, 3, 1)

ORIGINAL = """A fire killed 12 people in Lorn on Monday, the mayor said.

The owner did not pay the fine of 300 crowns, and the court closed the case in May."""
COPY = ORIGINAL.replace("12", "21").replace("did not pay", "did pay").replace("May", "July")
MINOR = ORIGINAL.replace("the mayor said", "said the the mayor")


def made(copy: str = COPY, name: str = "copies/a.txt", outlet: str | None = None) -> Audit:
    return mtaudit.compare(
        Document("o", ORIGINAL, "en"), Document(name, copy, "en", path=name, outlet=outlet), model=False
    )


def ran(*audits: Audit) -> Run:
    return Run(audits, (), (), "signature")


def graded(*severities: Severity, **known: Any) -> Run:
    """A run with findings of these severities."""
    audit = made(**known)
    findings = [replace(f, severity=s) for f, s in zip(audit.findings, severities, strict=True)]
    return ran(replace(audit, findings=tuple(findings)))


N, MI, MA, CR = Severity.NEUTRAL, Severity.MINOR, Severity.MAJOR, Severity.CRITICAL


@pytest.mark.parametrize(
    ("fail_on", "levels", "status"),
    [
        (CR, ["warning", "warning", "error"], Status.FINDINGS),
        (MA, ["warning", "error", "error"], Status.FINDINGS),
        (MI, ["error", "error", "error"], Status.FINDINGS),
    ],
)
def test_what_is_as_grave_as_asked_for_closes_it(fail_on: Severity, levels: list[str], status: Status) -> None:
    checked = check(graded(MI, MA, CR), Policy(fail_on=fail_on), today=TODAY)
    assert [r.level for r in checked.rulings[0]] == levels
    assert checked.status is status


def test_where_nobody_asks_for_anything_nothing_closes_it() -> None:
    run = graded(N, MA, CR)
    checked = ungated(replace(run, unmatched=(run.audits[0].copy,)))
    assert [r.level for r in checked.rulings[0]] == [Level.NOTE, Level.WARNING, Level.WARNING]
    assert all(r.told for r in checked.rulings[0])
    assert checked.status is Status.CLEAN


def test_what_is_less_grave_leaves_it_open() -> None:
    checked = check(graded(N, MI, MA), Policy(fail_on=CR), today=TODAY)
    assert [r.level for r in checked.rulings[0]] == [Level.NOTE, Level.WARNING, Level.WARNING]
    assert checked.status is Status.CLEAN
    assert checked.status.code == 0


def test_an_outlet_has_its_own_measure() -> None:
    outlets = {"Wire": OutletPolicy(fail_on=CR, min_fidelity=1), "Post": OutletPolicy(min_fidelity=99)}
    policy = Policy(fail_on=MI, min_fidelity=0, outlets=outlets)
    assert check(graded(MI, MI, MA, outlet="Wire"), policy, today=TODAY).count(Level.ERROR) == 0
    assert check(graded(MI, MI, MA, outlet="Post"), policy, today=TODAY).count(Level.ERROR) == 3
    assert [s.least for s in check(ran(made(outlet="Post")), policy, today=TODAY).shortfalls] == [99]


def test_a_copy_below_its_fidelity_closes_it() -> None:
    run = ran(made(ORIGINAL, "copies/b.txt"), made())
    checked = check(replace(run, audits=run.audits), Policy(fail_on=CR, min_fidelity=50), today=TODAY)
    assert [(s.audit, s.least) for s in checked.shortfalls] == [(1, 50)]
    assert checked.shortfall(0) is None
    only = graded(N, N, N)
    low = replace(only.audits[0], scores=(replace(only.audits[0].scores[0], metric="fidelity", value=49.9),))
    assert check(ran(low), Policy(min_fidelity=50), today=TODAY).status is Status.FINDINGS
    assert check(ran(low), Policy(min_fidelity=49.9), today=TODAY).status is Status.CLEAN


def test_a_copy_without_an_original_closes_it_only_when_asked_for() -> None:
    orphan = Run((), (Document("x", "A choir sang.", "en"),), (), "s")
    assert check(orphan, Policy(), today=TODAY).status is Status.CLEAN
    assert check(orphan, Policy(require_original=True), today=TODAY).status is Status.FINDINGS


@pytest.mark.parametrize(
    "run",
    [
        Run((), (), (Failure("copy", "x", "y"),), "s"),
        ran(replace(made(), failures=(Failure("detector", "number-changed", "broke"),))),
        ran(replace(made(ORIGINAL), failures=(Failure("language", "x", "y"),))),
        ran(replace(made(ORIGINAL), original=None, comparison=None, failures=(Failure("language", "x", "y"),))),
    ],
    ids=["not read", "a detector broke", "not judged", "not judged and without an original"],
)
def test_what_could_not_be_judged_is_never_clean(run: Run) -> None:
    assert check(run, Policy(), today=TODAY).status.code == 2


def suppression(**named: Any) -> Suppression:
    return Suppression(reason="ours", origin="mtaudit.toml: suppress[1]", **named)


@pytest.mark.parametrize(
    ("named", "detectors"),
    [
        ({"detector": "number-changed"}, ["number-changed"]),
        ({"category": Category.POLARITY}, ["negation-lost"]),
        ({"outlet": "Wire"}, ["number-changed", "negation-lost", "date-changed"]),
        ({"outlet": "Post"}, []),
        ({"document": "copies/*"}, ["number-changed", "negation-lost", "date-changed"]),
        ({"document": "a.txt"}, ["number-changed", "negation-lost", "date-changed"]),
        ({"document": "b.txt"}, []),
        ({"detector": "number-changed", "outlet": "Post"}, []),
        ({"detector": "number-changed", "category": Category.POLARITY}, []),
        ({"original": "12", "copy": "21"}, ["number-changed"]),
        ({"original": "killed 12 people", "copy": "killed 21 people"}, ["number-changed"]),
        ({"original": "KILLED  12\npeople"}, ["number-changed"]),
        ({"original": "12 people died"}, []),
        ({"original": "12", "copy": "22"}, []),
        ({"original": "May", "copy": "July"}, ["date-changed"]),
        ({"original": "in May"}, ["date-changed"]),
        ({"fingerprint": "0" * 16}, []),
    ],
    ids=str,
)
def test_a_suppression_holds_for_what_has_all_that_it_names(named: dict[str, Any], detectors: list[str]) -> None:
    run = suppressed(ran(made(outlet="Wire")), [suppression(**named)], TODAY)
    assert [f.detector for f in run.audits[0].findings if f.suppression] == detectors


def test_a_fingerprint_is_that_of_one_finding() -> None:
    audit = made()
    one = suppression(fingerprint=audit.findings[1].fingerprint)
    assert [bool(f.suppression) for f in suppressed(ran(audit), [one], TODAY).audits[0].findings] == [
        False,
        True,
        False,
    ]


def test_a_phrase_of_the_copy_alone_is_found_where_the_original_has_nothing() -> None:
    audit = mtaudit.compare("He denied it in court.", "He never denied it in court.", model=False)
    assert [f.original for f in audit.findings] == [None]
    assert suppressed(ran(audit), [suppression(copy="never denied")], TODAY).audits[0].findings[0].suppression
    assert not suppressed(ran(audit), [suppression(original="denied")], TODAY).audits[0].findings[0].suppression


def test_what_is_suppressed_is_a_note_and_what_it_costs_stays() -> None:
    run = suppressed(ran(made()), [suppression(outlet=None, document="*")], TODAY)
    checked = check(run, Policy(), today=TODAY, suppressions=[suppression(document="*")])
    assert [r.level for r in checked.rulings[0]] == [Level.NOTE] * 3
    assert checked.status is Status.CLEAN
    assert run.audits[0].scores == made().scores


def test_an_expired_one_holds_through_its_last_day_and_is_told_after() -> None:
    last = suppression(detector="number-changed", expires=TODAY)
    run = ran(made())
    assert suppressed(run, [last], TODAY).audits[0].findings[0].suppression == last
    later = date(2026, 3, 2)
    assert suppressed(run, [last], later) == run
    checked = check(run, Policy(), suppressions=[last], today=later)
    assert (checked.expired, checked.unused) == ((last,), ())


def test_one_that_suppresses_nothing_is_told_where_its_copies_are_checked() -> None:
    idle = suppression(detector="idiom-literal")
    elsewhere = suppression(detector="idiom-literal", document="other/*")
    used = suppression(detector="number-changed")
    all_ = [idle, elsewhere, used]
    checked = check(suppressed(ran(made()), all_, TODAY), Policy(), suppressions=all_, today=TODAY)
    assert checked.unused == (idle,)


def test_the_signature_tells_which_held() -> None:
    run, used = ran(made()), suppression(detector="number-changed")
    assert suppressed(run, [], TODAY).signature == run.signature
    signed = {suppressed(run, those, TODAY).signature for those in ([used], [suppression(document="*")], [used, used])}
    assert len(signed) == 3


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory with a copy that misleads, one that is clean, and the original of both."""
    monkeypatch.chdir(tmp_path)
    for folder, name, text in (
        ("originals", "fire.txt", ORIGINAL),
        ("copies", "bad.txt", COPY),
        ("clean", "good.txt", ORIGINAL + "\n"),
        ("lost", "choir.txt", "The choir of Brindle sang on Sunday.\n\nIts jury praised clear voices and new pieces."),
    ):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text(text, encoding="utf-8")
    return tmp_path


ORIGINALS = ("--originals", "originals", "--no-model")


class TestCheck:
    """`mtaudit check`."""

    def test_a_clean_copy_is_passed_in_silence(self, work: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", "clean", *ORIGINALS]) == 0
        assert capsys.readouterr() == ("", "")

    def test_a_bad_copy_is_told_with_place_phrases_and_carets(
        self, work: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["check", "copies", *ORIGINALS]) == 1
        out = capsys.readouterr().out
        assert out.splitlines()[:6] == [
            "copies/bad.txt (copy of originals/fire.txt, fidelity 0.0)",
            "  1:15 critical number-changed: “12” became “21”.",
            "      original  A fire killed 12 people in Lorn on Monday, the mayor said.",
            "      copy      A fire killed 21 people in Lorn on Monday, the mayor said.",
            "                              ^^",
            "  3:11 critical negation-lost: “not” was lost: the copy states what the original denies.",
        ]
        assert out.endswith("1 copy checked: 3 errors (3 critical)\n")

    def test_fail_on_and_fidelity(self, work: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (work / "copies" / "bad.txt").write_text(MINOR, encoding="utf-8")
        assert main(["check", "copies", *ORIGINALS, "--fail-on", "critical"]) == 0
        told = capsys.readouterr().out
        assert told.startswith("1 copy checked: 0 errors; ")
        assert "--verbose shows it" in told
        assert main(["check", "copies", *ORIGINALS, "--fail-on", "minor"]) == 1
        assert main(["check", "copies", *ORIGINALS, "--fail-on", "critical", "--min-fidelity", "100"]) == 1
        assert "is below 100" in capsys.readouterr().out

    def test_quiet_and_verbose(self, work: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", "copies", *ORIGINALS, "--quiet"]) == 1
        assert capsys.readouterr() == ("", "")
        assert main(["check", "clean", *ORIGINALS, "-v"]) == 0
        assert capsys.readouterr().out == "1 copy checked: 0 errors\n"
        assert main(["check", "clean", *ORIGINALS, "-v", "-q"]) == 2

    def test_a_copy_without_original(self, work: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", "lost", *ORIGINALS]) == 0
        assert capsys.readouterr().out.startswith("lost/choir.txt (a copy of none of the originals)\n")
        assert main(["check", "lost", *ORIGINALS, "--require-original"]) == 1

    def test_many_copies_without_original_are_counted(self, work: Path, capsys: pytest.CaptureFixture[str]) -> None:
        for name in ("one", "two", "three"):
            (work / "lost" / f"{name}.txt").write_text(f"A choir of {name} sang in the old hall.", encoding="utf-8")
        assert main(["check", "lost", *ORIGINALS]) == 0
        assert capsys.readouterr().out.startswith("4 copies of none of the originals; --verbose names them\n")
        for option, status in (("--verbose", 0), ("--require-original", 1)):
            assert main(["check", "lost", *ORIGINALS, option]) == status
            assert "lost/two.txt (a copy of none of the originals)\n" in capsys.readouterr().out

    def test_other_articles_on_the_event_are_witnesses(self, work: Path, capsys: pytest.CaptureFixture[str]) -> None:
        event = Path(__file__).parent.parent / "corpora" / "events" / "trial"
        words = [str(event / "ledger.txt"), "--coverage", str(event)]
        assert main(["check", *words, "--no-config", "--no-model"]) == 1
        told = capsys.readouterr().out
        assert "held against 4 other articles on the event)" in told
        assert "      witness   " in told
        (work / "mtaudit.toml").write_text(
            f'copies = ["{event / "ledger.txt"}"]\ncoverage = ["{event}"]\nprimary = ["{event / "remarks.txt"}"]\n',
            encoding="utf-8",
        )
        assert main(["check", "--no-model", "--format", "json"]) == 1
        report = msgspec.json.decode(capsys.readouterr().out, type=CheckReport)
        witnesses = [w for copy in report.copies for f in copy.findings for w in f.witnesses]
        assert any(w.primary and w.contradicts for w in witnesses)

    def test_what_a_copy_lacks_has_its_place_from_the_cache_too(
        self, work: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        told = []
        (work / "copies" / "bad.txt").write_text(ORIGINAL.partition("\n\n")[0], encoding="utf-8")
        for option in ("--no-cache", "--no-ratchet", "--no-ratchet"):
            assert main(["check", "copies", *ORIGINALS, option]) == 1
            told.append(capsys.readouterr().out)
        assert "\n  1:58 critical clause-omitted" in told[0]
        assert told[0] == told[1] == told[2]

    def test_outputs_go_to_folders_that_are_not_there_yet(self, work: Path) -> None:
        assert main(["check", "copies", *ORIGINALS, "-q", "--output", "json=build/a/x.json"]) == 1
        assert (work / "build" / "a" / "x.json").exists()

    def test_in_a_job_of_ci_no_article_gives_commands(
        self, work: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        items = [{"id": f"::error::{n} ##[add-mask]e ##vso[x]", "text": COPY} for n in "ab"]
        (work / "feed.jsonl").write_text("\n".join(map(json.dumps, items)) + "\nno json\n", encoding="utf-8")
        monkeypatch.setattr("mtaudit.cli.output.JOBS", ("MTAUDIT_TEST_JOB",))
        for inside in (False, True):
            if inside:
                monkeypatch.setenv("MTAUDIT_TEST_JOB", "1")
            assert main(["check", "feed.jsonl", *ORIGINALS]) == 2
            told = capsys.readouterr()
            lines = [*told.out.splitlines(), *told.err.splitlines()]
            assert any("##[" in line for line in lines) is not inside
            assert any("##vso[" in line for line in lines) is not inside
            assert not inside or not any(line.lstrip().startswith("::") for line in lines)

    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            (["check"], "Missing COPY"),
            (["check", "copies"], "Missing --originals"),
            (["check", "copies", "--coverage", "lost", "--require-original"], "--require-original needs --originals"),
            (["check", "empty", *ORIGINALS], "empty: is a folder without a file to read"),
            (["check", "originals", *ORIGINALS], "originals: nothing to check there"),
            (["check", "no.txt", *ORIGINALS], "no.txt: no such file"),
            (["check", "copies", *ORIGINALS, "--format", "jsno"], "jsno: no such format; did you mean json"),
            (["check", "copies", *ORIGINALS, "--output", "json"], "--output json: write FORMAT=FILE"),
            (["check", "copies", *ORIGINALS, "--output", "jsno=x"], "jsno: no such format"),
            (["check", "copies", *ORIGINALS, "--output", "json=copies/bad.txt/x"], "copies/bad.txt: cannot be written"),
            (["check", "copies", *ORIGINALS, "--baseline", "no.json"], "no.json: cannot be read"),
            (["check", "copies", *ORIGINALS, "--prune"], "--prune needs --baseline"),
            (["check", "copies", *ORIGINALS, "--ratchet"], "--ratchet needs --baseline"),
            (["check", "copies", *ORIGINALS, "--config", "no.toml"], "no.toml: cannot be read"),
            (["check", "copies", *ORIGINALS, "--profile", "x"], "--profile x: there is no mtaudit.toml"),
        ],
        ids=lambda value: value if isinstance(value, str) else " ",
    )
    def test_a_mistake_ends_with_2(
        self, work: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
    ) -> None:
        (work / "empty").mkdir()
        assert main(arguments) == 2
        captured = capsys.readouterr()
        assert told in captured.err
        assert "Traceback" not in captured.err

    def test_what_cannot_be_read_ends_with_2_and_the_rest_is_told(
        self, work: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (work / "copies" / "empty.txt").write_text("", encoding="utf-8")
        assert main(["check", "copies", *ORIGINALS]) == 2
        captured = capsys.readouterr()
        assert "copies/empty.txt: is empty" in captured.err
        assert "number-changed" in captured.out

    def test_several_outputs_at_once(self, work: Path, capsys: pytest.CaptureFixture[str]) -> None:
        outputs = [f"{name}={name}.out" for name in GATE]
        assert main(["check", "copies", *ORIGINALS, "--format", "json", "--output", *outputs]) == 1
        told = capsys.readouterr().out
        assert (work / "json.out").read_text("utf-8") == told
        assert all((work / f"{name}.out").read_text("utf-8") for name in GATE)

    def test_colours(self, work: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("NO_COLOR", raising=False)
        assert main(["check", "copies", *ORIGINALS]) == 1
        assert "\x1b" not in capsys.readouterr().out, "none in a pipe"
        assert main(["check", "copies", *ORIGINALS, "--color", "always"]) == 1
        assert "\x1b[1;31mcritical\x1b[0m" in capsys.readouterr().out
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        assert main(["check", "copies", *ORIGINALS]) == 1
        assert "\x1b" in capsys.readouterr().out
        monkeypatch.setenv("NO_COLOR", "1")
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        assert main(["check", "copies", *ORIGINALS]) == 1
        assert "\x1b" not in capsys.readouterr().out

    def test_the_settings_may_say_all(self, work: Path, capsys: pytest.CaptureFixture[str]) -> None:
        text = """
        copies = ["copies"]
        originals = ["originals"]
        fail-on = "critical"
        [[suppress]]
        reason = "The desk counted again"
        author = "desk"
        detector = "number-changed"
        [[suppress]]
        reason = "long ago"
        expires = 2020-01-01
        detector = "date-changed"
        [[suppress]]
        reason = "never seen"
        detector = "idiom-literal"
        [detectors.negation-lost]
        level = "major"
        [detectors.date-changed]
        level = "off"
        [profile.strict]
        fail-on = "major"
        """
        (work / "mtaudit.toml").write_text(text, encoding="utf-8")
        assert main(["check", "--no-model"]) == 0
        told = capsys.readouterr().out
        assert "suppression mtaudit.toml: suppress[2] expired on 2020-01-01 (long ago)" in told
        assert "suppression mtaudit.toml: suppress[3] suppresses nothing (never seen)" in told
        assert told.endswith("1 copy checked: 0 errors; 1 less grave (1 major, --verbose shows it); 1 suppressed\n")
        assert main(["check", "--no-model", "--profile", "strict"]) == 1
        capsys.readouterr()
        assert main(["check", "--no-model", "-v"]) == 0
        assert "(suppressed: The desk counted again (desk)) [6790c6d8f285964f]\n" in capsys.readouterr().out
        assert main(["check", "copies", "--no-config", *ORIGINALS]) == 1

    def test_help_has_examples_and_fits(self, capsys: pytest.CaptureFixture[str]) -> None:
        for command in ("check", "baseline", "config"):
            assert main([command, "--help"]) == 0
            shown = capsys.readouterr().out
            assert f"Examples:\n    mtaudit {command}" in shown
            assert max(map(len, shown.splitlines())) <= 120


class TestBaseline:
    """`mtaudit baseline`, and `check --baseline`."""

    def test_adoption(self, work: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["baseline", "copies", *ORIGINALS]) == 0
        assert capsys.readouterr().out == "mtaudit-baseline.json: 3 findings in 1 copy\n"
        gate = ["check", "copies", *ORIGINALS, "--baseline", "mtaudit-baseline.json"]
        assert main(gate) == 0
        assert capsys.readouterr().out == ""
        assert main([*gate, "-v"]) == 0
        assert "(in the baseline)" in capsys.readouterr().out

        (work / "copies" / "bad.txt").write_text(COPY.replace("21", "12").replace("300", "900"), encoding="utf-8")
        before = (work / "mtaudit-baseline.json").read_bytes()
        assert main(gate) == 1
        told = capsys.readouterr().out
        assert "900" in told
        assert "1 finding of the baseline is fixed; --prune drops what is fixed\n" in told
        assert (work / "mtaudit-baseline.json").read_bytes() == before
        assert main([*gate, "--prune", "-v"]) == 1
        captured = capsys.readouterr()
        assert "copies/bad.txt: critical number-changed: “12” → “21”" in captured.out
        assert "3 findings before, 2 now" in captured.err
        assert json.loads((work / "mtaudit-baseline.json").read_text("utf-8"))["findings"].keys() == {"copies/bad.txt"}

    def test_the_ratchet_refuses_more(self, work: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["baseline", "copies", *ORIGINALS]) == 0
        before = (work / "mtaudit-baseline.json").read_bytes()
        (work / "copies" / "bad.txt").write_text(COPY.replace("300", "900"), encoding="utf-8")
        assert main(["baseline", "copies", *ORIGINALS, "--ratchet"]) == 1
        told = "is left as it is: copies without an outlet: 4 critical, the baseline has 3\n"
        assert capsys.readouterr().err == f"mtaudit: mtaudit-baseline.json {told}"
        assert (work / "mtaudit-baseline.json").read_bytes() == before
        gate = ["check", "copies", *ORIGINALS, "--baseline", "mtaudit-baseline.json"]
        assert main([*gate, "--ratchet"]) == 1
        assert "ratchet: copies without an outlet: 4 critical, the baseline has 3" in capsys.readouterr().out
        assert main(["baseline", "copies", *ORIGINALS]) == 0
        assert "4 findings in 1 copy, 3 before" in capsys.readouterr().out
        assert main([*gate, "--ratchet"]) == 0

    def test_a_copy_that_cannot_be_read_ends_with_2(self, work: Path) -> None:
        (work / "copies" / "empty.txt").write_text("", encoding="utf-8")
        assert main(["baseline", "copies", *ORIGINALS, "--quiet"]) == 2
        assert (work / "mtaudit-baseline.json").exists()

    def test_a_folder_that_is_missing(self, work: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["baseline", "copies", *ORIGINALS, "--baseline", "no/base.json"]) == 2
        assert "mtaudit: no/base.json: cannot be written" in capsys.readouterr().err


def test_the_other_commands_honour_the_settings(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = """
    [detectors.date-changed]
    level = "off"
    [[suppress]]
    reason = "The desk <b>counted</b> again"
    author = "desk"
    detector = "number-changed"
    """
    (work / "mtaudit.toml").write_text(text, encoding="utf-8")
    pair = ["compare", "originals/fire.txt", "copies/bad.txt", "--no-model"]
    assert main(pair) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "suppressed: The desk <b>counted</b> again (desk)" in shown
    assert "date-changed" not in shown
    assert main([*pair, "--format", "json"]) == 0
    findings = json.loads(capsys.readouterr().out)["audits"][0]["findings"]
    assert [f["suppression"] and f["suppression"]["author"] for f in findings] == ["desk", None]
    assert main([*pair, "--format", "html"]) == 0
    assert "suppressed: The desk &lt;b&gt;counted&lt;/b&gt; again (desk)" in capsys.readouterr().out
    assert main(["audit", "copies", *ORIGINALS]) == 0
    report = json.loads((work / "reports" / "report.json").read_text("utf-8"))
    assert "|settings:" in report["signature"]
    assert "|suppressions:" in report["signature"]
    capsys.readouterr()
    assert main(["watch", "copies", *ORIGINALS, "--once", "--out", "watched"]) == 0
    watched = json.loads((work / "watched" / "report.json").read_text("utf-8"))
    assert [bool(f["suppression"]) for f in watched["audits"][0]["findings"]] == [True, False]
    capsys.readouterr()
    assert main([*pair, "--no-config", "--format", "json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["audits"][0]["findings"]) == 3


def test_json_can_be_read_back() -> None:
    used = suppression(detector="number-changed", expires=TODAY, author="desk")
    run = suppressed(
        Run((made(),), (Document("lost", "x", "en"),), (Failure("a", "b", "c\ud800"),), "s"), [used], TODAY
    )
    checked = check(run, Policy(min_fidelity=99, require_original=True), suppressions=[used], today=TODAY)
    text = GATE["json"]()(checked)
    text.encode()
    report = msgspec.json.decode(text, type=CheckReport)
    assert (report.status, report.exit, report.errors, report.notes) == (Status.BROKEN, 2, 2, 1)
    (copy,) = report.copies
    assert (copy.copy, copy.original, copy.fidelity_least) == ("copies/a.txt", "o", 99)
    first = copy.findings[0]
    assert first.suppression
    assert first.suppression.expires == TODAY
    assert first.copy == Spot(start=14, end=16, line=1, column=15, end_line=1, end_column=17, text="21")
    assert report.without_original == ["lost"]


def test_every_format_takes_every_run() -> None:
    empty = check(Run((), (), (), "s"), Policy(), today=TODAY)
    full = check(
        Run((made(), made(ORIGINAL)), (Document("lost\x1b[31m", "x", "en"),), (Failure("a", "b", "c"),), "s"),
        Policy(min_fidelity=99),
        today=TODAY,
    )
    for name in GATE:
        assert GATE[name]()(full) == GATE[name]()(full)
        assert "\x1b" not in GATE[name]()(full)
        GATE[name]()(empty).encode()


def test_checking_starts_no_more_than_it_needs() -> None:
    code = (
        "import mtaudit.cli.check, sys; print([m for m in ('numpy', 'rich', 'tantivy', 'jinja2') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
    )
    assert done.stdout.strip() == "[]"
