"""What the gate found as Checkstyle's XML, which many CI systems and editors read."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree import ElementTree as ET

from mtaudit.records.rulings import Checked, Level
from mtaudit.render.gate.listing import charges, listed
from mtaudit.render.gate.markup import element, file

_VERSION = "10.0"  # of the Checkstyle whose form this is; it has been the same since 3.0
_SEVERITY = {Level.ERROR: "error", Level.WARNING: "warning"}


@dataclass(frozen=True, slots=True)
class Checkstyle:
    """Errors and warnings by file, with the name of its detector as `source`.

    Line and column are given where they are the file's own; otherwise it is line 1.
    """

    def __call__(self, checked: Checked) -> str:
        """The whole file."""
        root = ET.Element("checkstyle", version=_VERSION)
        files: dict[str, ET.Element] = {}

        def errors_of(path: str) -> ET.Element:
            if path not in files:
                files[path] = element(root, "file", name=path)
            return files[path]

        for item in listed(checked):
            if item.pressing:
                at = item.in_file
                element(
                    errors_of(item.path),
                    "error",
                    line=at.line if at else 1,
                    column=at.column if at else None,
                    severity=_SEVERITY[item.ruling.level],
                    message=item.sentences,
                    source=f"mtaudit.{item.finding.detector}",
                )
        for charge in charges(checked):
            severity = "error" if charge.closes else "info"
            element(
                errors_of(charge.path or "."),
                "error",
                line=1,
                severity=severity,
                message=charge.beside,
                source=f"mtaudit.{charge.matter}",
            )
        return file(root)
