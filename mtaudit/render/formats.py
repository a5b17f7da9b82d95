"""All formats, by the names that commands and settings know: what a renderer looks like, and where each lies."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from mtaudit.records.rulings import Checked


class Renderer(Protocol):
    """Turns a run, with what the gate has to say of it, into the text of one file.

    An implementation is a frozen dataclass that can be made without arguments; its fields are its options. Same run,
    same options, same text: no clock, no environment.
    """

    def __call__(self, checked: Checked) -> str:
        """The whole file; nothing where there is nothing to say and the format allows it."""
        ...


def _lazy(module: str, name: str, **fixed: object) -> Callable[..., Renderer]:
    """Makes the renderer of this name, whose file is opened only then; it takes the renderer's options."""

    def made(**options: object) -> Renderer:
        renderer: Renderer = getattr(import_module(f"mtaudit.render.{module}"), name)(**fixed, **options)
        return renderer

    return made


REPORT: Mapping[str, Callable[..., Renderer]] = {
    "text": _lazy("terminal", "Terminal"),
    "json": _lazy("json", "Json"),
    "html": _lazy("html", "Html"),
    "markdown": _lazy("markdown", "Markdown"),
    "csv": _lazy("csv", "Csv", gate=False),
}
"""What `mtaudit compare --format` knows, in the order of the help: all that is known of the copies, gate or no gate."""

GATE: Mapping[str, Callable[..., Renderer]] = {
    "text": _lazy("gate.text", "Text"),
    "json": _lazy("gate.json", "Json"),
    "jsonl": _lazy("gate.jsonl", "Jsonl"),
    "sarif": _lazy("gate.sarif", "Sarif"),
    "junit": _lazy("gate.junit", "Junit"),
    "github": _lazy("gate.github", "Github"),
    "gitlab": _lazy("gate.gitlab", "Gitlab"),
    "checkstyle": _lazy("gate.checkstyle", "Checkstyle"),
    "markdown": _lazy("gate.markdown", "Markdown"),
    "csv": _lazy("csv", "Csv"),
}
"""What `mtaudit check --format` and `--output FORMAT=FILE` know: what the gate says, and why."""
