"""`mtaudit explain`: a page of the manual."""

from __future__ import annotations

import click

from mtaudit.cli.completing import names
from mtaudit.cli.output import on_terminal


class TellsTopics(click.Command):
    """A command whose help lists the manual's topics."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The topics, each with the sentence that it begins with."""
        from mtaudit import manual

        with formatter.section("Topics"):
            formatter.write_dl([(name, told.replace("`", "")) for name, told in manual.topic_summaries().items()])


@click.command(cls=TellsTopics)
@click.argument("name", shell_complete=names)
def explain(name: str) -> int:
    """Show the manual page of NAME.

    NAME is a detector, an equivalence, or one of the topics below; `mtaudit detectors` lists the others. Exits with 2
    when there is no such name.
    """
    from mtaudit import manual

    page = manual.topics().get(name) or _page(name)
    if on_terminal():
        from rich.console import Console
        from rich.markdown import Markdown

        Console().print(Markdown(page))
    else:
        click.echo(page, nl=False)
    return 0


def _page(name: str) -> str:
    """The page of a plug-in. Raises UnknownName."""
    from mtaudit import manual, registry
    from mtaudit.errors import UnknownName, allowed
    from mtaudit.renamed import current

    name = current(name)
    detectors, equivalences = registry.detectors(), registry.equivalences()
    known = {entry.name for entry in (*detectors, *equivalences)}
    if name not in known:
        raise UnknownName(f"{name}: no such name; {allowed(name, known | set(manual.topic_names()))}")
    return manual.pages([d for d in detectors if d.name == name], [e for e in equivalences if e.name == name])[name]
