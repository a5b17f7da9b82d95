"""Random edits of a copy that change nothing of what it says, for the law that fingerprints last.

Each edit is told which findings it leaves alone: those that lie in no bead with a sentence that it touches.
"""

from __future__ import annotations

import random
import re
import textwrap
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

import mtaudit
from mtaudit.judging.pipeline import audit_pair
from mtaudit.records import Audit, Document, Finding, Pair, Segment, Span
from mtaudit.text.segmentation import segment

SUBJECTS = ("The ferry company", "A village baker", "The local choir", "An amateur astronomer", "The school orchestra")
VERBS = ("repainted", "lost", "photographed", "found", "gave away", "sold", "borrowed")
OBJECTS = ("a wooden clock", "seven umbrellas", "the old lighthouse lamp", "a box of lemons", "three accordions")
TAILS = ("before the rain came.", "to nobody's surprise.", "while the tide was low.", "and went home early.")


@dataclass(frozen=True, slots=True)
class Edited:
    """The copy's new text, and the stretches of the old one that the edit touched."""

    text: str
    touched: tuple[Span, ...] = ()


Edit = Callable[[str, random.Random], Edited | None]
"""An edit of a text; None where it has no place in this text."""


def inserted_paragraph(text: str, chance: random.Random) -> Edited | None:
    """A paragraph on something else, between two paragraphs or at either end."""
    parts = (SUBJECTS, VERBS, OBJECTS, TAILS)
    told = " ".join(" ".join(chance.choice(part) for part in parts) for _ in range(chance.randint(1, 3)))
    at = chance.choice([0, *(match.end() for match in re.finditer(r"\n+", text)), len(text)])
    return Edited(f"{text[:at].rstrip()}\n\n{told}\n\n{text[at:].lstrip()}".strip() + "\n")


def white_space(text: str, chance: random.Random) -> Edited | None:
    """Other white space at some places, or everywhere in one way."""
    match chance.randrange(6):
        case 0:  # some spaces become several, or others
            some = [chance.random() < 0.1 for _ in text]
            return Edited(
                "".join(
                    chance.choice(("  ", " \t", "\u00a0")) if c == " " and s else c
                    for c, s in zip(text, some, strict=True)
                )
            )
        case 1:
            return Edited(text.replace("\n", "\r\n"))
        case 2:
            return Edited(re.sub(r"\n+", lambda _: "\n" * chance.randint(2, 4), text))
        case 3:
            return Edited(re.sub(r"(?m)$", lambda _: " " * chance.randint(0, 3), text))
        case 4:
            return Edited(re.sub(r"\n+", "\n", text))
        case _:
            return Edited("\n\n".join(textwrap.fill(p, 72) for p in re.split(r"\n+", text) if p.strip()) + "\n")


def joined_paragraphs(text: str, chance: random.Random) -> Edited | None:
    """Two paragraphs of prose become one."""
    ends = list(re.finditer(r"(?<=[.!?”\"])\n+(?=[A-Z“\"])", text))
    if not ends:
        return None
    end = chance.choice(ends)
    return Edited(f"{text[: end.start()]} {text[end.end() :]}")


def neighbours(text: str) -> list[tuple[Segment, Segment]]:
    """Sentences of a paragraph, one behind the other."""
    return [(a, b) for a, b in pairwise(segment(Document("", text))) if a.paragraph == b.paragraph]


def parted_paragraph(text: str, chance: random.Random) -> Edited | None:
    """A paragraph becomes two, between two of its sentences."""
    gaps = neighbours(text)
    if not gaps:
        return None
    before, behind = chance.choice(gaps)
    return Edited(f"{text[: before.span.end]}\n\n{text[behind.span.start :]}")


def joined_sentences(text: str, chance: random.Random) -> Edited | None:
    """Two sentences of a paragraph become one, with a semicolon or an “and”."""
    gaps = [(a, b) for a, b in neighbours(text) if text[a.span.end - 1] == "." and text[b.span.start].isalpha()]
    if not gaps:
        return None
    before, behind = chance.choice(gaps)
    glue = chance.choice(("; ", ", and ", " and "))
    first = text[behind.span.start]
    made = text[: before.span.end - 1] + glue + first.lower() + text[behind.span.start + 1 :]
    return Edited(made, (before.span, behind.span))


EDITS: tuple[Edit, ...] = (inserted_paragraph, white_space, joined_paragraphs, parted_paragraph, joined_sentences)


def others(audit: Audit, edited: Edited) -> Iterator[Finding]:
    """The findings that lie in no bead with a sentence that the edit touched."""
    assert audit.comparison
    near = [
        bead
        for bead in audit.comparison.alignment.beads
        if any(s.span.overlaps(span) for s in bead.copy for span in edited.touched)
    ]
    copy = [s.span for bead in near for s in bead.copy]
    original = [s.span for bead in near for s in bead.original]
    for finding in audit.findings:
        sides = ((finding.copy, copy), (finding.original, original))
        if not any(span and span.overlaps(there) for span, near_by in sides for there in near_by):
            yield finding


@dataclass(frozen=True, slots=True)
class Story:
    """A copy with its original and what an audit finds in it."""

    original: Document
    copy: Document
    audit: Audit


@dataclass(slots=True)
class Tally:
    """How many findings there were beside the edits, how many kept their fingerprint, and in how many audits two shared
    one."""

    asked: Counter[str] = field(default_factory=Counter)
    kept: Counter[str] = field(default_factory=Counter)
    shared: int = 0

    @property
    def share(self) -> float:
        """The share of findings that kept theirs."""
        return self.kept.total() / self.asked.total()


def found(original: Document, copy: Document) -> Audit:
    """The audit without a language model, and without scores, of which no fingerprint is made."""
    return audit_pair(Pair(original, copy), replace(mtaudit.plugins(False), metrics={}))


def stories(folders: Iterable[Path]) -> list[Story]:
    """The labelled pairs in these folders, judged without a language model."""
    made = []
    for folder in folders:
        original, copy = (mtaudit.read(folder / name) for name in ("original.txt", "copy.txt"))
        made.append(Story(original, copy, found(original, copy)))
    return made


def tallied(told: Sequence[Story], times: int, seed: int) -> Tally:
    """So many random edits, each of a story as it is."""
    chance, tally = random.Random(seed), Tally()
    while times:
        story, edit = chance.choice(told), chance.choice(EDITS)
        edited = edit(story.copy.text, chance)
        if edited is None:
            continue
        times -= 1
        again = found(story.original, Document("edited", edited.text, "en"))
        prints = [finding.fingerprint for finding in again.findings]
        tally.shared += len(set(prints)) < len(prints)
        for finding in others(story.audit, edited):
            tally.asked[edit.__name__] += 1
            tally.kept[edit.__name__] += finding.fingerprint in prints
    return tally
