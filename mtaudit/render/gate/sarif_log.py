"""The objects of SARIF 2.1.0 (OASIS Standard, 27 March 2020) of which mtaudit makes use, named as they are there.

An absent field is left out of the JSON; the names are written as the standard has them, in camel case.
"""

from __future__ import annotations

from typing import Literal

import msgspec

Level = Literal["error", "warning", "note"]
State = Literal["new", "unchanged", "absent"]
Properties = dict[str, object]


class _Object(msgspec.Struct, frozen=True, kw_only=True, rename="camel", omit_defaults=True):
    """What all have in common."""


class Message(_Object, frozen=True, kw_only=True):
    """Plain text, in which `[words](1)` leads to the related location of that number; §3.11."""

    text: str


class Multiformat(_Object, frozen=True, kw_only=True):
    """A text, and the same as Markdown; §3.12."""

    text: str
    markdown: str | None = None


class ArtifactLocation(_Object, frozen=True, kw_only=True):
    """A URI and its place in the run's artifacts; §3.4."""

    uri: str | None = None
    uri_base_id: str | None = None
    index: int | None = None
    description: Message | None = None


class Region(_Object, frozen=True, kw_only=True):
    """Lines and columns from 1, the end column exclusive, characters from 0; §3.30."""

    start_line: int
    start_column: int
    end_line: int
    end_column: int
    char_offset: int
    char_length: int
    snippet: Message | None = None


class PhysicalLocation(_Object, frozen=True, kw_only=True):
    """A place in a file; without a region the whole of it; §3.29."""

    artifact_location: ArtifactLocation
    region: Region | None = None
    context_region: Region | None = None


class LogicalLocation(_Object, frozen=True, kw_only=True):
    """An article, where its file is not the article itself; §3.33."""

    name: str
    fully_qualified_name: str
    kind: str


class Location(_Object, frozen=True, kw_only=True):
    """Where something is; `id` is what messages refer to; §3.28."""

    id: int | None = None
    physical_location: PhysicalLocation | None = None
    logical_locations: list[LogicalLocation] | None = None
    message: Message | None = None
    properties: Properties | None = None


class Suppression(_Object, frozen=True, kw_only=True):
    """Why a result is no matter; §3.35."""

    kind: Literal["external"]
    status: Literal["accepted"]
    justification: str
    properties: Properties | None = None


class Result(_Object, frozen=True, kw_only=True):
    """A finding; §3.27."""

    rule_id: str
    rule_index: int
    kind: Literal["fail"]
    level: Level
    message: Message
    locations: list[Location]
    related_locations: list[Location] | None = None
    partial_fingerprints: dict[str, str] | None = None
    baseline_state: State | None = None
    suppressions: list[Suppression] | None = None
    rank: float | None = None
    properties: Properties | None = None


class Configuration(_Object, frozen=True, kw_only=True):
    """How a rule is set by default; §3.50."""

    level: Level


class Rule(_Object, frozen=True, kw_only=True):
    """A reporting descriptor: a detector, or another matter that the gate speaks of; §3.49."""

    id: str
    name: str
    short_description: Multiformat
    full_description: Multiformat
    help: Multiformat
    help_uri: str | None = None
    default_configuration: Configuration
    properties: Properties


class Driver(_Object, frozen=True, kw_only=True):
    """The tool itself; §3.19."""

    name: str
    full_name: str
    version: str
    semantic_version: str
    language: str
    short_description: Multiformat
    rules: list[Rule]


class Tool(_Object, frozen=True, kw_only=True):
    """§3.18."""

    driver: Driver


class Reference(_Object, frozen=True, kw_only=True):
    """Which rule a notification is about; §3.52."""

    id: str


class Notification(_Object, frozen=True, kw_only=True):
    """What is to be said of the run and not of a copy; §3.58."""

    level: Level
    message: Message
    descriptor: Reference
    locations: list[Location] | None = None


class Invocation(_Object, frozen=True, kw_only=True):
    """How the run went; §3.20."""

    execution_successful: bool
    exit_code: int
    exit_code_description: str
    tool_execution_notifications: list[Notification]
    tool_configuration_notifications: list[Notification]


class Artifact(_Object, frozen=True, kw_only=True):
    """A file that was read; §3.24."""

    location: ArtifactLocation
    roles: list[Literal["analysisTarget", "referencedOnCommandLine"]]
    mime_type: str | None = None
    properties: Properties | None = None


class AutomationDetails(_Object, frozen=True, kw_only=True):
    """What runs of the same kind are known by; §3.17."""

    id: str


class Run(_Object, frozen=True, kw_only=True):
    """A run; §3.14."""

    tool: Tool
    automation_details: AutomationDetails
    language: str
    column_kind: Literal["unicodeCodePoints"]
    newline_sequences: list[str]
    original_uri_base_ids: dict[str, ArtifactLocation]
    invocations: list[Invocation]
    artifacts: list[Artifact]
    results: list[Result]
    properties: Properties


class Log(_Object, frozen=True, kw_only=True):
    """The whole file; §3.13."""

    schema: str = msgspec.field(name="$schema")
    version: Literal["2.1.0"]
    runs: list[Run]
