from __future__ import annotations

import pytest

import mtaudit
from mtaudit.detectors.pair._replacement import Abroad, abroad, features, judgeable
from mtaudit.model.fitted import load
from mtaudit.records import ComparedBead, Difference, DifferenceKind


def replaced(original: str, copy: str) -> tuple[ComparedBead, Difference]:
    """The one replacement that the two sentences differ by."""
    comparison = mtaudit.compare(original, copy, model=False).comparison
    assert comparison is not None
    (found,) = ((b, d) for b in comparison.beads for d in b.differences if d.kind is DifferenceKind.REPLACED)
    return found


@pytest.mark.parametrize(
    ("copy", "judged"),
    [
        pytest.param("The ferry left the song at noon.", True, id="a word for a word"),
        pytest.param("The ferry left the harbour by noon.", False, id="a function word for a function word"),
        pytest.param("The ferry quitted the harbour at noon.", True, id="a synonym, if nobody explains it"),
    ],
)
def test_content_words_against_content_words_are_judged(copy: str, judged: bool) -> None:
    assert judgeable(*replaced("The ferry left the harbour at noon.", copy)) is judged


@pytest.mark.parametrize(
    ("original", "copy"),
    [
        pytest.param("The mayor claimed that it rained.", "The mayor said that it rained.", id="speech"),
        pytest.param("The ferry left on a Monday.", "The ferry left on a Friday.", id="days"),
    ],
)
def test_classes_with_a_judge_of_their_own_are_left_to_it(original: str, copy: str) -> None:
    assert not judgeable(*replaced(original, copy))


@pytest.mark.parametrize(
    ("original", "copy", "told"),
    [
        pytest.param(
            "The old ferry left.", "The old carpet left.", {"in place", "unrelated", "nouns apart"}, id="nouns"
        ),
        pytest.param("The ferry left early.", "The ferry left late.", {"in place", "antonym"}, id="opposites"),
        pytest.param(
            "He met Okafor today.", "He met Lindqvist today.", {"capital original", "capital copy"}, id="names"
        ),
        pytest.param("She bought 12 boats.", "She bought 30 boats.", {"figure"}, id="figures"),
        pytest.param("“The old ferry left,” she said.", "“The old carpet left,” she said.", {"quoted"}, id="quoted"),
    ],
)
def test_what_is_told_of_a_replacement(original: str, copy: str, told: set[str]) -> None:
    found = features(*replaced(original, copy))
    assert told <= {name for name, value in found.items() if value}


def test_one_that_was_reworded_all_round_is_not_in_place() -> None:
    comparison = mtaudit.compare(
        "The old ferry left the town.", "An ancient carpet quits this town.", model=False
    ).comparison
    assert comparison is not None
    found = [features(b, d)["in place"] for b in comparison.beads for d in b.differences if judgeable(b, d)]
    assert found
    assert not any(found)


@pytest.mark.parametrize("name", ["phrase-mistranslated", "phrase-mistranslated-lexical"])
def test_the_models_know_only_features_that_there_are(name: str) -> None:
    bead, difference = replaced("The old ferry left.", "The old carpet left.")
    model = load(name)
    assert 0 < model(features(bead, difference)) < 1
    assert model.weights["antonym"] > 0 > model.weights["synonym"]


@pytest.mark.parametrize(
    ("original", "copy", "expected"),
    [
        ("The case was heard in May.", "The business was heard in May.", Abroad.APART),
        ("The case was heard in May.", "The envelope was heard in May.", Abroad.UNKNOWN),
        ("The lawyer was held in May.", "The attorney was held in May.", Abroad.TOGETHER),
    ],
)
def test_other_languages_tell_senses_apart(original: str, copy: str, expected: Abroad) -> None:
    assert abroad(*replaced(original, copy)) is expected
