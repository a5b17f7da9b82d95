"""British and American spellings are one word; unlike words stay apart."""

from __future__ import annotations

import pytest

from mtaudit.lexicon.spelling import common_spelling, misspelt, same_word

PAIRS = """colour/color neighbours/neighbors labouring/laboring favourite/favorite organise/organize
organisations/organizations analysed/analyzed centre/center theatres/theaters metre/meter catalogue/catalog
travelled/traveled cancelling/canceling counsellor/counselor modelling/modeling worshipped/worshiped
skilful/skillful instalment/installment fulfil/fulfill enrolment/enrollment defence/defense licence/license
programme/program paediatric/pediatric towards/toward judgement/judgment ageing/aging likeable/likable
sulphur/sulfur grey/gray tyre/tire kerb/curb sceptic/skeptic aluminium/aluminum learnt/learned gaol/jail""".split()

UNLIKE = "four/for our/or hour/hoar tour/tor wise/wide raise/rise storm/storms principal/principle led/lead".split()


@pytest.mark.parametrize("pair", PAIRS)
def test_one_word(pair: str) -> None:
    british, american = pair.split("/")
    assert same_word(british, american)
    assert same_word(american, british)


@pytest.mark.parametrize("pair", UNLIKE)
def test_two_words(pair: str) -> None:
    assert not same_word(*pair.split("/"))


def test_a_short_word_is_itself_and_no_other() -> None:
    assert same_word("or", "or")
    assert common_spelling("four") == common_spelling("for")
    assert not same_word("four", "for")


@pytest.mark.parametrize(("form", "right"), [("govornment", "government"), ("realie", "realize"), ("teh", "the")])
def test_a_slip_of_the_hand(form: str, right: str) -> None:
    assert misspelt(form, right)


@pytest.mark.parametrize(
    ("form", "right"),
    [
        pytest.param("shop", "ship", id="a word"),
        pytest.param("colour", "color", id="another spelling"),
        pytest.param("presidente", "president", id="another language"),
        pytest.param("zelenskyy", "zelensky", id="a name"),
        pytest.param("grnmt", "government", id="too far"),
    ],
)
def test_no_slip(form: str, right: str) -> None:
    assert not misspelt(form, right)
