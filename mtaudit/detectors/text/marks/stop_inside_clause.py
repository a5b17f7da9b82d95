"""Stop inside clause: a full stop cuts a clause that goes on in lower case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.text._reading import matches, seen, writes_small
from mtaudit.detectors.text.marks._reading import BEGINS
from mtaudit.lexicon.closed_class import is_function_word
from mtaudit.lexicon.foreign import NAMELY
from mtaudit.lexicon.wordnet import known
from mtaudit.mqm import Category, Severity
from mtaudit.records import Parsed, Span, Suspicion
from mtaudit.text.sentences import is_abbreviation

_STOPPED = re.compile(r"(?<![\w.&/@’'-])(?P<before>[^\W\d_]{2,40})\.[ \u00a0]+(?P<behind>[a-z]{2,40})(?![\w.’'@/-])")


@dataclass(frozen=True, slots=True, kw_only=True)
class StopInsideClause:
    """A full stop stands between two words of one clause.

    "the riots at the Capitol. of the United States": machine translation cuts its input at marks it does not
    understand, translates the pieces and joins them with a stop. The reader stumbles and the words are there: minor.
    The stops of abbreviations, initials, addresses and dots are no such stops, nor is one behind which a whole sentence
    begins, in whatever case.
    """

    category: ClassVar[Category] = Category.FLUENCY
    cases: ClassVar[tuple[Case, ...]] = (
        Case("The crowd broke into the [[Capitol. of]] the United States on Wednesday.", severity=Severity.MINOR),
        Case("Steps were [[taken. for]] a good reason, the ministry said.", severity=Severity.MINOR),
        Case("Shares of the bank fell by [[half. in]] one morning of trading.", severity=Severity.MINOR),
        Case("The flood reached the old [[harbour. and]] its warehouses before noon.", severity=Severity.MINOR),
        Case("The vaccine protects [[infants. from]] measles, the trial found.", severity=Severity.MINOR),
        Case("Voters chose [[Hale. with]] a margin of nine points.", severity=Severity.MINOR),
        Case("The keeper saved the [[penalty. after]] a long wait, and the match went on.", severity=Severity.MINOR),
        Case("The probe will orbit the [[moon. until]] its fuel is gone.", severity=Severity.MINOR),
        Case("Troops took the [[bridge. which]] leads to the port of Kelmar.", severity=Severity.MINOR),
        Case("Judges in Hale County [[ruled. that]] the lease was void.", severity=Severity.MINOR),
        Case("The U.S. government and the D.C. police met in May.", why="initials"),
        Case("The firm, Dell Inc. of Texas, sued on Monday.", why="an abbreviation"),
        Case("Floods in Calif. and in Mass. were worse, e.g. in May.", why="abbreviated states"),
        Case("He waited … and waited ... and left.", why="dots"),
        Case("The case of Brook vs. the state ended in June.", why="an abbreviation"),
        Case("“It is over.” said the coach after the match.", why="a quotation's own stop"),
        Case("Rates rose by 3.5 percent. Banks cheered.", why="a decimal, and a new sentence"),
        Case("Read it at news.example.com. iPhones are out.", why="an address, and a name in lower case"),
        Case("The defender was sent off. de Jong was not.", why="a name with a small particle"),
        Case("The storm hit the coast. it was the third this year.", why="a whole sentence without its capital"),
        Case("we lost it all. nobody came. after that it rained. for days we waited.", why="a style"),
        Case("The hall seats 900 people, approx. half of the town, est. in 1911.", why="abbreviations"),
        Case("Never. Not once. In nine years.", why="short sentences, a style"),
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
