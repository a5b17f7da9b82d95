"""Quote altered: words in quotation marks are not those that were said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.lexicon.closed_class import content
from mtaudit.mqm import Category, Severity
from mtaudit.pair.bead import partners, turned
from mtaudit.pair.gaps import VERBATIM, Weight, gaps
from mtaudit.records import ComparedBead, Comparison, Difference, Span, Suspicion, Word
from mtaudit.text.quotations import quoted
from mtaudit.text.words import joined

EXCUSED = frozenset(
    (
        "typography",
        "spelling",
        "contraction",
        "hyphenation",
        "abbreviation",
        "number-format",
        "date-format",
        "function-word",
    )
)
"""Equivalences that leave the words of a quotation what they were, or change no more than an article."""

UNLIKE = 0.3
"""Similarity below which other words say something else."""

STOPS = frozenset(".!?;")
"""Marks at which two sentences are joined or parted."""

JOINTS = frozenset(("and", "but"))
"""What joins two sentences and says nothing of its own."""

NEAR = 2
"""Equal words between two changes that are reported as one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteAltered:
    """A direct quotation is not verbatim.

    Quotation marks promise the words that were said. Harmless rewording inside them breaks the promise and is
    minor; a change of content that no equivalence excuses is major. Spelling, contraction and typography
    leave the words what they were, and an article or auxiliary more or less is not worth an editor's time.
    What a special detector has already found inside is not said twice. All changes to one quotation are one group.
    """

    kept: float = 0.65
    """Closeness of a sentence below which no change is graver than minor: of two people's translations of a quotation
    neither is verbatim, and no word of one stands plainly against a word of the other."""

    category: ClassVar[Category] = Category.QUOTATION
    general: ClassVar[bool] = True
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "“We will [[begin]] the search,” he said.",
            "“We will [[start]] the search,” he said.",
            severity=Severity.MINOR,
        ),
        Case("She called it “[[a huge mistake]].”", "She called it “[[an enormous error]].”", severity=Severity.MINOR),
        Case("“I’ve seen worse [[in the war]],” he said.", "“I’ve seen worse,” he said.", severity=Severity.MAJOR),
        Case(
            "“The drug is [[safe]],” the firm wrote.",
            "“The drug is [[harmless]],” the firm wrote.",
            severity=Severity.MAJOR,
        ),
        Case("He spoke of “a [[rough]] year”.", "He spoke of “a [[bumpy]] year”.", severity=Severity.MINOR),
        Case(
            "“The storm will [[spare]] the islands,” she said.",
            "“The storm will [[miss]] the islands,” she said.",
            severity=Severity.MAJOR,
        ),
        Case(
            "“Our keeper was [[brilliant]],” said Diaz.",
            "“Our keeper was [[excellent]],” said Diaz.",
            severity=Severity.MAJOR,
        ),
        Case(
            "“Rates must [[stay]] low,” the bank said.",
            "“Rates must [[remain]] low,” the bank said.",
            severity=Severity.MINOR,
        ),
        Case(
            "Hale promised “[[honest]] elections in May”.",
            "Hale promised “[[fair]] elections in May”.",
            severity=Severity.MINOR,
        ),
        Case("“It rained. But we stayed,” he said.", "“It rained, but we stayed,” he said.", why="joined"),
        Case("“It rained, and we stayed,” he said.", "“It rained. And we stayed,” he said.", why="parted"),
        Case("“We lost. They won,” he said.", "“We lost, and they won,” he said.", why="joined by a word"),
        Case("She saw “the worst flood in ten years”.", "She saw “the worst flood in 10 years”.", why="a figure"),
        Case("“It is the firm’s fault,” he said.", "“It’s the firm’s fault,” he said.", why="a contraction"),
        Case("“We will not go,” he said.", "“We won’t go,” he said."),
        Case("“Our labour is done,” he said.", '"Our labor is done," he said.'),
        Case("“We will go,” he said on arrival.", "“We will go,” he stated upon arrival."),
        Case("He said they would begin.", "He said they would start."),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Changes inside the original's quotations, neighbouring ones as one."""
        quotations = [q for q in quoted(comparison.original.text) if " " in q.of(comparison.original.text)]
        for bead in comparison.beads:
            if not bead.original or not bead.copy:
                continue
            for number, quotation in enumerate(quotations):
                if not any(quotation.overlaps(s.span) for s in bead.bead.original):
                    continue
                inside = [d for d in bead.differences if d.equivalence not in EXCUSED and _within(bead, d, quotation)]
                for run in _runs(inside):
                    grave = bead.closeness >= self.kept and _is_grave(bead, run)
                    yield _suspicion(bead, run, f"quotation:{number}", grave)


def _within(bead: ComparedBead, difference: Difference, quotation: Span) -> bool:
    """Whether the difference lies in the quotation and changes its words, not only the seams of its sentences."""
    lost, gained = _spoken(bead.lost(difference)), _spoken(bead.gained(difference))
    if lost == gained or (_is_seam(bead, difference) and set(lost) ^ set(gained) <= JOINTS):
        return False
    span = bead.original_span(difference.original)
    if span:
        return quotation.contains(span)
    partner = partners(turned(bead))
    before, behind = partner.get(difference.copy.start - 1), partner.get(difference.copy.stop)
    return (
        before is not None
        and behind is not None
        and quotation.contains(bead.original[before].span)
        and quotation.contains(bead.original[behind].span)
    )


def _spoken(side: Sequence[Word]) -> list[str]:
    return [w.form for w in side if not w.is_punctuation]


def _is_seam(bead: ComparedBead, difference: Difference) -> bool:
    """Whether a sentence ends on one side of the difference, or begins, and none on the other: they were joined."""
    sides = (bead.lost(difference), bead.gained(difference))
    return any(w.text in STOPS for w in sides[0]) != any(w.text in STOPS for w in sides[1])


def _runs(differences: list[Difference]) -> list[list[Difference]]:
    """Differences with at most `NEAR` words between them on the copy's side."""
    placed = sorted((d for d in differences if d.copy), key=lambda d: d.copy.start)
    runs: list[list[Difference]] = []
    for difference in placed:
        if runs and difference.copy.start - max(d.copy.stop for d in runs[-1]) <= NEAR:
            runs[-1].append(difference)
        else:
            runs.append([difference])
    return runs + [[d] for d in differences if not d.copy]


def _is_grave(bead: ComparedBead, run: list[Difference]) -> bool:
    """Whether other content was put in for what was said, or telling words were lost or put in."""
    if all(d.equivalence for d in run) or min(d.similarity for d in run) >= UNLIKE:
        return False
    lost, gained = (content(w for d in run for w in side(d)) for side in (bead.lost, bead.gained))
    omitted_much = not any(d.copy for d in run) and len(lost) >= 2
    return bool(lost and gained) or omitted_much or any(_telling(bead, difference) for difference in run)


def _suspicion(bead: ComparedBead, run: list[Difference], group: str, grave: bool) -> Suspicion:
    originals = [s for d in run if (s := bead.original_span(d.original))]
    copies = [s for d in run if (s := bead.copy_span(d.copy))]
    return Suspicion(
        original=Span.cover(*originals) if originals else None,
        copy=Span.cover(*copies) if copies else None,
        severity=Severity.MAJOR if grave else Severity.MINOR,
        message=_said(bead, run),
        explanation=(
            "Words stand in quotation marks that were not said, and they say something else."
            if grave
            else "Words stand in quotation marks that were not said, though they mean much the same."
        ),
        confidence=0.7 if grave else 0.8,
        group=group,
    )


def _telling(bead: ComparedBead, difference: Difference) -> bool:
    """Whether words that tell something were lost or put in while the rest of the sentence was kept."""
    if difference.original and difference.copy:
        return False
    added = not difference.original
    where = difference.copy if added else difference.original
    found = gaps(turned(bead) if added else bead, added=added)
    return any(g.difference.original == where and g.weight is Weight.MUCH and g.steady >= VERBATIM for g in found)


def _said(bead: ComparedBead, run: list[Difference]) -> str:
    """What happened to the quotation's words, in a sentence."""
    lost = " … ".join(joined(bead.lost(d)) for d in run if d.original)
    gained = " … ".join(joined(bead.gained(d)) for d in run if d.copy)
    if not gained:
        return f"The quotation lost “{lost}”."
    if not lost:
        return f"“{gained}” was put into the quotation."
    return f"In the quotation “{lost}” became “{gained}”."
