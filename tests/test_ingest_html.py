"""A page becomes a document with the article's words, all of them and no others, and with what the page says of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pages
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.errors import InputError
from mtaudit.ingest import Reader
from mtaudit.ingest.dates import timed
from mtaudit.ingest.html import Metadata, article, fragment, language_code, text_of
from mtaudit.ingest.plain import MAX_BYTES
from mtaudit.records import Document, Role
from mtaudit.text.segmentation import paragraphs

FILLER = (
    "<p>Nobody in the town had expected that so soon, since the last plan took eleven years to be drawn up.</p>"
    "<p>The work begins in June and will last until the autumn of next year, the harbour master told the council.</p>"
)
DATE_PARTS = (
    "Mon, ",
    "31 Dec ",
    "99999 ",
    "9999 ",
    "0001 ",
    "00:00 ",
    "GMT",
    "-2359",
    "+99999999",
    "0001-01-01T00:00+14",
)
MARKUP = (
    *(
        "<p>",
        "<q>",
        "</q>",
        "<figure class=caption>",
        "<b title=",
        "<time>",
        "<table>",
        "<script>",
        "<!--",
        "<![CDATA[",
    ),
    *("&#", "&#x", "0", "1", "c;", "12;", ";", "&", "#", "&#x0000000000000", "&#" + "9" * 5000, "&#129;"),
    *("\x00", "\f", "\x1f", "\x7f", "\ud800", "\ufffe", "\u200b", " style='display:none'", ">", "word "),
)
UNCARRIED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
SAID = Metadata("Harbour plan agreed", "The Harbour Post", "Ann Lee", datetime(2024, 3, 4, tzinfo=UTC), None, "en")


def page(body: str, head: str = "", *, html: str = '<html lang="en">') -> str:
    shown = f"<article><h1>Harbour plan agreed</h1>{body}</article>"
    return f"<!doctype html>{html}<head>{head}</head><body>{shown}</body></html>"


def read(body: str, head: str = "", **named: str) -> Document:
    return article(page(body + FILLER, head, **named), id="page", url="https://copy.example/x")


def words(document: Document) -> list[str]:
    return document.text.split()


def roles(document: Document) -> list[tuple[Role, str]]:
    return [(p.role, p.span.of(document.text)) for p in paragraphs(document)]


def from_bytes(tmp_path: Path, data: bytes, name: str = "page.html") -> Document:
    path = tmp_path / name
    path.write_bytes(data)
    with Reader() as reader:
        return reader.read(path)


# --- the layouts of common systems


@pytest.mark.parametrize("story", pages.STORIES, ids=lambda story: story.author)
@pytest.mark.parametrize("layout", pages.LAYOUTS, ids=lambda layout: layout.__name__)
def test_the_article_and_nothing_else(layout: Callable[[pages.Story], str], story: pages.Story) -> None:
    made = article(layout(story), id="page", url="https://copy.example/x")
    assert words(made) == story.text.split()
    assert roles(made) == [(Role.HEADLINE, story.headline), *story.paragraphs]
    assert (made.title, made.outlet, made.author, made.url) == (story.headline, story.outlet, story.author, story.url)
    assert made.published == datetime.fromisoformat(story.published)
    assert made.language == "en"
    assert not made.remarks


@pytest.mark.parametrize("layout", pages.LAYOUTS, ids=lambda layout: layout.__name__)
def test_a_page_as_large_as_real_ones_says_the_same(layout: Callable[[pages.Story], str]) -> None:
    made = article(pages.as_large_as_real(layout(pages.COURT)), id="page")
    assert words(made) == pages.COURT.text.split()


# --- words


@pytest.mark.parametrize(
    "tag", "a abbr b bdo big cite code data dfn em font i ins kbd mark s small span strong sub sup time u var".split()
)
def test_no_word_in_inline_markup_is_lost(tag: str) -> None:
    made = read(f"<p>The quay, which opens <{tag}>next spring</{tag}> with a fair, will cost nine million crowns.</p>")
    assert "The quay, which opens next spring with a fair, will cost nine million crowns." in made.text.split("\n\n")


def test_a_quotation_that_the_browser_marks() -> None:
    assert "She called it “a toll” on the island." in read("<p>She called it <q>a toll</q> on the island.</p>").text
    assert "“a toll” he said" in fragment("<p><q>a toll</q> he said</p>", SAID, id="x").text


def test_entities() -> None:
    made = read(
        "<p>Pell &amp; Sons &mdash; 40&nbsp;% of it &#8212; said &ldquo;no&rdquo; &lt;twice&gt; to the caf&eacute;.</p>"
    )
    assert "Pell & Sons — 40 % of it — said “no” <twice> to the café." in made.text


def test_characters_that_no_page_may_have() -> None:
    made = read(
        "<p>It\x0b rai&#11;ned&#x0;\x00 &#xD800;in&#xFFFF; <q>Lo\ufffern</q>&#x110000; all\ud800 &#147;week&#148;.</p>"
    )
    assert "It rained in “Lorn” all “week”." in made.text


def test_hints_where_to_break_a_word_are_no_part_of_it() -> None:
    assert (
        "The ombudsman of the harbour"
        in read("<p>The om&shy;buds\u00adman\u200b of the har<wbr>bour said so twice.</p>").text
    )


@pytest.mark.parametrize(
    "hidden",
    [
        "<span hidden>really</span>",
        '<span style="display:none">really</span>',
        '<span style="color:red; DISPLAY : none">really</span>',
        '<span style="visibility:hidden">really</span>',
        '<span style="font-size:0">really</span>',
        '<span style="opacity: 0">really</span>',
        '<span style="position:absolute; left:-9999px">really</span>',
        '<span class="sr-only">really</span>',
        '<span class="x screen-reader-text">really</span>',
        '<span class="visually-hidden">really</span>',
        "<template>really</template>",
        "<script>really</script>",
        "<style>really</style>",
        "<!-- really -->",
    ],
)
def test_what_no_reader_sees_is_not_read(hidden: str) -> None:
    line = "The ministry said it would {}answer in due course, perhaps in June or in July."
    assert line.format("") in read(f"<p>{line.format(hidden)}</p>").text
    assert fragment(f"<p>{line.format(hidden)}</p>", SAID, id="x").text.endswith(line.format(""))


@pytest.mark.parametrize(
    "shown", ['style="opacity:0.8"', 'style="font-size:0.9em"', 'class="hidden-gem"', 'style="left:-9px"']
)
def test_what_a_reader_sees_is_read(shown: str) -> None:
    assert (
        "it would really answer"
        in read(f"<p>The ministry said it would <span {shown}>really</span> answer in June.</p>").text
    )


def test_a_page_that_is_hidden_until_a_script_has_run() -> None:
    made = article(page(FILLER).replace("<body>", '<body style="visibility:hidden">'), id="page")
    assert "eleven years" in made.text


def test_lines_of_the_page_itself_go_and_lines_of_the_article_stay() -> None:
    made = read(
        '<p>Read more: <a href="/x">Town hall clock stops</a></p><p>Read more books, <a href="/y">she</a> said.</p>'
    )
    assert "Town hall clock" not in made.text
    assert "Read more books, she said." in made.text


def test_the_authors_line_is_no_paragraph() -> None:
    head = '<meta name="author" content="Ann Lee">'
    made = read("<p>Written by Ann Lee on 4 March 2024</p>", head)
    assert "Written by" not in made.text
    assert (
        "By Ann Lee and her crew, the boat was saved."
        in read("<p>By Ann Lee and her crew, the boat was saved.</p>", head).text
    )


# --- roles


def test_headings_quotes_captions_and_lists_keep_their_roles() -> None:
    body = (
        "<p>The council met on Monday in the old customs house, which has no heating and leaks.</p>"
        "<figure><img src=x><figcaption>The council. It met for nine hours.</figcaption></figure>"
        "<h2>Will it be built?</h2><blockquote><p>We shall see.</p><ul><li>First, the money.</li></ul></blockquote>"
        "<ul><li>nine million crowns</li><li>two years</li></ul>"
        "<table><tr><th>Quay</th><th>Metres</th></tr><tr><td>North</td><td>120</td></tr></table>"
    )
    found = roles(fragment(body, SAID, id="x"))
    assert found[0] == (Role.HEADLINE, "Harbour plan agreed")
    assert found[2:] == [
        (Role.CAPTION, "The council. It met for nine hours."),
        (Role.HEADING, "Will it be built?"),
        (Role.QUOTE, "We shall see."),
        (Role.QUOTE, "First, the money."),
        (Role.BODY, "nine million crowns"),
        (Role.BODY, "two years"),
        (Role.BODY, "Quay Metres"),
        (Role.BODY, "North 120"),
    ]


def test_debris_is_debris_whatever_its_markup() -> None:
    assert roles(fragment("<p>It rained in Lorn.</p><h3>Advertisement</h3>", SAID, id="x"))[-1][0] is Role.DEBRIS
    footer = "<p>The post Harbour plan agreed appeared first on The Harbour Post.</p>"
    assert roles(fragment(f"<p>It rained in Lorn.</p>{footer}", SAID, id="x"))[-1][0] is Role.DEBRIS


def test_line_breaks_divide_paragraphs() -> None:
    made = fragment("It rained in Lorn.<br><br>It snowed in Brindle.<br>Nobody minded.", SAID, id="x")
    assert made.text.split("\n\n")[1:] == ["It rained in Lorn.", "It snowed in Brindle.", "Nobody minded."]


# --- what the page says of itself


def test_the_headline_is_what_a_reader_sees_and_not_what_a_search_engine_does() -> None:
    head = "<title>Harbour plan agreed at last | The Harbour Post</title>"
    assert read("", head).title == "Harbour plan agreed"
    assert read("", head).text.startswith("Harbour plan agreed\n\nNobody")


def test_a_heading_with_the_outlets_name_is_no_headline() -> None:
    head = (
        '<meta property="og:site_name" content="The Harbour Post"><meta property="og:title" content="Quay to be built">'
    )
    made = article(page(FILLER, head).replace("Harbour plan agreed", "The Harbour Post"), id="x")
    assert made.title == "Quay to be built"


@pytest.mark.parametrize(
    "markup",
    [
        '<meta property="article:published_time" content="2024-03-04T08:30:00Z">',
        '<meta itemprop="datePublished" content="2024-03-04T09:30:00+01:00">',
        '<script type="application/ld+json">{"@graph": [{"datePublished": "2024-03-04T08:30Z"}]}</script>',
        '<script type="application/ld+json">[{"x": 1}, {"datePublished": "Mon, 04 Mar 2024 08:30:00 GMT"}]</script>',
    ],
)
def test_the_moment_of_publication(markup: str) -> None:
    assert read("", markup).published == datetime(2024, 3, 4, 8, 30, tzinfo=UTC)


@pytest.mark.parametrize("broken", ["{", "[" * 5000, '{"datePublished": 7}', '{"datePublished": "yesterday"}'])
def test_broken_data_about_the_page_costs_nothing(broken: str) -> None:
    assert "eleven years" in read("", f'<script type="application/ld+json">{broken}</script>').text


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2024-03-04", datetime(2024, 3, 4, tzinfo=UTC)),
        ("2024-03-04T08:30:00", datetime(2024, 3, 4, 8, 30, tzinfo=UTC)),
        ("Mon, 04 Mar 2024 08:30:00 +0000", datetime(2024, 3, 4, 8, 30, tzinfo=UTC)),
        ("", None),
        (None, None),
        ("last Monday", None),
        ("2024-13-45", None),
        ("1" * 200, None),
        ("Fri, 31 Dec 99999 23:59:59 GMT", None),
        ("Fri, 31 Dec 9999 23:59:59 -0100", None),
        ("0001-01-01T00:00+14:00", None),
        ("Mon, 04 Mar 2024 08:30:00 +99999999999", None),
        ("1000000000000", None),
    ],
)
def test_dates(text: str | None, moment: datetime | None) -> None:
    assert timed(text) == moment


@given(st.lists(st.sampled_from(DATE_PARTS) | st.text(max_size=4), max_size=6).map("".join))
def test_law_any_text_is_a_moment_of_the_calendar_or_none(text: str) -> None:
    for moment in (timed(text), timed(text[:9])):
        assert moment is None or moment.astimezone(UTC).year >= 1


@given(st.lists(st.sampled_from(MARKUP) | st.text(st.characters(), max_size=3), max_size=14).map("".join))
def test_law_of_any_markup_there_is_a_tree_that_can_be_changed_or_none(source: str) -> None:
    with suppress(InputError):
        made = article(source + FILLER + "\u00ad", id="a", url="https://copy.example/x")
        assert not UNCARRIED.search(made.text)
    with suppress(InputError):
        assert not UNCARRIED.search(fragment(source + "<q>\u00ad</q>", SAID, id="a").text)


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("a&#0;b", "ab"),
        ("a\x00b\x1fc", "abc"),
        ("a\fb", "a b"),
        ("a&#12;b", "a b"),
        ("a&#x0000000000001;b", "ab"),
        ("a&#99999999999;b", "ab"),
        ("it&#146;s", "it’s"),
        ("it&#x000000000092;s", "it’s"),
        ("a&#&#0;1;b", "a&#\ufffd1;b"),
        ("a&#x0000000000&#31;1;b", "a\ufffd1;b"),
        ("&#233;t&#xE9;", "été"),
    ],
)
def test_references_to_what_no_tree_holds(written: str, read_as: str) -> None:
    assert text_of(f"<b title='{written}'>{written}</b>") == read_as


def test_a_form_feed_in_an_article_is_a_space() -> None:
    assert "agreed soon after" in read("<p>It was agreed\fso\u00adon &#12; after the vote of the council.</p>").text


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ('<link rel="canonical" href="https://post.example/a?b=1">', "https://post.example/a?b=1"),
        ('<link rel="canonical" href="/a">', "https://copy.example/a"),
        ('<link rel="canonical" href="javascript:alert(1)">', "https://copy.example/x"),
        ('<link rel="canonical" href="http://[">', "https://copy.example/x"),
        ('<meta property="og:url" content="https://post.example/og">', "https://post.example/og"),
        ("", "https://copy.example/x"),
    ],
)
def test_the_address(head: str, url: str) -> None:
    assert read("", head).url == url


def test_a_page_that_a_browser_saved_knows_where_it_came_from() -> None:
    source = "<!-- saved from url=(0024)https://post.example/a/b -->" + page(FILLER)
    assert article(source, id="x").url == "https://post.example/a/b"
    assert article(source.replace("https:", "file:"), id="x").url is None


@pytest.mark.parametrize(
    ("tag", "code"), [("en-GB", "en"), ("fr", "fr"), ("EN_us", "en"), ("", None), (None, None), ("x-klingon", None)]
)
def test_language_codes(tag: str | None, code: str | None) -> None:
    assert language_code(tag) == code


def test_a_page_that_misnames_its_language() -> None:
    made = read("", html='<html lang="fr-FR">')
    assert made.language == "en"
    assert made.remarks == ("declared as fr, reads as en",)


# --- bytes


SPOKEN = "<p>“Nobody likes it,” said the mayor of Brindle, José Pell – who pays £8 at the café.</p>"
LINE = "“Nobody likes it,” said the mayor of Brindle, José Pell – who pays £8 at the café."


@pytest.mark.parametrize(
    ("charset", "declared"),
    [
        ("utf-8", "utf-8"),
        ("utf-8", "iso-8859-1"),
        ("utf-8", ""),
        ("utf-8", "no-such-charset"),
        ("utf-8-sig", "windows-1252"),
        ("utf-16", ""),
        ("cp1252", "windows-1252"),
        ("cp1252", "iso-8859-1"),
    ],
)
def test_any_charset_rightly_or_wrongly_declared(charset: str, declared: str, tmp_path: Path) -> None:
    head = f'<meta charset="{declared}">' if declared else ""
    made = from_bytes(tmp_path, page(SPOKEN + FILLER, head).encode(charset))
    assert LINE in made.text
    assert not made.remarks


@pytest.mark.parametrize("declared", ["utf-8", "", "hex", "punycode", "ascii\u00ff"])
def test_windows_1252_under_another_name(declared: str, tmp_path: Path) -> None:
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">'
    made = from_bytes(tmp_path, page(SPOKEN + FILLER, head).encode("cp1252"))
    assert LINE in made.text
    assert made.remarks in (("not UTF-8; read as Windows-1252",), ())


def test_a_charset_of_another_script(tmp_path: Path) -> None:
    line = "Мэр города сказал, что никто не ожидал такого решения так скоро, и что работа начнётся в июне."
    source = f'<html><head><meta charset="windows-1251"></head><body><article><h1>Мэр сказал</h1>{f"<p>{line}</p>" * 3}'
    made = from_bytes(tmp_path, source.encode("windows-1251"))
    assert line in made.text
    assert made.language == "ru"


def test_mojibake_is_repaired_and_remarked_on_and_quotation_marks_stay_curly() -> None:
    broken = SPOKEN.encode().decode("cp1252", "replace").replace("\ufffd", "\x9d")
    made = read(broken + "<p>“Clean,” she said of the water at the end of the old pier.</p>")
    assert LINE in made.text
    assert "“Clean,” she said" in made.text
    assert made.remarks == ("mojibake repaired in 1 paragraph",)


def test_mojibake_that_cannot_be_repaired_is_remarked_on() -> None:
    made = read("<p>The cafÃ© closed â€œat lastâ€\ufffd and the naÃ¯ve owner of it lost 中 his licence.</p>")
    assert any("mojibake" in remark for remark in made.remarks)


def test_a_page_saved_in_one_file(tmp_path: Path) -> None:
    import quopri

    body = quopri.encodestring(page(SPOKEN + FILLER).encode()).decode("ascii")
    data = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://post.example/saved\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="--b"\r\n\r\n----b\r\nContent-Type: text/html\r\n'
        "Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://post.example/saved\r\n\r\n"
        f"{body}\r\n----b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n----b--\r\n"
    ).encode()
    for name in ("page.mhtml", "page"):
        made = from_bytes(tmp_path, data, name)
        assert LINE in made.text
        assert made.url == "https://post.example/saved"
    assert from_bytes(tmp_path, data.replace(b"https:", b"javascript:"), "page.mhtml").url is None
    with pytest.raises(InputError, match="holds no page"):
        from_bytes(tmp_path, data.replace(b"text/html", b"text/x-no"), "page.mhtml")


# --- what is no article


@pytest.mark.parametrize("source", ["", " ", "<html></html>", "<p></p>", "<img src=x>", "\x00", "<!-- -->"])
def test_no_article(source: str) -> None:
    with pytest.raises(InputError):
        article(source, id="x")
    with pytest.raises(InputError):
        fragment(source, SAID, id="x")


def test_more_than_an_article() -> None:
    with pytest.raises(InputError, match="an article may have 500,000"):
        fragment(f"<p>{'word ' * (MAX_BYTES // 4)}</p>", SAID, id="x")


def test_more_than_a_page() -> None:
    with pytest.raises(InputError, match=r"has 100,0\d\d elements; a page may have 100,000"):
        article(page("<i></i>" * 100_000), id="x")


def test_a_page_that_breaks_the_parser_costs_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise AttributeError("it broke")

    monkeypatch.setattr("trafilatura.bare_extraction", breaks)
    with pytest.raises(InputError, match="AttributeError: it broke"):
        read("")


def test_a_page_that_is_nested_without_end() -> None:
    deep = "<div>" * 5000 + "<p>It rained in Lorn.</p>" + "</div>" * 5000
    try:
        assert fragment(deep, SAID, id="x").text
    except InputError as error:
        assert str(error)  # noqa: PT017  either is well: no crash


@given(st.text(alphabet='<>/&;="! abp12é“\x00\n', max_size=80))
def test_any_markup_is_read_or_refused(source: str) -> None:
    for whole in (True, False):
        try:
            document = article(source, id="x") if whole else fragment(source, SAID, id="x")
        except InputError:
            continue
        for mark in document.marked:
            assert mark.span.of(document.text).strip()


def test_an_element_of_too_many_attributes_is_refused() -> None:
    many = " ".join(f"a{n}=1" for n in range(50_000))
    with pytest.raises(InputError, match="attributes"):
        article(f"<article><p {many}>Rain fell.</p></article>", id="a")


def test_a_long_value_of_one_attribute_is_none_of_many() -> None:
    state = "x=1 " * 20_000
    page = pages.drupal(pages.FERRY)
    with_state = page.replace("</body>", f'<div data-state="{state}"></div></body>')
    assert article(with_state, id="a").text == article(page, id="a").text
