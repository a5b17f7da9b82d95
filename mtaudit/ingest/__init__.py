"""Bytes → Document: files of plain text. The text is final from here on, so that every span stays true."""

from mtaudit.ingest.files import MAX_BYTES, expand, read
from mtaudit.ingest.plain import decode, document

__all__ = ["MAX_BYTES", "decode", "document", "expand", "read"]
