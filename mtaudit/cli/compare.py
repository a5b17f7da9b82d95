"""`mtaudit compare`: one copy against its original."""

from __future__ import annotations

from pathlib import Path

import click

from mtaudit.cli.completing import files
from mtaudit.cli.gate import broken, half_judged
from mtaudit.cli.language_model import chosen_model, model_options
from mtaudit.cli.output import FORMATS, on_terminal, rendered, said, saved
from mtaudit.cli.reading import private_option
from mtaudit.cli.settings import chosen_settings, config_options


@click.command
@click.argument("original", shell_complete=files)
@click.argument("copy", shell_complete=files)
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True, help="What to print."
)
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help="Write there, not to standard output.")
@config_options
@private_option
@model_options
def compare(
    original: str,
    copy: str,
    format_: str,
    output: Path | None,
    config: Path | None,
    no_config: bool,
    profile: str | None,
    allow_private: bool,
    model_dir: Path | None,
    no_model: bool,
) -> int:
    """Compare a COPY with its ORIGINAL.

    Shows what changed in meaning, and how badly. Each is a file or a web address of one article, plain text or HTML,
    or - for standard input. Exits with 2 when one cannot be read, is in a language that the detectors do not read, or a
    check breaks on a sentence.
    """
    settings = chosen_settings(config, no_config, profile)
    import mtaudit
    from mtaudit.ingest import Reader, named
    from mtaudit.records import Run

    with Reader(allow_private=allow_private) as reader:
        texts = reader.read(named(original)), reader.read(named(copy))
    model = chosen_model(model_dir, no_model)
    audit = mtaudit.compare(*texts, model=model, settings=settings)
    signature = mtaudit.signature(model=model, settings=settings)
    run = Run(audits=(audit,), unmatched=(), failures=(), signature=signature)
    text = rendered(run, format_, on_terminal=on_terminal() and output is None)
    if output:
        saved(text, output)
    else:
        click.echo(text, nl=False)
    for line in broken(run) if output or format_ != "text" else ():
        said(line, err=True)
    return 2 if half_judged(run) else 0
