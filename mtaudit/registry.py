"""Finds the plug-ins: built-in ones by folder, those of other packages by entry point.

A plug-in is a frozen dataclass, the one public class of a module and named as its file: `number_changed.py` holds
`NumberChanged` and is called `number-changed`. It lies in the folder of its kind or, one deeper, in that of its family,
whose name is no part of its own; files whose names begin with `_` are what a family shares. Another package offers a
module of this form as an entry point, in the group that is called like the folder of the kind:
`mtaudit.detectors.pair`, `mtaudit.detectors.coverage`, `mtaudit.detectors.text`,
`mtaudit.equivalences` or `mtaudit.metrics`.
"""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from types import ModuleType
from typing import Any, Generic, TypeVar, cast

from mtaudit.detectors.base import GLOSSARY, CoverageDetector, Detector, PairDetector, TextDetector
from mtaudit.equivalences.base import Equivalence
from mtaudit.errors import UnknownName, allowed
from mtaudit.metrics.base import Metric
from mtaudit.records import Failure
from mtaudit.renamed import current

P_co = TypeVar("P_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Registered(Generic[P_co]):
    """A plug-in with its public name, the first line of its docstring, the rest of it, its module, and its group: what
    the folder and the entry points of its kind are called."""

    name: str
    plugin: P_co
    summary: str
    rationale: str
    module: str
    group: str

    @property
    def built_in(self) -> bool:
        """Whether it comes with mtaudit."""
        return self.module.startswith("mtaudit.")


@dataclass(frozen=True, slots=True)
class Kind:
    """Plug-ins of one kind: the folder and entry point group they are found in, and what each must have."""

    group: str
    attributes: tuple[str, ...]


PAIR_DETECTORS = Kind("mtaudit.detectors.pair", ("category", "general", "cases"))
COVERAGE_DETECTORS = Kind("mtaudit.detectors.coverage", ("category", "cases"))
TEXT_DETECTORS = Kind("mtaudit.detectors.text", ("category", "cases"))
EQUIVALENCES = Kind("mtaudit.equivalences", ("cases",))
METRICS = Kind("mtaudit.metrics", ())

DETECTORS = (PAIR_DETECTORS, COVERAGE_DETECTORS, TEXT_DETECTORS)
KINDS = (*DETECTORS, EQUIVALENCES, METRICS)


def detectors() -> tuple[Registered[Detector], ...]:
    """All detectors of all kinds, sorted by name."""
    return tuple(sorted((*pair_detectors(), *coverage_detectors(), *text_detectors()), key=lambda r: r.name))


def pair_detectors() -> tuple[Registered[PairDetector], ...]:
    """All detectors of corruptions in a pair, sorted by name."""
    return cast("tuple[Registered[PairDetector], ...]", _found(PAIR_DETECTORS)[0])


def coverage_detectors() -> tuple[Registered[CoverageDetector], ...]:
    """All detectors of what other articles on the event contradict, sorted by name."""
    return cast("tuple[Registered[CoverageDetector], ...]", _found(COVERAGE_DETECTORS)[0])


def text_detectors() -> tuple[Registered[TextDetector], ...]:
    """All detectors of damage that a text shows by itself, sorted by name."""
    return cast("tuple[Registered[TextDetector], ...]", _found(TEXT_DETECTORS)[0])


def equivalences() -> tuple[Registered[Equivalence], ...]:
    """All equivalences, sorted by name."""
    return cast("tuple[Registered[Equivalence], ...]", _found(EQUIVALENCES)[0])


def metrics() -> tuple[Registered[Metric], ...]:
    """All metrics, sorted by name."""
    return cast("tuple[Registered[Metric], ...]", _found(METRICS)[0])


def failures() -> tuple[Failure, ...]:
    """The entry points of other packages that could not be used."""
    groups = entry_points().groups  # read once; what is built in cannot fail alone
    foreign = [kind for kind in KINDS if kind.group in groups]
    return tuple(failure for kind in foreign for failure in _found(kind)[1])


def detector_names() -> tuple[str, ...]:
    """The names of all detectors, sorted; none is loaded."""
    return _names(DETECTORS)


def equivalence_names() -> tuple[str, ...]:
    """The names of all equivalences, sorted; none is loaded."""
    return _names((EQUIVALENCES,))


def _names(kinds: Iterable[Kind]) -> tuple[str, ...]:
    groups = [kind.group for kind in kinds]
    own = (module for group in groups for module in _modules(group))
    entries = (entry for group in groups for entry in entry_points(group=group))
    others = (entry.value.partition(":")[0] for entry in entries)
    return tuple(sorted({_name(module) for module in (*own, *others)}))


@cache
def _modules(package: str) -> tuple[str, ...]:
    """The modules of the built-in plug-ins of a folder and of its families, by their full names."""
    found: list[str] = []
    for module in pkgutil.iter_modules(import_module(package).__path__, f"{package}."):
        file = module.name.rpartition(".")[2]
        if module.ispkg:
            found += _modules(module.name)
        elif file != "base" and not file.startswith("_"):
            found.append(module.name)
    return tuple(found)


def _name(module: str) -> str:
    """What a plug-in is called that lies in this module."""
    return module.rpartition(".")[2].replace("_", "-")


def detector(name: str) -> Registered[Detector]:
    """The detector of this name, new or old, without loading any other that is built in. Raises UnknownName."""
    name = current(name)
    for kind in DETECTORS:
        for module in _modules(kind.group):
            if _name(module) == name:
                return cast("Registered[Detector]", _registered(import_module(module), kind))
    return find(name, detectors())


def described(name: str) -> Registered[Detector]:
    """What is to be known of a detector, or of what judges like one. Raises UnknownName."""
    if name != GLOSSARY:
        return detector(name)
    from mtaudit.detectors.glossary import Glossary

    summary, _, rationale = _docstring(Glossary).partition("\n")
    return Registered(name, Glossary(()), summary.strip(), rationale.strip(), Glossary.__module__, PAIR_DETECTORS.group)


def find(name: str, among: Iterable[Registered[P_co]]) -> Registered[P_co]:
    """The plug-in of this name, new or old; raises UnknownName with the close names and all the known ones."""
    known = {registered.name: registered for registered in among}
    if current(name) in known:
        return known[current(name)]
    raise UnknownName(f"{name}: no such name; {allowed(name, known)}")


@cache
def _found(kind: Kind) -> tuple[tuple[Registered[Any], ...], tuple[Failure, ...]]:
    plugins = {registered.name: registered for registered in _built_in(kind)}
    failed = []
    for entry in sorted(entry_points(group=kind.group), key=lambda e: (e.name, e.value)):
        try:
            registered = _from_entry_point(entry, kind)
            if registered.name in plugins:
                raise ValueError(f"the name {registered.name} is taken by {plugins[registered.name].module}")
        except Exception as error:  # someone else's code: it may cost itself, never the run
            where = f"{kind.group}: {entry.name} = {entry.value}"
            failed.append(Failure("plug-in", where, f"{type(error).__name__}: {error}"))
        else:
            plugins[registered.name] = registered
    return tuple(plugins[name] for name in sorted(plugins)), tuple(failed)


def _built_in(kind: Kind) -> Iterator[Registered[Any]]:
    for module in _modules(kind.group):
        yield _registered(import_module(module), kind)


def _from_entry_point(entry: EntryPoint, kind: Kind) -> Registered[Any]:
    module = entry.load()
    if not isinstance(module, ModuleType):
        raise TypeError("the entry point must name a module")
    return _registered(module, kind)


def _registered(module: ModuleType, kind: Kind) -> Registered[Any]:
    file = module.__name__.rpartition(".")[2]
    camel = "".join(part.capitalize() for part in file.split("_"))
    classes = _public_classes(module)
    plugin_class = classes.get(camel)
    if plugin_class is None or len(classes) > 1 or not _is_frozen_dataclass(plugin_class):
        raise TypeError(f"{module.__name__} must define one public class, the frozen dataclass {camel}")
    missing = [name for name in ("__call__", *kind.attributes) if not hasattr(plugin_class, name)]
    if missing:
        raise TypeError(f"{module.__name__}.{camel} has no {', '.join(missing)}")
    summary, _, rationale = _docstring(plugin_class).partition("\n")
    name = _name(module.__name__)
    return Registered(name, plugin_class(), summary.strip(), rationale.strip(), module.__name__, kind.group)


def _public_classes(module: ModuleType) -> dict[str, type]:
    return {
        name: value
        for name, value in vars(module).items()
        if isinstance(value, type) and value.__module__ == module.__name__ and not name.startswith("_")
    }


def _is_frozen_dataclass(plugin_class: type) -> bool:
    parameters = getattr(plugin_class, "__dataclass_params__", None)
    return parameters is not None and parameters.frozen is True


def _docstring(plugin_class: type) -> str:
    """The docstring that a person wrote; a dataclass without one is given its own signature instead."""
    written = plugin_class.__doc__ or ""
    return "" if written.startswith(f"{plugin_class.__name__}(") else inspect.cleandoc(written)
