"""The commands and the API take pages, feeds and addresses wherever they take files of text."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pages
import pytest
from misbehaving import Misbehaving

import mtaudit
from mtaudit.cli import main
from mtaudit.ingest.web import client as web

COPY = pages.Story(
    pages.FERRY.headline,
    "Bea Otter",
    "The Daily Copy",
    "2024-03-05T10:00:00+00:00",
    "https://copy.example/ferry",
    tuple((role, text.replace("eight per cent", "eighty per cent")) for role, text in pages.FERRY.paragraphs),
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "archive").mkdir()
    for story in pages.STORIES:
        (tmp_path / "archive" / f"{story.author}.html").write_text(pages.drupal(story), "utf-8")
    (tmp_path / "copy.html").write_text(pages.amp(COPY), "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(web, "Limits", lambda: web_limits)
    return tmp_path


web_limits = web.Limits(pause=0, silence=2)
"""No test waits for a server of ours."""


@pytest.mark.usefixtures("folder")
def test_read_shows_what_was_understood(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "copy.html"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:7] == [
        "title:     Island ferry to raise fares by eight per cent",
        "outlet:    The Daily Copy",
        "author:    Bea Otter",
        "published: 2024-03-05 10:00+00:00",
        "language:  en",
        "address:   https://copy.example/ferry",
        "file:      copy.html",
    ]
    assert "[headline] Island ferry to raise fares by eight per cent" in lines
    assert "[caption] The ferry Corvina leaves the dock of Brindle in a light fog." in lines
    assert "[heading] Who pays, and how much?" in lines
    assert any(line.startswith("[quote] We will not accept") for line in lines)


def test_read_tells_what_is_missing_and_what_was_remarked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "bad.txt").write_bytes(b"caf\xe9 \x1b[31mred")
    assert main(["read", "bad.txt"]) == 0
    said = capsys.readouterr().out
    assert "outlet:    –" in said
    assert "remark:    not UTF-8; read as Windows-1252" in said
    assert "\x1b" not in said


def test_read_as_json_can_be_read_again(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "copy.html", "--format", "json"]) == 0
    line = capsys.readouterr().out
    found = json.loads(line)
    assert found["published"] == "2024-03-05T10:00:00+00:00"
    assert [p["role"] for p in found["paragraphs"]][:2] == ["headline", "caption"]
    assert found["text"][found["paragraphs"][0]["start"] : found["paragraphs"][0]["end"]] == COPY.headline
    (folder / "again.jsonl").write_text(line, "utf-8")
    again = mtaudit.read(folder / "again.jsonl")
    assert (again.text, again.title, again.outlet) == (found["text"], COPY.headline, COPY.outlet)
    assert again.published is not None
    assert again.published.isoformat() == COPY.published


def test_read_of_a_feed_shows_all_and_tells_what_broke(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "feed.jsonl").write_text('{"text": "It rained."}\n{}\n{"text": "It snowed."}\n')
    assert main(["read", "feed.jsonl"]) == 2
    said = capsys.readouterr()
    assert "[body] It rained." in said.out
    assert "[body] It snowed." in said.out
    assert said.err.startswith("mtaudit: feed.jsonl:2: has none of the fields")
    assert main(["read", "none.html"]) == 2
    assert capsys.readouterr().err == "mtaudit: none.html: no such file\n"


@pytest.mark.usefixtures("folder")
def test_private_addresses_need_a_flag(server: Misbehaving, capsys: pytest.CaptureFixture[str]) -> None:
    url = server.page("/a", pages.ghost(pages.COURT))
    for command in (["read", url], ["compare", url, url], ["audit", url, "--originals", "archive", "--no-model"]):
        assert main(command) == 2
        assert "a private address; --allow-private permits it" in capsys.readouterr().err
        assert not server.asked
    assert main(["read", url, "--allow-private"]) == 0
    assert "title:     Court tells bank" in capsys.readouterr().out


@pytest.mark.usefixtures("folder")
def test_compare_a_page_with_a_page(server: Misbehaving, capsys: pytest.CaptureFixture[str]) -> None:
    original = server.page("/a", pages.ghost(pages.FERRY))
    argv = ["compare", original, "copy.html", "--allow-private", "--no-model", "--format", "json"]
    assert main(argv) == 0
    (audit,) = json.loads(capsys.readouterr().out)["audits"]
    assert audit["relation"] == "copy"
    assert [f["copy"]["text"] for f in audit["findings"]] == ["eighty per cent"]


@pytest.mark.usefixtures("folder")
def test_compare_takes_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(pages.ghost(pages.FERRY).encode())))
    assert main(["compare", "-", "copy.html", "--no-model", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["audits"][0]["original"]["id"] == "standard input"


def test_audit_a_feed_against_an_archive_of_pages(
    folder: Path, server: Misbehaving, capsys: pytest.CaptureFixture[str]
) -> None:
    links = [
        server.page("/a", pages.newspaper(COPY)),
        server.page("/b", pages.ghost(pages.COMET)),
        server.address("/c"),
    ]
    items = "".join(f"<item><title>t</title><link>{link}</link></item>" for link in links)
    feed = server.page("/feed", f"<rss version='2.0'><channel><title>x</title>{items}</channel></rss>")
    (folder / "extra.jsonl").write_text(json.dumps({"id": "lone", "text": "The bakery of Brindle closed its doors."}))
    assert main(["audit", feed, "extra.jsonl", "--originals", "archive", "--no-model", "--allow-private"]) == 2
    said = capsys.readouterr()
    assert f"{links[0]}: fidelity" in said.out
    assert "worst: number-changed: “eight per cent” became “eighty per cent”" in said.out
    assert f"{links[1]}: fidelity 100.0; no findings" in said.out
    assert "extra.jsonl#lone: no original, judged by its text alone; no findings" in said.out
    assert f"mtaudit: {links[2]}: answered 404" in said.err
    report = json.loads((folder / "reports" / "report.json").read_text("utf-8"))
    assert {a["copy"]["url"] for a in report["audits"]} == {COPY.url, pages.COMET.url, None}
    assert [a["original"]["path"] for a in report["audits"] if a["original"]] == [
        "archive/Ann Lee.html",
        "archive/Rosa Quill.html",
    ]
    assert [f["what"] for f in report["failures"]] == ["copy"]


@pytest.mark.usefixtures("folder")
def test_an_original_may_be_an_address(server: Misbehaving, capsys: pytest.CaptureFixture[str]) -> None:
    url = server.page("/a", pages.ghost(pages.FERRY))
    assert main(["audit", "copy.html", "--originals", url, "--no-model", "--allow-private"]) == 0
    assert "copy.html: fidelity" in capsys.readouterr().out


def test_a_copy_among_the_originals_is_left_out_item_by_item(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = {"id": "a", "text": pages.COURT.text}
    (folder / "originals.jsonl").write_text(json.dumps(story))
    (folder / "copies.jsonl").write_text(json.dumps(story))
    argv = ["audit", "copies.jsonl", "originals.jsonl", "--originals", "originals.jsonl", "--no-model"]
    assert main(argv) == 0
    said = capsys.readouterr()
    assert "copies.jsonl#a: fidelity 100.0" in said.out, "a repost word by word is a copy all the same"
    assert said.err == "mtaudit: originals.jsonl#a: is among the originals and not audited as a copy\n"


def test_the_api_takes_addresses_that_say_they_are(folder: Path, server: Misbehaving) -> None:
    url = server.page("/a", pages.ghost(pages.COURT))
    assert mtaudit.read(mtaudit.Url(url), allow_private=True).title == pages.COURT.headline
    assert mtaudit.read(url).text == url, "a string is the text itself, never an address"
    with pytest.raises(mtaudit.InputError, match="private address"):
        mtaudit.read(mtaudit.Url(url))
    found = list(mtaudit.read_all(mtaudit.Url(url), folder / "copy.html", "It rained.", " ", allow_private=True))
    assert [type(item).__name__ for item in found] == ["Document", "Document", "Document", "Failure"]
    assert list(mtaudit.read_all(*found)) == found
    copies: list[mtaudit.Source | mtaudit.Failure] = [mtaudit.Url(url), mtaudit.Failure("reading", "x", "it broke")]
    run = mtaudit.audit(copies, [folder / "archive" / "Milo Brandt.html"], model=False, allow_private=True)
    assert [audit.copy.id for audit in run.audits] == [url]
    assert run.failures == (mtaudit.Failure("copy", "x", "it broke"),)


def test_reading_text_loads_no_library_of_the_web() -> None:
    code = (
        "import sys, pathlib, mtaudit\nfrom mtaudit.cli import main\nimport mtaudit.cli.read, mtaudit.cli.audit\n"
        "import mtaudit.ingest\nmtaudit.read('It rained.')\n"
        "print({'lxml', 'httpx', 'httpcore', 'feedparser', 'trafilatura'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
