"""Feeds, JSON lines and sitemaps give many documents, from files and from the web; a broken one costs itself."""

from __future__ import annotations

import gzip
import io
import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Any

import pages
import pytest
from hypothesis import given
from hypothesis import strategies as st
from misbehaving import Misbehaving, redirect, with_etag

from mtaudit.errors import InputError
from mtaudit.ingest import Reader, expand, named
from mtaudit.ingest.resources import LONGEST_COLLECTION, Kind, kind_of
from mtaudit.ingest.sources import SITEMAP_DEPTH
from mtaudit.ingest.web import Answer
from mtaudit.ingest.web.client import Client, Limits
from mtaudit.records import Document, Failure, Url

LONG = "".join(f"<p>{text}</p>" for _, text in pages.COURT.paragraphs)


@pytest.fixture
def reader() -> Iterator[Reader]:
    client = Client(allow_private=True, limits=Limits(pause=0, silence=2), sleep=lambda _: None)
    with client, Reader(client=client) as made:
        yield made


def documents(reader: Reader, source: Path | str) -> list[Document]:
    found = list(reader.read_all(source))
    assert [item for item in found if isinstance(item, Failure)] == []
    return [item for item in found if isinstance(item, Document)]


def rss(*items: str, channel: str = "<title>The Harbour Post</title><language>en-gb</language>") -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>{channel}{"".join(items)}</channel></rss>'
    )


def item(story: pages.Story, link: str | None = None, *, full: bool = True, more: str = "") -> str:
    body = "".join(f"<p>{escape(text, quote=False)}</p>" for _, text in story.paragraphs)
    content = f"<content:encoded><![CDATA[{body}]]></content:encoded>" if full else ""
    return (
        f"<item><title>{escape(story.headline)}</title><link>{link or story.url}</link><guid>{story.url}</guid>"
        f"<dc:creator>{story.author}</dc:creator><pubDate>Mon, 04 Mar 2024 07:30:00 GMT</pubDate>"
        f"<description>A summary of it all.</description>{content}{more}</item>"
    )


# --- feeds


def test_rss_with_the_full_text(tmp_path: Path, reader: Reader) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(rss(item(pages.FERRY), item(pages.COURT)), "utf-8")
    first, second = documents(reader, path)
    assert first.text.split() == pages.FERRY.text.split()
    assert second.text.split() == pages.COURT.text.split()
    assert (first.id, first.url, first.path) == (pages.FERRY.url, pages.FERRY.url, path.as_posix())
    assert (first.title, first.outlet, first.author) == (pages.FERRY.headline, "The Harbour Post", "Ann Lee")
    assert first.published == datetime(2024, 3, 4, 7, 30, tzinfo=UTC)
    assert first.language == "en"


def test_rss_with_summaries_leads_to_the_pages(server: Misbehaving, reader: Reader) -> None:
    links = [server.page(f"/{n}", pages.ghost(story)) for n, story in enumerate(pages.STORIES)]
    feed = rss(*(item(story, link, full=False) for story, link in zip(pages.STORIES, links, strict=True)))
    found = documents(reader, Url(server.page("/feed", feed, "text/html")))
    assert [d.text.split() for d in found] == [story.text.split() for story in pages.STORIES]
    assert [d.id for d in found] == links
    assert [d.url for d in found] == [story.url for story in pages.STORIES], "what the page calls canonical"


def test_a_feed_that_has_not_changed_gives_all_again(server: Misbehaving) -> None:
    class Shelf(dict[str, Answer]):
        def put(self, url: str, answer: Answer) -> None:
            self[url] = answer

    server.table["/feed"] = with_etag(rss(item(pages.FERRY)).encode())
    shelf, url = Shelf(), Url(server.address("/feed"))
    limits = Limits(pause=0, silence=2)
    with Client(allow_private=True, cache=shelf, limits=limits) as client, Reader(client=client) as reader:
        assert documents(reader, url) == documents(reader, url)
        assert client.fetch(url).unchanged
    assert shelf[url].etag == '"v1"'


@pytest.mark.parametrize(
    "end", ["…", "[…]", "[&#8230;]", "...", '<a href="/x">Continue reading Court tells bank</a>', "Read more"]
)
def test_full_text_that_is_cut_off_leads_to_the_page(end: str, server: Misbehaving, reader: Reader) -> None:
    link = server.page("/a", pages.ghost(pages.COURT))
    content = f"<content:encoded><![CDATA[<p>A court in Lorn ordered the bank {end}</p>]]></content:encoded>"
    path = server.page("/feed", rss(item(pages.COURT, link, full=False, more=content)), "application/rss+xml")
    assert documents(reader, Url(path))[0].text.split() == pages.COURT.text.split()


def test_a_long_description_is_the_article(tmp_path: Path, reader: Reader) -> None:
    path = tmp_path / "feed.rss"
    path.write_text(
        rss(
            f"<item><title>Court</title><link>http://127.0.0.1:9/</link><description><![CDATA[{LONG}]]></description></item>"
        )
    )
    assert documents(reader, path)[0].text.split("\n\n")[1:] == [text for _, text in pages.COURT.paragraphs]


def test_an_item_of_a_picture_alone_leads_to_the_page(server: Misbehaving, reader: Reader) -> None:
    link = server.page("/a", pages.ghost(pages.COURT))
    picture = "<content:encoded><![CDATA[<img src='x'>]]></content:encoded>"
    found = documents(reader, Url(server.page("/feed", rss(f"<item><link>{link}</link>{picture}</item>"))))
    assert found[0].text.split() == pages.COURT.text.split()
    (failure,) = reader.read_all(Url(server.page("/feed", rss(f"<item>{picture}</item>"))))
    assert isinstance(failure, Failure)
    assert "has no text" in failure.why


@pytest.mark.parametrize(
    "date", ["4 Mar 2024 08:30 GMT", "2024-03-04 08:30:00 +0000", "Mon, 4 March 2024 08:30:00 GMT"]
)
def test_dates_as_feeds_write_them(date: str, tmp_path: Path, reader: Reader) -> None:
    path = tmp_path / "feed.rss"
    path.write_text(rss(item(pages.FERRY).replace("Mon, 04 Mar 2024 07:30:00 GMT", date)), "utf-8")
    assert documents(reader, path)[0].published == datetime(2024, 3, 4, 8, 30, tzinfo=UTC)


def test_a_linked_page_that_is_too_large(server: Misbehaving, reader: Reader) -> None:
    link = server.page("/a", "<p>" + "x" * 10_000_000)
    (failure,) = reader.read_all(Url(server.page("/feed", rss(item(pages.COURT, link, full=False)))))
    assert isinstance(failure, Failure)
    assert "has 10,000,003 bytes; 10,000,000 are allowed" in failure.why


def test_a_summary_without_a_link_is_remarked_on(tmp_path: Path, reader: Reader) -> None:
    path = tmp_path / "feed.rss"
    path.write_text(
        rss("<item><guid>7</guid><title>Rain &amp;amp; wind</title><description>It rained.</description></item>")
    )
    (made,) = documents(reader, path)
    assert made.text == "Rain & wind\n\nIt rained."
    assert made.remarks == ("a summary only, with no link",)
    assert made.id == f"{path.as_posix()}#7"


def test_one_broken_item_costs_itself(server: Misbehaving, reader: Reader) -> None:
    good = server.page("/good", pages.ghost(pages.FERRY))
    server.table["/loop"] = redirect("/loop")
    items = [
        item(pages.COURT, server.address("/none"), full=False),
        item(pages.COURT, server.address("/loop"), full=False),
        item(pages.COURT, server.page("/pdf", b"%PDF-1.7", "application/pdf"), full=False),
        item(pages.COURT, server.page("/other", rss(item(pages.COURT)), "text/html"), full=False),
        "<item><title>Nothing at all</title></item>",
        item(pages.FERRY, good, full=False),
    ]
    found = list(reader.read_all(Url(server.page("/feed", rss(*items)))))
    told = [item.why for item in found[:5] if isinstance(item, Failure)]
    parts = ["answered 404", "redirects", "is application/pdf", "is a feed, not an article", "neither text nor a link"]
    assert all(part in why for part, why in zip(parts, told, strict=True))
    assert isinstance(found[5], Document)


def test_atom(tmp_path: Path, reader: Reader) -> None:
    path = tmp_path / "feed.atom"
    path.write_text(
        f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Lorn Ledger</title>
        <entry><id>tag:1</id><title type="html">Court &amp;amp; bank</title><link href="https://ledger.example/1"/>
        <author><name>Milo Brandt</name></author><published>2023-11-21T17:05:00Z</published>
        <content type="html">{escape(LONG)}</content></entry>
        <entry><id>tag:2</id><title>Rain</title><updated>2023-11-22T00:00:00Z</updated>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
        <p>It <em>rained</em>.</p></div></content></entry>
        <entry><id>tag:3</id><title>Snow</title><content type="text">It snowed &lt;twice&gt;.
Nobody minded.</content></entry></feed>""",
        "utf-8",
    )
    first, second, third = documents(reader, path)
    assert (first.title, first.author, first.outlet) == ("Court & bank", "Milo Brandt", "Lorn Ledger")
    assert first.text.endswith(pages.COURT.paragraphs[-1][1])
    assert second.text == "Rain\n\nIt rained."
    assert second.published == datetime(2023, 11, 22, tzinfo=UTC)
    assert third.text == "Snow\n\nIt snowed <twice>.\n\nNobody minded."


def test_rdf(tmp_path: Path, reader: Reader) -> None:
    path = tmp_path / "feed.rdf"
    path.write_text(
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Meridian</title></channel>'
        '<item rdf:about="https://meridian.example/1"><title>Comet</title><link>https://meridian.example/1</link>'
        f"<dc:date>2025-07-02</dc:date><description>{escape(LONG)}</description></item></rdf:RDF>"
    )
    (made,) = documents(reader, path)
    assert (made.title, made.outlet, made.published) == ("Comet", "Meridian", datetime(2025, 7, 2, tzinfo=UTC))


def test_an_aggregator_names_the_outlet(tmp_path: Path, reader: Reader) -> None:
    path = tmp_path / "feed.rss"
    path.write_text(rss(item(pages.FERRY, more='<source url="https://harbour.example/feed">The Other Post</source>')))
    assert documents(reader, path)[0].outlet == "The Other Post"


def test_a_feed_in_another_charset_than_it_says(tmp_path: Path, reader: Reader) -> None:
    path = tmp_path / "feed.rss"
    path.write_bytes(rss(item(pages.FERRY)).encode("cp1252"))
    assert documents(reader, path)[0].text.split() == pages.FERRY.text.split()


def test_a_broken_feed_gives_what_can_be_made_out(tmp_path: Path, reader: Reader) -> None:
    path = tmp_path / "feed.rss"
    path.write_text(rss(item(pages.FERRY), item(pages.COURT)).replace("</channel></rss>", "<item><title>cut"), "utf-8")
    first, second, third = reader.read_all(path)
    assert isinstance(first, Document)
    assert first.text.split() == pages.FERRY.text.split()
    assert isinstance(second, Document)
    assert isinstance(third, Failure)


def test_an_empty_feed_holds_nothing(tmp_path: Path, reader: Reader) -> None:
    path = tmp_path / "feed.rss"
    path.write_text(rss())
    assert documents(reader, path) == []
    with pytest.raises(InputError, match="holds no article"):
        reader.read(path)


def test_a_feed_is_not_one_document(tmp_path: Path, reader: Reader) -> None:
    path = tmp_path / "feed.rss"
    path.write_text(rss(item(pages.FERRY), item(pages.COURT)), "utf-8")
    with pytest.raises(InputError, match="holds several articles"):
        reader.read(path)
    path.write_text(rss(item(pages.FERRY)), "utf-8")
    assert reader.read(path).title == pages.FERRY.headline
    path.write_text(rss("<item><title>x</title></item>"), "utf-8")
    with pytest.raises(InputError, match="neither text nor a link"):
        reader.read(path)


def test_a_feed_that_breaks_the_parser_costs_itself(
    tmp_path: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise AttributeError("it broke")

    monkeypatch.setattr("feedparser.parse", breaks)
    path = tmp_path / "feed.rss"
    path.write_text(rss(item(pages.FERRY)), "utf-8")
    (failure,) = reader.read_all(path)
    assert isinstance(failure, Failure)
    assert "AttributeError: it broke" in failure.why


def test_what_is_no_feed(tmp_path: Path, reader: Reader) -> None:
    path = tmp_path / "feed.rss"
    path.write_text("It rained in Lorn.")
    (failure,) = reader.read_all(path)
    assert isinstance(failure, Failure)
    assert "is no feed" in failure.why


ENTITIES = (
    '<!DOCTYPE x [<!ENTITY a "lollollollollollollollol">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 20}">' for n in range(8))
    + '<!ENTITY file SYSTEM "file:///etc/passwd">]>'
)


@pytest.mark.parametrize("entity", ["&i;", "&file;"])
def test_entities_are_not_expanded(entity: str, tmp_path: Path, reader: Reader) -> None:
    path = tmp_path / "feed.xml"
    feed = rss(item(pages.FERRY), f"<item><title>x</title><description>It rained {entity} on.</description></item>")
    path.write_text(feed.replace("?>", "?>" + ENTITIES, 1), "utf-8")
    for found in reader.read_all(path):
        assert not isinstance(found, Document) or ("lol" not in found.text and "root:" not in found.text)
    site = f'<?xml version="1.0"?>{ENTITIES}<urlset><url><loc>http://127.0.0.1:9/{entity}</loc></url></urlset>'
    path.write_text(site)
    for found in reader.read_all(path):
        assert isinstance(found, Failure)
        assert "lol" not in found.why
        assert "root:" not in found.why


# --- JSON


def test_json_feed(tmp_path: Path, reader: Reader) -> None:
    path = tmp_path / "feed.json"
    feed: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Lorn Ledger",
        "language": "en",
        "authors": [{"name": "The desk"}],
        "items": [
            {
                "id": "1",
                "url": "https://ledger.example/1",
                "title": "Court",
                "content_html": LONG,
                "author": {"name": "Milo"},
            },
            {"id": 2, "content_text": "It rained.\n\nIt snowed.", "date_published": "2024-03-04T08:30:00Z"},
            "no object",
            {"id": "3", "title": "Nothing"},
        ],
    }
    path.write_text(json.dumps(feed, indent=1))
    first, second, third, fourth = reader.read_all(path)
    assert isinstance(first, Document)
    assert (first.id, first.author, first.outlet, first.language) == (
        "https://ledger.example/1",
        "Milo",
        "Lorn Ledger",
        "en",
    )
    assert isinstance(second, Document)
    assert (second.id, second.author) == (f"{path.as_posix()}#2", "The desk")
    assert second.text == "It rained.\n\nIt snowed."
    assert second.published == datetime(2024, 3, 4, 8, 30, tzinfo=UTC)
    assert isinstance(third, Failure)
    assert isinstance(fourth, Failure)


@pytest.mark.parametrize(
    "text", ['{"version": "https://jsonfeed.org/version/1"}', '{"version": "https://jsonfeed.org/version/1", ']
)
def test_what_is_no_json_feed(text: str, tmp_path: Path, reader: Reader) -> None:
    path = tmp_path / "feed.json"
    path.write_text(text)
    (failure,) = reader.read_all(path)
    assert isinstance(failure, Failure)
    assert "JSON" in failure.why


def test_json_lines(tmp_path: Path, reader: Reader, server: Misbehaving) -> None:
    link = server.page("/a", pages.ghost(pages.FERRY))
    lines: list[Any] = [
        {"id": "r1", "text": "  It rained. \n", "title": "Rain", "outlet": "Post", "author": "Ann", "url": "https://p.example/1",
         "published": "2024-03-04", "language": "en-GB", "other": [1]},
        {"html": "<p>It <b>snowed</b>.</p>", "title": "Snow"},
        {"html": pages.ghost(pages.COURT)},
        {"url": link},
    ]  # fmt: skip
    path = tmp_path / "archive.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in lines) + "\n\n")
    exact, part, whole, fetched = documents(reader, path)
    assert exact.text == "  It rained. \n", "to the last space, since its author has spans in it"
    assert (exact.id, exact.path) == (f"{path.as_posix()}#r1", path.as_posix())
    assert (exact.title, exact.outlet, exact.author, exact.language) == ("Rain", "Post", "Ann", "en")
    assert (exact.url, exact.published) == ("https://p.example/1", datetime(2024, 3, 4, tzinfo=UTC))
    assert (part.text, part.id) == ("Snow\n\nIt snowed.", f"{path.as_posix()}:2")
    assert whole.text.split() == pages.COURT.text.split()
    assert whole.author == "Milo Brandt"
    assert fetched.text.split() == pages.FERRY.text.split()


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "is no JSON"),
        ('{"a":' * 9000, "is no JSON"),
        ("[1]", "is no JSON object"),
        ("{}", "none of the fields"),
        ('{"title": "x", "text": ""}', "none of the fields"),
        ('{"text": ["x"]}', "field 'text' is no string"),
        ('{"text": true, "html": {}}', "field 'html' is no string"),
        ('{"url": "file:///etc/passwd"}', "field 'url' is no web address"),
        ('{"text": "\\u0000\\u0001"}', "binary"),
    ],
)
def test_a_bad_line_costs_itself(line: str, told: str, tmp_path: Path, reader: Reader) -> None:
    path = tmp_path / "archive.jsonl"
    path.write_text(line + '\n{"text": "It rained."}\n')
    bad, good = reader.read_all(path)
    assert isinstance(bad, Failure)
    assert told in bad.why
    assert bad.where == f"{path.as_posix()}:1"
    assert isinstance(good, Document)


def test_a_line_without_an_end(tmp_path: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mtaudit.ingest.jsonl.LONGEST_LINE", 1000)
    path = tmp_path / "archive.jsonl"
    path.write_text('{"text": "It rained."}\n{"text": "' + "x" * 5000)
    good, bad = reader.read_all(path)
    assert isinstance(good, Document)
    assert isinstance(bad, Failure)
    assert "no line after it is read" in bad.why


# --- sitemaps


def urlset(*addresses: str, more: str = "") -> str:
    urls = "".join(f"<url><loc>{escape(address)}</loc>{more}</url>" for address in addresses)
    return (
        '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        f'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">{urls}</urlset>'
    )


def index(*addresses: str) -> str:
    maps = "".join(f"<sitemap><loc>{escape(address)}</loc></sitemap>" for address in addresses)
    return f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{maps}</sitemapindex>'


def test_a_sitemap(tmp_path: Path, server: Misbehaving, reader: Reader) -> None:
    bare = f"<html><body><article><h1>Rain in Lorn tonight</h1>{LONG}</article></body></html>"
    news = (
        "<news:news><news:publication><news:name>Lorn Ledger</news:name><news:language>en</news:language>"
        "</news:publication><news:publication_date>2024-03-04T08:30Z</news:publication_date><news:title>Rain</news:title>"
        "</news:news>"
    )
    path = tmp_path / "sitemap.xml"
    path.write_text(urlset(server.page("/a", bare), "/relative", more=news))
    made, failure = reader.read_all(path)
    assert isinstance(made, Document)
    assert made.title == "Rain in Lorn tonight", "what the page shows"
    assert made.published == datetime(2024, 3, 4, 8, 30, tzinfo=UTC)
    assert isinstance(failure, Failure)
    assert "no web address" in failure.why


def test_a_sitemap_of_sitemaps(server: Misbehaving, reader: Reader) -> None:
    page = server.page("/a", pages.ghost(pages.FERRY))
    packed = server.page("/map.xml.gz", gzip.compress(urlset(page).encode()), "application/gzip")
    top = server.page("/sitemap.xml", index(server.address("/none"), packed), "application/xml")
    failure, made = reader.read_all(Url(top))
    assert isinstance(failure, Failure)
    assert "answered 404" in failure.why
    assert isinstance(made, Document)


def test_a_sitemap_that_names_itself(server: Misbehaving, reader: Reader) -> None:
    top = server.page("/sitemap.xml", index(server.address("/sitemap.xml")), "application/xml")
    (failure,) = reader.read_all(Url(top))
    assert isinstance(failure, Failure)
    assert "sitemaps deep" in failure.why
    assert server.asked["/sitemap.xml"] == SITEMAP_DEPTH


@pytest.mark.parametrize(
    "text", ["<urlset", "<sitemapindex/", "<x:urlset>", "<urlset><url><loc>http://a&#xD800;</loc></url></urlset>"]
)
def test_a_broken_sitemap(text: str, tmp_path: Path, reader: Reader) -> None:
    path = tmp_path / "sitemap.xml"
    path.write_text(text)
    assert all(isinstance(found, Failure) for found in reader.read_all(path))


# --- files, folders, standard input


@pytest.mark.parametrize("name", ["story.txt.gz", "story.txt", "story"])
def test_gzip_is_told_by_its_bytes(name: str, tmp_path: Path, reader: Reader) -> None:
    (tmp_path / name).write_bytes(gzip.compress(b"It rained.\n"))
    assert reader.read(tmp_path / name).text == "It rained.\n"


def test_gzip_of_everything(tmp_path: Path, reader: Reader) -> None:
    files = {
        "a.html.gz": pages.ghost(pages.FERRY),
        "b.jsonl.gz": json.dumps({"text": "It rained."}),
        "c.xml.gz": rss(item(pages.COURT)),
    }
    for name, text in files.items():
        (tmp_path / name).write_bytes(gzip.compress(text.encode()))
    (tmp_path / "d.bin.gz").write_bytes(b"")
    found = [document for source in expand([str(tmp_path)]) for document in documents(reader, source)]
    assert [d.title for d in found] == [pages.FERRY.headline, "It rained.", pages.COURT.headline]


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.jsonl", "a.xml"])
@pytest.mark.parametrize("damage", ["bomb", "cut", "flipped"])
def test_damaged_gzip(name: str, damage: str, tmp_path: Path, reader: Reader) -> None:
    packed = gzip.compress(bytes(LONGEST_COLLECTION + 10)) if damage == "bomb" else gzip.compress(LONG.encode() * 9)
    if damage == "cut":
        packed = packed[:-20]
    elif damage == "flipped":
        packed = packed[:40] + bytes(30) + packed[70:]
    (tmp_path / name).write_bytes(packed)
    (failure,) = reader.read_all(tmp_path / name)
    assert isinstance(failure, Failure)
    assert "Traceback" not in failure.why


def test_several_gzip_files_in_a_row_are_one(tmp_path: Path, reader: Reader) -> None:
    (tmp_path / "a.txt").write_bytes(gzip.compress(b"It rained.\n") + gzip.compress(b"It snowed.\n"))
    assert reader.read(tmp_path / "a.txt").text == "It rained.\nIt snowed.\n"


def test_standard_input(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    def given_(data: bytes) -> list[Document | Failure]:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
        return list(reader.read_all(named("-")))

    (plain,) = given_(b"It rained.")
    assert isinstance(plain, Document)
    assert (plain.id, plain.path, plain.text) == ("standard input", None, "It rained.")
    (page,) = given_(gzip.compress(pages.ghost(pages.FERRY).encode()))
    assert isinstance(page, Document)
    assert page.title == pages.FERRY.headline
    assert len(given_(rss(item(pages.FERRY), item(pages.COURT)).encode())) == 2
    (empty,) = given_(b"")
    assert empty == Failure("reading", "-", "standard input: is empty")
    monkeypatch.setattr("mtaudit.ingest.files.LONGEST_COLLECTION", 10)
    (long,) = given_(b"It rained in Lorn.")
    assert isinstance(long, Failure)
    assert "give the name of a file" in long.why
    monkeypatch.setattr("sys.stdin", None)
    (closed,) = reader.read_all("-")
    assert isinstance(closed, Failure)
    assert "is closed" in closed.why


def test_too_large_a_page(tmp_path: Path, reader: Reader) -> None:
    (tmp_path / "a.html").write_bytes(b"<p>" + b"x" * 10_000_000)
    (failure,) = reader.read_all(tmp_path / "a.html")
    assert isinstance(failure, Failure)
    assert "has 10,000,003 bytes; a web page may have 10,000,000" in failure.why


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("-", str),
        ("https://x.example/a", Url),
        ("HTTP://x.example", Url),
        ("http://", Path),
        ("ftp://x.example/", Path),
        ("a.txt", Path),
    ],
)
def test_what_a_word_stands_for(address: str, kind: type) -> None:
    assert type(named(address)) in (kind, type(Path()) if kind is Path else kind)
    assert len(expand([address, address])) == 1


def test_plain_text_of_the_web(server: Misbehaving, reader: Reader) -> None:
    made = reader.read(
        Url(server.page("/a", "It rained – twice.".encode("cp1252"), "text/plain; charset=windows-1252"))
    )
    assert made.text == "It rained – twice."
    assert made.url == server.address("/a")


def test_the_charset_of_the_server_counts(server: Misbehaving, reader: Reader) -> None:
    line = "Мэр города сказал, что никто не ожидал такого решения так скоро, и что работа начнётся в июне."
    source = f"<html><body><article><h1>Мэр сказал</h1>{f'<p>{line}</p>' * 3}".encode("koi8-r")
    assert line in reader.read(Url(server.page("/a", source, "text/html; charset=koi8-r"))).text


# --- kinds


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"It rained.", Kind.PLAIN),
        (b"<p>It rained.", Kind.HTML),
        (b"\xef\xbb\xbf\n<!-- x --><!DOCTYPE html>\n<html>", Kind.HTML),
        ('<!doctype html><meta charset="utf-16">'.encode("utf-16"), Kind.HTML),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html xmlns="x">', Kind.HTML),
        (b'<?xml version="1.0"?><?xml-stylesheet href="x"?><!-- a feed --><rss version="2.0">', Kind.FEED),
        (b"<rdf:RDF xmlns:rdf='x'>", Kind.FEED),
        (b"<atom:feed xmlns:atom='x'>", Kind.FEED),
        (b'<!DOCTYPE rss [<!ENTITY a "b">]><rss>', Kind.FEED),
        (b"<urlset>", Kind.SITEMAP),
        (b"<sitemapindex>", Kind.SITEMAP),
        (b'{"text": "x"}\n{"text": "y"}', Kind.JSONL),
        (b'{"text": "' + b"x" * 5000, Kind.JSONL),
        (b'{"version": "https:\\/\\/jsonfeed.org\\/version\\/1"', Kind.JSON_FEED),
        (b"{{ 7*7 }} is what it said", Kind.PLAIN),
        (b"{" * 5000, Kind.PLAIN),
        (b"<3 is a heart", Kind.PLAIN),
        (b"<thing>It rained.", Kind.PLAIN),
        (b"", Kind.PLAIN),
    ],
)
def test_kinds_are_told_by_their_first_bytes(head: bytes, kind: Kind) -> None:
    assert kind_of(head[:4096]) is kind


def test_a_name_counts_more_than_the_first_bytes() -> None:
    assert kind_of(b"<p>It rained.", name="a.txt") is Kind.PLAIN
    assert kind_of(b"It rained.", name="b/a.HTM.gz") is Kind.HTML
    assert kind_of(b"<rss>", name="a.xml") is Kind.FEED


def test_what_is_not_read() -> None:
    with pytest.raises(InputError, match="is image/png, which is not read"):
        kind_of(b"\x89PNG", media_type="image/png")
    assert kind_of(b"It rained.", media_type="text/html") is Kind.HTML


@given(st.binary(max_size=60), st.sampled_from(["a.rss", "a.xml", "a.html", "a.jsonl", "a.mhtml", "a.json", "a"]))
def test_any_bytes_under_any_name_are_read_or_refused(data: bytes, name: str) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder, Reader() as reader:
        path = Path(folder) / name
        path.write_bytes(data)
        for found in reader.read_all(path):
            assert isinstance(found, Document | Failure)


def test_a_date_that_is_none_costs_the_date_alone(tmp_path: Path, reader: Reader) -> None:
    path = tmp_path / "feed.rss"
    text = "Rain fell on Quell. " * 60
    item = f"<item><pubDate>Mon, 99 Foo 99999 99:99:99 GMT</pubDate><description>{text}</description></item>"
    path.write_text(f'<rss version="2.0"><channel><title>T</title>{item}</channel></rss>')
    (made,) = documents(reader, path)
    assert (made.published, made.text.split()[:2]) == (None, ["Rain", "fell"])


PARTS = (
    *("<rss>", "<item>", "</item>", "<description>", "<link>", "http://[#", "<pubDate>", "31 Dec 99999 00:00 GMT"),
    *("<loc>", "<url>", "&#xD800;", "&#0;", "\x00", "\ud800", "<content:encoded>", "<![CDATA[", "]]>", "<html>"),
    *("{", "}", '"html": "<p>\\f\\u0000\\ud800&#0;"', '"url": "http://[#"', '"published": "99999-01-01"', ", ", "\n"),
    *(
        '"items": [',
        "]",
        '"text": "Rain."',
        "9" * 5000,
        "Content-Type: text/html; charset=\u00e9\n",
        "multipart/related",
    ),
)
HEADS = {
    "a.rss": '<rss version="2.0"><channel>',
    "a.xml": "<urlset><url><loc>",
    "a.html": "<html><p>",
    "a.jsonl": '{"text": "Rain.", ',
    "a.json": '{"version": "https://jsonfeed.org/version/1", "items": [{',
    "a.mhtml": "Content-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n",
}


@given(st.sampled_from(sorted(HEADS)), st.lists(st.sampled_from(PARTS) | st.text(max_size=3), max_size=12))
def test_law_whatever_stands_in_a_file_of_a_kind_is_read_or_refused(name: str, parts: list[str]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder, Reader() as reader:
        path = Path(folder) / name
        path.write_bytes((HEADS[name] + "".join(parts)).encode("utf-8", "surrogatepass"))
        for found in reader.read_all(path):
            assert isinstance(found, Document | Failure)


@pytest.mark.parametrize(
    ("library", "lost"),
    [("trafilatura", {"page.html", "feed.rss#2"}), ("feedparser", {"feed.rss"}), ("ftfy.badness", {"text.txt"})],
)
def test_a_library_that_is_missing_costs_what_it_reads_and_nothing_else(
    library: str, lost: set[str], tmp_path: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("text.txt").write_text("It rained in Quell.")
    Path("page.html").write_text(f"<html><body><article>{LONG}</article></body></html>")
    whole, page = (f"<item><description>{escape(body)}</description></item>" for body in (LONG, f"<html>{LONG}"))
    Path("feed.rss").write_text(f'<rss version="2.0"><channel>{whole}{page}</channel></rss>')
    monkeypatch.setitem(sys.modules, library, None)
    found = [item for source in expand(["."]) for item in reader.read_all(source)]
    failures = [item for item in found if isinstance(item, Failure)]
    assert {failure.where for failure in failures} == lost
    assert all(
        "a library is missing or broken: " in f.why and f.why.endswith("; install mtaudit anew") for f in failures
    )
    read = {item.id for item in found if isinstance(item, Document)}
    assert read == {
        name for name in ("text.txt", "page.html", "feed.rss#1", "feed.rss#2") if not lost & {name, name[:8]}
    }
