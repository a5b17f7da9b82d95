"""A finding is told how it likely came about, and the copy's clues together name the language in between."""

from __future__ import annotations

from pathlib import Path

import pytest

import mtaudit
from mtaudit.judging.causes import Clue, weighed
from mtaudit.lexicon.pivots import freedict
from mtaudit.records import Audit

ORIGINAL = (
    "Parler sued the city on Monday.\n\nShares in the bank fell by a tenth.\n\n"
    "The case was heard in the morning.\n\nThe lawyers of Parler attended the hearing."
)
COPY = (
    "Talk sued the city on Monday.\n\nActions in the bank fell by a tenth.\n\n"
    "The business was heard in the morning.\n\nThe lawyers of Talk assisted the hearing."
)


def clue(*languages: str, weight: float = 7.0, key: str = "k") -> Clue:
    return Clue((key,), "Seen in ", tuple((language, "") for language in languages), ".", weight)


def compared() -> Audit:
    return mtaudit.compare(ORIGINAL, COPY, model=False)


def test_a_name_is_explained_as_the_word_that_it_is() -> None:
    told = [f.explanation for f in compared().findings if f.detector == "name-translated"]
    assert told
    assert all("“Parler” is the word for “talk” in French." in explanation for explanation in told)


def test_a_copy_through_french_is_known_as_one() -> None:
    pivot = compared().pivot
    assert pivot is not None
    assert pivot.languages[0][0] == "French"
    assert pivot.languages[0][1] > 0.5
    assert any("Parler" in sentence for sentence in pivot.evidence)


def test_nothing_is_said_without_evidence() -> None:
    audit = mtaudit.compare("The fire killed 12 people.", "The fire killed 21 people.", model=False)
    assert audit.findings
    assert audit.pivot is None


def test_a_thing_that_became_a_person_is_explained() -> None:
    audit = mtaudit.compare("The company said that it was ready.", "The company said that he was ready.", model=False)
    assert any("“he” or “she” in French" in finding.explanation for finding in audit.findings)


def test_one_clue_proves_nothing() -> None:
    assert weighed([clue("French", weight=50.0)], 1) is None


def test_the_same_clue_twice_is_one() -> None:
    assert weighed([clue("French"), clue("French")], 1) is None


def test_what_any_language_would_explain_is_no_evidence() -> None:
    clues = [clue("French", key="a", weight=50.0), clue("French", key="b", weight=1.0)]
    assert weighed(clues, 2) is None


def test_two_clues_name_a_language() -> None:
    pivot = weighed([clue("French", key="a", weight=20.0), clue("French", "Spanish", key="b")], 2)
    assert pivot is not None
    assert pivot.languages[0][0] == "French"
    assert pivot.evidence == ("Seen in French.", "Seen in French or Spanish.")


def test_languages_that_cannot_be_told_apart_are_both_named() -> None:
    pivot = weighed([clue("French", "Spanish", key=str(k)) for k in range(4)], 4)
    assert pivot is not None
    assert {language for language, _ in pivot.languages} == {"French", "Spanish"}


def test_many_findings_without_a_clue_speak_against() -> None:
    clues = [clue("French", key="a"), clue("French", key="b")]
    assert weighed(clues, 2) is not None
    assert weighed(clues, 1000) is None


def test_a_dictionary_explains_what_the_lists_do_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original, copy = "The storm tore the roof off.", "The storm tore the gherkin off."
    assert "concombre" not in str(mtaudit.compare(original, copy, model=False).findings)
    text = "concombre /kɔ̃kɔ̃bʀ/ <n>\n1. roof\n2. gherkin\n"
    (tmp_path / "freedict-fra-eng.dict").write_text(text, "utf-8")
    monkeypatch.setenv(freedict.VARIABLE, str(tmp_path))
    assert "French “concombre” is both “roof” and “gherkin”." in str(
        mtaudit.compare(original, copy, model=False).findings
    )


def test_a_broken_dictionary_costs_the_causes_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "freedict-fra-eng.dict.dz").write_bytes(b"no gzip")
    monkeypatch.setenv(freedict.VARIABLE, str(tmp_path))
    audit = mtaudit.compare(ORIGINAL, COPY, model=False)
    assert audit.findings
    assert [failure.what for failure in audit.failures] == ["dictionary"]
