"""How a command's inputs are read: the option that they share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., object])


def private_option(command: Command) -> Command:
    """Gives a command `--allow-private`."""
    option = click.option(
        "--allow-private", is_flag=True, help="Fetch also from private, local and link-local addresses."
    )
    return option(command)
