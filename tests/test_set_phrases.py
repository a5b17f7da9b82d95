"""Set phrases in running text: those listed by us, inflected, and those of WordNet."""

from __future__ import annotations

from mtaudit.lexicon.set_phrases import is_idiom, set_phrases, terms


def found(text: str, start: int = 0) -> list[tuple[int, str]]:
    return [(length, entry) for length, entry, _ in set_phrases(text.split(), start)]


def test_an_idiom_is_found_inflected_and_with_any_possessive() -> None:
    assert (4, "throw in the towel") in found("they threw in the towel", 1)
    assert (3, "tighten one's belt") in found("tightened their belts today")
    assert is_idiom("throw in the towel")
    assert not is_idiom("junior debt")


def test_a_term_is_found_in_the_plural() -> None:
    assert (2, "hedge fund") in found("hedge funds fell")


def test_an_article_at_the_beginning_comes_and_goes() -> None:
    assert (2, "dark horse") in found("a dark horse won", 1)


def test_words_that_only_begin_alike_are_none() -> None:
    assert found("junior officers met") == []
    assert found("towel") == []


def test_those_of_wordnet_are_found_too() -> None:
    assert (3, "breach of contract") in found("breach of contract")


def test_terms_are_given_as_their_words() -> None:
    assert ("tortious", "interference") in terms()
    assert ("throw", "in", "the", "towel") not in terms()
