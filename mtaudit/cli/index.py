"""`mtaudit index`: an archive of originals, to be asked for the one that a copy was made of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mtaudit.cli import lines
from mtaudit.cli.completing import files
from mtaudit.cli.options import private_option
from mtaudit.cli.output import progress, said
from mtaudit.cli.reading import read_each

if TYPE_CHECKING:
    from mtaudit.records import Document


@click.command
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", shell_complete=files)
@click.option(
    "--archive",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("archive"),
    show_default=True,
    metavar="FOLDER",
    help="Where the archive is, or is made.",
)
@private_option
def index(paths: tuple[str, ...], archive: Path, allow_private: bool) -> int:
    """Build or extend an archive of originals.

    Adds the articles at each PATH to it. PATH is what `mtaudit audit --originals` takes, and that takes the archive's
    folder in their stead. What is there already is not added twice; an article that changed is added as another
    version. Exits with 2 when an input could not be read; the others are added all the same.
    """
    from mtaudit.ingest import Reader, expand
    from mtaudit.matching import Archive
    from mtaudit.records import Failure

    broken: list[Failure] = []
    with Reader(allow_private=allow_private) as reader, progress() as told:

        def documents() -> Iterator[Document]:
            for found in read_each(reader, expand(paths), told):
                if isinstance(found, Failure):
                    broken.append(found)
                else:
                    yield found

        found = documents()
        first = next(found, None)
        if first:
            kept = Archive(archive)
            added = kept.add(chain([first], found))
            click.echo(f"{archive}: {added} added, {len(kept)} in all")
    for failure in broken:
        said(lines.broken(failure), err=True)
    return 2 if broken else 0
