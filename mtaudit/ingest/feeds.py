"""RSS, RDF and Atom → entries."""

from __future__ import annotations

import calendar
import io
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from mtaudit.errors import InputError
from mtaudit.ingest.dates import timed
from mtaudit.ingest.entries import Entry
from mtaudit.ingest.html import language_code, text_of
from mtaudit.ingest.resources import Resource
from mtaudit.ingest.web.addresses import is_address

_HTML = ("text/html", "application/xhtml+xml")


def feed(resource: Resource) -> Iterator[Entry]:
    """The entries of a feed, in its order; a broken one gives those that can be made out.

    Raises InputError where it is no feed.
    """
    import feedparser

    headers = {"content-type": f"application/xml; charset={resource.charset}"} if resource.charset else {}
    try:
        found = feedparser.parse(
            io.BytesIO(resource.body), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
    except Exception as error:  # a feed that breaks another's parser costs itself, never the run
        raise InputError(f"cannot be read ({type(error).__name__}: {error})") from error
    if not found.get("version") and not found.entries:
        raise InputError(f"is no feed ({found.get('bozo_exception', 'without entries')})")
    for number, entry in enumerate(found.entries, start=1):
        yield _entry(resource, number, entry, found.feed)


def _entry(resource: Resource, number: int, entry: Any, channel: Any) -> Entry:
    link = _line(entry.get("link"))
    url = link if link and is_address(link) else None
    content = max(entry.get("content", ()), key=lambda part: len(part.get("value") or ""), default=None)
    held = content or entry.get("summary_detail")
    markup = (held or {}).get("value") or None
    is_html = held is not None and (held.get("type") in _HTML or "</" in (markup or ""))
    source = entry.get("source") or {}
    return Entry(
        id=url or f"{resource.id}#{_line(entry.get('id')) or number}",
        url=url,
        title=_line(entry.get("title")),
        outlet=_line(source.get("title")) or _line(channel.get("title")),
        author=_line(entry.get("author")),
        published=_published(entry),
        language=language_code((held or {}).get("language") or channel.get("language")),
        html=markup if is_html else None,
        text=None if is_html else markup,
        whole=content is not None,
    )


def _line(value: str | None) -> str | None:
    """A field without the entities and tags that some feeds write in it."""
    if not value:
        return None
    return text_of(value) if "&" in value or "<" in value else " ".join(value.split()) or None


def _published(entry: Any) -> datetime | None:
    for field in ("published", "updated"):
        if moment := timed(dict.get(entry, field)):  # feedparser's own would give the one for the other, and warn of it
            return moment
        if parsed := dict.get(entry, f"{field}_parsed"):
            try:
                return datetime.fromtimestamp(calendar.timegm(parsed), UTC)
            except (ValueError, OverflowError, OSError):
                continue
    return None
