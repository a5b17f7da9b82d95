"""`mtaudit explain`: a page of the manual."""

from __future__ import annotations

import click

from mtaudit.cli.output import on_terminal


@click.command
@click.argument("name")
def explain(name: str) -> int:
    """Show the manual page of NAME.

    NAME is a detector, an equivalence, or a topic such as "severity"; `mtaudit detectors` lists them. Exits with 2 when
    there is no such name.
    """
    from mtaudit import manual, registry

    detectors, equivalences = registry.detectors(), registry.equivalences()
    page = manual.topics().get(name)
    if page is None:
        found = registry.find(name, [*detectors, *equivalences])
        page = manual.pages([d for d in detectors if d is found], [e for e in equivalences if e is found])[found.name]
    if on_terminal():
        from rich.console import Console
        from rich.markdown import Markdown

        Console().print(Markdown(page))
    else:
        click.echo(page, nl=False)
    return 0
