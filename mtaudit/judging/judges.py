"""What judges, and how one of them is asked: whatever breaks costs what it breaks on, never the audit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Generic, TypeVar

from mtaudit.detectors.base import GLOSSARY, CoverageDetector, PairDetector, TextDetector
from mtaudit.detectors.glossary import Glossary
from mtaudit.equivalences.base import Equivalence
from mtaudit.errors import MtauditError
from mtaudit.judging.settling import Claim, Levels
from mtaudit.metrics.base import Metric
from mtaudit.mqm import Category
from mtaudit.records import (
    LANGUAGE,
    ComparedBead,
    Comparison,
    Difference,
    Document,
    Failure,
    Finding,
    Score,
    Suspicion,
    Word,
)
from mtaudit.text.language import NATIVE, name_of
from mtaudit.text.words import joined

if TYPE_CHECKING:
    from mtaudit.model.encoder.encoder import Encoder


T = TypeVar("T")

BEGINNING = 8
"""Words and marks by which a sentence is told from its neighbours, and few enough for a line of a terminal."""


@dataclass(frozen=True, slots=True)
class Plugins:
    """What judges, by name, and the encoder where a model is at hand.

    Equivalences, `detectors` and metrics judge a pair, `coverage` and `text` a copy without an original. `levels` are
    the severities that the house decided on; its `glossary`, where there is one, is a detector that also says which
    claims of the others are about an allowed rendering.
    """

    equivalences: Mapping[str, Equivalence]
    detectors: Mapping[str, PairDetector]
    metrics: Mapping[str, Metric]
    encoder: Encoder | None = None
    coverage: Mapping[str, CoverageDetector] = field(default_factory=dict)
    text: Mapping[str, TextDetector] = field(default_factory=dict)
    levels: Levels = field(default_factory=Levels)
    glossary: Glossary | None = None

    @property
    def judges(self) -> Mapping[str, PairDetector]:
        """All detectors, the glossary among them."""
        own = {GLOSSARY: self.glossary} if self.glossary else {}
        return {**self.detectors, **own}


@dataclass(frozen=True, slots=True)
class Parts(Generic[T]):
    """What a detector is called with, as parts of which some can be left out: `detect` looks at those that it gets.

    `begins` tells how one begins, for who reads of it. `silenced` is one that keeps its words and has nothing to claim
    any more, where there is such a thing. `unsure` tells whether the parts left out might have excused a suspicion.
    """

    all: tuple[T, ...]
    detect: Callable[[tuple[T, ...]], Iterable[Suspicion]]
    begins: Callable[[T], str]
    silenced: Callable[[T], T] | None = None
    unsure: Callable[[Suspicion, Sequence[T]], bool] = lambda _suspicion, _out: False


@dataclass(frozen=True, slots=True)
class Claimed:
    """What detectors claim, and what broke on the way."""

    claims: tuple[Claim, ...] = ()
    failures: tuple[Failure, ...] = ()

    @classmethod
    def of(cls, several: Iterable[Claimed]) -> Claimed:
        """All of them as one."""
        all_ = tuple(several)
        return cls(tuple(c for one in all_ for c in one.claims), tuple(f for one in all_ for f in one.failures))


def claims_of(name: str, category: Category, parts: Parts[T]) -> Claimed:
    """What one detector claims; of what it breaks on, nothing."""
    failures: tuple[Failure, ...] = ()
    try:
        found = list(parts.detect(parts.all))
    except Exception as error:  # a broken plug-in costs what it breaks on, never the audit
        found, sentences = _sparing(parts)
        failures = (broke("detector", name, error, sentences),)
    return Claimed(tuple(Claim(name, category, suspicion) for suspicion in found), failures)


def _sparing(parts: Parts[T]) -> tuple[list[Suspicion], tuple[str, ...]]:
    """What a detector finds that breaks on some parts only, and how these begin; nothing where it breaks on all.

    First their words stay for it to read, as evidence for the others. Where it breaks on the words they are left out.
    """
    out = [part for part in parts.all if _tried(parts, (part,)) is None]
    if len(out) == len(parts.all):
        return [], ()
    spared, kept = {id(part) for part in out}, None
    if silenced := parts.silenced:
        kept = _tried(parts, tuple(silenced(part) if id(part) in spared else part for part in parts.all))
    if kept is None:
        kept = _tried(parts, tuple(part for part in parts.all if id(part) not in spared))
        kept = kept and [suspicion for suspicion in kept if not parts.unsure(suspicion, out)]
    if kept is None or not out:
        return [], ()
    return kept, tuple(dict.fromkeys(map(parts.begins, out)))


def _tried(parts: Parts[T], those: tuple[T, ...]) -> list[Suspicion] | None:
    """What is suspected in these parts; None where the detector breaks on them."""
    try:
        return list(parts.detect(those))
    except Exception:  # the failure is told already, with what the detector broke on first
        return None


def explained(
    comparison: Comparison, equivalences: Mapping[str, Equivalence]
) -> tuple[Comparison, tuple[Failure, ...]]:
    """Each difference with the first equivalence that says why it is harmless."""
    errors: dict[str, Exception] = {}
    sentences: dict[str, list[str]] = {}

    def reason(bead: ComparedBead, difference: Difference) -> str | None:
        for name, equivalence in equivalences.items():
            try:
                if equivalence(bead, difference):
                    return name
            except Exception as error:  # a broken plug-in costs the difference that it breaks on, never the audit
                errors.setdefault(name, error)
                sentences.setdefault(name, []).append(begins(bead))
        return None

    def reasoned(bead: ComparedBead) -> ComparedBead:
        reasons = [(d, reason(bead, d)) for d in bead.differences]
        return bead.differing_in(replace(d, equivalence=name) if name else d for d, name in reasons)

    made = replace(comparison, beads=tuple(map(reasoned, comparison.beads)))
    failures = (broke("equivalence", n, error, tuple(dict.fromkeys(sentences[n]))) for n, error in errors.items())
    return made, tuple(failures)


def scored(
    comparison: Comparison, findings: Sequence[Finding], metrics: Mapping[str, Metric]
) -> tuple[tuple[Score, ...], tuple[Failure, ...]]:
    """What each metric measures, where it can."""
    scores, failures = [], []
    for name, metric in metrics.items():
        try:
            scores.append(metric(comparison, findings))
        except Exception as error:  # a broken plug-in costs itself, never the audit
            failures.append(broke("metric", name, error))
    return tuple(score for score in scores if score), tuple(failures)


def telling(failures: Iterable[Failure], levels: Levels) -> tuple[Failure, ...]:
    """The failures that a report tells: not those of a detector which is off."""
    off = {name for name, severity in levels.everywhere.items() if severity is None}
    return tuple(f for f in failures if not (f.what == "detector" and f.where in off))


def unread(copy: Document, foreign: str) -> Failure:
    """What stands in the report of a copy of which nothing can be judged; `foreign` says which text is in what."""
    return Failure(LANGUAGE, copy.id, f"{foreign}, and the detectors read {name_of(NATIVE)}: nothing was judged")


def broke(what: str, where: str, error: Exception, sentences: tuple[str, ...] = ()) -> Failure:
    """What a plug-in or document that broke leaves in the report."""
    told = str(error) if isinstance(error, MtauditError) else f"{type(error).__name__}: {error}"
    return Failure(what, where, told, sentences)


def begins(bead: ComparedBead) -> str:
    """The first words of a bead, in the copy where it has any."""
    return beginning(bead.copy or bead.original)


def beginning(side: Sequence[Word]) -> str:
    """The first words of a sentence, by which a reader finds it."""
    return joined(side[:BEGINNING]) + ("…" if len(side) > BEGINNING else "")
