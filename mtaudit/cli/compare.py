"""`mtaudit compare`: one copy against its original."""

from __future__ import annotations

from pathlib import Path

import click

from mtaudit.cli.output import FORMATS, on_terminal, rendered, saved, tell_engine


@click.command
@click.argument("original", type=click.Path(path_type=Path))
@click.argument("copy", type=click.Path(path_type=Path))
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True, help="What to print."
)
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help="Write there, not to standard output.")
def compare(original: Path, copy: Path, format_: str, output: Path | None) -> int:
    """Compare a COPY with its ORIGINAL.

    Shows what changed in meaning, and how badly. Both are files of plain text. Exits with 2 when one cannot be read.
    """
    import mtaudit
    from mtaudit.records import Run

    run = Run(audits=(mtaudit.compare(original, copy),), unmatched=(), failures=(), signature=mtaudit.signature())
    tell_engine()
    text = rendered(run, format_, on_terminal=on_terminal() and output is None)
    if output:
        saved(text, output)
    else:
        click.echo(text, nl=False)
    return 0
