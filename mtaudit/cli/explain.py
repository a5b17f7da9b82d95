"""`mtaudit explain`: the manual page of a detector or an equivalence."""

from __future__ import annotations

import click

from mtaudit.cli.output import on_terminal


@click.command
@click.argument("name")
def explain(name: str) -> int:
    """Show the manual page of NAME.

    NAME is a detector or an equivalence; `mtaudit detectors` lists them. Exits with 2 when there is no such name.
    """
    from mtaudit import manual, registry

    detectors, equivalences = registry.detectors(), registry.equivalences()
    known = registry.find(name, [*detectors, *equivalences])
    page = manual.pages(detectors, equivalences)[known.name]
    if on_terminal():
        from rich.console import Console
        from rich.markdown import Markdown

        Console().print(Markdown(page))
    else:
        click.echo(page, nl=False)
    return 0
