"""Word misspelt: a word of the original stands in the copy with letters lost, added or exchanged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import became
from mtaudit.lexicon.foreign import languages_of
from mtaudit.lexicon.spelling import misspelt
from mtaudit.mqm import Category, Severity
from mtaudit.records import Comparison, DifferenceKind, Suspicion


@dataclass(frozen=True, slots=True, kw_only=True)
class WordMisspelt:
    """A word became a string of letters that is no word and nearly the same.

    A slip of the hand or a damaged letter: readers see what was meant, so it is minor. The words must stand in each
    other's place, the original's in the lexicon and the copy's not, and they may differ by two letters, short words by
    one. A vowel added at the end is the mark of another language ("presidente") and left to `residue-left`.
    """

    category: ClassVar[Category] = Category.FLUENCY
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case("The [[government]] fell on Monday.", "The [[govornment]] fell on Monday.", severity=Severity.MINOR),
        Case(
            "They did not [[realize]] that it was late.",
            "They did not [[realie]] that it was late.",
            severity=Severity.MINOR,
        ),
        Case("The ship [[sailed]] to the south.", "The ship [[saield]] to the south.", severity=Severity.MINOR),
        Case("The [[vaccine]] works in children.", "The [[vacine]] works in children.", severity=Severity.MINOR),
        Case(
            "The judge freed the [[banker]] on Friday.",
            "The judge freed the [[bankre]] on Friday.",
            severity=Severity.MINOR,
        ),
        Case("The [[hurricane]] hit the coast.", "The [[huricane]] hit the coast.", severity=Severity.MINOR),
        Case("The [[election]] was held in May.", "The [[electoin]] was held in May.", severity=Severity.MINOR),
        Case("Our [[keeper]] saved two shots.", "Our [[keepr]] saved two shots.", severity=Severity.MINOR),
        Case("The [[satellite]] fell into the sea.", "The [[satelite]] fell into the sea.", severity=Severity.MINOR),
        Case("The colour faded.", "The color faded.", why="another spelling"),
        Case("The president spoke.", "The presidente spoke.", why="another language"),
        Case("Kyiv said Zelensky would speak.", "Kyiv said Zelenskyy would speak.", why="a name"),
        Case("They analysed the sample.", "They analyzed the sample.", why="another spelling"),
        Case("The traveller left.", "The traveler left.", why="another spelling"),
        Case("The unionist spoke.", "The unionists spoke.", why="another number"),
        Case("He ate an omelette.", "He ate an omelet.", why="another spelling"),
        Case("Rossi scored in Turin.", "Rosi scored in Turin.", why="a name"),
        Case("The ship sailed.", "The shop sailed.", why="another word"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Linked words of which the copy's is unknown and nearly the original's."""
        for bead in comparison.beads:
            replaced = [d for d in bead.differences if d.kind is DifferenceKind.REPLACED and d.equivalence is None]
            for link in bead.links if replaced else ():
                a, b = bead.original[link.original], bead.copy[link.copy]
                if a.form == b.form or languages_of(b.form) or not any(link.copy in d.copy for d in replaced):
                    continue
                if misspelt(b.form, a.form):
                    means = "Letters were lost or exchanged; the reader sees what is meant."
                    yield became((a,), (b,), Severity.MINOR, means, 0.85, message="“{}” is misspelt “{}”.")
