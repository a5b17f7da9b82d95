"""Options that several commands have, each written once, and the values that a command gets of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mtaudit.cli.completing import files, profiles

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from mtaudit.config import Settings

Command = Callable[..., object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """What a user named: copies, and what they are to be held against."""

    copies: tuple[str, ...]
    originals: tuple[str, ...]
    coverage: tuple[str, ...]
    primary: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judging:
    """How a command judges: by which settings and language model, and what it may fetch."""

    config: Path | None
    no_config: bool
    profile: str | None
    allow_private: bool
    model_dir: Path | None
    no_model: bool

    def settings(self, *overruling: DataclassInstance) -> Settings:
        """The settings in force, where options do not overrule them: `overruling` has fields named like settings.

        It comes before anything that reads texts or judges them is loaded: with these come the lists of words, which
        the settings may add to. Raises ConfigError where their file makes no sense, UsageError for an unknown profile.
        """
        said = {f.name.replace("_", "-"): getattr(group, f.name) for group in overruling for f in fields(group)}
        chosen = chosen_settings(self.config, self.no_config, self.profile)
        return chosen.overruled({key: str(v) if isinstance(v, Path) else v for key, v in said.items()})

    def model(self) -> Path | bool:
        """What the library takes as `model`, as `chosen_model` has it."""
        from mtaudit.cli.language_model import chosen_model

        return chosen_model(self.model_dir, self.no_model)


def gathered(**records: type[DataclassInstance]) -> Callable[[Command], Command]:
    """Hands a command the values of those options that are fields of a record as that record, under this name."""

    def given(command: Command) -> Command:
        @wraps(command)
        def called(**values: object) -> object:
            for name, record in records.items():
                values[name] = record(**{f.name: values.pop(f.name) for f in fields(record)})
            return command(**values)

        return called

    return given


def all_of(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    """Several options as one decorator, in the order of the help."""

    def given(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return given


def _several(name: str, told: str, *, required: bool = False) -> Callable[[Command], Command]:
    """An option that takes several files, folders, globs or addresses."""
    return click.option(name, multiple=True, required=required, metavar="PATH...", shell_complete=files, help=told)


originals_option = _several("--originals", "Where the originals are.", required=True)
"""`--originals`, without which the command cannot do."""

private_option = click.option(
    "--allow-private", is_flag=True, help="Fetch also from private, local and link-local addresses."
)

cache_option = click.option("--no-cache", is_flag=True, help="Judge everything anew, also what did not change.")

out_option = click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("reports"),
    show_default=True,
    metavar="FOLDER",
    help="Where the report goes.",
)

format_option = click.option(
    "--format", "format_", type=click.Choice(("text", "json")), default="text", show_default=True, help="What to print."
)
"""`--format` of commands that list things."""

config_options = all_of(
    click.option(
        "--config",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help="The settings in FILE, not those of the nearest mtaudit.toml or pyproject.toml.",
    ),
    click.option("--no-config", is_flag=True, help="Read no file of settings."),
    click.option(
        "--profile",
        metavar="NAME",
        shell_complete=profiles,
        help="With the settings of [profile.NAME] before the others.",
    ),
)
"""Those whose values go to `chosen_settings`."""

model_options = all_of(
    click.option(
        "--model-dir",
        type=click.Path(path_type=Path),
        metavar="FOLDER",
        help="The language model in FOLDER, not the installed one.",
    ),
    click.option("--no-model", is_flag=True, help="Judge by lexicons alone; fetch no language model."),
)
"""Those whose values go to `chosen_model`."""

judging_options = all_of(config_options, private_option, model_options, gathered(judging=Judging))
"""The options that say how a command judges, which it gets as `judging`."""


def input_options(*, required: bool) -> Callable[[Command], Command]:
    """A command's copies and what they are held against, which it gets as `inputs`; else the settings may name them."""
    unsaid = "" if required else ", if the settings do not say so"
    return all_of(
        click.argument(
            "copies",
            nargs=-1,
            required=required,
            metavar="COPY..." if required else "[COPY...]",
            shell_complete=files,
        ),
        _several("--originals", f"Where the originals are{unsaid}."),
        _several("--coverage", "Other articles on the same events, for copies without an original."),
        _several("--primary", "Rulings, press releases, transcripts that the articles quote."),
        gathered(inputs=Inputs),
    )


def chosen_settings(config: Path | None, no_config: bool, profile: str | None) -> Settings:
    """The settings in force. Raises ConfigError where their file makes no sense, UsageError for an unknown profile."""
    from mtaudit.config import Settings, load

    if no_config:
        if config is not None or profile is not None:
            raise click.UsageError("--no-config and --config or --profile exclude each other.")
        return Settings()
    settings = load(config, profile=profile)
    for remark in settings.remarks:
        click.echo(f"mtaudit: {remark}", err=True)
    return settings
