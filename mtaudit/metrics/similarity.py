"""Similarity: an F-score over words in context, after BERTScore (Zhang et al. 2020)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.metrics.base import is_debris
from mtaudit.records import ComparedBead, Comparison, Finding, Link, Score


@dataclass(frozen=True, slots=True, kw_only=True)
class Similarity:
    """How alike the words of corresponding sentences are in context, 0–100.

    Each word counts with the cosine to its nearest word of the other side: those of the original make recall, those of
    the copy precision. The language model reads no case and takes a paraphrase for the same, so that another form or
    case costs something of its own. A sentence without a counterpart counts 0, debris of the copy not at all. There is
    no score without a language model.
    """

    needs_verdicts: ClassVar[bool] = False

    case: float = 0.05
    """What is taken off a word that differs in case alone: seen, and less than any other change."""

    form: float = 0.1
    """What is taken off any other word or mark: on DEMETR's fit half 0.1 ranks best, of 0 to 0.5."""

    def __call__(self, comparison: Comparison, findings: Sequence[Finding]) -> Score | None:
        """The F-score of recall and precision over all words and marks."""
        if comparison.vectors is None:
            return None
        beads = [bead for bead in comparison.beads if not is_debris(bead.bead)]
        recall = _mean([value for bead in beads for value in self._values(bead, 0)])
        precision = _mean([value for bead in beads for value in self._values(bead, 1)])
        value = 200 * recall * precision / (recall + precision) if recall + precision else 0.0
        signature = f"similarity|{comparison.vectors}|case:{self.case}|form:{self.form}|rescale:no|v:1"
        return Score("similarity", round(value, 4), signature)

    def _values(self, bead: ComparedBead, side: int) -> Iterator[float]:
        """What each word of a side is worth."""
        if bead.counterparts:
            links = (bead.counterparts.original, bead.counterparts.copy)[side]
            yield from (self._worth(bead, link) for link in links)
        elif bead.original and bead.copy:
            yield from self._verbatim(bead, side)
        else:
            yield from (0.0 for _ in (bead.original, bead.copy)[side])

    def _worth(self, bead: ComparedBead, link: Link) -> float:
        a, b = bead.original[link.original], bead.copy[link.copy]
        cost = 0.0 if a.text == b.text else self.case if a.form == b.form else self.form
        return link.similarity * (1 - cost)

    def _verbatim(self, bead: ComparedBead, side: int) -> Iterator[float]:
        """Of a bead with the same words on both sides, which was not looked at in context; marks may differ."""
        partner = {link.original: link.copy for link in bead.links}
        if side:
            partner = {j: i for i, j in partner.items()}
        for index, word in enumerate((bead.original, bead.copy)[side]):
            if index in partner:
                other = partner[index]
                yield self._worth(bead, Link(other, index, 1.0) if side else Link(index, other, 1.0))
            else:
                yield 1 - self.form if word.is_punctuation else 0.0


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 1.0
