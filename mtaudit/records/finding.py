"""What was found, what was decided of it, and what became of each difference."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mtaudit.mqm import Category, Severity
from mtaudit.records.document import Span
from mtaudit.records.event import Witness
from mtaudit.records.pair import Difference


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspicion:
    """What a detector sees: where, how bad, why. The pipeline signs it into a `Finding`.

    At least one span is given; an omission marks the original, an addition the copy. `message` says in a
    sentence what happened here, `explanation` what it means to a reader and what likely caused it.
    Suspicions with the same `group` are one decision for an editor. `witnesses` are the other articles on the event
    that it rests on, where there is no original, and `voice` is that of the copy among them.
    """

    original: Span | None
    copy: Span | None
    severity: Severity
    message: str
    explanation: str
    confidence: float
    group: str | None = None
    witnesses: tuple[Witness, ...] = ()
    voice: int | None = None

    def __post_init__(self) -> None:
        if self.original is None and self.copy is None:
            raise ValueError("a suspicion needs a span on at least one side")

    @property
    def agreement(self) -> tuple[int, int]:
        """How many independent voices contradict the copy, and how many speak of it, the copy's own included."""
        against = {w.voice for w in self.witnesses if w.contradicts}
        return len(against), len({self.voice, *(w.voice for w in self.witnesses)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """A person's decision that findings of some kind are no matter here, with its reason.

    It holds for findings that have all of what it names: a fingerprint, detector, category, outlet of the copy,
    document (a glob over the copy's name, path and address), phrase of the original and of the copy. `expires` is the
    last day on which it holds; `origin` tells where it stands: the file and the entry in it.
    """

    reason: str
    origin: str
    author: str | None = None
    expires: date | None = None
    fingerprint: str | None = None
    detector: str | None = None
    category: Category | None = None
    outlet: str | None = None
    document: str | None = None
    original: str | None = None
    copy: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Suspicion):
    """A suspicion with the detector and category it belongs to, and names that last.

    `id` is unique within its audit; `fingerprint` is made of what was found and the words around it and
    survives edits elsewhere in the text. `suppression` is given where a person decided that it is no matter here.
    `near` is the copy's word before the gap, where the copy lacks what was found.
    """

    id: str
    detector: str
    category: Category
    fingerprint: str
    suppression: Suppression | None = None
    near: Span | None = None

    @property
    def at(self) -> Span | None:
        """Where in the copy a person should look; None where all of the copy is lacking."""
        return self.copy or self.near


@dataclass(frozen=True, slots=True, order=True)
class Term:
    """A name or term that must survive, and what may stand for it in a copy besides itself."""

    term: str
    allowed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a difference: harmless by the equivalence `reason`, or part of the finding `reason`."""

    difference: Difference
    bead: int
    harmless: bool
    reason: str
