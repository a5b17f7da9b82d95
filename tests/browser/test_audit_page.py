"""The page of one audit in a real browser: stepping, filters, links, copying, themes, paper, accessibility, attacks."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import gate_sample
import long_article
import pytest
import test_render_sample as sample
from desk import Desk

from mtaudit.mqm import Category, Severity
from mtaudit.records import Audit, DifferenceKind, Run
from mtaudit.render.html import page, write_site

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

FOCUSED = "document.activeElement.closest('.card')?.querySelector('[data-k]').id"
TOP = "e => e.getBoundingClientRect().top"
GROUND = "e => getComputedStyle(e).backgroundColor"


@pytest.fixture
def one(desk: Desk) -> Page:
    return desk.open(sample.audit())


def ids(audit: Audit) -> list[str]:
    return [f"finding-{finding.id}" for finding in audit.findings]


def current(opened: Page) -> str:
    return str(opened.evaluate("location.hash.slice(1)"))


# --- stepping


@pytest.mark.parametrize(("onward", "back"), ["np", "jk"])
def test_keys_step_through_every_finding_and_round(one: Page, onward: str, back: str) -> None:
    seen = []
    for _ in range(len(sample.audit().findings) + 1):
        one.keyboard.press(onward)
        seen.append(current(one))
    assert seen[:-1] == (one.get_attribute(".audit", "data-order") or "").split()
    assert seen[-1] == seen[0]
    assert sorted(seen[:-1]) == sorted(ids(sample.audit()))
    one.keyboard.press(back)
    assert current(one) == seen[-2]


def test_a_step_opens_one_card_and_moves_the_focus_to_it(one: Page) -> None:
    one.keyboard.press("n")
    one.keyboard.press("n")
    assert one.locator(".card[open]").count() == 1
    assert one.locator(".card[open] .message").first.inner_text() == "“12” became “21”."
    assert one.evaluate(FOCUSED) == "finding-f2"
    assert one.locator(".position").inner_text() == "2 of 7"


def test_a_step_lights_the_words_on_both_sides_and_brings_them_into_view(desk: Desk) -> None:
    opened = desk.open(long_article.long_audit(60))
    for _ in range(100):
        opened.keyboard.press("n")
    lit = opened.locator("mark.lit")
    assert lit.count() == 2
    original, copy = lit.all_inner_texts()
    assert copy == f"x{original}"
    for side in (0, 1):
        assert 0 < lit.nth(side).evaluate(TOP) < 780
    assert 0 < opened.locator(".card[open]").evaluate(TOP) < 700


def test_from_a_card_to_its_words_and_back_by_keys_alone(one: Page) -> None:
    for key in "nnt":
        one.keyboard.press(key)
    assert one.evaluate("document.activeElement.className") == "ref f critical c-number"
    one.keyboard.press("Enter")
    assert one.evaluate(FOCUSED) == "finding-f2"


def test_escape_shuts_the_card(one: Page) -> None:
    one.keyboard.press("n")
    one.keyboard.press("Escape")
    assert not one.locator(".card[open], mark.lit").count()


def test_single_keys_can_be_switched_off(one: Page) -> None:
    one.keyboard.press("?")
    assert one.locator("#help").is_visible()
    one.uncheck("#single-keys")
    one.keyboard.press("Escape")
    one.keyboard.press("n")
    assert not one.locator(".card[open]").count()
    one.reload()
    one.keyboard.press("n")
    assert not one.locator(".card[open]").count()
    one.click("[data-do=help]")
    one.check("#single-keys")
    one.keyboard.press("Escape")
    one.keyboard.press("n")
    assert one.locator(".card[open]").count() == 1


def test_a_click_on_marked_words_opens_their_card_and_leaves_the_text_in_its_place(one: Page) -> None:
    mark = one.locator(".side.copy mark", has_text="truly")
    mark.scroll_into_view_if_needed()
    before = mark.evaluate(TOP)
    mark.click()
    assert one.locator(".card[open] .message").first.inner_text() == "“” became “truly”."
    assert mark.evaluate(TOP) == before


def test_the_number_behind_marked_words_is_a_link_that_the_keyboard_reaches(one: Page) -> None:
    one.locator(".side.copy a.ref").nth(1).focus()
    one.keyboard.press("Enter")
    assert one.locator(".card[open] .label").first.inner_text() == "2"


def test_a_card_opens_and_shuts_by_its_head(one: Page) -> None:
    head = one.locator(".card summary").nth(1)
    head.click()
    assert current(one) == "finding-f2"
    head.click()
    assert not one.locator(".card[open]").count()


def test_a_group_has_one_card_with_a_link_to_each_of_its_places(one: Page) -> None:
    assert one.locator(".card").count() == 6
    one.locator(".top a").first.click()
    places = one.locator(".card[open] .places li")
    assert places.all_inner_texts() == ["1a\n“Ferry” became “Barge”.", "1b\n“Ferry” became “Barge”.\nmajor"]
    places.nth(1).locator("a").click()
    assert current(one) == "finding-f3"
    assert one.locator("mark.lit").all_inner_texts() == ["Ferry", "Barge"]
    assert one.locator("mark.lit").first.evaluate("e => e.classList.contains('major')")


ELEVEN = (Severity.CRITICAL,) * 6 + (Severity.MAJOR,) * 3 + (Severity.MINOR,) * 2


def of_eleven_places() -> Audit:
    """A name that became another at eleven places, one of them suppressed, told in one to four lines."""

    def bit(number: int, severity: Severity) -> sample.Bit:
        after = f"Barge{' of the northern harbour' * (number % 4)}"
        edit = sample.Edit("Ferry", after, "name-translated", severity, Category.NAME, group="name:ferry")
        return sample.Bit((f"Ferry left at {number}.",), (f"{after} left at {number}.",), (edit,))

    made = sample.audit(tuple(bit(number, severity) for number, severity in enumerate(ELEVEN)))
    silenced = (replace(made.findings[3], suppression=gate_sample.HOUSE), *made.findings[4:])
    return replace(made, findings=(*made.findings[:3], *silenced))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_places_of_a_group_stand_below_one_another(
    desk: Desk, width: int, scheme: Literal["light", "dark"]
) -> None:
    opened = desk.open(of_eleven_places(), viewport={"width": width, "height": 740}, color_scheme=scheme)
    opened.locator(".toolbar input[value='suppressed']").check()
    opened.locator("[data-do=next]").click()
    rows = opened.locator(".card[open] .places li")
    boxes = rows.evaluate_all(
        """all => all.map((row) => {
          const box = row.getBoundingClientRect(), range = document.createRange();
          range.selectNodeContents(row);
          const texts = [...range.getClientRects()];
          return [box.top, box.bottom, box.left, box.right, Math.min(...texts.map((t) => t.top)),
            Math.max(...texts.map((t) => t.bottom)), Math.min(...texts.map((t) => t.left)),
            Math.max(...texts.map((t) => t.right))];
        })"""
    )
    assert len(boxes) == 11
    for above, below in pairwise(boxes):
        assert above[1] <= below[0] + 0.5, "no row lies over the next"
    for top, bottom, left, right, *text in boxes:
        assert top - 0.5 <= text[0]
        assert text[1] <= bottom + 0.5, "no text runs out of its row"
        assert left - 0.5 <= text[2]
        assert text[3] <= right + 0.5


def test_the_place_that_is_stepped_to_is_in_view_among_the_others(desk: Desk) -> None:
    opened = desk.open(of_eleven_places())
    for _ in range(9):
        opened.keyboard.press("n")
    here = opened.locator(".places li.current")
    inside, frame = here.bounding_box(), opened.locator(".card[open] .places").bounding_box()
    assert here.locator(".label").inner_text() == "1j", "the one that is suppressed is passed over"
    assert inside
    assert frame
    assert frame["y"] <= inside["y"]
    assert inside["y"] + inside["height"] <= frame["y"] + frame["height"]


# --- filters


def off(opened: Page, value: str) -> None:
    opened.locator(f".toolbar input[value='{value}']").uncheck()


def test_an_unchecked_severity_is_gone_from_list_map_and_text_but_its_words_stay(one: Page) -> None:
    mark = one.locator("mark[data-f='finding-f2']").first
    off(one, "critical")
    assert not one.locator(".card", has_text="“12” became “21”.").is_visible()
    assert not one.locator("a.ref[href='#finding-f2']").first.is_visible()
    assert not one.locator(".minimap path.critical").first.is_visible()
    assert one.locator(".side.original .headline", has_text="sails again after").inner_text().count("12") == 1
    assert mark.evaluate("e => getComputedStyle(e).display") == "contents"
    assert one.locator("mark[data-f='finding-f4']").first.evaluate("e => getComputedStyle(e).display") == "inline"


def test_a_mixed_group_stays_until_all_its_places_are_hidden(one: Page) -> None:
    group = one.locator(".card", has_text="“Ferry” became “Barge”.")
    off(one, "critical")
    assert group.is_visible()
    off(one, "major")
    assert not group.is_visible()


def test_a_category_is_filtered_and_counted(one: Page) -> None:
    one.keyboard.press("c")
    off(one, "omission")
    assert one.locator(".position").inner_text() == "5 of 7 shown"
    assert one.locator(".menu .some").inner_text() == "4 of 5"
    assert not one.locator(".card.c-omission").first.is_visible()
    one.get_by_role("button", name="None").click()
    assert not one.locator(".card:visible").count()
    one.get_by_role("button", name="All", exact=True).first.click()
    assert one.locator(".card:visible").count() == 6


def test_steps_pass_over_what_is_hidden(one: Page) -> None:
    one.keyboard.press("1")
    seen = set()
    for _ in range(7):
        one.keyboard.press("n")
        seen.add(current(one))
    assert not seen & {"finding-f1", "finding-f2"}
    assert len(seen) == 5


def test_words_of_two_findings_keep_the_mark_of_the_one_that_is_shown(desk: Desk) -> None:
    made = sample.audit()
    second = replace(made.findings[1], id="also", severity=Severity.MINOR, category=Category.TERM)
    opened = desk.open(replace(made, findings=(*made.findings, second)))
    words = opened.locator(".side.copy mark", has_text="21").last
    assert words.evaluate("e => e.classList.contains('critical')")
    off(opened, "critical")
    shown = opened.locator(".side.copy mark.minor", has_text="21")
    assert shown.evaluate("e => getComputedStyle(e).display") == "inline"
    assert shown.evaluate(GROUND) != "rgba(0, 0, 0, 0)"


def test_only_passages_with_shown_findings_remain(one: Page) -> None:
    one.keyboard.press("o")
    assert not one.get_by_text("Nobody was hurt.").first.is_visible()
    assert one.locator(".passage", has_text="The port opens").is_visible()
    off(one, "neutral")
    assert not one.locator(".passage", has_text="The port opens").is_visible()


def test_harmless_differences_can_be_silenced(one: Page) -> None:
    line = "e => getComputedStyle(e).textDecorationLine"
    quiet = one.locator(".side .harmless").first
    assert "underline" in quiet.evaluate(line)
    one.keyboard.press("h")
    assert quiet.evaluate(line) == "none"


# --- links


def test_a_deep_link_opens_its_finding(desk: Desk) -> None:
    html = page(sample.only(long_article.long_audit(80)))
    opened = desk.open_html(html, "#finding-f200")
    opened.wait_for_selector(".card[open]")
    assert opened.locator(".card[open] #finding-f200").is_visible()
    assert opened.locator("mark.lit").count() == 2
    assert 0 < opened.locator("mark.lit").first.evaluate(TOP) < 800


def test_the_address_follows_and_back_returns(one: Page) -> None:
    one.locator(".top a").nth(0).click()
    one.locator(".top a").nth(1).click()
    assert current(one) == "finding-f2"
    one.go_back()
    assert current(one) == "finding-f1"
    assert one.locator(".card[open] .label").first.inner_text() == "1"


def test_the_map_leads_to_the_passage(desk: Desk) -> None:
    opened = desk.open(long_article.long_audit(120))
    last = opened.locator(".minimap a").last
    href = last.get_attribute("href") or ""
    last.locator("rect").click()
    assert 0 < opened.locator(href).evaluate(TOP) < 800


def test_moved_words_and_sentences_lead_to_each_other(desk: Desk) -> None:
    swap = sample.Edit("quickly", "quickly", "word-order", kind=DifferenceKind.MOVED)
    plain = [sample.Bit((f"Line {n} stays here.",), (f"Line {n} stays here.",)) for n in range(30)]
    moved = sample.Bit(("It quickly sank.",), ("It sank quickly.",), (swap,), moved=True)
    made = sample.audit((*plain[:3], moved, *plain[3:]))
    opened = desk.open(made)
    there, back = opened.locator(".side.original .swap"), opened.locator(".side.copy .swap")
    assert there.get_attribute("href") == f"#{back.get_attribute('id')}"
    assert back.get_attribute("href") == f"#{there.get_attribute('id')}"
    opened.get_by_role("link", name="stands elsewhere in the original").click()
    assert opened.locator(".departed:target").count() == 1
    opened.get_by_role("link", name="stands elsewhere in the copy").click()
    assert opened.locator(".passage:target").inner_text().count("It sank") == 1


# --- copying


@pytest.mark.parametrize("key", ["y", "m"])
def test_a_finding_is_copied_as_text_and_as_markdown(desk: Desk, key: str) -> None:
    opened = desk.open(sample.audit(), permissions=["clipboard-read", "clipboard-write"])
    opened.keyboard.press("n")
    opened.keyboard.press("n")
    opened.keyboard.press(key)
    opened.get_by_text("Copied.").wait_for()
    text = opened.evaluate("navigator.clipboard.readText()")
    assert "“12” became “21”." in text
    assert "Ferry sails again after 12 days" in text
    assert "Barge sails again after 21 days" in text
    assert "number-changed" in text
    assert ("**" in text) == (key == "m")
    assert str(desk.folder) not in text


def test_markup_in_an_article_is_copied_as_dead_markdown(desk: Desk) -> None:
    bit = sample.Bit(
        ("Press <b>*here*</b> now.",),
        ("Press <b>*there*</b> now.",),
        (sample.Edit("here", "there", "phrase-changed", Severity.MAJOR),),
    )
    opened = desk.open(sample.audit((bit,)), permissions=["clipboard-read", "clipboard-write"])
    opened.keyboard.press("n")
    opened.get_by_role("button", name="Copy as Markdown").click()
    opened.get_by_text("Copied.").wait_for()
    assert r"Press \<b\>\*there\*\</b\> now." in opened.evaluate("navigator.clipboard.readText()")


# --- screens and paper


def test_dark_is_dark(desk: Desk) -> None:
    dark, light = (desk.open(sample.audit(), color_scheme=scheme) for scheme in ("dark", "light"))

    def brightness(opened: Page) -> int:
        return sum(map(int, re.findall(r"\d+", opened.locator("body").evaluate(GROUND))[:3]))

    assert brightness(dark) < 150
    assert brightness(light) > 600


def test_original_and_copy_stand_side_by_side_and_the_findings_beside_them(one: Page) -> None:
    original, copy, panel = (one.locator(s).first.bounding_box() for s in (".original", ".side.copy", ".panel"))
    assert original
    assert copy
    assert panel
    assert original["y"] == copy["y"]
    assert original["x"] + original["width"] <= copy["x"]
    assert copy["x"] + copy["width"] <= panel["x"]


@pytest.mark.parametrize("width", [320, 360, 1000])
@pytest.mark.parametrize("which", [sample.audit, sample.lone, lambda: long_article.hostile_audit(8000, 9)])
def test_nothing_scrolls_sideways_and_the_card_comes_up_from_below(
    desk: Desk, width: int, which: Callable[[], Audit]
) -> None:
    opened = desk.open(which(), viewport={"width": width, "height": 740})
    assert opened.evaluate("document.documentElement.scrollWidth") <= width
    assert not opened.locator(".panel").is_visible()
    opened.locator("[data-do=next]").click()
    card = opened.locator(".card[open]").bounding_box()
    mark = opened.locator("mark.lit").first.bounding_box()
    assert card
    assert mark
    assert card["y"] > 740 / 2 > mark["y"] >= 0
    opened.get_by_role("button", name="All", exact=True).last.click()
    assert opened.locator(".card:visible").count() == opened.locator(".card").count()
    opened.get_by_role("button", name="Close the finding").click()
    assert not opened.locator(".panel").is_visible()


def test_a_phone_has_the_original_above_the_copy(desk: Desk) -> None:
    opened = desk.open(sample.audit(), viewport={"width": 360, "height": 740})
    original, copy = (opened.locator(f".passage .{side}").first.bounding_box() for side in ("original", "copy"))
    assert original
    assert copy
    assert original["y"] + original["height"] <= copy["y"]


def test_right_to_left_and_unspaced_scripts_keep_their_place(desk: Desk) -> None:
    arabic = sample.Bit(("أبحرت العبارة في الساعة 12 ظهرا.",), ("أبحرت العبارة في الساعة 21 ظهرا.",),
                        (sample.Edit("12", "21", "number-changed", Severity.CRITICAL, Category.NUMBER),))  # fmt: skip
    chinese = sample.Bit(("渡轮在十二点起航。" * 40,), ("渡轮在十二点起航。" * 40,))
    opened = desk.open(sample.audit((arabic, chinese)), viewport={"width": 360, "height": 740})
    assert opened.evaluate("document.documentElement.scrollWidth") <= 360
    line = opened.locator(".side.copy p").first
    assert line.evaluate("e => getComputedStyle(e).direction") == "rtl"
    assert opened.locator("mark").first.inner_text() == "12"


def test_on_paper_stand_verdict_both_texts_and_every_finding(desk: Desk) -> None:
    opened = desk.open(sample.audit())
    opened.emulate_media(media="print")
    assert not opened.locator(".toolbar").is_visible()
    assert not opened.locator(".minimap").is_visible()
    assert opened.locator("h1").is_visible()
    heights = opened.locator(".card .why").evaluate_all("all => all.map(e => e.getBoundingClientRect().height)")
    assert len(heights) == 6
    assert min(heights) > 0
    pdf = opened.pdf(format="A4")
    assert pdf.startswith(b"%PDF")
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 4


# --- without a script


def test_without_scripts_findings_filters_and_links_work_and_dead_buttons_are_not_shown(desk: Desk) -> None:
    opened = desk.open(sample.audit(), java_script_enabled=False)
    assert not opened.locator("button:visible").count()
    off(opened, "critical")
    assert not opened.locator(".card", has_text="“12” became “21”.").is_visible()
    opened.locator(".toolbar input[value='only']").check()
    assert not opened.get_by_text("Nobody was hurt.").first.is_visible()
    opened.locator(".side.copy a.ref:visible").first.click()
    assert opened.locator(".card[open] .why").is_visible()
    opened.locator(".card[open] .links a").first.click()
    assert opened.locator("mark:target").count() == 1
    opened.get_by_text("Both texts in full").click()
    assert opened.locator(".prose").nth(1).inner_text() == sample.audit().copy.text


# --- one file for a run


def test_one_file_shows_the_overview_or_the_audit_that_is_asked_for(desk: Desk) -> None:
    html = page(sample.run())
    opened = desk.open_html(html)
    assert opened.locator("#copies").is_visible()
    assert not opened.locator(".audit:visible").count()
    opened.locator("#copies a").first.click()
    assert opened.locator(".audit:visible").count() == 1
    assert not opened.locator("#copies").is_visible()
    opened.keyboard.press("n")
    assert current(opened) == "audit-0001-finding-f1"
    assert opened.locator("#audit-0001 .card[open]").count() == 1
    opened.get_by_role("link", name="All copies").first.click()
    assert opened.locator("#copies").is_visible()
    deep = desk.open_html(html, "#audit-0002-finding-r1")
    deep.wait_for_selector("#audit-0002 .card[open]")
    assert deep.locator(".audit:visible").count() == 1


# --- accessibility


@pytest.mark.parametrize(
    ("what", "scheme", "width"),
    [
        *((what, scheme, width) for what in ("audit", "run") for scheme in ("light", "dark") for width in (1280, 360)),
        ("lone", "dark", 1280),
        ("long", "light", 1000),
        ("long", "dark", 1280),
        ("empty", "light", 360),
    ],
)
def test_axe_finds_nothing(desk: Desk, what: str, scheme: str, width: int) -> None:
    runs: dict[str, Callable[[], Run]] = {
        "audit": lambda: sample.only(sample.audit()),
        "lone": lambda: sample.only(sample.lone()),
        "long": lambda: sample.only(long_article.long_audit(40)),
        "run": sample.run,
        "empty": lambda: replace(sample.run(), audits=()),
    }
    opened = desk.open_html(page(runs[what]()), color_scheme=scheme, viewport={"width": width, "height": 800})
    found = list(violations(opened))
    opened.evaluate("for (const d of document.querySelectorAll('details:not(.card)')) d.open = true")
    opened.keyboard.press("n")
    found += violations(opened)
    opened.keyboard.press("?")
    found += violations(opened)
    assert found == []


def violations(opened: Page) -> list[str]:
    from axe_playwright_python.sync_playwright import Axe

    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    found = Axe().run(opened, options=rules).response["violations"]
    return [f"{v['id']}: {v['nodes'][0]['target']} {v['nodes'][0]['failureSummary']}" for v in found]


def test_everything_that_can_be_clicked_can_be_reached_by_tab(one: Page) -> None:
    reached = set()
    for _ in range(200):
        one.keyboard.press("Tab")
        reached.add(one.evaluate("document.activeElement.outerHTML.slice(0, 90)"))
    wanted = one.evaluate(
        "[...document.querySelectorAll('main :is(a[href], button, summary, input)')]"
        ".filter(e => e.checkVisibility({contentVisibilityAuto: false}) && !e.closest('[aria-hidden]'))"
        ".map(e => e.outerHTML.slice(0, 90))"
    )
    assert set(wanted) <= reached


# --- attacks


def test_a_hostile_article_owns_nothing_however_large(desk: Desk) -> None:
    made = long_article.hostile_audit(5_000_000, 3000)
    opened = desk.open(made)
    opened.wait_for_load_state("load")
    for key in "nnphoy":
        opened.keyboard.press(key)
    assert "owned" not in opened.evaluate("document.title.replace(/<[^]*>/g, '')")
    assert opened.locator("img, iframe, object, embed, main script, main style, main svg[onload]").count() == 0
    assert opened.locator("[onerror], [onload], a[href^='javascript'], a[href^='data']").count() == 0
    assert not re.search("[\u202e\u2066\u200b]", opened.locator(".passage").first.inner_text())
    assert opened.locator("mark").count() >= 3000
    assert opened.locator(".position").inner_text() == "1 of 3000"


def test_five_megabytes_in_one_paragraph_open_too(desk: Desk) -> None:
    opened = desk.open(long_article.hostile_audit(5_000_000, 3000, paragraphs=False))
    opened.keyboard.press("n")
    assert opened.locator("mark.lit").count() == 1


def test_a_site_keeps_the_way_back(desk: Desk, tmp_path: Path) -> None:
    write_site(sample.run(), tmp_path / "site")
    opened = desk.open_html((tmp_path / "site" / "audit-0001-barge-sails-again.html").read_text("utf-8"))
    assert opened.get_by_role("link", name="All copies").get_attribute("href") == "index.html"
