"""`mtaudit index`: an archive of originals, to be asked for the one that a copy was made of."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from mtaudit.cli.output import progress


@click.command
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--archive",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("archive"),
    show_default=True,
    metavar="FOLDER",
    help="Where the archive is, or is made.",
)
def index(paths: tuple[str, ...], archive: Path) -> int:
    """Build or extend an archive of originals.

    Adds the articles at each PATH to it. PATH is what `mtaudit audit --originals` takes, and that takes the archive's
    folder in their stead. What is there already is not added twice; an article that changed is added as another
    version. Exits with 2 when an input could not be read; the others are added all the same.
    """
    import mtaudit
    from mtaudit.errors import InputError
    from mtaudit.ingest import expand
    from mtaudit.matching import Archive
    from mtaudit.records import Document

    files, broken = expand(paths), list[str]()

    with progress() as told:

        def documents() -> Iterator[Document]:
            for done, path in enumerate(files):
                if told:
                    told(done, len(files), path.name)
                try:
                    yield mtaudit.read(path)
                except InputError as error:
                    broken.append(str(error))

        kept = Archive(archive)
        added = kept.add(documents())
    click.echo(f"{archive}: {added} added, {len(kept)} in all")
    for error in broken:
        click.echo(f"mtaudit: {error}", err=True)
    return 2 if broken else 0
