"""Tables of TOML held against the form: every key known, every value of its type, or a message that names both."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from math import isfinite
from typing import Any, Literal, get_args, get_origin, get_type_hints

import msgspec

from mtaudit.config.form import LEVELS, ConfigFile, Filled, LexiconTable, OutletTable, ProfileTable, SuppressTable
from mtaudit.detectors.base import GLOSSARY
from mtaudit.errors import ConfigError, allowed
from mtaudit.renamed import current

Key = tuple[str, ...]
"""Where a value stands: the names of its tables and its own."""

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_NUMBER = re.compile(r"\[(\d+)\]")
_TYPE = re.compile(r"`(\w+)`")

KINDS = {
    "array": "a list",
    "bool": "true or false",
    "date": "a date",
    "float": "a number",
    "int": "a whole number",
    "object": "a table",
    "str": "text",
}
"""What the library's words for types mean in TOML."""

_PLACE = re.compile(r" - at `\$([^`]*)`$")


def spelt(key: Key) -> str:
    """The key as it is written in TOML; the number of an entry in a list stands in brackets and counts from 1."""
    parts = [
        part if part.startswith("[") or _BARE.fullmatch(part) else msgspec.json.encode(part).decode() for part in key
    ]
    return ".".join(parts).replace(".[", "[")


def check(table: Mapping[str, Any], file: str) -> None:
    """Raises ConfigError for the first key or value that is not as it must be; `check_options` does for the rest."""
    _check_table(table, ConfigFile, (), file)


def check_options(table: Mapping[str, Any], file: str) -> None:
    """Raises ConfigError for the first option that a detector does not have, or that is not of its type.

    The detectors that are given options are loaded for it, and with them the lists of words.
    """
    profiles = ((("profile", name), inner) for name, inner in table.get("profile", {}).items())
    for key, part in (((), table), *profiles):
        for name, inner in part.get("detectors", {}).items():
            if inner.keys() - {"level"}:
                _check_detector(name, inner, (*key, "detectors", name), file)


def values(table: Mapping[str, Any]) -> Iterator[tuple[Key, Any]]:
    """All values of a table that has been checked, apart from those of profiles and suppressions; detectors are called
    as they are now.
    """
    for name, value in table.items():
        if name in ("detectors", "outlet", "glossary", "lexicon"):
            for key, leaf in _leaves(value, (name,)):
                yield tuple(current(part) if k == _of_detector(key) else part for k, part in enumerate(key)), leaf
        elif name not in ("profile", "suppress"):
            yield (name,), value


def renamed(table: Mapping[str, Any]) -> Iterator[str]:
    """What is to be said of the old names of detectors in a table that has been checked."""
    keys = [
        key[: _of_detector(key) + 1]
        for name in ("detectors", "outlet")
        for key, _ in _leaves(table.get(name, {}), (name,))
    ]
    entries = enumerate(table.get("suppress", ()), start=1)
    named = [(key, key[-1]) for key in dict.fromkeys(keys) if key]
    named += [(("suppress", f"[{number}]", "detector"), e["detector"]) for number, e in entries if "detector" in e]
    for key, name in named:
        if current(name) != name:
            yield f"{spelt(key)}: {name} is called {current(name)} now"


def _of_detector(key: Key) -> int:
    """Which part of a key is the name of a detector; -1 where none is."""
    if key[0] == "detectors":
        return 1
    return 3 if key[0] == "outlet" and key[2] == "levels" else -1


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
        if name in _DEEPER and form is not SuppressTable:
            _DEEPER[name](value, here, file)
        else:
            _checked(value, fields[name], here, file)


def _check_outlets(value: object, key: Key, file: str) -> None:
    for name, inner in _items(value, key, file):
        _check_table(inner, OutletTable, (*key, name), file)


def _check_profiles(value: object, key: Key, file: str) -> None:
    for name, inner in _items(value, key, file):
        _check_table(inner, ProfileTable, (*key, name), file)


def _check_detectors(value: object, key: Key, file: str) -> None:
    for name, inner in _items(value, key, file):
        _known(name, (*key, name), file, among=value)
        if not isinstance(inner, Mapping):
            raise ConfigError(f'{file}: {spelt((*key, name))}: must be a table, such as {{ level = "minor" }}')
        if "level" in inner:
            _checked(inner["level"], LEVELS, (*key, name, "level"), file)


def _check_levels(value: object, key: Key, file: str) -> None:
    for name, inner in _items(value, key, file):
        _known(name, (*key, name), file, among=value)
        _checked(inner, LEVELS, (*key, name), file)


def _check_lexicon(value: object, key: Key, file: str) -> None:
    _check_table(value, LexiconTable, key, file)


def _check_glossary(value: object, key: Key, file: str) -> None:
    for name, inner in _items(value, key, file):
        _checked(inner, list[Filled], (*key, name), file)


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
        here = (*key, f"[{number}]")
        _check_table(entry, SuppressTable, here, file)
        if not str(entry.get("reason", "")).strip():
            raise ConfigError(f"{file}: {spelt(here)}: needs a reason")
        if not entry.keys() & set(SELECTORS):
            raise ConfigError(f"{file}: {spelt(here)}: names nothing; give at least one of {', '.join(SELECTORS)}")
        if "detector" in entry:
            _known(entry["detector"], (*here, "detector"), file)


def _check_format(value: object, key: Key, file: str) -> None:
    from mtaudit.render.formats import GATE

    _checked(value, Filled, key, file)
    if value not in GATE:
        raise ConfigError(f"{file}: {spelt(key)}: no such format: {value}; {allowed(str(value), GATE)}")


def _check_outputs(value: object, key: Key, file: str) -> None:
    _checked(value, list[Filled], key, file)
    for number, word in enumerate(value if isinstance(value, list) else (), start=1):
        name, _, path = word.partition("=")
        here = (*key, f"[{number}]")
        if not path:
            raise ConfigError(f"{file}: {spelt(here)}: must be FORMAT=FILE, such as json=check.json")
        _check_format(name, here, file)


_DEEPER: dict[str, Callable[[object, Key, str], None]] = {
    "outlet": _check_outlets,
    "profile": _check_profiles,
    "detectors": _check_detectors,
    "levels": _check_levels,
    "glossary": _check_glossary,
    "lexicon": _check_lexicon,
    "suppress": _check_suppressions,
    "format": _check_format,
    "output": _check_outputs,
}
"""How what is below a key is checked, where that takes more than a type."""

SELECTORS = tuple(f for f in SuppressTable.__struct_fields__ if f not in ("reason", "author", "expires"))
"""By what a suppression names findings."""


def _check_detector(name: str, table: Mapping[str, Any], key: Key, file: str) -> None:
    """A detector's level and options."""
    types = {"level": LEVELS, **{option.replace("_", "-"): kind for option, kind in option_types(name).items()}}
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


def _known(name: str, key: Key, file: str, among: object = ()) -> None:
    """Raises ConfigError for what is no detector, and for one that the table has under an old name and the new."""
    from mtaudit import registry

    names = (*registry.detector_names(), GLOSSARY)
    now = current(name)
    if now not in names:
        raise ConfigError(f"{file}: {spelt(key)}: no such detector; {allowed(name, names)}")
    if now != name and isinstance(among, Mapping) and now in among:
        raise ConfigError(f"{file}: {spelt(key)}: is called {now} now, which stands there too")


def _checked(value: object, kind: Any, key: Key, file: str) -> None:
    if isinstance(value, float) and not isfinite(value):
        raise ConfigError(f"{file}: {spelt(key)}: must be a finite number")
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
    inside = _NUMBER.sub(lambda n: f"[{int(n[1]) + 1}]", place[1]) if place else ""
    return f"{spelt(key)}{inside}: {_plain(what)}"


def _plain(what: str) -> str:
    """The library's message in words for people who write TOML."""
    if "RFC3339" in what:
        return "must be a date, such as 2027-01-31"
    if what.endswith("of length >= 1"):
        return "must not be empty"
    named = _TYPE.sub(lambda found: KINDS.get(found[1], found[0]), what)
    return named.replace("Expected ", "must be ").replace(", got ", ", not ")


def _words(kind: Any) -> tuple[str, ...]:
    """The words that a type allows, if it is of that sort."""
    import enum

    if isinstance(kind, type) and issubclass(kind, enum.StrEnum):
        return tuple(kind)
    if get_origin(kind) is Literal:
        return get_args(kind)
    return tuple(word for part in get_args(kind) for word in _words(part))
