"""The stages in order; a broken plug-in costs what it breaks on, a broken document costs itself, the run goes on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

import pytest

from mtaudit import registry
from mtaudit.detectors.base import Case, PairDetector
from mtaudit.equivalences.base import Equivalence, Same, Unlike
from mtaudit.ingest import document
from mtaudit.judging import tracing
from mtaudit.judging.claiming import LANGUAGE_GATE
from mtaudit.judging.judges import Plugins
from mtaudit.judging.pipeline import audit_pair
from mtaudit.judging.runs import Seated, audit_all
from mtaudit.matching import Archive
from mtaudit.metrics.base import Metric
from mtaudit.mqm import Category, Severity
from mtaudit.records import (
    Audit,
    ComparedBead,
    Comparison,
    Difference,
    Document,
    Failure,
    Finding,
    Pair,
    RelationKind,
    Score,
    Segment,
    Suspicion,
)
from mtaudit.text.segmentation import segment

ENGLISH = "The ferry to the island left the dock on Thursday although its captain knew of the fog. Nobody was hurt."
FRENCH = (
    "Le bac pour l'île a quitté le quai jeudi, bien que son capitaine ait connu le brouillard. Personne n'est blessé."
)
FRENCH_COPY = FRENCH.replace("jeudi", "vendredi")
ENGLISH_COPY = ENGLISH.replace("ferry", "boat").replace("hurt", "hit")
CHOIR = "A choir from Brindle has won a contest for teachers. Its jury praised clear voices and modern pieces of music."


@dataclass
class Watcher:
    """A detector that claims every difference on the word it looks for, and notes what it was shown."""

    category: ClassVar[Category] = Category.TERM
    general: ClassVar[bool] = False
    word: str = ""
    cases: ClassVar[tuple[Case, ...]] = ()
    seen: list[str] = field(default_factory=list)

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        for bead in comparison.beads:
            for difference in bead.differences:
                gained = " ".join(w.text for w in bead.gained(difference))
                self.seen.append(gained)
                if gained == self.word:
                    yield Suspicion(
                        original=bead.original_span(difference.original),
                        copy=bead.copy_span(difference.copy),
                        severity=Severity.MINOR,
                        message=self.word,
                        explanation="",
                        confidence=1.0,
                    )


@dataclass
class General(Watcher):
    """A watcher that runs last."""

    general: ClassVar[bool] = True


class Broken:
    """A detector that breaks."""

    category: ClassVar[Category] = Category.TERM
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = ()

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        raise RuntimeError("it broke")


@dataclass
class Excuse:
    """An equivalence that holds for one word, and counts how often it was asked."""

    word: str = ""
    fails: bool = False
    asked: int = 0
    cases: ClassVar[tuple[Same | Unlike, ...]] = ()

    def __call__(self, bead: ComparedBead, difference: Difference) -> bool:
        self.asked += 1
        if self.fails:
            raise RuntimeError("it broke")
        return [w.text for w in bead.gained(difference)] == [self.word]


class Count:
    """A metric: how many findings there are."""

    needs_verdicts: ClassVar[bool] = False

    def __call__(self, comparison: Comparison, findings: Sequence[Finding]) -> Score:
        return Score("count", len(findings), "count")


class BrokenMetric:
    """A metric that breaks."""

    needs_verdicts: ClassVar[bool] = False

    def __call__(self, comparison: Comparison, findings: Sequence[Finding]) -> Score:
        raise RuntimeError("it broke")


def audited(
    original: str,
    copy: str,
    *,
    equivalences: Mapping[str, Equivalence] | None = None,
    detectors: Mapping[str, PairDetector] | None = None,
    metrics: Mapping[str, Metric] | None = None,
) -> Audit:
    plugins = Plugins(equivalences or {}, detectors or {}, metrics or {})
    return audit_pair(Pair(document(original), document(copy)), plugins)


def real() -> Plugins:
    return Plugins(
        {r.name: r.plugin for r in registry.equivalences()},
        {r.name: r.plugin for r in registry.pair_detectors()},
        {r.name: r.plugin for r in registry.metrics()},
    )


def told(audit: Audit) -> list[tuple[str, str]]:
    return [(finding.detector, finding.message) for finding in audit.findings]


def test_a_broken_detector_costs_itself() -> None:
    audit = audited(ENGLISH, ENGLISH_COPY, detectors={"bad": Broken(), "good": Watcher(word="boat")})
    assert told(audit) == [("good", "boat")]
    assert audit.failures == (Failure("detector", "bad", "RuntimeError: it broke"),)


def test_a_broken_equivalence_costs_the_differences_that_it_breaks_on() -> None:
    bad, good = Excuse(fails=True), Excuse("boat")
    audit = audited(ENGLISH, ENGLISH_COPY, equivalences={"bad": bad, "good": good})
    assert [v.reason for v in audit.verdicts] == ["good", "reworded"]
    sentences = ("The boat to the island left the dock…", "Nobody was hit.")
    assert audit.failures == (Failure("equivalence", "bad", "RuntimeError: it broke", sentences),)
    assert bad.asked == 2


def test_a_broken_metric_costs_itself() -> None:
    audit = audited(ENGLISH, ENGLISH_COPY, metrics={"bad": BrokenMetric(), "count": Count()})
    assert [score.metric for score in audit.scores] == ["count"]
    assert audit.failures == (Failure("metric", "bad", "RuntimeError: it broke"),)


def test_the_first_equivalence_that_holds_is_the_reason() -> None:
    first, second = Excuse("boat"), Excuse("boat")
    audit = audited(ENGLISH, ENGLISH_COPY, equivalences={"first": first, "second": second})
    assert [v.reason for v in audit.verdicts] == ["first", "reworded"]
    assert (first.asked, second.asked) == (2, 1)


def test_general_detectors_run_last_and_see_what_no_other_claims() -> None:
    general, special = General(word="hit"), Watcher(word="boat")
    audit = audited(ENGLISH, ENGLISH_COPY, detectors={"a": general, "z": special}, metrics={"count": Count()})
    assert special.seen == ["boat", "hit"]
    assert general.seen == ["hit"]
    assert told(audit) == [("z", "boat"), ("a", "hit")]
    assert [score.value for score in audit.scores] == [2]
    assert [(v.harmless, v.reason) for v in audit.verdicts] == [(False, "f1"), (False, "f2")]


def test_two_languages_are_judged_by_their_gate_alone() -> None:
    gate, other = Watcher(), Watcher()
    audit = audited(ENGLISH, FRENCH, detectors={LANGUAGE_GATE: gate, "other": other})
    assert gate.seen
    assert not other.seen
    assert not audit.failures


def test_the_gate_stands_in_the_registry() -> None:
    audit = audit_pair(Pair(document(ENGLISH), document(FRENCH)), real())
    assert [finding.detector for finding in audit.findings] == [LANGUAGE_GATE]


def test_a_pair_in_another_language_is_aligned_and_scored_only() -> None:
    watcher = Watcher()
    audit = audited(FRENCH, FRENCH_COPY, detectors={"other": watcher}, metrics={"count": Count()})
    assert not watcher.seen
    assert [score.metric for score in audit.scores] == ["count"]
    assert [(f.what, f.where) for f in audit.failures] == [("language", audit.copy.id)]
    assert audit.failures[0].why == "both texts are in French, and the detectors read English: nothing was judged"


def test_texts_whose_language_is_unknown_are_read_as_english() -> None:
    assert told(audited("Ferry sank", "Boat sank", detectors={"d": Watcher(word="Boat")})) == [("d", "Boat")]


def test_an_unrelated_pair_is_not_judged() -> None:
    watcher = Watcher()
    audit = audited(ENGLISH, CHOIR, detectors={"d": watcher})
    assert audit.relation.kind is RelationKind.UNRELATED
    assert not watcher.seen
    assert not audit.findings


def all_of(copies: Sequence[Document], originals: Sequence[Document]) -> tuple[list[tuple[str, str]], list[str]]:
    """Ids of the copies with their originals, and of those without."""
    run = audit_all(copies, Seated([Archive.of(originals)], Plugins({}, {}, {}), "s"))
    assert run.signature == "s"
    assert not run.failures
    paired = [(a.copy.id, a.original.id) for a in run.audits if a.original]
    assert [d.id for d in run.unmatched] == [a.copy.id for a in run.audits if not a.original]
    return paired, [d.id for d in run.unmatched]


def test_each_copy_gets_the_likeliest_original() -> None:
    originals = [document(text, id=name) for name, text in (("choir", CHOIR), ("ferry", ENGLISH))]
    copies = [document(ENGLISH_COPY, id="a"), document(CHOIR + " It was fun.", id="b")]
    assert all_of(copies, originals) == ([("a", "ferry"), ("b", "choir")], [])


def test_a_whole_copy_is_preferred_to_a_part() -> None:
    whole, more = document(ENGLISH, id="whole"), document(ENGLISH + " " + CHOIR * 3, id="more")
    assert all_of([document(ENGLISH_COPY, id="a")], [more, whole]) == ([("a", "whole")], [])


def test_a_copy_of_nothing_is_unmatched() -> None:
    originals = [document(ENGLISH, id="ferry")]
    assert all_of([document(CHOIR, id="a")], originals) == ([], ["a"])
    assert all_of([document(ENGLISH, id="a")], []) == ([], ["a"])
    other = "A captain asked for a new ferry. The council of the town voted against it, and no island objected."
    assert all_of([document(other, id="a")], originals) == ([], ["a"]), "one subject, but no copy"


def test_a_broken_document_costs_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks_on_one(one: Document) -> tuple[Segment, ...]:
        if one.id == "bad":
            raise RuntimeError("it broke")
        return segment(one)

    monkeypatch.setattr(tracing, "segment", breaks_on_one)
    copies = [document(ENGLISH_COPY, id="bad"), document(ENGLISH_COPY, id="good")]
    earlier = Failure("copy", "none.txt", "no such file")
    steps: list[tuple[int, int, str]] = []
    run = audit_all(
        copies,
        Seated([Archive.of([document(ENGLISH)])], Plugins({}, {}, {}), "s"),
        failures=[earlier],
        progress=lambda *step: steps.append(step),
    )
    assert [audit.copy.id for audit in run.audits] == ["good"]
    assert run.failures == (earlier, Failure("audit", "bad", "RuntimeError: it broke"))
    assert steps == [(0, 2, "bad"), (1, 2, "good"), (2, 2, "")]
