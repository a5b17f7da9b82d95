"""Whom a pronoun can mean."""

from __future__ import annotations

import pytest

from mtaudit.ingest import document
from mtaudit.lexicon.closed_class import Gender
from mtaudit.text.antecedents import MEN, WOMEN, antecedents, gender
from mtaudit.text.names import names
from mtaudit.text.segmentation import parsed

HE, SHE, ANY = Gender.MASCULINE, Gender.FEMININE, Gender.ANY


def people(text: str) -> list[tuple[str, Gender]]:
    sides = parsed(document(text)).words
    return [(sides[number][k].text, sex) for number, k, sex in antecedents(sides, names(text))]


def test_no_name_is_of_both_sexes() -> None:
    assert not MEN & WOMEN


def test_what_pronouns_tell() -> None:
    assert (gender("his"), gender("herself"), gender("they")) == (HE, SHE, None)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In May Barbara Holt won.", [("Barbara", SHE)]),
        ("In May Mr. Lund won.", [("Mr", HE)]),
        ("In May a woman won.", [("woman", SHE)]),
        ("In May a witness spoke.", [("witness", ANY)]),
        ("In May her husband spoke.", [("husband", ANY)]),
        ("In May President Trump spoke.", [("Trump", ANY)]),
        ("In May Zzyxon sued.", [("Zzyxon", ANY)]),
        ("In May he read the news on Zzyxon.", []),
        ("Zzyxon’s website failed, and Zzyxon sued.", []),
        ("In Paris the French court sat on Friday.", []),
        ("The judge, Judge Barbara Holt, ruled.", [("Barbara", SHE)]),
        ("In May a ship sank.", [("ship", SHE)]),
    ],
)
def test_people_of_a_text(text: str, found: list[tuple[str, Gender]]) -> None:
    assert people(text) == found
