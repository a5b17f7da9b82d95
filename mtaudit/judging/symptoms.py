"""What a copy beside its original shows by itself: the symptoms of a text alone that its original does not show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from mtaudit.detectors.base import TextDetector
from mtaudit.judging.claiming import of_text
from mtaudit.judging.judges import Claimed
from mtaudit.judging.settling import Claim
from mtaudit.records import ComparedBead, Comparison, Span
from mtaudit.text.segmentation import parsed
from mtaudit.text.words import words


def symptoms_of_pair(
    comparison: Comparison, detectors: Mapping[str, TextDetector], beside: Sequence[Claim] = ()
) -> Claimed:
    """What detectors of a text alone claim of an English copy, and how some of them broke.

    What the original shows too is no damage: the same words, for the same detector. Where these are marks alone, which
    every text has many of, they count in the sentences that correspond. Nor is what stands in the original letter for
    letter between the same neighbours, whatever the style of its text makes of it. Nothing is said of words on which a
    claim `beside` lies: it knows the original.
    """
    taken = [claim.suspicion.copy for claim in beside if claim.suspicion.copy]
    shown = of_text(parsed(comparison.copy), detectors)
    found = [
        (claim, span)
        for claim in shown.claims
        if (span := claim.suspicion.copy) and not any(span.overlaps(other) for other in taken)
    ]
    if not found:
        return Claimed(failures=shown.failures)
    asked = {claim.detector: detectors[claim.detector] for claim, _ in found}
    sound = _Sound(comparison, of_text(parsed(comparison.original), asked).claims)
    return Claimed(tuple(claim for claim, span in found if not sound.shows(claim.detector, span)), shown.failures)


class _Sound:
    """What the original shows: its reporter wrote it so."""

    def __init__(self, comparison: Comparison, claims: Iterable[Claim]) -> None:
        self._original, self._copy = comparison.original.text, comparison.copy.text
        self._beads = [bead for bead in comparison.beads if bead.original and bead.copy]
        self._places: dict[tuple[str, str], list[Span]] = {}
        for claim in claims:
            if span := claim.suspicion.copy:
                self._places.setdefault((claim.detector, _said(self._original, span)), []).append(span)

    def shows(self, detector: str, span: Span) -> bool:
        """Whether the original shows what the detector found there in the copy."""
        said = _said(self._copy, span)
        same = self._places.get((detector, said), ())
        beads = [bead for bead in self._beads if any(s.span.overlaps(span) for s in bead.bead.copy)]
        if any(c.isalnum() for c in said):
            return bool(same) or any(self._stands(bead, span) for bead in beads)
        return any(place.overlaps(s.span) for place in same for bead in beads for s in bead.bead.original)

    def _stands(self, bead: ComparedBead, span: Span) -> bool:
        """Whether the words there and one on either side are the original's, with all that stands between them."""
        inside = [k for k, word in enumerate(bead.copy) if word.span.overlaps(span)]
        if not inside or inside[0] == 0 or inside[-1] + 1 >= len(bead.copy):
            return False
        around = range(inside[0] - 1, inside[-1] + 2)
        links = {link.copy: link.original for link in bead.links}
        first = links.get(around.start)
        if first is None or any(links.get(k) != first + n for n, k in enumerate(around)):
            return False
        own, other = bead.copy_span(around), bead.original_span(range(first, first + len(around)))
        return own is not None and other is not None and own.of(self._copy) == other.of(self._original)


def _said(text: str, span: Span) -> str:
    """The words there in plain form; the marks themselves where it has no words."""
    return " ".join(word.form for word in words(text, span.start, span.end)) or span.of(text).strip()
