"""What the gate's XML formats share: text that XML 1.0 allows, and the file itself."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from mtaudit.render.reading.text import visible

_NO_CHARACTERS = {0xFFFE: "[U+FFFE]", 0xFFFF: "[U+FFFF]"}
"""What XML 1.0 (section 2.2) forbids besides control characters and surrogates, which `visible` replaces."""


def allowed(text: str) -> str:
    """The text with everything that XML forbids, or that hides, as a sign that can be seen."""
    return visible(text).translate(_NO_CHARACTERS)


def element(parent: ET.Element, tag: str, text: str | None = None, **attributes: object) -> ET.Element:
    """A new last child, whose text and attributes may be anything; an attribute that is None is left out."""
    said = {name: allowed(str(value)) for name, value in attributes.items() if value is not None}
    made = ET.SubElement(parent, tag, said)
    if text:
        made.text = allowed(text)
    return made


def file(root: ET.Element) -> str:
    """The whole file, indented."""
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'
