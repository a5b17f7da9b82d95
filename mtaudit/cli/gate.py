"""What commands that audit many copies share: the run itself, and what is told of what it could not judge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import fields
from itertools import chain
from typing import TYPE_CHECKING

import click

from mtaudit.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from mtaudit.cli.options import Judging
    from mtaudit.cli.reading import Read
    from mtaudit.config import Settings
    from mtaudit.keeping.cache import Cache
    from mtaudit.records import Document, Failure, Run


def gate_run(settings: Settings, judging: Judging, *, quiet: bool, kept: bool = True, told: bool = False) -> Run:
    """The copies that the settings name, audited against the originals and the coverage that they name.

    Raises UsageError where the copies are missing or all that they could be held against, and where there turns out to
    be nothing to check; InputError where none of it could be read, though copies that were not are no more than a
    failure of the run where the command has that `told` in its formats.
    """
    from mtaudit.cli.options import Inputs
    from mtaudit.cli.output import said
    from mtaudit.cli.reading import read_inputs
    from mtaudit.keeping.cache import Cache

    model = judging.model()
    _complete(settings)
    named = Inputs(**{field.name: settings[field.name] for field in fields(Inputs)})
    read = read_inputs(named, allow_private=judging.allow_private, quiet=quiet, told=told)
    with Cache() if kept else nullcontext() as cache:
        run = audited(read, settings, model, quiet=quiet, kept=cache)
    for line in (*left_out(read.copies, run), *broken(run)):
        said(line, err=True)
    if not run.audits and not run.unmatched and not run.failures:
        raise UsageError(f"{' '.join(named.copies)}: nothing to check there")
    return run


def audited(
    read: Read, settings: Settings, model: Path | bool, *, quiet: bool = False, kept: Cache | None = None
) -> Run:
    """The run over what was read, with a bar that tells which copy comes next."""
    import mtaudit
    from mtaudit.cli.output import progress

    with progress(quiet=quiet) as told:
        return mtaudit.audit(
            read.copies,
            read.originals,
            coverage=read.coverage,
            primary=read.primary,
            model=model,
            progress=told,
            settings=settings,
            kept=kept,
        )


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
