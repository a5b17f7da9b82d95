"""How a command's inputs are read: the options that they share, and the reading itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

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


class Inputs(NamedTuple):
    """What a run is made of, as it was read; an archive stands among the originals as its folder."""

    copies: list[Document | Failure]
    originals: list[Document | Failure | Path]
    coverage: list[Document | Failure]
    primary: list[Document | Failure]


def read_inputs(
    copies: Sequence[str],
    originals: Sequence[str],
    coverage: Sequence[str],
    primary: Sequence[str],
    *,
    allow_private: bool,
    quiet: bool = False,
) -> Inputs:
    """Reads what a user named, with a bar that tells which source comes next."""
    from mtaudit.cli.output import progress
    from mtaudit.ingest import Reader, expand
    from mtaudit.matching import Archive

    archives = [Path(name) for name in originals if Archive.is_archive(Path(name))]
    texts = [name for name in originals if Path(name) not in archives]
    with Reader(allow_private=allow_private) as reader, progress(quiet=quiet) as told:
        sources, reposts, others, quoted = (
            list(read_each(reader, expand(words), told)) for words in (texts, copies, coverage, primary)
        )
    return Inputs(reposts, [*archives, *sources], others, quoted)


def read_each(reader: Reader, sources: Sequence[Source], told: Progress | None) -> Iterator[Document | Failure]:
    """All documents of all sources, and what could not be read of them; the bar is told which source comes next."""
    for done, source in enumerate(sources):
        if told:
            told(done, len(sources), f"reading {source}")
        yield from reader.read_all(source)
