"""The form of `mtaudit.toml`: every table, key and type that it may have, from which its JSON schema is made too."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from msgspec import UNSET, Meta, Struct, UnsetType

from mtaudit.mqm import Category

LEVELS = Literal["off", "neutral", "minor", "major", "critical"]

Level = Annotated[
    LEVELS, Meta(description="The severity of its findings, whatever it says itself; off: none are told.")
]
FailOn = Annotated[
    Literal["critical", "major", "minor"], Meta(description="The least severity of a new finding that closes the gate.")
]
Fidelity = Annotated[float, Meta(ge=0, le=100, description="A copy below this fidelity, 0 to 100, closes the gate.")]
Filled = Annotated[str, Meta(min_length=1)]
Name = Annotated[str, Meta(min_length=1)]


class OutletTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """What goes for the copies of one outlet, before what goes for all."""

    documents: Annotated[
        list[Filled] | UnsetType,
        Meta(description="Globs over names, paths and addresses of copies that do not name their outlet themselves."),
    ] = UNSET
    fail_on: FailOn | UnsetType = UNSET
    min_fidelity: Fidelity | UnsetType = UNSET
    levels: Annotated[dict[str, Level] | UnsetType, Meta(description="Severities by detector.")] = UNSET


class LexiconTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a newsroom has to say of the lists of words."""

    folder: Annotated[
        Filled | UnsetType,
        Meta(description="Files of words that are added to the lists or struck, from the folder of this file."),
    ] = UNSET


class SuppressTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Findings that are no matter here: those with all of what is named, of which there must be something."""

    reason: Annotated[str, Meta(min_length=1, description="Why, for those who come after.")]
    author: Annotated[str | UnsetType, Meta(description="Who decided.")] = UNSET
    expires: Annotated[date | UnsetType, Meta(description="The last day on which it holds.")] = UNSET
    fingerprint: Annotated[Filled | UnsetType, Meta(description="That of one finding.")] = UNSET
    detector: Annotated[Filled | UnsetType, Meta(description="The name of a detector, or glossary.")] = UNSET
    category: Annotated[Category | UnsetType, Meta(description="A category of error.")] = UNSET
    outlet: Annotated[Filled | UnsetType, Meta(description="The outlet of the copy.")] = UNSET
    document: Annotated[Filled | UnsetType, Meta(description="A glob over the copy's name, path and address.")] = UNSET
    original: Annotated[Filled | UnsetType, Meta(description="The phrase of the original.")] = UNSET
    copy: Annotated[Filled | UnsetType, Meta(description="The phrase of the copy.")] = UNSET


class ProfileTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """Settings."""

    fail_on: FailOn | UnsetType = UNSET
    min_fidelity: Fidelity | UnsetType = UNSET
    require_original: Annotated[
        bool | UnsetType, Meta(description="Whether a copy without an original closes the gate.")
    ] = UNSET
    copies: Annotated[list[Filled] | UnsetType, Meta(description="The copies, from the folder of this file.")] = UNSET
    originals: Annotated[list[Filled] | UnsetType, Meta(description="The originals, from the folder of this file.")] = (
        UNSET
    )
    coverage: Annotated[
        list[Filled] | UnsetType,
        Meta(description="Other articles on the same events, for copies without an original; as the originals."),
    ] = UNSET
    primary: Annotated[
        list[Filled] | UnsetType,
        Meta(description="Rulings, press releases, transcripts that the articles quote; as the originals."),
    ] = UNSET
    baseline: Annotated[Filled | UnsetType, Meta(description="The baseline, from the folder of this file.")] = UNSET
    ratchet: Annotated[
        bool | UnsetType, Meta(description="Whether more findings for an outlet than in the baseline close the gate.")
    ] = UNSET
    format: Annotated[Filled | UnsetType, Meta(description="What `mtaudit check` prints.")] = UNSET
    output: Annotated[
        list[Filled] | UnsetType, Meta(description="What it writes besides: FORMAT=FILE, from the folder of this file.")
    ] = UNSET
    detectors: Annotated[
        dict[str, dict[str, Any]] | UnsetType, Meta(description="By detector: level, and its options.")
    ] = UNSET
    outlet: Annotated[dict[Name, OutletTable] | UnsetType, Meta(description="By outlet: what goes for its copies.")] = (
        UNSET
    )
    glossary: Annotated[
        dict[Name, list[Filled]] | UnsetType,
        Meta(description="Names and terms that must survive, each with what may stand for it as well."),
    ] = UNSET
    lexicon: Annotated[LexiconTable | UnsetType, Meta(description="Words of this newsroom.")] = UNSET
    suppress: Annotated[list[SuppressTable] | UnsetType, Meta(description="Findings that are no matter here.")] = UNSET


class ConfigFile(ProfileTable, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """The settings of mtaudit: `mtaudit.toml`, or the table `tool.mtaudit` of `pyproject.toml`."""

    profile: Annotated[
        dict[Name, ProfileTable] | UnsetType, Meta(description="Settings that `--profile NAME` puts before the others.")
    ] = UNSET
