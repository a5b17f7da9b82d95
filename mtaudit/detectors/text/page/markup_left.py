"""Markup left: tags or coded characters of a web page stand in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.entities import html5
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.text._reading import paragraphs, seen
from mtaudit.mqm import Category, Severity
from mtaudit.records import Parsed, Span, Suspicion

_TAGS = (
    "a|abbr|article|aside|b|blockquote|br|button|center|code|div|em|embed|figcaption|figure|font|footer|form|h[1-6]|header"
    "|hr|html|i|iframe|img|input|li|link|main|meta|nav|noscript|object|ol|option|p|pre|script|section|small|span|strong"
    "|style|sub|sup|svg|table|tbody|td|th|thead|title|tr|u|ul|video"
)
_LEFT = re.compile(
    rf"""
      <\s?/?\s?(?:{_TAGS})(?:\s[^<>]{{0,300}})?\s?/?>         # <p>, </ p>, <a href="…">
    | &\ ?(?:amp;)?(?:\#\s?\d{{2,6}}|\#x[0-9a-f]{{2,5}}|(?P<name>[a-z]{{2,8}}\d?))\s?;   # &nbsp;  &#39;  & quot ;
    | \[/?[a-z]{{2,20}}(?:_[a-z\d]+|[ ]\w+=[^\]]{{0,200}})\]   # a shortcode inside a sentence
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkupLeft:
    """A tag, a coded character or a shortcode of the page stands between the words.

    "Brook &amp; Sons", "<br>", "[caption id=…]": a page was cut up as if it were plain text, and a translator that
    does not know markup adds spaces to it. Minor. Comparisons with < and >, and names with & are left alone.
    """

    category: ClassVar[Category] = Category.BOILERPLATE
    cases: ClassVar[tuple[Case, ...]] = (
        Case("The firm Brook [[&amp;]] Sons was sold in May.", severity=Severity.MINOR),
        Case("The judge[[&#39;]]s order was short, the clerk said.", severity=Severity.MINOR),
        Case("The dam held.[[<br>]]The army left the valley in the rain.", severity=Severity.MINOR),
        Case("The [[<strong>]]vaccine[[</strong>]] works in old people.", severity=Severity.MINOR),
        Case("Rates rose[[&nbsp;]]by half a point in nine countries.", severity=Severity.MINOR),
        Case('The club [[<a href="/club">]]said so[[</a>]] in a note.', severity=Severity.MINOR),
        Case("The mayor said [[& quot ;]]never again, and left the hall.", severity=Severity.MINOR),
        Case("The probe [[[caption id=3]]] landed near a crater in May.", severity=Severity.MINOR),
        Case("Snow[[&mdash;]]the third in May[[&mdash;]]closed the pass.", severity=Severity.MINOR),
        Case("The firm Brook & Sons was sold; so was R&D.", why="names"),
        Case("Patients with p < 0.05 and n > 30 were counted.", why="comparisons"),
        Case("The score was <3 for the young and >5 for the old.", why="comparisons"),
        Case("The bank [see note] was sold.", why="brackets in a sentence"),
        Case("“[The] vaccine works,” she said of it.", why="a word put in"),
        Case("A&E wards, B&B rooms and Q&A pages; all were shut.", why="names"),
        Case("The heart <3 stood on the mayor's page.", why="a sign"),
        Case("Ships; trains; buses: all stood still.", why="marks"),
        Case("AT&T;s rival was fined by the court.", why="a name with a slip"),
    )

    def __call__(self, text: Parsed) -> Iterator[Suspicion]:
        """Every such place in the text, debris apart."""
        for span, _ in paragraphs(text):
            for match in _LEFT.finditer(text.document.text, span.start, span.end):
                if match["name"] is None or match["name"].casefold() + ";" in html5:
                    yield seen(
                        Span(*match.span()),
                        f"“{match.group()[:60]}” is code of a page.",
                        "The text was taken from its page without reading the page's markup.",
                        confidence=0.95,
                        group="markup",
                    )
