"""Where the original is dated later than the copy, every output says so near its top; nothing else changes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import mtaudit
from mtaudit.cli import main

STORY = (
    "The council of Brindle said on Monday that the road along the old mill will stay closed until August.",
    "Two walls of the mill fell in the rain, and the work will cost 40,000 crowns, said Ada Marsh, who leads it.",
    "About 300 people use the road on a working day, and they will have to go through the valley until then.",
)
PAGE = """<html lang="en"><head><title>Mill road</title>
<meta property="article:published_time" content="{date}T08:00:00+00:00"></head>
<body><article><h1>Council closes the mill road</h1><p>{text}</p></article></body></html>"""
ITEM = """<rss version="2.0"><channel><title>Brindle Post</title><item><title>Council closes the mill road</title>
<link>http://127.0.0.1:9/mill</link><guid>mill</guid><pubDate>{date} 08:00:00 GMT</pubDate>
<content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/">&lt;p&gt;{text}&lt;/p&gt;</content:encoded>
</item></channel></rss>"""
SAID = "The original is dated 2024-05-09, later than the copy (2024-05-02): perhaps they are swapped."


def page(date: str) -> str:
    return PAGE.format(date=date, text="</p><p>".join(STORY))


def feed(date: str) -> str:
    return ITEM.format(date=date, text="&lt;/p&gt;&lt;p&gt;".join(STORY))


def line(date: str) -> str:
    return json.dumps({"id": "mill", "text": "\n\n".join(STORY), "published": date})


KINDS = [
    pytest.param("html", page("2024-05-09"), page("2024-05-02"), id="pages"),
    pytest.param("rss", feed("Thu, 09 May 2024"), feed("Thu, 02 May 2024"), id="feeds"),
    pytest.param("jsonl", line("2024-05-09"), line("2024-05-02"), id="JSON lines"),
]


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path


@pytest.mark.parametrize(("ending", "original", "copy"), KINDS)
def test_it_is_remarked(ending: str, original: str, copy: str, work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = f"original.{ending}", f"copy.{ending}"
    (work / first).write_text(original, encoding="utf-8")
    (work / second).write_text(copy, encoding="utf-8")
    for format_ in ("text", "markdown", "json", "html"):
        assert main(["compare", first, second, "--no-model", "--format", format_]) == 0
        assert SAID.rstrip(".") in " ".join(capsys.readouterr().out.split()).replace("\\", "")
    assert main(["audit", second, "--originals", first, "--no-model"]) == 0
    assert SAID in capsys.readouterr().out
    (audit,) = json.loads((work / "reports" / "report.json").read_text("utf-8"))["audits"]
    assert audit["remarks"] == [SAID]
    argv = ["check", second, "--originals", first, "--no-model", "--output", "json=a.json", "--output", "jsonl=a.jsonl"]
    assert main(argv) == 0
    head, said, *_ = capsys.readouterr().out.splitlines()
    assert "(copy of " in head
    assert said == f"  {SAID}"
    assert json.loads((work / "a.json").read_text("utf-8"))["copies"][0]["remarks"] == [SAID]
    assert "dates-reversed" in (work / "a.jsonl").read_text("utf-8")


@pytest.mark.parametrize(("ending", "original", "copy"), KINDS)
def test_the_other_way_round_nothing_is_said(
    ending: str, original: str, copy: str, work: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (work / f"a.{ending}").write_text(original, encoding="utf-8")
    (work / f"b.{ending}").write_text(copy, encoding="utf-8")
    assert main(["check", f"a.{ending}", "--originals", f"b.{ending}", "--no-model"]) == 0
    assert capsys.readouterr().out == ""


def test_the_same_day_is_no_doubt(work: Path) -> None:
    for name, date in (("original", "2024-05-09T20:00:00+00:00"), ("copy", "2024-05-09T06:00:00+00:00")):
        (work / f"{name}.jsonl").write_text(line(date), encoding="utf-8")
    assert mtaudit.compare(work / "original.jsonl", work / "copy.jsonl", model=False).relation.doubt is None
