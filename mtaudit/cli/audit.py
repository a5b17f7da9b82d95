"""`mtaudit audit`: many copies, each against the original it was made of."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mtaudit.cli import lines
from mtaudit.cli.language_model import chosen_model, model_options
from mtaudit.cli.output import out_option, progress, writing
from mtaudit.cli.reading import originals_option, private_option, read_each
from mtaudit.cli.several import TakesSeveral
from mtaudit.records import Failure

if TYPE_CHECKING:
    from mtaudit.records import Document, Run


@click.command(cls=TakesSeveral)
@click.argument("copies", nargs=-1, required=True, metavar="COPY...")
@originals_option
@out_option
@click.option("--single-file", is_flag=True, help="One index.html with everything in it, to send or to keep.")
@private_option
@model_options
def audit(
    copies: tuple[str, ...],
    originals: tuple[str, ...],
    out: Path,
    single_file: bool,
    allow_private: bool,
    model_dir: Path | None,
    no_model: bool,
) -> int:
    """Audit each COPY against its original.

    Finds the original of each copy and writes the report: an HTML page per copy, index.html and report.json.

    COPY and PATH are files, folders of them, globs, or web addresses: plain text, HTML, RSS, Atom, JSON Feed, JSON
    lines, sitemaps, also gzipped; - is standard input. --originals takes several, up to the next option or --, and
    the folder of an archive that `mtaudit index` made. A copy that is itself one of the originals is left out. Exits
    with 2 when an input could not be read; the others are audited all the same.
    """
    import mtaudit
    from mtaudit.ingest import Reader, expand
    from mtaudit.matching import Archive
    from mtaudit.render.html import write_single, write_site

    archives = [Path(name) for name in originals if Archive.is_archive(Path(name))]
    texts = [name for name in originals if Path(name) not in archives]
    model = chosen_model(model_dir, no_model)
    with Reader(allow_private=allow_private) as reader, progress() as told:
        sources, reposts = (list(read_each(reader, expand(words), told)) for words in (texts, copies))
    with progress() as told:
        run = mtaudit.audit(reposts, [*archives, *sources], model=model, progress=told)
    with writing(out):
        (write_single if single_file else write_site)(run, out)

    for audited in run.audits:
        click.echo(lines.audited(audited))
    for document in run.unmatched:
        click.echo(lines.unmatched(document))
    for name in _left_out(reposts, run):
        click.echo(f"mtaudit: {name}: is among the originals and not audited as a copy", err=True)
    for line in (*map(lines.broken, run.failures), *chain.from_iterable(map(lines.broken_in, run.audits))):
        click.echo(line, err=True)
    click.echo(f"report: {out / 'index.html'}")
    return 2 if run.failures else 0


def _left_out(reposts: Iterable[Document | Failure], run: Run) -> list[str]:
    """The copies that the run says nothing of: they are among the originals themselves."""
    told = {audited.copy.id for audited in run.audits} | {document.id for document in run.unmatched}
    told |= {failure.where for failure in run.failures}
    names = (found.where if isinstance(found, Failure) else found.id for found in reposts)
    return [name for name in dict.fromkeys(names) if name not in told]
