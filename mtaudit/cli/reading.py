"""How a command's inputs are read: the options that they share, and the reading itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

import click

from mtaudit.cli.completing import files

if TYPE_CHECKING:
    from mtaudit.ingest import Reader, Source
    from mtaudit.records import Document, Failure
    from mtaudit.runs import Progress

Command = TypeVar("Command", bound=Callable[..., object])


def private_option(command: Command) -> Command:
    """Gives a command `--allow-private`."""
    option = click.option(
        "--allow-private", is_flag=True, help="Fetch also from private, local and link-local addresses."
    )
    return option(command)


def originals_option(*, required: bool = True) -> Callable[[Command], Command]:
    """Gives a command `--originals`, which takes several."""
    return click.option(
        "--originals",
        multiple=True,
        required=required,
        metavar="PATH...",
        shell_complete=files,
        help="Where the originals are.",
    )


def coverage_options(command: Command) -> Command:
    """Gives a command `--coverage` and `--primary`, which take several."""
    others = click.option(
        "--coverage",
        multiple=True,
        metavar="PATH...",
        shell_complete=files,
        help="Other articles on the same events, for copies without an original.",
    )
    quoted = click.option(
        "--primary",
        multiple=True,
        metavar="PATH...",
        shell_complete=files,
        help="Rulings, press releases, transcripts that the articles quote.",
    )
    return others(quoted(command))


def read_each(reader: Reader, sources: Sequence[Source], told: Progress | None) -> Iterator[Document | Failure]:
    """All documents of all sources, and what could not be read of them; the bar is told which source comes next."""
    for done, source in enumerate(sources):
        if told:
            told(done, len(sources), f"reading {source}")
        yield from reader.read_all(source)
