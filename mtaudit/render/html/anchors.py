"""What is linked to within a page: findings, their words in the text, moved words, passages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from mtaudit.records import Finding
from mtaudit.render.reading.marks import Note
from mtaudit.render.reading.passages import Passage

SUPPRESSED = "suppressed"
"""What stands for the severity of a finding that is suppressed."""

_ACROSS = {"original": "copy", "copy": "original"}
_NOT_IN_ANCHOR = re.compile(r"[^\w.-]")


class Ref(NamedTuple):
    """A link to a finding: its label, the anchor of its card, its grade, and the classes it is filtered by."""

    label: str
    anchor: str
    grade: str
    style: str


class Names:
    """The anchors of one audit on its page, and which of them there are."""

    def __init__(self, prefix: str, read: Iterable[Passage]) -> None:
        self.prefix = prefix
        self._anchors: dict[str, str] = {}
        self._refs: dict[str, Ref] = {}
        self._told: set[tuple[str, str]] = set()
        self._moved: set[tuple[str, int]] = set()
        for passage in read:
            for side, lines in (("original", passage.original), ("copy", passage.copy)):
                pieces = [piece for line in lines for piece in line.pieces]
                self._told |= {(side, note.finding.id) for piece in pieces for note in piece.starts}
                self._moved |= {(side, piece.moved) for piece in pieces if piece.moved is not None}

    def anchor(self, finding: Finding) -> str:
        """Of a finding's card."""
        made = self._anchors.get(finding.id)
        if made is None:
            made = self._anchors[finding.id] = f"{self.prefix}finding-{_NOT_IN_ANCHOR.sub('-', finding.id)}"
        return made

    def mark(self, finding: Finding) -> str:
        """Of its words in the text, in the copy if it has any there; nothing where the text does not show them."""
        here = any((side, finding.id) in self._told for side in _ACROSS)
        return f"at-{self.anchor(finding)}" if here else ""

    def leads(self, side: str, finding: Finding) -> bool:
        """Whether links to the finding's words lead to this side."""
        return side == "copy" or ("copy", finding.id) not in self._told

    def ref(self, note: Note) -> Ref:
        """A link to the card."""
        made = self._refs.get(note.label)
        if made is None:
            finding = note.finding
            made = Ref(note.label, self.anchor(finding), grade(finding), style(finding))
            self._refs[note.label] = made
        return made

    def moved(self, side: str, number: int) -> tuple[str, str]:
        """The anchor of moved words and the link to their counterpart; nothing where that is not shown."""
        if not all((side, number) in self._moved for side in _ACROSS):
            return "", ""
        return f"{self.prefix}moved-{number}-{side}", f"{self.prefix}moved-{number}-{_ACROSS[side]}"

    def row(self, index: int) -> str:
        """Of a passage."""
        return f"{self.prefix}p{index + 1}"


def grade(finding: Finding) -> str:
    """What a finding is shown as: its severity, or "suppressed" where a person decided that it is no matter."""
    return finding.severity if finding.suppression is None else SUPPRESSED


def style(finding: Finding) -> str:
    """The classes that a finding is coloured and filtered by."""
    return f"{grade(finding)} c-{finding.category}"
