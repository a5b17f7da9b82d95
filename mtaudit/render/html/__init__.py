"""The HTML report: self-contained pages that load nothing and trust no article.

Style and script stand in the page and are named by hash in its Content-Security-Policy, so that nothing
an article brings along can run; all text is escaped, and characters that hide or reorder are shown.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from mtaudit.records import Run
from mtaudit.render.html.overview import RunView, run_view
from mtaudit.render.html.view import AuditView, audit_view
from mtaudit.render.json import Json
from mtaudit.render.reading.text import slug, visible

_FOREMOST = 8
"""Findings that an editor sees before all else; the rest is one click away."""

_LONG = 12
"""Passages from which on a browser should lay out only those in view."""


@dataclass(frozen=True, slots=True)
class Html:
    """The run as one self-contained page."""

    def __call__(self, run: Run) -> str:
        """The whole page."""
        return page(run)


def page(run: Run) -> str:
    """One self-contained page: a single audit as it is, several under their overview."""
    if len(run.audits) == 1 and not run.unmatched and not run.failures:
        return _render(None, [audit_view(run.audits[0], "audit-0001")])
    anchors = [f"audit-{number:04}" for number in range(1, len(run.audits) + 1)]
    views = [audit_view(audit, anchor, f"{anchor}-") for audit, anchor in zip(run.audits, anchors, strict=True)]
    return _render(run_view(run, [f"#{anchor}" for anchor in anchors]), views)


def write_site(run: Run, folder: Path, numbers: Sequence[int] = ()) -> None:
    """Write `index.html`, a page per copy and `report.json` into the folder, which is made if need be.

    `numbers`, one for each audit, are those that the pages are named by, if not 1, 2, 3. Pages of an earlier site that
    this one has not are removed.

    Raises OSError where the folder cannot be written.
    """
    numbered = zip(numbers or range(1, len(run.audits) + 1), run.audits, strict=True)
    names = [f"audit-{number:04}-{slug(audit.copy.title or audit.copy.id)}.html" for number, audit in numbered]
    pages = (_render(None, [audit_view(audit, "audit")], home="index.html") for audit in run.audits)
    _write_run(run, folder, zip(names, pages, strict=True))
    _write(folder / "index.html", _render(run_view(run, names), [], data="report.json"))


def write_single(run: Run, folder: Path) -> None:
    """Write the whole run as one self-contained `index.html`, with `report.json` beside it, as `write_site` does."""
    _write_run(run, folder, ())
    _write(folder / "index.html", page(run))


def _write_run(run: Run, folder: Path, pages: Iterable[tuple[str, str]]) -> None:
    """What a site has beside its index; the pages of an earlier one are removed."""
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "report.json", Json()(run))
    names = set()
    for name, text in pages:
        names.add(name)
        _write(folder / name, text)
    for old in folder.glob("audit-[0-9][0-9][0-9][0-9]*-*.html"):
        if old.name not in names:
            old.unlink()


def _write(path: Path, text: str) -> None:
    path.write_bytes(text.encode())


def _render(
    run: RunView | None,
    views: Sequence[AuditView],
    *,
    home: str | None = None,
    data: str | None = None,
) -> str:
    template = _environment().get_template("page.html.j2")
    return template.render(run=run, audits=views, home=home, data=data)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("mtaudit.render.html"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_show,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    css, js = (files(__package__).joinpath("static", name).read_text("utf-8") for name in ("report.css", "report.js"))
    environment.globals.update(most=_FOREMOST, long=_LONG)
    environment.globals.update(css=Markup(css), js=Markup(js), css_hash=_hash(css), js_hash=_hash(js))
    return environment


def _show(value: object) -> object:
    """Applied by jinja2 to every value a template prints: no character of an article stays unseen."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _hash(text: str) -> str:
    """As Content-Security-Policy level 3 names an inline style or script."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
