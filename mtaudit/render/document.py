"""What was understood of one document, for `mtaudit read`."""

from __future__ import annotations

import json

from mtaudit.records import Document
from mtaudit.render.reading.text import one_line, writable
from mtaudit.text.segmentation import paragraphs


def as_text(document: Document) -> str:
    """What it says of itself, what was remarked, and its paragraphs with their roles."""
    published = document.published.isoformat(sep=" ", timespec="minutes") if document.published else None
    said = {
        "title": document.title,
        "outlet": document.outlet,
        "author": document.author,
        "published": published,
        "language": document.language,
        "address": document.url,
        "file": document.path,
    }
    lines = [f"{name + ':':<11}{one_line(value) if value else '–'}" for name, value in said.items()]
    lines += [f"{'remark:':<11}{one_line(remark)}" for remark in document.remarks]
    for paragraph in paragraphs(document):
        lines += ["", f"[{paragraph.role}] {one_line(paragraph.span.of(document.text))}"]
    return "\n".join(lines)


def as_json(document: Document) -> str:
    """The same as one line of JSON, whose fields are those of the JSON lines that mtaudit reads, and `paragraphs`."""
    said = {
        "id": document.id,
        "path": document.path,
        "url": document.url,
        "title": document.title,
        "outlet": document.outlet,
        "author": document.author,
        "published": document.published.isoformat() if document.published else None,
        "language": document.language,
        "remarks": list(document.remarks),
        "text": document.text,
        "paragraphs": [{"start": p.span.start, "end": p.span.end, "role": str(p.role)} for p in paragraphs(document)],
    }
    return writable(json.dumps(said, ensure_ascii=False))
