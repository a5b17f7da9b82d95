"""A copy that has its original shows by itself, too, what was broken; what its original shows is no damage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import pytest

from mtaudit import registry
from mtaudit.detectors.base import Case, TextDetector
from mtaudit.detectors.text._reading import seen
from mtaudit.ingest import document
from mtaudit.judging.judges import Claimed
from mtaudit.judging.settling import Claim
from mtaudit.judging.symptoms import symptoms_of_pair
from mtaudit.mqm import Category, Severity
from mtaudit.pair.alignment import align
from mtaudit.pair.comparison import compare
from mtaudit.records import Comparison, Pair, Parsed, Span, Suspicion
from mtaudit.text.segmentation import segment

DETECTORS = {entry.name: entry.plugin for entry in registry.text_detectors()}


def compared(original: str, copy: str) -> Comparison:
    pair = Pair(document(original), document(copy))
    return compare(align(pair, segment(pair.original), segment(pair.copy)))


def found(original: str, copy: str) -> list[tuple[str, str]]:
    """Which detector sees what in the copy."""
    claimed = symptoms_of_pair(compared(original, copy), DETECTORS)
    assert not claimed.failures
    return [(c.detector, c.suspicion.copy.of(copy)) for c in claimed.claims if c.suspicion.copy]


@pytest.mark.parametrize(
    ("original", "copy", "expected"),
    [
        ("The dam broke at noon. It rained.", "The dam broke at noon. , it rained.", [("marks-doubled", ". ,")]),
        ("The mayor of the town left.", "The mayor of the the town left.", [("word-doubled", "the the")]),
        ("The mayor spoke of a lost year.", "The mayor spoke of “a lost year.", [("quotation-unbalanced", "“")]),
        ("The bank fell.", "The bank fell.\n\nAdvertisement", [("scraper-debris", "Advertisement")]),
    ],
)
def test_what_a_copy_shows_by_itself_is_claimed(original: str, copy: str, expected: list[tuple[str, str]]) -> None:
    assert found(original, copy) == expected


@pytest.mark.parametrize(
    ("original", "copy"),
    [
        pytest.param(
            "The bank fell.\n\nAdvertisement\n\nIt rose in May.",
            "The bank fell.\n\nIt rose in May.\n\nAdvertisement",
            id="debris in another place",
        ),
        pytest.param(
            "The mayor of the the town left on Monday.", "The head of the the town left on Monday.", id="a slip"
        ),
        pytest.param("She spoke of “a lost year.", "She told of “a lost year.", id="a mark in the same sentence"),
        pytest.param(
            "we lost it all. nobody helped us. it rained for days.",
            "Today we lost it all. nobody helped us. it rained for days.",
            id="a style of the original's that the copy has not throughout",
        ),
    ],
)
def test_what_the_original_shows_too_is_no_damage(original: str, copy: str) -> None:
    assert found(original, copy) == []


def test_a_mark_that_the_original_lacks_elsewhere_excuses_none() -> None:
    sound = "She spoke of “a lost year. He left the town at noon, and nobody saw him."
    assert found(sound, sound.replace("him.", "“him.")) == [("quotation-unbalanced", "“")]


def test_words_of_which_another_claim_speaks_are_left_to_it() -> None:
    comparison = compared("The mayor of the town left.", "The mayor of the the town left.")
    (claim,) = symptoms_of_pair(comparison, DETECTORS).claims
    assert symptoms_of_pair(comparison, DETECTORS, [claim]) == Claimed()


@dataclass(frozen=True, slots=True, kw_only=True)
class Grave:
    """It finds every text critical, and breaks on one that rains."""

    category: ClassVar[Category] = Category.FLUENCY
    cases: ClassVar[tuple[Case, ...]] = ()

    def __call__(self, text: Parsed) -> Iterator[Suspicion]:
        """The first word."""
        if any(word.form == "rained" for side in text.words for word in side):
            raise RuntimeError("wet")
        for side in text.words[:1]:
            yield seen(side[0].span, "Bad.", "It is.", severity=Severity.CRITICAL, confidence=0.9)


def test_a_symptom_is_never_critical_and_a_detector_that_breaks_costs_what_it_breaks_on() -> None:
    detectors: dict[str, TextDetector] = {"grave": Grave()}
    claimed = symptoms_of_pair(compared("He left.", "Soon he left. It rained."), detectors)
    (claim,) = claimed.claims
    assert claim.suspicion.severity is Severity.MAJOR
    assert [(f.where, f.sentences) for f in claimed.failures] == [("grave", ("It rained.",))]


def bare(text: str) -> tuple[str, list[Span]]:
    """A case without its brackets, and where they stood."""
    parts = re.split(r"\[\[(.*?)\]\](?!\])", text, flags=re.DOTALL)
    starts = [sum(map(len, parts[:k])) for k in range(1, len(parts), 2)]
    return "".join(parts), [Span(at, at + len(inside)) for at, inside in zip(starts, parts[1::2], strict=True)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(bare(case.texts[0])[0], id=f"{name}: {case.texts[0][:50]}")
        for name, detector in DETECTORS.items()
        for case in detector.cases
        if case.flagged
    ],
)
def test_a_text_held_against_itself_shows_nothing(text: str) -> None:
    assert found(text, text) == []


@pytest.mark.parametrize("case", registry.detector("debris-left").plugin.cases, ids=lambda case: case.texts[1][:60])
def test_debris_is_seen_with_the_original_as_without(case: Case) -> None:
    copy, spans = bare(case.texts[1])
    claimed = symptoms_of_pair(compared(case.texts[0], copy), DETECTORS)
    assert [claim.suspicion.copy for claim in claimed.claims] == spans


def test_claims_name_the_detector_that_saw_it() -> None:
    (claim,) = symptoms_of_pair(compared("It rained.", "It rained.\n\nSource link"), DETECTORS).claims
    assert isinstance(claim, Claim)
    assert claim.category is DETECTORS[claim.detector].category
