"""Sitemaps, sitemaps of sitemaps, and news sitemaps → entries (sitemaps.org; Google's news extension)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mtaudit.errors import InputError
from mtaudit.ingest.dates import timed
from mtaudit.ingest.entries import Entry
from mtaudit.ingest.html import language_code
from mtaudit.ingest.resources import Resource
from mtaudit.ingest.web.addresses import is_address
from mtaudit.records import Failure

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def sitemap(resource: Resource) -> list[Entry | str | Failure]:
    """The entries of a sitemap, and the addresses (str) of the sitemaps that it names.

    Raises InputError where it is none.
    """
    try:
        return list(_listed(resource))
    except UnicodeDecodeError as error:  # half a surrogate pair, which libxml2 lets pass as a reference
        raise InputError(f"is no sitemap ({error.reason})") from None


def _listed(resource: Resource) -> Iterator[Entry | str | Failure]:
    root = _root(resource.body)
    for number, child in enumerate(root.iterchildren("{*}url", "{*}sitemap"), start=1):
        url = _said(child, "loc")
        if not url or not is_address(url):
            yield Failure("reading", f"{resource.id}#{number}", f"{url or 'nothing'} is no web address")
        elif _name(child) == "sitemap":
            yield url
        else:
            yield Entry(
                id=url,
                url=url,
                title=_said(child, "news/title"),
                outlet=_said(child, "news/publication/name"),
                published=timed(_said(child, "news/publication_date")),
                language=language_code(_said(child, "news/publication/language")),
            )


def _root(body: bytes) -> Element:
    """The tree of the XML; no entity is expanded, nothing is loaded, and what is broken is passed over."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(body, parser)
    except (etree.LxmlError, ValueError) as error:
        raise InputError(f"is no sitemap ({error})") from None
    if root is None or _name(root) not in ("urlset", "sitemapindex"):
        raise InputError("is no sitemap")
    return root


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _said(element: Element, path: str) -> str | None:
    """The text at a path of names in any namespace."""
    text = element.findtext("/".join(f"{{*}}{name}" for name in path.split("/")))
    return " ".join(text.split()) or None if text else None
