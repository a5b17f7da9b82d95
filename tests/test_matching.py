"""Which originals a copy could come from."""

from __future__ import annotations

from mtaudit.matching import candidates
from mtaudit.records import Document

FERRY = Document("ferry", "The ferry to Lorn ran aground in a fog. The captain called the harbour for help.")
BAKERY = Document("bakery", "The oldest bakery of Brindle closed its doors. Bread had been baked there for a century.")
DOCK = Document("dock", "The harbour of Lorn got a new dock. No ferry may land there before the summer.")
REPOST = Document("copy", "In a fog, the ferry to Lorn ran aground. The harbour was called by its captain.")


def test_the_likeliest_comes_first() -> None:
    assert candidates(REPOST, [BAKERY, DOCK, FERRY]) == (FERRY, DOCK)


def test_no_more_than_asked_for() -> None:
    assert candidates(REPOST, [BAKERY, DOCK, FERRY], most=1) == (FERRY,)


def test_unlike_originals_are_none() -> None:
    assert candidates(REPOST, [BAKERY]) == ()


def test_none_of_none() -> None:
    assert candidates(REPOST, []) == ()


def test_a_copy_of_small_words_is_like_nothing() -> None:
    assert candidates(Document("copy", "It is what it is."), [FERRY]) == ()


def test_equally_likely_ones_keep_their_order() -> None:
    twin = Document("twin", FERRY.text)
    assert candidates(REPOST, [twin, FERRY]) == (twin, FERRY)
    assert candidates(REPOST, [FERRY, twin]) == (FERRY, twin)
