"""Whether a text was machine translated, told by the text alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mtaudit
from mtaudit.alone import audit_text
from mtaudit.ingest import document
from mtaudit.lingua.shapes import neighbours, shapes
from mtaudit.lingua.words import words
from mtaudit.records import Finding, Pivot, Translated
from mtaudit.segmentation import parsed
from mtaudit.translated import features, pivot, translated

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
    assert damaged.evidence


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


def test_the_language_in_between_is_told_by_the_words_that_were_left() -> None:
    found = pivot(
        parsed(document("The quay est shared avec the ferries, and the board gave its word again to the town."))
    )
    assert found
    assert found.languages == (("French", 0.75),)
    assert any("avec" in sentence for sentence in found.evidence)
    assert pivot(parsed(document(SOUND))) is None


def test_a_word_of_several_languages_names_them_all() -> None:
    found = pivot(
        parsed(document("The quay is shared quando the ferries, and the board gave its word again to the town."))
    )
    assert isinstance(found, Pivot)
    assert [language for language, _ in found.languages] == ["Italian", "Portuguese"]
    assert "a word of Portuguese or Italian" in found.evidence[0]


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
