"""The report in a real browser, from a file: nothing is blocked, its controls work, it fits a phone."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mtaudit.render.html import page, write_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, FloatRect, Page

    from mtaudit.records import Run

pytestmark = pytest.mark.browser


@pytest.fixture
def complaints() -> list[str]:
    """What the browser complains of while a test runs, blocked content included; must stay empty."""
    return []


@pytest.fixture
def report(browser: Browser, sample_run: Run, tmp_path: Path, complaints: list[str]) -> Iterator[Page]:
    """A page beside which the files `one.html` (a single audit) and `index.html` (the site) lie."""
    one = replace(sample_run, audits=sample_run.audits[:1], unmatched=(), failures=())
    (tmp_path / "one.html").write_bytes(page(one).encode())
    write_site(sample_run, tmp_path)
    opened = browser.new_page(viewport={"width": 1280, "height": 800})
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("request", lambda request: None if request.url.startswith("file:") else complaints.append(request.url))
    opened.goto((tmp_path / "one.html").as_uri())
    yield opened
    opened.close()
    assert complaints == []


def open_site(report: Page, tmp_path: Path, name: str = "index.html") -> None:
    report.goto((tmp_path / name).as_uri())


def test_an_unchecked_severity_disappears_from_cards_and_text(report: Page) -> None:
    card, mark = report.locator("#finding-f2"), report.locator("mark[data-f='finding-f2']").first
    ground = "e => getComputedStyle(e).backgroundColor"
    marked = mark.evaluate(ground)
    assert card.is_visible()
    report.uncheck("#show-critical")
    assert not card.is_visible()
    assert mark.is_visible()
    assert mark.evaluate(ground) != marked
    assert report.locator("#finding-f4").is_visible()


def test_the_next_key_steps_from_finding_to_finding_and_round(report: Page) -> None:
    seen = []
    for _ in range(report.locator(".card:not(.echo)").count() + 1):
        report.keyboard.press("n")
        seen.append(report.evaluate("document.activeElement.id"))
    assert seen[0] == seen[-1] == "finding-f1"
    assert len(set(seen)) == len(seen) - 1
    assert report.url.endswith("#finding-f1")
    report.keyboard.press("p")
    assert report.evaluate("document.activeElement.id") == seen[-2]


def test_the_next_key_passes_over_hidden_findings(report: Page) -> None:
    report.uncheck("#show-critical")
    report.keyboard.press("n")
    assert report.evaluate("document.activeElement.classList.contains('critical')") is False


def test_a_step_lights_the_words_of_the_finding_on_both_sides(report: Page) -> None:
    report.keyboard.press("n")
    assert report.locator("mark.lit").all_inner_texts() == ["Ferry", "Barge"]


def test_harmless_differences_and_silent_passages_can_be_hidden(report: Page) -> None:
    quiet = report.locator(".side .harmless").first
    assert "underline" in quiet.evaluate("e => getComputedStyle(e).textDecorationLine")
    report.keyboard.press("h")
    assert quiet.evaluate("e => getComputedStyle(e).textDecorationLine") == "none"
    report.check("#only-findings")
    assert not report.get_by_text("Nobody was hurt.").first.is_visible()


def test_the_keys_are_explained(report: Page) -> None:
    report.keyboard.press("?")
    assert report.locator("#help").is_visible()
    report.keyboard.press("Escape")
    assert not report.locator("#help").is_visible()


def test_without_scripts_the_filter_works_and_dead_buttons_are_not_shown(browser: Browser, report: Page) -> None:
    silent = browser.new_context(java_script_enabled=False)
    opened = silent.new_page()
    opened.goto(report.url)
    opened.uncheck("#show-critical")
    assert not opened.locator("#finding-f2").is_visible()
    assert not opened.locator("#next").is_visible()
    silent.close()


def test_original_and_copy_stand_side_by_side(report: Page) -> None:
    original, copy = sides(report)
    assert original["y"] == copy["y"]
    assert original["x"] + original["width"] <= copy["x"]


@pytest.mark.parametrize("name", ["one.html", "index.html"])
def test_a_phone_stacks_the_columns_and_never_scrolls_sideways(report: Page, tmp_path: Path, name: str) -> None:
    report.set_viewport_size({"width": 360, "height": 740})
    open_site(report, tmp_path, name)
    assert report.evaluate("document.documentElement.scrollWidth") <= 360
    if name == "one.html":
        original, copy = sides(report)
        assert original["y"] + original["height"] <= copy["y"]


def sides(report: Page) -> list[FloatRect]:
    boxes = [report.locator(f".passage .{side}").first.bounding_box() for side in ("original", "copy")]
    return [box for box in boxes if box]


def test_the_overview_is_sorted_and_searched(report: Page, tmp_path: Path) -> None:
    open_site(report, tmp_path)
    titles = report.locator("#copies tbody th a")
    assert titles.all_inner_texts() == ["Barge sails again", "lone"]
    header = report.get_by_role("button", name="Copy")
    header.click()
    header.click()
    assert titles.all_inner_texts() == ["lone", "Barge sails again"]
    assert report.locator("#copies [aria-sort]").get_attribute("aria-sort") == "descending"
    report.get_by_role("button", name="Fidelity").click()
    assert titles.all_inner_texts() == ["Barge sails again", "lone"]
    report.fill("#search", "BARGE example")
    assert report.locator("#copies tbody tr:visible").count() == 1
    report.fill("#search", "nothing has this")
    assert report.locator("#copies tbody tr:visible").count() == 0


def test_the_overview_leads_to_the_audit_and_back(report: Page, tmp_path: Path) -> None:
    open_site(report, tmp_path)
    report.locator("#copies a").first.click()
    assert report.locator(".audit h1").is_visible()
    report.get_by_role("link", name="All copies").click()
    assert report.url.endswith("index.html")
