"""What is in force, and where each value came from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from mtaudit.config.checking import Key, spelt
from mtaudit.mqm import Category, Severity
from mtaudit.records import Document, Suppression, Term
from mtaudit.renamed import current

if TYPE_CHECKING:
    from mtaudit.gate import Policy
    from mtaudit.judging.judges import Plugins
    from mtaudit.judging.settling import Levels

Kind = TypeVar("Kind")

DEFAULT = "default"

LEXICON: Key = ("lexicon", "folder")


@dataclass(frozen=True, slots=True)
class Value:
    """A value in force under its key, and where it came from: "default", a file, a profile of a file, or an option."""

    key: Key
    value: Any
    origin: str

    @property
    def name(self) -> str:
        """The key as it is written in TOML."""
        return spelt(self.key)


DEFAULTS: Mapping[Key, Any] = {
    ("fail-on",): "major",
    ("min-fidelity",): None,
    ("require-original",): False,
    ("copies",): (),
    ("originals",): (),
    ("coverage",): (),
    ("primary",): (),
    ("baseline",): None,
    ("ratchet",): False,
    ("format",): "text",
    ("output",): (),
}
"""What goes where nobody says otherwise."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All that is in force: the values by key, and the suppressions.

    `files` are those that were read, none for the defaults; `remarks` is what is to be said of them.
    """

    values: Mapping[Key, Value] = field(
        default_factory=lambda: {key: Value(key, value, DEFAULT) for key, value in DEFAULTS.items()}
    )
    suppressions: tuple[Suppression, ...] = ()
    files: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    def __getitem__(self, name: str) -> Any:
        """The value of one of `DEFAULTS`, such as "fail-on"."""
        return self.values[(name,)].value

    def given(self, name: str) -> bool:
        """Whether somebody said what this is to be."""
        return self.values[(name,)].origin != DEFAULT

    def overruled(self, options: Mapping[str, Any]) -> Settings:
        """With what the command line's options say: by key, None for those that were not given."""
        said: dict[Key, Value] = {
            (k,): Value((k,), v, f"--{k}") for k, v in options.items() if v is not None and v != ()
        }
        return replace(self, values={**self.values, **said})

    def table(self, *key: str) -> dict[Key, Any]:
        """The values below a key, by the rest of theirs."""
        return {k[len(key) :]: v.value for k, v in self.values.items() if len(k) > len(key) and k[: len(key)] == key}

    @property
    def policy(self) -> Policy:
        """What closes the gate."""
        from mtaudit.gate import OutletPolicy, Policy

        outlets = {name for name, *_ in self.table("outlet")}

        def outlet(name: str) -> OutletPolicy:
            said = self.table("outlet", name)
            least = said.get(("fail-on",))
            return OutletPolicy(fail_on=Severity(least) if least else None, min_fidelity=said.get(("min-fidelity",)))

        return Policy(
            fail_on=Severity(self["fail-on"]),
            min_fidelity=self["min-fidelity"],
            require_original=self["require-original"],
            ratchet=self["ratchet"],
            outlets={name: outlet(name) for name in sorted(outlets)},
        )

    @property
    def levels(self) -> Levels:
        """The severities that the house decided on."""
        from mtaudit.judging.settling import Levels

        outlets: dict[str, dict[str, Severity | None]] = {}
        for key, level in self.table("outlet").items():
            if key[1] == "levels":
                outlets.setdefault(key[0], {})[key[2]] = _severity(level)
        everywhere = {name: _severity(v) for (name, option), v in self.table("detectors").items() if option == "level"}
        return Levels(everywhere, outlets)

    @property
    def glossary(self) -> tuple[Term, ...]:
        """Names and terms that must survive."""
        return tuple(sorted(Term(name, tuple(allowed)) for (name,), allowed in self.table("glossary").items()))

    @property
    def lexicon(self) -> Path | None:
        """The folder of the words that the house adds to the lists, or strikes."""
        said = self.values.get(LEXICON)
        return Path(said.value) if said else None

    @property
    def options(self) -> dict[str, dict[str, Any]]:
        """The options of detectors, by detector and the name of the field."""
        made: dict[str, dict[str, Any]] = {}
        for (name, option), value in self.table("detectors").items():
            if option != "level":
                made.setdefault(name, {})[option.replace("-", "_")] = value
        return made

    @property
    def digest(self) -> str:
        """What of the settings makes an audit another, for its signature; nothing where they leave it alone."""
        judging = [
            (key, repr(value.value))
            for key, value in sorted(self.values.items(), key=lambda item: item[0])
            if key[0] in ("detectors", "glossary") or (key[0] == "outlet" and key[2] in ("levels", "documents"))
        ]
        return hashlib.sha256(repr(judging).encode("utf-8", "surrogatepass")).hexdigest()[:8] if judging else ""

    def judging(self, plugins: Plugins) -> Plugins:
        """The plug-ins with the options, levels and glossary in force."""
        from mtaudit.config.checking import option_types
        from mtaudit.config.checking import typed as made

        asked = {
            name: {option: made(value, option_types(name)[option]) for option, value in options.items()}
            for name, options in self.options.items()
        }

        def set_(detectors: Mapping[str, Kind]) -> dict[str, Kind]:
            return {
                name: replace(d, **asked[name]) if name in asked else d  # type: ignore[type-var]  # the registry saw to it
                for name, d in detectors.items()
            }

        house = replace(
            plugins,
            detectors=set_(plugins.detectors),
            coverage=set_(plugins.coverage),
            text=set_(plugins.text),
            levels=self.levels,
        )
        if not self.glossary:
            return house
        from mtaudit.detectors.glossary import Glossary

        return replace(house, glossary=Glossary(self.glossary))

    def attributed(self, documents: Iterable[Document]) -> list[Document]:
        """The documents, each with the outlet whose `documents` it is one of, where it names none itself."""
        globs = [
            (key[0], (glob, f"*/{glob}"))
            for key, value in self.table("outlet").items()
            if key[1] == "documents"
            for glob in value
        ]

        def outlet(document: Document) -> str | None:
            names = [name for name in (document.id, document.path, document.url) if name]
            return next((own for own, forms in globs if any(fnmatchcase(n, f) for n in names for f in forms)), None)

        return [d if d.outlet is not None or not globs else replace(d, outlet=outlet(d)) for d in documents]


def suppression(entry: Mapping[str, Any], origin: str) -> Suppression:
    """An entry that has been checked, as a record."""
    expires = entry.get("expires")
    return Suppression(
        reason=" ".join(entry["reason"].split()),
        origin=origin,
        author=entry.get("author"),
        expires=date.fromisoformat(expires) if isinstance(expires, str) else expires,
        fingerprint=entry.get("fingerprint"),
        detector=current(entry["detector"]) if "detector" in entry else None,
        category=Category(entry["category"]) if "category" in entry else None,
        outlet=entry.get("outlet"),
        document=entry.get("document"),
        original=entry.get("original"),
        copy=entry.get("copy"),
    )


def _severity(level: str) -> Severity | None:
    return None if level == "off" else Severity(level)


def in_folder(word: str, folder: Path) -> str:
    """A file, folder or glob as it is called from here; web addresses and - stay as they are."""
    return word if "://" in word or word == "-" else (folder / word).as_posix()
