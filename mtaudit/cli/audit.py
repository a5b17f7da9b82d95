"""`mtaudit audit`: many copies, each against the original it was made of."""

from __future__ import annotations

from pathlib import Path

import click

from mtaudit.cli.gate import audited, broken, half_judged, left_out
from mtaudit.cli.options import Inputs, Judging, input_options, judging_options, out_option
from mtaudit.cli.output import said, writing
from mtaudit.cli.reading import read_inputs
from mtaudit.cli.several import TakesSeveral

MANY = 200
"""Copies in a single file from which on it warns: each takes about 130 kB, and a browser reads them all to open one."""


@click.command(cls=TakesSeveral)
@input_options(required=True)
@out_option
@click.option("--single-file", is_flag=True, help="One index.html with everything in it, to send or to keep.")
@judging_options
def audit(inputs: Inputs, out: Path, single_file: bool, judging: Judging) -> int:
    """Audit each COPY against its original.

    Finds the original of each copy and writes the report: an HTML page per copy, index.html and report.json. A copy
    without an original is held against other articles on the same event, the other copies among them, and judged by its
    own text. A table of all findings for a spreadsheet is `mtaudit check ... --output csv=FILE`.

    COPY and PATH are files, folders of them, globs, or web addresses: plain text, HTML, RSS, Atom, JSON Feed, JSON
    lines, sitemaps, also gzipped; - is standard input. --originals takes several, up to the next option or --, and
    the folder of an archive that `mtaudit index` made. A copy that is itself one of the originals is left out. Exits
    with 2 when an input could not be read or judged; the others are audited all the same. Where no copy is left, or
    none of the originals, nothing is written: an earlier report stays as it is.
    """
    settings = judging.settings()
    from mtaudit.cli import lines
    from mtaudit.render.html import write_single, write_site

    model = judging.model()
    read = read_inputs(inputs, allow_private=judging.allow_private)
    run = audited(read, settings, model)
    if single_file and len(run.audits) > MANY:
        click.echo(
            f"mtaudit: {len(run.audits)} copies in one file: it will be large and slow to open; "
            "without --single-file each has a page of its own",
            err=True,
        )
    if run.audits:
        with writing(out):
            (write_single if single_file else write_site)(run, out)

    for made in run.audits:
        said(lines.audited(made))
    for line in (*left_out(read.copies, run), *broken(run)):
        said(line, err=True)
    if not run.audits:
        click.echo(
            f"mtaudit: {' '.join(inputs.copies)}: nothing to audit there; no report was written to {out}", err=True
        )
        return 2
    click.echo(f"report: {out / 'index.html'}")
    return 2 if run.failures or half_judged(run) else 0
