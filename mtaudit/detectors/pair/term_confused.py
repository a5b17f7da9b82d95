"""Term confused: a near-homograph, or a set phrase with the wrong word in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from rapidfuzz.distance import OSA, JaroWinkler

from mtaudit.detectors.base import Case
from mtaudit.lingua.closed_class import is_function_word
from mtaudit.lingua.names import is_capitalised
from mtaudit.lingua.spelling import same_word
from mtaudit.lingua.wordnet import (
    Relation,
    distance,
    kindred,
    known,
    lemma,
    opposite,
    parts_of_speech,
    phrases,
    relation,
    synonymy,
)
from mtaudit.lingua.words import joined
from mtaudit.mqm import Category, Severity
from mtaudit.records import ComparedBead, Comparison, Difference, DifferenceKind, Link, Span, Suspicion, Word

NEAR = 5
"""Steps in WordNet's hierarchy below which one noun of a compound may stand for another ("phone company", "firm");
an idiom has no such freedom."""

LONGEST = 6
"""Words from a phrase's first within which one must have changed; WordNet has few longer phrases."""

UNLIKE = frozenset((Relation.NONE, Relation.SIBLING))
"""Relations between two words that merely look alike; synonyms, inflections and the more or less general are not
confused: of the round-trip corpus's injected homographs 46 of 53 stand in these two relations."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermConfused:
    """A term is replaced by a word that looks like it, or one word of a set phrase by a word for something else.

    "Tortious" and "torturous", "specter" and "spectrum", "principal" and "principle" differ by a letter or
    two and in everything else. And a set phrase stops being one when a part is exchanged: "breach of
    contract" is law, "breach of agreement" is not, "pull the plug" is an idiom, "remove the plug" is
    plumbing. Set phrases are those of WordNet.
    """

    alike: float = 0.87
    """Jaro-Winkler similarity from which two longer words look alike: of the homographs injected into the
    round-trip corpus 74 % reach it or differ by one letter, of its harmless synonyms 3 %."""

    category: ClassVar[Category] = Category.TERM
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case("The firm alleged [[tortious]] interference.", "The firm alleged [[torturous]] interference."),
        Case("It raised the [[specter]] of inflation.", "It raised the [[spectrum]] of inflation."),
        Case("She is the [[principal]] author.", "She is the [[principle]] author."),
        Case("The crew left the [[ship]] at dawn.", "The crew left the [[shop]] at dawn."),
        Case("Sponsors [[threw in the towel]] on Friday.", "Sponsors [[threw in the cloth]] on Friday."),
        Case("They proved [[tortious]] conduct.", "They proved [[tort]] conduct."),
        Case("The crew left the ship at dawn.", "The crew left the boat at dawn."),
        Case("The phone company sued.", "The telephone firm sued."),
        Case("He rejected the offer.", "He declined the offer."),
        Case("The towns organised it.", "The town organized it."),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Linked words that look alike and mean unlike things, then set phrases that lost a word."""
        for bead in comparison.beads:
            flagged: set[int] = set()
            for difference in bead.differences:
                if difference.kind is DifferenceKind.REPLACED and difference.equivalence is None:
                    for suspicion, index in self._lookalikes(bead, difference):
                        flagged.add(index)
                        yield suspicion
            yield from self._phrases(bead, flagged)

    def _lookalikes(self, bead: ComparedBead, difference: Difference) -> Iterator[tuple[Suspicion, int]]:
        for link in bead.links:
            if link.original not in difference.original or link.copy not in difference.copy:
                continue
            a, b = bead.original[link.original], bead.copy[link.copy]
            if self._confused(a, b):
                message = f"“{a.text}” became “{b.text}”, a word that looks alike."
                explanation = "The two words are easily confused and mean different things."
                yield _suspicion(a.span, b.span, Severity.MAJOR, message, explanation), link.original
            elif _torn(bead, link):
                message = f"“{a.text}” became “{b.text}”."
                explanation = "The adjective of a set term became a bare noun, which is not the term."
                yield _suspicion(a.span, b.span, Severity.MINOR, message, explanation), link.original

    def _confused(self, a: Word, b: Word) -> bool:
        """Whether b looks like a and means something else."""
        for word in (a, b):
            if not word.form.isalpha() or len(word.form) < 3 or is_function_word(word.form) or not known(word.form):
                return False
        if is_capitalised(a) and is_capitalised(b) and not parts_of_speech(a.form):
            return False
        if same_word(a.form, b.form) or opposite(a.form, b.form) or not self._look_alike(a.form, b.form):
            return False
        return relation(a.form, b.form) in UNLIKE and not kindred(a.form, b.form)

    def _look_alike(self, a: str, b: str) -> bool:
        edits = OSA.distance(a, b)
        if edits <= 1:
            return True
        return min(len(a), len(b)) >= 5 and (edits == 2 or float(JaroWinkler.similarity(a, b)) >= self.alike)

    def _phrases(self, bead: ComparedBead, flagged: set[int]) -> Iterator[Suspicion]:
        """Set phrases of the original of which the copy keeps a part and exchanges a word."""
        forms = [w.form for w in bead.original]
        partner = {k.original: k.copy for k in bead.links}
        changed = {
            i
            for d in bead.differences
            if d.kind is DifferenceKind.REPLACED and d.equivalence is None
            for i in d.original
            if forms[i].isalpha() and not is_function_word(forms[i])
        }
        behind = 0
        for start in sorted({k for i in changed for k in range(max(0, i - LONGEST + 1), i + 1) if forms[k].isalpha()}):
            if start < behind:
                continue
            for length, entry in phrases(forms, start):
                inside = range(start, start + length)
                suspicion = self._broken(bead, inside, entry, partner, changed, flagged)
                if suspicion:
                    yield suspicion
                    behind = inside.stop
                    break

    def _broken(
        self,
        bead: ComparedBead,
        inside: range,
        entry: str,
        partner: dict[int, int],
        changed: set[int],
        flagged: set[int],
    ) -> Suspicion | None:
        content = [i for i in inside if not is_function_word(bead.original[i].form)]
        lost = [i for i in content if i in changed]
        if not lost or any(i in flagged for i in inside) or not all(i in partner for i in lost):
            return None
        if len(lost) == len(content) and len(inside) < 3:
            return None
        if any(is_capitalised(bead.original[i]) for i in lost):
            return None
        span = range(
            min(partner[i] for i in inside if i in partner), max(partner[i] for i in inside if i in partner) + 1
        )
        if len(span) > len(inside) + 2:
            return None
        said = " ".join(bead.copy[j].form for j in span)
        base = " ".join([lemma(bead.copy[span.start].form), *(bead.copy[j].form for j in span[1:])])
        if relation(entry, said) is Relation.SYNONYM or synonymy(entry, base) > 0:
            return None
        exchanged = [(bead.original[i].form, bead.copy[partner[i]].form) for i in lost]
        near = len(inside) == 2 and any((distance(a, b) or NEAR) < NEAR for a, b in exchanged)
        if near or all(_close(a, b) for a, b in exchanged):
            return None
        original, copy = bead.original_span(inside), bead.copy_span(span)
        if original is None or copy is None:
            return None
        idiom = len(inside) >= 3 and "v" in parts_of_speech(entry)
        return _suspicion(
            original,
            copy,
            Severity.CRITICAL if idiom else Severity.MAJOR,
            f"The set phrase “{joined(bead.original[i] for i in inside)}” became "
            f"“{joined(bead.copy[j] for j in span)}”.",
            "An idiom was translated word by word."
            if idiom
            else "A term was translated word by word and lost its meaning.",
        )


def _torn(bead: ComparedBead, link: Link) -> bool:
    """Whether an adjective became the noun it is made from, before the same noun ("tortious interference")."""
    a, b = bead.original[link.original], bead.copy[link.copy]
    if parts_of_speech(a.form) != {"a"} or parts_of_speech(b.form) != {"n"} or is_capitalised(a):
        return False
    following = Link(link.original + 1, link.copy + 1, 1.0)
    if following not in bead.links or "n" not in parts_of_speech(bead.copy[following.copy].form):
        return False
    return relation(a.form, b.form) in (Relation.DERIVED, Relation.SIMILAR)


def _close(a: str, b: str) -> bool:
    """Whether a word of a phrase was exchanged for one close enough to keep the phrase."""
    return relation(a, b) is not Relation.NONE or kindred(a, b)


def _suspicion(original: Span, copy: Span, severity: Severity, message: str, explanation: str) -> Suspicion:
    return Suspicion(
        original=original,
        copy=copy,
        severity=severity,
        message=message,
        explanation=explanation,
        confidence=0.8 if severity.rank > 1 else 0.6,
    )
