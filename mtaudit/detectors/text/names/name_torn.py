"""Name torn: the legal form of a company or a title stands without its name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.text._reading import symptom
from mtaudit.lexicon.closed_class import AUXILIARIES, CONJUNCTIONS, MODALS, PREPOSITIONS
from mtaudit.mqm import Category, Severity
from mtaudit.records import Parsed, Suspicion, Word
from mtaudit.text.phrases import FINITE, is_plain, is_told, prose

FORMS = frozenset(("Inc", "Corp", "Ltd", "GmbH", "PLC", "Plc", "LLC", "LLP"))
"""Legal forms that stand behind the name of a company and nowhere else."""

TITLES = frozenset(("Mr", "Mrs", "Ms"))
"""Titles that stand before a name and nowhere else."""

NEAR = 10
"""Words on either side of a form among which others show that the forms themselves are spoken of."""

WORDING = frozenset("name names named abbreviation suffix word words letters form forms".split())

JOINTS = PREPOSITIONS | CONJUNCTIONS | frozenset(AUXILIARIES) | MODALS | {"that", "which", "who"}
"""Words in lower case that no company is called; behind an article it may be its kind ("a Delaware LLC", "the LLC")."""

MAGAZINE = frozenset((".", "magazine", "500", "5000"))
"""What follows the name of the magazine Inc."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameTorn:
    """A legal form, a title or a place of business stands where the name that it belongs to is gone.

    “asked that Inc restore the service”: which company is meant was lost, most often because its name was taken for a
    common word, or moved to another place of the sentence. The reader cannot know who it was.
    """

    confidence: float = 0.9
    """None in 24,000 words of sound news."""

    category: ClassVar[Category] = Category.NAME
    cases: ClassVar[tuple[Case, ...]] = (
        Case("The site asked that [[Inc]] restore its servers.", severity=Severity.MAJOR),
        Case("The union said [[Corp]] will close two plants.", severity=Severity.MAJOR),
        Case("Shares of [[Ltd]] fell by a tenth.", severity=Severity.MAJOR),
        Case("The court heard that [[Mr]] was in debt.", severity=Severity.MAJOR),
        Case("The clinic was bought by [[GmbH]] in May.", severity=Severity.MAJOR),
        Case("The judge ruled that [[LLC]] owed the town nothing.", severity=Severity.MAJOR),
        Case("The [[Seattle-based]] said sales had doubled.", severity=Severity.MAJOR),
        Case("The [[Munich-based]] has built the satellite.", severity=Severity.MAJOR),
        Case("Talks with [[Plc]] have failed.", severity=Severity.MAJOR),
        Case("A strike at Norwood Inc and at Haddon Corp ended.", why="with its name"),
        Case("It was sold to adidas Ltd and to a Delaware LLC.", why="a name in lower case, and a kind of company"),
        Case("The list was made by Inc. magazine.", why="a magazine"),
        Case("The LLC and the GmbH are forms of company.", why="the forms themselves"),
        Case("The filing said Inc. and Ltd. would be dropped.", why="several forms"),
        Case("The board said Corp. would no longer be a part of its name.", why="a part of a name"),
        Case("Mr. Hall and Mrs Ito met Mr de Vries.", why="with their names"),
        Case("The Boston-based firm is London-based.", why="what is based is named"),
        Case("Yahoo! Inc and Toys, Inc. agreed.", why="a mark in the name"),
        Case("The Tokyo-based, family-run bank failed.", why="what is based comes later"),
        Case("The form is “Inc”, not “Ltd”.", why="a word is quoted"),
        Case("An evidence-based is better than a faith-based.", why="no place"),
    )

    def __call__(self, text: Parsed) -> Iterator[Suspicion]:
        """Forms of companies behind small words, titles before verbs, and places of business before verbs."""
        for side in prose(text):
            for k in range(1, len(side)):
                where = range(k, k + 1) if _form(side, k) or _title(side, k) else _based(side, k)
                if where:
                    yield symptom(
                        side,
                        where,
                        Severity.MAJOR,
                        "The name that “{}” belongs to is gone.",
                        "The name was lost or moved in translation, and the reader cannot know who is meant.",
                        self.confidence,
                    )


def _form(side: Sequence[Word], k: int) -> bool:
    """Whether the word k is a legal form behind a word that cannot be a name."""
    behind = side[k + 1].form if k + 1 < len(side) else ""
    if side[k].text not in FORMS or (side[k].text == "Inc" and behind in MAGAZINE):
        return False
    before = side[k - 1]
    near = (*side[max(0, k - NEAR) : k], *side[k + 1 : k + 1 + NEAR])
    if any(w.text in FORMS or w.form in WORDING for w in near):
        return False
    return side[k].spaced and is_plain(before) and (before.form in JOINTS or is_told(before))


def _title(side: Sequence[Word], k: int) -> bool:
    """Whether the word k is a title with a helping verb behind it."""
    if side[k].text not in TITLES:
        return False
    behind = side[k + 2] if k + 2 < len(side) and side[k + 1].text == "." else side[min(k + 1, len(side) - 1)]
    return is_plain(behind) and (behind.form in FINITE or is_told(behind)) and is_plain(side[k - 1])


def _based(side: Sequence[Word], k: int) -> range | None:
    """“the Seattle-based” with a verb right behind it, if it begins at the word k."""
    if k + 3 >= len(side) or [side[k + 1].form, side[k + 2].form] != ["-", "based"] or side[k + 2].spaced:
        return None
    placed = side[k].text[0].isupper() and side[k - 1].form == "the"
    return range(k, k + 3) if placed and (side[k + 3].form in FINITE or is_told(side[k + 3])) else None
