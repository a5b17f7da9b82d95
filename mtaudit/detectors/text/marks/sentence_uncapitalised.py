"""Sentence uncapitalised: a sentence or headline begins in lower case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.text._reading import paragraphs, seen, writes_small
from mtaudit.detectors.text.marks._reading import BEGINS
from mtaudit.lexicon.closed_class import is_function_word
from mtaudit.lexicon.foreign import NAMELY
from mtaudit.lexicon.wordnet import known
from mtaudit.mqm import Category, Severity
from mtaudit.records import Parsed, Role, Span, Suspicion
from mtaudit.text.sentences import is_abbreviation

_FIRST = re.compile(r"[a-z]{1,40}(?![\w.’'@/-])")
_INSIDE = re.compile(r"(?P<before>[^\W\d_]{2,40})[.][ \u00a0](?P<behind>[a-z]{1,40})(?![\w.’'@/-])")

_ENDED = re.compile(r"[.!?][”\"’')]?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceUncapitalised:
    """A paragraph, a headline or a sentence begins with a small letter.

    Where a scraper tears off a name or a link, and where a machine cuts a paragraph in the middle of a sentence, what
    is left begins in lower case. The reader notices: minor. Names that are written small, lists, what goes on behind a
    colon, a quotation or a line that has not ended, and texts in lower case throughout are left alone.
    """

    category: ClassVar[Category] = Category.TYPOGRAPHY
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "The dam broke at noon.\n\n[[is]] closed to visitors until the spring, the city said.\n\nIt rained.",
            severity=Severity.MINOR,
        ),
        Case("The storm hit the coast. [[it]] was the third this year, forecasters said.", severity=Severity.MINOR),
        Case(
            "[[club]] sells its keeper to a rival in the north\n\nThe club sold its keeper. He wept.",
            severity=Severity.MINOR,
        ),
        Case("Rates rose in May.\n\n[[the]] bank will meet again in June.\n\nShares fell.", severity=Severity.MINOR),
        Case("The judge freed him. [[she]] named no reason for it.", severity=Severity.MINOR),
        Case("The probe landed at dawn. [[the]] engineers wept with joy.", severity=Severity.MINOR),
        Case(
            "Voters chose Hale.\n\n[[turnout]] was low in the north, the clerk said.\n\nIt rained.",
            severity=Severity.MINOR,
        ),
        Case("The vaccine works. [[this]] was shown by a trial in Pune.", severity=Severity.MINOR),
        Case(
            "Troops left the port.\n\n[[before]] dawn they took the bridge as well.\n\nIt was quiet.",
            severity=Severity.MINOR,
        ),
        Case("The dam broke at noon. It rained.\n\nThe army came.", why="sound"),
        Case("iPhones were sold out by noon. eBay's were not.", why="names with a small letter"),
        Case("He bought:\n\nbread for the week;\n\nwine for the feast.", why="a list"),
        Case("we lost it all. nobody came. it rained. we left.", why="a style"),
        Case("The U.S. the witness spoke of was another one.", why="initials"),
        Case("The report, signed by Hale,\n\nwas sold in May.", why="a line that has not ended"),
        Case("von der Berg won the race. de Brook was second.", why="names with a small particle"),
        Case("“It is over.”\n\nthe coach", why="who said it, set apart"),
        Case("al-Shabaab fighters left the port in May.", why="a name with a small particle"),
        Case("bin Laden was named by the court in 1998.", why="a name with a small particle"),
        Case("The firm was fined by the SEC etc. it said so in May.", why="an abbreviation"),
    )

    def __call__(self, text: Parsed) -> Iterator[Suspicion]:
        """Every such beginning, in order."""
        if writes_small(text):
            return
        whole, ended = text.document.text, True
        for span, role in paragraphs(text, None):
            said = span.of(whole)
            if role in (Role.BODY, Role.HEADLINE):
                if ended and (role is Role.HEADLINE or _ENDED.search(said)):
                    yield from _first(whole, span)
                yield from _inside(whole, span) if role is Role.BODY else ()
            headed = role in (Role.HEADLINE, Role.CAPTION) and said[-1] not in ",;:"
            ended = headed or (role is Role.BODY and bool(_ENDED.search(said)))


def _first(text: str, span: Span) -> Iterator[Suspicion]:
    """The small word with which the paragraph begins, unless it may be a name's or a list's."""
    match = _FIRST.match(text, span.start, span.end)
    following = re.compile(r"\s*(\S)").match(text, match.end(), span.end) if match else None
    if (
        match
        and following
        and (following.group(1).islower() or is_function_word(match.group()))
        and _is_common(match.group())
    ):
        yield _suspicion(Span(*match.span()))


def _inside(text: str, span: Span) -> Iterator[Suspicion]:
    """The small words with which sentences begin behind a stop."""
    for match in _INSIDE.finditer(text, span.start, span.end):
        if match["behind"] in BEGINS and not is_abbreviation(match["before"]) and len(match["before"]) > 2:
            yield _suspicion(Span(*match.span("behind")))


def _is_common(word: str) -> bool:
    return is_function_word(word) or (known(word) and word not in NAMELY)


def _suspicion(span: Span) -> Suspicion:
    return seen(
        span,
        "A sentence begins in lower case.",
        "What stood before it was torn off, or the text was cut and joined in the middle of a sentence.",
        confidence=0.7,
    )
