"""Mojibake left: letters and marks that were decoded wrongly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import TextCase
from mtaudit.detectors.passages import paragraphs, seen
from mtaudit.mqm import Category
from mtaudit.records import Parsed, Span, Suspicion

_BROKEN = re.compile(
    r"""
      [^\W\d_]{0,40}\ufffd{1,9}[^\W\d_]{0,40}                             # a character that could not be read
    | (?<![\w?])[^\W\d_]{1,40}\?(?:t|s|re|ve|ll)\b                  # don?t
    | (?<!\w)\?(?=[A-Z][a-z]+\b[^?]{0,200}?[,.!]\?(?:\s|$))    # ?We won,? he said
    | [^\W\d_]{0,40}(?:Ã[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[™œ\x9d“”˜¦])[^\W\d_]{0,40}
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MojibakeLeft:
    """A mark or a letter stands as a question mark, a black diamond, or a row of odd signs.

    Text that was read in the wrong encoding loses its apostrophes, quotation marks and accents ("don?t", "caf�"). What
    can be put right with certainty is put right when a text is read; this is what was left. Minor: the word can be
    guessed. Question marks that end questions are left alone.
    """

    category: ClassVar[Category] = Category.TYPOGRAPHY
    cases: ClassVar[tuple[TextCase, ...]] = (
        TextCase("The tenant [[didn?t]] pay, the judge found on Monday."),
        TextCase("The [[bank?s]] note named no date for the cut."),
        TextCase("They met in a [[caf\ufffd]] in the old port of Kelmar."),
        TextCase("The keeper [[Mu\ufffdoz]] saved a penalty in the rain."),
        TextCase("[[They?re]] safe, the mayor of the town said."),
        TextCase("The drug [[won?t]] be sold in May, the agency wrote."),
        TextCase("The storm [[didn\ufffdt]] reach the coast before noon."),
        TextCase("The rebels said [[they?ll]] hold the bridge until June."),
        TextCase("Engineers said [[we?ve]] heard from the probe."),
        TextCase("Did he pay? The judge did not say.", "a question"),
        TextCase("The tenant didn't pay, the judge found.", "sound"),
        TextCase("Who? Me? she asked the keeper.", "questions"),
        TextCase("They met in a café in São Paulo.", "sound accents"),
        TextCase("He read ‘What now?’ and ‘Why?’ at the fair.", "titles"),
        TextCase("See example.org/?s=dam for the list.", "an address"),
        TextCase("“Is it safe?” she asked. “It is.”", "a question"),
        TextCase("Rates rose (by how much?) in May.", "a question"),
        TextCase("The château was sold in May.", "a sound accent"),
    )

    def __call__(self, text: Parsed) -> Iterator[Suspicion]:
        """Every such place in the text."""
        for span, _ in paragraphs(text, None):
            for match in _BROKEN.finditer(text.document.text, span.start, span.end):
                yield seen(
                    Span(*match.span()),
                    f"“{match.group()[:60]}” was decoded wrongly.",
                    "A letter or mark was lost when the text was read in the wrong encoding.",
                    confidence=0.85,
                    group="mojibake",
                )
