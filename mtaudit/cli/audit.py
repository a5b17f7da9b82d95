"""`mtaudit audit`: many copies, each against the original it was made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mtaudit.cli.language_model import chosen_model, model_options
from mtaudit.cli.output import progress, writing
from mtaudit.cli.reading import private_option
from mtaudit.cli.several import TakesSeveral
from mtaudit.records import Failure
from mtaudit.render.reading.text import one_line
from mtaudit.render.reading.verdict import fidelity, tally, worst_finding

if TYPE_CHECKING:
    from mtaudit.ingest import Reader, Source
    from mtaudit.pipeline import Progress as Told
    from mtaudit.records import Audit, Document, Run


@click.command(cls=TakesSeveral)
@click.argument("copies", nargs=-1, required=True, metavar="COPY...")
@click.option("--originals", multiple=True, required=True, metavar="PATH...", help="Where the originals are.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("reports"),
    show_default=True,
    metavar="FOLDER",
    help="Where the report goes.",
)
@private_option
@model_options
def audit(
    copies: tuple[str, ...],
    originals: tuple[str, ...],
    out: Path,
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
    from mtaudit.render.html import write_site

    archives = [Path(name) for name in originals if Archive.is_archive(Path(name))]
    texts = [name for name in originals if Path(name) not in archives]
    model = chosen_model(model_dir, no_model)
    with Reader(allow_private=allow_private) as reader, progress() as told:
        sources, reposts = (_read(reader, expand(words), told) for words in (texts, copies))
    with progress() as told:
        run = mtaudit.audit(reposts, [*archives, *sources], model=model, progress=told)
    with writing(out):
        write_site(run, out)

    for audited in run.audits:
        click.echo(_line(audited))
    for document in run.unmatched:
        click.echo(f"{click.format_filename(_name(document))}: a copy of none of the originals")
    for name in _left_out(reposts, run):
        click.echo(f"mtaudit: {name}: is among the originals and not audited as a copy", err=True)
    for failure in _failures(run):
        click.echo(f"mtaudit: {failure}", err=True)
    click.echo(f"report: {out / 'index.html'}")
    return 2 if run.failures else 0


def _read(reader: Reader, sources: Sequence[Source], told: Told | None) -> list[Document | Failure]:
    """All documents of all sources, and what could not be read of them."""
    found: list[Document | Failure] = []
    for done, source in enumerate(sources):
        if told:
            told(done, len(sources), f"reading {source}")
        found.extend(reader.read_all(source))
    return found


def _line(audited: Audit) -> str:
    """One copy on one line: fidelity, findings by severity, and the worst of them."""
    value, worst = fidelity(audited), worst_finding(audited)
    counts = [f"{number} {severity}" for severity, number in tally(audited.findings).items() if number]
    parts = ["no fidelity" if value is None else f"fidelity {value:.1f}", ", ".join(counts) or "no findings"]
    if worst:
        parts.append(f"worst: {worst.detector}: {one_line(worst.message)}")
    return f"{click.format_filename(_name(audited.copy))}: {'; '.join(parts)}"


def _name(document: Document) -> str:
    return document.id.encode(errors="backslashreplace").decode()


def _left_out(reposts: Iterable[Document | Failure], run: Run) -> list[str]:
    """The copies that the run says nothing of: they are among the originals themselves."""
    told = {_name(audited.copy) for audited in run.audits} | {_name(document) for document in run.unmatched}
    told |= {failure.where for failure in run.failures}
    names = (found.where if isinstance(found, Failure) else _name(found) for found in reposts)
    return [name for name in dict.fromkeys(names) if name not in told]


def _failures(run: Run) -> Iterator[str]:
    """What broke, in the run and in each audit; the reason often names the place itself."""
    for failure in run.failures:
        yield failure.why if failure.where in failure.why else f"{failure.where}: {failure.why}"
    for audited in run.audits:
        for failure in audited.failures:
            yield f"{_name(audited.copy)}: {failure.what} {failure.where}: {one_line(failure.why)}"
