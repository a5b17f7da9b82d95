"""Bytes → Document: text, pages, feeds, from files and the web. The text is final from here on."""

from mtaudit.ingest.files import STANDARD_INPUT, Source, expand, named
from mtaudit.ingest.plain import MAX_BYTES, decode, document
from mtaudit.ingest.sources import Reader
from mtaudit.ingest.web import Answer, Cache

__all__ = [
    "MAX_BYTES",
    "STANDARD_INPUT",
    "Answer",
    "Cache",
    "Reader",
    "Source",
    "decode",
    "document",
    "expand",
    "named",
]
