"""What holds one article → Document: plain text, a web page, a page saved in one file."""

from __future__ import annotations

from dataclasses import replace

from mtaudit.errors import InputError
from mtaudit.ingest.html import article, declared_charset
from mtaudit.ingest.mhtml import saved_page
from mtaudit.ingest.plain import decode, document
from mtaudit.ingest.resources import HEAD, LONGEST, Kind, Resource, kind_of
from mtaudit.ingest.web.answers import Answer
from mtaudit.records import Document


def page(resource: Resource, kind: Kind) -> Document:
    """The article in a resource of one of these kinds. Raises InputError where there is none."""
    if kind is Kind.PLAIN:
        text, remarks = decode(resource.body, resource.charset)
        made = document(text, id=resource.id, path=resource.path, remarks=remarks)
        return replace(made, url=resource.url) if resource.url else made
    body, charset, url = resource.body, resource.charset, resource.url
    if kind is Kind.MHTML:
        body, charset, url = saved_page(resource)
    text, remarks = decode(body, charset or declared_charset(body))
    return article(text, id=resource.id, path=resource.path, url=url, remarks=remarks)


def linked(answer: Answer, id: str, path: str | None) -> Document:
    """The article that an address holds. Raises InputError where it holds something else, or too much."""
    kind = kind_of(answer.body[:HEAD], media_type=answer.media_type)
    if kind not in (Kind.HTML, Kind.PLAIN):
        raise InputError(f"is {kind}, not an article")
    if len(answer.body) > LONGEST[kind]:
        raise InputError(f"has {len(answer.body):,} bytes; {LONGEST[kind]:,} are allowed")
    return page(Resource(answer.body, id, path, answer.url, answer.charset), kind)
