"""A file, an address or standard input → the documents in it, by whatever reader its kind needs."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from mtaudit.errors import InputError
from mtaudit.ingest.compression import PIECE, at_most, reading, uncompressed
from mtaudit.ingest.entries import Entry, documents
from mtaudit.ingest.feeds import feed
from mtaudit.ingest.files import STANDARD_INPUT, Source, held, opened, standard_input
from mtaudit.ingest.json_feed import json_feed
from mtaudit.ingest.jsonl import jsonl
from mtaudit.ingest.libraries import installed
from mtaudit.ingest.pages import page
from mtaudit.ingest.resources import HEAD, LONGEST, LONGEST_COLLECTION, Kind, Resource, kind_of
from mtaudit.ingest.sitemaps import sitemap
from mtaudit.ingest.web.answers import Answer
from mtaudit.records import Document, Failure

if TYPE_CHECKING:
    from mtaudit.ingest.web.client import Client

SITEMAP_DEPTH = 3
"""Sitemaps within one another; the protocol knows two levels, some sites have three."""

_ALLOWED = {Kind.PLAIN: "an article"}
"""How a kind is called where it is too long, if not by its name."""


class Reader:
    """Reads sources one by one; the web is reached through one client, opened when a source first needs it.

    `allow_private` permits addresses of the local network; `client` is one that is already open, and stays so.
    """

    def __init__(self, *, allow_private: bool = False, client: Client | None = None) -> None:
        self._allow_private = allow_private
        self._client = client
        self._own = client is None

    def __enter__(self) -> Reader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._own and self._client:
            self._client.close()

    def read(self, source: Source) -> Document:
        """The one document of a source. Raises InputError where it cannot be read, or holds none or several."""
        found: Document | None = None
        for number, item in enumerate(self._read(source)):
            if number:
                raise InputError(f"{source}: holds several articles, one is needed here")
            if isinstance(item, Failure):
                raise InputError(item.why if item.where in item.why else f"{item.where}: {item.why}")
            found = item
        if found is None:
            raise InputError(f"{source}: holds no article")
        return found

    def read_all(self, source: Source) -> Iterator[Document | Failure]:
        """All documents of a source, as they are read; what cannot be read costs itself."""
        try:
            yield from self._read(source)
        except InputError as error:
            yield Failure("reading", str(source), str(error))

    def _fetch(self, url: str) -> Answer:
        if self._client is None:
            from mtaudit.ingest.web.client import Client

            self._client = Client(allow_private=self._allow_private)
        return self._client.fetch(url)

    def _read(self, source: Source) -> Iterator[Document | Failure]:
        name = "standard input" if source == STANDARD_INPUT else str(source)
        try:
            with installed():
                if isinstance(source, Path):
                    with opened(source) as stream:
                        yield from self._of(stream, source.as_posix(), path=source.as_posix())
                elif source == STANDARD_INPUT:
                    yield from self._of(standard_input(), name)
                else:
                    answer = self._fetch(name)
                    yield from self._of(held(answer.body), name, answer=answer)
        except InputError as error:
            raise InputError(str(error) if str(error).startswith(f"{name}: ") else f"{name}: {error}") from None

    def _of(
        self, stream: io.BufferedReader, id: str, *, path: str | None = None, answer: Answer | None = None
    ) -> Iterator[Document | Failure]:
        """The documents in a stream that came from a file, or was a server's answer."""
        with reading():
            bare = uncompressed(stream)
            head = bare.peek(HEAD)[:HEAD]
        kind = kind_of(head, name=path, media_type=answer.media_type if answer else None)
        if kind is Kind.JSONL:
            yield from documents(jsonl(bare, id), path, self._fetch)
            return
        limit = LONGEST.get(kind, LONGEST_COLLECTION)
        with reading():
            body = bare.read(limit + 1)
        if len(body) > limit:
            size = f"{Path(path).stat().st_size:,}" if path and bare is stream else f"more than {limit:,}"
            raise InputError(f"has {size} bytes; {_ALLOWED.get(kind, kind)} may have {limit:,}")
        made = Resource(body, id, path, answer.url if answer else None, answer.charset if answer else None)
        if kind in (Kind.PLAIN, Kind.HTML, Kind.MHTML):
            yield page(made, kind)
        else:
            yield from documents(self._entries(made, kind), path, self._fetch)

    def _entries(self, resource: Resource, kind: Kind, depth: int = 1) -> Iterator[Entry | Failure]:
        """What a collection lists; a sitemap of sitemaps lists what those list."""
        if kind is Kind.FEED:
            yield from feed(resource)
        elif kind is Kind.JSON_FEED:
            yield from json_feed(resource)
        else:
            for found in sitemap(resource):
                if isinstance(found, str):
                    yield from self._inner(found, depth + 1)
                else:
                    yield found

    def _inner(self, url: str, depth: int) -> Iterator[Entry | Failure]:
        try:
            if depth > SITEMAP_DEPTH:
                raise InputError(f"lies {depth} sitemaps deep; {SITEMAP_DEPTH} are read")
            with installed(), reading(), uncompressed(held(self._fetch(url).body)) as stream:
                body = at_most(iter(lambda: stream.read(PIECE), b""), LONGEST_COLLECTION)
            yield from self._entries(Resource(body, url), Kind.SITEMAP, depth)
        except InputError as error:
            yield Failure("reading", url, str(error))
