"""Sign misplaced: the sign of a currency or of percent stands where another language puts it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.text._reading import matches, seen
from mtaudit.mqm import Category, Severity
from mtaudit.records import Parsed, Span, Suspicion

_NUMBER = r"\d[\d.,]{0,20}(?<![.,])"
_SCALE = r"(?:mill|bill|trill)ions?[ ](?:of[ ])?"
_SIGN = re.compile(
    rf"""
      (?<!\w)[$€£¥][ \u00a0\u202f]{_NUMBER}                                     # $ 5 million
    | (?<![\w.,$€£¥]){_NUMBER}[ \u00a0\u202f]?(?:{_SCALE})?[$€£¥](?!\w)   # 5 $, 5 million $
    | (?<![\w.,$€£¥]){_NUMBER}[ \u00a0\u202f]%(?!\w)                                      # 5 %
    | (?<![\w.,])%[ ]?{_NUMBER}(?![\w%])                                                   # %5
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignMisplaced:
    """A currency's sign stands behind its number, or a space parts a sign from the number.

    "5 $", "$ 5 million", "5 %" are how other languages set them. The number can be read: minor, and one decision for an
    editor however often it is met.
    """

    category: ClassVar[Category] = Category.TYPOGRAPHY
    cases: ClassVar[tuple[Case, ...]] = (
        Case("The club paid [[$ 5]] million for the keeper.", severity=Severity.MINOR),
        Case("Bread costs [[3 €]] in the port of Kelmar.", severity=Severity.MINOR),
        Case("The firm lost [[9 million $]] in May.", severity=Severity.MINOR),
        Case("Turnout was [[54 %]] in the north.", severity=Severity.MINOR),
        Case("The loan of [[€ 1,200]] was paid back in June.", severity=Severity.MINOR),
        Case("Rates rose to [[4.5 %]], the bank said.", severity=Severity.MINOR),
        Case("The vaccine works in [[%90]] of the old.", severity=Severity.MINOR),
        Case("Damage was put at [[12 billion of €]] by the state.", severity=Severity.MINOR),
        Case("The fine was [[£ 20,000]] for each ship.", severity=Severity.MINOR),
        Case("The club paid $5 million, or €4.6 million.", why="sound"),
        Case("Turnout was 54% in the north.", why="sound"),
        Case("It costs 5c or 99p, or US$20 abroad.", why="sound"),
        Case("Cash of £1m-plus winners was 100 £1 coins.", why="two numbers"),
        Case("A rise of 5 percent was seen in May.", why="words"),
        Case("The $ fell against the € in May.", why="signs by themselves"),
        Case("The team played 4-4-2 before 50,000 fans.", why="other numbers"),
        Case("It cost $5. 6 others were free.", why="two sentences"),
        Case("The fine was US$ 20,000 for each ship.", why="as the United Nations write it"),
        Case("In 2020 $3 was a fair price.", why="a year and a price"),
    )

    def __call__(self, text: Parsed) -> Iterator[Suspicion]:
        """Every such sign in prose."""
        for match in matches(text, _SIGN):
            yield seen(
                Span(*match.span()),
                f"“{match.group()}” is set as in another language.",
                "The sign was left where the other language puts it.",
                confidence=0.75,
                group="misplaced signs",
            )
