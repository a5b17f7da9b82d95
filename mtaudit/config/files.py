"""Files of settings: found, read, their profile chosen."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mtaudit.config import checking
from mtaudit.config.settings import LEXICON, Settings, Value, in_folder, suppression
from mtaudit.errors import ConfigError, UsageError, allowed

NAME = "mtaudit.toml"

PROJECT = "pyproject.toml"

PLACES = (("copies",), ("originals",), ("coverage",), ("primary",))
"""Keys of lists of files, folders, globs and addresses."""

OUTPUT, BASELINE = ("output",), ("baseline",)

WRITTEN = (OUTPUT, BASELINE)
"""Keys of files that some command writes."""


def find(start: Path) -> Path | None:
    """The nearest file of settings in a folder or above it: `mtaudit.toml`, or a `pyproject.toml` that has some."""
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / NAME).is_file():
            return folder / NAME
        if (folder / PROJECT).is_file() and _section(folder / PROJECT) is not None:
            return folder / PROJECT
    return None


def load(path: Path | None = None, *, profile: str | None = None, start: Path | None = None) -> Settings:
    """The settings of a file, or of the one that is found from `start` upward; the defaults where there is none.

    The lists of words are read with those of the settings' folder from then on, and once in a process. Raises
    ConfigError where the file cannot be read or is not of the form, LexiconError where its words are not, UsageError
    for an unknown profile.
    """
    found = path or find(start or Path())
    if found is None:
        if profile is not None:
            raise UsageError(f"--profile {profile}: there is no {NAME} here or above")
        return Settings()
    table = _section(found)
    if table is None:
        raise ConfigError(f"{found}: has no table [tool.mtaudit]")
    name = _short(found)
    checking.check(table, name)
    profiles = table.get("profile", {})
    if profile is not None and profile not in profiles:
        known = allowed(profile, profiles) if profiles else "it has none"
        raise UsageError(f"--profile {profile}: {name} has no such profile; {known}")
    layers = [(table, name)] + ([(profiles[profile], f"{name}, profile {profile}")] if profile is not None else [])
    settings = _settled(layers, found.parent, name)
    if path is None:
        _refuse_outside(settings, found.parent)
    if settings.lexicon:
        from mtaudit.lexicon import tables

        tables.use(settings.lexicon)  # before the detectors with options are loaded, and their lists with them
    checking.check_options(table, name)
    return settings


def _refuse_outside(settings: Settings, folder: Path) -> None:
    """Raises ConfigError where a file to be written lies outside the folder, or is a link that leads out of it.

    Settings that were found may be anybody's: those of a download, or of a folder that all may write to.
    """
    for key in WRITTEN:
        value = settings.values[key]
        for named in value.value if isinstance(value.value, tuple) else filter(None, [value.value]):
            file = named.partition("=")[2] if key == OUTPUT else named
            if not _is_below(Path(file), folder):
                raise ConfigError(
                    f"{value.origin}: {value.name}: {file} lies outside the folder of these settings, which were found "
                    "and not named; allowed are files below it, or name the settings with --config"
                )


def _is_below(file: Path, folder: Path) -> bool:
    try:
        return file.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):  # links in a circle, or a name that no file can have
        return False


def profiles(path: Path | None = None, *, start: Path | None = None) -> tuple[str, ...]:
    """The names of the profiles in a file, or in the one that is found; raises ConfigError where it cannot be read."""
    found = path or find(start or Path())
    named = ((_section(found) if found else None) or {}).get("profile", {})
    return tuple(sorted(named)) if isinstance(named, Mapping) else ()


def _settled(layers: list[tuple[Mapping[str, Any], str]], folder: Path, file: str) -> Settings:
    """The layers one over the other: a later value takes the place of an earlier one, suppressions add up."""
    values = dict(Settings().values)
    suppressions = []
    remarks = [f"{origin}: {remark}" for table, origin in layers for remark in checking.renamed(table)]
    for table, origin in layers:
        for key, value in checking.values(table):
            values[key] = Value(key, _placed(key, value, _near(folder)), origin)
        for number, entry in enumerate(table.get("suppress", ()), start=1):
            suppressions.append(suppression(entry, f"{origin}: suppress[{number}]"))
    return Settings(values, tuple(suppressions), (file,), tuple(remarks))


def _placed(key: checking.Key, value: Any, folder: Path) -> Any:
    """The value, what names files as it is called from the working directory, lists as tuples."""
    if key in PLACES:
        return tuple(in_folder(word, folder) for word in value)
    if key in (BASELINE, LEXICON):
        return in_folder(value, folder)
    if key == OUTPUT:
        split = (word.partition("=") for word in value)
        return tuple(f"{name}={in_folder(path, folder)}" for name, _, path in split)
    return tuple(value) if isinstance(value, list) else value


def _near(folder: Path) -> Path:
    """The folder as it is called from the working directory."""
    return Path(os.path.relpath(folder))


def _short(path: Path) -> str:
    near = os.path.relpath(path)
    return path.name if near == path.name else near


def _section(path: Path) -> Mapping[str, Any] | None:
    """The settings in a file; None for a project's file without any."""
    try:
        table = tomllib.loads(path.read_bytes().decode())
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror or error})") from None
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"{path}: is not TOML ({error})") from None
    if path.name != PROJECT:
        return table
    tool = table.get("tool", {})
    section = tool.get("mtaudit") if isinstance(tool, Mapping) else None
    if section is not None and not isinstance(section, Mapping):
        raise ConfigError(f"{path}: tool.mtaudit: must be a table")
    return section
