"""Tables of TOML held against the form: every key known, every value of its type, or a message that names both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any, Literal, get_args, get_origin, get_type_hints

import msgspec

from mtaudit.config.form import LEVELS, ConfigFile, OutletTable, ProfileTable, SuppressTable
from mtaudit.detectors.base import GLOSSARY
from mtaudit.errors import ConfigError, allowed

Key = tuple[str, ...]
"""Where a value stands: the names of its tables and its own."""

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_PLACE = re.compile(r" - at `\$([^`]*)`$")

_TABLES: dict[str, type[msgspec.Struct]] = {"outlet": OutletTable, "profile": ProfileTable}


def spelt(key: Key) -> str:
    """The key as it is written in TOML; the number of an entry in a list stands in brackets."""
    parts = [
        part if part.startswith("[") or _BARE.fullmatch(part) else msgspec.json.encode(part).decode() for part in key
    ]
    return ".".join(parts).replace(".[", "[")


def check(table: Mapping[str, Any], file: str) -> None:
    """Raises ConfigError for the first key or value that is not as it must be."""
    _check_table(table, ConfigFile, (), file)


def values(table: Mapping[str, Any]) -> Iterator[tuple[Key, Any]]:
    """All values of a table that has been checked, apart from those of profiles and suppressions."""
    for name, value in table.items():
        if name in ("detectors", "outlet", "glossary"):
            yield from _leaves(value, (name,))
        elif name not in ("profile", "suppress"):
            yield (name,), value


def _leaves(table: Mapping[str, Any], key: Key) -> Iterator[tuple[Key, Any]]:
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from _leaves(value, (*key, name))
        else:
            yield (*key, name), value


def _check_table(table: object, form: type[msgspec.Struct], key: Key, file: str) -> None:
    if not isinstance(table, Mapping):
        raise ConfigError(f"{file}: {spelt(key)}: must be a table")
    hints = get_type_hints(form, include_extras=True)
    fields = {f.encode_name: hints[f.name] for f in msgspec.structs.fields(form)}
    for name, value in table.items():
        here = (*key, name)
        if name not in fields:
            raise ConfigError(f"{file}: {spelt(here)}: no such key; {allowed(name, fields)}")
        if name in _TABLES:
            for each, inner in _items(value, here, file):
                _check_table(inner, _TABLES[name], (*here, each), file)
        elif name == "detectors":
            for each, inner in _items(value, here, file):
                _check_detector(each, inner, (*here, each), file)
        elif name == "levels":
            for each, inner in _items(value, here, file):
                _known(each, (*here, each), file)
                _checked(inner, LEVELS, (*here, each), file)
        elif name == "glossary":
            for each, inner in _items(value, here, file):
                _checked(inner, list[str], (*here, each), file)
        elif name == "suppress":
            _check_suppressions(value, here, file)
        else:
            _checked(value, fields[name], here, file)


def _items(value: object, key: Key, file: str) -> Iterator[tuple[str, Any]]:
    if not isinstance(value, Mapping):
        raise ConfigError(f"{file}: {spelt(key)}: must be a table")
    for name, inner in value.items():
        if not name.strip():
            raise ConfigError(f"{file}: {spelt((*key, name))}: an empty name")
        yield name, inner


def _check_suppressions(value: object, key: Key, file: str) -> None:
    if not isinstance(value, list):
        raise ConfigError(f"{file}: {spelt(key)}: must be a list of tables, each written [[{spelt(key)}]]")
    for number, entry in enumerate(value, start=1):
        here = (*key[:-1], f"{key[-1]}", f"[{number}]")
        _check_table(entry, SuppressTable, here, file)
        if not str(entry.get("reason", "")).strip():
            raise ConfigError(f"{file}: {spelt(here)}: needs a reason")
        selectors = SELECTORS
        if not entry.keys() & set(selectors):
            raise ConfigError(f"{file}: {spelt(here)}: names nothing; give at least one of {', '.join(selectors)}")
        if "detector" in entry:
            _known(entry["detector"], (*here, "detector"), file)


SELECTORS = tuple(f for f in SuppressTable.__struct_fields__ if f not in ("reason", "author", "expires"))
"""By what a suppression names findings."""


def _check_detector(name: str, table: object, key: Key, file: str) -> None:
    """A detector's level and options; the detector is loaded only where options are given."""
    _known(name, key, file)
    if not isinstance(table, Mapping):
        raise ConfigError(f'{file}: {spelt(key)}: must be a table, such as {{ level = "minor" }}')
    types: dict[str, Any] = {"level": LEVELS}
    if table.keys() - types:
        types |= {option.replace("_", "-"): kind for option, kind in option_types(name).items()}
    for option, value in table.items():
        if option not in types:
            raise ConfigError(f"{file}: {spelt((*key, option))}: no such option; {allowed(option, types)}")
        _checked(value, types[option], (*key, option), file)


def option_types(name: str) -> dict[str, Any]:
    """The options of a detector with their types; the glossary has none."""
    from dataclasses import fields

    from mtaudit import registry

    if name == GLOSSARY:
        return {}
    kind = type(registry.detector(name).plugin)
    hints = get_type_hints(kind)
    return {f.name: hints[f.name] for f in fields(kind) if f.init}  # type: ignore[arg-type]  # the registry saw to it


def typed(value: object, kind: Any) -> Any:
    """The value as it is of this type. Raises msgspec.ValidationError."""
    return msgspec.convert(value, kind, dec_hook=_exact)


def _exact(kind: type, value: object) -> object:
    """A fraction, which TOML has only as a decimal."""
    if kind is Fraction and isinstance(value, int | float) and not isinstance(value, bool):
        return Fraction(str(value))
    raise TypeError(f"Expected {'`float`' if kind is Fraction else kind.__name__}, got `{type(value).__name__}`")


def _known(name: str, key: Key, file: str) -> None:
    from mtaudit import registry

    names = (*registry.detector_names(), GLOSSARY)
    if name not in names:
        raise ConfigError(f"{file}: {spelt(key)}: no such detector; {allowed(name, names)}")


def _checked(value: object, kind: Any, key: Key, file: str) -> None:
    try:
        typed(value, kind)
    except msgspec.ValidationError as error:
        raise ConfigError(f"{file}: {_told(str(error), value, kind, key)}") from None


def _told(error: str, value: object, kind: Any, key: Key) -> str:
    """The library's message with the whole key, and with what is allowed where that is a list of words."""
    place = _PLACE.search(error)
    what = _PLACE.sub("", error)
    words = _words(kind)
    if words and isinstance(value, str):
        what = f"“{value}” is not allowed; {allowed(value, words)}"
    return f"{spelt(key)}{place[1] if place else ''}: {what[:1].lower()}{what[1:]}"


def _words(kind: Any) -> tuple[str, ...]:
    """The words that a type allows, if it is of that sort."""
    import enum

    if isinstance(kind, type) and issubclass(kind, enum.StrEnum):
        return tuple(kind)
    if get_origin(kind) is Literal:
        return get_args(kind)
    return tuple(word for part in get_args(kind) for word in _words(part))
