"""`mtaudit compare`: one copy against its original."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from mtaudit.cli.completing import files
from mtaudit.cli.gate import broken, half_judged
from mtaudit.cli.options import Judging, judging_options
from mtaudit.cli.output import on_terminal, said, saved
from mtaudit.render.formats import REPORT


@click.command
@click.argument("original", shell_complete=files)
@click.argument("copy", shell_complete=files)
@click.option(
    "--format", "format_", type=click.Choice(tuple(REPORT)), default="text", show_default=True, help="What to print."
)
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help="Write there, not to standard output.")
@judging_options
def compare(original: str, copy: str, format_: str, output: Path | None, judging: Judging) -> int:
    """Compare a COPY with its ORIGINAL.

    Shows what changed in meaning, and how badly. Each is a file or a web address of one article, plain text or HTML,
    or - for standard input. Exits with 2 when one cannot be read, is in a language that the detectors do not read, or a
    check breaks on a sentence.
    """
    settings = judging.settings()
    import mtaudit
    from mtaudit import gate
    from mtaudit.ingest import Reader, named
    from mtaudit.records import Run

    with Reader(allow_private=judging.allow_private) as reader:
        texts = reader.read(named(original)), reader.read(named(copy))
    model = judging.model()
    audit = mtaudit.compare(*texts, model=model, settings=settings)
    signature = mtaudit.signature(model=model, settings=settings)
    run = Run(audits=(audit,), unmatched=(), failures=(), signature=signature)
    seen = format_ == "text" and on_terminal() and output is None
    renderer = REPORT[format_](**({"width": shutil.get_terminal_size().columns, "colour": True} if seen else {}))
    text = renderer(gate.ungated(run))
    if output:
        saved(text, output)
    else:
        click.echo(text, nl=False)
    for line in broken(run) if output or format_ != "text" else ():
        said(line, err=True)
    return 2 if half_judged(run) else 0
