"""Whether a text was machine translated, told by the text alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mtaudit
from mtaudit.ingest import document
from mtaudit.judging.pipeline import audit_text
from mtaudit.judging.translated import features, translated
from mtaudit.records import Finding, Pivot, Translated
from mtaudit.text.segmentation import parsed
from mtaudit.text.shapes import neighbours, shapes
from mtaudit.text.words import words

SOUND = (
    "The harbour board voted on Tuesday to close the old pier until the spring. Its chairman, Peter Hale, said "
    "that the storm had torn away a third of the planks, and that no insurer would pay for them. Fishermen who "
    "land their catch there will have to use the northern quay, which is shared with the ferries. “We have "
    "waited ten years for this,” one of them said. The work is to cost four million pounds, of which the "
    "county has promised half. A second vote, on the lighthouse, was put off to June because two members were "
    "ill."
)

DAMAGED = (
    "The commission port voted on Tuesday to close the old pier. , until the spring. His president, Peter "
    "Hale, said that the storm had torn off a third of of the planks. , and that none insurer would pay them. "
    "The fishers who have the fish there will must use the quay northern. , which est shared with the ferries. "
    "“ We have waited ten years . ” one of them said. The works must to cost four million of pounds. , of "
    "which the county est promised half. A second vote, on the house of the light, was put off in June. , "
    "because two members were ill."
)


def told(text: str) -> Translated:
    found = audit_text(parsed(document(text)), mtaudit.plugins(False)).translated
    assert found
    return found


def test_sound_prose_is_told_from_the_output_of_an_engine() -> None:
    sound, damaged = told(SOUND), told(DAMAGED)
    assert sound.probability < 0.35
    assert damaged.probability > 0.8


def test_more_damage_never_makes_a_translation_less_likely() -> None:
    text = parsed(document(DAMAGED))
    findings = audit_text(text, mtaudit.plugins(False)).findings
    assert findings
    some, all_ = (translated(text, kept) for kept in (findings[:2], findings))
    assert some
    assert all_
    assert some.probability <= all_.probability


@pytest.mark.parametrize("text", ["A short note.", "Prices\n\nOil 71.20\n\nGold 1,911.05", "Снег закрыл перевал. " * 3])
def test_of_too_little_prose_nothing_is_told(text: str) -> None:
    assert translated(parsed(document(text)), ()) is None


LEFT = "The quay est shared avec the ferries, and the board gave its word again to the town."
BROKEN = "The board met in the competition national, and it gave its word again to the town."
"""An adjective stands behind its noun."""


def through(text: str) -> Pivot | None:
    return audit_text(parsed(document(text)), mtaudit.plugins(False)).pivot


def test_a_language_in_between_is_named_where_words_of_it_and_broken_english_speak_for_it() -> None:
    found = through(f"{LEFT} {BROKEN}")
    assert found
    assert [language for language, _ in found.languages] == ["French"]
    assert any("avec" in sentence for sentence in found.evidence)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(SOUND, id="sound"),
        pytest.param(LEFT, id="words left, in good English"),
        pytest.param(BROKEN, id="broken English, without a word left"),
        pytest.param(f"She came avant midnight. {BROKEN}", id="one word"),
        pytest.param(f"The quay est shared by all, the quay est old, and it est gone. {BROKEN}", id="one word often"),
        pytest.param(f"He lost the boy y his dog, and the deal was null et void. {BROKEN}", id="a word of each of two"),
        pytest.param(f"The van, um, stood still, and she lived à la mode with the avant garde. {BROKEN}", id="English"),
        pytest.param(f"“La ville est sans eau,” she said. {BROKEN}", id="a quotation"),
    ],
)
def test_no_language_is_named_without_two_kinds_of_evidence(text: str) -> None:
    assert through(text) is None


def test_a_passage_that_was_left_has_words_enough() -> None:
    found = through(f"{BROKEN} Le maire dit que les pompes sont dans la cave. It rained.")
    assert found
    assert [language for language, _ in found.languages] == ["French"]


def test_words_of_two_languages_name_both() -> None:
    found = through(f"The quay was shut desde noon on Friday. The boats came porque midnight and left again. {BROKEN}")
    assert found
    assert [language for language, _ in found.languages] == ["Portuguese", "Spanish"]
    assert "“desde” was left in the text, a word of Spanish or Portuguese." in found.evidence


def test_words_have_shapes_and_neighbours() -> None:
    sentence = words("The Hale quay, 12 xqzv.")
    assert shapes(sentence) == ["the", "Name", "n", ",", "0", "?", "."]
    assert [pair for pair, _ in neighbours(sentence)][:2] == ["< the", "the Name"]


@given(st.text(st.characters(exclude_categories=["Cc"]), max_size=400))
def test_any_text_has_features_that_grow_with_findings(text: str) -> None:
    made = parsed(document("x " + text))
    before = features(made, ())
    assert all(value >= 0 for value in before.values())
    none: list[Finding] = []
    assert features(made, none) == before
