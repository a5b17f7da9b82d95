"""`mtaudit detectors`: what mtaudit looks for, and what it holds to be harmless."""

from __future__ import annotations

import json

import click

from mtaudit.cli.options import format_option


@click.command
@format_option
def detectors(format_: str) -> int:
    """List all detectors and equivalences.

    `mtaudit explain NAME` shows the manual page of one.
    """
    from mtaudit import registry
    from mtaudit.mqm import MQM_TYPE
    from mtaudit.records import Basis

    rows = [
        {
            "name": entry.name,
            "kind": "detector",
            "basis": str(basis),
            "category": str(entry.plugin.category),
            "mqm": MQM_TYPE[entry.plugin.category],
            "summary": entry.summary,
        }
        for basis, entries in (
            (Basis.PAIR, registry.pair_detectors()),
            (Basis.COVERAGE, registry.coverage_detectors()),
            (Basis.TEXT, registry.text_detectors()),
        )
        for entry in entries
    ]
    rows += [{"name": entry.name, "kind": "equivalence", "summary": entry.summary} for entry in registry.equivalences()]
    click.echo(json.dumps(rows, indent=2, ensure_ascii=False) if format_ == "json" else _table(rows))
    for failure in registry.failures():
        click.echo(f"mtaudit: {failure.where}: {failure.why}", err=True)
    return 0


def _table(rows: list[dict[str, str]]) -> str:
    wide = max((len(row["name"]) for row in rows), default=0)
    return "\n".join(f"{row['name']:<{wide}}  {row.get('category', 'harmless'):<14}  {row['summary']}" for row in rows)
