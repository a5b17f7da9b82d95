"""The stages in order, for each of the three kinds of audit: what is claimed, what stays of it, what is made of that.

Each stage is a function from one record to the next, and returns what broke in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mtaudit.event import consulted
from mtaudit.event.trust import but_surest, of_language, trust
from mtaudit.judging.causes import caused
from mtaudit.judging.claiming import fitting, of_event, of_pair, of_text
from mtaudit.judging.judges import Claimed, Plugins, explained, scored, telling
from mtaudit.judging.segment_score import bead_scores
from mtaudit.judging.settling import Claim, levelled, settle, settled
from mtaudit.judging.signing import grouped, sign, verdicts
from mtaudit.judging.translated import pivot, translated
from mtaudit.pair.alignment import align
from mtaudit.pair.comparison import compare
from mtaudit.pair.originals import Source
from mtaudit.pair.places import placed
from mtaudit.pair.relation import relate
from mtaudit.records import Audit, Basis, Event, Finding, Pair, Parsed, Relation, RelationKind, Translated
from mtaudit.text.segmentation import segment

WITHOUT = Relation(RelationKind.NO_ORIGINAL, 0.0, "no originals were given")
"""How a copy stands to an original that nobody looked for."""


def audit_pair(pair: Pair, plugins: Plugins) -> Audit:
    """One copy held against its original."""
    alignment = align(pair, segment(pair.original), segment(pair.copy))
    return audit_part(Source(relate(alignment), alignment), plugins)


def audit_part(part: Source, plugins: Plugins) -> Audit:
    """An original held against its part of a copy; nothing is said of the parts that are others'."""
    pair = part.alignment.pair
    comparison, unexplained = explained(compare(part.alignment, plugins.encoder), plugins.equivalences)
    judges, unread = fitting(pair, part.relation, plugins.judges)
    claimed = of_pair(comparison, judges)
    kept = settled(comparison, claimed.claims, plugins.levels, plugins.glossary, part.others)
    signed = placed(comparison, sign(comparison, grouped(comparison, kept.kept)))
    findings, between, uncaused = caused(comparison, signed)
    judged = len(judges) == len(plugins.judges)
    metrics = {name: m for name, m in plugins.metrics.items() if judged or not m.needs_verdicts}
    scores, unscored = scored(comparison, findings, metrics)
    return Audit(
        copy=pair.copy,
        original=pair.original,
        relation=part.relation,
        comparison=comparison,
        verdicts=verdicts(comparison, findings, kept.aside),
        findings=findings,
        scores=scores,
        failures=telling((*unexplained, *unread, *claimed.failures, *uncaused, *unscored), plugins.levels),
        pivot=between if judged else None,
        bead_scores=bead_scores(comparison, findings) if judged else (),
    )


def audit_text(text: Parsed, plugins: Plugins) -> Audit:
    """A copy judged by its own text alone."""
    return audit_shown(shown(text, plugins), None, 0, plugins)


def audit_event(event: Event, article: int, plugins: Plugins) -> Audit:
    """One of the articles of an event, held against the others."""
    return audit_shown(shown(event.articles[article], plugins), event, article, plugins)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a text shows by itself, and how far it can be believed as a witness; no claims where it is not English."""

    text: Parsed
    claimed: Claimed
    findings: tuple[Finding, ...]
    translated: Translated | None
    trust: float


def shown(text: Parsed, plugins: Plugins) -> Shown:
    """What a text shows by itself."""
    claimed = of_text(text, plugins.text)
    findings = _signed(text, claimed.claims, plugins)
    told = of_language(findings)
    if claimed.failures:
        return Shown(text, claimed, findings, None, trust(text, told))
    believed = trust(text, told, translated(text, but_surest(told)))
    return Shown(text, claimed, findings, translated(text, findings), believed)


def audit_shown(alone: Shown, event: Event | None, article: int, plugins: Plugins) -> Audit:
    """What the text shows by itself and, in an event, what the other articles contradict."""
    contradicted = of_event(event, article, plugins) if event else Claimed()
    all_ = Claimed.of((alone.claimed, contradicted))
    return Audit(
        copy=alone.text.document,
        original=None,
        relation=WITHOUT,
        comparison=None,
        verdicts=(),
        findings=_signed(alone.text, all_.claims, plugins) if contradicted.claims else alone.findings,
        scores=(),
        failures=telling(all_.failures, plugins.levels),
        basis=Basis.COVERAGE if event else Basis.TEXT,
        consulted=consulted(event, article) if event else (),
        translated=alone.translated,
        pivot=None if alone.claimed.failures else pivot(alone.text, alone.findings),
    )


def _signed(text: Parsed, claims: Sequence[Claim], plugins: Plugins) -> tuple[Finding, ...]:
    return sign(text, levelled(settle(claims), plugins.levels, text.document.outlet).kept)
