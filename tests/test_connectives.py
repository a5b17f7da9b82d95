"""Words that tie clauses, and what they say."""

from __future__ import annotations

import pytest

from mtaudit.lexicon.connectives import Tie, connectives
from mtaudit.text.words import words


@pytest.mark.parametrize(
    ("text", "written", "tie"),
    [
        ("It fails unless they pay", "unless", Tie.UNLESS),
        ("It holds as long as they pay", "as long as", Tie.IF),
        ("They left because of rain", "because of", Tie.CAUSE),
        ("They left in spite of rain", "in spite of", Tie.DESPITE),
        ("They sold it so that debts were paid", "so that", Tie.PURPOSE),
        ("They stay until dawn", "until", Tie.UNTIL),
    ],
)
def test_reads_the_longest_phrase(text: str, written: str, tie: Tie) -> None:
    side = words(text)
    (found,) = connectives(side)
    assert " ".join(side[k].form for k in found.words) == written
    assert tie in found.says


def test_a_word_may_say_several_things() -> None:
    (since,) = connectives(words("since"))
    assert since.says == {Tie.CAUSE, Tie.AFTER}
    assert list(connectives(words("rain fell"))) == []
