"""Which settings a command works with: the options that say so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from mtaudit.cli.completing import profiles

if TYPE_CHECKING:
    from mtaudit.config import Settings

Command = TypeVar("Command", bound=Callable[..., object])


def config_options(command: Command) -> Command:
    """Gives a command `--config`, `--no-config` and `--profile`, whose values go to `chosen_settings`."""
    file = click.option(
        "--config",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help="The settings in FILE, not those of the nearest mtaudit.toml or pyproject.toml.",
    )
    none = click.option("--no-config", is_flag=True, help="Read no file of settings.")
    profile = click.option(
        "--profile",
        metavar="NAME",
        shell_complete=profiles,
        help="With the settings of [profile.NAME] before the others.",
    )
    return file(none(profile(command)))


def chosen_settings(config: Path | None, no_config: bool, profile: str | None) -> Settings:
    """The settings in force. Raises ConfigError where their file makes no sense, UsageError for an unknown profile.

    It comes before anything that reads texts or judges them is loaded: with these come the lists of words, which the
    settings may add to.
    """
    from mtaudit.config import Settings, load

    if no_config:
        if config is not None or profile is not None:
            raise click.UsageError("--no-config and --config or --profile exclude each other.")
        return Settings()
    settings = load(config, profile=profile)
    for remark in settings.remarks:
        click.echo(f"mtaudit: {remark}", err=True)
    return settings
