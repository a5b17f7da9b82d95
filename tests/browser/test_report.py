"""The run's overview in a real browser, from a file: nothing is blocked, its controls work, it fits a phone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mtaudit.render.html import write_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from mtaudit.records import Run

pytestmark = pytest.mark.browser


@pytest.fixture
def complaints() -> list[str]:
    """What the browser complains of while a test runs, blocked content included; must stay empty."""
    return []


@pytest.fixture
def report(browser: Browser, sample_run: Run, tmp_path: Path, complaints: list[str]) -> Iterator[Page]:
    """The site's `index.html`, with its pages beside it."""
    write_site(sample_run, tmp_path)
    opened = browser.new_page(viewport={"width": 1280, "height": 800})
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("request", lambda request: None if request.url.startswith("file:") else complaints.append(request.url))
    opened.goto((tmp_path / "index.html").as_uri())
    yield opened
    opened.close()
    assert complaints == []


def open_site(report: Page, tmp_path: Path, name: str = "index.html") -> None:
    report.goto((tmp_path / name).as_uri())


def test_a_phone_never_scrolls_sideways(report: Page, tmp_path: Path) -> None:
    report.set_viewport_size({"width": 360, "height": 740})
    open_site(report, tmp_path)
    assert report.evaluate("document.documentElement.scrollWidth") <= 360


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
