"""Bytes with where they came from, and what kind of thing they are."""

from __future__ import annotations

import codecs
import json
import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath

from mtaudit.errors import InputError
from mtaudit.ingest.plain import MAX_BYTES

HEAD = 4096
"""Bytes from which the kind is told."""

PLAIN_SUFFIXES = (".txt", ".text", ".md")


class Kind(StrEnum):
    """What is read, each by a reader of its own."""

    PLAIN = "plain text"
    HTML = "a web page"
    MHTML = "a saved web page"
    FEED = "a feed"
    JSON_FEED = "a JSON Feed"
    JSONL = "JSON lines"
    SITEMAP = "a sitemap"


LONGEST = {Kind.PLAIN: MAX_BYTES, Kind.HTML: 10_000_000, Kind.MHTML: 50_000_000}
"""Bytes, after decompression, of one article: the heaviest pages have 5 MB of markup, and saved ones hold pictures."""

LONGEST_COLLECTION = 50_000_000
"""Bytes of what holds many articles: the largest sitemap that its protocol allows. JSON lines are read one by one."""

_SUFFIXES = {
    **dict.fromkeys(PLAIN_SUFFIXES, Kind.PLAIN),
    **dict.fromkeys((".html", ".htm", ".xhtml"), Kind.HTML),
    **dict.fromkeys((".mhtml", ".mht"), Kind.MHTML),
    **dict.fromkeys((".jsonl", ".ndjson"), Kind.JSONL),
    **dict.fromkeys((".rss", ".atom", ".rdf"), Kind.FEED),
    ".xml": None,
}
"""What a name tells; an .xml may be several things, and any other name none."""

FOLDER_SUFFIXES = tuple(_SUFFIXES)
"""What is read out of a folder, also with .gz behind; a file that is named outright may have any suffix."""

_ROOTS = {
    "rss": Kind.FEED,
    "rdf": Kind.FEED,
    "feed": Kind.FEED,
    "urlset": Kind.SITEMAP,
    "sitemapindex": Kind.SITEMAP,
    **dict.fromkeys("html head body title meta div p article main section h1 h2 header span table".split(), Kind.HTML),
}

_ROOT = re.compile(r"<(?:[\w.-]+:)?([A-Za-z][\w.-]*)")

_PROLOGUE = re.compile(r"\s*(?:<\?.*?\?>|<!--.*?-->)", re.DOTALL)

_MIME_HEAD = re.compile(rb"\A(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Resource:
    """What one file, address or standard input held. `charset` is what its server says."""

    body: bytes
    id: str
    path: str | None = None
    url: str | None = None
    charset: str | None = None


def bare_suffix(name: str) -> str:
    """The suffix of a file's name, without the .gz that may follow it."""
    path = PurePath(name)
    return (PurePath(path.stem) if path.suffix.lower() == ".gz" else path).suffix.lower()


def kind_of(head: bytes, *, name: str | None = None, media_type: str | None = None) -> Kind:
    """What these are the first bytes of, by its name, its words, and its server, in this order.

    Servers send feeds as text/html, so their word counts last. Raises InputError for what is no text.
    """
    named = _SUFFIXES.get(bare_suffix(name)) if name else None
    seen = named or _seen(head)
    if seen:
        return seen
    if media_type is None or media_type == "text/plain":
        return Kind.PLAIN
    if media_type in ("text/html", "application/xhtml+xml"):
        return Kind.HTML
    raise InputError(f"is {media_type}, which is not read")


def _seen(head: bytes) -> Kind | None:
    text = _text(head).lstrip()
    if text.startswith("{"):
        return _seen_json(text)
    if text.startswith("<"):
        while found := _PROLOGUE.match(text):
            text = text[found.end() :]
        text = text.lstrip()
        if text[:9].lower() == "<!doctype":
            return Kind.HTML if text[9:20].lower().strip().startswith("html") else _root(text[9:])
        return _root(text)
    if _MIME_HEAD.match(head) and b"multipart/related" in head:
        return Kind.MHTML
    return None


def _root(text: str) -> Kind | None:
    found = _ROOT.search(text)
    return _ROOTS.get(found[1].lower()) if found else None


def _seen_json(text: str) -> Kind | None:
    if "jsonfeed.org/version" in text.replace("\\/", "/"):
        return Kind.JSON_FEED
    line, end, _ = text.partition("\n")
    if not end and len(text) >= HEAD:  # one line, and longer than we see
        return Kind.JSONL if re.match(r'\{\s*"[\w-]+"\s*:', text) else None
    try:
        return Kind.JSONL if isinstance(json.loads(line), dict) else None
    except (ValueError, RecursionError):
        return None


def _text(head: bytes) -> str:
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if head.startswith(mark):
            return head[2:].decode(encoding, "ignore")
    return head.removeprefix(codecs.BOM_UTF8).decode("latin-1")
