"""The HTML report: self-contained pages that load nothing and trust no article.

Style and script stand in the page and are named by hash in its Content-Security-Policy, so that nothing
an article brings along can run; all text is escaped, and characters that hide or reorder are shown.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain, count
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from mtaudit.records import Audit, Failure, Run
from mtaudit.records.rulings import Checked
from mtaudit.render.encoding import formatted
from mtaudit.render.html.lines import CopyLine, copy_line
from mtaudit.render.html.overview import RunView, run_view
from mtaudit.render.html.view import MEANING, AuditView, audit_view
from mtaudit.render.json import Stream, report
from mtaudit.render.reading.text import slug, visible
from mtaudit.render.reading.verdict import unaudited

_FOREMOST = 8
"""Findings that an editor sees before all else; the rest is one click away."""

_LONG = 12
"""Passages from which on a browser should lay out only those in view."""


@dataclass(frozen=True, slots=True)
class Html:
    """The run as one self-contained page."""

    def __call__(self, checked: Checked) -> str:
        """The whole page."""
        return page(checked.run)


def page(run: Run) -> str:
    """One self-contained page: a single audit as it is, several under their overview."""
    if len(run.audits) == 1 and not unaudited(run) and not run.failures:
        return _render(None, [audit_view(run.audits[0], "audit-0001")])
    anchors = [f"audit-{number:04}" for number in range(1, len(run.audits) + 1)]
    views = [audit_view(audit, anchor, f"{anchor}-") for audit, anchor in zip(run.audits, anchors, strict=True)]
    lines = [copy_line(audit, f"#{anchor}") for audit, anchor in zip(run.audits, anchors, strict=True)]
    return _render(run_view(lines, run), views)


def write_site(run: Run, folder: Path) -> None:
    """Write `index.html`, a page per copy and `report.json` into the folder, which is made if need be.

    Pages of an earlier site that this one has not are removed. Raises OSError where the folder cannot be written.
    """
    Site(folder).write(enumerate(run.audits, start=1), replace(run, audits=()))


class Site:
    """A report in a folder that is written again and again: only pages that are new are made, and only what changed is
    written. Of its audits none is held longer than until the next.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: set[str] = set()

    def write(self, audits: Iterable[tuple[int, Audit | Failure]], rest: Run) -> None:
        """Writes it as `write_site` does.

        Each audit has the number that its page is named by, which no later one may have; several of one copy share
        theirs. What could not be read stands for an audit and is told behind the failures of the `rest`.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        lines: list[CopyLine] = []
        broken: list[Failure] = list(rest.failures)
        names: set[str] = set()
        part = self._folder / "report.json.part"
        with part.open("w", encoding="utf-8", newline="\n") as file:
            data = Stream(file.write, rest.signature)
            for number, audit in audits:
                if isinstance(audit, Failure):
                    broken.append(audit)
                    continue
                name = _page_name(number, audit, names)
                names.add(name)
                lines.append(copy_line(audit, name))
                data.add(audit)
                self._page(name, audit)
            data.end(rest.unmatched, broken)
        part.replace(self._folder / "report.json")
        view = run_view(lines, replace(rest, failures=tuple(broken)))
        _write(self._folder / "index.html", _render(view, [], data="report.json"))
        self._made = names
        _sweep(self._folder, names)

    def _page(self, name: str, audit: Audit) -> None:
        path = self._folder / name
        if name not in self._made or not path.exists():
            _write(path, _render(None, [audit_view(audit, "audit")], home="index.html"))


def _page_name(number: int, audit: Audit, taken: Collection[str]) -> str:
    title = slug(audit.copy.title or audit.copy.id)
    names = (f"audit-{number:04}{part}-{title}.html" for part in chain([""], (f"-{n}" for n in count(2))))
    return next(name for name in names if name not in taken)


def write_single(run: Run, folder: Path) -> None:
    """Write the whole run as one self-contained `index.html`, with `report.json` beside it, as `write_site` does."""
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "report.json", formatted(report(run)) + "\n")
    _write(folder / "index.html", page(run))
    _sweep(folder, ())


def _sweep(folder: Path, names: Collection[str]) -> None:
    """Removes the pages of an earlier site that this one has not."""
    for old in folder.glob("audit-[0-9][0-9][0-9][0-9]*-*.html"):
        if old.name not in names:
            old.unlink()


def _write(path: Path, text: str) -> None:
    """Writes a file, unless that is what it holds."""
    data = text.encode()
    if not path.is_file() or path.read_bytes() != data:
        path.write_bytes(data)


def _render(
    run: RunView | None,
    views: Sequence[AuditView],
    *,
    home: str | None = None,
    data: str | None = None,
) -> str:
    template = _environment().get_template("page.html.j2")
    css, js = (_static(kind, of_run=run is not None) for kind in ("css", "js"))
    return template.render(
        run=run, audits=views, home=home, data=data, css=css, js=js, css_hash=_hash(css), js_hash=_hash(js)
    )


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
    environment.globals.update(most=_FOREMOST, long=_LONG, interval_meaning=MEANING)
    return environment


@cache
def _static(kind: str, *, of_run: bool) -> Markup:
    """The style sheet or the script, with what only the page of a run needs."""
    folder = files(__package__) / "static"
    names = ("report", "run") if of_run else ("report",)
    return Markup("\n".join((folder / f"{name}.{kind}").read_text("utf-8") for name in names))


def _show(value: object) -> object:
    """Applied by jinja2 to every value a template prints: no character of an article stays unseen."""
    return value if isinstance(value, Markup) or not isinstance(value, str) else visible(value)


@lru_cache(maxsize=8)
def _hash(text: str) -> str:
    """As Content-Security-Policy level 3 names an inline style or script."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
