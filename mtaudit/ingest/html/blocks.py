"""A tree of elements → the paragraphs in it, with the roles that their elements give them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
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

_BREAKS = frozenset(
    "p div section article main header footer aside figure ul ol dl li dt dd table tr caption pre address br lb "
    "hr body list item row details summary center".split()
)  # fmt: skip

_CELLS = frozenset(("td", "th", "cell"))
"""A row of a table is one paragraph, its cells words apart."""

_SILENT = frozenset("script style noscript template iframe object svg form button select title".split())

CAPTION_CLASS = re.compile(r"(?:^|[-_\s])caption(?:[-_\s]|$)", re.IGNORECASE)
"""How content systems call what stands under a picture, where they do not use figcaption."""

_SPACE = re.compile(r"[ \t\n\r\f\v]+")


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph without line breaks; `role` is None where its element says nothing of it."""

    text: str
    role: Role | None = None

    @property
    def key(self) -> str:
        """What two blocks of the same words share, however they are spaced."""
        return "".join(self.text.split())


def blocks(tree: Element) -> Iterator[Block]:
    """The paragraphs of a tree in order; a paragraph within a block quote, say, has the quote's role."""
    words: list[str] = []
    role: Role | None = None
    for piece, own in _pieces(tree):
        if piece is not None and own == role:
            words.append(piece)
            continue
        if text := _SPACE.sub(" ", "".join(words)).strip():
            yield Block(text, role)
        words, role = [piece] if piece is not None else [], own
    if text := _SPACE.sub(" ", "".join(words)).strip():
        yield Block(text, role)


def _pieces(tree: Element) -> Iterator[tuple[str | None, Role | None]]:
    """Each run of text with its role; None for a break. Iterative, since a page may nest as deep as it likes."""
    stack: list[tuple[Element, Iterator[Element], Role | None]] = []

    def entered(element: Element, role: Role | None) -> Iterator[tuple[str | None, Role | None]]:
        role = _inner(role, _role(element))
        stack.append((element, iter(element), role))
        if _breaks(element):
            yield None, role
        elif element.tag in _CELLS:
            yield " ", role
        if element.text:
            yield element.text, role

    yield from entered(tree, None)
    while stack:
        element, children, role = stack[-1]
        child = next(children, None)
        if child is not None:
            if isinstance(child.tag, str) and child.tag not in _SILENT:
                yield from entered(child, role)
            elif child.tail:
                yield child.tail, role
            continue
        stack.pop()
        outside = stack[-1][2] if stack else None
        if _breaks(element):
            yield None, outside
        if element.tail and stack:
            yield element.tail, outside


def _inner(outside: Role | None, own: Role | None) -> Role | None:
    """A list in a block quote is still quoted."""
    return outside if own is Role.BODY and outside else own or outside


def _breaks(element: Element) -> bool:
    return element.tag in _BREAKS or element.tag in _ROLES


def _role(element: Element) -> Role | None:
    role = _ROLES.get(str(element.tag))
    if role is None and element.tag in ("p", "div", "span", "td") and CAPTION_CLASS.search(element.get("class", "")):
        return Role.CAPTION
    return role


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
