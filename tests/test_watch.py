"""Feeds looked at round after round: each item once, whatever happens in between."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pages
import pytest
from misbehaving import Handler, Misbehaving
from test_ingest_commands import COPY

import mtaudit
from mtaudit.cli import INTERRUPTED, main
from mtaudit.ingest import Reader
from mtaudit.ingest.web import client as web
from mtaudit.ingest.web.client import Client
from mtaudit.keeping.store import Store
from mtaudit.keeping.watching import Report, Watch, watch
from mtaudit.matching import Archive, Damaged
from mtaudit.records import Audit, Document, Failure, Run

FARE, BOOKS, LONE = (
    "Fares on the island ferry will rise by eight per cent in May, its operator said on Monday, blaming fuel.",
    "A court told the bank on Tuesday to open its books to the two sisters that it fired in spring.",
    "The bakery of Brindle closed its doors, and nobody in the street knows who will bake the rolls now.",
)
Item = dict[str, str]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "archive").mkdir()
    for name, text in (("fare", FARE), ("books", BOOKS)):
        (tmp_path / "archive" / f"{name}.txt").write_text(text)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(web, "Limits", lambda: limits)
    return tmp_path


limits = web.Limits(pause=0, attempts=1)
"""No test waits for a server of ours."""

PATIENCE = 240
"""Seconds for a child that needs ten on an idle machine: only one that hangs needs as many."""


def fed(path: Path, **texts: str) -> None:
    """Writes a feed of these items, at once: a watch that runs sees the old feed or the new one."""
    made = path.with_suffix(".new")
    made.write_text("".join(json.dumps({"id": name, "text": text}) + "\n" for name, text in texts.items()))
    made.replace(path)


def watching(*argv: str) -> int:
    return main(["watch", *argv, "--originals", "archive", "--once", "--no-model", "--allow-private"])


def reported(out: Path = Path("reports")) -> list[str]:
    """The copies in the report, in its order; each has its page."""
    report = json.loads((out / "report.json").read_text("utf-8"))
    assert len(list(out.glob("audit-*.html"))) == len(report["audits"])
    index = (out / "index.html").read_text("utf-8")
    assert all(page.name in index for page in out.glob("audit-*.html"))
    return [audit["copy"]["id"] for audit in report["audits"]]


# --- rounds


def test_only_what_is_new_is_audited(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fed(folder / "feed.jsonl", a=FARE.replace("eight", "eighty"))
    assert watching("feed.jsonl") == 0
    said = capsys.readouterr()
    assert "feed.jsonl#a: fidelity" in said.out
    assert "worst: number-changed: “eight per cent” became “eighty per cent”" in said.out
    assert said.out.endswith("report: reports/index.html\n")
    fed(folder / "feed.jsonl", a=FARE.replace("eight", "eighty"), b=BOOKS, lone=LONE)
    assert watching("feed.jsonl") == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(": ")[0] for line in lines] == ["feed.jsonl#b", "feed.jsonl#lone", "report"]
    assert lines[1].endswith("a copy of none of the originals")
    assert watching("feed.jsonl") == 0
    assert capsys.readouterr().out == "report: reports/index.html\n"
    assert reported() == ["feed.jsonl#b", "feed.jsonl#a"], "what left no news is in the report all the same"


def test_a_changed_item_is_audited_again(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for text in (FARE, FARE.replace("May", "June"), FARE):
        fed(folder / "feed.jsonl", a=text)
        assert watching("feed.jsonl") == 0
    said = capsys.readouterr().out.splitlines()
    assert [line.partition(";")[0] for line in said if not line.startswith("report")] == [
        "feed.jsonl#a: fidelity 100.0",
        said[2].partition(";")[0],
    ], "the text of the third round was seen in the first"
    assert reported() == ["feed.jsonl#a", "feed.jsonl#a"]


def test_two_items_of_one_name_do_not_take_turns(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "feed.jsonl").write_text("".join(json.dumps({"id": "a", "text": t}) + "\n" for t in (FARE, BOOKS)))
    for expected in (3, 1):
        assert watching("feed.jsonl") == 0
        assert len(capsys.readouterr().out.splitlines()) == expected


def test_one_item_in_two_feeds_is_one(server: Misbehaving, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "archive" / "ferry.html").write_text(pages.drupal(pages.FERRY), "utf-8")
    link = server.page("/a", pages.newspaper(COPY))
    feeds = [server.page(f"/feed{n}", rss(link)) for n in (1, 2)]
    assert watching(*feeds) == 0
    assert capsys.readouterr().out.count(f"{link}: fidelity") == 1


def test_an_original_that_comes_late_is_found(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fed(folder / "feed.jsonl", lone=LONE)
    for _ in range(2):
        assert watching("feed.jsonl") == 0
    assert capsys.readouterr().out.count("a copy of none") == 1
    (folder / "archive" / "late.txt").write_text(LONE)
    assert watching("feed.jsonl") == 0
    assert "feed.jsonl#lone: fidelity 100.0" in capsys.readouterr().out
    report = json.loads((folder / "reports" / "report.json").read_text("utf-8"))
    assert not report["unmatched"]
    assert reported() == ["feed.jsonl#lone"]


@pytest.mark.usefixtures("folder")
def test_an_original_is_no_copy(capsys: pytest.CaptureFixture[str]) -> None:
    assert watching("archive") == 0
    assert capsys.readouterr().out == "report: reports/index.html\n"


def test_an_archive_will_do(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["index", "archive", "--archive", "kept"]) == 0
    fed(folder / "feed.jsonl", a=FARE)
    assert main(["watch", "feed.jsonl", "--originals", "kept", "--once", "--no-model"]) == 0
    assert "feed.jsonl#a: fidelity 100.0" in capsys.readouterr().out


def test_an_archive_that_breaks_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["index", "archive", "--archive", "kept"]) == 0
    (folder / "kept" / "meta.json").write_text("{")
    capsys.readouterr()
    fed(folder / "feed.jsonl", a=FARE)
    assert main(["watch", "feed.jsonl", "--originals", "kept", "archive", "--once", "--no-model"]) == 2
    said = capsys.readouterr()
    assert "kept: no archive can be opened there" in said.err
    assert "feed.jsonl#a: fidelity 100.0" in said.out


def test_an_archive_that_breaks_later_ends_the_round_and_nothing_is_taken_for_seen(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["index", "archive", "--archive", "kept"]) == 0
    capsys.readouterr()
    fed(folder / "feed.jsonl", a=FARE)
    with monkeypatch.context() as broken:
        broken.setattr(Archive, "candidates", lambda self, *_: damage(self))
        assert main(["watch", "feed.jsonl", "--originals", "kept", "--once", "--no-model"]) == 2
    assert "kept: the archive is damaged (a word)" in capsys.readouterr().err
    assert main(["watch", "feed.jsonl", "--originals", "kept", "--once", "--no-model"]) == 0
    assert "feed.jsonl#a: fidelity 100.0" in capsys.readouterr().out


def damage(archive: Archive) -> None:
    raise Damaged(archive._folder or Path(), "a word")


def rss(*links: str) -> str:
    items = "".join(f"<item><title>t</title><link>{link}</link></item>" for link in links)
    return f"<rss version='2.0'><channel><title>x</title>{items}</channel></rss>"


def test_what_fails_is_told_and_tried_again(
    server: Misbehaving, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "archive" / "ferry.html").write_text(pages.drupal(pages.FERRY), "utf-8")
    broken, link = server.address("/none"), server.address("/a")
    feed = server.page("/feed", rss(link))
    fed(folder / "feed.jsonl", a=FARE)
    assert watching(broken, feed, "feed.jsonl") == 2
    said = capsys.readouterr()
    assert said.err.splitlines() == [f"mtaudit: {url}: answered 404" for url in (broken, link)]
    assert reported() == ["feed.jsonl#a"]
    server.page("/a", pages.newspaper(COPY))
    server.page("/none", rss())
    assert watching(broken, feed, "feed.jsonl") == 0
    said = capsys.readouterr()
    assert (said.err, said.out.count(f"{link}: fidelity")) == ("", 1)
    assert reported() == [link, "feed.jsonl#a"]


def test_originals_that_fail_are_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fed(folder / "feed.jsonl", a=FARE)
    argv = ["watch", "feed.jsonl", "--originals", "archive", "none.txt", "--once", "--no-model"]
    assert main(argv) == 2
    said = capsys.readouterr()
    assert said.err == "mtaudit: none.txt: no such file\n"
    assert "feed.jsonl#a: fidelity 100.0" in said.out
    assert main(argv) == 0, "nothing was new, so no original was asked for"


@pytest.mark.usefixtures("folder")
def test_a_server_is_asked_for_what_changed(server: Misbehaving) -> None:
    body, told = rss(server.page("/a", pages.newspaper(COPY))).encode(), {"ETag": '"1"'}

    def feed(handler: Handler) -> None:
        known = handler.headers.get("If-None-Match") == '"1"'
        handler.reply(304 if known else 200, b"" if known else body, Content_Type="application/rss+xml", **told)
        sent.append(not known)

    sent: list[bool] = []
    server.table["/feed"] = feed
    for _ in range(3):
        assert watching(server.address("/feed")) == 0
    assert sent == [True, False, False], "over three processes' lives"


def test_the_audits_of_a_broken_plugin_are_not_lost(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fed(folder / "feed.jsonl", a=FARE)
    with monkeypatch.context() as patched:
        patched.setattr("mtaudit.judging.tracing.align", lambda *_: 1 / 0)
        assert watching("feed.jsonl") == 2
    assert "mtaudit: feed.jsonl#a: ZeroDivisionError" in capsys.readouterr().err
    assert watching("feed.jsonl") == 0
    assert reported() == ["feed.jsonl#a"]


def test_an_audit_of_another_version_is_told_of(folder: Path) -> None:
    fed(folder / "feed.jsonl", a=FARE, b=BOOKS)
    assert watching("feed.jsonl") == 0
    with Store(Path("reports/watch.sqlite")) as store:
        store._db.execute("UPDATE items SET audit = document WHERE number = 1")
    assert watching("feed.jsonl") == 0
    assert reported() == ["feed.jsonl#b"]
    report = json.loads((folder / "reports" / "report.json").read_text("utf-8"))
    assert [failure["where"] for failure in report["failures"]] == ["feed.jsonl#a"]


def test_the_report_shows_the_newest(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mtaudit.keeping.watching.NEWEST", 2)
    feed = folder / "feed.jsonl"
    for names in ("a", "ab", "abc"):
        fed(feed, **dict.fromkeys(names, FARE))
        assert watching("feed.jsonl") == 0
    assert reported() == ["feed.jsonl#c", "feed.jsonl#b"]
    assert sorted(page.name[:10] for page in (folder / "reports").glob("audit-*")) == ["audit-0002", "audit-0003"]


def test_a_round_up_has_an_audit_and_a_page_for_each_original(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ferry, bank = (
        f"{FARE} {' '.join(f'{w} {n} was named by the {who} on day {n}.' for n in range(12) for w in (word,))}"
        for word, who in (("Pier", "harbour"), ("Ledger", "court"))
    )
    bank = bank.replace(FARE, BOOKS)
    (folder / "archive" / "fare.txt").write_text(ferry)
    (folder / "archive" / "books.txt").write_text(bank)
    fed(folder / "feed.jsonl", both=f"{ferry}\n\n{bank}")
    assert watching("feed.jsonl") == 0
    lines = sorted(capsys.readouterr().out.splitlines())
    assert [line.partition(": ")[0] for line in lines[:2]] == [
        "feed.jsonl#both (from archive/books.txt)",
        "feed.jsonl#both (from archive/fare.txt)",
    ]
    assert reported() == ["feed.jsonl#both", "feed.jsonl#both"]
    assert watching("feed.jsonl") == 0
    assert reported() == ["feed.jsonl#both", "feed.jsonl#both"]


# --- the loop


def test_the_rounds_come_at_their_times_and_the_report_when_it_changed(folder: Path) -> None:
    told: list[Audit | Document | Failure] = []
    written: list[tuple[tuple[int, ...], Run]] = []
    slept: list[float] = []

    def write(report: Report) -> None:
        written.append((tuple(number for number, _ in report.audits()), report.rest))

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        if len(slept) == 2:
            fed(folder / "feed.jsonl", a=FARE, b=BOOKS)
        if len(slept) == 3:
            (folder / "feed.jsonl").unlink()
        if len(slept) == 5:
            raise KeyboardInterrupt

    fed(folder / "feed.jsonl", a=FARE)
    with Store(folder / "state") as store, Client(cache=store) as client, Reader(client=client) as reader:
        watched = Watch(
            feeds=("feed.jsonl",),
            originals=("archive",),
            reader=reader,
            store=store,
            plugins=mtaudit.plugins(model=False),
            signature="judge",
        )
        with pytest.raises(KeyboardInterrupt):
            watch(watched, every=100, tell=told.append, write=write, sleep=sleep)
    assert [type(news) for news in told] == [Audit, Audit, Failure, Failure]
    assert [numbers for numbers, _ in written] == [(1,), (2, 1), (2, 1)], "not after the second, nor the fifth"
    assert [len(run.failures) for _, run in written] == [0, 0, 1]
    assert {run.signature for _, run in written} == {"judge"}
    assert all(0 < seconds <= 100 for seconds in slept)


@contextmanager
def running(*argv: str) -> Iterator[subprocess.Popen[str]]:
    """`mtaudit watch`, for as long as the test looks; it hears Ctrl-C even where the tests, in a shell's background, do
    not: what ignores a signal hands that on."""
    command = [sys.executable, "-u", "-m", "mtaudit", "watch", *argv, "--originals", "archive", "--no-model"]
    heard = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    finally:
        signal.signal(signal.SIGINT, heard)
    with process:
        try:
            yield process
        finally:
            process.kill()


def test_ctrl_c_ends_it_and_no_second_one_may_watch(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fed(folder / "feed.jsonl", a=FARE)
    with running("feed.jsonl", "--every", "1s") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith("feed.jsonl#a: fidelity 100.0")
        assert watching("feed.jsonl") == 2
        assert capsys.readouterr().err == ("mtaudit: reports/watch.sqlite: is in use; another watch is running on it\n")
        fed(folder / "feed.jsonl", a=FARE, b=BOOKS)
        assert process.stdout.readline().startswith("feed.jsonl#b: fidelity 100.0")
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == INTERRUPTED
        assert process.stderr.read().strip() == ""
    assert watching("feed.jsonl") == 0
    assert capsys.readouterr().out == "report: reports/index.html\n"


# --- killed


def test_killed_while_a_page_is_awaited(server: Misbehaving, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As a power cut would: no signal that can be caught."""

    def hanging(_: Handler) -> None:
        process.kill()
        server.go.wait(20)

    (folder / "archive" / "ferry.html").write_text(pages.drupal(pages.FERRY), "utf-8")
    links = [server.page("/a", pages.newspaper(COPY)), server.address("/b"), server.page("/c", pages.ghost(COPY))]
    server.table["/b"] = hanging
    feed = server.page("/feed", rss(*links), ETag='"1"')
    with running(feed, "--allow-private", "--state", "state") as process:
        said, _ = process.communicate(timeout=PATIENCE)
        assert process.returncode == -signal.SIGKILL
    assert [line.partition(": fidelity")[0] for line in said.splitlines()] == links[:1]
    server.page("/b", pages.blogger(COPY))
    assert watching(feed, "--state", "state") == 0
    again = capsys.readouterr().out.splitlines()
    assert [line.partition(": fidelity")[0] for line in again[:-1]] == links[1:]
    assert reported() == links[::-1]


KILLED = '''
"""Dies at the n-th of its moments, for each n in turn, and then lets another end what that one began."""
import os, sqlite3, sys
from pathlib import Path
import click
import mtaudit, mtaudit.ingest.web.client, mtaudit.render.html, mtaudit.keeping.store, mtaudit.keeping.watching
from mtaudit.cli import main

def watched(folder, last):
    """Watches in a process of its own, which has so many moments to live; whether it came to its end."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    left, connect = [last], sqlite3.connect
    def moment(statement=None):
        left[0] -= 1
        if left[0] < 0:
            os._exit(9)
    def around(function):
        def called(*args, **options):
            moment()
            result = function(*args, **options)
            moment()
            return result
        return called
    def connected(*args, **options):
        db = connect(*args, **options)
        db.set_trace_callback(moment)
        return db
    sqlite3.connect = connected
    mtaudit.keeping.watching.audit_all = around(mtaudit.keeping.watching.audit_all)
    mtaudit.render.html._write = around(mtaudit.render.html._write)
    click.echo = around(click.echo)
    out = open(folder / "said", "a", buffering=1)
    os.dup2(out.fileno(), 1)
    os._exit(main(["watch", "feed.jsonl", "--originals", "archive", "--once", "--no-model", "--out", str(folder)]))

mtaudit.compare("It rained on the first of May.", "It rained on 2 June.", model=False)  # what is slow is loaded once
last, alive = 0, False
while not alive:
    folder = Path(f"killed-{last}")
    folder.mkdir()
    alive = watched(folder, last)
    if not alive and not watched(folder, 10**9):
        sys.exit(f"the second watch failed after {last} moments")
    last += 1
print(last)
'''


def test_killed_at_any_moment_it_loses_nothing_and_repeats_nothing(folder: Path) -> None:
    fed(folder / "feed.jsonl", a=FARE, lone=LONE, b=BOOKS)
    done = subprocess.run([sys.executable, "-c", KILLED], capture_output=True, text=True, check=False, timeout=PATIENCE)
    assert done.returncode == 0, done.stderr
    count = int(done.stdout)
    assert count > 40
    for number in range(count):
        out = folder / f"killed-{number}"
        assert reported(out) == ["feed.jsonl#b", "feed.jsonl#a"]
        report = json.loads((out / "report.json").read_text("utf-8"))
        assert [article["id"] for article in report["unmatched"]] == ["feed.jsonl#lone"]
        said = [line.partition(": ")[0] for line in (out / "said").read_text().splitlines()]
        items = [name for name in said if name != "report"]
        assert len(items) == len(set(items)), "no line twice"
        assert set(items) <= {"feed.jsonl#a", "feed.jsonl#b", "feed.jsonl#lone"}
        assert len(items) >= 2, "one line only may be lost, where death came between the commit and the line"


# --- mistakes


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (["--every", "10"], "'10' is no interval; write 30s, 10m or 1h"),
        (["--every", "0m"], "'0m' is no interval"),
        (["--every", "-5m"], "needs"),
        (["--every", "1d"], "'1d' is no interval"),
        (["--every", "٣m"], "'٣m' is no interval"),
        (["--originals", "-"], "Standard input (-) can be read once only"),
        (["--state", "archive"], "'archive' is a directory"),
        (["--once", "--state", "feed.txt"], "feed.txt: is no file of `mtaudit watch`"),
        (["--once", "--state", "feed.txt/state"], "cannot be written"),
        (["--once", "--out", "feed.txt/reports", "--state", "state"], "cannot be written"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_mistake_is_told(argv: list[str], told: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "feed.txt").write_text(FARE + " " + LONE * 30)
    originals = [] if "--originals" in argv else ["--originals", "archive"]
    assert main(["watch", "feed.txt", *originals, "--no-model", *argv]) == 2
    said = capsys.readouterr().err
    assert told in said or told == "needs"
    assert "Traceback" not in said


@pytest.mark.usefixtures("folder")
def test_standard_input_will_do_for_one_round() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mtaudit", "watch", "-", "--originals", "archive", "--once", "--no-model"],
        input=json.dumps({"id": "a", "text": FARE}),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith("standard input#a: fidelity 100.0")
