"""The glossary: what is missed, what is spared, what it silences, and that its size costs little."""

from __future__ import annotations

from dataclasses import replace

import pytest

import mtaudit
from mtaudit.detectors.glossary import Glossary
from mtaudit.judging.judges import Plugins
from mtaudit.judging.pipeline import audit_pair
from mtaudit.mqm import Severity
from mtaudit.records import Audit, Document, Pair, Term

TERMS = (Term("Harbour Act", ("Harbour Law", "1911 Act")), Term("Lumo"), Term("flash flood"), Term("Marcher Bank"))


@pytest.fixture(scope="module")
def plugins() -> Plugins:
    return mtaudit.plugins(False)


def audited(original: str, copy: str, plugins: Plugins, terms: tuple[Term, ...] = TERMS) -> Audit:
    pair = Pair(Document("o", original, "en"), Document("c", copy, "en"))
    return audit_pair(pair, replace(plugins, glossary=Glossary(terms)))


def alone(original: str, copy: str, plugins: Plugins, terms: tuple[Term, ...] = TERMS) -> list[tuple[str, str | None]]:
    """What the glossary itself finds: the phrases of both sides."""
    comparison = audited(original, copy, plugins).comparison
    assert comparison
    return [
        (s.original.of(original), s.copy.of(copy) if s.copy else None)
        for s in Glossary(terms)(comparison)
        if s.original is not None
    ]


@pytest.mark.parametrize(
    ("original", "copy", "found"),
    [
        ("The Harbour Act passed in May.", "The Harbour Statute passed in May.", [("Harbour Act", "Harbour Statute")]),
        ("Lumo sued the old city.", "Light sued the old city.", [("Lumo", "Light")]),
        ("He sued Lumo twice in May.", "He sued twice in May.", [("Lumo", None)]),
        ("A flash flood hit the town.", "A sudden flood hit the town.", [("flash flood", "sudden flood")]),
        ("Lumo met Lumo there again.", "Lumo met Light there again.", [("Lumo", "Light")]),
    ],
)
def test_what_does_not_survive_is_found(
    original: str, copy: str, found: list[tuple[str, str | None]], plugins: Plugins
) -> None:
    assert alone(original, copy, plugins) == found


@pytest.mark.parametrize(
    ("original", "copy"),
    [
        pytest.param("The Harbour Act passed.", "The Harbour Act passed.", id="itself"),
        pytest.param("The Harbour Act passed in May.", "The Harbour Law passed in May.", id="allowed"),
        pytest.param("The Harbour Act passed in May.", "The 1911 Act passed in May.", id="allowed, of other words"),
        pytest.param("LUMO SUES THE CITY", "Lumo sues the city", id="capitals"),
        pytest.param("Lumo’s lawyer spoke.", "The lawyer of Lumo spoke.", id="a clitic"),
        pytest.param("Flash floods hit towns.", "A flash flood hit towns.", id="inflected"),
        pytest.param("He said Lumo won. She left.", "He said so. She left, and Lumo won.", id="in another sentence"),
        pytest.param("They act in the harbour.", "They work in the harbour.", id="no term"),
        pytest.param("The lumo rises at noon.", "The light rises at noon.", id="a capital is asked for"),
        pytest.param("Rain fell for days. Lumo sued the city.", "Rain fell for days.", id="the sentence is gone"),
    ],
)
def test_what_survives_is_spared(original: str, copy: str, plugins: Plugins) -> None:
    assert alone(original, copy, plugins) == []


def test_an_allowed_rendering_is_nobodys_finding(plugins: Plugins) -> None:
    texts = "The Harbour Act was passed in May.", "The Harbour Law was passed in May."
    assert [f.detector for f in audited(*texts, plugins, ()).findings] == ["name-translated"]
    audit = audited(*texts, plugins)
    assert audit.findings == ()
    assert [(v.harmless, v.reason) for v in audit.verdicts] == [(True, "glossary")]


def test_an_article_before_it_does_no_harm(plugins: Plugins) -> None:
    original, copy = "He cited the Harbour Act in May.", "He cited Harbour Law in May."
    assert audited(original, copy, plugins).findings == ()


def test_what_changed_beside_an_allowed_rendering_is_found_all_the_same(plugins: Plugins) -> None:
    audit = audited("The Harbour Act fined 12 firms and Lumo.", "The Harbour Law fined 21 firms and Light.", plugins)
    assert {"number-changed"} < {f.detector for f in audit.findings}
    assert all(f.copy and "Harbour" not in f.copy.of(audit.copy.text) for f in audit.findings)


def test_a_graver_finding_on_the_same_words_goes_before_it(plugins: Plugins) -> None:
    audit = audited("Lumo sued the city on Monday.", "Light sued the city on Monday.", plugins)
    assert [(f.detector, f.severity) for f in audit.findings] == [("name-translated", Severity.CRITICAL)]
    audit = audited("A flash flood hit the town.", "A lightning flood hit the town.", plugins)
    (finding,) = audit.findings
    assert (finding.detector, finding.severity, finding.confidence) == ("glossary", Severity.MAJOR, 1.0)
    assert finding.message == "“flash flood” is “lightning flood” in the copy."
    assert finding.explanation == "The glossary asks for “flash flood”."


def test_the_longest_term_counts(plugins: Plugins) -> None:
    terms = (Term("Marcher"), Term("Marcher Bank", ("the bank",)))
    assert alone("Marcher Bank closed its doors.", "The bank closed its doors.", plugins, terms) == []


def test_a_long_glossary_and_a_long_sentence_are_no_burden(plugins: Plugins) -> None:
    """Hundreds of terms, thousands of times: quadratic, this would take minutes."""
    terms = tuple(Term(f"Name{k}") for k in range(500))
    words = " ".join(f"Name{k % 500} spoke" for k in range(3000))
    assert audited(words, words, plugins, terms).findings == ()


@pytest.mark.parametrize("text", ["", " ", "…", "\ud800", "“”"])
def test_terms_without_a_word_find_nothing(text: str, plugins: Plugins) -> None:
    assert alone("Lumo sued the city.", "Light sued the city.", plugins, (Term(text, (text,)),)) == []
