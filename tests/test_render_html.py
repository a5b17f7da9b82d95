"""The HTML report: complete, self-contained, and deaf to what an article tries."""

from __future__ import annotations

import base64
import gc
import hashlib
import json
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import long_article
import pytest
import test_render_sample as sample

from mtaudit.gate import ungated
from mtaudit.mqm import Category, Severity
from mtaudit.records import Audit, DifferenceKind, Document, Failure, Relation, RelationKind, Run, Span
from mtaudit.render.html import Html, Site, page, write_single, write_site
from mtaudit.render.reading.passages import passages
from mtaudit.render.reading.text import slug, visible, web_link
from mtaudit.render.reading.verdict import headline

HOSTILE = "</script><script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{ 7*7 }}</title></style>"


class Elements(HTMLParser):
    """The elements of a page with their attributes, and the text between them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, tag: str, cls: str = "") -> list[dict[str, str]]:
        return [a for t, a in self.found if t == tag and (not cls or cls in a.get("class", "").split())]


def one(audit: Audit | None = None) -> str:
    return page(sample.only(audit or sample.audit()))


def hostile() -> Audit:
    made = sample.audit()
    document = Document(
        "<id>", HOSTILE, 'en" onload="x', HOSTILE, "javascript:alert(1)", HOSTILE, HOSTILE, None, (HOSTILE,)
    )
    found = replace(
        sample.lone().findings[0], id='a b"<', message=HOSTILE, explanation=HOSTILE, detector=HOSTILE, copy=Span(2, 9)
    )
    return replace(made, copy=document, original=None, comparison=None, verdicts=(), findings=(found,))


def test_every_finding_has_a_card_and_a_link_from_the_text_leads_to_it() -> None:
    elements = Elements(one())
    cards = {a["id"] for _, a in elements.found if "id" in a}
    linked = {a["href"] for a in elements.all("a", "ref")}
    for finding in sample.audit().findings:
        assert f"finding-{finding.id}" in cards
        assert f"#finding-{finding.id}" in linked


def test_every_link_within_the_page_arrives() -> None:
    for html in (one(), page(sample.run()), one(sample.lone())):
        elements = Elements(html)
        ids = [a["id"] for _, a in elements.found if "id" in a]
        assert len(ids) == len(set(ids))
        assert {a["href"][1:] for a in elements.all("a") if a["href"].startswith("#")} <= set(ids)


def test_a_group_is_told_once_with_all_its_places() -> None:
    elements = Elements(one())
    assert len(elements.all("details", "card")) == len(sample.audit().findings) - 1
    assert {a["id"] for a in elements.all("li") if "data-k" in a} == {"finding-f1", "finding-f3"}
    assert "2 places, one decision" in one()


def test_a_card_can_be_filtered_by_what_all_its_places_are_and_by_nothing_else() -> None:
    cards = {a["class"] for a in Elements(one()).all("details", "card")}
    assert "card f critical c-number" in cards
    assert "card critical" in cards  # a group of a critical and a major finding


def test_every_finding_has_its_words_in_the_text_and_its_place_in_the_order() -> None:
    elements = Elements(one())
    anchors = [f"finding-{finding.id}" for finding in sample.audit().findings]
    marked = [a for a in elements.all("mark") if "id" in a]
    assert sorted(a["id"] for a in marked) == sorted(f"at-{anchor}" for anchor in anchors)
    assert all(a["id"] == f"at-{a['data-f']}" for a in marked)
    assert sorted(elements.all("section", "audit")[0]["data-order"].split()) == sorted(anchors)


def test_words_of_two_findings_are_marked_by_both_the_worst_innermost() -> None:
    made = sample.audit()
    also = replace(made.findings[1], id="also", severity=Severity.MINOR)
    html = one(replace(made, findings=(*made.findings, also)))
    assert re.search(r'<mark class="f minor [^>]*><mark class="f critical [^>]*>21</mark></mark>', html)


def test_the_worst_findings_come_first_and_few_at_once() -> None:
    bits = [
        sample.Bit((f"Line {n} old.",), (f"Line {n} new.",), (sample.Edit("old", "new", "x", severity),))
        for n, severity in enumerate([Severity.MAJOR, Severity.MINOR, *[Severity.CRITICAL] * 9])
    ]
    html = one(sample.audit(tuple(bits)))
    top = Elements(html).all("ol", "top")
    assert len(top) == 2
    listed = re.findall(r'<ol class="top">(.*?)</ol>', html, re.DOTALL)
    assert [part.count("<li") for part in listed] == [8, 2]
    assert "minor" not in listed[1]
    assert "2 more" in html


def test_the_map_has_a_strip_for_each_passage_and_a_tick_for_each_finding() -> None:
    html = one()
    drawn = re.search(r'<div class="minimap" aria-hidden="true">(.*?)</svg>', html, re.DOTALL)
    assert drawn
    assert re.findall(r'<a href="#(p\d+)" tabindex="-1">', drawn[1]) == [
        f"p{n}" for n in range(1, len(sample.BITS) + 1)
    ]
    made = sample.audit()
    ticks = re.findall(r'<path class="f (\w+) c-([\w-]+)" d="([^"]+)"', drawn[1])
    assert {(severity, category) for severity, category, _ in ticks} == {
        (f.severity, f.category) for f in made.findings
    }
    sides = sum(path.count("M") for _, _, path in ticks)
    assert sides == sum(len(p.notes) * (2 if p.original and p.copy else 1) for p in passages(made))
    lowest = max(float(y) for y in re.findall(r'<rect y="([\d.]+)"', drawn[1]))
    assert 0 < lowest < 1000


def test_a_text_without_findings_or_words_is_a_page_too() -> None:
    bare = replace(sample.lone(), findings=())
    for made in (
        bare,
        replace(bare, copy=replace(bare.copy, text="")),
        replace(sample.audit(), findings=(), verdicts=()),
    ):
        elements = Elements(one(made))
        assert not elements.all("details", "card")
        assert not elements.all("ol", "top")
        assert elements.all("div", "minimap")


def test_the_text_of_both_sides_stands_whole_on_the_page() -> None:
    made = sample.audit()
    for passage, bit in zip(passages(made), sample.BITS, strict=True):
        for lines, sentences in ((passage.original, bit.original), (passage.copy, bit.copy)):
            assert ["".join(piece.text for piece in line.pieces) for line in lines] == list(sentences)


def test_an_omission_is_marked_at_its_place_in_the_copy() -> None:
    assert re.search(r"pay the<mark class=\"f minor c-omission gap\"[^>]*>▸</mark><sup>", one())


def test_moved_sentences_are_linked_with_the_place_that_they_left() -> None:
    bits = [sample.Bit((f"Line {n}.",), (f"Line {n}.",)) for n in range(5)]
    bits[1] = replace(bits[1], moved=True)
    left = one(sample.audit(tuple(bits)))
    assert re.search(
        r'id="p3"[^>]*>\s*<p class="note departed" id="p2-origin">↷ “<bdi>Line 1\.</bdi>” <a href="#p2">', left
    )
    assert '<a href="#p2-origin">stands elsewhere in the original</a>' in left


def test_moved_words_are_linked_both_ways() -> None:
    edit = sample.Edit("quickly", "quickly", "word-order", kind=DifferenceKind.MOVED)
    html = one(sample.audit((sample.Bit(("It quickly sank.",), ("It sank quickly.",), (edit,)),)))
    swaps = Elements(html).all("a", "swap")
    assert [a["href"][1:] for a in swaps] == [a["id"] for a in reversed(swaps)]
    assert '<span class="harmless" title="harmless: word-order">quickly</span>' in html


def test_the_language_in_between_stands_with_its_evidence() -> None:
    html = Html()(ungated(sample.only(sample.audit())))
    assert "Probably through French (93\u00a0%)" in html
    assert "<bdi>French “prise” is both “plug” and “hold”.</bdi>" in html
    assert "Probably through" not in Html()(ungated(sample.only(sample.lone())))


def test_harmless_differences_are_quiet_and_name_their_reason() -> None:
    assert '<span class="harmless" title="harmless: contraction">won&#39;t</span>' in one()


def test_severity_is_told_by_word_and_shape_as_well_as_colour() -> None:
    text = Elements(one()).text
    for sign, severity in zip("■▲•◦", reversed(Severity), strict=True):
        assert re.search(rf"{sign}\s+{severity}", text)


def test_scores_stand_with_signature_and_meaning() -> None:
    text = Elements(one()).text
    assert "bleu|v:1" in text
    assert "How many word sequences of the copy stand in the original too" in text


def test_a_copy_without_original_is_read_alone() -> None:
    html = one(sample.lone())
    assert "no original at hand" in html
    assert not Elements(html).all("div", "original")
    assert "« calme »</mark>" in html
    assert "lone" in Elements(html).all("section", "audit")[0]["class"]


def test_hostile_text_makes_no_element() -> None:
    allowed, got = Elements(one(sample.lone())), Elements(one(hostile()))
    assert {tag for tag, _ in got.found} <= {tag for tag, _ in allowed.found} | {"code"}
    assert len(got.all("script")) == len(got.all("style")) == len(got.all("title")) == 1
    assert not got.all("img")
    assert not [name for _, attributes in got.found for name in attributes if name.startswith("on")]
    assert HOSTILE in got.text


def test_template_syntax_in_an_article_is_only_text() -> None:
    assert "{{ 7*7 }}" in one(hostile())
    assert ">49<" not in one(hostile())


def test_only_web_addresses_become_links() -> None:
    links = [a["href"] for a in Elements(one(hostile())).all("a")]
    assert not [link for link in links if "javascript" in link]
    outward = [a for a in Elements(one()).all("a") if a["href"].startswith("http")]
    assert outward
    assert all("noreferrer" in a["rel"] for a in outward)


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "JaVaScript:alert(1)", "data:text/html,x", " https://example.org", "//example.org",
     "https:", "java\nscript:alert(1)", "vbscript:x", "file:///etc/passwd", "https://[", "https://a\u202eb", "", None],
)  # fmt: skip
def test_a_dangerous_address_is_no_link(url: str | None) -> None:
    assert web_link(url) is None


@pytest.mark.parametrize("url", ["https://example.org/a?b=c#d", "http://example.org"])
def test_a_web_address_is_a_link(url: str) -> None:
    assert web_link(url) == url


def test_characters_that_hide_or_reorder_are_shown() -> None:
    made = one(sample.titled("a\u202eb\u200bc\x00d\x1be\ud800f\u2066"))
    assert not re.search("[\u202e\u200b\x00\x1b\ud800\u2066]", made)
    assert "a[U+202E]b[U+200B]c␀d␛e[U+D800]f[U+2066]" in made


@pytest.mark.parametrize(
    "text", ["naïve – “quoted”", "العربية עברית", "می\u200cخواهم", "👩\u200d👩\u200d👧", "a\tb\nc"]
)
def test_ordinary_text_of_any_script_is_left_as_it_is(text: str) -> None:
    assert visible(text) == text


def test_nothing_but_the_named_style_and_script_may_run_or_load() -> None:
    html = page(sample.run())
    policy = next(a["content"] for a in Elements(html).all("meta") if a.get("http-equiv") == "Content-Security-Policy")
    for tag, kind in (("style", "style-src"), ("script", "script-src")):
        body = re.search(f"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        assert body
        digest = base64.b64encode(hashlib.sha256(body[1].encode()).digest()).decode()
        assert f"{kind} 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert not [a for _, a in Elements(html).found if "src" in a or "style" in a]
    assert not Elements(html).all("link")


def test_the_same_run_gives_the_same_page() -> None:
    assert page(sample.run()) == page(sample.run()) == Html()(ungated(sample.run()))


def test_several_audits_share_a_page_under_their_overview() -> None:
    elements = Elements(page(sample.run()))
    assert {a["id"] for a in elements.all("section", "audit")} == {"audit-0001", "audit-0002"}
    assert len(elements.all("table", "copies")) == 1


def test_an_empty_run_is_a_page_too() -> None:
    assert "Audit of 0 copies" in page(Run((), (), (), "s"))


def test_the_site_has_an_overview_a_page_per_copy_and_the_data(tmp_path: Path) -> None:
    folder = tmp_path / "reports" / "new"
    write_site(sample.run(hostile(), sample.audit(), sample.lone()), folder)
    names = sorted(path.name for path in folder.iterdir())
    assert names == [
        "audit-0001-script-script-alert-1-script-img-src-x-onerror-a.html",
        "audit-0002-barge-sails-again.html",
        "audit-0003-lone.html",
        "index.html",
        "report.json",
    ]
    index = Elements((folder / "index.html").read_text("utf-8"))
    assert {a["href"] for a in index.all("a") if not a["href"].startswith(("#", "http"))} == set(names) - {"index.html"}
    assert "broken.html" in index.text
    assert "lone" in index.text


def test_a_site_may_number_its_pages_and_removes_those_of_an_earlier_one(tmp_path: Path) -> None:
    write_site(sample.run(hostile(), sample.audit()), tmp_path)
    (tmp_path / "audit-of-mine.html").write_text("")
    audits = [(12345, sample.audit()), (7, sample.lone()), (7, sample.lone())]
    Site(tmp_path).write(audits, sample.run(sample.audit()))
    names = {path.name for path in tmp_path.glob("*.html")}
    assert names - {"audit-of-mine.html"} == {
        "audit-12345-barge-sails-again.html",
        "audit-0007-lone.html",
        "audit-0007-2-lone.html",
        "index.html",
    }


def test_a_site_written_again_touches_only_what_changed(tmp_path: Path) -> None:
    site = Site(tmp_path)
    one, two = (1, sample.audit()), (2, sample.lone())
    rest = Run((), (), (), "s")
    site.write([one], rest)
    (page_of_one,) = tmp_path.glob("audit-0001-*")
    os.utime(page_of_one, (1, 1))
    site.write([two, one], rest)
    Site(tmp_path).write([two, one], rest)
    assert page_of_one.stat().st_mtime == 1, "another process makes it anew, and writes it only where it differs"
    assert len(list(tmp_path.glob("audit-*"))) == 2
    page_of_one.unlink()
    site.write([one], rest)
    assert [path.name for path in sorted(tmp_path.iterdir())] == [page_of_one.name, "index.html", "report.json"]


def test_a_site_holds_one_audit_at_a_time(tmp_path: Path) -> None:
    def alive() -> int:
        return sum(isinstance(thing, Audit) for thing in gc.get_objects())

    before = alive()

    def audits() -> Iterator[tuple[int, Audit | Failure]]:
        for number in range(1, 6):
            assert alive() - before <= 1, "the last one"
            yield number, replace(sample.audit())
        yield 6, Failure("state", "old", "it is of another version")

    Site(tmp_path).write(audits(), Run((), (), (), "s"))
    report = json.loads((tmp_path / "report.json").read_text("utf-8"))
    assert (len(report["audits"]), [f["where"] for f in report["failures"]]) == (5, ["old"])
    assert "it is of another version" in (tmp_path / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("title", "name"),
    [("../../etc/passwd", "etc-passwd"), ("CON", "con"), ("新聞", "copy"), ("", "copy"), ("Été à Paris", "ete-a-paris"),
     ("a" * 500, "a" * 48)],
)  # fmt: skip
def test_a_file_name_is_made_of_letters_digits_and_hyphens(title: str, name: str) -> None:
    assert slug(title) == name


def test_the_headline_names_the_worst_first() -> None:
    assert headline(sample.audit()) == (
        "This copy misleads its readers: twice the name “Ferry” became “Barge”; a figure changed; "
        "2 passages are missing; and 2 kinds of lesser damage."
    )


@pytest.mark.parametrize("kind", [RelationKind.SHARES_QUOTES, RelationKind.UNRELATED])
def test_a_text_that_is_no_copy_is_not_judged_as_one(kind: RelationKind) -> None:
    made = replace(sample.audit(), relation=Relation(kind, 0.9, ""))
    assert headline(made).startswith("This is not a copy: ")


def test_the_headline_tells_what_a_name_became_the_most_frequent_first() -> None:
    def bit(number: int, after: str) -> sample.Bit:
        edit = sample.Edit("Ferry", after, "name-translated", Severity.CRITICAL, Category.NAME, group="name:ferry")
        return sample.Bit((f"Ferry left at {number}.",), (f"{after} left at {number}.",), (edit,))

    names = ["Barge", "Boat", "Boat", "Raft", "Canoe"]
    two, five = (sample.audit(tuple(bit(n, name) for n, name in enumerate(part))) for part in (names[:3], names))
    assert "3 times the name “Ferry” became “Boat” or “Barge”." in headline(two)
    assert "5 times the name “Ferry” became “Boat”, “Barge” and 2 other things." in headline(five)


def test_the_headline_counts_the_quotations_that_are_not_verbatim() -> None:
    def bit(number: int, after: str) -> sample.Bit:
        edit = sample.Edit("calm", after, "quote-altered", Severity.MAJOR, Category.QUOTATION)
        edits = (edit,) if after != "calm" else ()
        return sample.Bit((f"“It was calm {number},” she said.",), (f"“It was {after} {number},” she said.",), edits)

    made = sample.audit((bit(1, "quiet"), bit(2, "still"), bit(3, "calm")))
    assert headline(made).endswith(": 2 of 3 quotations are not verbatim.")
    assert headline(sample.audit((bit(1, "quiet"), bit(2, "calm")))).endswith(": a quotation is not verbatim.")


def test_a_whole_run_is_one_file_that_needs_no_other(tmp_path: Path) -> None:
    write_site(sample.run(), tmp_path)
    write_single(sample.run(), tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["index.html", "report.json"]
    elements = Elements((tmp_path / "index.html").read_text("utf-8"))
    links = {a["href"] for a in elements.all("a")}
    assert {"#audit-0001", "#audit-0002"} <= links
    assert all(link.startswith(("#", "https://example.org/")) for link in links)


def test_a_page_of_1000_words_with_100_findings_is_less_than_300_kb() -> None:
    made = long_article.long_audit(50, words=20, findings=2)
    assert len(made.copy.text.split()) == 1000
    assert len(made.findings) == 100
    assert len(one(made).encode()) < 300_000
