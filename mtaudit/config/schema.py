"""The JSON schema of `mtaudit.toml`, made of the form and the detectors' options, for editors to complete and check."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import msgspec

from mtaudit import registry
from mtaudit.config.checking import SELECTORS, option_types
from mtaudit.config.form import ConfigFile, Level
from mtaudit.detectors.base import GLOSSARY

FILE = Path(__file__).parent / "mtaudit.schema.json"
"""Where it is published."""

_LEVEL = {"$ref": "#/$defs/Level"}


def schema() -> dict[str, Any]:
    """The schema, draft 2020-12. The options are those of the detectors that come with mtaudit."""
    made = msgspec.json.schema(ConfigFile)
    definitions = made["$defs"]
    own = [entry.name for entry in registry.detectors() if entry.built_in]
    definitions["Level"] = msgspec.json.schema(Level)
    definitions["Detectors"] = {
        "type": "object",
        "properties": {name: _detector(name) for name in (*own, GLOSSARY)},
        "additionalProperties": {"type": "object", "properties": {"level": _LEVEL}},
    }
    for table in ("ConfigFile", "ProfileTable"):
        said = definitions[table]["properties"]["detectors"]["description"]
        definitions[table]["properties"]["detectors"] = {"description": said, "$ref": "#/$defs/Detectors"}
    definitions["SuppressTable"]["anyOf"] = [{"required": [name]} for name in SELECTORS]
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "mtaudit.toml"}
    return {**head, **made}


def text() -> str:
    """The schema as its file has it."""
    return msgspec.json.format(msgspec.json.encode(schema()), indent=1).decode() + "\n"


def _detector(name: str) -> dict[str, Any]:
    options = {
        option.replace("_", "-"): msgspec.json.schema(kind, schema_hook=_number)
        for option, kind in option_types(name).items()
    }
    return {"type": "object", "properties": {"level": _LEVEL, **options}, "additionalProperties": False}


def _number(kind: type) -> dict[str, Any]:
    if kind is Fraction:
        return {"type": "number"}
    raise NotImplementedError(kind)
