"""Where the pages of the report are opened in a browser."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import test_render_sample as sample

from mtaudit.records import Audit
from mtaudit.render.html import page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@dataclass
class Desk:
    """Opens audits and remembers what the browser complained of."""

    browser: Browser
    folder: Path
    complaints: list[str]

    def open(self, made: Audit, **context: Any) -> Page:
        """The audit as a page of its own, from a file."""
        return self.open_html(page(sample.only(made)), **context)

    def open_html(self, html: str, hash_: str = "", **context: Any) -> Page:
        """A page of the report, from a file."""
        path = self.folder / "page.html"
        path.write_bytes(html.encode())
        context.setdefault("viewport", {"width": 1280, "height": 800})
        opened = self.browser.new_context(**context).new_page()
        opened.on("console", lambda message: self.complaints.append(message.text))
        opened.on("pageerror", lambda error: self.complaints.append(str(error)))
        opened.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        opened.on("request", lambda r: None if r.url.startswith("file:") else self.complaints.append(r.url))
        opened.goto(path.as_uri() + hash_)
        return opened
