"""A tree of elements → the paragraphs in it, with the roles that their elements give them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mtaudit.records import Marked, Role, Span

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ROLES = {
    "blockquote": Role.QUOTE,
    "quote": Role.QUOTE,
    "figcaption": Role.CAPTION,
    "head": Role.HEADING,
    **{f"h{level}": Role.HEADING for level in range(1, 7)},
    **dict.fromkeys(("li", "item", "dd", "tr", "row"), Role.BODY),
}
"""What HTML, and trafilatura's tree, call the elements whose paragraphs have a role."""

_BREAKS = frozenset(_ROLES) | frozenset(
    "p div section article main header footer aside figure ul ol dl li dt dd table tr caption pre address br lb "
    "hr body list item row details summary center".split()
)  # fmt: skip

_CELLS = frozenset(("td", "th", "cell"))
"""A row of a table is one paragraph, its cells words apart."""

_SILENT = frozenset("script style noscript template iframe object svg form button select title".split())

CAPTION_TAGS = frozenset(("p", "div", "span", "td"))

CAPTION_HOLDERS = CAPTION_TAGS | {"figure", "figcaption", "section", "tr", "tbody", "table"}

CAPTION_CLASS = re.compile(r"(?:^|[-_\s])caption(?:[-_\s]|$)", re.IGNORECASE)
"""How content systems call what stands under a picture, where they do not use figcaption."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph without line breaks; `role` is None where its element says nothing of it."""

    text: str
    role: Role | None = None

    @property
    def key(self) -> str:
        """What two blocks of the same words share, however they are spaced."""
        return "".join(self.text.split())


def blocks(tree: Element) -> list[Block]:
    """The paragraphs of a tree in order; a paragraph within a block quote, say, has the quote's role.

    Recursive, which is safe in a tree of libxml2: it cuts what lies deeper than 256 elements.
    """
    made: list[Block] = []
    words: list[str] = []

    def flush(role: Role | None) -> None:
        if text := " ".join("".join(words).split()):
            made.append(Block(text, role))
        words.clear()

    def walk(element: Element, outside: Role | None) -> None:
        role, tag = _role(element, outside), element.tag
        breaks = tag in _BREAKS or role is not outside
        if breaks:
            flush(outside)
        elif tag in _CELLS:
            words.append(" ")
        words.append(element.text or "")
        for child in element:
            inner = child.tag
            if isinstance(inner, str) and inner not in _SILENT:
                walk(child, role)
            words.append(child.tail or "")
        if breaks:
            flush(role)

    walk(tree, None)
    flush(None)
    return made


def _role(element: Element, outside: Role | None) -> Role | None:
    """The element's own role or that of what it is in; a list in a block quote is still quoted."""
    tag = element.tag
    own = _ROLES.get(tag)
    if own is None and tag in CAPTION_TAGS and (named := element.get("class")) and CAPTION_CLASS.search(named):
        own = Role.CAPTION
    return outside if own is None or (own is Role.BODY and outside) else own


def joined(paragraphs: Iterable[Block]) -> tuple[str, tuple[Marked, ...]]:
    """The text of the paragraphs, an empty line between them, and where in it those stand that have a role."""
    parts: list[str] = []
    marked: list[Marked] = []
    at = 0
    for block in paragraphs:
        if block.role:
            marked.append(Marked(Span(at, at + len(block.text)), block.role))
        parts.append(block.text)
        at += len(block.text) + 2
    return "\n\n".join(parts), tuple(marked)
