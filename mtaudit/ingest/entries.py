"""One entry of a feed, a JSON line, an address in a sitemap → Document, from its text or from the page it links to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from mtaudit.errors import InputError
from mtaudit.ingest.html import Metadata, article, fragment, lines
from mtaudit.ingest.libraries import installed
from mtaudit.ingest.pages import linked
from mtaudit.ingest.plain import document
from mtaudit.ingest.web.answers import Answer
from mtaudit.records import Document, Failure
from mtaudit.text.language import settled

Fetch = Callable[[str], Answer]
"""What brings the answer of a web address, or raises InputError."""

WHOLE_WORDS = 150
"""Words from which a feed's description is the article and not its summary; wire briefs begin at about 150."""

_CUT = re.compile(
    r"(?:\[?(?:…|\.\.\.|&hellip;)\]?|(?:continue reading|read (?:more|the (?:full|rest)))\b.{0,80})\W*$",
    re.IGNORECASE,
)
"""How a feed ends that gives the beginning only."""

_PAGE = re.compile(r"\s*<(?:!doctype|html|head|body)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a collection says of one article. `html` or `text` is what it holds of it.

    `whole` says that it claims to be all of the article; else it may be a summary. `exact` text is left as it
    is to the last space, so that spans fit whoever wrote it.
    """

    id: str
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: datetime | None = None
    language: str | None = None
    html: str | None = None
    text: str | None = None
    whole: bool = False
    exact: bool = False


def documents(entries: Iterable[Entry | Failure], path: str | None, fetch: Fetch) -> Iterator[Document | Failure]:
    """Each entry's document; one that cannot be read costs itself."""
    for entry in entries:
        if isinstance(entry, Failure):
            yield entry
            continue
        try:
            with installed():
                made = _document(entry, path, fetch)
            yield made
        except InputError as error:
            yield Failure("reading", entry.id, str(error))


def _document(entry: Entry, path: str | None, fetch: Fetch) -> Document:
    if entry.text is not None and entry.exact:
        made = document(entry.text, id=entry.id, path=path)
        return replace(_told(made, entry), title=entry.title or made.title)
    held = _held(entry, path)
    if held and (_whole(entry, held) or not entry.url):
        return held if _whole(entry, held) else replace(held, remarks=(*held.remarks, "a summary only, with no link"))
    if not entry.url:
        raise InputError("has neither text nor a link")
    return _told(linked(fetch(entry.url), entry.id, path), entry)


def _held(entry: Entry, path: str | None) -> Document | None:
    """What the collection itself gives of the article."""
    said = Metadata(entry.title, entry.outlet, entry.author, entry.published, entry.url, entry.language)
    try:
        if entry.html is not None and _PAGE.match(entry.html):
            return _told(article(entry.html, id=entry.id, path=path, url=entry.url), entry)
        if entry.html is not None:
            return fragment(entry.html, said, id=entry.id, path=path)
        return lines(entry.text, said, id=entry.id, path=path) if entry.text is not None else None
    except InputError:
        if not entry.url:
            raise
        return None  # nothing but a picture, say: the page has the rest


def _whole(entry: Entry, held: Document) -> bool:
    if entry.exact:
        return True
    return (entry.whole or len(held.text.split()) >= WHOLE_WORDS) and not _CUT.search(held.text)


def _told(made: Document, entry: Entry) -> Document:
    """The document with what the collection says where the page is silent."""
    language, doubts = settled(made.language, entry.language, made.text)
    return replace(
        made,
        url=made.url or entry.url,
        title=made.title or entry.title,
        outlet=made.outlet or entry.outlet,
        author=made.author or entry.author,
        published=entry.published or made.published,
        language=language,
        remarks=made.remarks + tuple(d for d in doubts if d not in made.remarks),
    )
