"""HTML text → a tree of what a reader of the page sees."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from mtaudit.errors import InputError
from mtaudit.ingest.html.blocks import CAPTION_CLASS, CAPTION_HOLDERS, CAPTION_TAGS
from mtaudit.text.debris import is_debris

if TYPE_CHECKING:
    from lxml.etree import XPath
    from lxml.html import HtmlElement, HTMLParser

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

_PERHAPS_UNSEEN = (
    ".//@hidden/.. | .//@style/.. | .//@class[contains(., 'idden') or contains(., 'sr-') or contains(., 'creen-reader')"
    " or contains(., 'd-none')]/.."
)
"""Leads to all elements that may be unseen, and few others."""

_NEVER = ("template", "dialog", "style", "svg", "nav", *(f"amp-{name}" for name in (
    "ad", "analytics", "consent", "embed", "experiment", "lightbox", "list", "next-page", "selector", "sidebar",
    "social-share", "state", "story-player", "sticky-ad", "user-notification",
)))  # fmt: skip
"""Elements without a word of the article: what a script fills later, and the furniture of pages, with AMP's. Without
them the rest is read faster, too."""

MAX_ATTRIBUTES = 5_000
"""Of one element; no real one has a hundred. The parser holds each against all others: 50,000 take half a minute."""

_LONG_TAG = re.compile(rf"<[A-Za-z][^<>]{{{2 * MAX_ATTRIBUTES},}}")

_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")

_UNCARRIED = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML has not, and so lxml; article text has none."""

_CONTROLS = bytes({*range(0x20), 0x7F} - set(b"\t\n\r"))

_REFERENCE = re.compile(r"&#(?:[xX]0*([0-9a-fA-F]+)|0*([0-9]+));?")

_OPEN = re.compile(r"&(?:#[xX]?[0-9a-fA-F]*)?")
"""The beginning of a reference."""

LONGEST_REFERENCE = 7
"""Digits of a reference to a character, the highest being &#1114111;."""

_HINTS = str.maketrans({"\u00ad": "", "\u200b": "", "\ufeff": "", "\u2060": ""})
"""Where a word may be broken: hints to a browser, invisible, that no reader would call part of the word."""


def found(tree: HtmlElement, query: str) -> list[Any]:
    """The elements or values that an XPath leads to, in order; `.//@class[…]/..` is faster than `.//*[@class…]`."""
    values: list[Any] = _compiled(query)(tree)
    return values


@lru_cache(maxsize=64)
def _compiled(query: str) -> XPath:
    from lxml import etree

    return etree.XPath(query)


def declared_charset(data: bytes) -> str | None:
    """The charset that the page names in its first 1024 bytes, where the HTML standard wants it."""
    found = _CHARSET.search(data[:1024])
    return found[1].decode("ascii", "replace") if found else None


def parsed(text: str) -> HtmlElement:
    """The page's tree. Raises InputError where there is none, or an element of it has too many attributes."""
    from lxml import etree, html

    if any(len(_QUOTED.sub("", tag[0]).split()) > MAX_ATTRIBUTES for tag in _LONG_TAG.finditer(text)):
        raise InputError(f"has an element with more than {MAX_ATTRIBUTES:,} attributes")
    try:
        tree = html.document_fromstring(_DECLARATION.sub("", _carried(text)), parser=_parser())
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise InputError(f"holds no page ({error})") from None
    return tree


@lru_cache(maxsize=1)
def _parser() -> HTMLParser:
    """A parser whose elements are all of one class.

    lxml.html asks a function of Python for the class of each element whenever one is touched, so that a form knows its
    fields, which nobody here wants to know; a tenth of the time that a short page takes is spent on that.
    """
    from lxml import etree, html

    parser = html.HTMLParser(no_network=True, huge_tree=False, remove_pis=True, remove_comments=True, collect_ids=False)
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=html.HtmlElement))
    return parser


def _carried(text: str) -> str:
    """The source without the characters that no tree can hold; what old editors wrote as &#146; is an apostrophe.

    A form feed is white space in HTML, and in XML no character at all.
    """
    if _is_suspect(text):
        text = _UNCARRIED.sub("", text.replace("\f", " "))
    return _REFERENCE.sub(_character, text) if "&#" in text else text


def _is_suspect(text: str) -> bool:
    """Whether it may hold a character that no tree can: ten times as fast as the expression for all of them."""
    try:
        data = text.encode()
    except UnicodeEncodeError:
        return True
    return len(data.translate(None, _CONTROLS)) < len(data) or "\ufffe" in text or "\uffff" in text


def _character(reference: re.Match[str]) -> str:
    """What stands for a reference: itself, unless it means another character than it says, or one that XML has not."""
    digits = reference[1] or reference[2]
    code = int(digits, 16 if reference[1] else 10) if len(digits) <= LONGEST_REFERENCE else sys.maxunicode + 1
    if code == ord("\f"):
        return " "
    if 0x80 <= code <= 0x9F:
        meant = bytes([code]).decode("cp1252", "ignore")
    else:
        meant = "" if code > sys.maxunicode or _UNCARRIED.match(chr(code)) else reference[0]
    return meant or ("\ufffd" if _is_open(reference.string, reference.start()) else "")


def _is_open(text: str, end: int) -> bool:
    """Whether a reference is begun there: with what follows it would become one that nobody has looked at."""
    begin = text.rfind("&", 0, end)
    return begin >= 0 and _OPEN.fullmatch(text, begin, end) is not None


def clear_unseen(tree: HtmlElement) -> None:
    """Takes out what no reader sees, breaks for hyphens among it, and writes the quotation marks of `q`."""
    from lxml.etree import strip_elements

    styled = [e for e in found(tree, _PERHAPS_UNSEEN) if _unseen(e)]
    scripts = found(tree, ".//script[not(@type='application/ld+json')]")
    for element in [*styled, *scripts]:
        if element.getparent() is not None:
            element.drop_tree()
    strip_elements(tree, *_NEVER, with_tail=False)
    for quote in list(tree.iter("q")):
        quote.text = "“" + (quote.text or "")
        quote.tail = "”" + (quote.tail or "")
        quote.drop_tag()
    words = _compiled("string()")(tree)
    if any(chr(hint) in words for hint in _HINTS):
        for element in tree.iter():
            element.text = element.text and element.text.translate(_HINTS)
            element.tail = element.tail and element.tail.translate(_HINTS)


def _unseen(element: HtmlElement) -> bool:
    if element.tag in ("html", "body", "main", "article"):  # hidden only until a script has run
        return False
    return (
        "hidden" in element.attrib
        or _UNSEEN_STYLE.search(element.get("style", "")) is not None
        or _UNSEEN_CLASS.search(element.get("class", "")) is not None
    )


def keep_whole(tree: HtmlElement, captions: Iterable[HtmlElement]) -> None:
    """Makes trafilatura keep what it would drop of an article: captions, whose classes it shuns, and dates in prose.

    In turn the page's own lines within it go: those with a link or a button that read as debris.
    """
    for element in found(tree, ".//p[.//a or .//button] | .//li[.//a or .//button]"):
        if is_debris(element.text_content()):
            element.drop_tree()
    for element in found(tree, ".//p//time | .//li//time | .//blockquote//time"):
        element.drop_tag()
    for element in list(tree.iter("figure", "figcaption")):
        element.tag = "p" if element.tag == "figcaption" and _is_line(element) else "div"
        _clear_around(element)
    for element in captions:
        _clear_around(element)


def _clear_around(caption: HtmlElement) -> None:
    """Takes the classes from a caption and from what holds nothing else."""
    words = caption.text_content().strip()
    around: HtmlElement | None = caption
    while around is not None and around.tag in CAPTION_HOLDERS and around.text_content().strip() == words:
        around.attrib.clear()
        around = around.getparent()


def captions_of(tree: HtmlElement) -> list[HtmlElement]:
    """The elements that a content system's class calls a caption."""
    named = found(tree, ".//@class[contains(., 'aption')]/..")
    return [e for e in named if e.tag in CAPTION_TAGS and CAPTION_CLASS.search(e.get("class"))]


def _is_line(element: HtmlElement) -> bool:
    return next(element.iterdescendants("p", "div", "ul", "ol", "blockquote"), None) is None


def text_of(markup: str) -> str:
    """The words of a bit of HTML on one line, as of a title with entities or emphasis in it."""
    return " ".join(parsed(f"<div>{markup}</div>").text_content().split())
