"""What an outlet puts around a story without telling any of it: debris, credits, datelines, and marks that slipped."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mtaudit.records import Span
from mtaudit.text.debris import is_debris

_CREDIT = re.compile(
    r"^\W*(?:(?i:(?:file )?(?:photo(?:graph)?|picture|image|illustration|graphic|video|credit)s?(?: credits?)?)"
    r"(?: by\b|\s?[:/(|—–-]))"
    r"(?:[\s,/|()&·—–-]|[^\W\d_a-zß-öø-ÿ][\w.'’-]*|via|for|of|and|the|\d{4}|©)+$"
)
"""A label and names alone: a caption that tells something has words in lower case."""

_DATELINE = re.compile(
    r"^(?P<place>[^\W\d_][\w.'’-]*(?:[ ,/]+[^\W\d_a-zß-öø-ÿ][\w.'’-]*){0,5}?)"
    r"(?P<day>,? (?:\d{1,2}\.? )?[A-Z][a-z]{2,8}\.?(?: \d{1,2})?(?:,? \d{4})?)??"
    r"(?P<agency> ?\([^\s()][^()]{0,38}\))? ?(?P<mark>[—–]|--| -(?= )|:)\s?(?=\S)"
)

_SLIP = re.compile(r"(?<=[\w”\"’)])[.,;:](?P<second>\s[.,;:]|(?<=,),)(?=\s)")
"""Two marks where one belongs: the second one."""


def is_furniture(paragraph: str) -> bool:
    """Whether a whole paragraph tells nothing of the story: what the page left, or whose picture it shows."""
    return is_debris(paragraph) or _CREDIT.match(paragraph) is not None


def dateline(paragraph: str) -> int:
    """How many characters of it say where and when the report was sent: "OLDHAM, March 4 (Agency) — "; 0 for none.

    A place alone is one where it stands in capitals; a name before a dash may as well begin the sentence.
    """
    found = _DATELINE.match(paragraph)
    if not found:
        return 0
    place, day, agency = found["place"], found["day"] or "", found["agency"] or ""
    shouted = place.isupper() and len(place) > 2
    sent = shouted or (found["mark"] != ":" and (any(c.isdigit() for c in day) or agency.isupper()))
    return found.end() if sent and not paragraph[found.end()].islower() else 0


def slips(text: str) -> Iterable[Span]:
    """The marks too many where two stand for one (". ,")."""
    return [Span(*found.span("second")) for found in _SLIP.finditer(text)]


def blanked(text: str, spans: Iterable[Span]) -> str:
    """The text with spaces in the place of what stands there, so that all else stays where it is."""
    made = list(text)
    for span in spans:
        made[span.start : span.end] = (c if c.isspace() else " " for c in text[span.start : span.end])
    return "".join(made)
