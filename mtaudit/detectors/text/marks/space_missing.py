"""Space missing: no space behind a mark that ends a sentence or parts two words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.text._reading import matches, seen
from mtaudit.lexicon.closed_class import is_function_word
from mtaudit.lexicon.wordnet import known
from mtaudit.mqm import Category, Severity
from mtaudit.records import Parsed, Span, Suspicion
from mtaudit.text.dates import MONTHS
from mtaudit.text.sentences import is_abbreviation

_GLUED = re.compile(
    r"(?<![\w.@/:#-])(?P<before>[^\W\d_]{2,40})(?P<mark>[.!?;,:][”\"]?)(?P<behind>[^\W\d_]{2,40})(?![\w.@/:-])"
)
_MONTHS = "|".join(sorted({month[:3] for month in MONTHS} | {"Sept"}))
_DATED = re.compile(rf"(?<!\w)(?:{_MONTHS})\.\d{{1,2}}(?![\w.:/])")


@dataclass(frozen=True, slots=True, kw_only=True)
class SpaceMissing:
    """Two words stand glued together with the mark between them.

    Machine translation loses the space behind a stop, a comma or a quotation mark when it joins what it translated
    apart, and that behind an abbreviated month ("Jan.13"). Minor. Addresses, file names, names of firms with a stop
    inside and initials are written so; both words must be English ones, and behind a stop a sentence must begin.
    """

    category: ClassVar[Category] = Category.TYPOGRAPHY
    cases: ClassVar[tuple[Case, ...]] = (
        Case("The dam held on [[Monday.The]] army left the valley.", severity=Severity.MINOR),
        Case("He bought [[bread,wine]] and salt in the market.", severity=Severity.MINOR),
        Case("The court met on [[Jan.13]] and again in May.", severity=Severity.MINOR),
        Case("Rates [[rose;shares]] fell in Oslo at noon.", severity=Severity.MINOR),
        Case("Will it [[hold?Nobody]] in the valley knows.", severity=Severity.MINOR),
        Case("The club won the [[cup!Thousands]] cheered in the rain.", severity=Severity.MINOR),
        Case("“The vaccine [[works.”The]] ministry gave no figures, and “no dates.”", severity=Severity.MINOR),
        Case("The probe sent a [[picture,and]] then it fell silent.", severity=Severity.MINOR),
        Case("The vote was set for [[Sept.9]] by the council.", severity=Severity.MINOR),
        Case("The minister [[asked:who]] will pay for it?", severity=Severity.MINOR),
        Case("The dam held on Monday. The army left the valley.", why="sound"),
        Case("Shares of Amazon.com and Booking.com rose.", why="addresses"),
        Case("She runs Node.js and reads alt.religion.books daily.", why="names of programs and groups"),
        Case("Dr.Hale and St.John met in the Ph.D seminar.", why="abbreviations"),
        Case("He said so at 9:30 and 3.5 percent agreed.", why="numbers"),
        Case("Fans of will.i.am met in Riga.", why="a name with stops"),
        Case("See http://example.org/a,b and @news:desk for more.", why="addresses"),
        Case("The file report.pdf was lost.", why="a name of a file"),
        Case("The U.S.Army and the U.N.Council met.", why="initials"),
        Case("The score was 2:1 and the ratio x:y.", why="ratios"),
    )

    def __call__(self, text: Parsed) -> Iterator[Suspicion]:
        """Every such place, in order."""
        found = [m for m in matches(text, _GLUED) if _is_glued(m)] + list(matches(text, _DATED))
        for match in sorted(found, key=lambda m: m.start()):
            yield seen(
                Span(*match.span()),
                f"“{match.group()}” lacks a space.",
                "The words were translated apart and joined again without the space.",
                confidence=0.8,
                group="missing spaces",
            )


def _is_glued(match: re.Match[str]) -> bool:
    """Whether both are English words, and a new sentence begins behind a stop, or none behind another mark."""
    before, behind = match["before"], match["behind"]
    if is_abbreviation(before) or not all(is_function_word(w) or known(w.casefold()) for w in (before, behind)):
        return False
    if match["mark"][0] in ".!?":
        return behind[0].isupper() and behind[1:].islower() and before[1:].islower()
    return before.islower() and behind.islower()
