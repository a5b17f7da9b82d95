"""The gate's renderers: one file per format, named after it, opened only when it is asked for."""

from __future__ import annotations

from importlib import import_module

from mtaudit.render.base import GateRenderer

FORMATS = ("text", "json")
"""What `mtaudit check --format` and `--output FORMAT=FILE` know, in the order of the help; each is the frozen dataclass
of this name in the file of this name, which can be made without arguments."""


def renderer(format_: str) -> GateRenderer:
    """That of one of `FORMATS`, with its options as they are by default."""
    made: GateRenderer = getattr(import_module(f"{__name__}.{format_}"), format_.capitalize())()
    return made
