"""Where a document lies, as other tools name it: paths in a repository, addresses as RFC 3986 has them."""

from __future__ import annotations

import posixpath
import re
from pathlib import PurePosixPath
from urllib.parse import quote, urlsplit, urlunsplit

from mtaudit.records import Document
from mtaudit.render.reading.text import web_link

_PACKED = frozenset(
    (".html", ".htm", ".xhtml", ".shtml", ".mhtml", ".mht", ".xml", ".rss", ".atom", ".rdf", ".json", ".jsonl",
     ".ndjson", ".gz")
)  # fmt: skip
_OF_AN_ADDRESS = ":/?@!$&'()*+,;=%"  # RFC 3986: what may stand in every part of an address, or has been encoded
_BARE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


def path_of(document: Document) -> str:
    """The file that it came out of, or else its address, or else its name; with "/" and no needless dots."""
    if document.path is not None:
        return normal(document.path)
    return web_link(document.url) or document.id


def normal(path: str) -> str:
    """The path without "./" and "a/../"; one that is none, such as "-", as it is."""
    return posixpath.normpath(path) if path else path


def verbatim(document: Document) -> bool:
    """Whether the lines of the document's text are those of its file: it is plain text and the only article there."""
    return (
        document.path is not None
        and document.id == document.path
        and not document.url
        and not document.marked
        and PurePosixPath(document.path).suffix.lower() not in _PACKED
    )


def uri_of(path: str) -> tuple[str, bool]:
    """A path, as `path_of` gives it, as a URI reference, and whether it is relative to the folder of the run."""
    if web_link(path):
        parts = urlsplit(_BARE_PERCENT.sub("%25", path))
        netloc = quote(_octets(parts.netloc), safe=f"{_OF_AN_ADDRESS}[]")
        rest = (quote(_octets(part), safe=_OF_AN_ADDRESS) for part in parts[2:])
        return urlunsplit((parts.scheme, netloc, *rest)), False
    encoded = quote(_octets(path), safe="/")
    return (f"file://{encoded}", False) if path.startswith("/") else (encoded, True)


def _octets(path: str) -> bytes:
    """The bytes of the file's name; what cannot be one is replaced."""
    try:
        return path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return path.encode("utf-8", "replace")
