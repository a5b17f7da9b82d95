"""The page of a run, and that of a copy without an original, in a real browser, from a file."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import gate_sample
import many_copies
import pytest
import test_render_sample as sample
from desk import Desk
from test_audit_page import violations

from mtaudit.records import Audit, Failure, Run
from mtaudit.render.html import page, write_site

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

GRAVEST_FIRST = [
    "Anchor lost", "Delta floods 9", "Copper found", "Estuary calm", "Árvíz of words", "lone", "Beacon lit",
    "Delta floods 10",
]  # fmt: skip


@pytest.fixture
def report(desk: Desk) -> Page:
    return opened(desk)


def opened(desk: Desk, run: Run | None = None, **context: Any) -> Page:
    """The site's `index.html`, with its pages beside it."""
    write_site(run or many_copies.run(), desk.folder)
    return desk.open_html((desk.folder / "index.html").read_text("utf-8"), **context)


def titles(report: Page) -> list[str]:
    return report.locator("#copies tbody th a").all_text_contents()


def choose(report: Page, what: str, label: str) -> None:
    select = report.locator(f"[data-filter={what}]")
    options = select.locator("option").all_inner_texts()
    select.select_option(label=next(option for option in options if option.startswith(label)))


# --- sorting


def test_the_gravest_come_first(report: Page) -> None:
    assert titles(report) == GRAVEST_FIRST
    assert report.locator("#copies [aria-sort]").inner_text() == "■critical"
    assert report.locator(".lead").inner_text() == (
        "Not everything could be checked (1 failure). "
        "5 of 8 copies mislead their readers, 1 has major findings, 2 have no grave finding."
    )


def test_a_header_sorts_and_turns_round(report: Page) -> None:
    header = report.get_by_role("button", name="Copy")
    header.click()
    ordered = ["Anchor lost", "Árvíz of words", "Beacon lit", "Copper found", "Delta floods 9", "Delta floods 10"]
    assert titles(report)[:6] == ordered, "as people order names and numbers"
    assert report.locator("#copies [aria-sort]").get_attribute("aria-sort") == "ascending"
    header.click()
    assert titles(report) == ["lone", "Estuary calm", *reversed(ordered)]
    assert report.locator("#copies [aria-sort]").get_attribute("aria-sort") == "descending"


def test_copies_without_fidelity_stand_behind_all_others_whichever_way(report: Page) -> None:
    header = report.get_by_role("button", name="Fidelity")
    header.click()
    assert titles(report)[0] == "Delta floods 9"
    assert titles(report)[-2:] == ["Árvíz of words", "lone"]
    header.click()
    assert titles(report)[0] == "Delta floods 10"
    assert titles(report)[-2:] == ["Árvíz of words", "lone"]


def test_counts_are_sorted_as_numbers_the_most_first(report: Page) -> None:
    report.get_by_role("button", name="major").click()
    numbers = [int(n) for n in report.locator("#copies tbody td:nth-child(4)").all_text_contents()]
    assert numbers == sorted(numbers, reverse=True)
    assert numbers[0] > 0


# --- filters and search


@pytest.mark.parametrize(
    ("what", "label", "left"),
    [
        ("outlet", "Daily Wire", ["Delta floods 9", "Delta floods 10"]),
        ("outlet", "unknown", ["Estuary calm"]),
        ("worst", "major", ["lone"]),
        ("worst", "nothing found", ["Beacon lit", "Delta floods 10"]),
        ("basis", "other articles", ["Árvíz of words"]),
        ("basis", "its text alone", ["lone"]),
        ("relation", "partial copy", ["Copper found"]),
        ("category", "residue", ["lone"]),
    ],
)
def test_a_filter_leaves_what_fits(report: Page, what: str, label: str, left: list[str]) -> None:
    choose(report, what, label)
    assert titles(report) == left
    assert report.locator("#found").inner_text() == f"{len(left)} of 8"
    report.get_by_role("button", name="Show all").click()
    assert titles(report) == GRAVEST_FIRST


def test_search_reads_title_outlet_and_finding_in_any_order_and_without_accents(report: Page) -> None:
    for words, left in (
        ("ARVIZ echo", ["Árvíz of words"]),
        ("barge harbour", ["Anchor lost", "Copper found"]),
        ("french", ["Anchor lost", "Delta floods 9", "Copper found", "Estuary calm", "Árvíz of words", "Beacon lit",
                    "Delta floods 10"]),
    ):  # fmt: skip
        report.fill("#search", words)
        assert titles(report) == left


def test_filters_search_and_order_hold_together(report: Page) -> None:
    choose(report, "basis", "its original")
    report.fill("#search", "delta")
    report.get_by_role("button", name="Fidelity").click()
    assert titles(report) == ["Delta floods 9", "Delta floods 10"]
    choose(report, "worst", "nothing found")
    assert titles(report) == ["Delta floods 10"]


def test_where_nothing_fits_that_is_said(report: Page) -> None:
    report.fill("#search", "nothing has this")
    assert not report.locator("#copies").is_visible()
    report.locator(".nothing button").click()
    assert titles(report) == GRAVEST_FIRST


def test_a_name_in_a_plot_leads_to_its_copies(report: Page) -> None:
    report.locator(".outlets").get_by_role("button", name="Daily Wire").click()
    assert titles(report) == ["Delta floods 9", "Delta floods 10"]
    report.locator(".outlets").get_by_role("button", name="Daily Wire").click()
    report.locator("[data-pick=category]").get_by_role("button", name="residue").click()
    assert titles(report) == ["lone"]


def test_the_whole_works_by_keys_alone(report: Page) -> None:
    report.keyboard.press("/")
    report.keyboard.type("delta")
    assert titles(report) == ["Delta floods 9", "Delta floods 10"]
    report.keyboard.press("Tab")
    assert report.evaluate("document.activeElement.dataset.filter") == "outlet"
    reached = set()
    for _ in range(40):
        report.keyboard.press("Tab")
        reached.add(report.evaluate("document.activeElement.textContent.trim()"))
    assert {"Copy", "Fidelity", "■critical", "Worst finding", "Delta floods 9"} <= reached
    report.locator("#copies a").first.focus()
    report.keyboard.press("?")
    assert report.get_by_text("search the copies").is_visible()


def test_whoever_comes_back_finds_the_list_as_it_was(desk: Desk, tmp_path: Path) -> None:
    report = opened(desk)
    report.goto((tmp_path / "index.html").as_uri())
    report.get_by_role("button", name="Fidelity").click()
    report.fill("#search", "delta")
    report.locator("#copies a").first.click()
    assert report.locator(".audit h1").inner_text() == "Delta floods 9"
    report.go_back()
    report.wait_for_function("document.querySelector('#copies [aria-sort=ascending]')")
    assert titles(report) == ["Delta floods 9", "Delta floods 10"]
    report.locator("#copies a").first.click()
    report.get_by_role("link", name="All copies").click()
    assert report.url.endswith("index.html")


# --- what is told


def test_a_copy_without_original_is_shown_once_as_what_it_is(report: Page) -> None:
    row = report.locator("#copies tr", has_text="lone")
    assert row.count() == 1
    assert "no original; judged by its text alone" in (row.text_content() or "")
    covered = report.locator("#copies tr", has_text="Árvíz").text_content() or ""
    for told in ("no original; held against 3 articles", "French", "1 suppressed"):
        assert told in covered
    assert not re.search(r"machine translated|\d+\s%|88|94", covered)
    unmatched = report.get_by_text("Copies without an original, and without an audit").locator("+ ul")
    assert unmatched.locator("li").all_inner_texts() == ["Gone without a trace Harbour Star"]
    assert report.get_by_text("it is empty").is_visible()


def test_copies_of_one_headline_are_told_apart_by_file_or_host(desk: Desk) -> None:
    made = sample.audit()
    ids = ("in/b/storm.txt", "in/c/storm.txt", "in/calm.txt", "https://post.example/2024/storm", "x/<b>evil\u202e.txt")
    run = Run(tuple(replace(made, copy=replace(made.copy, id=id_, outlet=None)) for id_ in ids), (), (), "")
    report = opened(desk, run)
    names = report.locator("#copies tbody th i")
    told = dict(zip(names.all_inner_texts(), (name.get_attribute("title") for name in names.all()), strict=True))
    assert told == {
        "b/storm.txt": ids[0], "c/storm.txt": ids[1], "calm.txt": ids[2], "post.example": ids[3],
        "<b>evil[U+202E].txt": "x/<b>evil[U+202E].txt",
    }  # fmt: skip
    report.fill("#search", "calm.txt")
    assert report.locator("#copies tbody tr:visible").count() == 1


def test_what_could_not_be_checked_stands_before_what_was_not_found(desk: Desk) -> None:
    broken = replace(sample.audit(), findings=(), failures=(Failure("detector", "number-changed", "it stopped"),))
    report = opened(desk, Run((broken,), (), (), ""))
    assert report.locator(".lead").inner_text() == (
        "Not everything could be checked (1 copy checked in part). The copy has no grave finding."
    )
    row = report.locator("#copies tbody tr").inner_text()
    assert row.index("not everything could be checked") < row.index("nothing found")


def test_every_plot_is_told_in_words(report: Page) -> None:
    spread = report.locator(".spread")
    assert spread.get_attribute("role") == "img"
    assert spread.get_attribute("aria-label") == (
        "Fidelity of 6 copies: 1 from 0 to 10, 1 from 40 to 50, 1 from 60 to 70, 1 from 70 to 80, 1 from 80 to 90, "
        "1 from 90 to 100; median 68.0"
    )
    row = report.locator(".bars tr", has_text="name").first.locator("td")
    assert row.first.inner_text() == "4 critical"
    assert row.last.inner_text() == "4"
    assert report.locator(".outlets tr", has_text="Daily Wire").locator("td").first.inner_text() == "5.0 to 97.0"


# --- screens, paper, no script


@pytest.mark.parametrize("width", [320, 360, 700, 900])
def test_nothing_scrolls_sideways(desk: Desk, width: int) -> None:
    long = many_copies.paired("Unbrokenword" * 30, "Outletwithoutspaces" * 9, 50.0, 7)
    run = replace(many_copies.run(), audits=(long, *many_copies.run().audits))
    report = opened(desk, run, viewport={"width": width, "height": 740})
    assert report.evaluate("document.documentElement.scrollWidth") <= width
    assert report.locator("#copies tbody th a").first.is_visible()


def test_a_phone_has_search_and_filters_too(desk: Desk) -> None:
    report = opened(desk, viewport={"width": 360, "height": 740})
    report.fill("#search", "delta")
    choose(report, "worst", "critical")
    assert titles(report) == ["Delta floods 9"]
    assert report.locator("#copies tbody td:nth-child(3)").first.evaluate(
        "e => getComputedStyle(e, '::before').content"
    )


def test_without_a_script_the_table_is_whole_and_nothing_dead_is_shown(desk: Desk) -> None:
    report = opened(desk, java_script_enabled=False)
    assert titles(report) == GRAVEST_FIRST
    assert not report.locator("button:visible, .search:visible").count()
    assert report.locator("#copies tbody tr").first.locator("td").all_text_contents()[1:5] == ["2", "1", "2", "1"]


def test_on_paper_stand_all_copies(desk: Desk) -> None:
    report = desk.open_html(many_copies.page_of(120))
    report.emulate_media(media="print")
    heights = report.locator("#copies tbody tr").evaluate_all("all => all.map(e => e.getBoundingClientRect().height)")
    assert len(heights) == 120
    assert min(heights) > 20
    assert not report.locator(".search").is_visible()
    assert report.pdf(format="A4").startswith(b"%PDF")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 900, 360])
def test_axe_finds_nothing_on_the_page_of_a_run(desk: Desk, scheme: str, width: int) -> None:
    report = opened(desk, color_scheme=scheme, viewport={"width": width, "height": 800})
    found = list(violations(report))
    choose(report, "outlet", "Daily Wire")
    found += violations(report)
    report.fill("#search", "nothing has this")
    assert found + violations(report) == []


def test_a_hostile_copy_owns_nothing(desk: Desk) -> None:
    evil = "</script><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">\u202e'\"> x"
    made = many_copies.paired(evil, evil, 50.0, 7)
    made = replace(made, findings=tuple(replace(f, message=evil) for f in made.findings))
    covered = many_copies.covered()
    consulted = tuple(replace(c, outlet=evil, title=evil, url="javascript:alert(1)") for c in covered.consulted)
    run = replace(many_copies.run(), audits=(made, replace(covered, consulted=consulted)))
    for report in (opened(desk, run), desk.open_html(page(run), "#audit-0002")):
        assert report.title() in ("Audit of 2 copies · mtaudit",)
        assert report.locator("img, main script, [onerror]").count() == 0
        assert not report.evaluate("document.body.textContent.includes('\\u202e')")
        report.fill("#search", "owned") if report.locator("#search").is_visible() else None
    report = opened(desk, run)
    choose(report, "outlet", "</script>")
    assert len(titles(report)) == 1


def test_ten_thousand_copies_are_searched_sorted_and_scrolled(desk: Desk) -> None:
    report = desk.open_html(many_copies.page_of(10_000))
    report.fill("#search", "lines 9999")
    assert report.locator("#copies tbody th a").all_text_contents()[0].startswith("Ferry sails again after 9999 days")
    report.fill("#search", "")
    report.get_by_role("button", name="Fidelity").click()
    report.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    report.wait_for_timeout(200)
    last = report.locator("#copies tbody tr").last
    last.scroll_into_view_if_needed()
    assert last.is_visible()
    assert report.locator("#copies tbody tr").count() == 10_000


# --- a copy without an original


def lone(desk: Desk, made: Audit | None = None, **context: Any) -> Page:
    return desk.open(made or many_copies.covered(), **context)


def test_it_says_what_it_was_judged_by_and_what_that_cannot_show(desk: Desk) -> None:
    told = lone(desk).locator(".basis").inner_text()
    assert "It cannot show what this article alone tells" in told
    assert "These copy one another and count as one voice." in told
    assert told.index("Harbour Court") < told.index("Evening Star"), "primary documents first"
    alone = lone(desk, sample.lone()).locator(".basis").inner_text()
    assert "by its text alone" in alone
    assert "Seen in the text" in alone
    assert "“” became “« calme »”" in alone
    assert not re.search(r"machine translat|\d+\s%", lone(desk).locator("main").inner_text())
    assert not lone(desk, sample.audit()).locator(".basis").count()


def test_links_of_other_articles_are_followed_only_where_that_is_safe(desk: Desk) -> None:
    links = lone(desk).locator(".basis a")
    assert [link.get_attribute("href") for link in links.all()] == ["https://star.example/a"]


def test_witnesses_stand_in_the_card_with_their_words_in_bold(desk: Desk) -> None:
    opened = lone(desk)
    opened.keyboard.press("n")
    card = opened.locator(".card[open] .witnesses")
    assert card.locator(".agreed").inner_text() == "●●○○\n2 of 4 independent voices contradict it"
    assert card.locator("blockquote b").all_inner_texts() == ["calm", "calm", "calme"]
    assert card.locator("figcaption").all_inner_texts() == [
        "≠ Harbour Court primary document", "≠ Evening Star", "= Milder Post does not contradict the copy"
    ]  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_nothing_on_a_copy_without_original(desk: Desk, scheme: str, width: int) -> None:
    opened = lone(desk, color_scheme=scheme, viewport={"width": width, "height": 800})
    assert opened.evaluate("document.documentElement.scrollWidth") <= width
    found = list(violations(opened))
    for key in "sn":
        opened.keyboard.press(key)
    assert found + violations(opened) == []


# --- what is suppressed


def silenced() -> Audit:
    """The sample with its second finding suppressed."""
    made = sample.audit()
    quiet = replace(made.findings[1], suppression=gate_sample.HOUSE)
    return replace(made, findings=(made.findings[0], quiet, *made.findings[2:]))


def test_what_is_suppressed_is_not_counted_and_shown_only_when_asked_for(desk: Desk) -> None:
    opened = desk.open(silenced())
    assert opened.locator(".counts").inner_text().split() == [
        "■", "1", "critical", "▲", "1", "major", "•", "2", "minor", "◦", "1", "neutral", "✓", "1", "suppressed"
    ]  # fmt: skip
    assert "a figure changed" not in opened.locator(".lead").inner_text()
    assert opened.locator(".top li").count() == 2
    card = opened.locator(".card", has_text="“12” became “21”.")
    assert not card.is_visible()
    opened.keyboard.press("s")
    assert card.is_visible()
    card.locator("summary").click()
    assert "our house style" in card.inner_text()
    assert opened.locator("mark.lit.suppressed").count() == 2


def test_a_link_to_what_is_suppressed_shows_it(desk: Desk) -> None:
    opened = desk.open_html(page(sample.only(silenced())), "#finding-f2")
    opened.wait_for_selector(".card[open]")
    assert opened.locator(".card[open] .message").first.is_visible()
    assert opened.locator("input[value=suppressed]").is_checked()


def test_without_a_script_what_is_suppressed_can_be_shown_too(desk: Desk) -> None:
    opened = desk.open(silenced(), java_script_enabled=False)
    card = opened.locator(".card", has_text="“12” became “21”.")
    assert not card.is_visible()
    opened.locator("input[value=suppressed]").check()
    assert card.is_visible()
