"""Which language model a command judges with, and its download on first use."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from mtaudit.model.encoder.model import Progress

SIZE = "91 MB"

WITHOUT = "meaning is judged by lexicons alone"


def chosen_model(model_dir: Path | None, no_model: bool) -> Path | bool:
    """What the library takes as `model`: the one asked for, or the installed one, fetched on first use.

    Where it cannot be had, the run goes on without, and standard error says so once. Raises ModelMissing where
    `model_dir` holds no model.
    """
    from mtaudit.model.encoder.model import ModelMissing, fetch, offline, path

    if no_model:
        if model_dir is not None:
            raise click.UsageError("--model-dir and --no-model exclude each other.")
        return False
    if path(model_dir) is not None:
        return model_dir or True
    if offline():
        if _watched():  # whoever forbids the download need not read this in every log
            _tell(f"no language model, {WITHOUT}; `mtaudit model install` fetches it ({SIZE})")
        return False
    try:
        with download() as progress:
            fetch(progress)
    except ModelMissing as error:
        _tell(f"no language model, {WITHOUT}: {error}; `mtaudit model install` tries again")
        return False
    return True


@contextmanager
def download() -> Iterator[Progress | None]:
    """A bar on standard error that is told the bytes so far and in all; None where nobody would see it."""
    if not _watched():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress

    columns = ("fetching all-MiniLM-L6-v2, once", BarColumn(), DownloadColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _watched() -> bool:
    """Whether a person reads standard error; Python has none where it was closed from the start."""
    return sys.stderr is not None and sys.stderr.isatty()


def _tell(what: str) -> None:
    click.echo(f"mtaudit: {' '.join(what.split())}", err=True)
