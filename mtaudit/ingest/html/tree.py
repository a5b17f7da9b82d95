"""HTML text → a tree of what a reader of the page sees."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtaudit.errors import InputError
from mtaudit.ingest.html.blocks import CAPTION_CLASS
from mtaudit.lingua.debris import is_debris

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")

_CHARSET = re.compile(
    rb"""<(?:meta[^>]{0,200}charset|\?xml[^>]{0,100}encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)

_UNSEEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?![.\d]*[1-9])|font-size\s*:\s*0(?![.\d]*[1-9])"
    r"|(?:left|text-indent)\s*:\s*-\d{3,}",
    re.IGNORECASE,
)

_UNSEEN_CLASS = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader(?:-text|-only)?|u-hidden|is-hidden|d-none|hidden)(?:\s|$)",
    re.IGNORECASE,
)

_NEVER = ("template", "dialog", "wbr", *(f"amp-{name}" for name in (
    "ad", "analytics", "consent", "embed", "experiment", "lightbox", "list", "next-page", "selector", "sidebar",
    "social-share", "state", "story-player", "sticky-ad", "user-notification",
)))  # fmt: skip
"""Elements without a word of the article: what a script fills later, and the furniture of AMP pages."""


def declared_charset(data: bytes) -> str | None:
    """The charset that the page names in its first 1024 bytes, where the HTML standard wants it."""
    found = _CHARSET.search(data[:1024])
    return found[1].decode("ascii", "replace") if found else None


def parsed(text: str) -> HtmlElement:
    """The page's tree. Raises InputError where there is none."""
    from lxml import etree, html

    parser = html.HTMLParser(no_network=True, huge_tree=False, remove_pis=True)
    try:
        tree = html.document_fromstring(_DECLARATION.sub("", text).replace("\x00", ""), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise InputError(f"holds no page ({error})") from None
    return tree


def clear_unseen(tree: HtmlElement) -> None:
    """Takes out what no reader sees, and what would stand in the way of reading: typesetter's hints in words."""
    unseen = [e for e in tree.iter() if isinstance(e.tag, str) and _unseen(e)]
    for element in unseen:
        if element.getparent() is not None:
            element.drop_tree()
    for element in tree.iter():
        if element.text:
            element.text = _plain(element.text)
        if element.tail:
            element.tail = _plain(element.tail)


def _unseen(element: HtmlElement) -> bool:
    if element.tag in _NEVER:
        return True
    if element.tag in ("html", "body", "main", "article"):  # hidden only until a script has run
        return False
    return (
        "hidden" in element.attrib
        or _UNSEEN_STYLE.search(element.get("style", "")) is not None
        or _UNSEEN_CLASS.search(element.get("class", "")) is not None
    )


def keep_whole(tree: HtmlElement) -> None:
    """Makes trafilatura keep what it would drop of an article: captions, whose classes it shuns, and dates in prose.

    In turn the page's own lines within it go: those with a link or a button that read as debris.
    """
    for element in list(tree.iter("p", "li")):
        if next(element.iter("a", "button"), None) is not None and is_debris(element.text_content()):
            element.drop_tree()
    for element in list(tree.iter("figure", "figcaption", "div", "p", "td", "time")):
        if element.tag == "time":
            element.drop_tag()
        elif element.tag in ("figure", "figcaption"):
            element.tag = "p" if element.tag == "figcaption" and _is_line(element) else "div"
            element.attrib.clear()
        elif CAPTION_CLASS.search(element.get("class", "")):
            element.attrib.clear()


def _is_line(element: HtmlElement) -> bool:
    return next(element.iterdescendants("p", "div", "ul", "ol", "blockquote"), None) is None


_HINTS = str.maketrans({"\u00ad": "", "\u200b": "", "\ufeff": "", "\u2060": ""})
"""Where a word may be broken: hints to a browser, invisible, that no reader would call part of the word."""


def _plain(text: str) -> str:
    return text.translate(_HINTS)


def text_of(markup: str) -> str:
    """The words of a bit of HTML on one line, as of a title with entities or emphasis in it."""
    return " ".join(parsed(f"<div>{markup}</div>").text_content().split())
