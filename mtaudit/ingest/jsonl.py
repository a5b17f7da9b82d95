"""JSON lines → entries: an object a line with the fields `FIELDS`, of which `text`, `html` or `url` is needed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import count
from typing import BinaryIO

from mtaudit.errors import InputError
from mtaudit.ingest.compression import reading
from mtaudit.ingest.dates import timed
from mtaudit.ingest.entries import Entry
from mtaudit.ingest.html import language_code
from mtaudit.ingest.plain import decode
from mtaudit.ingest.web.addresses import is_address
from mtaudit.records import Failure

FIELDS = ("id", "text", "html", "title", "outlet", "author", "url", "published", "language")
"""All are strings; `published` is a date of ISO 8601, `language` a code such as en. Others are passed over."""

LONGEST_LINE = 10_000_000
"""Bytes: as much as a web page may have."""


def jsonl(stream: BinaryIO, id: str) -> Iterator[Entry | Failure]:
    """The entry of each line, read one by one, so that an archive may be of any size; a bad line costs itself."""
    for number in count(1):
        with reading():
            line = stream.readline(LONGEST_LINE + 1)
        if not line:
            return
        where = f"{id}:{number}"
        if len(line) > LONGEST_LINE:
            yield Failure("reading", where, f"has more than {LONGEST_LINE:,} bytes; no line after it is read")
            return
        if not line.strip():
            continue
        try:
            yield _entry(line, id, where)
        except InputError as error:
            yield Failure("reading", where, str(error))


def _entry(line: bytes, id: str, where: str) -> Entry:
    try:
        found = json.loads(decode(line)[0])
    except (ValueError, RecursionError) as error:
        raise InputError(f"is no JSON ({error})") from None
    if not isinstance(found, dict):
        raise InputError("is no JSON object")
    fields: dict[str, str] = {}
    for name in FIELDS:
        value = found.get(name)
        if value is None or value == "":
            continue
        if not isinstance(value, str | int):
            raise InputError(f"its field {name!r} is no string")
        fields[name] = str(value)
    if not fields.keys() & {"text", "html", "url"}:
        raise InputError("has none of the fields 'text', 'html' and 'url'")
    url = fields.get("url")
    if url and not is_address(url):
        raise InputError("its field 'url' is no web address")
    return Entry(
        id=f"{id}#{fields['id']}" if "id" in fields else where,
        url=url,
        title=fields.get("title"),
        outlet=fields.get("outlet"),
        author=fields.get("author"),
        published=timed(fields.get("published")),
        language=language_code(fields.get("language")),
        html=fields.get("html"),
        text=fields.get("text"),
        exact=True,
    )
