"""What other articles on the event say where a finding lies, as every renderer tells it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath

from mtaudit.records import Finding, Witness
from mtaudit.render.reading.text import one_line, visible, web_link

_SPACE = re.compile(r"\s+")

LONGEST = 240
"""Code points of a witness's sentence that are shown; it is cut around its words."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One witness: who it is, what it says around the `words` in question, and whether that contradicts the copy.

    `link` is given where it is safe to follow.
    """

    outlet: str
    link: str | None
    before: str
    words: str
    after: str
    contradicts: bool
    primary: bool

    @property
    def told(self) -> str:
        """Who says what, in one line."""
        return f"{self.outlet}: {self.before}{self.words}{self.after}"


def statements(finding: Finding) -> tuple[Statement, ...]:
    """Its witnesses, those that contradict the copy first."""
    ordered = sorted(finding.witnesses, key=lambda w: (not w.contradicts, not w.primary))
    return tuple(_statement(witness) for witness in ordered)


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many of the independent voices that speak of a matter, the copy's own among them, contradict the copy."""

    against: int
    among: int

    @property
    def sentence(self) -> str:
        """The same in words."""
        return f"{self.against} of {self.among} independent voices contradict it"


def agreement(finding: Finding) -> Agreement | None:
    """How many independent voices contradict the copy; None where there are no witnesses."""
    return Agreement(*finding.agreement) if finding.witnesses else None


def _statement(witness: Witness) -> Statement:
    before, words, after = witness.sentence.partition(witness.words)
    room = max(0, LONGEST - len(words)) // 2
    return Statement(
        outlet=one_line(witness.outlet or shown_name(witness.id)),
        link=web_link(witness.url),
        before=_spaced(before if len(before) <= room else "…" + before[-room:]),
        words=one_line(words),
        after=_spaced(after if len(after) <= room else after[:room] + "…"),
        contradicts=witness.contradicts,
        primary=witness.primary,
    )


def shown_name(id_: str) -> str:
    """A document's name as one calls it: a file's without its folders, an address as it is."""
    return id_ if "://" in id_ else PurePath(id_).name or id_


def _spaced(text: str) -> str:
    """The visible text with every run of white space as one space, also at its ends."""
    return _SPACE.sub(" ", visible(text))
