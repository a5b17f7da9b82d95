"""Who says what stands in quotation marks, by the outlet's own words around it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from mtaudit.lexicon.closed_class import PREPOSITIONS, is_function_word
from mtaudit.lexicon.speech import is_speech, speaks
from mtaudit.records import Parsed, Span, Word
from mtaudit.text.names import may_name
from mtaudit.text.quotations import depth

LONGEST = 5
"""Words of a speaker's name with all that stands before it ("District Judge Barbara Jacobs Rothstein")."""


def speaker(text: Parsed, quotation: Span) -> str | None:
    """The last name (lower case) of who says it, None where the sentence does not tell, or only by a pronoun."""
    first = bisect_right(text.segments, quotation.start, key=lambda s: s.span.start) - 1
    for number in range(max(0, first), len(text.segments)):
        if number > first and text.segments[number].span.start >= quotation.end:
            break
        found = _told(text, number)
        if found:
            return found
    return None


def _told(text: Parsed, number: int) -> str | None:
    """The name beside a verb of speech in the outlet's own words of this sentence, or behind "according to"."""
    own = [w for w in text.words[number] if not depth(text.document.text, w.span.start)]
    for k, word in enumerate(own):
        if word.form == "to" and k and own[k - 1].form == "according":
            name = _name(own, k + 1)
        elif is_speech(word.form) and speaks(own, k):
            name = _name_before(own, k) or _name(own, k + 1)
        else:
            continue
        if name:
            return name
    return None


def _name(side: Sequence[Word], start: int) -> str | None:
    """The last word of the name that begins there."""
    found: str | None = None
    for word in side[start : start + LONGEST]:
        if may_name(word):
            found = word.form
        elif found or not (is_function_word(word.form) or word.form.isalpha()):
            break
    return found


def _name_before(side: Sequence[Word], k: int) -> str | None:
    """The last word of the name that ends right before; one behind a preposition is not who speaks."""
    end = k - 1
    if end < 0 or not may_name(side[end]):
        return None
    start = end
    while start and may_name(side[start - 1]):
        start -= 1
    return None if start and side[start - 1].form in PREPOSITIONS else side[end].form
