"""Stop inside clause: a full stop cuts a clause that goes on in lower case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import TextCase
from mtaudit.detectors.passages import matches, seen, writes_small
from mtaudit.lexicon.closed_class import DETERMINERS, is_function_word
from mtaudit.lexicon.foreign import NAMELY
from mtaudit.lexicon.wordnet import known
from mtaudit.mqm import Category
from mtaudit.records import Parsed, Span, Suspicion
from mtaudit.text.sentences import is_abbreviation

_STOPPED = re.compile(r"(?<![\w.&/@’'-])(?P<before>[^\W\d_]{2,40})\.[ \u00a0]+(?P<behind>[a-z]{2,40})(?![\w.’'@/-])")

BEGINS = (DETERMINERS - frozenset(("which", "that", "what", "whose"))) | frozenset(
    "it he she they we you there".split()
)
"""With these a sentence of its own begins, which only lost its capital."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StopInsideClause:
    """A full stop stands between two words of one clause.

    "the riots at the Capitol. of the United States": machine translation cuts its input at marks it does not
    understand, translates the pieces and joins them with a stop. The reader stumbles and the words are there: minor.
    The stops of abbreviations, initials, addresses and dots are no such stops, nor is one behind which a whole sentence
    begins, in whatever case.
    """

    category: ClassVar[Category] = Category.FLUENCY
    cases: ClassVar[tuple[TextCase, ...]] = (
        TextCase("The crowd broke into the [[Capitol. of]] the United States on Wednesday."),
        TextCase("Steps were [[taken. for]] a good reason, the ministry said."),
        TextCase("Shares of the bank fell by [[half. in]] one morning of trading."),
        TextCase("The flood reached the old [[harbour. and]] its warehouses before noon."),
        TextCase("The vaccine protects [[infants. from]] measles, the trial found."),
        TextCase("Voters chose [[Hale. with]] a margin of nine points."),
        TextCase("The keeper saved the [[penalty. after]] a long wait, and the match went on."),
        TextCase("The probe will orbit the [[moon. until]] its fuel is gone."),
        TextCase("Troops took the [[bridge. which]] leads to the port of Kelmar."),
        TextCase("Judges in Hale County [[ruled. that]] the lease was void."),
        TextCase("The U.S. government and the D.C. police met in May.", "initials"),
        TextCase("The firm, Dell Inc. of Texas, sued on Monday.", "an abbreviation"),
        TextCase("Floods in Calif. and in Mass. were worse, e.g. in May.", "abbreviated states"),
        TextCase("He waited … and waited ... and left.", "dots"),
        TextCase("The case of Brook vs. the state ended in June.", "an abbreviation"),
        TextCase("“It is over.” said the coach after the match.", "a quotation's own stop"),
        TextCase("Rates rose by 3.5 percent. Banks cheered.", "a decimal, and a new sentence"),
        TextCase("Read it at news.example.com. iPhones are out.", "an address, and a name in lower case"),
        TextCase("The defender was sent off. de Jong was not.", "a name with a small particle"),
        TextCase("The storm hit the coast. it was the third this year.", "a whole sentence without its capital"),
        TextCase("we lost it all. nobody came. after that it rained. for days we waited.", "a style"),
        TextCase("The hall seats 900 people, approx. half of the town, est. in 1911.", "abbreviations"),
        TextCase("Never. Not once. In nine years.", "short sentences, a style"),
    )

    def __call__(self, text: Parsed) -> Iterator[Suspicion]:
        """Every stop between a word and one in lower case with which no sentence begins."""
        if writes_small(text):
            return
        for match in matches(text, _STOPPED):
            before, behind = match["before"], match["behind"]
            if behind in BEGINS | NAMELY or is_abbreviation(before) or not _is_word(before) or not _is_word(behind):
                continue
            yield seen(
                Span(*match.span()),
                f"A full stop stands between “{before}” and “{behind}”, in the middle of a clause.",
                "Machine translation cut the sentence here and joined it again; the reader takes it for its end.",
                confidence=0.85 if is_function_word(behind) else 0.7,
            )


def _is_word(word: str) -> bool:
    """Whether it is an English word or looks like a name, and is no shortened one."""
    form = word.casefold()
    return is_function_word(form) or known(form) or (word[0].isupper() and len(word) > 4)
