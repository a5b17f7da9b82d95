"""What judges, and how one of them is asked: whatever breaks costs itself, never the audit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mtaudit.detectors.base import GLOSSARY, CoverageDetector, PairDetector, TextDetector
from mtaudit.detectors.glossary import Glossary
from mtaudit.equivalences.base import Equivalence
from mtaudit.errors import MtauditError
from mtaudit.metrics.base import Metric
from mtaudit.mqm import Category, Severity
from mtaudit.records import Failure, Suspicion
from mtaudit.verdicts import Claim, Levels

if TYPE_CHECKING:
    from mtaudit.semantics.encoder import Encoder


NATIVE = "en"
"""The language that the other detectors read."""


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


def claims_of(
    name: str, category: Category, detect: Callable[[], Iterable[Suspicion]], failures: list[Failure]
) -> list[Claim]:
    """What one detector claims."""
    try:
        return [Claim(name, category, suspicion) for suspicion in detect()]
    except Exception as error:  # a broken plug-in costs itself, never the audit
        failures.append(broke("detector", name, error))
        return []


def of_none(failure: Failure, levels: Levels) -> bool:
    """Whether it is that of a detector which is off."""
    return failure.what == "detector" and levels.everywhere.get(failure.where, Severity.NEUTRAL) is None


def broke(what: str, where: str, error: Exception) -> Failure:
    """What a plug-in or document that broke leaves in the report."""
    return Failure(what, where, str(error) if isinstance(error, MtauditError) else f"{type(error).__name__}: {error}")
