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
        page = manual.pages(detectors, equivalences)[registry.find(name, [*detectors, *equivalences]).name]
    if on_terminal():
        from rich.console import Console
        from rich.markdown import Markdown

        Console().print(Markdown(page))
    else:
        click.echo(page, nl=False)
    return 0
