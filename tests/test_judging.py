"""A plug-in that breaks costs the sentences that it breaks on; what it finds in the others stays, and nothing else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import pytest

from mtaudit.detectors.base import Case, CoverageDetector, PairDetector, TextDetector
from mtaudit.event import event_of
from mtaudit.ingest import document
from mtaudit.judging.judges import Plugins
from mtaudit.judging.pipeline import audit_event, audit_pair, audit_text
from mtaudit.mqm import Category, Severity
from mtaudit.records import Audit, Comparison, Event, Failure, Pair, Parsed, Span, Suspicion
from mtaudit.render.reading.failing import told
from mtaudit.text.segmentation import parsed

ORIGINAL = "The ferry left the dock on Thursday. Its captain knew of the fog. Nobody on the ship was hurt at all."
COPY = "The barge left the dock on Thursday. Its captain knew of the mist. Nobody on the ship was hit at all."
WHY = "RuntimeError: it broke"


def suspected(original: Span | None, copy: Span | None, message: str) -> Suspicion:
    return Suspicion(
        original=original, copy=copy, severity=Severity.MINOR, message=message, explanation="", confidence=1.0
    )


@dataclass(frozen=True)
class Fragile:
    """Claims each word that changed; breaks on a changed word, or on a word wherever it stands."""

    category: ClassVar[Category] = Category.TERM
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = ()
    changed: str = ""
    read: str = ""

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        for bead in comparison.beads:
            if self.read in [word.form for word in bead.copy]:
                raise RuntimeError("it broke")
            for difference in bead.differences:
                gained = " ".join(word.text for word in bead.gained(difference))
                if gained == self.changed:
                    raise RuntimeError("it broke")
                yield suspected(bead.original_span(difference.original), bead.copy_span(difference.copy), gained)


@dataclass(frozen=True)
class Absent:
    """Claims a word of the original that stands nowhere in the copy: it needs the whole."""

    category: ClassVar[Category] = Category.TERM
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = ()
    read: str = ""

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        said = {word.form for bead in comparison.beads for word in bead.copy}
        if self.read in said:
            raise RuntimeError("it broke")
        for bead in comparison.beads:
            for word in bead.original:
                if word.form not in said:
                    yield suspected(word.span, None, word.text)


def judged(detector: PairDetector, original: str = ORIGINAL, copy: str = COPY) -> Audit:
    return audit_pair(Pair(document(original), document(copy)), Plugins({}, {"fragile": detector}, {}))


def found(audit: Audit) -> list[str]:
    return [finding.message for finding in audit.findings]


def test_a_detector_that_works_has_no_failure() -> None:
    audit = judged(Fragile())
    assert found(audit) == ["barge", "mist", "hit"]
    assert audit.failures == ()


@pytest.mark.parametrize("detector", [Fragile(changed="mist"), Fragile(read="mist")], ids=["a change", "a word"])
def test_a_detector_that_breaks_on_a_sentence_is_heard_of_the_others(detector: PairDetector) -> None:
    audit = judged(detector)
    assert found(audit) == ["barge", "hit"]
    assert audit.failures == (Failure("detector", "fragile", WHY, ("Its captain knew of the mist.",)),)


def test_one_that_breaks_on_two_sentences_is_told_once() -> None:
    copy = COPY.replace("hit at", "mist at")
    (failure,) = judged(Fragile(read="mist"), copy=copy).failures
    assert failure.sentences == ("Its captain knew of the mist.", "Nobody on the ship was mist at all…")


def test_what_a_sentence_left_out_could_excuse_is_not_claimed() -> None:
    original = "The ferry left the dock on Thursday. Its captain knew of the fog. Nobody on the ship was hurt at all."
    copy = "The boat left the dock on Thursday. Its captain, of the ferry, knew of the mist. Nobody was hit at all."
    whole = found(judged(Absent(), original, copy))
    assert "ferry" not in whole
    kept = found(judged(Absent(read="mist"), original, copy))
    assert kept
    assert set(kept) <= set(whole)


def test_a_detector_that_breaks_on_every_sentence_costs_itself() -> None:
    audit = judged(Fragile(read="the"), "The ferry left. The captain knew.", "The barge left. The captain saw.")
    assert (found(audit), audit.failures) == ([], (Failure("detector", "fragile", WHY),))


def test_a_detector_that_breaks_on_no_sentence_alone_costs_itself() -> None:
    class Together(Fragile):
        def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
            if len(comparison.beads) > 1:
                raise RuntimeError("it broke")
            return iter(())

    assert judged(Together()).failures == (Failure("detector", "fragile", WHY),)


@dataclass(frozen=True)
class FragileText:
    """Claims the first word of each sentence; breaks on a word."""

    category: ClassVar[Category] = Category.TERM
    cases: ClassVar[tuple[Case, ...]] = ()
    read: str = ""

    def __call__(self, text: Parsed) -> Iterator[Suspicion]:
        for side in text.words:
            if self.read in [word.form for word in side]:
                raise RuntimeError("it broke")
            yield suspected(None, side[0].span, side[0].text)


def test_of_a_text_alone_it_costs_the_sentence_too() -> None:
    detectors: dict[str, TextDetector] = {"fragile": FragileText(read="mist")}
    audit = audit_text(parsed(document(COPY)), Plugins({}, {}, {}, text=detectors))
    assert found(audit) == ["The", "Nobody"]
    assert audit.failures == (Failure("detector", "fragile", WHY, ("Its captain knew of the mist.",)),)


@dataclass(frozen=True)
class FragileWitness:
    """Claims each fact that the article has; breaks on one."""

    category: ClassVar[Category] = Category.TERM
    cases: ClassVar[tuple[Case, ...]] = ()
    value: str = ""

    def __call__(self, event: Event, article: int) -> Iterator[Suspicion]:
        for fact in event.facts:
            for mention in fact.mentions:
                if mention.article == article:
                    if self.value and self.value in mention.span.of(event.articles[article].document.text):
                        raise RuntimeError("it broke")
                    yield suspected(None, mention.span, mention.value)


def test_of_an_event_it_costs_the_facts_that_it_breaks_on() -> None:
    texts = [
        "The ferry Merope sank off Ardmore on Tuesday. Twelve people died in the ferry accident, the coastguard said.",
        "On Tuesday the ferry Merope sank off Ardmore. The coastguard said twelve people died in the ferry accident.",
    ]
    event = event_of([parsed(document(text, id=f"a{k}")) for k, text in enumerate(texts)], [1.0, 1.0])

    def audited(value: str) -> Audit:
        witness: CoverageDetector = FragileWitness(value=value)
        return audit_event(event, 0, Plugins({}, {}, {}, coverage={"fragile": witness}))

    whole, kept = audited(""), audited("Twelve")
    assert whole.failures == ()
    (failure,) = kept.failures
    assert failure.sentences == ("Twelve people died in the ferry accident,…",)
    assert 0 < len(kept.findings) < len(whole.findings)
    assert set(found(kept)) < set(found(whole))


@pytest.mark.parametrize(
    ("failure", "sentence"),
    [
        (
            Failure("detector", "number-changed", WHY, ("It sank.",)),
            "The check “number-changed” could not look at the sentence “It sank.”; everything else was checked.",
        ),
        (
            Failure("detector", "number-changed", WHY, ("A.", "B.", "C.", "D.")),
            "The check “number-changed” could not look at 4 sentences: “A.”, “B.”, “C.” and 1 more; everything else "
            "was checked.",
        ),
        (
            Failure("detector", "number-changed", WHY),
            "The check “number-changed” could not look at this article; all other checks did.",
        ),
        (
            Failure("equivalence", "synonym", WHY, ("It sank.",)),
            "The check “synonym” could not judge a difference in the sentence “It sank.”; everything else was checked.",
        ),
        (Failure("metric", "ter", WHY), "The score “ter” could not be worked out; everything else was."),
    ],
)
def test_an_editor_reads_what_was_not_checked_and_a_programmer_why(failure: Failure, sentence: str) -> None:
    assert told(failure) == f"{sentence} ({WHY})"


PLUG_IN = '''
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.mqm import Category
from mtaudit.records import Comparison, Suspicion


@dataclass(frozen=True, slots=True, kw_only=True)
class StrangerTerm:
    """Something was found by a stranger.

    And this is why.
    """

    category: ClassVar[Category] = Category.TERM
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = ()

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        if any(word.form == "mist" for bead in comparison.beads for word in bead.copy):
            raise RuntimeError("it broke")
        return iter(())
'''
TOLD = "The check “stranger-term” could not look at the sentence “Its captain knew of the mist.”; everything else was"


@pytest.fixture
def stranger(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs a command where another package brings a detector that breaks on one sentence of a copy."""
    (tmp_path / "stranger_term.py").write_text(PLUG_IN)
    about = tmp_path / "stranger-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: stranger\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text("[mtaudit.detectors.pair]\nstranger-term = stranger_term\n")
    (tmp_path / "o.txt").write_text(ORIGINAL)
    (tmp_path / "c.txt").write_text(COPY)

    def ran(*command: str) -> subprocess.CompletedProcess[str]:
        path = os.pathsep.join([str(tmp_path), *sys.path])
        return subprocess.run(
            [sys.executable, "-m", "mtaudit", *command],
            env=os.environ | {"PYTHONPATH": path, "COLUMNS": "300"},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )

    return ran


def test_every_command_tells_it_and_exits_with_2(
    stranger: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    compared = stranger("compare", "o.txt", "c.txt", "--no-model")
    assert (compared.returncode, TOLD in " ".join(compared.stdout.split())) == (2, True), compared
    audited = stranger("audit", "c.txt", "--originals", "o.txt", "--no-model", "--out", "out")
    assert (audited.returncode, TOLD in audited.stderr) == (2, True), audited
    pages = [page.read_text(encoding="utf-8") for page in (tmp_path / "out").rglob("*.html")]
    assert any(TOLD in page and WHY in page for page in pages)
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    told_of = {"what": "detector", "where": "stranger-term", "why": WHY, "sentences": ["Its captain knew of the mist."]}
    assert report["audits"][0]["failures"] == [told_of]
    outputs = [f"--output={form}=check.{form}" for form in ("sarif", "junit", "markdown")]
    checked = stranger("check", "c.txt", "--originals", "o.txt", "--no-model", *outputs)
    assert (checked.returncode, TOLD in checked.stderr) == (2, True), checked
    for form in ("sarif", "junit", "markdown"):
        assert "Its captain knew of the mist." in (tmp_path / f"check.{form}").read_text(encoding="utf-8")
    sarif = json.loads((tmp_path / "check.sarif").read_text(encoding="utf-8"))
    notes = sarif["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    assert [TOLD in note["message"]["text"] for note in notes] == [True]
