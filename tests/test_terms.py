"""Compounds with changed words: where they begin and end, and features that stay within bounds."""

from __future__ import annotations

import pytest

import mtaudit
from mtaudit.detectors.pair.terms._wording import (
    features,
    is_firm,
    is_qualified,
    rewordings,
    synonymy_of_one,
    without_verbs,
)
from mtaudit.ingest import document
from mtaudit.records import ComparedBead


def bead(original: str, copy: str) -> ComparedBead:
    comparison = mtaudit.compare(document(original), document(copy), model=False).comparison
    assert comparison is not None
    return comparison.beads[0]


def test_kept_words_beside_a_changed_one_belong_to_its_compound() -> None:
    compared = bead("The drug slows bone resorption in mice.", "The drug slows bone reuptake in mice.")
    (found,) = rewordings(compared)
    assert [compared.original[k].text for k in without_verbs(compared, found)[0]] == ["bone", "resorption"]
    assert is_firm(compared, found)


def test_halves_around_a_joint_are_one_term() -> None:
    compared = bead("They studied the region of interest.", "They studied the locale of enthusiasm.")
    assert [[compared.original[k].text for k in r.lost] for r in rewordings(compared)] == [["region", "of", "interest"]]


def test_spelling_and_capitals_change_no_term() -> None:
    assert not list(rewordings(bead("The colour chart faded.", "The color chart faded.")))


def test_adjectives_that_qualify_any_noun_and_synonyms_are_told() -> None:
    compared = bead("A large shutdown began.", "A large closedown began.")
    for found in rewordings(compared):
        assert is_qualified(compared, found)
        assert 0 < synonymy_of_one(compared, found) <= 1


@pytest.mark.parametrize(
    ("original", "copy"),
    [
        ("The bank sold junior debt.", "The bank sold young debt."),
        ("surface area", "surface region"),
        ("Пар и воздух движутся.", "Пар и вода движутся."),
        ("a " * 400 + "net gain", "a " * 400 + "clear profit"),
    ],
)
def test_features_lie_between_nothing_and_one(original: str, copy: str) -> None:
    compared = bead(original, copy)
    for found in rewordings(compared):
        assert all(0 <= value <= 1 for value in features(compared, found).values())
