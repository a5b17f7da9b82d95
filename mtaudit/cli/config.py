"""`mtaudit config`: the settings in force."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mtaudit.cli.options import chosen_settings, config_options, format_option

if TYPE_CHECKING:
    from mtaudit.config import Settings

EXAMPLES = """\b
Examples:
  mtaudit config
  mtaudit config --profile wire
  mtaudit config --schema > mtaudit.schema.json
"""


@click.command(epilog=EXAMPLES)
@config_options
@format_option
@click.option("--schema", is_flag=True, help="Print the JSON schema of mtaudit.toml instead, for editors.")
def config(config: Path | None, no_config: bool, profile: str | None, format_: str, schema: bool) -> int:
    """Show the settings in force, and where each came from.

    Settings stand in mtaudit.toml, or in the table tool.mtaudit of pyproject.toml, in this folder or the nearest one
    above; `mtaudit explain config` tells what they may be. Exits with 2 where the file makes no sense.
    """
    if schema:
        from mtaudit.config.schema import text

        click.echo(text(), nl=False)
        return 0
    settings = chosen_settings(config, no_config, profile)
    click.echo(_as_json(settings) if format_ == "json" else "\n".join(_as_text(settings)))
    return 0


def _as_text(settings: Settings) -> Iterator[str]:
    """TOML, with the origin of each value behind it."""
    yield f"# {', '.join(settings.files) or 'no file of settings: all is as by default'}"
    shown = [
        (f"{v.name} = {_toml(v.value)}" if v.value is not None else f"# {v.name}: none", v) for v in _values(settings)
    ]
    wide = min(60, max(len(text) for text, _ in shown))
    for text, value in shown:
        yield f"{text:<{wide}}  # {value.origin}"
    for s in settings.suppressions:
        yield f"\n[[suppress]]  # {s.origin}"
        yield from (f"{name} = {_toml(value)}" for name, value in _said(s))


def _as_json(settings: Settings) -> str:
    made = {
        "files": list(settings.files),
        "values": [{"key": v.name, "value": v.value, "origin": v.origin} for v in _values(settings)],
        "suppressions": [{**dict(_said(s)), "origin": s.origin} for s in settings.suppressions],
    }
    return json.dumps(made, indent=1, ensure_ascii=False, default=str)


def _values(settings: Settings) -> list[Any]:
    """Plain values first, as they are listed by default, then tables by name."""
    return sorted(settings.values.values(), key=lambda v: (len(v.key) > 1, v.key if len(v.key) > 1 else ()))


def _said(suppression: Any) -> list[tuple[str, Any]]:
    from dataclasses import fields

    named = ((f.name, getattr(suppression, f.name)) for f in fields(suppression) if f.name != "origin")
    return [(name, value) for name, value in named if value is not None]


def _toml(value: object) -> str:
    """A value as TOML writes it: as JSON does, but for dates."""
    from datetime import date

    return value.isoformat() if isinstance(value, date) else json.dumps(value, ensure_ascii=False)
