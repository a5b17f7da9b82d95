"""Which words name one nationality, religion or party."""

import pytest

from mtaudit.lexicon.origins import is_derived_pair, is_within, kind_of, origin
from mtaudit.lexicon.tables import labels


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("swede", "sweden"),
        ("britons", "british"),
        ("dutch", "netherlands"),
        ("french", "frenchwoman"),
        ("shiite", "shia"),
    ],
)
def test_words_for_one_origin_have_one_name(a: str, b: str) -> None:
    one, other = origin(a), origin(b)
    assert one
    assert other
    assert one.name == other.name


def test_words_that_name_none() -> None:
    assert origin("table") is None
    assert origin("us") is None


def test_a_part_lies_within_its_whole() -> None:
    assert is_within("kenya", "africa")
    assert is_within("britain", "scotland")
    assert not is_within("brazil", "europe")


def test_every_part_and_whole_is_an_origin() -> None:
    wholes = labels("origins", "within")
    assert all(kind_of(name) for part, whole in wholes.items() for name in (part, *whole))


def test_two_countries_are_no_derived_pair() -> None:
    assert is_derived_pair("kenyan", "nigeria")
    assert not is_derived_pair("kenya", "nigeria")
