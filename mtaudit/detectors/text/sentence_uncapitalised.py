"""Sentence uncapitalised: a sentence or headline begins in lower case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import TextCase
from mtaudit.detectors.passages import paragraphs, seen, writes_small
from mtaudit.detectors.text.stop_inside_clause import BEGINS
from mtaudit.lexicon.closed_class import is_function_word
from mtaudit.lexicon.foreign import NAMELY
from mtaudit.lexicon.wordnet import known
from mtaudit.mqm import Category
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
    cases: ClassVar[tuple[TextCase, ...]] = (
        TextCase("The dam broke at noon.\n\n[[is]] closed to visitors until the spring, the city said.\n\nIt rained."),
        TextCase("The storm hit the coast. [[it]] was the third this year, forecasters said."),
        TextCase("[[club]] sells its keeper to a rival in the north\n\nThe club sold its keeper. He wept."),
        TextCase("Rates rose in May.\n\n[[the]] bank will meet again in June.\n\nShares fell."),
        TextCase("The judge freed him. [[she]] named no reason for it."),
        TextCase("The probe landed at dawn. [[the]] engineers wept with joy."),
        TextCase("Voters chose Hale.\n\n[[turnout]] was low in the north, the clerk said.\n\nIt rained."),
        TextCase("The vaccine works. [[this]] was shown by a trial in Pune."),
        TextCase("Troops left the port.\n\n[[before]] dawn they took the bridge as well.\n\nIt was quiet."),
        TextCase("The dam broke at noon. It rained.\n\nThe army came.", "sound"),
        TextCase("iPhones were sold out by noon. eBay's were not.", "names with a small letter"),
        TextCase("He bought:\n\nbread for the week;\n\nwine for the feast.", "a list"),
        TextCase("we lost it all. nobody came. it rained. we left.", "a style"),
        TextCase("The U.S. the witness spoke of was another one.", "initials"),
        TextCase("The report, signed by Hale,\n\nwas sold in May.", "a line that has not ended"),
        TextCase("von der Berg won the race. de Brook was second.", "names with a small particle"),
        TextCase("“It is over.”\n\nthe coach", "who said it, set apart"),
        TextCase("al-Shabaab fighters left the port in May.", "a name with a small particle"),
        TextCase("bin Laden was named by the court in 1998.", "a name with a small particle"),
        TextCase("The firm was fined by the SEC etc. it said so in May.", "an abbreviation"),
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
