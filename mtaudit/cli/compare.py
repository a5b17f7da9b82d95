"""`mtaudit compare`: one copy against its original."""

from __future__ import annotations

from pathlib import Path

import click

from mtaudit.cli.language_model import chosen_model, model_options
from mtaudit.cli.output import FORMATS, on_terminal, rendered, saved


@click.command
@click.argument("original", type=click.Path(path_type=Path))
@click.argument("copy", type=click.Path(path_type=Path))
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True, help="What to print."
)
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help="Write there, not to standard output.")
@model_options
def compare(
    original: Path, copy: Path, format_: str, output: Path | None, model_dir: Path | None, no_model: bool
) -> int:
    """Compare a COPY with its ORIGINAL.

    Shows what changed in meaning, and how badly. Both are files of plain text. Exits with 2 when one cannot be read.
    """
    import mtaudit
    from mtaudit.records import Run

    texts = mtaudit.read(original), mtaudit.read(copy)
    model = chosen_model(model_dir, no_model)
    audit = mtaudit.compare(*texts, model=model)
    run = Run(audits=(audit,), unmatched=(), failures=(), signature=mtaudit.signature(model=model))
    text = rendered(run, format_, on_terminal=on_terminal() and output is None)
    if output:
        saved(text, output)
    else:
        click.echo(text, nl=False)
    return 0
