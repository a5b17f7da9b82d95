"""What the commands of the gate share: their inputs, and the run itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from mtaudit.cli.completing import files
from mtaudit.cli.reading import coverage_options
from mtaudit.errors import UsageError

if TYPE_CHECKING:
    from mtaudit.config import Settings
    from mtaudit.records import Document, Failure, Run

Command = TypeVar("Command", bound=Callable[..., object])


def gate_inputs(command: Command) -> Command:
    """Gives a command its copies and what they are held against, all optional, since the settings may name them."""
    copies = click.argument("copies", nargs=-1, metavar="[COPY...]", shell_complete=files)
    originals = click.option(
        "--originals",
        multiple=True,
        metavar="PATH...",
        shell_complete=files,
        help="Where the originals are, if the settings do not say so.",
    )
    return copies(originals(coverage_options(command)))


def cache_option(command: Command) -> Command:
    """Gives a command `--no-cache`."""
    option = click.option("--no-cache", is_flag=True, help="Judge everything anew, also what did not change.")
    return option(command)


def gate_run(
    settings: Settings, *, model: Path | bool, allow_private: bool, quiet: bool, kept: bool = True, told: bool = False
) -> Run:
    """The copies that the settings name, audited against the originals and the coverage that they name.

    Raises UsageError where the copies are missing or all that they could be held against, and where there turns out to
    be nothing to check; InputError where none of it could be read, though copies that were not are no more than a
    failure of the run where the command has that `told` in its formats.
    """
    import mtaudit
    from mtaudit.cli.output import progress, said
    from mtaudit.cli.reading import read_inputs
    from mtaudit.keeping.cache import Cache

    _complete(settings)
    copies, *against = (settings[key] for key in ("copies", "originals", "coverage", "primary"))
    read = read_inputs(copies, *against, allow_private=allow_private, quiet=quiet, told=told)
    with Cache() if kept else nullcontext() as cache, progress(quiet=quiet) as bar:
        run = mtaudit.audit(
            read.copies,
            read.originals,
            coverage=read.coverage,
            primary=read.primary,
            model=model,
            progress=bar,
            settings=settings,
            kept=cache,
        )
    for line in (*left_out(read.copies, run), *broken(run)):
        said(line, err=True)
    if not run.audits and not run.unmatched and not run.failures:
        raise UsageError(f"{' '.join(copies)}: nothing to check there")
    return run


def _complete(settings: Settings) -> None:
    """Raises UsageError where something is missing without which there is nothing to do."""
    if not settings["copies"]:
        raise click.UsageError("Missing COPY; give it here or in the settings.")
    if not any(settings[key] for key in ("originals", "coverage", "primary")):
        raise click.UsageError(
            "Missing --originals, or --coverage where there are none; give it here or in the settings."
        )
    if settings["require-original"] and not settings["originals"]:
        raise click.UsageError("--require-original needs --originals.")


def left_out(reposts: Iterable[Document | Failure], run: Run) -> Sequence[str]:
    """A line for each copy that the run says nothing of: they are among the originals themselves."""
    from mtaudit.records import Failure

    told = {audited.copy.id for audited in run.audits} | {document.id for document in run.unmatched}
    told |= {failure.where for failure in run.failures}
    names = dict.fromkeys(found.where if isinstance(found, Failure) else found.id for found in reposts)
    return [f"mtaudit: {n}: is among the originals and not audited as a copy" for n in names if n not in told]


def broken(run: Run) -> Iterator[str]:
    """A line for everything that could not be read or judged."""
    from mtaudit.cli import lines

    yield from map(lines.broken, run.failures)
    yield from chain.from_iterable(map(lines.broken_in, run.audits))


def half_judged(run: Run) -> bool:
    """Whether something that could be read was not judged, or not by all that judges."""
    return any(audit.failures for audit in run.audits)
