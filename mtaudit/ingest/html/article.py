"""A page, or the piece of one that a feed carries → Document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from copy import copy
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from mtaudit.errors import InputError
from mtaudit.ingest.html.blocks import Block, blocks, joined
from mtaudit.ingest.html.metadata import Metadata, metadata
from mtaudit.ingest.html.tree import captions_of, clear_unseen, keep_whole, parsed
from mtaudit.ingest.mojibake import repaired
from mtaudit.ingest.plain import MAX_BYTES
from mtaudit.records import Document, Role
from mtaudit.text.language import language_of, settled

if TYPE_CHECKING:
    from lxml.html import HtmlElement
    from trafilatura.settings import Extractor

MAX_ELEMENTS = 100_000
"""After the unseen ones are gone; real pages have up to some 20,000. trafilatura takes 10 seconds for as many as this,
and four times as long for twice as many."""

_BY = re.compile(r"(?:(?:written|words|text|story|report(?:ed|ing)?|posted|published) )?by:?|author:|", re.IGNORECASE)
"""What stands before the name of an author under a headline."""


def article(
    source: str, *, id: str, path: str | None = None, url: str | None = None, remarks: tuple[str, ...] = ()
) -> Document:
    """The article on a whole page; what stands around it is left out.

    Raises InputError where no article can be made out, or it is longer than any is.
    """
    from trafilatura import bare_extraction

    tree = parsed(source)
    clear_unseen(tree)
    if (count := int(tree.xpath("count(.//*)"))) > MAX_ELEMENTS:
        raise InputError(f"has {count:,} elements; a page may have {MAX_ELEMENTS:,}")
    captions = captions_of(tree)
    marked = _marked([*tree.iter("blockquote", "figcaption"), *captions])
    keep_whole(tree, captions)
    options = copy(_options())
    options.url = url
    try:
        found = bare_extraction(tree, options=options)
    except Exception as error:  # a page that breaks another's parser costs itself, never the run
        raise InputError(f"cannot be read ({type(error).__name__}: {error})") from error
    if found is None or isinstance(found, dict):
        raise InputError("no article was found on the page")
    said = metadata(tree, found, source, url)
    paragraphs = [Block(b.text, marked.get(b.key, b.role)) for b in blocks(found.body)]
    return composed(paragraphs, said, id=id, path=path, remarks=remarks)


@lru_cache(maxsize=1)
def _options() -> Extractor:
    """How trafilatura reads; made once, since it costs as much as a short page."""
    from trafilatura.settings import Extractor

    dates: dict[str, Any] = {"original_date": True, "extensive_search": False}  # no year out of the article's words
    return Extractor(
        output_format="txt", formatting=False, fast=True, comments=False, with_metadata=True, date_params=dates
    )


def _marked(named: Iterable[HtmlElement]) -> dict[str, Role]:
    """The quotes and captions of the page by their words, as trafilatura may make plain paragraphs of them."""
    return {b.key: b.role for element in named for b in blocks(element) if b.role in (Role.QUOTE, Role.CAPTION)}


def fragment(source: str, said: Metadata, *, id: str, path: str | None = None) -> Document:
    """The article of which a feed gave the HTML, all of it text; the rest of the entry is what is `said` of it.

    Raises InputError where there is no text, or more than an article has.
    """
    tree = parsed(f"<div>{source}</div>")
    clear_unseen(tree)
    return composed(blocks(tree), said, id=id, path=path)


def lines(source: str, said: Metadata, *, id: str, path: str | None = None) -> Document:
    """The same for one of which a feed gave plain text, a paragraph on a line."""
    return composed([Block(line.strip()) for line in source.splitlines() if line.strip()], said, id=id, path=path)


def composed(
    paragraphs: Sequence[Block], said: Metadata, *, id: str, path: str | None, remarks: tuple[str, ...] = ()
) -> Document:
    """The document of these paragraphs, with the headline over them.

    Raises InputError where there is none, or they are longer than any article.
    """
    paragraphs = [b for n, b in enumerate(paragraphs) if n > 2 or not _signs(b, said.author)]
    if not paragraphs:
        raise InputError("has no text")
    (title, *lines), notes = repaired([said.title or "", *(b.text for b in paragraphs)])
    text, marked = joined(_headed([Block(t, b.role) for b, t in zip(paragraphs, lines, strict=True)], title))
    if (size := len(text.encode("utf-8", "surrogatepass"))) > MAX_BYTES:
        raise InputError(f"has {size:,} bytes of text; an article may have {MAX_BYTES:,}")
    language, doubts = settled(language_of(text), said.language, text)
    return Document(
        id=id,
        text=text,
        language=language,
        path=path,
        url=said.url,
        title=title or lines[0][:200],
        outlet=said.outlet,
        author=said.author,
        published=said.published,
        remarks=remarks + notes + doubts,
        marked=marked,
    )


def _headed(paragraphs: Sequence[Block], title: str) -> list[Block]:
    """The paragraphs with the headline over them, once."""
    if not title:
        return list(paragraphs)
    headline = Block(title, Role.HEADLINE)
    first = next((n for n, b in enumerate(paragraphs[:3]) if b.key.casefold() == headline.key.casefold()), None)
    return [headline, *(b for n, b in enumerate(paragraphs) if n != first)]


def _signs(block: Block, author: str | None) -> bool:
    """Whether a paragraph is nothing but the author's name, with a date perhaps, which the page gave as that."""
    before, name, after = block.text.partition(author or "\n")
    return bool(name and _BY.fullmatch(before.strip()) and len(after.split()) <= 8 and not after.endswith("."))
