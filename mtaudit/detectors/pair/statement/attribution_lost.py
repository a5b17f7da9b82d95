"""Attribution lost: the copy no longer says who says it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import lost
from mtaudit.lexicon.closed_class import content
from mtaudit.lexicon.speech import is_attribution, is_speech
from mtaudit.mqm import Category, Severity
from mtaudit.records import ComparedBead, Comparison, Difference, DifferenceKind, Suspicion, Word
from mtaudit.text.quotations import depth


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionLost:
    """A tag that names the source of a statement is missing, or stands with another statement.

    Without "according to the police" or "the mayor said" an outlet states in its own voice what somebody
    claimed; with another sentence the tag makes its source say what it did not. The tag may move within its sentence,
    and within a quotation of several sentences, or change its verb; what is reported is that its statement has none.
    """

    reach: int = 2
    """Beads before and behind in which a tag that is missing here may stand instead."""

    category: ClassVar[Category] = Category.ATTRIBUTION
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case("Two men fled, [[according to the police]].", "Two men fled.", severity=Severity.MAJOR),
        Case("“We lost money,” [[Brook said]].", "“We lost money.”", severity=Severity.MAJOR),
        Case("[[According to Hale]], prices will fall.", "Prices will fall.", severity=Severity.MAJOR),
        Case("The drug works, [[doctors in Oslo say]].", "The drug works.", severity=Severity.MAJOR),
        Case("[[The report says]] bees are dying out.", "Bees are dying out.", severity=Severity.MAJOR),
        Case("Shares will fall, [[analysts predicted]].", "Shares will fall.", severity=Severity.MAJOR),
        Case("“He was offside,” [[the referee said]].", "“He was offside.”", severity=Severity.MAJOR),
        Case(
            "[[Officials said]] the dam would hold until Friday.",
            "The dam would hold until Friday.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The vote was bought, [[Hale claims]]. Rain fell on the city all day.",
            "The vote was bought. Rain fell on the city all day, Hale claims.",
            why="with another statement",
            severity=Severity.MAJOR,
        ),
        Case("Two men fled, the police said.", "The police said two men fled."),
        Case("Two men fled, according to the police.", "Two men fled, the police said."),
        Case("“We lost money,” Brook said.", "“We lost money,” Brook stated."),
        Case("The man, who was from Hale, fled.", "The man fled.", why="no attribution"),
        Case("The storm, police said, hit Riga.", "According to the police the storm hit Riga.", why="other words"),
        Case("Rates will rise, the bank says.", "Rates will reportedly rise.", why="somebody still says it"),
        Case("“It rained. Roads froze,” he said.", "“It rained,” he said. “Roads froze.”", why="within one quotation"),
        Case("The club said it had said enough.", "The club said it had done enough.", why="one of two verbs"),
        Case("He told her a long story in Oslo.", "He told a long story in Oslo.", why="no source"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Omitted stretches that attribute, in beads whose copy has no verb of speech or "according to" instead."""
        for number, bead in enumerate(comparison.beads):
            if not bead.original or not bead.copy or _names_source(bead):
                continue
            for difference in bead.differences:
                tag = _attribution(bead, difference)
                if tag:
                    moved = self._elsewhere(comparison, number, tag)
                    if moved is None or not _is_one_quotation(comparison, bead, moved):
                        yield _suspicion(tag, moved)

    def _elsewhere(self, comparison: Comparison, number: int, tag: list[Word]) -> ComparedBead | None:
        """The bead nearby in which the tag was added, if there is one."""
        said = {w.form for w in content(tag)}
        for bead in comparison.beads[max(0, number - self.reach) : number + self.reach + 1]:
            for difference in bead.differences:
                if said and said <= {w.form for w in bead.gained(difference)}:
                    return bead
        return None


def _names_source(bead: ComparedBead) -> bool:
    """Whether words were put in that attribute."""
    added = [w for d in bead.differences for w in bead.gained(d)]
    return any(is_speech(w.form) or w.form in ("according", "reportedly") for w in added)


def _attribution(bead: ComparedBead, difference: Difference) -> list[Word]:
    """The words of an attribution that was omitted here."""
    gone = bead.lost(difference)
    if difference.kind is DifferenceKind.MOVED or any(not w.is_punctuation for w in bead.gained(difference)):
        return []
    while gone and gone[0].is_punctuation and gone[0].form != ",":
        gone = gone[1:]
    return [w for w in gone if not w.is_punctuation] if gone and is_attribution(gone) else []


def _is_one_quotation(comparison: Comparison, bead: ComparedBead, other: ComparedBead) -> bool:
    """Whether both beads' originals quote, in one paragraph: the tag moved between sentences of one speech."""
    paragraphs = {b.bead.original[0].paragraph for b in (bead, other) if b.bead.original}
    text = comparison.original.text
    return len(paragraphs) == 1 and all(any(depth(text, w.span.start) for w in b.original) for b in (bead, other))


def _suspicion(tag: list[Word], moved: ComparedBead | None) -> Suspicion:
    if moved:
        what = "stands with another statement"
        means = "Its source is made to say something else, and this is the outlet's own claim."
    else:
        what, means = "was lost", "The outlet states in its own voice what somebody else claimed."
    message = f"“{{}}” {what}: the copy no longer says who says it."
    return lost(tag, Severity.MAJOR, means, 0.8, message=message)
