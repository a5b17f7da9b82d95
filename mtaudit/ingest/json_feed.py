"""JSON Feed (jsonfeed.org, versions 1 and 1.1) → entries."""

from __future__ import annotations

import json
from collections.abc import Iterator

from mtaudit.errors import InputError
from mtaudit.ingest.dates import timed
from mtaudit.ingest.entries import Entry
from mtaudit.ingest.html import language_code
from mtaudit.ingest.plain import decode
from mtaudit.ingest.resources import Resource
from mtaudit.ingest.web.addresses import is_address
from mtaudit.records import Failure

Fields = dict[str, object]


def json_feed(resource: Resource) -> Iterator[Entry | Failure]:
    """The entries of a JSON Feed, in its order. Raises InputError where it is none."""
    try:
        found = json.loads(decode(resource.body)[0])
    except (ValueError, RecursionError) as error:
        raise InputError(f"is no JSON ({error})") from None
    items = found.get("items") if isinstance(found, dict) else None
    if not isinstance(items, list):
        raise InputError("is no JSON Feed: it has no list of items")
    for number, item in enumerate(items, start=1):
        if isinstance(item, dict):
            yield _entry(resource, number, item, found)
        else:
            yield Failure("reading", f"{resource.id}#{number}", "the item is no object")


def _entry(resource: Resource, number: int, item: Fields, feed: Fields) -> Entry:
    link = said(item, "url") or said(item, "external_url")
    url = link if link and is_address(link) else None
    html, text = said(item, "content_html"), said(item, "content_text")
    return Entry(
        id=url or f"{resource.id}#{said(item, 'id') or number}",
        url=url,
        title=said(item, "title"),
        outlet=said(feed, "title"),
        author=_author(item) or _author(feed),
        published=timed(said(item, "date_published")),
        language=language_code(said(item, "language") or said(feed, "language")),
        html=html,
        text=None if html else text,
        whole=True,
    )


def _author(fields: Fields) -> str | None:
    authors = fields.get("authors")
    first = authors[0] if isinstance(authors, list) and authors else fields.get("author")
    return said(first, "name") if isinstance(first, dict) else None


def said(fields: Fields, name: str) -> str | None:
    """A field's text on one line where it is a title or a name, None where it is missing or empty."""
    value = fields.get(name)
    return str(value) if isinstance(value, str | int) and str(value).strip() else None
