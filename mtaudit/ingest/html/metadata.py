"""What a page says of itself: headline, outlet, author, date, address, language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from mtaudit.ingest.dates import timed
from mtaudit.ingest.html.tree import found
from mtaudit.ingest.web.addresses import is_address
from mtaudit.text.language import code_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement
    from trafilatura.metadata import Document as Found

SAME_HEADLINE = 80
"""How alike (0–100) a heading and the page's title must be for the heading to be the headline: desks reword titles for
search engines, and the page's own name is often part of one."""

_PUBLISHED = (
    ".//meta[@property='article:published_time']/@content",
    ".//meta[@itemprop='datePublished']/@content",
    ".//*[@itemprop='datePublished']/@datetime",
    ".//meta[@name='parsely-pub-date' or @name='date' or @name='DC.date.issued' or @name='pubdate']/@content",
    ".//time[@pubdate]/@datetime",
)

_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->", re.IGNORECASE)
"""What browsers write at the head of a page that they save."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What was found; None where the page does not say."""

    title: str | None
    outlet: str | None
    author: str | None
    published: datetime | None
    url: str | None
    language: str | None


def metadata(tree: HtmlElement, said: Found, source: str, url: str | None) -> Metadata:
    """What the page says of itself, from trafilatura and, more exactly, from its tree and its source text."""
    saved = _SAVED_FROM.search(source[:2000])
    base = url or (saved[1] if saved and is_address(saved[1]) else None)
    return Metadata(
        title=_headline(tree, said.title, said.sitename),
        outlet=_said(said.sitename),
        author=_said(said.author),
        published=_published(tree, said.date),
        url=_canonical(tree, said.url, base),
        language=_language(tree),
    )


def _said(text: str | None) -> str | None:
    return " ".join(text.split()) or None if text else None


def _headline(tree: HtmlElement, title: str | None, outlet: str | None) -> str | None:
    """The heading that a reader sees over the article, else the page's title."""
    from rapidfuzz import fuzz

    title, outlet = _said(title), _said(outlet)
    first = [text for h in tree.iter("h1") if (text := _said(h.text_content()))]
    for heading in chain(first, (_said(h.text_content()) for h in tree.iter("h2", "h3"))):
        if title and heading and heading != outlet and _alike(heading, title, fuzz.ratio(heading, title)):
            return heading
    if len(first) == 1 and first[0] != outlet and len(first[0].split()) > 2:
        return first[0]
    return title


def _alike(heading: str, title: str, ratio: float) -> bool:
    return ratio >= SAME_HEADLINE or (len(heading) > 10 and heading.casefold() in title.casefold())


def _published(tree: HtmlElement, day: str | None) -> datetime | None:
    """When the article was published: to the second where the page says so, else the day that trafilatura found."""
    for query in _PUBLISHED:
        for value in found(tree, query):
            if moment := timed(str(value)):
                return moment
    for value in _json_dates(tree):
        if moment := timed(value):
            return moment
    return timed(day)


def _json_dates(tree: HtmlElement) -> Iterator[str]:
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            todo = [json.loads(script.text or "")]
        except (ValueError, RecursionError):
            continue
        while todo:
            value = todo.pop()
            if isinstance(value, dict):
                if isinstance(value.get("datePublished"), str):
                    yield value["datePublished"]
                todo.extend(v for key, v in value.items() if key in ("@graph", "mainEntity"))
            elif isinstance(value, list):
                todo.extend(reversed(value))


def _canonical(tree: HtmlElement, named: str | None, base: str | None) -> str | None:
    """The page's own address for itself, which may be given from the place where it stands."""
    for link in tree.iterfind(".//link[@rel='canonical'][@href]"):
        try:
            named = urljoin(base or "", link.get("href").strip())
        except ValueError:  # half an IPv6 address, say
            continue
    return named if named and is_address(named) else base


def _language(tree: HtmlElement) -> str | None:
    return language_code(tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang"))


def language_code(tag: str | None) -> str | None:
    """The ISO 639-1 code at the head of a language tag such as en-GB."""
    code = code_of(tag or "")
    return code if len(code) == 2 and code.isalpha() and code.isascii() else None
