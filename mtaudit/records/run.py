"""What is known of one copy, and of all that were audited together."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mtaudit.records.document import Document
from mtaudit.records.event import Consulted
from mtaudit.records.finding import Finding, Verdict
from mtaudit.records.pair import Comparison, Relation


class Basis(StrEnum):
    """What a copy was judged by: its original, other articles on the same event, or its own text alone."""

    PAIR = "pair"
    COVERAGE = "coverage"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Score:
    """The value of a metric with the signature that makes it reproducible.

    `interval` has the ends between which the value would lie for other sentences like these, where the metric tells it.
    """

    metric: str
    value: float
    signature: str
    interval: tuple[float, float] | None = None


PLUGINS = ("detector", "equivalence", "metric")
"""What a failure names that is one of a plug-in."""


@dataclass(frozen=True, slots=True)
class Failure:
    """What broke, where, and why; the rest of the run goes on.

    Where a plug-in broke, `sentences` begin those that it could not look at; without any it looked at nothing.
    """

    what: str
    where: str
    why: str
    sentences: tuple[str, ...] = ()

    @property
    def of_plugin(self) -> bool:
        """Whether a plug-in broke, so that something was not looked at which can be read."""
        return self.what in PLUGINS


LANGUAGE = "language"
"""What a failure is called where a text is in a language that the detectors do not read."""


@dataclass(frozen=True, slots=True)
class Pivot:
    """The language, or those, through which a copy was most likely translated.

    `languages` are named with the probability of each, likeliest first; they need not add up to 1. `evidence` says in
    sentences what speaks for them, most telling first.
    """

    languages: tuple[tuple[str, float], ...]
    evidence: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.languages or not self.evidence:
            raise ValueError("a pivot needs a language and evidence")


@dataclass(frozen=True, slots=True)
class Translated:
    """How much a text looks, from 0 to 1, like the output of a rule-based engine, judged by the text alone.

    On the output of neural engines it is no better than chance: it weighs witnesses, and no report shows it.
    """

    probability: float


@dataclass(frozen=True, slots=True)
class Audit:
    """All that is known of one copy. Without an original there is no comparison and no score.

    `pivot` is None where nothing tells the language that the copy went through. `bead_scores` say of each of the
    comparison's beads how much of its meaning was kept, 0 to 1, None where one text lacks it; there are none where
    the detectors did not run. `basis` tells what it was judged by; `consulted` are the other articles on the event,
    where these were it. `translated` is given where there is no original.
    """

    copy: Document
    original: Document | None
    relation: Relation
    comparison: Comparison | None
    verdicts: tuple[Verdict, ...]
    findings: tuple[Finding, ...]
    scores: tuple[Score, ...]
    failures: tuple[Failure, ...]
    pivot: Pivot | None = None
    bead_scores: tuple[float | None, ...] = ()
    basis: Basis = Basis.PAIR
    consulted: tuple[Consulted, ...] = ()
    translated: Translated | None = None

    @property
    def unread(self) -> str | None:
        """Why nothing was judged, where the detectors do not read the language; None where they do."""
        return next((failure.why for failure in self.failures if failure.what == LANGUAGE), None)


@dataclass(frozen=True, slots=True)
class Trace:
    """What became of a copy: its audits against the originals that it was made of, or what broke.

    Where there are no such originals, `related` are those that share its quotations.
    """

    audits: tuple[Audit, ...] = ()
    related: tuple[Document, ...] = ()
    failures: tuple[Failure, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """The audits made by one call, the copies left without an original, and what could not be read.

    Same signature, same input, same output: it names version, options and lexicons.
    """

    audits: tuple[Audit, ...]
    unmatched: tuple[Document, ...]
    failures: tuple[Failure, ...]
    signature: str
