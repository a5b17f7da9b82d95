"""Mojibake left: letters and marks that were decoded wrongly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.text._reading import paragraphs, seen
from mtaudit.mqm import Category, Severity
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
    cases: ClassVar[tuple[Case, ...]] = (
        Case("The tenant [[didn?t]] pay, the judge found on Monday.", severity=Severity.MINOR),
        Case("The [[bank?s]] note named no date for the cut.", severity=Severity.MINOR),
        Case("They met in a [[caf\ufffd]] in the old port of Kelmar.", severity=Severity.MINOR),
        Case("The keeper [[Mu\ufffdoz]] saved a penalty in the rain.", severity=Severity.MINOR),
        Case("[[They?re]] safe, the mayor of the town said.", severity=Severity.MINOR),
        Case("The drug [[won?t]] be sold in May, the agency wrote.", severity=Severity.MINOR),
        Case("The storm [[didn\ufffdt]] reach the coast before noon.", severity=Severity.MINOR),
        Case("The rebels said [[they?ll]] hold the bridge until June.", severity=Severity.MINOR),
        Case("Engineers said [[we?ve]] heard from the probe.", severity=Severity.MINOR),
        Case("Did he pay? The judge did not say.", why="a question"),
        Case("The tenant didn't pay, the judge found.", why="sound"),
        Case("Who? Me? she asked the keeper.", why="questions"),
        Case("They met in a café in São Paulo.", why="sound accents"),
        Case("He read ‘What now?’ and ‘Why?’ at the fair.", why="titles"),
        Case("See example.org/?s=dam for the list.", why="an address"),
        Case("“Is it safe?” she asked. “It is.”", why="a question"),
        Case("Rates rose (by how much?) in May.", why="a question"),
        Case("The château was sold in May.", why="a sound accent"),
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
